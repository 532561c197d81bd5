// SPDX-License-Identifier: GPL-3.0-or-later
// A meeting as achievement: which one of how many, and what the quarter's figure becomes.
#include "orjon/domain/meeting.h"

#include "orjon/base/larger.h"
#include "orjon/domain/date.h"

#include <string.h>

// Whether a proof is of that plan's indicator, and the meeting itself: a file is a paper about it.
static bool is_of(const struct record *proof, const struct plan *plan, const char *code)
{
    const char *said = proof->text[PROOF_YEAR];
    int year = 0;
    return !*proof->text[PROOF_HASH] && record_is(proof, PROOF_CODE, code) &&
           record_is(proof, PROOF_PLAN, plan->name) &&
           period_read_year(said, strlen(said), &year, NULL) == STATUS_OK &&
           year == plan->fiscal_year;
}

// Whether a proof before it names the same meeting: more of them make no more meetings.
static bool names_again(const struct records *proofs, size_t i, const struct plan *plan,
                        const char *code)
{
    const char *meeting = proofs->record[i].text[PROOF_MEETING];
    for (size_t k = 0; k < i; k++)
        if (record_is(&proofs->record[k], PROOF_MEETING, meeting) &&
            is_of(&proofs->record[k], plan, code))
            return true;
    return false;
}

void meeting_counted(const struct records *meetings, const struct records *proofs,
                     const struct plan *plan, const struct indicator *indicator, int64_t except,
                     int ret[QUARTERS], const struct record **ret_own)
{
    memset(ret, 0, QUARTERS * sizeof *ret);
    for (size_t i = 0; i < proofs->count; i++) {
        const struct record *proof = &proofs->record[i];
        const int64_t id = record_number(proof, PROOF_MEETING),
                      quarter = record_number(proof, PROOF_QUARTER);
        if (!id || quarter < 1 || quarter > QUARTERS || !is_of(proof, plan, indicator->code))
            continue;
        if (names_again(proofs, i, plan, indicator->code))
            continue;
        const struct record *meeting = records_find(meetings, id);
        if (id == except && ret_own)
            *ret_own = proof;
        else if (id != except && meeting)
            ret[quarter - 1] += record_has(meeting, MEETING_COUNTED, indicator->code);
    }
}

// How many things a figure says, or how many its meetings come to where those are more.
static int64_t figure_of(const struct entry *entry)
{
    return entry->state == ENTRY_VALUE && entry->value.set
               ? (int64_t)(entry->value.value / NUMBER_ONE)
               : 0;
}

// What the quarters before it come to.
static int64_t before(const struct indicator *indicator, const struct year *year,
                      const int counted[QUARTERS], int quarter)
{
    int64_t sum = 0, last = 0, meetings = 0;
    for (int q = 0; q < quarter - 1; q++) {
        const int64_t figure = figure_of(&year->quarter[q]);
        meetings += counted[q];
        sum += larger64(figure, counted[q]);
        last = larger64(larger64(last, figure), meetings);
    }
    return indicator->method == METHOD_LAST ? last : sum;
}

static void write_number(int64_t number, struct str *ret)
{
    number_write(ret, (__int128)number * NUMBER_ONE,
                 (struct number_style){.digits = i18n_digits()});
}

// What the figure says when the meetings of the quarter are `meetings`; of a row that is kept as
// the year's stand, those of the quarters before it too.
static int64_t stand(const struct indicator *indicator, const struct year *year,
                     const int counted[QUARTERS], int quarter, int64_t meetings)
{
    return indicator->method == METHOD_LAST && meetings
               ? before(indicator, year, counted, quarter) + meetings
               : meetings;
}

static void count_number(const struct indicator *indicator, const struct year *year,
                         const int counted[QUARTERS], int quarter, struct meeting_count *ret,
                         struct str *ret_figure)
{
    const int64_t meetings = counted[quarter - 1] + 1;
    const struct entry *entry = &year->quarter[quarter - 1];
    const int64_t wanted = stand(indicator, year, counted, quarter, meetings);
    ret->number = before(indicator, year, counted, quarter) + meetings;
    ret->of = indicator->grade[0].set ? (int64_t)(indicator->grade[0].value / NUMBER_ONE) : 0;
    if (figure_of(entry) >= wanted)
        str_add(ret_figure, entry->typed);
    else
        write_number(wanted, ret_figure);
}

// The dates of a figure with one more, or one less, in order.
static void write_dates(const struct entry *entry, int32_t date, bool with, struct str *ret)
{
    bool put = !with;
    for (size_t i = 0; i <= entry->dates; i++) {
        const int32_t there = i < entry->dates ? entry->date[i] : INT32_MAX;
        if (!put && date < there) {
            str_add(ret, ret->len ? ", " : "");
            date_write(ret, date, i18n_digits());
            put = true;
        }
        if (i == entry->dates || (there == date && !with))
            continue;
        put |= there == date;
        str_add(ret, ret->len ? ", " : "");
        date_write(ret, there, i18n_digits());
    }
}

static bool has_date(const struct entry *entry, int32_t date)
{
    for (size_t i = 0; i < entry->dates; i++)
        if (entry->date[i] == date)
            return true;
    return false;
}

static void count_dates(const struct indicator *indicator, const struct year *year, int quarter,
                        int32_t date, struct meeting_count *ret, struct str *ret_figure)
{
    const struct entry *entry = &year->quarter[quarter - 1];
    ret->number = has_date(entry, date) ? 0 : 1;
    for (int q = 0; q < quarter; q++)
        ret->number += (int64_t)year->quarter[q].dates;
    ret->of = indicator->grade[0].set ? (int64_t)indicator->grade[0].dates : 0;
    if (has_date(entry, date))
        str_add(ret_figure, entry->typed);
    else
        write_dates(entry, date, true, ret_figure);
}

// One date is asked for: the earliest on which it was held.
static void count_date(const struct year *year, int quarter, int32_t date,
                       struct meeting_count *ret, struct str *ret_figure)
{
    const struct entry *entry = &year->quarter[quarter - 1];
    *ret = (struct meeting_count){1, 1};
    if (entry->dates && entry->date[0] <= date)
        str_add(ret_figure, entry->typed);
    else
        date_write(ret_figure, date, i18n_digits());
}

// Percents and averages are of something else than meetings.
static enum status must_count(const struct indicator *indicator, struct err *err)
{
    const bool adds = indicator->method == METHOD_SUM || indicator->method == METHOD_ADD ||
                      indicator->method == METHOD_LAST;
    if (indicator->kind == KIND_DATE || indicator->kind == KIND_DATES ||
        (indicator->kind == KIND_NUMBER && adds))
        return STATUS_OK;
    return err_set(err, STATUS_INVALID,
                   _("[%s] is a percent or an average; a meeting does not count for it"),
                   indicator->code);
}

enum status meeting_count(const struct indicator *indicator, const struct year *year,
                          const int counted[QUARTERS], int quarter, int32_t date,
                          struct meeting_count *ret, struct str *ret_figure, struct err *err)
{
    enum status status = must_count(indicator, err);
    if (status)
        return status;
    if (indicator->kind == KIND_NUMBER)
        count_number(indicator, year, counted, quarter, ret, ret_figure);
    else if (indicator->kind == KIND_DATES)
        count_dates(indicator, year, quarter, date, ret, ret_figure);
    else
        count_date(year, quarter, date, ret, ret_figure);
    return STATUS_OK;
}

enum status meeting_uncount(const struct indicator *indicator, const struct year *year,
                            const int counted[QUARTERS], int quarter, int32_t date,
                            struct str *ret_figure, struct err *err)
{
    const struct entry *entry = &year->quarter[quarter - 1];
    enum status status = must_count(indicator, err);
    if (status)
        return status;
    if (indicator->kind != KIND_NUMBER) {
        if (has_date(entry, date))
            write_dates(entry, date, false, ret_figure);
        else
            str_add(ret_figure, entry->typed);
        return STATUS_OK;
    }
    const int64_t meetings = counted[quarter - 1];
    const int64_t left = stand(indicator, year, counted, quarter, meetings - 1);
    if (figure_of(entry) != stand(indicator, year, counted, quarter, meetings))
        str_add(ret_figure, entry->typed);
    else if (left)
        write_number(left, ret_figure);
    return STATUS_OK;
}
