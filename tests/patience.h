// SPDX-License-Identifier: GPL-3.0-or-later
// How long a test waits for what it must see. No test is decided by it: it is so long that it only
// fails what would hang.
#pragma once

enum { PATIENCE = 60000 }; // milliseconds without any sign
