// SPDX-License-Identifier: GPL-3.0-or-later
// A paper into a file: what kind of file, under which name.
#include "preview.h"

#include "orjon/app/records.h"
#include "orjon/base/file.h"
#include "orjon/base/text.h"
#include "orjon/domain/meeting.h"

#include <string.h>

// What is mostly wanted comes first.
static const struct {
    const char *format, *label;
} kinds[] = {
    {"pdf", N_("PDF: to be printed, signed, sent")},
    {"docx", N_("Word: to change the text (.docx)")},
    {"xlsx", N_("Excel: to go on reckoning (.xlsx)")},
    {"html", N_("web page (.html)")},
    {"text", N_("plain text (.txt)")},
    {"csv", N_("table for other programs (.csv)")},
};

// The i-th that this build can write; -1 behind the last.
static int kind_at(int i)
{
    for (int k = 0; k < (int)(sizeof kinds / sizeof *kinds); k++)
        if (writer_find(kinds[k].format)->write && i-- == 0)
            return k;
    return -1;
}

static void kind_label(void *data, int i, struct str *ret)
{
    (void)data;
    str_add(ret, tr(kinds[kind_at(i)].label));
}

// --- its name -----------------------------------------------------------------------------------

static void add_what_of(const struct preview *preview, struct str *ret)
{
    const struct app_paper *paper = &preview->paper;
    autorecords meeting = {0};
    struct shelf shelf = {0};
    if (paper->meeting) {
        if (app_load_record(preview->app, RECORD_MEETING, paper->meeting, &meeting, NULL) == 0)
            app_say_field(preview->app, meeting.record, MEETING_DATE, ret, NULL);
        return;
    }
    if (paper->plan && shelf_open(preview->app, paper->fiscal_year, paper->plan, paper->quarter,
                                  &shelf, NULL) == STATUS_OK)
        str_addf(ret, "%s ", shelf.book[0]->plan->short_name);
    shelf_done(&shelf);
    if (paper->under)
        str_addf(ret, "%s ", paper->under);
    if (paper->fiscal_year)
        period_write_year(ret, paper->fiscal_year, i18n_digits());
    if (paper->quarter) {
        str_add_char(ret, ' ');
        period_say_quarter(ret, paper->quarter);
    }
}

// «ত্রৈমাসিক অগ্রগতি প্রতিবেদন নৈতিকতা ২০২৩-২০২৪ ১ম ত্রৈমাসিক.pdf», of what a pen drive can have in a
// name, and as many bytes.
static void add_name(const struct preview *preview, struct str *ret)
{
    enum { TITLE_LETTERS = 32 };
    text_shorten(ret, preview->title, TITLE_LETTERS);
    str_add_char(ret, ' ');
    add_what_of(preview, ret);
    for (char *at = ret->buf; *(at += strcspn(at, "/\\:*?\"<>|"));)
        *at = '-';
    while (ret->len && ret->buf[ret->len - 1] == ' ')
        ret->buf[--ret->len] = '\0';
    str_addf(ret, ".%s", preview->saving.writer->extension);
}

// --- writing ------------------------------------------------------------------------------------

static enum status write_file(void *data, const char *path, bool replace, struct err *err)
{
    struct preview *preview = data;
    autostr text = STR_INIT;
    const struct writer_options options = {0};
    enum status status =
        app_print(preview->app, &preview->paper, writer_of_path(path)->name, &options, &text, err);
    preview->misfit = status == STATUS_MISFIT;
    if (status && !preview->misfit)
        return status;
    return file_write(path, text.buf, text.len, replace, err);
}

static void written(void *data, struct desk *desk, const char *path)
{
    const struct preview *preview = data;
    if (preview->misfit)
        desk_say(desk, MESSAGE_ERROR, _("Written to %s; it does not fit its seal"), path);
    else
        desk_say(desk, MESSAGE_GOOD, _("Written to %s"), path);
}

static void take_kind(void *data, struct desk *desk, int choice)
{
    struct preview *preview = data;
    autostr name = STR_INIT;
    if (choice < 0)
        return;
    preview->saving = (struct saving){.title = _("Write the paper to a file"),
                                      .writer = writer_find(kinds[kind_at(choice)].format),
                                      .write = write_file,
                                      .written = written,
                                      .data = preview};
    add_name(preview, &name);
    saving_ask(&preview->saving, desk, "", name.buf);
}

void preview_ask_file(void *state, struct desk *desk, const struct key *key)
{
    int count = 0;
    (void)key;
    while (kind_at(count) >= 0)
        count++;
    dialog_pick(desk, _("What kind of file?"), count, 0, kind_label, take_kind, state);
}
