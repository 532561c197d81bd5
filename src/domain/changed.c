// SPDX-License-Identifier: GPL-3.0-or-later
// What was changed in a plan within its year, by day.
#include "orjon/domain/changed.h"

#include "orjon/base/text.h"
#include "orjon/domain/date.h"
#include "orjon/domain/template.h"

#include <stdlib.h>
#include <string.h>

static const char *keep(struct plan *plan, const char *text)
{
    return arena_text(&plan->text, text, strlen(text));
}

void plan_add_change(struct plan *plan, const struct plan_change *change)
{
    size_t at = plan->changes;
    plan->change = arena_grow(&plan->text, plan->change, plan->changes, &plan->changes_cap,
                              sizeof *plan->change);
    for (; at > 0 && plan->change[at - 1].from > change->from; at--)
        plan->change[at] = plan->change[at - 1];
    plan->changes++;
    plan->change[at] = *change;
    plan->change[at].order = keep(plan, change->order);
    plan->change[at].before = keep(plan, change->before);
    plan->change[at].after = keep(plan, change->after);
}

static enum status set(struct plan *plan, const struct plan_change *change, const char *text,
                       struct err *err)
{
    return template_set(&plan->indicator[change->row], change->column, text, strlen(text),
                        &plan->text, err);
}

// Of one cell the earliest that is still to come says what it is until then.
enum status plan_turn_to(struct plan *plan, int32_t day, struct err *err)
{
    enum status status = STATUS_OK;
    for (size_t i = plan->changes; i-- > 0 && !status;)
        if (plan->change[i].from > day)
            status = set(plan, &plan->change[i], plan->change[i].before, err);
    for (size_t i = 0; i < plan->changes && !status; i++)
        if (plan->change[i].from <= day)
            status = set(plan, &plan->change[i], plan->change[i].after, err);
    return status;
}

enum status changed_score(struct plan *plan, const struct year *years, int quarter,
                          struct score *ret, struct plan_score *ret_total, struct err *err)
{
    const int32_t end = period_quarter_end(plan->fiscal_year, quarter);
    const bool holds = plan->changes && plan->change[0].from <= end;
    enum status status = plan_turn_to(plan, holds ? INT32_MIN : INT32_MAX, err);
    if (!status)
        status = score_plan(plan, years, quarter, ret, ret_total, err);
    const enum status back = plan_turn_to(plan, end, status ? NULL : err);
    return status ? status : back;
}

void changed_say(const struct plan *plan, const struct plan_change *change, struct str *ret)
{
    autostr day = STR_INIT, before = STR_INIT, after = STR_INIT, order = STR_INIT;
    const enum digits digits = i18n_digits();
    date_write(&day, change->from, digits);
    text_digits(&before, change->before, strlen(change->before), digits);
    text_digits(&after, change->after, strlen(change->after), digits);
    text_digits(&order, change->order, strlen(change->order), digits);
    str_addf(ret, _("%s: %s → %s from %s by order %s"),
             template_column(&plan->scale, change->column), before.len ? before.buf : "-",
             after.len ? after.buf : "-", day.buf, order.buf);
}

static void say_mark(struct str *ret, const struct mark *mark)
{
    if (mark->set)
        ratio_write(ret, mark->r, 2, i18n_digits());
    else
        str_add_char(ret, '-');
}

enum status plan_say_changes(struct plan *plan, const struct year *years, int quarter,
                             const struct score *scores, size_t row, struct str *ret,
                             struct err *err)
{
    struct plan_score total;
    if (!plan->changes)
        return STATUS_OK;
    autofree struct score *others = mem_alloc((plan->count + 1) * sizeof *others);
    enum status status = changed_score(plan, years, quarter, others, &total, err);
    for (size_t i = 0; i < plan->changes && !status; i++) {
        const struct plan_change *change = &plan->change[i];
        autostr marks = STR_INIT, other = STR_INIT;
        if (row != SIZE_MAX && change->row != row)
            continue;
        say_mark(&marks, &scores[change->row].marks);
        say_mark(&other, &others[change->row].marks);
        str_addf(ret, "%s ", plan->indicator[change->row].code);
        changed_say(plan, change, ret);
        str_addf(ret, _("; marks %s, by the other target %s\n"), marks.buf, other.buf);
    }
    return status;
}

// --- in files -----------------------------------------------------------------------------------

enum { CODE = 1, COLUMN, DAY, ORDER, BEFORE, AFTER, CELLS };

void changed_write(const struct plan *plan, struct str *ret)
{
    for (size_t i = 0; i < plan->changes; i++) {
        const struct plan_change *change = &plan->change[i];
        autostr day = STR_INIT;
        date_write_iso(&day, change->from);
        const char *const cell[CELLS] = {"#change",
                                         plan->indicator[change->row].code,
                                         template_column(&plan->scale, change->column),
                                         day.buf,
                                         change->order,
                                         change->before,
                                         change->after};
        tsv_write_cells(ret, cell, CELLS);
        str_add_char(ret, '\n');
    }
}

static enum status find_cell(const struct plan *plan, const struct tsv *row, struct str *text,
                             struct plan_change *ret, size_t *ret_cell, struct err *err)
{
    const struct indicator *indicator = plan_find(plan, text[CODE].buf);
    *ret_cell = CODE;
    if (!indicator)
        return err_set(err, STATUS_INVALID, _("the plan has no other indicator %s"),
                       text[CODE].buf);
    ret->row = (size_t)(indicator - plan->indicator);
    *ret_cell = COLUMN;
    if (!template_find(&plan->scale, text[COLUMN].buf, text[COLUMN].len, &ret->column) ||
        !template_column_changeable(ret->column))
        return err_set(err, STATUS_INVALID, _("“%s” cannot be changed for one office"),
                       text[COLUMN].buf);
    *ret_cell = DAY;
    (void)row;
    return date_read_iso(text[DAY].buf, text[DAY].len, &ret->from, err);
}

// Both what it was and what it became must be possible in that row.
static enum status must_fit(struct plan *plan, const struct plan_change *change, size_t *ret_cell,
                            struct err *err)
{
    const char *const both[] = {change->before, change->after};
    enum status status = STATUS_OK;
    for (size_t i = 0; i < 2 && !status; i++) {
        struct indicator row = plan->indicator[change->row];
        size_t culprit = 0;
        *ret_cell = BEFORE + i;
        status = template_set(&row, change->column, both[i], strlen(both[i]), &plan->text, err);
        if (!status)
            status = template_fits(&row, &culprit, err);
    }
    return status;
}

enum status changed_read(struct plan *plan, const struct tsv *row, size_t *ret_cell,
                         struct err *err)
{
    struct str text[CELLS];
    struct plan_change change = {0};
    enum status status = STATUS_OK;
    for (size_t i = 0; i < CELLS; i++) {
        text[i] = STR_INIT;
        *ret_cell = i;
        if (!status && i && i < row->count)
            status = text_read(i == BEFORE || i == AFTER ? TEXT_REMARK : TEXT_NAME, row->cell[i].s,
                               row->cell[i].n, &text[i], err);
    }
    if (!status)
        status = find_cell(plan, row, text, &change, ret_cell, err);
    change.order = text[ORDER].buf;
    change.before = text[BEFORE].buf;
    change.after = text[AFTER].buf;
    if (!status)
        status = must_fit(plan, &change, ret_cell, err);
    if (!status)
        plan_add_change(plan, &change);
    for (size_t i = 0; i < CELLS; i++)
        str_done(&text[i]);
    return status;
}
