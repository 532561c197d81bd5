// SPDX-License-Identifier: GPL-3.0-or-later
// Painting: runs, their places, and that each word looks as it does alone.
#include "../test.h"

#include "orjon/base/file.h"
#include "orjon/base/mem.h"
#include "private.h"

#include <math.h>
#include <stdlib.h>

enum { COLUMNS = 60, INK = 0x000000, GROUND = 0xFFFFFF };

static struct paint *paint;

#define assert_near(a, b, most) assert_true(fabs((a) - (b)) <= (most))

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

// --- rows of cells ------------------------------------------------------------------------------

struct row {
    struct paint_cell cell[COLUMNS];
};

static bool is_mark(gunichar letter)
{
    enum { JOINER = 0x200D, NON_JOINER = 0x200C };
    GUnicodeType type = g_unichar_type(letter);
    return type == G_UNICODE_NON_SPACING_MARK || letter == JOINER || letter == NON_JOINER;
}

// Cells as a terminal fills them: a letter or a spacing sign each, other signs with those before.
static void write_at(struct row *row, int column, const char *text)
{
    struct paint_cell *cell = &row->cell[column];
    for (; *text; text = g_utf8_next_char(text)) {
        const gunichar letter = g_utf8_get_char(text);
        int k = 0;
        if (is_mark(letter)) {
            while (cell[-1].letter[k])
                k++;
            cell[-1].letter[k] = letter;
        } else {
            cell++->letter[0] = letter;
        }
    }
}

static struct row row_of(const char *text)
{
    struct row row;
    for (int i = 0; i < COLUMNS; i++)
        row.cell[i] = (struct paint_cell){.ink = INK, .ground = GROUND, .columns = 1};
    write_at(&row, 0, text);
    return row;
}

static void look(struct row *row, int from, int to, uint8_t with)
{
    for (int i = from; i < to; i++)
        row->cell[i].look |= with;
}

static void colour(struct row *row, int from, int to, int32_t ink)
{
    for (int i = from; i < to; i++)
        row->cell[i].ink = ink;
}

static void check_runs(const struct row *row, int count, const int (*expected)[3])
{
    struct paint_run run;
    int at = 0, n = 0;
    for (; paint_run_next(row->cell, COLUMNS, at, &run); at = run.to, n++) {
        assert_true(n < count);
        assert_int_equal(run.from, expected[n][0]);
        assert_int_equal(run.to, expected[n][1]);
        assert_int_equal(run.shaped, expected[n][2]);
    }
    assert_int_equal(n, count);
}

static void runs_end_at_gaps_rules_and_looks(void **state)
{
    (void)state;
    struct row row = row_of("কর কর  কর │কর│");
    check_runs(&row, 3, (const int[][3]){{0, 5, 1}, {7, 9, 1}, {11, 13, 1}});
    row = row_of("১২.৫০  25%  ক১");
    check_runs(&row, 3, (const int[][3]){{0, 5, 0}, {7, 10, 0}, {12, 14, 1}});
    row = row_of("কর কর");
    look(&row, 2, 5, PAINT_BOLD);
    check_runs(&row, 2, (const int[][3]){{0, 2, 1}, {3, 5, 1}});
    row = row_of("কর কর");
    colour(&row, 3, 5, 0xFF0000);
    check_runs(&row, 2, (const int[][3]){{0, 2, 1}, {3, 5, 1}});
    row = row_of("");
    check_runs(&row, 0, NULL);
}

static void a_colour_within_a_word_does_not_part_it(void **state)
{
    struct paint_run run;
    (void)state;
    struct row row = row_of("প্রতিষ্ঠান");
    colour(&row, 2, 4, 0xFF0000);
    look(&row, 1, 3, PAINT_UNDERLINE);
    assert_true(paint_run_next(row.cell, COLUMNS, 0, &run));
    assert_true(run.mixed && run.shaped);
    assert_int_equal(run.from, 0);
    assert_false(paint_run_next(row.cell, COLUMNS, run.to, &run));
    row = row_of("কর কর");
    look(&row, 2, 4, PAINT_SELECTED); // a selection never moves text, not even beside a blank
    assert_true(paint_run_next(row.cell, COLUMNS, 0, &run));
    assert_int_equal(run.to, 5);
}

// --- pictures -----------------------------------------------------------------------------------

static cairo_surface_t *picture_of(const struct row *row, int caret)
{
    const struct paint_measure m = paint_measure(paint);
    cairo_surface_t *surface =
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, COLUMNS * m.width, m.height);
    cairo_t *cr = cairo_create(surface);
    paint_row(paint, cr, row->cell, COLUMNS, caret);
    cairo_destroy(cr);
    cairo_surface_flush(surface);
    return surface;
}

// Whether any pixel from x to end is not of the ground.
static bool has_ink(cairo_surface_t *surface, int x, int end)
{
    const unsigned char *data = cairo_image_surface_get_data(surface);
    const int stride = cairo_image_surface_get_stride(surface);
    const int height = cairo_image_surface_get_height(surface);
    for (int y = 0; y < height; y++)
        for (int i = x; i < end; i++) {
            uint32_t pixel;
            memcpy(&pixel, data + y * stride + i * 4, sizeof pixel);
            if ((pixel & 0xFFFFFF) != GROUND)
                return true;
        }
    return false;
}

static void ink_bounds(const struct row *row, int *ret_from, int *ret_to)
{
    cairo_surface_t *surface = picture_of(row, PAINT_NO_CARET);
    const int width = cairo_image_surface_get_width(surface);
    *ret_from = 0;
    *ret_to = width;
    while (*ret_from < width && !has_ink(surface, *ret_from, *ret_from + 1))
        (*ret_from)++;
    while (*ret_to > *ret_from && !has_ink(surface, *ret_to - 1, *ret_to))
        (*ret_to)--;
    cairo_surface_destroy(surface);
}

static void numbers_stand_in_their_cells(void **state)
{
    (void)state;
    const int width = paint_measure(paint).width;
    struct row row = row_of("");
    write_at(&row, 7, "১২৮.৫০");
    cairo_surface_t *surface = picture_of(&row, PAINT_NO_CARET);
    assert_false(has_ink(surface, 0, 7 * width));
    assert_false(has_ink(surface, 13 * width, COLUMNS * width));
    for (int i = 7; i < 13; i++)
        assert_true(has_ink(surface, i * width, (i + 1) * width));
    cairo_surface_destroy(surface);
}

static void text_is_packed_as_asked(void **state)
{
    static const char heading[] = "অগ্রগতি প্রতিবেদন";
    int from, to, columns = text_columns(heading, strlen(heading));
    (void)state;
    const int width = paint_measure(paint).width, left = 10 * width, right = (10 + columns) * width;
    struct row row = row_of("");
    write_at(&row, 10, heading);
    ink_bounds(&row, &from, &to);
    assert_in_range(from, left - 1, left + 3);
    const int slack = right - to;
    assert_true(slack > width); // else this would prove nothing
    for (int i = 0; i < COLUMNS; i++)
        row.cell[i].pack = ALIGN_RIGHT;
    ink_bounds(&row, &from, &to);
    assert_in_range(to, right - 3, right + 1);
    for (int i = 0; i < COLUMNS; i++)
        row.cell[i].pack = ALIGN_CENTRE;
    ink_bounds(&row, &from, &to);
    assert_in_range(from - left, slack / 2 - 3, slack / 2 + 3);
}

static void what_is_too_wide_is_squeezed(void **state)
{
    int from, to;
    (void)state;
    const int width = paint_measure(paint).width;
    struct row row = row_of("│ঔঔঔঔঔঔ│");
    row.cell[0].letter[0] = row.cell[7].letter[0] = 0; // only the text's ink shall count
    row.cell[7].letter[0] = 0x2502;
    row.cell[7].ink = GROUND;
    const long before = paint_squeeze(paint).squeezed;
    ink_bounds(&row, &from, &to);
    assert_true(paint_squeeze(paint).squeezed > before);
    assert_in_range(from, width - 1, width + 3);
    assert_true(to <= 7 * width + 1);
}

static void rules_join(void **state)
{
    (void)state;
    const int width = paint_measure(paint).width;
    struct row row = row_of("┌─┬═╤━╥┄╭╮╰╯├┼┤█▌░");
    cairo_surface_t *surface = picture_of(&row, PAINT_NO_CARET);
    for (int x = width; x < 4 * width; x++) // ─ ┬ ═
        assert_true(has_ink(surface, x, x + 1));
    cairo_surface_destroy(surface);
    row = row_of("│");
    surface = picture_of(&row, PAINT_NO_CARET);
    const unsigned char *data = cairo_image_surface_get_data(surface);
    for (int y = 0; y < cairo_image_surface_get_height(surface); y++) {
        bool ink = false;
        for (int x = 0; x < width; x++)
            ink = ink || !data[y * cairo_image_surface_get_stride(surface) + x * 4];
        assert_true(ink); // from the upper edge to the lower
    }
    cairo_surface_destroy(surface);
}

// --- places -------------------------------------------------------------------------------------

static void the_caret_takes_whole_syllables(void **state)
{
    (void)state;
    struct row row = row_of("কর্মপরিকল্পনা");
    const struct paint_span one = paint_span_at(paint, row.cell, COLUMNS, 1);
    const struct paint_span two = paint_span_at(paint, row.cell, COLUMNS, 2);
    assert_true(one.width > 2);
    assert_near(one.x, two.x, 0.001); // র্ম
    assert_near(one.width, two.width, 0.001);
    const struct paint_span next = paint_span_at(paint, row.cell, COLUMNS, 3); // প
    assert_near(one.x + one.width, next.x, 0.001);
    const struct paint_span far = paint_span_at(paint, row.cell, COLUMNS, 40);
    assert_near(far.x, 40 * paint_measure(paint).width, 0.001);
}

static void behind_a_run_the_caret_stands_where_the_next_letter_comes(void **state)
{
    static const char text[] = "প্রতিবেদন";
    (void)state;
    const int columns = text_columns(text, strlen(text));
    struct row row = row_of(text);
    const struct paint_span behind = paint_span_at(paint, row.cell, COLUMNS, columns);
    const double end = paint_layout_width(paint_shape(paint, text, strlen(text), 0));
    assert_near(behind.x, end, 0.6);
}

static void a_click_finds_the_syllable_under_it(void **state)
{
    (void)state;
    struct row row = row_of("স্মারক নং ১২  প্রতিষ্ঠানের মোঃ রফিকুল │ ৪৫");
    for (int i = 0, from, to; i < 44; i = to) {
        paint_syllable_at(paint, row.cell, COLUMNS, i, &from, &to);
        assert_int_equal(from, i);
        if (paint_cell_is_blank(&row.cell[i]))
            continue;
        const struct paint_span span = paint_span_at(paint, row.cell, COLUMNS, i);
        assert_int_equal(
            paint_column_at(paint, row.cell, COLUMNS, span.x + fmin(span.width / 2, 4)), i);
    }
    row = row_of("হালনাগাদকরণ"); // its text is shorter than its cells
    assert_int_equal(paint_column_at(paint, row.cell, COLUMNS, 10.5 * paint_measure(paint).width),
                     10);
    assert_int_equal(paint_column_at(paint, row.cell, COLUMNS, -1), -1);
    assert_int_equal(paint_column_at(paint, row.cell, COLUMNS, 1e6), COLUMNS);
}

static void the_caret_can_be_shown_anywhere(void **state)
{
    (void)state;
    struct row row = row_of("কর্ম 12 ১২│লক্ষ্যমাত্রা");
    colour(&row, 1, 2, 0xFF0000);
    for (int i = PAINT_NO_CARET; i <= COLUMNS; i++) {
        cairo_surface_t *surface = picture_of(&row, i);
        if (i >= 0 && i < COLUMNS)
            assert_true(has_ink(surface, 0, cairo_image_surface_get_width(surface)));
        cairo_surface_destroy(surface);
    }
    row = row_of("");
    for (int i = 0; i < COLUMNS; i++) {
        const int x = i * paint_measure(paint).width;
        cairo_surface_t *surface = picture_of(&row, i);
        assert_true(has_ink(surface, x, x + 2));
        cairo_surface_destroy(surface);
    }
}

static void lines_are_set_apart_above_and_below(void **state)
{
    (void)state;
    const struct paint_measure solid = paint_measure(paint);
    paint_set_spacing(paint, 20);
    const struct paint_measure apart = paint_measure(paint);
    assert_int_equal(apart.width, solid.width);
    assert_int_equal(apart.height - solid.height, (solid.height + 2) / 5);
    assert_int_equal(apart.ascent - solid.ascent, (apart.height - solid.height) / 2);
    paint_set_spacing(paint, 0);
    assert_int_equal(paint_measure(paint).height, solid.height);
}

// --- glyphs -------------------------------------------------------------------------------------

// The glyphs and advances of bytes from .. end of a layout's line, as text.
static void describe(PangoLayout *layout, int from, int end, struct str *ret)
{
    for (GSList *at = pango_layout_get_line_readonly(layout, 0)->runs; at; at = at->next) {
        const PangoGlyphItem *item = at->data;
        for (int i = 0; i < item->glyphs->num_glyphs; i++) {
            const int byte = item->item->offset + item->glyphs->log_clusters[i];
            const PangoGlyphInfo *glyph = &item->glyphs->glyphs[i];
            if (byte >= from && byte < end)
                str_addf(ret, "%u+%d@%d,%d ", glyph->glyph, glyph->geometry.width,
                         glyph->geometry.x_offset, glyph->geometry.y_offset);
        }
    }
}

static PangoLayout *bare_word(const char *word, size_t n)
{
    PangoLayout *layout = pango_layout_new(paint->context);
    pango_layout_set_font_description(layout, paint->bengali);
    pango_layout_set_text(layout, word, (int)n);
    return layout;
}

// Between other words each word has the glyphs that Pango gives it alone.
static void words_look_as_they_do_alone(void **state)
{
    autostr words = STR_INIT;
    int count = 0, end_of_first = 0;
    (void)state;
    assert_int_equal(file_read(TEST_DATA "/words.txt", &words, NULL), STATUS_OK);
    for (const char *word = words.buf; *word; count++) {
        const size_t n = strcspn(word, "\n");
        autostr run = STR_INIT, inside = STR_INIT, alone = STR_INIT;
        str_add(&run, "বার্ষিক (");
        end_of_first = (int)run.len;
        str_add_n(&run, word, n);
        str_add(&run, "), ৩য় ");
        str_add_n(&run, word, n);
        describe(paint_shape(paint, run.buf, run.len, 0), end_of_first, end_of_first + (int)n,
                 &inside);
        PangoLayout *bare = bare_word(word, n);
        describe(bare, 0, (int)n, &alone);
        g_object_unref(bare);
        if (strcmp(inside.buf, alone.buf) != 0)
            fail_msg("%.*s: %s, alone %s", (int)n, word, inside.buf, alone.buf);
        word += n + (word[n] == '\n');
    }
    assert_true(count >= 1500);
}

static void a_font_without_bengali_is_refused(void **state)
{
    struct err err = {0};
    struct paint *none = NULL;
    (void)state;
    const struct paint_fonts fonts = {.bengali = "Noto Sans Mono"};
    assert_int_equal(paint_new(&fonts, &none, &err), STATUS_FAILED);
    assert_null(none);
    assert_non_null(strstr(err.text, "Noto Sans Mono"));
    assert_non_null(strstr(err.text, PAINT_FONT_PACKAGE));
    char **families = font_bengali_families();
    bool found = false;
    for (char **family = families; *family; family++)
        found = found || strcmp(*family, paint_bengali_family(paint)) == 0;
    g_strfreev(families);
    assert_true(found);
}

static void sizes_are_kept_within_reason(void **state)
{
    (void)state;
    for (int size = -1; size < 200; size += 67) {
        struct paint *other = NULL;
        const struct paint_fonts fonts = {.size = size};
        assert_int_equal(paint_new(&fonts, &other, NULL), STATUS_OK);
        assert_in_range(paint_measure(other).width, 1, 100);
        assert_true(paint_measure(other).ascent < paint_measure(other).height);
        paint_free(&other);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(runs_end_at_gaps_rules_and_looks),
        cmocka_unit_test(a_colour_within_a_word_does_not_part_it),
        cmocka_unit_test(numbers_stand_in_their_cells),
        cmocka_unit_test(text_is_packed_as_asked),
        cmocka_unit_test(what_is_too_wide_is_squeezed),
        cmocka_unit_test(rules_join),
        cmocka_unit_test(the_caret_takes_whole_syllables),
        cmocka_unit_test(behind_a_run_the_caret_stands_where_the_next_letter_comes),
        cmocka_unit_test(a_click_finds_the_syllable_under_it),
        cmocka_unit_test(lines_are_set_apart_above_and_below),
        cmocka_unit_test(the_caret_can_be_shown_anywhere),
        cmocka_unit_test(words_look_as_they_do_alone),
        cmocka_unit_test(a_font_without_bengali_is_refused),
        cmocka_unit_test(sizes_are_kept_within_reason),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
