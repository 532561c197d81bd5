// SPDX-License-Identifier: GPL-3.0-or-later
// A screen that is a text to read.
#include "orjon/base/mem.h"
#include "orjon/tui/pager.h"

#include <string.h>

struct pager_screen {
    struct pager *pager;
    char *title;
};

static void draw(void *state, struct canvas *canvas)
{
    struct pager_screen *screen = state;
    canvas_text(canvas, 0, 0, canvas->cols, STYLE_TITLE, ALIGN_LEFT, screen->title,
                strlen(screen->title));
    pager_draw(screen->pager, canvas, 1, 0, canvas->rows - 1, canvas->cols);
}

static struct pager *pager_of(const void *state)
{
    return ((const struct pager_screen *)state)->pager;
}

static void close(void *state, struct desk *desk, const struct key *key)
{
    (void)key;
    desk_close(desk, state);
}

static const struct action actions[] = {
    {"F3", "n", N_("find"), NULL, WHEN_AT_REST, screen_find},
    {"C-f", "/", N_("find anew"), NULL, WHEN_AT_REST, screen_find_new},
    {"Esc F1", NULL, N_("back"), NULL, WHEN_AT_REST, close},
    {0}};

static void let_go(void **state)
{
    struct pager_screen *screen = *state;
    pager_free(&screen->pager);
    free(screen->title);
    free(screen);
    *state = NULL;
}

static const struct screen_ops ops = {
    .name = "pager",
    .actions = actions,
    .pager = pager_of,
    .draw = draw,
    .free = let_go,
};

void pager_push(struct desk *desk, const char *title, const char *text, size_t n, bool wrap)
{
    struct pager_screen *screen = mem_alloc(sizeof *screen);
    screen->pager = pager_new(text, n, wrap);
    screen->title = mem_copy_text(title, strlen(title));
    desk_push(desk, &ops, screen);
}
