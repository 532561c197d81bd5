// SPDX-License-Identifier: GPL-3.0-or-later
// Canvases as the window paints them, without a display: their text, their colours, and that every
// rule of our screens stands in its column.
#include "sheet.h"
#include "each_size.h"

#include <math.h>
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

// What is typed is drawn at once in its field alone.
static void a_field_ends_with_its_ground_or_at_a_rule(void **state)
{
    struct sheet sheet = {0};
    struct canvas *canvas = canvas_new(1, 20);
    int from, to;
    (void)state;
    canvas_text(canvas, 0, 4, 6, STYLE_FOCUS, ALIGN_RIGHT, "১২", strlen("১২"));
    canvas_rule(canvas, 0, 8, 1, RULE_VERTICAL);
    canvas_cursor(canvas, 0, 6);
    sheet_take(&sheet, canvas, THEME_LIGHT, paint);
    sheet_field(&sheet, &from, &to);
    assert_int_equal(from, 4);
    assert_int_equal(to, 8);
    canvas_cursor(canvas, 0, 19);
    sheet_take(&sheet, canvas, THEME_LIGHT, paint);
    sheet_field(&sheet, &from, &to);
    assert_int_equal(from, 10);
    assert_int_equal(to, 20);
    canvas_free(&canvas);
    sheet_done(&sheet);
}

static void marked_text_has_its_own_colours(void **state)
{
    const struct tint tint = tint_of(THEME_DARK, STYLE_SELECTED, false);
    struct paint_cell cell = {
        .ink = 0, .ground = PAINT_CLEAR, .look = PAINT_BOLD | PAINT_PADDED, .at = 3};
    (void)state;
    sheet_mark_cell(&cell, THEME_DARK);
    assert_int_equal(cell.ink, tint.ink);
    assert_int_equal(cell.ground, tint.ground);
    assert_int_equal(cell.look, PAINT_BOLD); // which its letters are shaped by
    assert_int_equal(cell.at, 3);
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

static void rules_of_all_screens(const struct app_options *options, int rows, int cols)
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
    assert_true(rules > 200);
}

static void every_rule_stands_in_its_column(void **state)
{
    (void)state;
    in_each_size(rules_of_all_screens);
    print_message("made narrower: %ld of %ld texts, to %.2f at the least\n",
                  paint_narrow(paint).narrowed, paint_narrow(paint).texts,
                  paint_narrow(paint).least);
    assert_true(paint_narrow(paint).narrowed * 200 < paint_narrow(paint).texts);
    assert_true(paint_narrow(paint).least > 0.7); // a ✓, in whichever font of the machine has it
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_comes_back_as_it_was_written),
        cmocka_unit_test(each_letter_has_its_columns),
        cmocka_unit_test(texts_are_whole_but_for_gaps_and_rules),
        cmocka_unit_test(every_role_can_be_read),
        cmocka_unit_test(the_row_that_the_keys_act_on_is_tinted),
        cmocka_unit_test(a_setting_goes_before_the_desktop),
        cmocka_unit_test(a_field_ends_with_its_ground_or_at_a_rule),
        cmocka_unit_test(marked_text_has_its_own_colours),
        cmocka_unit_test(what_is_marked_has_a_pad_beside_it),
        cmocka_unit_test(every_rule_stands_in_its_column),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
