// SPDX-License-Identifier: GPL-3.0-or-later
// What the journal says was finalised and opened: the one place from which the number of the next
// revision comes, for a seal's row can be taken away, and a file can be replaced by an older one.
#pragma once

#include "db.h"

// A quarter of a plan that was ever finalised, in this file or in one that it replaced.
struct act {
    const char *plan; // «2023 egov»: year and name, for ids differ from file to file
    int quarter;
    int next; // revision with which it is finalised next

    // As the last row of this file's own journal has it.
    int64_t seq; // 0: it is known from a replaced file only
    int revision;
    bool locked;
    const char *hash; // of the return while it is locked, else ""
};

struct acts {
    struct act *act;
    size_t count, cap;
    int *lost; // years in which a file was replaced that could not be read
    size_t losses, losses_cap;
    int64_t wrong; // first row whose revision is not the one that was due; 0: none
    struct arena texts;
};

enum status acts_read(struct store *store, int64_t office, struct acts *ret, struct err *err);
void acts_done(struct acts *acts);
#define autoacts __attribute__((cleanup(acts_done))) struct acts

const struct act *acts_find(const struct acts *acts, const char *plan, int quarter); // or NULL
// The revision with which a quarter is finalised next: 0 where it never was. Where a file could not
// be read any more as it was replaced, anything may have been finalised in it by then: each quarter
// of the years up to that one counts one more.
int acts_next(const struct acts *acts, const char *plan, int quarter);
// «2023 egov»
enum status acts_plan(struct store *store, int64_t plan, struct str *ret, struct err *err);
