// SPDX-License-Identifier: GPL-3.0-or-later
// The indicators of a plan and their targets, read and written by the table of columns.
#include "planrows.h"

#include "db.h"

#include <string.h>

// Each column of an indicator that is no target is one of the table's, under the member's name.
#define OWN_TEXT(s) s
#define OWN_MARKS(s) s
#define OWN_WORD(s) s
#define OWN_COMPONENTS(s) s
#define OWN_TARGET(s)
#define OWN_QUARTER(s)
#define NAMES(id, type, member, ...) OWN_##type(", " #member)
#define PLACES(id, type, member, ...) OWN_##type(", ?")
#define UPDATES(id, type, member, ...) OWN_##type(", " #member " = excluded." #member)

static void bind_column(struct query *query, const struct indicator *indicator, size_t column,
                        struct str *components)
{
    const void *value = template_value(indicator, column);
    switch (template_type(column)) {
    case TYPE_TEXT:
        db_bind_text(query, *(const char *const *)value);
        return;
    case TYPE_MARKS:
        db_bind_number(query, *(const struct maybe *)value, 0);
        return;
    case TYPE_WORD:
        db_bind_text(query, template_words(column)[*(const int *)value]);
        return;
    case TYPE_COMPONENTS:
        for (size_t i = 0; i < indicator->components; i++)
            list_add(components, number_pack(indicator->component[i], 0));
        db_bind_text(query, components->buf);
        return;
    default:
        return;
    }
}

static enum status write_indicator(struct store *store, int64_t plan, int64_t position,
                                   const struct indicator *indicator, int64_t *ret_id,
                                   struct err *err)
{
    autostr components = STR_INIT;
    autoquery query = {0};
    bool row = false;
    enum status status = db_prepare(
        store,
        "INSERT INTO indicator(plan, position" COLUMN_LIST(NAMES) ") VALUES (?, ?" COLUMN_LIST(
            PLACES) ") ON CONFLICT (plan, code) DO UPDATE SET position = "
                    "excluded.position" COLUMN_LIST(UPDATES) " RETURNING id",
        &query, err);
    if (status)
        return status;
    db_bind_integer(&query, plan);
    if (position < 0)
        db_bind_id(&query, 0);
    else
        db_bind_integer(&query, position);
    for (size_t c = 0; c < TEMPLATE_COLUMNS; c++)
        bind_column(&query, indicator, c, &components);
    status = db_step(&query, &row, err);
    if (!status)
        *ret_id = db_integer(&query, 0);
    return status ? status : db_step(&query, &row, err);
}

// A target is a number as figures are, or a day, or a number of dated items.
static bool has_number(enum kind kind)
{
    return kind == KIND_NUMBER || kind == KIND_PERCENT;
}

static enum status write_target(struct store *store, int64_t indicator, enum kind kind, int slot,
                                const struct target *target, struct err *err)
{
    char dates[LIST_BYTES_MAX];
    autoquery query = {0};
    enum status status =
        db_prepare(store, "INSERT INTO target(indicator, slot, value, dates) VALUES (?, ?, ?, ?)",
                   &query, err);
    if (status)
        return status;
    list_write_dates(dates, target->date, target->dates);
    db_bind_integer(&query, indicator);
    db_bind_integer(&query, slot);
    if (has_number(kind))
        db_bind_number(&query, (struct maybe){true, target->value}, target->decimals);
    else
        db_bind_integer(&query, (int64_t)target->value);
    db_bind_text(&query, dates);
    return db_run(&query, err);
}

enum status planrow_write(struct store *store, int64_t plan, int64_t position,
                          const struct indicator *indicator, int64_t *ret_id, struct err *err)
{
    enum status status = write_indicator(store, plan, position, indicator, ret_id, err);
    for (size_t c = 0; !status && c < TEMPLATE_COLUMNS; c++) {
        const struct target *target = template_value(indicator, c);
        if (template_column_is_target(c) && target->set)
            status = write_target(store, *ret_id, indicator->kind, template_slot(c), target, err);
    }
    return status;
}

static bool read_word(const char *word, const char *const *words, int *ret)
{
    for (*ret = 0; words[*ret]; ++*ret)
        if (strcmp(words[*ret], word) == 0)
            return true;
    return false;
}

static bool read_components(const char *list, struct indicator *ret)
{
    int more = 1;
    int64_t value = 0;
    for (; (more = list_next(&list, &value)) > 0;
         ret->component[ret->components++] = number_unpack(value, NULL))
        if (ret->components == COMPONENTS_MAX)
            return false;
    return more == 0;
}

static bool read_column(struct query *query, int place, struct arena *text, size_t column,
                        struct indicator *ret)
{
    void *member = template_member(ret, column);
    switch (template_type(column)) {
    case TYPE_TEXT:
        *(const char **)member = db_keep_text(query, place, text);
        return true;
    case TYPE_MARKS:
        *(struct maybe *)member = db_number(query, place, NULL);
        return true;
    case TYPE_WORD:
        return read_word(db_text(query, place), template_words(column), member);
    default:
        return read_components(db_text(query, place), ret);
    }
}

static bool read_indicator(struct query *query, struct plan *plan)
{
    int place = 2;
    if (db_integer(query, 1) != (int64_t)plan->count)
        return false;
    struct indicator *indicator = plan_add(plan);
    indicator->id = db_integer(query, 0);
    for (size_t c = 0; c < TEMPLATE_COLUMNS; c++)
        if (!template_column_is_target(c) &&
            !read_column(query, place++, &plan->text, c, indicator))
            return false;
    return true;
}

static enum status read_indicators(struct store *store, struct plan *plan, struct err *err)
{
    autoquery query = {0};
    enum status status =
        db_prepare(store,
                   "SELECT id, position" COLUMN_LIST(
                       NAMES) " FROM indicator"
                              " WHERE plan = ? AND position IS NOT NULL ORDER BY position",
                   &query, err);
    if (status)
        return status;
    db_bind_integer(&query, plan->id);
    bool row = true;
    while (!status && (status = db_step(&query, &row, err)) == STATUS_OK && row)
        if (!read_indicator(&query, plan))
            status = db_damaged(store, _("an indicator cannot be read"), err);
    return status;
}

// The column of a target by its slot; TEMPLATE_COLUMNS when the plan's scale has none such.
static size_t column_of_slot(const struct plan *plan, int64_t slot)
{
    size_t column = 0;
    while (column < TEMPLATE_COLUMNS &&
           (template_slot(column) != slot || !template_column(&plan->scale, column)))
        column++;
    return column;
}

static bool read_target(struct query *query, struct plan *plan)
{
    const size_t position = (size_t)db_integer(query, 0);
    const int64_t slot = db_integer(query, 1);
    const size_t column = slot < 0 ? TEMPLATE_COLUMNS : column_of_slot(plan, slot);
    if (position >= plan->count || column == TEMPLATE_COLUMNS)
        return false;
    struct indicator *indicator = &plan->indicator[position];
    struct target *target = template_member(indicator, column);
    target->set = true;
    target->value = has_number(indicator->kind) ? db_number(query, 2, &target->decimals).value
                                                : db_integer(query, 2);
    return list_read_dates(db_text(query, 3), target->date, DATES_MAX, &target->dates);
}

static enum status read_targets(struct store *store, struct plan *plan, struct err *err)
{
    autoquery query = {0};
    enum status status = db_prepare(store,
                                    "SELECT i.position, t.slot, t.value, t.dates FROM indicator i"
                                    " CROSS JOIN target t ON t.indicator = i.id"
                                    " WHERE i.plan = ? AND i.position IS NOT NULL",
                                    &query, err);
    if (status)
        return status;
    db_bind_integer(&query, plan->id);
    bool row = true;
    while (!status && (status = db_step(&query, &row, err)) == STATUS_OK && row)
        if (!read_target(&query, plan))
            status = db_damaged(store, _("a target cannot be read"), err);
    return status;
}

enum status planrows_read(struct store *store, struct plan *plan, struct err *err)
{
    enum status status = read_indicators(store, plan, err);
    return status ? status : read_targets(store, plan, err);
}
