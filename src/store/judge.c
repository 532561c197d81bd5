// SPDX-License-Identifier: GPL-3.0-or-later
// Verdicts on what came in: put, undone.
#include "receipts.h"

#include "orjon/base/digest.h"
#include "orjon/base/refusal.h"
#include "orjon/base/text.h"

#include <string.h>

static const char *const words[] = {"none", "accepted", "returned"};

struct judged {
    int64_t id, office;
    int fiscal_year, quarter;
    enum verdict verdict;
    char plan[TEXT_CODE_MAX * 4 + 1], seal[DIGEST_HEX + 1];
};

static enum status gone(struct err *err)
{
    return refuse_changed(_("The return"), NULL, err);
}

static void take(struct query *query, struct judged *ret)
{
    *ret = (struct judged){.id = db_integer(query, 0),
                           .office = db_integer(query, 1),
                           .fiscal_year = db_year(query, 2),
                           .quarter = db_quarter(query, 3),
                           .verdict = (enum verdict)db_integer(query, 6)};
    text_copy(ret->plan, sizeof ret->plan, db_text(query, 4));
    text_copy(ret->seal, sizeof ret->seal, db_text(query, 5));
}

static enum status find_judged(struct store *store, int64_t receipt, struct judged *ret,
                               struct err *err)
{
    autoquery query = {0};
    bool row = false;
    enum status status =
        db_first_of(store,
                    "SELECT id, office, fiscal_year, quarter, plan, seal, verdict FROM receipt"
                    " WHERE id = ? AND in_force",
                    receipt, &query, &row, err);
    if (status || !row)
        return status ? status : gone(err);
    take(&query, ret);
    return STATUS_OK;
}

static enum status write_verdict(struct store *store, int64_t receipt, enum verdict verdict,
                                 int32_t day, int64_t seq, struct err *err)
{
    autoquery query = {0};
    enum status status = db_prepare(store,
                                    "UPDATE receipt SET verdict = ?, verdict_day = ?,"
                                    " verdict_seq = ? WHERE id = ?",
                                    &query, err);
    if (status)
        return status;
    db_bind_integer(&query, verdict);
    if (verdict)
        db_bind_integer(&query, day);
    else
        db_bind_null(&query);
    db_bind_id(&query, verdict ? seq : 0);
    db_bind_integer(&query, receipt);
    return db_run(&query, err);
}

static enum status put(struct store *store, const struct judged *judged, enum verdict verdict,
                       int32_t day, const char *reason, int64_t undoes, struct err *err)
{
    autostr name = STR_INIT, from = STR_INIT, to = STR_INIT;
    int64_t seq = 0;
    str_addf(&name, "%d %d %s", judged->fiscal_year, judged->quarter, judged->plan);
    str_addf(&from, "%s %s", words[judged->verdict], judged->seal);
    str_addf(&to, "%s %s", words[verdict], judged->seal);
    const struct journal_new row = {.what = JOURNAL_JUDGE,
                                    .record = judged->office,
                                    .undoes = undoes,
                                    .name = name.buf,
                                    .old_text = from.buf,
                                    .new_text = to.buf,
                                    .reason = reason};
    enum status status = journal_add(store, &row, &seq, err);
    return status ? status : write_verdict(store, judged->id, verdict, day, seq, err);
}

enum status store_judge(struct store *store, int64_t receipt, const char *seal,
                        enum verdict verdict, int32_t day, const char *reason, struct err *err)
{
    struct judged judged;
    enum status status = store_begin_write(store, err);
    if (status)
        return status;
    status = find_judged(store, receipt, &judged, err);
    if (!status && strcmp(judged.seal, seal) != 0)
        status = gone(err);
    if (!status)
        status = put(store, &judged, verdict, day, reason, 0, err);
    return store_end(store, status, err);
}

// --- undoing -------------------------------------------------------------------------------------

struct step {
    int64_t seq, office;
    const char *name;
    const char *from, *to; // what stands, and what shall
    const char *reason;    // of that
};

struct steps {
    struct step *step;
    size_t count, cap;
    struct arena texts;
};

// The reason of a verdict that comes back is that of the row before.
#define COLUMNS "j.seq, j.record, j.name, j.old_text, j.new_text, "
#define REASON_BEFORE                                                                              \
    "coalesce((SELECT b.reason FROM journal b WHERE b.record = j.record AND b.name = j.name"       \
    " AND b.what = 'judge' AND b.seq < j.seq AND b.new_text = j.old_text"                          \
    " ORDER BY b.seq DESC LIMIT 1), '')"

static enum status collect(struct store *store, bool redo, struct steps *steps, struct err *err)
{
    autoquery query = {0};
    bool row = true;
    enum status status =
        redo ? db_prepare(store, ROWS_BACK("judge", "judge", COLUMNS "j.reason"), &query, err)
             : db_prepare(store, ROWS_DONE("judge", COLUMNS REASON_BEFORE), &query, err);
    while (!status && (status = db_step(&query, &row, err)) == STATUS_OK && row) {
        steps->step =
            arena_grow(&steps->texts, steps->step, steps->count, &steps->cap, sizeof *steps->step);
        steps->step[steps->count++] =
            (struct step){.seq = db_integer(&query, 0),
                          .office = db_integer(&query, 1),
                          .name = db_keep_text(&query, 2, &steps->texts),
                          .from = db_keep_text(&query, redo ? 3 : 4, &steps->texts),
                          .to = db_keep_text(&query, redo ? 4 : 3, &steps->texts),
                          .reason = db_keep_text(&query, 5, &steps->texts)};
    }
    if (status || steps->count)
        return status;
    return err_set(err, STATUS_NOT_FOUND, "%s",
                   redo ? _("There is nothing to redo") : _("There is nothing to undo"));
}

bool verdict_read(const char *text, enum verdict *ret)
{
    for (enum verdict verdict = VERDICT_NONE; verdict <= VERDICT_RETURNED; verdict++) {
        const size_t n = strlen(words[verdict]);
        if (strncmp(text, words[verdict], n) == 0 && (!text[n] || text[n] == ' ')) {
            *ret = verdict;
            return true;
        }
    }
    return false;
}

// The receipt in force of which the row tells, as long as it is the one that was in force when it
// was judged: a seal does not tell one on paper from another.
static enum status find_step(struct store *store, const struct step *step, struct judged *ret,
                             struct err *err)
{
    autoquery query = {0};
    bool row = false;
    enum status status =
        db_prepare(store,
                   "SELECT id, office, fiscal_year, quarter, plan, seal, verdict FROM receipt"
                   " WHERE in_force AND office = ?1"
                   " AND fiscal_year || ' ' || quarter || ' ' || plan = ?2"
                   " AND seq = (SELECT max(b.seq) FROM receipt b WHERE b.office = ?1"
                   " AND b.fiscal_year || ' ' || b.quarter || ' ' || b.plan = ?2"
                   " AND b.seq < ?3 AND NOT (SELECT count(*) % 2 FROM journal u"
                   " WHERE u.undoes = b.seq AND u.seq < ?3))",
                   &query, err);
    if (status)
        return status;
    db_bind_integer(&query, step->office);
    db_bind_text(&query, step->name);
    db_bind_integer(&query, step->seq);
    status = db_step(&query, &row, err);
    if (status || !row)
        return status ? status : gone(err);
    take(&query, ret);
    return STATUS_OK;
}

static enum status turn(struct store *store, const struct step *step, int32_t day,
                        struct judged *ret, struct err *err)
{
    enum verdict stands = VERDICT_NONE, shall = VERDICT_NONE;
    if ((*step->from && !verdict_read(step->from, &stands)) ||
        (*step->to && !verdict_read(step->to, &shall)))
        return db_damaged(store, _("a strange journal row"), err);
    enum status status = find_step(store, step, ret, err);
    if (!status && ret->verdict != stands)
        status = gone(err);
    if (!status)
        status = put(store, ret, shall, day, step->reason, step->seq, err);
    ret->verdict = shall;
    return status;
}

enum status store_undo_judgements(struct store *store, bool redo, int32_t day,
                                  void (*each)(void *data, int64_t office, int fiscal_year,
                                               const char *plan, int quarter, enum verdict verdict),
                                  void *data, struct err *err)
{
    struct steps steps = {0};
    enum status status = store_begin_write(store, err);
    if (status)
        return status;
    status = collect(store, redo, &steps, err);
    for (size_t i = 0; !status && i < steps.count; i++) {
        struct judged judged;
        status = turn(store, &steps.step[i], day, &judged, err);
        if (!status && each)
            each(data, judged.office, judged.fiscal_year, judged.plan, judged.quarter,
                 judged.verdict);
    }
    arena_done(&steps.texts);
    return store_end(store, status, err);
}

enum status store_reviewed_last(struct store *store, bool redo, struct store_reviewed *ret,
                                struct err *err)
{
    autoquery query = {0};
    bool row = false;
    enum status status =
        redo ? db_prepare(store,
                          "SELECT coalesce((" LAST_BACK(
                              "mark", "mark") "), 0),"
                                              " coalesce((" LAST_BACK("judge", "judge") "), 0)",
                          &query, err)
             : db_prepare(
                   store,
                   "SELECT coalesce((" LAST_DONE("mark") "), 0),"
                                                         " coalesce((" LAST_DONE("judge") "), 0)",
                   &query, err);
    *ret = (struct store_reviewed){0};
    if (!status)
        status = db_step(&query, &row, err);
    if (!status && row)
        *ret = (struct store_reviewed){db_integer(&query, 0), db_integer(&query, 1)};
    return status;
}
