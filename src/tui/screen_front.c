// SPDX-License-Identifier: GPL-3.0-or-later
// What the desk asks of its front: the size, colours, the mouse, the clipboard, the terminal lent.
#include "screen_private.h"

#include <stdio.h>

struct str *desk_clipboard(struct desk *desk)
{
    return &desk->clipboard;
}

void desk_copy(struct desk *desk, const char *text, size_t n)
{
    str_reset(&desk->clipboard);
    str_add_n(&desk->clipboard, text, n);
    if (desk->front.copy && n)
        desk->front.copy(desk->front.self, text, n);
}

void desk_set_theme(struct desk *desk, enum theme theme)
{
    desk->theme = theme;
    desk->dirty = true;
    if (desk->front.set_theme)
        desk->front.set_theme(desk->front.self, theme);
}

enum theme desk_theme(const struct desk *desk)
{
    return desk->theme;
}

void desk_set_mouse(struct desk *desk, bool on)
{
    desk->mouse = on;
    if (desk->front.set_mouse)
        desk->front.set_mouse(desk->front.self, on);
}

bool desk_mouse(const struct desk *desk)
{
    return desk->mouse || desk_mouse_stays(desk);
}

bool desk_mouse_stays(const struct desk *desk)
{
    return desk->front.size && !desk->front.set_mouse;
}

void desk_resize(struct desk *desk, const struct key *key)
{
    int rows = desk->canvas->height, cols = desk->canvas->cols;
    if (sscanf(key->text, "%dx%d", &cols, &rows) != 2) { // else of a script
        if (!desk->front.size)
            return;
        desk->front.size(desk->front.self, &rows, &cols);
    }
    canvas_resize(desk->canvas, rows, cols);
    if (desk->front.aspect)
        desk->canvas->aspect = desk->front.aspect(desk->front.self);
}

bool desk_lend(struct desk *desk)
{
    if (!desk->front.lend || !desk->front.take)
        return false;
    desk->front.lend(desk->front.self);
    return true;
}

void desk_take(struct desk *desk)
{
    desk->front.take(desk->front.self);
    desk_resize(desk, &(struct key){.code = K_RESIZE});
    desk->dirty = true;
}
