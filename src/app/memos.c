// SPDX-License-Identifier: GPL-3.0-or-later
// The register of memo numbers.
#include "memos.h"

#include "orjon/base/text.h"
#include "orjon/domain/date.h"
#include "orjon/papers/papers.h"
#include "orjon/store/records.h"
#include "private.h"

#include <stdlib.h>
#include <string.h>

enum status memo_book_read(struct app *app, struct memo_book *ret, struct err *err)
{
    enum status status = store_load_records(app->store, RECORD_SERIES, 0, 0, &ret->series, err);
    if (status == STATUS_OK)
        status = store_load_records(app->store, RECORD_MEMO, 0, 0, &ret->memos, err);
    memo_register_make(&ret->series, &ret->memos, &ret->r);
    return status;
}

void memo_book_done(struct memo_book *book)
{
    memo_register_done(&book->r);
    records_done(&book->series);
    records_done(&book->memos);
}

static void say_number(struct str *ret, const char *number)
{
    text_digits(ret, number, strlen(number), i18n_digits());
}

static void add_told(struct str *ret, const char *text)
{
    str_addf(ret, "%s%s", ret->len && *text ? ", " : "", text);
}

enum status memo_refuse_used(const struct memo *memo, struct err *err)
{
    autostr number = STR_INIT, where = STR_INIT;
    const char *const *text = memo->record->text;
    say_number(&number, text[MEMO_NUMBER]);
    if (memo->date != INT32_MIN)
        date_write(&where, memo->date, i18n_digits());
    add_told(&where, text[MEMO_SUBJECT]);
    add_told(&where, text[MEMO_NOTE]);
    return err_set(err, STATUS_EXISTS, _("The memo number %s was used before: %s"), number.buf,
                   where.buf);
}

enum status memo_add(struct app *app, const struct memo_row *row, struct err *err)
{
    const char *const text[] = {
        [MEMO_NUMBER] = row->number, [MEMO_DATE] = row->date,   [MEMO_SUBJECT] = row->subject,
        [MEMO_TO] = row->to,         [MEMO_PAPER] = row->paper, [MEMO_NOTE] = row->note};
    int64_t id = 0;
    enum status status = store_new_record(app->store, RECORD_MEMO, 0, &id, err);
    for (int i = 0; i < MEMO_FIELD_COUNT && status == STATUS_OK; i++)
        if (text[i] && *text[i])
            status = store_put_field(app->store, RECORD_MEMO, id, i, NULL, text[i], err);
    return status;
}

// --- list

static bool is_dated_in(const struct record *record, int fiscal_year)
{
    const char *date = record->text[MEMO_DATE];
    int32_t day = 0;
    return !fiscal_year || (date_read_iso(date, strlen(date), &day, NULL) == STATUS_OK &&
                            period_year_of(day) == fiscal_year);
}

static bool has(const struct record *record, const char *sought)
{
    for (int i = 0; i < MEMO_FIELD_COUNT; i++)
        if (text_has(record->text[i], sought))
            return true;
    return false;
}

static int by_date(const void *a, const void *b)
{
    const struct record *x = a, *y = b;
    const int order = strcmp(x->text[MEMO_DATE], y->text[MEMO_DATE]);
    return order ? order : strverscmp(x->text[MEMO_NUMBER], y->text[MEMO_NUMBER]);
}

enum status app_load_memos(struct app *app, const struct app_memo_query *query, struct records *ret,
                           struct err *err)
{
    autostr sought = STR_INIT;
    size_t kept = 0;
    enum status status = app_load_records(app, RECORD_MEMO, 0, ret, err);
    if (query->find)
        text_sought(query->find, strlen(query->find), &sought);
    for (size_t i = 0; i < ret->count; i++)
        if (is_dated_in(&ret->record[i], query->fiscal_year) && has(&ret->record[i], sought.buf))
            ret->record[kept++] = ret->record[i];
        else
            free((void *)ret->record[i].text);
    ret->count = kept;
    if (kept)
        qsort(ret->record, kept, sizeof *ret->record, by_date);
    return status;
}

// --- next, take, release

static enum status find_series(const struct memo_book *book, int64_t id, int32_t date,
                               const struct memo_series **ret, struct err *err)
{
    autostr day = STR_INIT;
    *ret = id ? memo_series_by_id(&book->r, id) : memo_series_on(&book->r, date);
    if (*ret)
        return STATUS_OK;
    if (id)
        return err_set(err, STATUS_NOT_FOUND, _("There is no %s with the number %s"),
                       tr(record_shape(RECORD_SERIES)->name), SAY(id));
    date_write(&day, date, i18n_digits());
    return err_set(
        err, STATUS_NOT_FOUND,
        _("No pattern of memo numbers holds on %s; one is set with: orjon memo series new "
          "pattern=47.61.1054.000.39.014.{yy}.{n}"),
        day.buf);
}

enum status app_next_memo(struct app *app, int64_t series, int32_t date, struct str *ret,
                          struct err *err)
{
    automemobook book = {0};
    const struct memo_series *of = NULL;
    enum status status = memo_book_read(app, &book, err);
    if (status == STATUS_OK)
        status = find_series(&book, series, date, &of, err);
    if (status == STATUS_OK)
        memo_write(ret, of->pattern, memo_next(&book.r, of, date), date_civil(date).year);
    return status;
}

static const char *word_of(const struct app_word *words, size_t count, int field)
{
    const char *found = "";
    for (size_t i = 0; i < count; i++)
        if (strcmp(words[i].field, record_shape(RECORD_MEMO)->field[field].word) == 0)
            found = words[i].text;
    return found;
}

// The number that is asked for, made whole by the series; else the next.
static enum status choose_number(struct app *app, int64_t series, const char *typed, int32_t date,
                                 struct str *ret, struct err *err)
{
    automemobook book = {0};
    autostr number = STR_INIT;
    const struct memo_series *of = NULL;
    enum status status = memo_read(typed, strlen(typed), &number, err);
    if (status)
        return status;
    if (!number.len)
        return app_next_memo(app, series, date, ret, err);
    status = memo_book_read(app, &book, err);
    if (status == STATUS_OK && series)
        status = find_series(&book, series, date, &of, err);
    if (status == STATUS_OK)
        memo_complete(of ? of : memo_series_on(&book.r, date), number.buf, date, ret);
    return status;
}

static enum status new_row(struct app *app, const struct app_word *words, size_t count,
                           const char *number, int32_t date, int64_t *ret_id, struct err *err)
{
    const struct record_field *field = record_shape(RECORD_MEMO)->field;
    autofree struct app_word *all = mem_alloc((count + 2) * sizeof *all);
    autostr day = STR_INIT;
    date_write_iso(&day, date);
    memcpy(all, words, count * sizeof *all);
    all[count] = (struct app_word){field[MEMO_DATE].word, day.buf};
    all[count + 1] = (struct app_word){field[MEMO_NUMBER].word, number};
    return app_new_record(app, RECORD_MEMO, 0, all, count + 2, ret_id, err);
}

// The day of a number: as typed, else that of the paper which it is taken for, else today.
static enum status choose_day(struct app *app, const struct app_word *words, size_t count,
                              int32_t *ret, struct err *err)
{
    const char *typed = word_of(words, count, MEMO_DATE);
    struct memo_holder holder;
    autorecords there = {0};
    *ret = app_today(app);
    if (*typed)
        return date_read(typed, strlen(typed), DATE_STRICT, ret, NULL, err);
    if (!memo_holder_read(word_of(words, count, MEMO_PAPER), &holder))
        return STATUS_OK;
    enum status status = app_load_record(app, holder.kind, holder.id, &there, err);
    if (!status && holder.date >= 0)
        record_date(there.record, holder.date, ret);
    return status;
}

static enum status take(struct app *app, int64_t series, const struct app_word *words, size_t count,
                        int64_t *ret_id, struct str *ret_number, struct err *err)
{
    int32_t date = 0;
    enum status status = choose_day(app, words, count, &date, err);
    if (status == STATUS_OK)
        status =
            choose_number(app, series, word_of(words, count, MEMO_NUMBER), date, ret_number, err);
    if (status == STATUS_OK)
        status = new_row(app, words, count, ret_number->buf, date, ret_id, err);
    return status;
}

enum status app_take_memo(struct app *app, int64_t series, const struct app_word *words,
                          size_t count, int64_t *ret_id, struct str *ret_number, struct err *err)
{
    autostr number = STR_INIT;
    int64_t id = 0;
    enum status status = store_begin_write(app->store, err);
    if (status)
        return status;
    status = app_end(app, take(app, series, words, count, &id, &number, err), err);
    if (status)
        return status;
    if (ret_id)
        *ret_id = id;
    if (ret_number)
        str_add(ret_number, number.buf);
    return STATUS_OK;
}

enum status memo_read_note(const char *typed, struct str *ret, struct err *err)
{
    enum status status = text_read(TEXT_REMARK, typed, strlen(typed), ret, err);
    if (status || ret->len)
        return status;
    return err_set(err, STATUS_INVALID,
                   _("A memo number that was not used needs a note that says why"));
}

static enum status release(struct app *app, int64_t id, const char *note, struct err *err)
{
    autorecords own = {0};
    struct memo_holder holder;
    enum status status = app_load_record(app, RECORD_MEMO, id, &own, err);
    if (status)
        return status;
    const struct record *row = own.record;
    const char *paper = row->text[MEMO_PAPER];
    if (memo_holder_read(paper, &holder))
        status = store_put_field(app->store, holder.kind, holder.id, holder.number, NULL, "", err);
    else
        status = memos_give_return(app, paper, "", err);
    if (status == STATUS_OK)
        status = store_put_field(app->store, RECORD_MEMO, id, MEMO_PAPER, NULL, "", err);
    return status ? status
                  : store_put_field(app->store, RECORD_MEMO, id, MEMO_NOTE, NULL, note, err);
}

enum status app_release_memo(struct app *app, int64_t id, const char *note, struct err *err)
{
    autostr clean = STR_INIT;
    enum status status = memo_read_note(note, &clean, err);
    if (status == STATUS_OK)
        status = store_begin_write(app->store, err);
    return status ? status : app_end(app, release(app, id, clean.buf, err), err);
}

// --- telling

// «2024-25 3 egov rti» of a return; false for anything else.
static bool say_return(struct app *app, const char *rest, struct str *ret)
{
    int year = 0, quarter = 0;
    const size_t n = strcspn(rest, " ");
    if (period_read_year(rest, n, &year, NULL) || !rest[n] ||
        period_read_quarter(rest + n + 1, strcspn(rest + n + 1, " "), &quarter, NULL))
        return false;
    str_add(ret, ": ");
    period_write_year(ret, year, i18n_digits());
    str_add_char(ret, ' ');
    period_say_quarter(ret, quarter);
    const char *at = rest + n + 1;
    for (at += strcspn(at, " "); *(at += strspn(at, " "));) {
        autofree char *plan = mem_copy_text(at, strcspn(at, " "));
        str_add(ret, ", ");
        app_say_plan(app, plan, true, ret);
        at += strlen(plan);
    }
    return true;
}

// What «minutes 31» is of; false where that is gone.
static bool say_holder(struct app *app, const char *paper, struct str *ret)
{
    struct memo_holder holder;
    autorecords of = {0};
    if (!memo_holder_read(paper, &holder) ||
        app_load_record(app, holder.kind, holder.id, &of, NULL))
        return false;
    str_addf(ret, ": %s", record_title(&of.record[0]));
    return true;
}

void app_say_memo_paper(struct app *app, const struct record *memo, bool brief, struct str *ret)
{
    const char *paper = memo->text[MEMO_PAPER];
    const size_t n = strcspn(paper, " ");
    autofree char *word = mem_copy_text(paper, n);
    const struct paper_kind *kind = paper_kind_find(word);
    str_add(ret, kind ? tr(kind->title) : word);
    if ((kind && brief) || say_holder(app, paper, ret) ||
        (paper[n] && strcmp(word, "return") == 0 && say_return(app, paper + n + 1, ret)))
        return;
    text_digits(ret, paper + n, strlen(paper + n), i18n_digits());
}

// The number that stands behind a title that the text begins with; NULL behind another.
static const char *behind_title(const struct str *text, const char *title)
{
    const size_t n = strlen(title);
    return strncmp(text->buf, title, n) == 0 && text->buf[n] == ' ' ? text->buf + n : NULL;
}

void memos_read_paper(struct str *text)
{
    static const enum language languages[] = {LANGUAGE_BENGALI, LANGUAGE_ENGLISH};
    for (const struct paper_kind *kind = paper_kinds; kind->name; kind++)
        for (size_t l = 0; l < sizeof languages / sizeof *languages; l++) {
            const char *rest = behind_title(text, tr_in(languages[l], kind->title));
            autostr read = STR_INIT;
            if (!rest)
                continue;
            str_add(&read, kind->name);
            text_digits(&read, rest, strlen(rest), DIGITS_LATIN);
            str_reset(text);
            str_add_n(text, read.buf, read.len);
            return;
        }
}
