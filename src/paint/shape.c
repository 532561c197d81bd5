// SPDX-License-Identifier: GPL-3.0-or-later
// Fonts, their measures, and shaped text.
#include "private.h"

#include "orjon/base/mem.h"

#include <math.h>
#include <string.h>

static const char cell_families[] = "Noto Sans Mono, DejaVu Sans Mono, Liberation Mono, monospace";
static const char *const bengali_families[] = {
    "Noto Sans Bengali", "Noto Serif Bengali", "Nikosh", "Mukti", "Lohit Bengali", NULL};
static const char digit[] = "৮";
// A Bengali digit fills this part of a cell, so that digits stand alike in numbers and in text.
static const double digit_fill = 0.995;

static double pixels(int units)
{
    return (double)units / PANGO_SCALE;
}

static PangoContext *new_context(void)
{
    PangoContext *context = pango_font_map_create_context(pango_cairo_font_map_get_default());
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(context, FALSE);
    pango_context_set_language(context, pango_language_from_string("bn"));
    pango_context_set_base_dir(context, PANGO_DIRECTION_LTR);
    return context;
}

static PangoFontDescription *describe(const char *family, double size)
{
    PangoFontDescription *font = pango_font_description_new();
    pango_font_description_set_family(font, family);
    pango_font_description_set_absolute_size(font, size * PANGO_SCALE);
    return font;
}

// Whether that family, and no other in its place, writes Bengali.
static bool writes(struct paint *paint, const char *family, double size)
{
    PangoFontDescription *font = describe(family, size);
    char *used = font_family_in_force(paint->context, font);
    bool does = used && g_ascii_strcasecmp(used, family) == 0 && font_joins(paint->context, font);
    g_free(used);
    pango_font_description_free(font);
    return does;
}

static enum status choose_bengali(struct paint *paint, const char *wanted, double size,
                                  struct err *err)
{
    if (wanted && !writes(paint, wanted, size))
        return err_set(
            err, STATUS_FAILED,
            _("The font “%s” is not there or cannot write Bengali; choose another, or install "
              "the package %s"),
            wanted, PAINT_FONT_PACKAGE);
    for (int i = 0; !wanted && bengali_families[i]; i++)
        if (writes(paint, bengali_families[i], size))
            wanted = bengali_families[i];
    if (!wanted)
        return err_set(err, STATUS_FAILED,
                       _("No font that writes Bengali was found; install the package %s"),
                       PAINT_FONT_PACKAGE);
    paint->family = g_strdup(wanted);
    return STATUS_OK;
}

double paint_layout_width(PangoLayout *layout)
{
    PangoRectangle logical;
    pango_layout_line_get_extents(pango_layout_get_line_readonly(layout, 0), NULL, &logical);
    return pixels(logical.width);
}

int paint_columns(struct paint *paint, const char *s, size_t n, int look)
{
    return (int)ceil(paint_layout_width(paint_shape(paint, s, n, look)) / paint->measure.width);
}

static double width_in(struct paint *paint, const PangoFontDescription *font, const char *text)
{
    PangoLayout *layout = pango_layout_new(paint->context);
    pango_layout_set_font_description(layout, font);
    pango_layout_set_text(layout, text, -1);
    double width = paint_layout_width(layout);
    g_object_unref(layout);
    return width;
}

static void grow(struct paint_measure *measure, PangoContext *context,
                 const PangoFontDescription *font, double *descent)
{
    PangoFontMetrics *metrics = pango_context_get_metrics(context, font, NULL);
    measure->ascent =
        (int)fmax(measure->ascent, ceil(pixels(pango_font_metrics_get_ascent(metrics))));
    *descent = fmax(*descent, ceil(pixels(pango_font_metrics_get_descent(metrics))));
    pango_font_metrics_unref(metrics);
}

// A cell is whole pixels wide, and the fonts follow it.
static void measure(struct paint *paint, const char *cell_family, double size)
{
    paint->cell = describe(cell_family, size);
    paint->bengali = describe(paint->family, size);
    double natural = width_in(paint, paint->cell, "0"), descent = 0;
    paint->measure.width = (int)fmax(1, round(natural));
    pango_font_description_set_absolute_size(paint->cell,
                                             size * paint->measure.width / natural * PANGO_SCALE);
    double wide = width_in(paint, paint->bengali, digit);
    pango_font_description_set_absolute_size(
        paint->bengali, size * digit_fill * paint->measure.width / wide * PANGO_SCALE);
    grow(&paint->measure, paint->context, paint->cell, &descent);
    grow(&paint->measure, paint->context, paint->bengali, &descent);
    paint->measure.height = paint->measure.ascent + (int)descent;
    paint->solid = paint->measure;
    paint->blank =
        width_in(paint, paint->bengali, "ক ক") - 2 * width_in(paint, paint->bengali, "ক");
}

enum status paint_new(const struct paint_fonts *fonts, struct paint **ret, struct err *err)
{
    double size = fonts->size > 0 ? fonts->size : PAINT_SIZE;
    size = fmax(PAINT_SIZE_MIN, fmin(size, PAINT_SIZE_MAX));
    autopaint *paint = mem_alloc(sizeof *paint);
    *paint = (struct paint){.key = STR_INIT, .text = STR_INIT, .narrow = {.least = 1}};
    paint->context = new_context();
    paint->shape = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_object_unref);
    paint->broken = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free);
    enum status status = choose_bengali(paint, fonts->bengali, size, err);
    if (status)
        return status;
    measure(paint, fonts->cell ? fonts->cell : cell_families, size);
    *ret = paint;
    paint = NULL;
    return STATUS_OK;
}

void paint_free(struct paint **p)
{
    struct paint *paint = *p;
    if (!paint)
        return;
    g_hash_table_destroy(paint->shape);
    g_hash_table_destroy(paint->broken);
    g_object_unref(paint->context);
    if (paint->cell)
        pango_font_description_free(paint->cell);
    if (paint->bengali)
        pango_font_description_free(paint->bengali);
    g_free(paint->family);
    str_done(&paint->key);
    str_done(&paint->text);
    free(paint);
    *p = NULL;
}

struct paint_measure paint_measure(const struct paint *paint)
{
    return paint->measure;
}

void paint_set_spacing(struct paint *paint, int percent)
{
    const int apart = (paint->solid.height * percent + 50) / 100;
    paint->measure = paint->solid;
    paint->measure.height += apart;
    paint->measure.ascent += apart / 2;
}

const char *paint_bengali_family(const struct paint *paint)
{
    return paint->family;
}

struct paint_narrow paint_narrow(const struct paint *paint)
{
    return paint->narrow;
}

static bool is_bengali(uint32_t letter)
{
    enum { DANDA = 0x964, DOUBLE_DANDA = 0x965, NON_JOINER = 0x200C, JOINER = 0x200D };
    return (letter >= 0x980 && letter <= 0x9FF) || letter == DANDA || letter == DOUBLE_DANDA ||
           letter == NON_JOINER || letter == JOINER;
}

// Latin letters and digits keep the font of the cells; blanks and points are Bengali, or "(" would
// look otherwise before one word than before the next.
static bool takes_bengali(const char *s)
{
    gunichar letter = g_utf8_get_char(s);
    return is_bengali(letter) || !g_unichar_isalnum(letter);
}

static void set_fonts(const struct paint *paint, PangoAttrList *attributes, const char *text,
                      const char *end)
{
    for (const char *from = text, *to; from < end; from = to) {
        const bool bengali = takes_bengali(from);
        for (to = from; to < end && takes_bengali(to) == bengali;)
            to = g_utf8_next_char(to);
        if (!bengali)
            continue;
        PangoAttribute *font = pango_attr_font_desc_new(paint->bengali);
        font->start_index = (guint)(from - text);
        font->end_index = (guint)(to - text);
        pango_attr_list_insert(attributes, font);
    }
}

static bool has_bengali(const char *text, const char *end)
{
    for (; text < end; text = g_utf8_next_char(text))
        if (is_bengali(g_utf8_get_char(text)))
            return true;
    return false;
}

static PangoLayout *shape(struct paint *paint, const char *text, size_t n, int look)
{
    PangoLayout *layout = pango_layout_new(paint->context);
    PangoAttrList *attributes = pango_attr_list_new();
    pango_layout_set_font_description(layout, paint->cell);
    pango_layout_set_text(layout, text, (int)n);
    pango_layout_set_single_paragraph_mode(layout, TRUE);
    if (has_bengali(text, text + n))
        set_fonts(paint, attributes, text, text + n);
    if (look & PAINT_BOLD)
        pango_attr_list_insert(attributes, pango_attr_weight_new(PANGO_WEIGHT_BOLD));
    pango_layout_set_attributes(layout, attributes);
    pango_attr_list_unref(attributes);
    return layout;
}

PangoLayout *paint_shape(struct paint *paint, const char *text, size_t n, int look)
{
    look &= PAINT_BOLD;
    str_reset(&paint->key);
    str_add_char(&paint->key, (char)('a' + look));
    str_add_n(&paint->key, text, n);
    PangoLayout *layout = g_hash_table_lookup(paint->shape, paint->key.buf);
    if (layout)
        return layout;
    if (g_hash_table_size(paint->shape) >= PAINT_KEPT_MAX)
        g_hash_table_remove_all(paint->shape);
    layout = shape(paint, text, n, look);
    g_hash_table_insert(paint->shape, g_strdup(paint->key.buf), layout);
    return layout;
}
