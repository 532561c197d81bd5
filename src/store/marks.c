// SPDX-License-Identifier: GPL-3.0-or-later
// A reviewer's marks: kept, listed, undone. The journal keeps each as one text, «1 0 9.5
// remark»: the mark, whether it is followed up, the evaluator's marks or «-», and what was
// remarked.
#include "receipts.h"

#include "orjon/base/refusal.h"
#include "orjon/base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// Whose mark it is, as the journal names it.
struct place {
    int64_t office;
    int fiscal_year, quarter;
    const char *plan, *code;
};

void mark_write(const struct store_mark *mark, struct str *ret)
{
    if (!mark->mark && !mark->follow_up && !mark->marks.set && !*mark->remark)
        return;
    str_addf(ret, "%d %d ", mark->mark, mark->follow_up);
    if (mark->marks.set)
        number_write(ret, mark->marks.value, (struct number_style){.digits = DIGITS_LATIN});
    else
        str_add_char(ret, '-');
    if (*mark->remark)
        str_addf(ret, " %s", mark->remark);
}

bool mark_read(const char *text, struct store_mark *ret)
{
    char number[48];
    int follow_up = 0, used = 0;
    *ret = (struct store_mark){.code = ret->code, .remark = ""};
    if (!*text)
        return true;
    if (sscanf(text, "%1d %1d %47s%n", &ret->mark, &follow_up, number, &used) != 3 ||
        (text[used] && text[used] != ' ') || ret->mark < 0 || ret->mark > 2)
        return false;
    ret->follow_up = follow_up == 1;
    ret->marks.set = strcmp(number, "-") != 0;
    ret->remark = text[used] ? text + used + 1 : "";
    return !ret->marks.set ||
           number_read(number, strlen(number), &ret->marks.value, NULL, NULL) == STATUS_OK;
}

static void write_place(const struct place *place, struct str *ret)
{
    str_addf(ret, "%d %d %s %s", place->fiscal_year, place->quarter, place->plan, place->code);
}

static void bind_place(struct query *query, const struct place *place)
{
    db_bind_integer(query, place->fiscal_year);
    db_bind_text(query, place->plan);
    db_bind_integer(query, place->quarter);
    db_bind_integer(query, place->office);
    db_bind_text(query, place->code);
}

static void take_mark(struct query *query, int column, struct store_mark *ret)
{
    *ret = (struct store_mark){.mark = (int)db_integer(query, column),
                               .follow_up = db_integer(query, column + 1) != 0,
                               .marks = db_number(query, column + 2, NULL),
                               .remark = db_text(query, column + 3),
                               .code = db_text(query, column + 4)};
}

static enum status load_text(struct store *store, const struct place *place, struct str *ret,
                             struct err *err)
{
    autoquery query = {0};
    bool row = false;
    struct store_mark mark;
    enum status status = db_prepare(store,
                                    "SELECT mark, follow_up, marks, remark, code FROM mark"
                                    " WHERE fiscal_year = ? AND plan = ? AND quarter = ?"
                                    " AND office = ? AND code = ?",
                                    &query, err);
    if (status)
        return status;
    bind_place(&query, place);
    status = db_step(&query, &row, err);
    if (status || !row)
        return status;
    take_mark(&query, 0, &mark);
    mark_write(&mark, ret);
    return STATUS_OK;
}

static enum status delete_row(struct store *store, const struct place *place, struct err *err)
{
    autoquery query = {0};
    enum status status = db_prepare(store,
                                    "DELETE FROM mark WHERE fiscal_year = ? AND plan = ?"
                                    " AND quarter = ? AND office = ? AND code = ?",
                                    &query, err);
    if (status)
        return status;
    bind_place(&query, place);
    return db_run(&query, err);
}

static enum status put_row(struct store *store, const struct place *place,
                           const struct store_mark *mark, int64_t seq, struct err *err)
{
    autoquery query = {0};
    enum status status = db_prepare(
        store,
        "INSERT INTO mark(fiscal_year, plan, quarter, office, code, mark, follow_up, marks, remark,"
        " seq) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (fiscal_year, plan, quarter, office, code) DO UPDATE SET mark = "
        "excluded.mark,"
        " follow_up = excluded.follow_up, marks = excluded.marks, remark = excluded.remark,"
        " seq = excluded.seq",
        &query, err);
    if (status)
        return status;
    bind_place(&query, place);
    db_bind_integer(&query, mark->mark);
    db_bind_integer(&query, mark->follow_up);
    db_bind_number(&query, mark->marks, NUMBER_DECIMALS);
    db_bind_text(&query, mark->remark);
    db_bind_integer(&query, seq);
    return db_run(&query, err);
}

// From one text to another, where `from` is what stands there.
static enum status change(struct store *store, const struct place *place, const char *from,
                          const char *to, int64_t undoes, struct err *err)
{
    autostr name = STR_INIT;
    struct store_mark mark = {0};
    int64_t seq = 0;
    if (!mark_read(to, &mark))
        return db_damaged(store, _("a strange journal row"), err);
    write_place(place, &name);
    const struct journal_new row = {.what = JOURNAL_MARK,
                                    .record = place->office,
                                    .undoes = undoes,
                                    .name = name.buf,
                                    .old_text = from,
                                    .new_text = to};
    enum status status = journal_add(store, &row, &seq, err);
    if (status)
        return status;
    return *to ? put_row(store, place, &mark, seq, err) : delete_row(store, place, err);
}

enum status store_put_mark(struct store *store, int64_t office, int fiscal_year, const char *plan,
                           int quarter, const struct store_mark *mark, struct err *err)
{
    const struct place place = {office, fiscal_year, quarter, plan, mark->code};
    autostr from = STR_INIT, to = STR_INIT;
    enum status status = store_begin_write(store, err);
    if (status)
        return status;
    mark_write(mark, &to);
    status = load_text(store, &place, &from, err);
    if (!status && strcmp(from.buf, to.buf) != 0)
        status = change(store, &place, from.buf, to.buf, 0, err);
    return store_end(store, status, err);
}

#define EACH                                                                                       \
    "SELECT mark, follow_up, marks, remark, code, office FROM mark"                                \
    " WHERE fiscal_year = ? AND plan = ? AND quarter = ?"
enum status store_each_mark(struct store *store, int64_t office, int fiscal_year, const char *plan,
                            int quarter,
                            enum status (*each)(void *data, int64_t office,
                                                const struct store_mark *mark),
                            void *data, struct err *err)
{
    autoquery query = {0};
    bool row = true;
    enum status status = office
                             ? db_prepare(store, EACH " AND office = ? ORDER BY code", &query, err)
                             : db_prepare(store, EACH " ORDER BY office, code", &query, err);
    if (status)
        return status;
    db_bind_integer(&query, fiscal_year);
    db_bind_text(&query, plan);
    db_bind_integer(&query, quarter);
    if (office)
        db_bind_integer(&query, office);
    while (!status && (status = db_step(&query, &row, err)) == STATUS_OK && row) {
        struct store_mark mark;
        take_mark(&query, 0, &mark);
        status = each(data, db_integer(&query, 5), &mark);
    }
    return status;
}

enum status store_each_follow_up(struct store *store, int fiscal_year, int quarter,
                                 enum status (*each)(void *data,
                                                     const struct store_follow_up *mark),
                                 void *data, struct err *err)
{
    autoquery query = {0};
    bool row = true;
    enum status status =
        db_prepare(store,
                   "SELECT m.office, m.fiscal_year, m.quarter, m.plan, m.code, m.remark"
                   " FROM mark m INDEXED BY mark_followed" // those few, not all of the years
                   " WHERE m.follow_up AND m.fiscal_year IN (?1 - 1, ?1)"
                   " AND 4 * m.fiscal_year + m.quarter BETWEEN 4 * ?1 + ?2 - 4 AND 4 * ?1 + ?2"
                   " AND NOT EXISTS (SELECT 1 FROM mark n WHERE n.fiscal_year IN (?1 - 1, ?1)"
                   " AND n.plan = m.plan AND n.quarter IN (1, 2, 3, 4) AND n.office = m.office"
                   " AND n.code = m.code AND 4 * n.fiscal_year + n.quarter <= 4 * ?1 + ?2"
                   " AND 4 * n.fiscal_year + n.quarter > 4 * m.fiscal_year + m.quarter)"
                   " ORDER BY m.office, m.plan, m.code",
                   &query, err);
    if (status)
        return status;
    db_bind_integer(&query, fiscal_year);
    db_bind_integer(&query, quarter);
    while (!status && (status = db_step(&query, &row, err)) == STATUS_OK && row) {
        const struct store_follow_up mark = {
            .office = db_integer(&query, 0),
            .fiscal_year = db_year(&query, 1),
            .quarter = db_quarter(&query, 2),
            .plan = db_text(&query, 3),
            .code = db_text(&query, 4),
            .remark = db_text(&query, 5),
        };
        status = each(data, &mark);
    }
    return status;
}

enum status store_each_marked(struct store *store, int fiscal_year,
                              enum status (*each)(void *data, const char *plan, int quarter),
                              void *data, struct err *err)
{
    autoquery query = {0};
    bool row = true;
    enum status status = db_prepare(store,
                                    "SELECT DISTINCT plan, quarter FROM mark WHERE fiscal_year = ?"
                                    " ORDER BY plan, quarter",
                                    &query, err);
    if (status)
        return status;
    db_bind_integer(&query, fiscal_year);
    while (!status && (status = db_step(&query, &row, err)) == STATUS_OK && row)
        status = each(data, db_text(&query, 0), db_quarter(&query, 1));
    return status;
}

// --- undoing -------------------------------------------------------------------------------------

struct step {
    int64_t seq;
    struct place place;
    const char *from, *to;
};

struct steps {
    struct step *step;
    size_t count, cap;
    struct arena texts;
};

// «2023 2 charter 1.1»; the texts live in the arena.
static bool read_place(const char *name, struct arena *texts, struct place *ret)
{
    int used = 0;
    if (sscanf(name, "%4d %1d %n", &ret->fiscal_year, &ret->quarter, &used) != 2 || !used)
        return false;
    const char *plan = name + used, *blank = strchr(plan, ' ');
    if (!blank || ret->quarter < 1 || ret->quarter > QUARTERS)
        return false;
    ret->plan = arena_text(texts, plan, (size_t)(blank - plan));
    ret->code = arena_text(texts, blank + 1, strlen(blank + 1));
    return true;
}

#define COLUMNS "j.seq, j.record, j.name, j.old_text, j.new_text"

static enum status collect(struct store *store, bool redo, struct steps *steps, struct err *err)
{
    autoquery query = {0};
    bool row = true;
    enum status status = redo ? db_prepare(store, ROWS_BACK("mark", "mark", COLUMNS), &query, err)
                              : db_prepare(store, ROWS_DONE("mark", COLUMNS), &query, err);
    while (!status && (status = db_step(&query, &row, err)) == STATUS_OK && row) {
        steps->step =
            arena_grow(&steps->texts, steps->step, steps->count, &steps->cap, sizeof *steps->step);
        struct step *step = &steps->step[steps->count++];
        *step = (struct step){.seq = db_integer(&query, 0), .place.office = db_integer(&query, 1)};
        const char *before = db_keep_text(&query, 3, &steps->texts);
        const char *after = db_keep_text(&query, 4, &steps->texts);
        step->from = redo ? before : after;
        step->to = redo ? after : before;
        if (!read_place(db_text(&query, 2), &steps->texts, &step->place))
            return db_damaged(store, _("a strange journal row"), err);
    }
    if (status || steps->count)
        return status;
    return err_set(err, STATUS_NOT_FOUND, "%s",
                   redo ? _("There is nothing to redo") : _("There is nothing to undo"));
}

static enum status take(struct store *store, const struct step *step, struct err *err)
{
    autostr present = STR_INIT;
    enum status status = load_text(store, &step->place, &present, err);
    if (status)
        return status;
    return strcmp(present.buf, step->from) == 0
               ? change(store, &step->place, step->from, step->to, step->seq, err)
               : refuse_changed(step->place.code, NULL, err);
}

enum status store_undo_marks(struct store *store, bool redo,
                             void (*each)(void *data, int64_t office,
                                          const struct store_mark *mark),
                             void *data, struct err *err)
{
    struct steps steps = {0};
    enum status status = store_begin_write(store, err);
    if (status)
        return status;
    status = collect(store, redo, &steps, err);
    for (size_t i = 0; !status && i < steps.count; i++) {
        struct store_mark mark = {.code = steps.step[i].place.code};
        status = take(store, &steps.step[i], err);
        if (!status && each && mark_read(steps.step[i].to, &mark))
            each(data, steps.step[i].place.office, &mark);
    }
    arena_done(&steps.texts);
    return store_end(store, status, err);
}
