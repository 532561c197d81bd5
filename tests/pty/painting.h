// SPDX-License-Identifier: GPL-3.0-or-later
// A painter on a terminal of libvterm, for painting.c and painting_costs.c.
#pragma once

#include "../test.h"

#include "terminal_private.h"
#include "vt.h"

enum { ROWS = 5, COLS = 40 };

static inline int setup(void **state)
{
    (void)state;
    return info_open("xterm-256color") ? 0 : -1;
}

static inline int teardown(void **state)
{
    (void)state;
    info_close();
    return 0;
}

static inline void show(struct painter *painter, const struct canvas *canvas, struct vt *vt)
{
    painter_show(painter, canvas);
    vt_feed(vt, painter->out.buf, painter->out.len);
}
