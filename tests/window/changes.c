// SPDX-License-Identifier: GPL-3.0-or-later
// What changes in a window is painted over what is there, and then it is as if painted anew.
#include "each_size.h"
#include "sheet.h"

#include <string.h>

static struct paint *paint;

static int set_up(void **state)
{
    struct err err = {0};
    (void)state;
    if (paint_new(&(struct paint_fonts){0}, &paint, &err))
        fail_msg("%s", err.text);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    paint_free(&paint);
    return 0;
}

static void clean(struct sheet *sheet)
{
    for (int row = 0; row < sheet->rows; row++)
        sheet_clean(sheet, row);
    sheet->all_dirty = false;
}

static void only_what_changes_is_painted(void **state)
{
    struct sheet sheet = {0};
    struct canvas *canvas = canvas_new(3, 20);
    (void)state;
    sheet_take(&sheet, canvas, THEME_LIGHT, paint);
    assert_true(sheet.all_dirty && sheet_is_dirty(&sheet, 0) && sheet_is_dirty(&sheet, 2));
    clean(&sheet);
    canvas_say(canvas, 1, 4, STYLE_PLAIN, "ক");
    sheet_take(&sheet, canvas, THEME_LIGHT, paint);
    assert_true(!sheet.all_dirty && !sheet_is_dirty(&sheet, 0) && sheet_is_dirty(&sheet, 1) &&
                !sheet_is_dirty(&sheet, 2));
    clean(&sheet);
    canvas_cursor(canvas, 2, 0);
    sheet_take(&sheet, canvas, THEME_LIGHT, paint);
    assert_true(sheet_is_dirty(&sheet, 0) && !sheet_is_dirty(&sheet, 1) &&
                sheet_is_dirty(&sheet, 2));
    sheet_take(&sheet, canvas, THEME_DARK, paint);
    assert_true(sheet.all_dirty);
    sheet_say(&sheet, THEME_DARK, paint, "একটি কথা");
    autostr text = STR_INIT;
    sheet_text(&sheet, 2, 0, 20, &text);
    assert_string_equal(text.buf, "একটি কথা");
    sheet_take(&sheet, canvas, THEME_DARK, paint);
    str_reset(&text);
    sheet_text(&sheet, 2, 0, 20, &text);
    assert_string_equal(text.buf, "");
    sheet.all_dirty = false;
    canvas_resize(canvas, 2, 20); // what was shown in the third row lies below them now
    sheet_take(&sheet, canvas, THEME_DARK, paint);
    assert_true(sheet.all_dirty);
    canvas_free(&canvas);
    sheet_done(&sheet);
}

static cairo_surface_t *blank(const struct sheet *sheet)
{
    const struct paint_measure m = paint_measure(paint);
    return cairo_image_surface_create(CAIRO_FORMAT_RGB24, 2 * MARGIN + sheet->cols * m.width,
                                      2 * MARGIN + sheet->rows * m.height);
}

// The rows that changed, or all of them, as the window draws them.
static void draw(const struct sheet *sheet, bool all, cairo_surface_t *surface)
{
    const struct paint_measure m = paint_measure(paint);
    const int width = cairo_image_surface_get_width(surface);
    for (int row = 0; row < sheet->rows; row++) {
        const cairo_rectangle_int_t place = sheet_place(row, m, width);
        const struct paint_line line = sheet_line(sheet, row);
        if (!all && !sheet_is_dirty(sheet, row))
            continue;
        cairo_t *cr = cairo_create(surface);
        cairo_rectangle(cr, place.x, place.y, place.width, place.height);
        cairo_clip(cr);
        cairo_translate(cr, MARGIN, MARGIN + row * m.height);
        sheet_paint_margins(sheet, row, m, width, cr);
        paint_row(paint, cr, &line, sheet_caret(sheet, row));
        cairo_destroy(cr);
    }
    cairo_surface_flush(surface);
}

static void check_same(cairo_surface_t *a, cairo_surface_t *b, const char *keys)
{
    const int stride = cairo_image_surface_get_stride(a), width = cairo_image_surface_get_width(a);
    for (int y = 0; y < cairo_image_surface_get_height(a); y++)
        if (memcmp(cairo_image_surface_get_data(a) + y * stride,
                   cairo_image_surface_get_data(b) + y * stride, (size_t)width * 4) != 0)
            fail_msg("after %s what is painted over differs in the pixels at %d", keys, y);
}

// What was painted stays, and what changes is painted over it: then it is as if painted anew.
static void check_painted_over(struct sheet *sheet, const struct canvas *canvas,
                               cairo_surface_t **kept, const char *what)
{
    struct sheet anew = {0};
    sheet_take(sheet, canvas, THEME_LIGHT, paint);
    sheet_take(&anew, canvas, THEME_LIGHT, paint);
    *kept = *kept ? *kept : blank(sheet);
    cairo_surface_t *whole = blank(&anew);
    draw(sheet, false, *kept);
    draw(&anew, true, whole);
    check_same(*kept, whole, what);
    clean(sheet);
    cairo_surface_destroy(whole);
    sheet_done(&anew);
}

// What a picture of the random ones is made of: a text in its box, and a look for some of it.
struct scrap {
    int row, col, columns, text, marked_from, marked;
    enum style style, mark;
    enum align align;
};
enum { SCRAPS = 14, SCRAP_ROWS = 4, SCRAP_COLS = 50 };

static struct scrap random_scrap(void)
{
    static const enum style styles[] = {STYLE_PLAIN, STYLE_LABEL, STYLE_FIELD, STYLE_FOCUS,
                                        STYLE_EDIT,  STYLE_MARK,  STYLE_TITLE};
    return (struct scrap){.row = rand() % SCRAP_ROWS,
                          .col = rand() % (SCRAP_COLS - 1),
                          .columns = 1 + rand() % 16,
                          .text = rand(),
                          .marked_from = rand() % 12,
                          .marked = rand() % 3 ? 0 : 1 + rand() % 5,
                          .style = styles[rand() % 7],
                          .mark = styles[rand() % 7],
                          .align = (enum align)(rand() % 3)};
}

static void draw_scraps(const struct scrap *scraps, struct canvas *canvas)
{
    static const char *const texts[] = {
        "নাম:", "যত ঔষধ", "শুদ্ধাচার", "১২.৫০", "", "অভিযোগ  প্রতিকার", "│", "ক", "মোট: ৮", "Form 3",
    };
    canvas_clear(canvas);
    for (int i = 0; i < SCRAPS; i++) {
        const struct scrap *scrap = &scraps[i];
        const char *text = texts[(size_t)scrap->text % (sizeof texts / sizeof *texts)];
        if (i % 4 == 3) // a value behind its label
            canvas_say(canvas, scrap->row,
                       canvas_say(canvas, scrap->row, scrap->col, STYLE_LABEL, "মান:") + 1,
                       scrap->style, text);
        else
            canvas_text(canvas, scrap->row, scrap->col, scrap->columns, scrap->style, scrap->align,
                        text, strlen(text));
        canvas_set_style(canvas, scrap->row, scrap->col + scrap->marked_from, 1, scrap->marked,
                         scrap->mark);
    }
    canvas_cursor(canvas, scraps->row, scraps->col);
}

static void any_change_is_painted_over(void **state)
{
    struct scrap scraps[SCRAPS];
    struct sheet sheet = {0};
    struct canvas *canvas = canvas_new(SCRAP_ROWS, SCRAP_COLS);
    cairo_surface_t *kept = NULL;
    (void)state;
    srand(1);
    for (int i = 0; i < SCRAPS; i++)
        scraps[i] = random_scrap();
    for (int step = 0; step < 2000; step++) {
        scraps[rand() % SCRAPS] = random_scrap();
        draw_scraps(scraps, canvas);
        check_painted_over(&sheet, canvas, &kept, "a change");
    }
    cairo_surface_destroy(kept);
    canvas_free(&canvas);
    sheet_done(&sheet);
}

// A text goes on from where the letters before it end, which may be far before its cells.
static void what_follows_is_painted_over_where_it_stands(void **state)
{
    static const char *const values[] = {"১২", "৯", "৪৫৬", "", "শুদ্ধ"};
    struct sheet sheet = {0};
    struct canvas *canvas = canvas_new(2, 70);
    cairo_surface_t *kept = NULL;
    (void)state;
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        canvas_clear(canvas);
        int col = canvas_say(canvas, 1, 0, STYLE_LABEL, "প্রতিশ্রুতি বিষয়ে স্টেকহোল্ডারগণের সমন্বয়ে") + 1;
        col = canvas_say(canvas, 1, col, STYLE_LABEL, "ক") + 1;
        canvas_say(canvas, 1, col, STYLE_LABEL, values[i]);
        check_painted_over(&sheet, canvas, &kept, values[i]);
    }
    cairo_surface_destroy(kept);
    canvas_free(&canvas);
    sheet_done(&sheet);
}

// Letters that fill their box leave the caret no room in it.
static void a_caret_goes_from_where_it_was(void **state)
{
    static const char wide[] = "ঔঔঔঔঔ";
    struct sheet sheet = {0};
    struct canvas *canvas = canvas_new(2, 20);
    cairo_surface_t *kept = NULL;
    (void)state;
    for (int i = 0; i < 18; i++) {
        canvas_clear(canvas);
        canvas_text(canvas, 1, 4, 6, STYLE_EDIT, ALIGN_LEFT, wide, sizeof wide - 1);
        canvas_rule(canvas, 0, 10, 2, RULE_VERTICAL);
        canvas_cursor(canvas, 1, 4 + i * 5 % 6);
        check_painted_over(&sheet, canvas, &kept, "the caret");
    }
    cairo_surface_destroy(kept);
    canvas_free(&canvas);
    sheet_done(&sheet);
}

static const char *const keys_of_a_day[] = {
    "<Down>",   "<Enter>", "<F2>",  "১",        "২",       "<BS>",   "<Esc>",    "<Down>*3",
    "<Right>",  "3",       "<Esc>", "<F8>",     "ক",       "র",      "্ম",        "<Left>*2",
    "<BS>",     "<Esc>",   "<C-f>", "সে",       "বা",      "<Esc>",  "<F1>",     "<Esc>",
    "<C-b>",    "<Esc>",   "<Esc>", "<F7>",     "<Down>",  "<F2>",   "<Esc>*2",  "<F6>",
    "<Down>*2", "<Esc>",   "<F3>",  "প্রতিবেদন", "<Esc>*2", "<F9>",   "<Down>*2", "<Esc>",
    "<F5>",     "<Down>",  "<Esc>", "<F4>",     "<Right>", "<Esc>*2"};

static void play_a_day(const struct app_options *options, int rows, int cols)
{
    struct session session;
    struct sheet sheet = {0};
    struct err err = {0};
    struct desk *desk = desk_new(NULL, false);
    cairo_surface_t *kept = NULL;
    assert_int_equal(screens_open(options, &session, &err), STATUS_OK);
    assert_int_equal(screens_begin(desk, &session, &err), STATUS_OK);
    assert_int_equal(desk_play(desk, "", rows, cols, NULL, &err), STATUS_OK);
    check_painted_over(&sheet, desk_canvas(desk), &kept, "the start");
    for (size_t i = 0; i < sizeof keys_of_a_day / sizeof *keys_of_a_day; i++) {
        assert_int_equal(desk_play(desk, keys_of_a_day[i], rows, cols, NULL, &err), STATUS_OK);
        check_painted_over(&sheet, desk_canvas(desk), &kept, keys_of_a_day[i]);
    }
    cairo_surface_destroy(kept);
    sheet_done(&sheet);
    desk_free(&desk);
    app_close(&session.app);
}

static void a_day_is_painted_over(void **state)
{
    (void)state;
    in_each_size(play_a_day);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_what_changes_is_painted),
        cmocka_unit_test(any_change_is_painted_over),
        cmocka_unit_test(what_follows_is_painted_over_where_it_stands),
        cmocka_unit_test(a_caret_goes_from_where_it_was),
        cmocka_unit_test(a_day_is_painted_over),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
