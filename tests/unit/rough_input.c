// SPDX-License-Identifier: GPL-3.0-or-later
// Input that nobody means to give: nothing else is lost, nothing is drawn awry, nothing takes long.
#include "../test.h"

#include "orjon/base/mem.h"
#include "orjon/tui/grid.h"
#include "orjon/tui/lineedit.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistr.h>

enum { ROWS = 12, COLS = 40, WIDE = 3000 }; // milliseconds of work that are many

// Milliseconds of the processor: others may have it for longer.
static int64_t worked(void)
{
    return (int64_t)clock() * 1000 / CLOCKS_PER_SEC;
}

static const char *const pieces[] = {
    "ক",      "ষ",      "a",      " ",      "\u09cd", "\u09be", "\u0981",
    "\u09bc", "\u200c", "\u200d", "\u200f", "\u202e", "😀",      "👨‍👩‍👧",
    "\u0301", "é",      "漢",     "১২.৫",   "\ufeff", "\u00a0", "\t",
    "\u2028", "ক্ষ্ম্যাঁ",
};
enum { PIECES = sizeof pieces / sizeof *pieces };

// Every cell is owned by one syllable, whose columns fit in the row, and is UTF-8.
static void assert_whole(const struct canvas *canvas)
{
    for (int row = 0; row < canvas->height; row++)
        for (int col = 0; col < canvas->cols;) {
            const struct canvas_cell *cell = canvas_cell(canvas, row, col);
            size_t n = 0;
            const char *s = canvas_bytes(canvas, cell, &n);
            assert_true(cell->columns > 0);
            assert_null(u8_check((const uint8_t *)s, n));
            if (cell->length)
                assert_int_equal(text_columns(s, n), cell->columns);
            for (int i = 1; i < cell->columns; i++)
                assert_int_equal(canvas_cell(canvas, row, col + i)->columns, 0);
            col += cell->columns;
            assert_true(col <= canvas->cols);
        }
}

static void any_text_is_drawn_in_its_cells(void **state)
{
    (void)state;
    struct canvas *canvas = canvas_new(ROWS, COLS);
    srand(8);
    for (int i = 0; i < 20000; i++) {
        autostr text = STR_INIT;
        for (int k = rand() % 10; k >= 0; k--)
            str_add(&text, pieces[rand() % PIECES]);
        if (rand() % 4 == 0)
            str_add_n(&text, "\0\xff\xe0\xa6\x1b[2J\x7f", 8);
        canvas_text(canvas, rand() % ROWS, rand() % COLS, rand() % COLS,
                    (enum style)(rand() % STYLE_COUNT), (enum align)(rand() % 3), text.buf,
                    text.len);
        if (i % 50 == 0)
            canvas_box(canvas, rand() % ROWS, rand() % COLS, 3, 9);
        if (i % 10 == 0)
            assert_whole(canvas);
    }
    canvas_free(&canvas);
}

static void press(struct lineedit *edit, enum key_code code, const char *text)
{
    struct key key = {.code = code};
    if (code == K_PASTE && text) {
        key.paste = text;
        key.paste_len = strlen(text);
    } else if (text) {
        snprintf(key.text, sizeof key.text, "%s", text);
    }
    lineedit_key(edit, &key);
}

static void any_keys_keep_the_line_whole(void **state)
{
    (void)state;
    static const enum key_code moves[] = {K_LEFT,      K_RIGHT,  K_HOME,      K_END,
                                          K_BACKSPACE, K_DELETE, K_CTRL_LEFT, K_SHIFT_LEFT,
                                          K_UNKNOWN,   K_F11};
    static const char *const controls[] = {"z", "y", "a", "x", "c", "v"};
    struct canvas *canvas = canvas_new(3, COLS);
    autostr clipboard = STR_INIT;
    struct lineedit edit;
    lineedit_init(&edit);
    edit.clipboard = &clipboard;
    srand(9);
    for (int i = 0; i < 20000; i++) {
        const char *piece = pieces[rand() % PIECES];
        int kind = rand() % 10;
        if (kind < 5 && strlen(piece) < sizeof((struct key *)NULL)->text)
            press(&edit, K_TEXT, piece);
        else if (kind == 5)
            press(&edit, K_PASTE, piece);
        else if (kind == 6)
            press(&edit, K_CTRL, controls[rand() % 6]);
        else
            press(&edit, moves[rand() % 10], NULL);
        if (edit.text.len > 400)
            lineedit_set(&edit, "", 0, false);
        assert_null(u8_check((const uint8_t *)edit.text.buf, edit.text.len));
        assert_true(text_is_boundary(edit.text.buf, edit.text.len, edit.cursor));
        lineedit_draw(&edit, canvas, 1, 5, 20, STYLE_EDIT);
        assert_whole(canvas);
        assert_true(canvas->cursor_col >= 5 && canvas->cursor_col < 25);
        autostr kept = STR_INIT, again = STR_INIT;
        lineedit_commit(&edit, &kept);
        text_clean(kept.buf, kept.len, &again, NULL);
        assert_string_equal(kept.buf, again.buf); // what is kept needs no more cleaning
    }
    lineedit_done(&edit);
    canvas_free(&canvas);
}

static void long_lines_do_not_take_long(void **state)
{
    (void)state;
    struct canvas *canvas = canvas_new(3, COLS);
    struct lineedit edit;
    autostr text = STR_INIT;
    int64_t begun = worked();
    str_add_repeat(&text, "প্র", 10000); // one word
    lineedit_init(&edit);
    press(&edit, K_PASTE, text.buf);
    assert_true(edit.text.len <= LINEEDIT_MAX && edit.text.len > LINEEDIT_MAX - 10);
    for (int i = 0; i < 20; i++) {
        press(&edit, i % 2 ? K_LEFT : K_BACKSPACE, NULL);
        lineedit_draw(&edit, canvas, 1, 0, COLS, STYLE_EDIT);
    }
    press(&edit, K_HOME, NULL);
    lineedit_draw(&edit, canvas, 1, 0, COLS, STYLE_EDIT);
    assert_whole(canvas);
    if (worked() - begun > WIDE)
        fail_msg("%d ms", (int)(worked() - begun));
    lineedit_done(&edit);
    canvas_free(&canvas);
}

// --- a grid -------------------------------------------------------------------------------------

static char figures[ROWS][64];
static int accepted;

static void cell(void *data, int row, int col, struct grid_cell *ret)
{
    (void)data;
    str_addf(&ret->text, "%s", col ? figures[row] : "নাম");
    ret->editable = col == 1;
}

static enum status accept(void *data, struct desk *desk, int row, int col, const char *text,
                          struct err *err)
{
    (void)data;
    (void)desk;
    (void)col;
    if (strlen(text) >= sizeof figures[row])
        return err_set(err, STATUS_INVALID, "too long");
    snprintf(figures[row], sizeof figures[row], "%s", text);
    accepted++;
    return STATUS_OK;
}

static void keys_nobody_knows_change_nothing(void **state)
{
    (void)state;
    static const struct grid_ops ops = {.cell = cell, .accept = accept};
    static const struct grid_column columns[] = {{.heading = "A", .columns = 5},
                                                 {.heading = "B", .columns = 8}};
    static const char *const strange[] = {
        "\033[99~",  "\033[1;9y", "\033]11;?\a", "\033Pq#\033\\",  "\033[<35;1;1M",
        "\033[M#!!", "\033[I",    "\033[?1;2c",  "\033[?2027;0$y", "\033[7;9R",
        "\033[1;1R", "\x1c",      "\033[",       "\033O"};
    struct grid *grid = grid_new(&ops, NULL, columns, 2, 1);
    struct key_decoder *decoder = key_decoder_new();
    grid_set_rows(grid, ROWS);
    grid_select(grid, 3, 1);
    for (size_t i = 0; i < sizeof strange / sizeof *strange; i++) {
        struct key key;
        key_decoder_feed(decoder, strange[i], strlen(strange[i]), 0);
        while (key_decoder_next(decoder, INT64_MAX, &key))
            grid_key(grid, NULL, &key);
        if (grid_row(grid) != 3 || grid_col(grid) != 1 || grid_editing(grid) || accepted)
            fail_msg("«%s» did something", strange[i] + 1);
    }
    key_decoder_free(&decoder);
    grid_free(&grid);
}

static void floods_are_decoded_fast(void **state)
{
    (void)state;
    static char bytes[1 << 20];
    struct key_decoder *decoder = key_decoder_new();
    struct key key;
    int64_t begun = worked();
    static const char fills[] = {27, '\0', (char)0xFF, (char)0xE0, '[', ';'};
    for (size_t i = 0; i < sizeof fills; i++) {
        memset(bytes, fills[i], sizeof bytes);
        for (size_t at = 0; at < sizeof bytes; at += 1 << 14) {
            key_decoder_feed(decoder, bytes + at, 1 << 14, 0);
            while (key_decoder_next(decoder, 0, &key))
                ;
        }
        while (key_decoder_next(decoder, INT64_MAX, &key))
            ;
    }
    key_decoder_feed(decoder, "\033[200~", 6, 0);
    memset(bytes, 'a', sizeof bytes);
    for (size_t at = 0; at < sizeof bytes; at += 512) { // as a pty gives it
        key_decoder_feed(decoder, bytes + at, 512, 0);
        assert_false(key_decoder_next(decoder, 0, &key));
    }
    key_decoder_feed(decoder, "\033[201~", 6, 0);
    assert_true(key_decoder_next(decoder, 0, &key) && key.code == K_PASTE);
    if (worked() - begun > WIDE)
        fail_msg("%d ms", (int)(worked() - begun));
    key_decoder_free(&decoder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_text_is_drawn_in_its_cells),
        cmocka_unit_test(any_keys_keep_the_line_whole),
        cmocka_unit_test(long_lines_do_not_take_long),
        cmocka_unit_test(keys_nobody_knows_change_nothing),
        cmocka_unit_test(floods_are_decoded_fast),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
