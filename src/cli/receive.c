// SPDX-License-Identifier: GPL-3.0-or-later
// orjon receive: returns of other offices, from files and folders.
#include "command.h"

#include "orjon/app/onpaper.h"
#include "orjon/app/receive.h"
#include "orjon/app/reviews.h"
#include "orjon/base/file.h"
#include "orjon/base/folder.h"
#include "orjon/base/tsv.h"

#include <string.h>

struct receiving {
    struct app *app;
    const struct command *c;
    struct str rows, talk;
    size_t files, refused; // files
    size_t taken, held;    // plans
    enum status status;    // of the first that was refused
    struct err err;
};

static void add_notes(const struct app_arrival *arrival, struct str *ret)
{
    const struct {
        bool is;
        const char *word;
    } notes[] = {{arrival->changed.rows, "other-template"},
                 {arrival->changed.targets, "other-targets"},
                 {arrival->other_rows, "other-than-offices"}};
    for (size_t i = 0; i < sizeof notes / sizeof *notes; i++)
        if (notes[i].is)
            str_addf(ret, "%s%s", ret->len ? " " : "", notes[i].word);
    if (*arrival->unknown)
        str_addf(ret, "%sunknown: %s", ret->len ? "; " : "", arrival->unknown);
}

static void add_row(struct receiving *r, const struct app_parcel *parcel,
                    const struct app_arrival *arrival, bool taken)
{
    autostr year = STR_INIT, quarter = STR_INIT, revision = STR_INIT, differ = STR_INIT,
            notes = STR_INIT;
    period_write_year_short(&year, parcel->fiscal_year);
    str_addf(&quarter, "%d", parcel->quarter);
    str_addf(&revision, "%lld", (long long)arrival->revision);
    str_addf(&differ, "%zu", arrival->differences);
    add_notes(arrival, &notes);
    const char *const cell[] = {
        parcel->file,         parcel->code,  parcel->name, year.buf,
        quarter.buf,          arrival->plan, revision.buf, arrival_word(arrival->arrival),
        taken ? "yes" : "no", differ.buf,    notes.buf};
    tsv_write_cells(&r->rows, cell, sizeof cell / sizeof *cell);
    str_add_char(&r->rows, '\n');
}

// What stands otherwise than in what is here, and why something is not taken.
static void say(struct receiving *r, const struct app_parcel *parcel,
                const struct app_arrival *arrival, bool taken)
{
    for (size_t i = 0; i < arrival->differences; i++) {
        const struct app_difference *d = &arrival->difference[i];
        autostr quarter = STR_INIT;
        period_say_quarter_short(&quarter, d->quarter);
        str_addf(&r->talk, "%s %s %s %s: “%s” → “%s”", parcel->code, arrival->plan, d->indicator,
                 quarter.buf, d->before, d->now);
        if (strcmp(d->remark_before, d->remark_now) != 0)
            str_addf(&r->talk, _("; remark “%s” → “%s”"), d->remark_before, d->remark_now);
        str_add_char(&r->talk, '\n');
    }
    str_add(&r->talk, arrival->changes);
    if (taken || arrival->arrival == ARRIVAL_SAME || arrival_is_welcome(arrival->arrival))
        return;
    str_addf(&r->talk, "%s: %s: %s%s%s\n", parcel->file, arrival->plan,
             tr(arrival_name(arrival->arrival)), *arrival->misread ? ": " : "", arrival->misread);
    r->held++;
}

static bool is_meant(const struct receiving *r, const struct app_arrival *arrival)
{
    const char *plan = r->c->option['p'];
    return plan ? strcmp(plan, arrival->plan) == 0 : arrival_is_welcome(arrival->arrival);
}

// What the office above has said of the own returns.
static enum status take_review(struct receiving *r, const char *path, const struct str *bytes,
                               struct err *err)
{
    bool new = false;
    enum status status = app_receive_review(r->app, bytes, r->c->option['J'],
                                            r->c->option['n'] != NULL, &new, &r->talk, err);
    if (status)
        err_prefix(err, "%s: ", path);
    return status;
}

static enum status take(struct receiving *r, const char *path, struct err *err)
{
    autoparcel parcel = {0};
    autostr bytes = STR_INIT;
    const bool dry = r->c->option['n'] != NULL;
    size_t taken = 0;
    if (file_read_ordinary(path, &bytes, NULL) == STATUS_OK && app_is_review(&bytes))
        return take_review(r, path, &bytes, err);
    enum status status = app_parcel_open(r->app, path, &parcel, err);
    if (!status && !dry)
        status = app_parcel_take(r->app, &parcel, r->c->option['p'], !r->taken, &taken, err);
    if (status)
        return status;
    r->taken += taken;
    for (size_t i = 0; i < parcel.arrivals; i++) {
        const bool is_taken = !dry && is_meant(r, &parcel.arrival[i]);
        say(r, &parcel, &parcel.arrival[i], is_taken);
        add_row(r, &parcel, &parcel.arrival[i], is_taken);
    }
    return STATUS_OK;
}

// One that cannot be taken does not keep back the others.
static void take_file(struct receiving *r, const char *path)
{
    struct err err = {0};
    r->files++;
    const enum status status = take(r, path, &err);
    if (!status)
        return;
    if (!r->refused++) {
        r->status = status;
        r->err = err;
    } else if (r->refused == 2)
        str_addf(&r->talk, "%s\n", err_text(&r->err));
    if (r->refused > 1)
        str_addf(&r->talk, "%s\n", err_text(&err));
}

static enum status take_word(struct receiving *r, const char *path, struct err *err)
{
    autofolder folder = {0};
    if (!folder_exists(path)) {
        take_file(r, path);
        return STATUS_OK;
    }
    const enum status status = app_parcels_in(path, &folder, err);
    for (size_t i = 0; i < folder.count && !status; i++)
        take_file(r, folder.path[i]);
    return status;
}

static enum status end(struct receiving *r, struct err *err)
{
    if (r->held)
        str_addf(&r->talk,
                 tr_count("%s return was not taken in; --plan takes it all the same\n",
                          "%s returns were not taken in; --plan takes one all the same\n", r->held),
                 SAY(r->held));
    command_talk(r->talk.buf);
    enum status status = r->files > r->refused ? command_put(&r->rows, err) : STATUS_OK;
    if (status)
        return status;
    if (r->refused == 1)
        return err_set(err, r->status, "%s", err_text(&r->err));
    if (r->refused)
        return err_set(err, r->status, _("files refused: %s of %s"), SAY(r->refused),
                       SAY(r->files));
    if (r->held)
        return STATUS_FINDINGS;
    return STATUS_OK;
}

// Of one plan and quarter: the one that --plan names, or the only one that there is.
static enum status find_book(struct app *app, const struct command *c, struct book **ret,
                             struct err *err)
{
    struct app_review_of of = {
        .fiscal_year = c->fiscal_year, .quarter = c->quarter, .plan = c->option['p']};
    enum status status = app_find_office(app, c->option['Q'], &of.office, err);
    if (!status && !of.plan)
        return err_set(err, STATUS_USAGE, "%s", _("--on-paper needs --plan"));
    return status ? status : app_onpaper_open(app, &of, ret, err);
}

static enum status take_on_paper(struct app *app, const struct command *c, const struct str *text,
                                 const char *name, struct err *err)
{
    autostr faults = STR_INIT, notes = STR_INIT, said = STR_INIT;
    struct book *book = NULL;
    size_t count = 0;
    const bool dry = c->option['n'] != NULL;
    enum status status = find_book(app, c, &book, err);
    if (status)
        return status;
    status = app_onpaper_read(book, name, text->buf, text->len, &count, &faults, &notes, err);
    command_talk(faults.buf);
    if (!status && !dry)
        status = app_onpaper_save(book, err);
    if (!status) {
        command_talk(notes.buf);
        str_addf(&said,
                 dry ? tr_count("%s figure is right; nothing was saved\n",
                                "%s figures are right; nothing was saved\n", count)
                     : tr_count("%s figure of %s saved as on paper\n",
                                "%s figures of %s saved as on paper\n", count),
                 SAY(count), book->sender_name);
        command_talk(said.buf);
    }
    book_free(&book);
    return status;
}

static enum status run_on_paper(const struct command *c, struct err *err)
{
    __attribute__((cleanup(app_close))) struct app *app = NULL;
    autostr text = STR_INIT, name = STR_INIT;
    if (c->words > 1)
        return err_set(err, STATUS_USAGE, "%s", _("--on-paper takes one file"));
    enum status status = command_read_table(c, 0, &text, &name, err);
    if (!status)
        status = app_open(&c->app, &app, err);
    if (!status)
        status = take_on_paper(app, c, &text, name.buf, err);
    if (!status)
        command_copy_trouble(app);
    return status;
}

static enum status run_files(const struct command *c, struct err *err)
{
    __attribute__((cleanup(app_close))) struct app *app = NULL;
    struct receiving r = {.c = c, .rows = STR_INIT, .talk = STR_INIT};
    enum status status = app_open(&c->app, &app, err);
    r.app = app;
    str_add(&r.rows, "file\tcode\toffice\tfiscal_year\tquarter\tplan\trevision\tarrival\ttaken\t"
                     "differences\tnotes\n");
    for (size_t i = 0; i < c->words && !status; i++)
        status = take_word(&r, c->word[i], err);
    if (!status)
        status = end(&r, err);
    str_done(&r.rows);
    str_done(&r.talk);
    if (!status && app)
        command_copy_trouble(app);
    return status;
}

static enum status run(const struct command *c, struct err *err)
{
    return (c->option['Q'] ? run_on_paper : run_files)(c, err);
}

const struct verb verb_receive = {
    .name = "receive",
    .arguments = "[--dry-run] [--plan P] [--key DIGITS] FILE|FOLDER… | --on-paper OFFICE --plan P "
                 "[--quarter N] "
                 "[--dry-run] [--sheet SHEET] FILE.tsv|FILE.xlsx|-",
    .summary = N_("returns that other offices have sent: verified, compared, taken in"),
    .details =
        N_("Of a folder, the files *.orjon and *.zip. Each is verified by the key of its office, "
           "its figures "
           "are read anew, and what differs from what is here is told figure by figure. New "
           "returns and newer revisions are taken in, each file as one, after a copy of the office "
           "file; what is already here is left. One that is older, of a year of which nothing is "
           "known here, or another one with the same revision waits until --plan takes it. "
           "“orjon undo receive” undoes the last file. A review from the office above is taken "
           "in too, the first one with the digits of --key: “orjon review” shows it. "
           "With --on-paper the file has figures of a return that "
           "came on paper only, as “orjon enter” reads them; they stand as that office's, marked "
           "so, until another such file or what the office signs takes their place."),
    .options = "pnJyqHQ",
    .words_min = 1,
    .words_max = WORDS_MAX,
    .run = run,
};
