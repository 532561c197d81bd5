// SPDX-License-Identifier: GPL-3.0-or-later
// Canvases as the window paints them, without a display: their text, their colours, and that every
// rule of our screens stands in its column.
#include "../clock.h"
#include "../test.h"

#include "orjon/base/i18n.h"
#include "orjon/screens/screens.h"
#include "sheet.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
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

// --- text ---------------------------------------------------------------------------------------

static void say(struct sheet *sheet, int cols, const char *text)
{
    struct canvas *canvas = canvas_new(1, cols);
    canvas_say(canvas, 0, 0, STYLE_PLAIN, text);
    sheet_take(sheet, canvas, THEME_LIGHT, paint);
    canvas_free(&canvas);
}

static void text_comes_back_as_it_was_written(void **state)
{
    static const char *const texts[] = {
        "অভিযোগ প্রতিকার ব্যবস্থা",
        "ক্ষ্ম্যাঁ",
        "মোঃ র‌্যাব ক্‍ষ",
        "৳ ১২.৫০ %",
        "字 a 字",
        "",
        "é ñ",
    };
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct sheet sheet = {0};
        autostr text = STR_INIT;
        say(&sheet, 40, texts[i]);
        sheet_text(&sheet, 0, 0, 40, &text);
        assert_string_equal(text.buf, texts[i]);
        sheet_done(&sheet);
    }
}

static void each_letter_has_its_columns(void **state)
{
    struct sheet sheet = {0};
    (void)state;
    say(&sheet, 10, "কি字a");
    const struct paint_line line = sheet_line(&sheet, 0);
    assert_int_equal(line.texts, 1);
    assert_int_equal(line.text->columns, 5);
    static const uint32_t at[] = {0, 0, 6, 6, 9};
    for (int i = 0; i < 5; i++)
        assert_int_equal(line.cell[i].at, at[i]);
    sheet_done(&sheet);
}

static void check_texts(const struct canvas *canvas, int row, const char *expected)
{
    struct sheet sheet = {0};
    autostr got = STR_INIT;
    sheet_take(&sheet, canvas, THEME_LIGHT, paint);
    const struct paint_line line = sheet_line(&sheet, row);
    for (int i = 0; i < line.texts; i++)
        str_addf(&got, "%d %d %.*s%s|", line.text[i].col, line.text[i].columns, (int)line.text[i].n,
                 line.text[i].s, line.text[i].has_more ? "…" : "");
    assert_string_equal(got.buf, expected);
    sheet_done(&sheet);
}

static int align_of_text(const struct canvas *canvas)
{
    struct sheet sheet = {0};
    sheet_take(&sheet, canvas, THEME_LIGHT, paint);
    const int align = sheet_line(&sheet, 0).text->align;
    sheet_done(&sheet);
    return align;
}

static void texts_are_whole_but_for_gaps_and_rules(void **state)
{
    static const char words[] = "নাম: ক  মান: খ │গ", lines[] = "কর\nকখ";
    (void)state;
    struct canvas *canvas = canvas_new(3, 30);
    canvas_text(canvas, 0, 1, 8, STYLE_PLAIN, ALIGN_LEFT, words, sizeof words - 1);
    canvas_text(canvas, 0, 10, 8, STYLE_PLAIN, ALIGN_RIGHT, "১  ২", strlen("১  ২"));
    check_texts(canvas, 0, "1 8 নাম: ক…|10 8 ১  ২|");
    canvas_text(canvas, 0, 0, 30, STYLE_PLAIN, ALIGN_LEFT, words, sizeof words - 1);
    check_texts(canvas, 0, "0 8 নাম: ক|8 7 মান: খ|16 14 গ|");
    canvas_text(canvas, 0, 0, 30, STYLE_PLAIN, ALIGN_LEFT, "", 0);
    canvas_text(canvas, 0, 0, 9, STYLE_PLAIN, ALIGN_CENTRE, "▃ · ·", strlen("▃ · ·"));
    check_texts(canvas, 0, "4 5 · ·|");
    assert_int_equal(align_of_text(canvas), ALIGN_LEFT); // the middle is that of the whole
    canvas_wrapped(canvas, 1, 0, 2, 9, STYLE_PLAIN, lines, sizeof lines - 1);
    check_texts(canvas, 2, "0 9 কখ|");
    canvas_wrapped(canvas, 1, 0, 1, 9, STYLE_PLAIN, lines, sizeof lines - 1);
    check_texts(canvas, 1, "0 9 কর…|");
    canvas_free(&canvas);
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
    assert_int_equal(sheet.dirty[1].from, 3); // and a letter may stand a hair out of its box
    clean(&sheet);
    canvas_cursor(canvas, 2, 0);
    sheet_take(&sheet, canvas, THEME_LIGHT, paint);
    assert_true(sheet_is_dirty(&sheet, 0) && !sheet_is_dirty(&sheet, 1) &&
                sheet_is_dirty(&sheet, 2));
    assert_int_equal(sheet.dirty[2].to, 1);
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

// --- colours ------------------------------------------------------------------------------------

// As the Web Content Accessibility Guidelines reckon it.
static double light_of(int32_t colour)
{
    static const double weight[] = {.2126, .7152, .0722};
    double sum = 0;
    for (int i = 0; i < 3; i++) {
        const double c = (colour >> (16 - 8 * i) & 255) / 255.;
        sum += weight[i] * (c <= .03928 ? c / 12.92 : pow((c + .055) / 1.055, 2.4));
    }
    return sum;
}

static double contrast(int32_t a, int32_t b)
{
    const double x = light_of(a) + .05, y = light_of(b) + .05;
    return x > y ? x / y : y / x;
}

static void every_role_can_be_read(void **state)
{
    (void)state;
    for (int theme = THEME_LIGHT; theme < THEME_COUNT; theme++)
        for (int i = 0; i < 2 * STYLE_COUNT; i++) {
            const int style = i / 2;
            const struct tint tint = tint_of((enum theme)theme, (enum style)style, i % 2);
            const double least = theme == THEME_CONTRAST ? 7 : style == STYLE_RULE ? 3 : 4.5;
            if (contrast(tint.ink, tint.ground) < least)
                fail_msg("theme %d, role %d%s: %.2f", theme, style, i % 2 ? " in the row" : "",
                         contrast(tint.ink, tint.ground));
        }
}

static void the_row_that_the_keys_act_on_is_tinted(void **state)
{
    struct sheet sheet = {0};
    struct canvas *canvas = canvas_new(2, 20);
    (void)state;
    canvas_say(canvas, 0, 0, STYLE_DIM, "সূচক");
    canvas_say(canvas, 0, 10, STYLE_FOCUS, "৪");
    canvas_mark_row(canvas, 0, 0, 1, 15);
    sheet_take(&sheet, canvas, THEME_LIGHT, paint);
    const struct paint_cell *cells = sheet_line(&sheet, 0).cell,
                            *below = sheet_line(&sheet, 1).cell;
    const int32_t ground = cells[0].ground;
    assert_int_not_equal(ground, below[0].ground);
    assert_int_equal(cells[5].ground, ground);
    assert_int_equal(cells[10].ground, tint_of(THEME_LIGHT, STYLE_FOCUS, false).ground);
    assert_int_equal(cells[15].ground, below[15].ground);
    canvas_clear(canvas);
    sheet_take(&sheet, canvas, THEME_LIGHT, paint);
    assert_int_equal(sheet_line(&sheet, 0).cell[0].ground, below[0].ground);
    canvas_free(&canvas);
    sheet_done(&sheet);
}

static void a_setting_goes_before_the_desktop(void **state)
{
    (void)state;
    unsetenv("NO_COLOR");
    assert_int_equal(theme_for(THEME_AUTO, THEME_DARK), THEME_DARK);
    assert_int_equal(theme_for(THEME_CONTRAST, THEME_DARK), THEME_CONTRAST);
    setenv("NO_COLOR", "1", 1);
    assert_int_equal(theme_for(THEME_CONTRAST, THEME_DARK), THEME_MONO);
    unsetenv("NO_COLOR");
}

// --- our screens --------------------------------------------------------------------------------

static cairo_surface_t *picture_of(const struct sheet *sheet, int row)
{
    const struct paint_measure m = paint_measure(paint);
    cairo_surface_t *surface =
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, sheet->cols * m.width, m.height);
    cairo_t *cr = cairo_create(surface);
    const struct paint_line line = sheet_line(sheet, row);
    paint_row(paint, cr, &line, sheet_caret(sheet, row));
    cairo_destroy(cr);
    cairo_surface_flush(surface);
    return surface;
}

static uint32_t pixel_at(cairo_surface_t *surface, int x, int y)
{
    uint32_t pixel;
    memcpy(&pixel,
           cairo_image_surface_get_data(surface) + y * cairo_image_surface_get_stride(surface) +
               x * 4,
           sizeof pixel);
    return pixel & 0xFFFFFF;
}

static bool is_upright(uint32_t letter)
{
    return letter == 0x2502 || letter == 0x253C || letter == 0x251C || letter == 0x2524;
}

// What is marked fills its column up to the rule.
static int32_t ground_beside(const struct paint_cell *rule, int side)
{
    return rule[side].look & PAINT_PADDED ? rule[side].ground : rule->ground;
}

// A rule is ink from edge to edge, in the middle of its own cell, and no text has run into it.
static int check_rules(const struct sheet *sheet, int row)
{
    const struct paint_measure m = paint_measure(paint);
    cairo_surface_t *surface = picture_of(sheet, row);
    const struct paint_cell *cells = sheet_line(sheet, row).cell;
    int rules = 0;
    for (int i = 0; i < sheet->cols; i++) {
        if (!is_upright(cells[i].rule))
            continue;
        const int x = i * m.width + (m.width - 1) / 2;
        rules++;
        for (int y = 0; y < m.height; y++) {
            assert_int_equal(pixel_at(surface, x, y), cells[i].ink);
            if (cells[i].rule == 0x2502) {
                assert_int_equal(pixel_at(surface, x - 2, y), ground_beside(&cells[i], -1));
                assert_int_equal(pixel_at(surface, x + 2, y), ground_beside(&cells[i], 1));
            }
        }
    }
    cairo_surface_destroy(surface);
    return rules;
}

static void what_is_marked_has_a_pad_beside_it(void **state)
{
    const struct paint_measure m = paint_measure(paint);
    const struct tint tint = tint_of(THEME_LIGHT, STYLE_FOCUS, false);
    struct canvas *canvas = canvas_new(1, 12);
    struct sheet sheet = {0};
    (void)state;
    canvas_text(canvas, 0, 2, 3, STYLE_FOCUS, ALIGN_LEFT, "abc", 3);
    canvas_text(canvas, 0, 7, 2, STYLE_FOCUS, ALIGN_LEFT, "de", 2);
    canvas_text(canvas, 0, 9, 2, STYLE_PLAIN, ALIGN_LEFT, "fg", 2); // no room for one
    sheet_take(&sheet, canvas, THEME_LIGHT, paint);
    cairo_surface_t *surface = picture_of(&sheet, 0);
    static const struct {
        int column;
        bool first, last; // pixel of the cell is of the ground of what is marked
    } cells[] = {{1, false, true}, {5, true, false}, {6, false, true}, {9, false, false}};
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
        const int x = cells[i].column * m.width;
        assert_int_equal((int32_t)pixel_at(surface, x, 0) == tint.ground, cells[i].first);
        assert_int_equal((int32_t)pixel_at(surface, x + m.width - 1, 0) == tint.ground,
                         cells[i].last);
    }
    cairo_surface_destroy(surface);
    sheet_done(&sheet);
    canvas_free(&canvas);
}

// --- what changes -------------------------------------------------------------------------------

static cairo_surface_t *blank(const struct sheet *sheet)
{
    const struct paint_measure m = paint_measure(paint);
    return cairo_image_surface_create(CAIRO_FORMAT_RGB24, 2 * MARGIN + sheet->cols * m.width,
                                      2 * MARGIN + sheet->rows * m.height);
}

// What changed of the rows, or all of them.
static void draw(const struct sheet *sheet, bool all, cairo_surface_t *surface)
{
    const struct paint_measure m = paint_measure(paint);
    const int width = cairo_image_surface_get_width(surface);
    for (int row = 0; row < sheet->rows; row++) {
        const cairo_rectangle_int_t place = sheet_place(sheet, row, m, width);
        const struct paint_line line = sheet_line(sheet, row);
        if (!all && !sheet_is_dirty(sheet, row))
            continue;
        cairo_t *cr = cairo_create(surface);
        if (!all) {
            cairo_rectangle(cr, place.x, place.y, place.width, place.height);
            cairo_clip(cr);
        }
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

static void what_is_painted_over_is_as_if_painted_anew(const struct app_options *options, int rows,
                                                       int cols)
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

static int rules_of_all_screens(const struct app_options *options, int rows, int cols)
{
    static const char *const walks[] = {"",          "<Enter>",     "<F2>১২<Esc><Down><Right>",
                                        "<F1>",      "<Esc><F6>",   "<Esc><F7>",
                                        "<Esc><F8>", "<Esc>*3<F5>", "<Esc><F7>",
                                        "<Esc><F9>", "<Esc><F4>"};
    struct session session;
    struct sheet sheet = {0};
    struct err err = {0};
    int rules = 0;
    struct desk *desk = desk_new(NULL, false);
    assert_int_equal(screens_open(options, &session, &err), STATUS_OK);
    assert_int_equal(screens_begin(desk, &session, &err), STATUS_OK);
    for (size_t i = 0; i < sizeof walks / sizeof *walks; i++) {
        assert_int_equal(desk_play(desk, walks[i], rows, cols, NULL, &err), STATUS_OK);
        sheet_take(&sheet, desk_canvas(desk), THEME_LIGHT, paint);
        for (int row = 0; row < rows; row++)
            rules += check_rules(&sheet, row);
    }
    sheet_done(&sheet);
    desk_free(&desk);
    app_close(&session.app);
    return rules;
}

static void every_rule_stands_in_its_column(void **state)
{
    static const int sizes[][2] = {{24, 80}, {30, 100}, {40, 132}};
    const struct app_new_office sample = {.sample = true};
    char folder[] = "/tmp/orjon-sheet-XXXXXX", office[64];
    autostr clear = STR_INIT;
    (void)state;
    clock_stand(1696500000); // 5 October 2023
    assert_non_null(mkdtemp(folder));
    snprintf(office, sizeof office, "%s/office.db", folder);
    const struct app_options options = {
        .file = office, .via = "screen", .language_given = true, .digits_given = true};
    assert_int_equal(app_init(&options, &sample, NULL), STATUS_OK);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        for (int language = 0; language < LANGUAGE_COUNT; language++) {
            i18n_set_language((enum language)language);
            i18n_set_digits((enum digits)language);
            assert_true(rules_of_all_screens(&options, sizes[i][0], sizes[i][1]) > 200);
            what_is_painted_over_is_as_if_painted_anew(&options, sizes[i][0], sizes[i][1]);
        }
    print_message("made narrower: %ld of %ld texts, to %.2f at the least\n",
                  paint_narrow(paint).narrowed, paint_narrow(paint).texts,
                  paint_narrow(paint).least);
    assert_true(paint_narrow(paint).narrowed * 200 < paint_narrow(paint).texts);
    assert_true(paint_narrow(paint).least > 0.7); // a ✓, in whichever font of the machine has it
    str_addf(&clear, "rm -rf %s", folder);
    assert_int_equal(system(clear.buf), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_comes_back_as_it_was_written),
        cmocka_unit_test(each_letter_has_its_columns),
        cmocka_unit_test(texts_are_whole_but_for_gaps_and_rules),
        cmocka_unit_test(only_what_changes_is_painted),
        cmocka_unit_test(every_role_can_be_read),
        cmocka_unit_test(the_row_that_the_keys_act_on_is_tinted),
        cmocka_unit_test(a_setting_goes_before_the_desktop),
        cmocka_unit_test(what_is_marked_has_a_pad_beside_it),
        cmocka_unit_test(every_rule_stands_in_its_column),
        cmocka_unit_test(any_change_is_painted_over),
        cmocka_unit_test(what_follows_is_painted_over_where_it_stands),
        cmocka_unit_test(a_caret_goes_from_where_it_was),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
