// SPDX-License-Identifier: GPL-3.0-or-later
// The register of memo numbers and the papers whose numbers stand in it.
#include "memos.h"

#include "orjon/base/text.h"
#include "orjon/domain/date.h"
#include "orjon/papers/papers.h"
#include "orjon/store/records.h"
#include "private.h"

#include <stdlib.h>
#include <string.h>

// --- which papers there are

bool memo_holder_of(enum record_kind kind, int64_t id, int field, struct memo_holder *ret)
{
    const struct record_shape *shape = record_shape(kind);
    if (shape->field[field].type != FIELD_MEMO || !shape->field[field].of)
        return false;
    *ret = (struct memo_holder){.kind = kind, .id = id, .number = field, .date = field - 1};
    while (ret->date >= 0 && shape->field[ret->date].type != FIELD_DATE)
        ret->date--;
    return true;
}

bool memo_holder_read(const char *paper, struct memo_holder *ret)
{
    const size_t n = strcspn(paper, " ");
    char *end = NULL;
    const long long id = strtoll(paper + n, &end, 10);
    for (int kind = 0; kind < RECORD_KINDS && id > 0 && !*end; kind++)
        for (int i = 0; i < record_shape((enum record_kind)kind)->fields; i++)
            if (memo_holder_of((enum record_kind)kind, id, i, ret)) {
                const char *of = record_shape((enum record_kind)kind)->field[i].of;
                if (strlen(of) == n && memcmp(of, paper, n) == 0)
                    return true;
            }
    return false;
}

static const char *word_of(const struct memo_holder *holder)
{
    return record_shape(holder->kind)->field[holder->number].of;
}

void memo_holder_write(struct str *ret, const struct memo_holder *holder)
{
    str_addf(ret, "%s %lld", word_of(holder), (long long)holder->id);
}

// Orders from above have their sender's number; what is answered to them has ours.
static bool is_ours(const struct record *record, int field)
{
    return record->kind != RECORD_MEETING || !record_is(record, MEETING_SORT, "superior") ||
           (field != MEETING_NOTICE_MEMO && field != MEETING_MINUTES_MEMO);
}

enum status app_propose_memo(struct app *app, const struct record *record, int field,
                             struct str *ret, struct err *err)
{
    struct memo_holder holder = {.date = -1};
    int32_t date = app_today(app);
    memo_holder_of(record->kind, record->id, field, &holder);
    if (!is_ours(record, field))
        return STATUS_OK;
    if (holder.date >= 0)
        record_date(record, holder.date, &date);
    return app_next_memo(app, 0, date, ret, err);
}

static enum status put(struct app *app, enum record_kind kind, int64_t id, int field,
                       const char *text, struct err *err)
{
    return field < 0 ? STATUS_OK : store_put_field(app->store, kind, id, field, NULL, text, err);
}

// --- the row follows the paper

static const struct record *row_of(const struct memo_book *book, const char *paper)
{
    for (size_t i = 0; i < book->memos.count; i++)
        if (strcmp(book->memos.record[i].text[MEMO_PAPER], paper) == 0)
            return &book->memos.record[i];
    return NULL;
}

// What is told of a paper, in the language of the register, which is a paper too.
static void write_subject(struct str *ret, const char *paper, const char *title)
{
    const struct paper_kind *kind = paper_kind_find(paper);
    if (kind)
        str_addf(ret, "%s: ", tr_in(LANGUAGE_BENGALI, kind->title));
    str_add(ret, title);
}

// A number that was taken for no paper yet may be claimed by one.
static enum status claim_or_add(struct app *app, const struct memo_book *book,
                                const struct memo_row *row, struct err *err)
{
    int32_t date = 0;
    enum status status = date_read_iso(row->date, strlen(row->date), &date, err);
    if (status)
        return status;
    const struct memo *memo = memo_find(&book->r, row->number, date, 0);
    if (!memo)
        return memo_add(app, row, err);
    if (*memo->record->text[MEMO_PAPER] || *memo->record->text[MEMO_NOTE])
        return memo_refuse_used(memo, err);
    status = put(app, RECORD_MEMO, memo->record->id, MEMO_PAPER, row->paper, err);
    return status ? status : put(app, RECORD_MEMO, memo->record->id, MEMO_DATE, row->date, err);
}

static void write_today(struct app *app, struct str *ret)
{
    date_write_iso(ret, app_today(app));
}

// A number that its paper has no more stays used.
static enum status let_go(struct app *app, const struct record *row, struct err *err)
{
    const char *note = tr_in(LANGUAGE_BENGALI, N_("the paper does not have it any more"));
    enum status status = put(app, RECORD_MEMO, row->id, MEMO_PAPER, "", err);
    return status || *row->text[MEMO_NOTE] ? status
                                           : put(app, RECORD_MEMO, row->id, MEMO_NOTE, note, err);
}

static enum status follow_paper(struct app *app, const struct record *record,
                                const struct memo_holder *holder, struct err *err)
{
    automemobook book = {0};
    autostr paper = STR_INIT, date = STR_INIT, subject = STR_INIT;
    const char *number = record->text[holder->number];
    enum status status = memo_book_read(app, &book, err);
    if (status)
        return status;
    memo_holder_write(&paper, holder);
    const struct record *row = row_of(&book, paper.buf);
    if (memo_extent(number) < MEMO_SERIAL || !is_ours(record, holder->number))
        return row ? let_go(app, row, err) : STATUS_OK;
    str_add(&date, holder->date >= 0 ? record->text[holder->date] : "");
    if (row) {
        status = put(app, RECORD_MEMO, row->id, MEMO_NUMBER, number, err);
        return status || !date.len ? status
                                   : put(app, RECORD_MEMO, row->id, MEMO_DATE, date.buf, err);
    }
    if (!date.len)
        write_today(app, &date);
    write_subject(&subject, word_of(holder), record_title(record));
    return claim_or_add(
        app, &book,
        &(struct memo_row){
            .number = number, .date = date.buf, .subject = subject.buf, .paper = paper.buf},
        err);
}

// --- and the paper the row

// What the number was taken for, where nobody has said it.
static enum status fill_subject(struct app *app, const struct record *row,
                                const struct memo_holder *holder, struct err *err)
{
    autorecords named = {0};
    autostr subject = STR_INIT;
    if (*row->text[MEMO_SUBJECT])
        return STATUS_OK;
    enum status status = app_load_record(app, holder->kind, holder->id, &named, err);
    if (status)
        return status;
    write_subject(&subject, word_of(holder), record_title(named.record));
    return put(app, RECORD_MEMO, row->id, MEMO_SUBJECT, subject.buf, err);
}

static enum status follow_row(struct app *app, const struct record *row, int field, struct err *err)
{
    struct memo_holder holder;
    const char *paper = row->text[MEMO_PAPER], *number = row->text[MEMO_NUMBER];
    if (!*number || (field != MEMO_NUMBER && field != MEMO_PAPER && field != MEMO_DATE))
        return STATUS_OK;
    if (!memo_holder_read(paper, &holder))
        return field == MEMO_DATE ? STATUS_OK : memos_give_return(app, paper, number, err);
    enum status status = put(app, holder.kind, holder.id, holder.number, number, err);
    if (status == STATUS_OK)
        status = put(app, holder.kind, holder.id, holder.date, row->text[MEMO_DATE], err);
    return status ? status : fill_subject(app, row, &holder, err);
}

enum status memos_after(struct app *app, enum record_kind kind, int64_t id, int field,
                        struct err *err)
{
    const struct record_shape *shape = record_shape(kind);
    const enum field_type type = shape->field[field].type;
    struct memo_holder holder;
    autorecords own = {0};
    if (type != FIELD_MEMO && type != FIELD_DATE && type != FIELD_CHOICE && kind != RECORD_MEMO)
        return STATUS_OK;
    enum status status = store_load_records(app->store, kind, 0, id, &own, err);
    if (status || !own.count)
        return status;
    if (kind == RECORD_MEMO)
        return follow_row(app, own.record, field, err);
    for (int i = 0; i < shape->fields && !status; i++)
        if (memo_holder_of(kind, id, i, &holder) &&
            (i == field || holder.date == field || type == FIELD_CHOICE))
            status = follow_paper(app, own.record, &holder, err);
    return status;
}

enum status memos_remove(struct app *app, enum record_kind kind, int64_t id, struct err *err)
{
    struct memo_holder holder;
    automemobook book = {0};
    enum status status = memo_book_read(app, &book, err);
    const struct record *own = kind == RECORD_MEMO ? records_find(&book.memos, id) : NULL;
    if (!status && own && *own->text[MEMO_PAPER])
        return err_set(err, STATUS_INVALID,
                       _("A memo number that a paper has stays in the register; it can be released "
                         "with a note"));
    for (int i = 0; i < record_shape(kind)->fields && !status; i++) {
        autostr paper = STR_INIT;
        if (!memo_holder_of(kind, id, i, &holder))
            continue;
        memo_holder_write(&paper, &holder);
        const struct record *row = row_of(&book, paper.buf);
        status = row ? let_go(app, row, err) : STATUS_OK;
    }
    return status;
}

// --- what is refused before

static enum status may_change_paper(struct app *app, const struct record *row, const char *paper,
                                    struct err *err)
{
    struct memo_holder holder;
    autorecords named = {0};
    if (row && strcmp(row->text[MEMO_PAPER], paper) == 0)
        return STATUS_OK;
    if (row && memo_holder_read(row->text[MEMO_PAPER], &holder))
        return err_set(err, STATUS_INVALID,
                       _("The number belongs to a paper; release it from that first, with a note"));
    if (!memo_holder_read(paper, &holder))
        return STATUS_OK;
    enum status status = app_load_record(app, holder.kind, holder.id, &named, err);
    if (status)
        return status;
    const char *number = named.record[0].text[holder.number];
    autostr said = STR_INIT;
    text_digits(&said, number, strlen(number), i18n_digits());
    return memo_extent(number) < MEMO_SERIAL
               ? STATUS_OK
               : err_set(err, STATUS_EXISTS, _("“%s” has a memo number already: %s"),
                         record_title(&named.record[0]), said.buf);
}

// The day of a number: that of its own record, else today.
static int32_t day_of_number(struct app *app, const struct record *own, int field)
{
    int32_t date = app_today(app);
    if (own && field >= 0 && *own->text[field])
        date_read_iso(own->text[field], strlen(own->text[field]), &date, NULL);
    return date;
}

static enum status read_number(struct app *app, const struct record *own, int date_field,
                               struct str *text, struct err *err)
{
    automemobook book = {0};
    autostr whole = STR_INIT;
    enum status status = memo_book_read(app, &book, err);
    if (status)
        return status;
    const int32_t date = day_of_number(app, own, date_field);
    memo_complete(memo_series_on(&book.r, date), text->buf, date, &whole);
    const bool is_row = own && own->kind == RECORD_MEMO;
    const struct memo *used = memo_find(&book.r, whole.buf, date, is_row ? own->id : 0);
    if (is_row && used)
        return memo_refuse_used(used, err);
    str_reset(text);
    str_add(text, whole.buf);
    return STATUS_OK;
}

enum status memos_before(struct app *app, enum record_kind kind, int64_t id, int field,
                         struct str *text, struct err *err)
{
    const enum field_type type = record_shape(kind)->field[field].type;
    const bool is_paper = kind == RECORD_MEMO && field == MEMO_PAPER;
    struct memo_holder holder = {.date = MEMO_DATE};
    autorecords there = {0};
    if (!is_paper && type != FIELD_MEMO)
        return STATUS_OK;
    if (is_paper)
        memos_read_paper(text);
    enum status status = store_load_records(app->store, kind, 0, id, &there, err);
    const struct record *own = there.count ? there.record : NULL;
    if (status || is_paper)
        return status ? status : may_change_paper(app, own, text->buf, err);
    if (kind != RECORD_MEMO &&
        (!memo_holder_of(kind, id, field, &holder) || (own && !is_ours(own, field))))
        return STATUS_OK;
    return read_number(app, own, holder.date, text, err);
}

// --- what does not stand in it

static void check_record(const struct memo_book *book, const struct record *record,
                         struct findings *ret)
{
    struct memo_holder holder;
    for (int i = 0; i < record_shape(record->kind)->fields; i++) {
        autostr paper = STR_INIT, number = STR_INIT, text = STR_INIT;
        const char *kept = record->text[i];
        if (!memo_holder_of(record->kind, record->id, i, &holder) || !is_ours(record, i) ||
            memo_extent(kept) < MEMO_SERIAL)
            continue;
        memo_holder_write(&paper, &holder);
        const struct record *row = row_of(book, paper.buf);
        if (row && strcmp(row->text[MEMO_NUMBER], kept) == 0)
            continue;
        text_digits(&number, kept, strlen(kept), i18n_digits());
        str_addf(&text, _("memo %s of “%s” does not stand in the register; put it there again"),
                 number.buf, record_title(record));
        findings_add_query(ret, "memo-missing", text.buf);
    }
}

enum status memos_check_papers(struct app *app, const struct memo_book *book, struct findings *ret,
                               struct err *err)
{
    enum status status = STATUS_OK;
    for (int kind = 0; kind < RECORD_KINDS && status == STATUS_OK; kind++) {
        const struct record_shape *shape = record_shape((enum record_kind)kind);
        autorecords records = {0};
        bool holds = false;
        for (int i = 0; i < shape->fields; i++)
            holds |= shape->field[i].type == FIELD_MEMO && shape->field[i].of;
        if (holds)
            status = store_load_records(app->store, (enum record_kind)kind, 0, 0, &records, err);
        for (size_t i = 0; i < records.count; i++)
            check_record(book, &records.record[i], ret);
    }
    return status;
}
