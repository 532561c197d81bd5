// SPDX-License-Identifier: GPL-3.0-or-later
// What is odd about a meeting, its decisions and what was counted of it.
#include "orjon/domain/meeting.h"

#include "checking.h"
#include "orjon/base/text.h"
#include "orjon/domain/date.h"
#include "orjon/domain/decision.h"
#include "orjon/domain/post.h"

#include <string.h>

struct look {
    const struct dossier *dossier;
    const struct meeting_office *office;
    const struct record *meeting;
    struct place place;
    const char *name; // what sentences call the meeting
    bool dated;
    int32_t date, today;
};

// A day in a sentence; several of them in one, so the buffer is the caller's.
enum { DAY_MAX = 48 };
static const char *say_day(char buffer[DAY_MAX], int32_t day)
{
    autostr text = STR_INIT;
    date_write(&text, day, i18n_digits());
    text_copy(buffer, DAY_MAX, text.buf);
    return buffer;
}
#define DAY(day) say_day((char[DAY_MAX]){0}, day)

static void check_days(const struct look *look)
{
    int32_t day = 0;
    if (!look->dated) {
        check_find(&look->place, SEVERITY_QUERY, "meeting-date", _("%s has no date"), look->name);
        return;
    }
    if (period_year_of(look->date) != meeting_year(look->meeting))
        check_find(&look->place, SEVERITY_QUERY, "meeting-year",
                   _("%s lies outside its fiscal year"), look->name);
    if (record_date(look->meeting, MEETING_NOTICE_DATE, &day) && day > look->date)
        check_find(&look->place, SEVERITY_QUERY, "meeting-notice",
                   _("%s: held before its notice of %s"), look->name, DAY(day));
    if (record_date(look->meeting, MEETING_MINUTES_DATE, &day) && day < look->date)
        check_find(&look->place, SEVERITY_QUERY, "meeting-minutes",
                   _("%s: its minutes of %s are older than the meeting"), look->name, DAY(day));
}

static void check_served(const struct look *look)
{
    const struct plan *plan = look->dossier->plan;
    const char *name = look->meeting->text[MEETING_PLAN];
    if (*name && !plan)
        check_find(&look->place, SEVERITY_QUERY, "meeting-plan",
                   _("%s: there is no plan “%s” in its fiscal year"), look->name, name);
    for (const char *s = look->meeting->text[MEETING_CODES]; *name && plan && *s;
         s += strspn(s, " ")) {
        autofree char *code = mem_copy_text(s, strcspn(s, " "));
        s += strlen(code);
        if (!plan_find(plan, code))
            check_find(&look->place, SEVERITY_QUERY, "meeting-indicator",
                       _("%s: the plan %s has no indicator “%s”"), look->name, name, code);
    }
}

static void check_chair(const struct look *look)
{
    const struct record *chair = dossier_named(look->dossier, look->meeting, MEETING_CHAIR);
    if (!chair)
        check_find(&look->place, SEVERITY_QUERY, "meeting-chair", _("%s: nobody chairs it"),
                   look->name);
    else if (look->dated && post_had_left(&look->dossier->of[RECORD_TERM], chair->id, look->date))
        check_find(&look->place, SEVERITY_QUERY, "chair-left",
                   _("%s: the chair, %s, held no post any more on that day"), look->name,
                   record_title(chair));
}

static void check_attendance(const struct look *look)
{
    const struct records *sheet = &look->dossier->of[RECORD_ATTENDANCE];
    if (!look->dated || look->date > look->today)
        return; // it is still to be held
    for (size_t i = 0; i < sheet->count; i++)
        if (record_is(&sheet->record[i], ATTENDANCE_PRESENT, "yes") &&
            (record_number(&sheet->record[i], ATTENDANCE_PERSON) ||
             *sheet->record[i].text[ATTENDANCE_NAME]))
            return;
    check_find(&look->place, SEVERITY_QUERY, "meeting-attendance",
               _("%s: nobody is marked as present"), look->name);
}

static void check_progress(const struct look *look, const struct record *decision, const char *text)
{
    const struct records *progress = &look->dossier->of[RECORD_PROGRESS];
    int32_t day = 0;
    for (size_t i = 0; i < progress->count; i++) {
        const struct record *line = &progress->record[i];
        if (line->parent == decision->id && look->dated && record_date(line, PROGRESS_DATE, &day) &&
            day < look->date)
            check_find(&look->place, SEVERITY_QUERY, "progress-early",
                       _("%s: the decision “%s” has progress of %s, before the meeting"),
                       look->name, text, DAY(day));
    }
}

static void check_decision(const struct look *look, const struct record *decision)
{
    autostr text = STR_INIT;
    int32_t due = 0;
    text_shorten(&text, decision->text[DECISION_TEXT], TEXT_CODE_MAX);
    if (!*decision->text[DECISION_WHO])
        check_find(&look->place, SEVERITY_QUERY, "decision-nobody",
                   _("%s: nobody carries out the decision “%s”"), look->name, text.buf);
    if (look->dated && record_date(decision, DECISION_DUE, &due) && due < look->date &&
        !*decision->text[DECISION_FROM])
        check_find(&look->place, SEVERITY_QUERY, "decision-due",
                   _("%s: the decision “%s” is due on %s, before the meeting"), look->name,
                   text.buf, DAY(due));
    if (record_is(decision, DECISION_STATE, "carried") &&
        !decision_carried_into(look->office->decisions, decision->id))
        check_find(&look->place, SEVERITY_QUERY, "decision-carried",
                   _("%s: the decision “%s” is carried over, but no later meeting has it"),
                   look->name, text.buf);
    check_progress(look, decision, text.buf);
}

// Where a meeting is counted there is a proof without a file that names it, of the quarter in which
// it was held.
static void check_counted(const struct look *look, const char *code)
{
    const char *plan = look->meeting->text[MEETING_PLAN];
    for (size_t i = 0; i < look->office->proofs->count; i++) {
        const struct record *proof = &look->office->proofs->record[i];
        if (*proof->text[PROOF_HASH] || record_number(proof, PROOF_MEETING) != look->meeting->id ||
            !record_is(proof, PROOF_CODE, code) || !record_is(proof, PROOF_PLAN, plan))
            continue;
        const int quarter = (int)record_number(proof, PROOF_QUARTER);
        autostr counted = STR_INIT;
        if (quarter == meeting_quarter(look->meeting))
            return;
        period_say_quarter(&counted, quarter);
        check_find(&look->place, SEVERITY_QUERY, "counted-elsewhere",
                   _("%s: it is counted for [%s] in %s, but not held in that quarter"), look->name,
                   code, counted.buf);
        return;
    }
    check_find(&look->place, SEVERITY_QUERY, "counted-unproved",
               _("%s: it is counted for [%s], but no evidence says so"), look->name, code);
}

static void check_all_counted(const struct look *look)
{
    for (const char *s = look->meeting->text[MEETING_COUNTED]; *s; s += strspn(s, " ")) {
        const size_t n = strcspn(s, " ");
        autofree char *code = mem_copy_text(s, n);
        check_counted(look, code);
        if (look->dated && look->date > look->today)
            check_find(&look->place, SEVERITY_QUERY, "counted-early",
                       _("%s: it is counted for [%s], but still to be held"), look->name, code);
        s += n;
    }
}

void meeting_check(const struct dossier *dossier, const struct meeting_office *office,
                   int32_t today, struct findings *ret)
{
    autostr name = STR_INIT;
    struct look look = {
        .dossier = dossier, .office = office, .meeting = dossier->meeting, .today = today};
    meeting_say(&name, look.meeting);
    look.name = name.buf;
    look.dated = record_date(look.meeting, MEETING_DATE, &look.date);
    look.place = (struct place){.findings = ret, .quarter = meeting_quarter(look.meeting)};
    check_days(&look);
    check_served(&look);
    if (!meeting_is_superior(look.meeting)) {
        check_chair(&look);
        check_attendance(&look);
    }
    for (size_t i = 0; i < dossier->of[RECORD_DECISION].count; i++)
        check_decision(&look, &dossier->of[RECORD_DECISION].record[i]);
    check_all_counted(&look);
}

// The quarters of one row.
static void check_row(const struct place *row, const struct year *year, const int counted[QUARTERS],
                      int quarter)
{
    const bool dated = row->indicator->kind == KIND_DATE || row->indicator->kind == KIND_DATES;
    for (int q = 1; q <= quarter; q++) {
        const struct entry *entry = &year->quarter[q - 1];
        const int64_t wanted =
            row->indicator->kind == KIND_DATE ? counted[q - 1] > 0 : counted[q - 1];
        const __int128 says = dated ? (__int128)entry->dates * NUMBER_ONE
                              : entry->state == ENTRY_VALUE && entry->value.set ? entry->value.value
                                                                                : 0;
        if (says < wanted * (__int128)NUMBER_ONE)
            check_find(
                &(struct place){row->findings, row->indicator, q}, SEVERITY_QUERY, "counted-more",
                tr_count("%s meeting is counted for it, but the figure is “%s”",
                         "%s meetings are counted for it, but the figure is “%s”", counted[q - 1]),
                SAY(counted[q - 1]), entry->typed);
    }
}

void meeting_check_figures(const struct plan *plan, const struct year *years, int quarter,
                           const struct records *meetings, const struct records *proofs,
                           struct findings *ret)
{
    for (size_t i = 0; i < plan->count; i++) {
        int counted[QUARTERS];
        meeting_counted(meetings, proofs, plan, &plan->indicator[i], 0, counted, NULL);
        check_row(&(struct place){ret, &plan->indicator[i], 0}, &years[i], counted, quarter);
    }
}
