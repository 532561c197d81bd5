// SPDX-License-Identifier: GPL-3.0-or-later
// A small program of the widget kit alone, for the test over a pty: a table to fill in. At F12 it
// rings the bell, once the picture of all that was typed before is out. Says on standard error how
// it ended.
#include "../../src/app/child.h"

#include "orjon/tui/dialog.h"
#include "orjon/tui/grid.h"
#include "orjon/tui/terminal.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { ROWS = 40, COLS = 3 };

struct demo {
    struct grid *grid;
    char text[ROWS][COLS][512];
};

static const struct grid_column columns[COLS] = {
    {.heading = "No.", .columns = 4, .align = ALIGN_RIGHT},
    {.heading = "Name", .columns = 30},
    {.heading = "Figure", .columns = 12, .align = ALIGN_RIGHT},
};

static void cell(void *data, int row, int col, struct grid_cell *ret)
{
    struct demo *demo = data;
    if (col == 0)
        str_addf(&ret->text, "%d", row + 1);
    else
        str_add(&ret->text, demo->text[row][col]);
    ret->editable = col > 0;
}

static enum status check(void *data, int row, int col, const char *text, struct err *err)
{
    struct demo *demo = data;
    return strlen(text) < sizeof demo->text[row][col] ? STATUS_OK
                                                      : err_set(err, STATUS_INVALID, "too long");
}

static enum status accept(void *data, struct desk *desk, int row, int col, const char *text,
                          struct err *err)
{
    (void)desk;
    struct demo *demo = data;
    if (check(data, row, col, text, err))
        return STATUS_INVALID;
    snprintf(demo->text[row][col], sizeof demo->text[row][col], "%s", text);
    return STATUS_OK;
}

static enum status accept_all(void *data, struct desk *desk, const struct grid_put *puts, size_t n,
                              struct err *err)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; i < n && status == STATUS_OK; i++)
        status = accept(data, desk, puts[i].row, puts[i].col, puts[i].text, err);
    return status;
}

static const struct grid_ops ops = {
    .cell = cell, .accept = accept, .check = check, .accept_all = accept_all};

static void draw(void *state, struct canvas *canvas)
{
    struct demo *demo = state;
    autostr title = STR_INIT;
    str_addf(&title, "demo %d", grid_row(demo->grid) + 1);
    canvas_text(canvas, 0, 0, canvas->cols, STYLE_TITLE, ALIGN_LEFT, title.buf, title.len);
    canvas_follow(canvas, demo, 0, 1);
    canvas_rule(canvas, 1, 1, canvas->rows - 1, RULE_VERTICAL);
    canvas_rule(canvas, 1, 50, canvas->rows - 1, RULE_VERTICAL);
    grid_draw(demo->grid, canvas, 1, 2, canvas->rows - 1, 48);
}

// Another program has the terminal until it gets a line.
static void lend(struct desk *desk)
{
    const char *argv[] = {"sh", "-c", "echo outside; read line; echo \"$line\" >&2", NULL};
    int code = 0;
    if (!desk_lend(desk))
        return;
    const enum status status = child_attend(argv, &code, NULL);
    desk_take(desk);
    desk_say(desk, MESSAGE_INFO, "%d %d", (int)status, code);
}

static bool key(void *state, struct desk *desk, const struct key *key)
{
    struct demo *demo = state;
    if (key_is_ctrl(key, 'q'))
        desk_quit(desk);
    else if (key->code == K_F8)
        desk_set_mouse(desk, !desk_mouse(desk));
    else if (key->code == K_F9)
        desk_set_theme(desk, (enum theme)((desk_theme(desk) + 1) % THEME_COUNT));
    else if (key->code == K_F6)
        lend(desk);
    else if (key->code == K_F7)
        dialog_tell(desk, "Box", "বাংলাদেশ", NULL, NULL);
    else if (!grid_key(demo->grid, desk, key))
        desk_say(desk, MESSAGE_WARNING, "key %d", (int)key->code);
    return true;
}

static void commit(void *state)
{
    struct err err = {0};
    grid_commit(((struct demo *)state)->grid, NULL, &err);
}

static void let_go(void **state)
{
    *state = NULL;
}

static const struct screen_ops screen = {
    .name = "demo", .draw = draw, .key = key, .commit = commit, .free = let_go};

// F12 never comes to the desk. One that asks for what is there already has a picture to show first.
static void read_key(void *self, int timeout, struct key *ret)
{
    static bool asked;
    for (;;) {
        if (asked && timeout == 0) {
            *ret = (struct key){.code = K_TIMEOUT};
            return;
        }
        while (asked) // a signal may come in between
            asked = write(STDOUT_FILENO, "\a", 1) != 1;
        terminal_read(self, timeout, ret);
        if (ret->code != K_F12)
            return;
        asked = true;
    }
}

int main(void)
{
    static struct demo demo;
    struct terminal *terminal = NULL;
    struct err err = {0};
    i18n_set_language(LANGUAGE_ENGLISH);
    if (terminal_open(&terminal, &err) != STATUS_OK) {
        fprintf(stderr, "%s\n", err_text(&err));
        return 1;
    }
    struct desk_front front = terminal_front(terminal);
    front.read = read_key;
    struct desk *desk = desk_new(&front, terminal_ascii(terminal));
    demo.grid = grid_new(&ops, &demo, columns, COLS, 1);
    grid_set_rows(demo.grid, ROWS);
    grid_select(demo.grid, 0, 1);
    desk_push(desk, &screen, &demo);
    bool ended = desk_run(desk);
    desk_free(&desk);
    terminal_close(&terminal);
    fprintf(stderr, "%s [%s]\n", ended ? "ended" : "left", demo.text[0][1]);
    grid_free(&demo.grid);
    terminal_reraise();
    return 0;
}
