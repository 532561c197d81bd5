// SPDX-License-Identifier: GPL-3.0-or-later
// Layouts inside the store.
#pragma once

#include "db.h"

// Both ways: what the journal says of each layout, and those that are there. DAMAGED if they
// differ.
enum status layouts_verify(struct store *store, struct err *err);
