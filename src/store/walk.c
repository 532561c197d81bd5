// SPDX-License-Identifier: GPL-3.0-or-later
// All figures in one pass, for scoring millions: the office's own, or what others have sent.
//
// The pass is two aggregate functions of our own: SQLite calls them with the columns of each row,
// which spares handing every row out through the statement, and the second one only for the few
// rows that have more than a value. The table is read in the order of its key; that it is, and that
// the functions are called in turn, is checked, not believed.
#include "orjon/store/entries.h"
#include "orjon/store/receipts.h"

#include "db.h"

struct walk {
    struct store *store;
    enum status (*each)(void *data, int64_t office, int64_t indicator, const struct year *year);
    void *data;
    int64_t office, indicator;
    int quarter; // the last one read; 0 before the first row
    struct year year;
    enum status status;
    struct err *err;
};

enum { FIGURE_OFFICE, FIGURE_INDICATOR, FIGURE_QUARTER, FIGURE_STATE, FIGURE_VALUE, FIGURE_ARGS };
enum { MORE_INDICATOR, MORE_QUARTER, MORE_COUNT, MORE_DENOMINATOR, MORE_DATES, MORE_ARGS };

// The dates of the entries are not wiped: how many there are says what they are.
static void begin_group(struct walk *walk, int64_t office, int64_t indicator)
{
    walk->office = office;
    walk->indicator = indicator;
    for (int i = 0; i < QUARTERS; i++) {
        struct entry *entry = &walk->year.quarter[i];
        entry->state = ENTRY_EMPTY;
        entry->value.set = entry->count.set = entry->denominator.set = false;
        entry->dates = 0;
    }
}

static void end_group(struct walk *walk)
{
    if (walk->quarter && !walk->status)
        walk->status = walk->each(walk->data, walk->office, walk->indicator, &walk->year);
}

// Whether there is a number that a figure can be, or none.
static bool read_number(sqlite3_value *value, struct maybe *ret)
{
    ret->set = sqlite3_value_type(value) != SQLITE_NULL;
    if (!ret->set)
        return true;
    ret->value = number_unpack(sqlite3_value_int64(value), NULL);
    return ret->value >= 0;
}

static void unreadable(struct walk *walk)
{
    walk->status = db_damaged(walk->store, _("a figure cannot be read"), walk->err);
}

static void next_group(struct walk *walk, int64_t office, int64_t indicator)
{
    bool onward = !walk->quarter || office > walk->office ||
                  (office == walk->office && indicator > walk->indicator);
    end_group(walk);
    if (!onward)
        unreadable(walk);
    begin_group(walk, office, indicator);
    walk->quarter = 0;
}

static void read_figure(struct walk *walk, sqlite3_value **args)
{
    const int64_t office = sqlite3_value_int64(args[FIGURE_OFFICE]);
    const int64_t indicator = sqlite3_value_int64(args[FIGURE_INDICATOR]);
    const int64_t quarter = sqlite3_value_int64(args[FIGURE_QUARTER]);
    const int64_t state = sqlite3_value_int64(args[FIGURE_STATE]);
    if (!walk->quarter || indicator != walk->indicator || office != walk->office)
        next_group(walk, office, indicator);
    if (quarter <= walk->quarter || quarter > QUARTERS || state < 0 || state >= ENTRY_STATE_COUNT) {
        unreadable(walk);
        return;
    }
    walk->quarter = (int)quarter;
    struct entry *entry = &walk->year.quarter[quarter - 1];
    entry->state = (enum entry_state)state;
    if (!read_number(args[FIGURE_VALUE], &entry->value))
        unreadable(walk);
}

// Comes after read_figure for the same row.
static void read_more(struct walk *walk, sqlite3_value **args)
{
    if (sqlite3_value_int64(args[MORE_INDICATOR]) != walk->indicator || !walk->quarter ||
        sqlite3_value_int64(args[MORE_QUARTER]) != walk->quarter) {
        unreadable(walk);
        return;
    }
    struct entry *entry = &walk->year.quarter[walk->quarter - 1];
    const char *dates = (const char *)sqlite3_value_text(args[MORE_DATES]);
    if (!read_number(args[MORE_COUNT], &entry->count) ||
        !read_number(args[MORE_DENOMINATOR], &entry->denominator) ||
        (dates && !list_read_dates(dates, entry->date, DATES_MAX, &entry->dates)) ||
        !entry_is_sound(entry))
        unreadable(walk);
}

static void step(sqlite3_context *context, sqlite3_value **args,
                 void (*read)(struct walk *walk, sqlite3_value **args))
{
    const struct store *store = sqlite3_user_data(context);
    struct walk *walk = store->walk;
    if (!walk->status)
        read(walk, args);
    if (walk->status)
        sqlite3_result_error_code(context, SQLITE_ABORT); // ends the statement
}

static void step_figure(sqlite3_context *context, int n, sqlite3_value **args)
{
    (void)n;
    step(context, args, read_figure);
}

static void step_more(sqlite3_context *context, int n, sqlite3_value **args)
{
    (void)n;
    step(context, args, read_more);
}

static void finish(sqlite3_context *context)
{
    sqlite3_result_int(context, 0);
}

static enum status make_functions(struct store *store, struct err *err)
{
    const int flags = SQLITE_UTF8 | SQLITE_DIRECTONLY;
    if (store->walk_made)
        return STATUS_OK;
    int rc = sqlite3_create_function_v2(store->db, "walk_figure", FIGURE_ARGS, flags, store, NULL,
                                        step_figure, finish, NULL);
    if (rc == SQLITE_OK)
        rc = sqlite3_create_function_v2(store->db, "walk_more", MORE_ARGS, flags, store, NULL,
                                        step_more, finish, NULL);
    store->walk_made = rc == SQLITE_OK;
    return rc == SQLITE_OK ? STATUS_OK : db_fail(store, rc, err);
}

static enum status run(struct walk *walk, struct query *query, struct err *err)
{
    bool row = false;
    struct err failure = {0};
    enum status status = db_step(query, &row, &failure);
    if (walk->status)
        return walk->status; // the caller or a damaged row, who have said why
    if (status && err)
        *err = failure;
    if (!status)
        end_group(walk);
    return status ? status : walk->status;
}

static enum status go(struct walk *walk, struct query *query, struct err *err)
{
    for (int i = 0; i < QUARTERS; i++)
        walk->year.quarter[i].typed = walk->year.quarter[i].remark = "";
    struct walk *outer = walk->store->walk; // a walk within a walk
    walk->store->walk = walk;
    enum status status = run(walk, query, err);
    walk->store->walk = outer;
    return status;
}

enum status store_walk_figures(struct store *store,
                               enum status (*each)(void *data, int64_t office, int64_t indicator,
                                                   const struct year *year),
                               void *data, struct err *err)
{
    struct walk walk = {.store = store, .each = each, .data = data, .err = err};
    autoquery query = {0};
    enum status status = make_functions(store, err);
    if (!status)
        status = db_prepare(
            store,
            "SELECT walk_figure(office, indicator, quarter, state, value),"
            " walk_more(indicator, quarter, count, denominator, dates) FILTER (WHERE more)"
            " FROM figure",
            &query, err);
    return status ? status : go(&walk, &query, err);
}

enum status store_walk_received(struct store *store, int fiscal_year, const char *plan, int quarter,
                                enum status (*each)(void *data, int64_t receipt, int64_t place,
                                                    const struct year *year),
                                void *data, struct err *err)
{
    struct walk walk = {.store = store, .each = each, .data = data, .err = err};
    autoquery query = {0};
    enum status status = make_functions(store, err);
    if (!status)
        status = db_prepare(
            store,
            "WITH r AS MATERIALIZED (SELECT id FROM receipt WHERE in_force AND fiscal_year = ?1"
            " AND plan = ?2 AND quarter = ?3 ORDER BY id)"
            " SELECT walk_figure(f.receipt, f.place, f.quarter, f.state, f.value),"
            " walk_more(f.place, f.quarter, f.count, f.denominator, f.dates) FILTER (WHERE f.more)"
            " FROM r CROSS JOIN received f ON f.receipt = r.id",
            &query, err);
    if (status)
        return status;
    db_bind_integer(&query, fiscal_year);
    db_bind_text(&query, plan);
    db_bind_integer(&query, quarter);
    return go(&walk, &query, err);
}
