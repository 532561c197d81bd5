// SPDX-License-Identifier: GPL-3.0-or-later
// The check over several plans, and over what the office has besides them, as one list.
#pragma once

#include "orjon/app/finalise.h"

struct checked_row {
    struct book *book;   // NULL: it is about a register
    enum record_kind of; // which one: RECORD_MEMO, RECORD_UNIT
    const struct finding *finding;
};

struct checked {
    struct checked_row *row; // in the order of the plans, the registers behind
    size_t count, errors, answered;
    struct findings *list; // that holds them: one for each plan and register
    size_t lists;
};

// Checks the books of a shelf, each up to its quarter, and the registers of memos and offices where
// they are asked for. The rows borrow from the shelf: *ret is to be given back with checked_done
// before a book is read again, also after a failure.
enum status app_check_shelf(struct app *app, const struct shelf *shelf, bool with_registers,
                            struct checked *ret, struct err *err);
void checked_done(struct checked *checked);
#define autochecked __attribute__((cleanup(checked_done))) struct checked
