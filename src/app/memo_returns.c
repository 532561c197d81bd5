// SPDX-License-Identifier: GPL-3.0-or-later
// Returns in the register of memo numbers. The returns of one quarter may go with one letter, and
// then have one number.
#include "memos.h"

#include "orjon/base/text.h"
#include "orjon/domain/date.h"
#include "orjon/papers/papers.h"
#include "orjon/store/records.h"
#include "private.h"

#include <string.h>

// «return 2024-25 3», and with « egov» behind it.
static void write_quarter(struct str *ret, const struct book *book)
{
    str_add(ret, "return ");
    period_write_year_short(ret, book->plan->fiscal_year);
    str_addf(ret, " %d", book->quarter);
}

static void write_subject(struct str *ret, const struct book *book)
{
    str_addf(ret, "%s: %s, ", tr_in(LANGUAGE_BENGALI, paper_kind_find("return")->title),
             book->plan->title);
    period_write_quarter_months(ret, book->plan->fiscal_year, book->quarter, DIGITS_BENGALI);
}

static void write_to(struct str *ret, const struct office *office)
{
    const char *to = office->field[OFFICE_SUPERIOR], *of = office->field[OFFICE_SUPERIOR_OFFICE];
    str_addf(ret, "%s%s%s", to, *to && *of ? ", " : "", of);
}

// Whether a plan's name stands among those behind the quarter.
static bool has_name(const char *names, const char *name)
{
    const size_t n = strlen(name);
    for (const char *s = names; (s = strstr(s, name)); s += n)
        if (s > names && s[-1] == ' ' && (s[n] == ' ' || !s[n]))
            return true;
    return false;
}

// Whether the row is one of the return's own quarter, and has room for it.
static bool is_of_quarter(const struct memo *memo, const struct book *book)
{
    autostr quarter = STR_INIT;
    const char *there = memo->record->text[MEMO_PAPER];
    write_quarter(&quarter, book);
    return strncmp(there, quarter.buf, quarter.len) == 0 && there[quarter.len] == ' ';
}

// EXISTS where the number is that of another paper.
static enum status may_join(const struct memo *memo, const struct book *book, struct err *err)
{
    const char *const *text = memo->record->text;
    const bool taken = *text[MEMO_PAPER] || *text[MEMO_NOTE];
    return taken && !is_of_quarter(memo, book) ? memo_refuse_used(memo, err) : STATUS_OK;
}

static enum status put(struct app *app, const struct memo *memo, int field, const char *text,
                       struct err *err)
{
    return store_put_field(app->store, RECORD_MEMO, memo->record->id, field, NULL, text, err);
}

// What the number was taken for, where nobody has said it.
static enum status describe(struct app *app, const struct memo *memo, const struct book *of,
                            struct err *err)
{
    autostr subject = STR_INIT, to = STR_INIT;
    const char *const *text = memo->record->text;
    enum status status = STATUS_OK;
    write_subject(&subject, of);
    write_to(&to, &app->office);
    if (!*text[MEMO_SUBJECT])
        status = put(app, memo, MEMO_SUBJECT, subject.buf, err);
    return status || *text[MEMO_TO] ? status : put(app, memo, MEMO_TO, to.buf, err);
}

static enum status join(struct app *app, const struct memo *memo, const struct book *book,
                        struct err *err)
{
    autostr paper = STR_INIT;
    const char *there = memo->record->text[MEMO_PAPER];
    enum status status = may_join(memo, book, err);
    if (status == STATUS_OK)
        status = describe(app, memo, book, err);
    if (status)
        return status;
    write_quarter(&paper, book);
    const char *names = *there ? there + paper.len : "";
    if (has_name(names, book->plan->name))
        return STATUS_OK;
    str_add(&paper, names);
    str_addf(&paper, " %s", book->plan->name);
    return put(app, memo, MEMO_PAPER, paper.buf, err);
}

static enum status add(struct app *app, const struct book *of, const char *number, struct err *err)
{
    autostr paper = STR_INIT, subject = STR_INIT, to = STR_INIT, date = STR_INIT;
    write_quarter(&paper, of);
    str_addf(&paper, " %s", of->plan->name);
    write_subject(&subject, of);
    write_to(&to, &app->office);
    date_write_iso(&date, app_today(app));
    return memo_add(app,
                    &(struct memo_row){.number = number,
                                       .date = date.buf,
                                       .subject = subject.buf,
                                       .to = to.buf,
                                       .paper = paper.buf},
                    err);
}

// The whole number of a return's letter; nothing where it is left to the pen. What is no number is
// printed as it stands, and is nobody's in the register.
static void number_of(const struct book *of, const struct memo_register *r, struct str *ret)
{
    const struct office *office = &of->app->office;
    const int32_t today = app_today(of->app);
    const char *own = office_own(office, OFFICE_OWN_MEMO, of->plan->name);
    const char *memo = *own ? own : office->field[OFFICE_MEMO];
    autostr number = STR_INIT;
    if (memo_read(memo, strlen(memo), &number, NULL) == STATUS_OK &&
        memo_extent(number.buf) >= MEMO_SERIAL)
        memo_complete(memo_series_on(r, today), number.buf, today, ret);
}

enum status memos_take_return(struct book *of, struct err *err)
{
    automemobook book = {0};
    autostr number = STR_INIT;
    enum status status = memo_book_read(of->app, &book, err);
    if (status)
        return status;
    number_of(of, &book.r, &number);
    const struct memo *memo = memo_find(&book.r, number.buf, app_today(of->app), 0);
    if (number.len)
        status = memo ? join(of->app, memo, of, err) : add(of->app, of, number.buf, err);
    if (status)
        err_prefix(err, "%s: ", of->plan->title);
    return status;
}

enum status memos_check_return(const struct book *of, struct findings *ret, struct err *err)
{
    automemobook book = {0};
    autostr number = STR_INIT;
    struct err used = {0};
    enum status status = memo_book_read(of->app, &book, err);
    if (status)
        return status;
    number_of(of, &book.r, &number);
    const struct memo *memo = memo_find(&book.r, number.buf, app_today(of->app), 0);
    if (memo && may_join(memo, of, &used))
        findings_add_query(ret, "memo-used", used.text);
    return STATUS_OK;
}

// Year, quarter and plans of «return 2024-25 3 egov rti»; the plans are what is left of it.
static bool read_quarter(const char *paper, int *ret_year, int *ret_quarter, const char **ret_plans)
{
    static const char word[] = "return ";
    if (strncmp(paper, word, strlen(word)) != 0)
        return false;
    const char *year = paper + strlen(word), *quarter = strchrnul(year, ' ');
    const char *plans = strchrnul(quarter + (*quarter == ' '), ' ');
    *ret_plans = plans;
    return *plans &&
           period_read_year(year, (size_t)(quarter - year), ret_year, NULL) == STATUS_OK &&
           period_read_quarter(quarter + 1, (size_t)(plans - quarter - 1), ret_quarter, NULL) ==
               STATUS_OK;
}

static enum status give(struct app *app, int year, int quarter, const char *plan,
                        const char *number, struct err *err)
{
    struct book *book = NULL;
    autostr key = STR_INIT;
    enum status status = book_open(app, year, plan, quarter, &book, err);
    if (status == STATUS_OK)
        status = app_may_change(app, book, quarter, err);
    book_free(&book);
    str_addf(&key, "memo.%s", plan);
    return status || !number ? status : app_set_own(app, key.buf, number, err);
}

enum status memos_give_return(struct app *app, const char *paper, const char *number,
                              struct err *err)
{
    int year = 0, quarter = 0;
    const char *plan = NULL;
    enum status status = STATUS_OK;
    if (!read_quarter(paper, &year, &quarter, &plan))
        return STATUS_OK;
    for (; *(plan += strspn(plan, " ")) && status == STATUS_OK; plan += strcspn(plan, " ")) {
        autofree char *name = mem_copy_text(plan, strcspn(plan, " "));
        status = give(app, year, quarter, name, number, err);
    }
    return status;
}
