// SPDX-License-Identifier: GPL-3.0-or-later
// Words as a pdf has them: glyphs that no letter asked for are there for readers, and leave no ink.
#include "../test.h"

#include "pdf/type.h"

#include <string.h>

static const char *const words[] = {
    "কর্মসম্পাদন", "শুদ্ধাচার",    "প্রতিশ্রুতি",   "ত্রৈমাসিক", "কৃষি", "পূর্ণমান", "মূল্যায়ন", "দ্রুত",
    "উন্মুক্ত",     "সেবাগ্রহীতা", "রূপান্তর",     "গুরুত্ব",     "হৃদয়", "ভূমি",    "চুক্তি",   "ডঃ",
    "চাঁদপুর",     "বঙ্গাব্দ",     "১২/০৩/২০২৪", "GRS-এর",   "(ব)", "ক্ষুদ্রঋণ", "বন্ধু",    "ৎ",
};
enum { WORDS = sizeof words / sizeof *words };

static struct pdf_type type;

static int set_up(void **state)
{
    struct err err = {0};
    (void)state;
    if (pdf_type_open(&type, &err))
        fail_msg("%s", err.text);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    pdf_type_done(&type);
    return 0;
}

static const struct pdf_word *word_of(size_t i, enum pdf_face face)
{
    return pdf_word_of(&type, face, words[i], strlen(words[i]), true);
}

// The item as the font alone would have it.
static PangoGlyphString *plain_of(const struct pdf_word *word, const PangoGlyphItem *item)
{
    PangoGlyphString *ret = pango_glyph_string_new();
    pango_shape_full(word->text + item->item->offset, item->item->length, word->text, -1,
                     &item->item->analysis, ret);
    return ret;
}

// Glyphs that were put in, of which none may have an outline or a width.
static int check_item(const struct pdf_word *word, const PangoGlyphItem *item)
{
    PangoGlyphString *plain = plain_of(word, item);
    hb_font_t *font = pango_font_get_hb_font(item->item->analysis.font);
    int put_in = 0;
    for (int i = 0, k = 0; i < item->glyphs->num_glyphs; i++) {
        const PangoGlyph glyph = item->glyphs->glyphs[i].glyph;
        if (k < plain->num_glyphs && plain->glyphs[k].glyph == glyph) {
            k++;
            continue;
        }
        hb_glyph_extents_t ink;
        assert_true(hb_font_get_glyph_extents(font, glyph, &ink));
        assert_int_equal(ink.width, 0);
        assert_int_equal(ink.height, 0);
        assert_int_equal(hb_font_get_glyph_h_advance(font, glyph), 0);
        put_in++;
    }
    assert_int_equal(item->glyphs->num_glyphs, plain->num_glyphs + put_in);
    pango_glyph_string_free(plain);
    return put_in;
}

static void test_what_no_letter_asked_for_has_no_ink(void **state)
{
    int put_in = 0;
    (void)state;
    for (size_t i = 0; i < WORDS; i++)
        for (enum pdf_face face = 0; face < FACES; face++)
            for (size_t k = 0; k < word_of(i, face)->items; k++)
                put_in += check_item(word_of(i, face), word_of(i, face)->item[k]);
    assert_true(put_in > 0); // else this font needs none, and nothing was tried
}

static cairo_surface_t *draw(const struct pdf_word *word, bool plain)
{
    enum { WIDTH = 1200, HEIGHT = 240, SCALE = 8 };
    cairo_surface_t *ret = cairo_image_surface_create(CAIRO_FORMAT_A8, WIDTH, HEIGHT);
    cairo_t *cr = cairo_create(ret);
    cairo_scale(cr, SCALE, SCALE);
    cairo_move_to(cr, 2, 18);
    for (size_t k = 0; k < word->items; k++) {
        const PangoGlyphItem *item = word->item[k];
        PangoGlyphString *glyphs = plain ? plain_of(word, item) : item->glyphs;
        pango_cairo_show_glyph_string(cr, item->item->analysis.font, glyphs);
        cairo_rel_move_to(cr, pdf_points(pango_glyph_string_get_width(glyphs)), 0);
        if (plain)
            pango_glyph_string_free(glyphs);
    }
    cairo_destroy(cr);
    cairo_surface_flush(ret);
    return ret;
}

static void test_a_line_looks_as_it_does_without_them(void **state)
{
    (void)state;
    for (size_t i = 0; i < WORDS; i++) {
        cairo_surface_t *marked = draw(word_of(i, FACE_PLAIN), false);
        cairo_surface_t *plain = draw(word_of(i, FACE_PLAIN), true);
        const size_t bytes = (size_t)cairo_image_surface_get_stride(plain) *
                             (size_t)cairo_image_surface_get_height(plain);
        assert_memory_equal(cairo_image_surface_get_data(marked),
                            cairo_image_surface_get_data(plain), bytes);
        cairo_surface_destroy(marked);
        cairo_surface_destroy(plain);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_no_letter_asked_for_has_no_ink),
        cmocka_unit_test(test_a_line_looks_as_it_does_without_them),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
