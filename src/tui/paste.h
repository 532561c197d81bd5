// SPDX-License-Identifier: GPL-3.0-or-later
// A paste, as it comes between ESC [ 200 ~ and ESC [ 201 ~.
#pragma once

#include "orjon/base/str.h"
#include "orjon/tui/key.h"

#include <stdbool.h>
#include <stddef.h>

struct paste {
    struct str raw, text; // as it came; as it is given out
    bool open;            // it has begun and not ended
    bool overlong;
};

void paste_init(struct paste *paste);
void paste_done(struct paste *paste);
void paste_begin(struct paste *paste);
// Takes what belongs to it and returns how many bytes that is: an end that is cut in two is left.
// `waited`: nothing more will come, so all of it is taken. *ret_whole when it has ended.
size_t paste_take(struct paste *paste, const char *s, size_t n, bool waited, bool *ret_whole);
// Its key, whose text lives until the next one is given. Escape sequences within it (colours, a key
// pressed meanwhile) are no text and are left out whole.
void paste_give(struct paste *paste, struct key *ret);
