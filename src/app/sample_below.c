// SPDX-License-Identifier: GPL-3.0-or-later
// What the offices below a sample office have sent: each has a book of its own in memory, in which
// figures are entered and finalised; what it sends is signed with its own key and received as any
// other file is. Nothing of it touches the disk.
#include "sample.h"

#include "offices.h"
#include "orjon/app/enter.h"
#include "orjon/app/finalise.h"
#include "orjon/app/reviews.h"
#include "orjon/base/tsv.h"
#include "orjon/domain/date.h"
#include "receive.h"
#include "send.h"

#include <string.h>

#define COLUMN_LIST(_)                                                                             \
    _(PARCEL) /* by which its figures and proofs are found */                                      \
    _(OFFICE)                                                                                      \
    _(QUARTER)                                                                                     \
    _(REOPENED) /* why the quarter was; else empty */                                              \
        _(FINALISED) _(RECEIVED) _(VERDICT) _(JUDGED) _(REASON)
enum column {
#define X(name) COLUMN_##name,
    COLUMN_LIST(X)
#undef X
        COLUMNS
};

struct sender {
    char *code;
    struct app app;
    struct signing_key *key;
};

struct below {
    const struct sample *sample;
    struct app *app;
    struct sender *sender; // grows: no pointer to one is kept
    size_t count;
    char *cell[COLUMNS]; // the row in hand
    struct err *err;
};

// --- a sender ------------------------------------------------------------------------------------

static void sender_done(struct sender *sender)
{
    app_done(&sender->app);
    if (sender->key)
        signing_key_free(&sender->key);
    free(sender->code);
}

static enum status fill_sender(struct below *b, struct sender *sender, const struct record *unit)
{
    const struct {
        enum office_field field;
        const char *text;
    } particulars[] = {
        {OFFICE_NAME, unit->text[UNIT_NAME]},
        {OFFICE_CODE, unit->text[UNIT_CODE]},
        {OFFICE_FAMILY, unit->text[UNIT_FAMILIES]},
        {OFFICE_OFFICER, unit->text[UNIT_CONTACT]},
        {OFFICE_SUPERIOR_OFFICE, b->app->office.field[OFFICE_NAME]},
        {OFFICE_FISCAL_YEAR, b->app->office.field[OFFICE_FISCAL_YEAR]},
    };
    enum status status = STATUS_OK;
    size_t plans = 0;
    for (size_t i = 0; i < sizeof particulars / sizeof *particulars && !status; i++)
        status = app_put_office(&sender->app, particulars[i].field, particulars[i].text, b->err);
    return status ? status : app_install_year(&sender->app, &plans, b->err);
}

static enum status new_sender(struct below *b, struct sender *sender)
{
    autorecords units = {0};
    const struct record *unit = NULL;
    enum status status = store_open_fleeting(&sender->app.store, b->err);
    if (!status)
        status = signing_key_new(&sender->key, b->err);
    if (!status)
        status = app_load_records(b->app, RECORD_UNIT, 0, &units, b->err);
    for (size_t i = 0; i < units.count; i++)
        if (strcmp(units.record[i].text[UNIT_CODE], sender->code) == 0)
            unit = &units.record[i];
    if (status)
        return status;
    return unit ? fill_sender(b, sender, unit)
                : err_set(b->err, STATUS_NOT_FOUND, "%s", sender->code);
}

static enum status find_sender(struct below *b, struct sender **ret)
{
    const char *code = b->cell[COLUMN_OFFICE];
    for (size_t i = 0; i < b->count; i++)
        if (strcmp(b->sender[i].code, code) == 0) {
            *ret = &b->sender[i];
            return STATUS_OK;
        }
    b->sender = mem_resize(b->sender, b->count + 1, sizeof *b->sender);
    *ret = &b->sender[b->count++];
    **ret = (struct sender){.code = mem_copy_text(code, strlen(code))};
    office_init(&(*ret)->app.office);
    return new_sender(b, *ret);
}

// --- what it sends -------------------------------------------------------------------------------

// The rows of the parcel in hand under the table's own header, without their first cell.
static void rows_of_parcel(const struct below *b, const char *name, struct str *ret)
{
    const struct sample_table table = sample_table(b->sample, name);
    const size_t n = strlen(b->cell[COLUMN_PARCEL]);
    for (const char *line = table.text; *line;) {
        const size_t length = strcspn(line, "\n") + 1;
        const char *rest = strchr(line, '\t') + 1;
        if (line == table.text ||
            ((size_t)(rest - line) == n + 1 && memcmp(line, b->cell[COLUMN_PARCEL], n) == 0))
            str_add_n(ret, rest, length - (size_t)(rest - line));
        line += length;
    }
}

static enum status day_of(const struct below *b, enum column column, struct maybe *ret)
{
    int32_t day = 0;
    enum status status = date_read_iso(b->cell[column], strlen(b->cell[column]), &day, b->err);
    *ret = (struct maybe){true, day};
    return status;
}

static enum status reopen(struct below *b, struct app *app, int quarter)
{
    struct shelf shelf = {0};
    const char *why = b->cell[COLUMN_REOPENED];
    enum status status = *why ? shelf_open(app, 0, NULL, quarter, &shelf, b->err) : STATUS_OK;
    for (size_t i = 0; i < shelf.count && !status; i++)
        status = app_reopen(shelf.book[i], quarter, why, NULL, b->err);
    shelf_done(&shelf);
    return status;
}

static enum status enter(struct below *b, struct app *app)
{
    autostr figures = STR_INIT, proofs = STR_INIT, faults = STR_INIT, notes = STR_INIT;
    size_t count = 0;
    rows_of_parcel(b, "sent-figures", &figures);
    rows_of_parcel(b, "sent-evidence", &proofs);
    const struct app_import import = {
        .kind = RECORD_PROOF, .name = "sent-evidence", .text = proofs.buf, .n = proofs.len};
    enum status status = app_enter_file(app, "sent-figures", figures.buf, figures.len, false,
                                        &count, &faults, &notes, b->err);
    return status ? status : app_import_records(app, &import, &count, &faults, b->err);
}

static enum status finalise(struct below *b, struct app *app, int quarter)
{
    struct shelf shelf = {0};
    enum status status = shelf_open(app, 0, NULL, quarter, &shelf, b->err);
    if (!status)
        status = app_finalise(app, &shelf, NULL, NULL, b->err);
    shelf_done(&shelf);
    return status;
}

static enum status send(struct below *b, struct sender *sender, int quarter, struct str *ret)
{
    autostr talk = STR_INIT;
    enum status status = day_of(b, COLUMN_FINALISED, &sender->app.as_of);
    if (!status)
        status = reopen(b, &sender->app, quarter);
    if (!status)
        status = enter(b, &sender->app);
    if (!status)
        status = finalise(b, &sender->app, quarter);
    return status ? status : send_signed(&sender->app, 0, quarter, sender->key, ret, &talk, b->err);
}

// --- what becomes of it --------------------------------------------------------------------------

// The office reads the digits of its key over the telephone as its first file comes.
static enum status make_known(struct below *b, const struct sender *sender, const struct str *bytes)
{
    autostr open = STR_INIT, digits = STR_INIT;
    struct err err = {0};
    signing_key_public(sender->key, &open);
    enum status status = signature_fingerprint(open.buf, DIGITS_LATIN, &digits, b->err);
    const struct app_office_key key = {
        .office = sender->code, .file = b->cell[COLUMN_PARCEL], .digits = digits.buf};
    if (!status)
        status = office_key_put(b->app, &key, bytes, &err);
    if (status && status != STATUS_EXISTS)
        return err_set(b->err, status, "%s", err_text(&err));
    return STATUS_OK;
}

static enum status judge(struct below *b, int64_t office, int quarter)
{
    const char *verdict = b->cell[COLUMN_VERDICT];
    const struct app_review_of of = {.office = office, .quarter = quarter};
    if (!*verdict)
        return STATUS_OK;
    enum status status = day_of(b, COLUMN_JUDGED, &b->app->as_of);
    return status ? status
                  : app_judge(b->app, &of, NULL,
                              strcmp(verdict, "accepted") ? VERDICT_RETURNED : VERDICT_ACCEPTED,
                              b->cell[COLUMN_REASON], b->err);
}

static enum status receive(struct below *b, const struct sender *sender, int quarter,
                           struct str *bytes)
{
    autoparcel parcel = {0};
    size_t taken = 0;
    enum status status = day_of(b, COLUMN_RECEIVED, &b->app->as_of);
    if (!status)
        status = make_known(b, sender, bytes);
    if (!status)
        status = parcel_open(b->app, b->cell[COLUMN_PARCEL], bytes, &parcel, b->err);
    if (!status)
        status = app_parcel_take(b->app, &parcel, NULL, false, &taken, b->err);
    return status ? status : judge(b, parcel.office, quarter);
}

// --- all of it -----------------------------------------------------------------------------------

static enum status pass_on(struct below *b)
{
    struct sender *sender = NULL;
    autostr bytes = STR_INIT;
    const char *typed = b->cell[COLUMN_QUARTER];
    int quarter = 0;
    enum status status = period_read_quarter(typed, strlen(typed), &quarter, b->err);
    if (!status)
        status = find_sender(b, &sender);
    if (!status)
        status = send(b, sender, quarter, &bytes);
    return status ? status : receive(b, sender, quarter, &bytes);
}

static enum status each_parcel(struct below *b)
{
    const struct sample_table table = sample_table(b->sample, "sent");
    enum status status = STATUS_OK;
    autotsv tsv;
    tsv_open(&tsv, table.text, table.size);
    tsv_next(&tsv); // the names of the columns
    while (!status && tsv_next(&tsv)) {
        for (size_t i = 0; i < COLUMNS; i++)
            b->cell[i] =
                i < tsv.count ? mem_copy_text(tsv.cell[i].s, tsv.cell[i].n) : mem_copy_text("", 0);
        status = pass_on(b);
        for (size_t i = 0; i < COLUMNS; i++)
            free(b->cell[i]);
    }
    return status;
}

static enum status mark(struct below *b)
{
    const struct sample_table marks = sample_table(b->sample, "marks");
    const struct app_import import = {.name = "marks", .text = marks.text, .n = marks.size};
    autostr faults = STR_INIT;
    size_t count = 0;
    return marks.size ? app_import_matrix(b->app, &import, &count, &faults, b->err) : STATUS_OK;
}

enum status sample_fill_below(const struct sample *sample, struct app *app, struct err *err)
{
    const struct maybe today = app->as_of;
    struct below below = {.sample = sample, .app = app, .err = err};
    enum status status = each_parcel(&below);
    app->as_of = today;
    if (!status)
        status = mark(&below);
    for (size_t i = 0; i < below.count; i++)
        sender_done(&below.sender[i]);
    free(below.sender);
    return status;
}
