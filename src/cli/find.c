// SPDX-License-Identifier: GPL-3.0-or-later
// orjon find: a text in all plans, years and records.
#include "command.h"

#include "orjon/app/find.h"
#include "orjon/base/text.h"
#include "orjon/base/tsv.h"

#include <string.h>

struct listing {
    struct str text;
    bool tsv;
};

static void put_tsv(struct str *ret, const struct app_found *found)
{
    if (found->fiscal_year)
        period_write_year_short(ret, found->fiscal_year);
    str_addf(ret, "\t%s\t%s\t", found->plan ? found->plan->name : "", found->code);
    if (found->quarter)
        str_addf(ret, "%d", found->quarter);
    str_addf(ret, "\t%s\t", found->record ? record_shape(found->kind)->word : "");
    if (found->record)
        str_addf(ret, "%lld", (long long)found->record);
    str_add_char(ret, '\t');
    tsv_write_cell(ret, found->text);
    str_add_char(ret, '\n');
}

// One line, whatever it was.
static void add_line(struct str *ret, const char *text)
{
    for (size_t n = strcspn(text, "\n"); text[n]; text += n + 1, n = strcspn(text, "\n")) {
        str_add_n(ret, text, n);
        str_add_char(ret, ' ');
    }
    str_add(ret, text);
    str_add_char(ret, '\n');
}

static void put_text(struct str *ret, const struct app_found *found)
{
    if (found->fiscal_year) {
        period_write_year(ret, found->fiscal_year, i18n_digits());
        str_add(ret, " · ");
    }
    if (found->plan) {
        str_addf(ret, "%s · ", found->plan->short_name);
        text_digits(ret, found->code, strlen(found->code), i18n_digits());
        str_add(ret, " · ");
    }
    if (found->quarter) {
        period_say_quarter(ret, found->quarter);
        str_add(ret, " · ");
    }
    str_add(ret, found->where);
    if (found->record)
        str_addf(ret, " %s", SAY(found->record));
    str_add(ret, ": ");
    add_line(ret, found->text);
}

static enum status list(void *data, const struct app_found *found)
{
    struct listing *listing = data;
    (listing->tsv ? put_tsv : put_text)(&listing->text, found);
    return STATUS_OK;
}

static enum status find(struct listing *listing, const struct command *c, struct err *err)
{
    __attribute__((cleanup(app_close))) struct app *app = NULL;
    autostr wanted = STR_INIT;
    size_t count = 0;
    for (size_t w = 0; w < c->words; w++)
        str_addf(&wanted, "%s%s", w ? " " : "", c->word[w]);
    enum status status = command_read_format(c, &listing->tsv, err);
    if (listing->tsv)
        str_add(&listing->text, "fiscal_year\tplan\tindicator\tquarter\trecord\tid\ttext\n");
    if (!status)
        status = app_open(&c->app, &app, err);
    if (!status)
        status = app_find(app, wanted.buf, list, listing, &count, err);
    if (status)
        return status;
    if (count)
        return command_put(&listing->text, err);
    if (listing->tsv)
        status = command_put(&listing->text, err);
    return status ? status : err_set(err, STATUS_NOT_FOUND, _("Not found: %s"), wanted.buf);
}

static enum status run(const struct command *c, struct err *err)
{
    struct listing listing = {.text = STR_INIT};
    const enum status status = find(&listing, c, err);
    str_done(&listing.text);
    return status;
}

const struct verb verb_find = {
    .name = "find",
    .arguments = N_("TEXT [--format text|tsv]"),
    .summary = N_("a text in all plans, years and records"),
    .details = N_("Looks for the text in codes and names of indicators, remarks and evidence of "
                  "every year, in meetings, decisions, progress and memos. Capitals, digits and "
                  "letters that sound alike make no difference."),
    .options = "t",
    .words_min = 1,
    .words_max = WORDS_MAX,
    .run = run,
};
