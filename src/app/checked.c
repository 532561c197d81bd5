// SPDX-License-Identifier: GPL-3.0-or-later
// The check over several plans and registers.
#include "orjon/app/checked.h"

#include "orjon/app/memos.h"
#include "orjon/app/offices.h"
#include "orjon/base/mem.h"

#include <stdlib.h>

// What the office has besides its plans.
static const struct {
    enum record_kind kind;
    enum status (*check)(struct app *app, struct findings *ret, struct err *err);
} registers[] = {{RECORD_MEMO, app_check_memos}, {RECORD_UNIT, app_check_offices}};
enum { REGISTERS = sizeof registers / sizeof *registers };

static void add(struct checked *checked, struct book *book, enum record_kind of,
                const struct findings *findings)
{
    checked->row =
        mem_resize(checked->row, checked->count + findings->count + 1, sizeof *checked->row);
    for (size_t i = 0; i < findings->count; i++)
        checked->row[checked->count++] = (struct checked_row){book, of, &findings->finding[i]};
    checked->errors += findings->errors;
    checked->answered += findings->answered;
}

enum status app_check_shelf(struct app *app, const struct shelf *shelf, bool with_registers,
                            struct checked *ret, struct err *err)
{
    enum status status = STATUS_OK;
    const size_t most = shelf->count + REGISTERS;
    *ret = (struct checked){.list = mem_alloc(most * sizeof *ret->list)};
    for (size_t b = 0; b < shelf->count && !status; b++) {
        struct findings *list = &ret->list[ret->lists++];
        status = app_check(shelf->book[b], list, err);
        add(ret, shelf->book[b], RECORD_KINDS, list);
    }
    for (size_t i = 0; with_registers && i < REGISTERS && !status; i++) {
        struct findings *list = &ret->list[ret->lists++];
        status = registers[i].check(app, list, err);
        add(ret, NULL, registers[i].kind, list);
    }
    return status;
}

void checked_done(struct checked *checked)
{
    for (size_t i = 0; i < checked->lists; i++)
        findings_done(&checked->list[i]);
    free(checked->list);
    free(checked->row);
    *checked = (struct checked){0};
}
