// SPDX-License-Identifier: GPL-3.0-or-later
// What goes with a file that is replaced.
#pragma once

#include "db.h"

#include "orjon/store/replace.h"

// Weighs what is there against what comes (NULL: nothing that it had). DAMAGED when it cannot be
// read.
enum status loss_weigh(struct store *present, struct store *coming, struct store_loss *ret,
                       struct err *err);
// For a file that cannot be read: it is unread, missing, or there was none, and what its copies
// know of seals has gone. coming may be NULL.
void loss_ask_copies(const char *path, struct store *coming, struct store_loss *ret);
// Writes into the journal of what comes what went, and as what it was kept; in a transaction. The
// secret of what goes stays in force.
enum status loss_note(struct store *coming, const struct store_loss *loss, const char *source,
                      const char *kept, struct err *err);
