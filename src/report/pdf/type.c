// SPDX-License-Identifier: GPL-3.0-or-later
// Fonts and shaped words.
#include "type.h"

#include "orjon/paint/font.h"

#include <string.h>

// Those that write Bengali, then those for the Latin letters that these have not.
static const char families[] =
    "Nikosh, Noto Serif Bengali, Mukti, Noto Serif, Liberation Serif, DejaVu Serif";

enum { DATE_COLUMNS = 10 };
static const char date[] = "৩১/১২/২০২৩";

static void free_word(void *p)
{
    struct pdf_word *word = p;
    for (size_t i = 0; i < word->items; i++)
        pango_glyph_item_free(word->item[i]);
    free(word->item);
    free(word);
}

static PangoContext *new_context(PangoFontMap *map, PangoWeight weight)
{
    PangoContext *context = pango_font_map_create_context(map);
    PangoFontDescription *font = pango_font_description_from_string(families);
    pango_font_description_set_size(font, TYPE_SIZE * PANGO_SCALE);
    pango_font_description_set_weight(font, weight);
    pango_context_set_font_description(context, font);
    pango_context_set_language(context, pango_language_from_string("bn"));
    pango_context_set_base_dir(context, PANGO_DIRECTION_LTR);
    pango_context_set_round_glyph_positions(context, FALSE);
    pango_cairo_context_set_resolution(context, 72); // one unit is one point
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE); // paper has no pixels
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    pango_font_description_free(font);
    return context;
}

// A sign without width belongs to the letter before it.
static void join_signs(PangoGlyphString *glyphs)
{
    for (int i = 1; i < glyphs->num_glyphs; i++) {
        PangoGlyphInfo *glyph = &glyphs->glyphs[i];
        if (!glyph->attr.is_cluster_start || glyph->geometry.width > 0)
            continue;
        glyph->attr.is_cluster_start = 0;
        int cluster = glyphs->log_clusters[i];
        for (int k = i; k < glyphs->num_glyphs && glyphs->log_clusters[k] == cluster; k++)
            glyphs->log_clusters[k] = glyphs->log_clusters[i - 1];
    }
}

static bool ends_narrow(const PangoGlyphString *glyphs, int i)
{
    const PangoGlyphInfo *glyph = &glyphs->glyphs[i];
    const bool ends = i + 1 == glyphs->num_glyphs || glyph[1].attr.is_cluster_start;
    return ends && !glyph->attr.is_cluster_start && glyph->geometry.width <= 0;
}

// A glyph without width and without ink; 0 when the font has none. Fonts give signs that are not
// seen an outline all the same, for editors that show them.
static hb_codepoint_t blank_of(hb_font_t *font)
{
    static const hb_codepoint_t signs[] = {0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        hb_codepoint_t glyph = 0;
        hb_glyph_extents_t ink;
        if (hb_font_get_nominal_glyph(font, signs[i], &glyph) &&
            hb_font_get_glyph_h_advance(font, glyph) == 0 &&
            hb_font_get_glyph_extents(font, glyph, &ink) && ink.width == 0 && ink.height == 0)
            return glyph;
    }
    return 0;
}

// Readers of a pdf take a cluster to end where its last glyph does. When that is a sign that is put
// back over or under a letter, they see a gap behind it and read two words. A blank glyph, put
// last, says where the cluster ends.
static void mark_ends(PangoFont *font, PangoGlyphString *glyphs)
{
    int marks = 0, count = glyphs->num_glyphs;
    for (int i = 0; i < count; i++)
        marks += ends_narrow(glyphs, i);
    const hb_codepoint_t blank = marks ? blank_of(pango_font_get_hb_font(font)) : 0;
    if (!blank)
        return;
    PangoGlyphString *marked = pango_glyph_string_new();
    pango_glyph_string_set_size(marked, count + marks);
    for (int i = 0, to = 0; i < count; i++) {
        marked->log_clusters[to] = glyphs->log_clusters[i];
        marked->glyphs[to++] = glyphs->glyphs[i];
        if (!ends_narrow(glyphs, i))
            continue;
        marked->log_clusters[to] = glyphs->log_clusters[i];
        marked->glyphs[to++] = (PangoGlyphInfo){.glyph = blank};
    }
    pango_glyph_string_set_size(glyphs, marked->num_glyphs);
    memcpy(glyphs->glyphs, marked->glyphs, (size_t)marked->num_glyphs * sizeof *glyphs->glyphs);
    memcpy(glyphs->log_clusters, marked->log_clusters,
           (size_t)marked->num_glyphs * sizeof *glyphs->log_clusters);
    pango_glyph_string_free(marked);
}

static PangoGlyphItem *shape_item(PangoItem *item, const char *text, size_t n)
{
    PangoGlyphItem *shaped = g_slice_new0(PangoGlyphItem);
    shaped->item = item;
    shaped->glyphs = pango_glyph_string_new();
    pango_shape_full(text + item->offset, item->length, text, (int)n, &item->analysis,
                     shaped->glyphs);
    join_signs(shaped->glyphs);
    if (item->analysis.font)
        mark_ends(item->analysis.font, shaped->glyphs);
    return shaped;
}

static struct pdf_word *shape(PangoContext *context, const char *text, size_t n, size_t blank)
{
    struct pdf_word *word = mem_alloc(sizeof *word);
    PangoAttrList *none = pango_attr_list_new();
    GList *list = pango_itemize(context, text, 0, (int)n, none, NULL);
    pango_attr_list_unref(none);
    word->item = mem_alloc((g_list_length(list) + 1) * sizeof(PangoGlyphItem *));
    for (GList *at = list; at; at = at->next) {
        PangoGlyphItem *item = word->item[word->items++] = shape_item(at->data, text, n);
        word->advance += pango_glyph_string_get_width(item->glyphs);
    }
    g_list_free(list);
    word->text = text;
    word->end = n - blank;
    word->width = pdf_word_width_to(word, word->end);
    return word;
}

int64_t pdf_word_width_to(const struct pdf_word *word, size_t at)
{
    int64_t width = 0;
    for (size_t i = 0; i < word->items; i++) {
        const PangoItem *item = word->item[i]->item;
        PangoGlyphString *glyphs = word->item[i]->glyphs;
        size_t from = (size_t)item->offset, end = from + (size_t)item->length;
        int x = 0;
        if (end <= at)
            x = pango_glyph_string_get_width(glyphs);
        else if (from < at)
            pango_glyph_string_index_to_x(glyphs, word->text + from, item->length,
                                          (PangoAnalysis *)&item->analysis, (int)(at - from), FALSE,
                                          &x);
        width += x;
    }
    return width;
}

const struct pdf_word *pdf_word_of(struct pdf_type *type, enum pdf_face face, const char *s,
                                   size_t n, bool blank)
{
    str_reset(&type->key);
    str_add_n(&type->key, s, n);
    str_add(&type->key, blank ? " " : "");
    struct pdf_word *word = g_hash_table_lookup(type->word[face], type->key.buf);
    if (word)
        return word;
    char *text = g_strdup(type->key.buf);
    word = shape(type->context[face], text, type->key.len, blank);
    g_hash_table_insert(type->word[face], text, word);
    return word;
}

// Cuts the first `at` bytes off an item. Pango gives none where the glyphs cannot be parted; then
// they stay in the first part, and the second is empty.
static PangoGlyphItem *split(PangoGlyphItem *item, const char *text, size_t at)
{
    PangoGlyphItem *head = pango_glyph_item_split(item, text, (int)at);
    if (head)
        return head;
    head = pango_glyph_item_copy(item);
    pango_glyph_string_set_size(item->glyphs, 0);
    return head;
}

// The part of a word from byte `from` up to `end`; with the blank if that is where the word ends.
static const struct pdf_word *part_of(struct pdf_type *type, const struct pdf_word *word,
                                      size_t from, size_t end)
{
    struct pdf_word *part = mem_alloc(sizeof *part);
    part->item = mem_alloc((word->items + 1) * sizeof(PangoGlyphItem *));
    *part = (struct pdf_word){
        .text = word->text, .from = from, .end = end, .item = part->item, .items = 0};
    size_t to = end == word->end ? SIZE_MAX : end;
    for (size_t i = 0; i < word->items; i++) {
        size_t start = (size_t)word->item[i]->item->offset;
        size_t stop = start + (size_t)word->item[i]->item->length;
        if (stop <= from || start >= to)
            continue;
        PangoGlyphItem *item = pango_glyph_item_copy(word->item[i]);
        if (start < from)
            pango_glyph_item_free(split(item, word->text, from - start));
        if (to < stop) {
            PangoGlyphItem *rest = item;
            item = split(rest, word->text, to - (start < from ? from : start));
            pango_glyph_item_free(rest);
        }
        part->item[part->items++] = item;
        part->advance += pango_glyph_string_get_width(item->glyphs);
    }
    part->width = part->advance - (to == SIZE_MAX ? word->advance - word->width : 0);
    g_ptr_array_add(type->part, part);
    return part;
}

bool pdf_word_cut(struct pdf_type *type, const struct pdf_word *word, int64_t width,
                  const struct pdf_word **ret_head, const struct pdf_word **ret_tail)
{
    size_t cut = text_next(word->text, word->end, word->from);
    for (size_t next = cut; next < word->end && pdf_word_width_to(word, next) <= width;) {
        cut = next;
        next = text_next(word->text, word->end, next);
    }
    if (cut >= word->end)
        return false;
    *ret_head = part_of(type, word, word->from, cut);
    *ret_tail = part_of(type, word, cut, word->end);
    return true;
}

static enum status guard(const struct pdf_type *type, struct err *err)
{
    for (size_t face = 0; face < FACES; face++)
        if (!font_joins(type->context[face],
                        pango_context_get_font_description(type->context[face])))
            return err_set(err, STATUS_FAILED,
                           _("No font that writes Bengali was found; install the package %s"),
                           PAINT_FONT_PACKAGE);
    return STATUS_OK;
}

// The distance of lines. Noto Serif Bengali asks for 1.59 of its size, but no letter of it needs
// more than 1.28.
static int64_t pitch_of(PangoFont *font)
{
    PangoFontMetrics *metrics = pango_font_get_metrics(font, pango_language_from_string("bn"));
    PangoFontDescription *about = pango_font_describe(font);
    const char *family = pango_font_description_get_family(about);
    bool airy = family && strcmp(family, "Noto Serif Bengali") == 0;
    int64_t natural = pango_font_metrics_get_ascent(metrics);
    natural += pango_font_metrics_get_descent(metrics);
    pango_font_description_free(about);
    pango_font_metrics_unref(metrics);
    return airy ? natural * 82 / 100 : natural;
}

// The tallest and the deepest letters stand in the middle of the line.
static int64_t ascent_of(PangoContext *context, int64_t pitch)
{
    static const char tall_and_deep[] = "র্কিষ্ট্রূ";
    struct pdf_word *word = shape(context, tall_and_deep, sizeof tall_and_deep - 1, 0);
    PangoRectangle ink;
    pango_glyph_string_extents(word->item[0]->glyphs, word->item[0]->item->analysis.font, &ink,
                               NULL);
    free_word(word);
    return (pitch - ink.height) / 2 - ink.y;
}

static void measure(struct pdf_type *type)
{
    const struct pdf_word *word = pdf_word_of(type, FACE_PLAIN, date, sizeof date - 1, false);
    type->column = word->width / DATE_COLUMNS;
    type->pitch = pitch_of(word->item[0]->item->analysis.font);
    type->ascent = ascent_of(type->context[FACE_PLAIN], type->pitch);
}

enum status pdf_type_open(struct pdf_type *ret, struct err *err)
{
    static const PangoWeight weights[FACES] = {PANGO_WEIGHT_NORMAL, PANGO_WEIGHT_BOLD};
    *ret = (struct pdf_type){.key = STR_INIT};
    PangoFontMap *map = pango_cairo_font_map_get_default();
    for (size_t face = 0; face < FACES; face++) {
        ret->context[face] = new_context(map, weights[face]);
        ret->word[face] = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_word);
    }
    ret->part = g_ptr_array_new_with_free_func(free_word);
    enum status status = guard(ret, err);
    if (status == STATUS_OK)
        measure(ret);
    return status;
}

void pdf_type_done(struct pdf_type *type)
{
    for (size_t face = 0; face < FACES; face++) {
        g_clear_object(&type->context[face]);
        g_clear_pointer(&type->word[face], g_hash_table_destroy);
    }
    if (type->part)
        g_ptr_array_free(type->part, TRUE);
    type->part = NULL;
    str_done(&type->key);
}
