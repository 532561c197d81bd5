// SPDX-License-Identifier: GPL-3.0-or-later
// Painting: texts in their boxes, their places, and that each word looks as it does alone.
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

// --- rows ---------------------------------------------------------------------------------------

struct row {
    struct paint_cell cell[COLUMNS];
    struct paint_words text[4];
    struct paint_line line;
};

static struct row row_of(void)
{
    struct row row = {.line = {.columns = COLUMNS}};
    for (int i = 0; i < COLUMNS; i++)
        row.cell[i] = (struct paint_cell){.ink = INK, .ground = GROUND, .at = UINT32_MAX};
    return row;
}

static const struct paint_line *line_of(struct row *row)
{
    row->line.cell = row->cell;
    row->line.text = row->text;
    return &row->line;
}

// A text in a box, its syllables in the cells that they take in a terminal.
static struct paint_words *write_at(struct row *row, int column, int columns, const char *text)
{
    struct paint_words *words = &row->text[row->line.texts++];
    *words = (struct paint_words){.s = text,
                                  .n = strlen(text),
                                  .col = column,
                                  .columns = columns,
                                  .from = column,
                                  .to = column + columns,
                                  .is_marked = true};
    for (int i = column; i < column + columns; i++)
        row->cell[i].at = (uint32_t)words->n;
    for (size_t at = 0, next; at < words->n; at = next) {
        next = text_next(text, words->n, at);
        const int own = text_columns(text + at, next - at);
        for (int i = 0; i < own && column < words->to; i++)
            row->cell[column++].at = (uint32_t)at;
    }
    return words;
}

static void rules(struct row *row, int column, const char *text)
{
    for (; *text; text = g_utf8_next_char(text))
        row->cell[column++].rule = g_utf8_get_char(text);
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

// --- pictures -----------------------------------------------------------------------------------

static cairo_surface_t *picture_of(struct row *row, int caret)
{
    const struct paint_measure m = paint_measure(paint);
    cairo_surface_t *surface =
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, COLUMNS * m.width, m.height);
    cairo_t *cr = cairo_create(surface);
    paint_row(paint, cr, line_of(row), caret);
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

static void ink_bounds(struct row *row, int *ret_from, int *ret_to)
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

static void numbers_are_whole_and_end_alike(void **state)
{
    static const char *const numbers[] = {"১২৮.৫০", "৮.৭৬", "২০/০৩/২০২৪", "৪০%"};
    (void)state;
    const int width = paint_measure(paint).width;
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        struct row row = row_of();
        int from, to;
        write_at(&row, 7, 12, numbers[i])->align = ALIGN_RIGHT;
        ink_bounds(&row, &from, &to);
        assert_true(from > 7 * width);
        assert_between(to, 19 * width - width / 2 - 4, 19 * width - width / 2);
    }
    PangoLayout *layout = paint_shape(paint, "১১৮৮", strlen("১১৮৮"), 0);
    const double digit = paint_layout_x(layout, 3);
    for (size_t i = 1; i <= 4; i++) // as columns of figures want it
        assert_near(paint_layout_x(layout, 3 * i), digit * (double)i, 0.5);
}

static void text_is_packed_as_asked(void **state)
{
    static const char heading[] = "অগ্রগতি প্রতিবেদন";
    int from, to, columns = text_columns(heading, strlen(heading));
    (void)state;
    const int width = paint_measure(paint).width, left = 10 * width, right = (10 + columns) * width;
    struct row row = row_of();
    struct paint_words *words = write_at(&row, 10, columns, heading);
    ink_bounds(&row, &from, &to);
    assert_between(from, left - 1, left + 3);
    const int slack = right - to;
    assert_true(slack > width); // else this would prove nothing
    words->align = ALIGN_RIGHT;
    ink_bounds(&row, &from, &to);
    assert_between(to, right - width / 2 - 3, right - width / 2 + 1);
    words->align = ALIGN_CENTRE;
    ink_bounds(&row, &from, &to);
    assert_between(from - left, slack / 2 - 3, slack / 2 + 3);
}

static void a_text_is_cut_where_its_letters_end(void **state)
{
    static const char text[] = "ত্রৈমাসিক ভিত্তিতে হালনাগাদপূর্বক ওয়েবসাইটে প্রকাশ";
    (void)state;
    for (int columns = 3; columns < 30; columns++) {
        struct row row = row_of();
        struct paint_words *words = write_at(&row, 2, columns, text);
        for (int marked = 0; marked < 2; marked++) {
            words->is_marked = marked;
            const struct paint_piece piece = paint_piece_of(paint, line_of(&row), words);
            const double room = columns * (double)paint_measure(paint).width;
            assert_true(piece.width <= room - marked * paint_pad(paint));
            assert_true(text_is_boundary(text, words->n, piece.n));
            assert_true(marked || piece.n >= text_fit(text, words->n, columns));
            assert_int_equal(marked, strstr(pango_layout_get_text(piece.layout), "…") != NULL);
        }
    }
    struct row row = row_of();
    struct paint_words *words = write_at(&row, 0, 30, "শেষ");
    words->has_more = true;
    const struct paint_piece piece = paint_piece_of(paint, line_of(&row), words);
    assert_string_equal(pango_layout_get_text(piece.layout), "শেষ…");
}

static void what_fits_its_columns_is_never_cut(void **state)
{
    int from, to;
    (void)state;
    const int width = paint_measure(paint).width;
    struct row row = row_of();
    write_at(&row, 1, 6, "ঔঔঔঔঔঔ");
    const long before = paint_narrow(paint).narrowed;
    ink_bounds(&row, &from, &to);
    assert_true(paint_narrow(paint).narrowed > before);
    assert_between(from, width - 1, width + 3);
    assert_between(to, 6 * width, 7 * width + 1);
}

static void colours_within_a_text_do_not_move_it(void **state)
{
    int from, to, coloured_from, coloured_to;
    (void)state;
    struct row row = row_of();
    write_at(&row, 3, 30, "কর্মপরিকল্পনা প্রতিষ্ঠান");
    ink_bounds(&row, &from, &to);
    colour(&row, 5, 7, 0xFF0000);
    look(&row, 9, 12, PAINT_STRIKE);
    ink_bounds(&row, &coloured_from, &coloured_to);
    assert_between(coloured_from, from - 1, from + 1);
    assert_between(coloured_to, to - 1, to + 1);
}

static void what_lies_over_a_text_hides_it(void **state)
{
    int from, to;
    (void)state;
    const int width = paint_measure(paint).width;
    struct row row = row_of();
    struct paint_words *words = write_at(&row, 3, 30, "কর্মপরিকল্পনা প্রতিষ্ঠান");
    for (words->from = 3; words->from < 9; words->from++)
        for (words->to = words->from + 1; words->to < 20; words->to++) {
            ink_bounds(&row, &from, &to);
            if (from == to)
                continue; // no whole syllable is left
            assert_between(from, words->from * width, (words->from + 4) * width);
            assert_between(to, (words->to - 4) * width, words->to * width);
        }
}

// Some letters begin a hair before their place: where only cells before or behind those of a text
// are seen, nothing of it is, and of its first syllable behind something nothing is missing.
static void a_hidden_text_leaves_no_specks(void **state)
{
    int from, to, whole, end;
    (void)state;
    const int width = paint_measure(paint).width;
    struct row row = row_of();
    struct paint_words *words = write_at(&row, 0, 58, "সুশাসন ও সংস্কারমূলক হবে");
    look(&row, 0, 58, PAINT_BOLD);
    words->align = ALIGN_RIGHT;
    words->to = 20;
    ink_bounds(&row, &from, &to);
    assert_int_equal(from, to);
    row.line.texts = 0;
    words = write_at(&row, 0, 30, "কবে");
    ink_bounds(&row, &whole, &end);
    words->from = 1;
    words->to = 30;
    struct row alone = row_of();
    write_at(&alone, 0, 30, "বে");
    ink_bounds(&alone, &whole, &to);
    const int wide = to - whole;
    ink_bounds(&row, &from, &to);
    assert_between(from, width, 2 * width);
    assert_int_equal(to, end);
    assert_between(to - from, wide - 1, wide + 1);
}

static void check_lines(const char *text, int columns, int most)
{
    struct paint_part part[20];
    const size_t n = strlen(text);
    const int count = paint_wrap(paint, text, n, columns, 0, most, part);
    assert_between(count, 1, most);
    for (int i = 0; i < count; i++) {
        const size_t end = part[i].from + part[i].n;
        const size_t next = i + 1 < count ? part[i + 1].from : n;
        assert_true(text_is_boundary(text, n, part[i].from) && text_is_boundary(text, n, end));
        assert_true(end <= next);
        for (size_t at = end; at < next && !part[i].more; at++)
            assert_true(text[at] == ' ' || text[at] == '\n');
        PangoLayout *layout = paint_shape(paint, text + part[i].from, part[i].n, 0);
        if (i + 1 < count)
            assert_true(paint_layout_width(layout) <= columns * paint_measure(paint).width);
    }
}

static void paragraphs_are_broken_where_letters_reach_the_edge(void **state)
{
    static const char text[] = "ত্রৈমাসিক ভিত্তিতে নিজ অফিসের সেবা প্রদান প্রতিশ্রুতি হালনাগাদপূর্বক "
                               "ওয়েবসাইটে\nপ্রকাশ ও প্রচার\n\nশেষ";
    struct paint_part part[20];
    (void)state;
    for (int columns = 14; columns < 60; columns++)
        check_lines(text, columns, 20);
    check_lines("কর্মকর্তাকর্মচারীদেরকর্মপরিকল্পনাবাস্তবায়ন", 9, 20);
    assert_int_equal(paint_wrap(paint, text, sizeof text - 1, 200, 0, 20, part), 4);
    assert_int_equal(part[2].n, 0);
    assert_int_equal(paint_wrap(paint, text, sizeof text - 1, 200, 0, 2, part), 2);
    assert_true(part[1].more);
    assert_int_equal(paint_wrap(paint, text, sizeof text - 1, 20, 0, 1, part), 1);
    assert_true(!part[0].more && text[part[0].n] == '\n'); // for the painter to cut
}

static void rules_join(void **state)
{
    (void)state;
    const int width = paint_measure(paint).width;
    struct row row = row_of();
    rules(&row, 0, "┌─┬═╤━╥┄╭╮╰╯├┼┤█▌░");
    cairo_surface_t *surface = picture_of(&row, PAINT_NO_CARET);
    for (int x = width; x < 4 * width; x++) // ─ ┬ ═
        assert_true(has_ink(surface, x, x + 1));
    cairo_surface_destroy(surface);
    row = row_of();
    rules(&row, 0, "│");
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

// How many rows of pixels have the ink itself in the middle of a column, and how many anything.
static int count_ink(struct row *row, int column, int *ret_any)
{
    cairo_surface_t *surface = picture_of(row, PAINT_NO_CARET);
    const unsigned char *data = cairo_image_surface_get_data(surface);
    const int x = column * paint_measure(paint).width + paint_measure(paint).width / 2;
    int ink = 0;
    *ret_any = 0;
    for (int y = 0; y < cairo_image_surface_get_height(surface); y++) {
        const int value = data[y * cairo_image_surface_get_stride(surface) + x * 4];
        ink += value == 0;
        *ret_any += value != 0xFF;
    }
    cairo_surface_destroy(surface);
    return ink;
}

static void bars_that_stand_are_of_one_width_and_show_their_whole_height(void **state)
{
    static const char *const bars[] = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
    int before = 0, from, to, first_from = 0, first_to = 0, height = 0, any;
    (void)state;
    for (size_t i = 0; i < sizeof bars / sizeof *bars; i++) {
        struct row row = row_of();
        rules(&row, 2, bars[i]);
        const int ink = count_ink(&row, 2, &any);
        ink_bounds(&row, &from, &to);
        first_from = i ? first_from : from;
        first_to = i ? first_to : to;
        height = i ? height : any;
        assert_true(ink > before && any == height && from == first_from && to == first_to);
        before = ink;
    }
    assert_int_equal(before, height);
    struct row row = row_of();
    rules(&row, 2, "███"); // one that lies has no gaps, and stays apart from those of other rows
    ink_bounds(&row, &from, &to);
    assert_true(from == 2 * paint_measure(paint).width && to == 5 * paint_measure(paint).width);
    assert_int_equal(count_ink(&row, 3, &any), height);
}

// --- places -------------------------------------------------------------------------------------

static void the_caret_takes_whole_syllables(void **state)
{
    (void)state;
    struct row row = row_of();
    write_at(&row, 0, 30, "কর্মপরিকল্পনা");
    const struct paint_line *line = line_of(&row);
    const struct paint_span one = paint_span_at(paint, line, 1);
    const struct paint_span two = paint_span_at(paint, line, 2);
    assert_true(one.width > 2);
    assert_near(one.x, two.x, 0.001); // র্ম
    assert_near(one.width, two.width, 0.001);
    const struct paint_span next = paint_span_at(paint, line, 3); // প
    assert_near(one.x + one.width, next.x, 0.001);
    const struct paint_span far = paint_span_at(paint, line, 40);
    assert_near(far.x, 40 * paint_measure(paint).width, 0.001);
}

static void behind_a_text_the_caret_stands_where_the_next_letter_comes(void **state)
{
    static const char text[] = "প্রতিবেদন";
    (void)state;
    const int columns = text_columns(text, strlen(text));
    struct row row = row_of();
    write_at(&row, 0, columns + 1, text);
    const struct paint_span behind = paint_span_at(paint, line_of(&row), columns);
    const double end = paint_layout_width(paint_shape(paint, text, strlen(text), 0));
    assert_near(behind.x, end, 0.6);
}

static void a_click_finds_the_syllable_under_it(void **state)
{
    static const char *const texts[] = {"স্মারক নং ১২", "প্রতিষ্ঠানের মোঃ রফিকুল", "৪৫"};
    (void)state;
    struct row row = row_of();
    for (int i = 0; i < 3; i++)
        write_at(&row, 20 * i, 16, texts[i]);
    const struct paint_line *line = line_of(&row);
    for (int i = 0, from, to; i < COLUMNS; i = to) {
        paint_syllable_at(paint, line, i, &from, &to);
        assert_int_equal(from, i);
        const struct paint_words *words = &row.text[i / 20];
        if (i >= words->to || row.cell[i].at >= words->n)
            continue;
        const struct paint_span span = paint_span_at(paint, line, i);
        assert_int_equal(paint_column_at(paint, line, span.x + fmin(span.width / 2, 4)), i);
    }
    row = row_of();
    write_at(&row, 0, 30, "হালনাগাদকরণ"); // its text is shorter than its cells
    const double width = paint_measure(paint).width;
    assert_int_equal(paint_column_at(paint, line_of(&row), 10.5 * width), 10);
    assert_int_equal(paint_column_at(paint, line_of(&row), 20.5 * width), 20);
    assert_int_equal(paint_column_at(paint, line_of(&row), -1), -1);
    assert_int_equal(paint_column_at(paint, line_of(&row), 1e6), COLUMNS);
}

static void a_value_follows_its_label(void **state)
{
    static const char label[] = "চুক্তিতে প্রাপ্ত মান:", value[] = "২.৬১ / ১০";
    (void)state;
    const int columns = text_columns(label, strlen(label));
    struct row row = row_of();
    write_at(&row, 2, columns, label);
    write_at(&row, 3 + columns, 20, value)->follows = true;
    const struct paint_line *line = line_of(&row);
    const struct paint_span end = paint_span_at(paint, line, 1 + columns);
    const struct paint_span first = paint_span_at(paint, line, 3 + columns);
    assert_near(first.x, end.x + end.width + paint->blank, 0.5);
    assert_true(first.x < (2 + columns) * (double)paint_measure(paint).width);
    assert_int_equal(paint_column_at(paint, line, first.x + 1), 3 + columns);
    assert_int_equal(paint_column_at(paint, line, end.x + 1), 1 + columns);
    const struct paint_line none = {.cell = row.cell, .columns = COLUMNS};
    assert_int_equal(paint_column_at(paint, &none, 5.5 * paint_measure(paint).width), 5);
}

static void the_caret_can_be_shown_anywhere(void **state)
{
    (void)state;
    struct row row = row_of();
    write_at(&row, 0, 12, "কর্ম 12 ১২");
    rules(&row, 12, "│");
    write_at(&row, 13, 20, "লক্ষ্যমাত্রা");
    colour(&row, 1, 2, 0xFF0000);
    for (int i = PAINT_NO_CARET; i <= COLUMNS; i++) {
        cairo_surface_t *surface = picture_of(&row, i);
        if (i >= 0 && i < COLUMNS)
            assert_true(has_ink(surface, 0, cairo_image_surface_get_width(surface)));
        cairo_surface_destroy(surface);
    }
    row = row_of();
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
        assert_between(paint_measure(other).width, 1, 100);
        assert_true(paint_measure(other).ascent < paint_measure(other).height);
        paint_free(&other);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_whole_and_end_alike),
        cmocka_unit_test(text_is_packed_as_asked),
        cmocka_unit_test(a_text_is_cut_where_its_letters_end),
        cmocka_unit_test(what_fits_its_columns_is_never_cut),
        cmocka_unit_test(colours_within_a_text_do_not_move_it),
        cmocka_unit_test(what_lies_over_a_text_hides_it),
        cmocka_unit_test(a_hidden_text_leaves_no_specks),
        cmocka_unit_test(paragraphs_are_broken_where_letters_reach_the_edge),
        cmocka_unit_test(rules_join),
        cmocka_unit_test(bars_that_stand_are_of_one_width_and_show_their_whole_height),
        cmocka_unit_test(the_caret_takes_whole_syllables),
        cmocka_unit_test(behind_a_text_the_caret_stands_where_the_next_letter_comes),
        cmocka_unit_test(a_click_finds_the_syllable_under_it),
        cmocka_unit_test(lines_are_set_apart_above_and_below),
        cmocka_unit_test(a_value_follows_its_label),
        cmocka_unit_test(the_caret_can_be_shown_anywhere),
        cmocka_unit_test(words_look_as_they_do_alone),
        cmocka_unit_test(a_font_without_bengali_is_refused),
        cmocka_unit_test(sizes_are_kept_within_reason),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
