// SPDX-License-Identifier: GPL-3.0-or-later
// Which font writes Bengali, and whether it can.
#include "orjon/paint/font.h"

#include <fontconfig/fontconfig.h>
#include <string.h>

// The items of a text in a font, each to be freed; NULL for none.
static GList *itemize(PangoContext *context, const PangoFontDescription *font, const char *text)
{
    PangoAttrList *attributes = pango_attr_list_new();
    pango_attr_list_insert(attributes, pango_attr_font_desc_new(font));
    GList *items = pango_itemize(context, text, 0, (int)strlen(text), attributes, NULL);
    pango_attr_list_unref(attributes);
    return items;
}

static void free_item(gpointer item)
{
    pango_item_free(item);
}

static bool joins(PangoContext *context, const PangoFontDescription *font, const char *conjunct)
{
    GList *items = itemize(context, font, conjunct);
    PangoGlyphString *glyphs = pango_glyph_string_new();
    bool one = items && !items->next;
    if (one) {
        const PangoItem *item = items->data;
        pango_shape_full(conjunct, item->length, conjunct, item->length, &item->analysis, glyphs);
        one = glyphs->num_glyphs == 1 && !(glyphs->glyphs[0].glyph & PANGO_GLYPH_UNKNOWN_FLAG) &&
              glyphs->glyphs[0].glyph != PANGO_GLYPH_EMPTY;
    }
    pango_glyph_string_free(glyphs);
    g_list_free_full(items, free_item);
    return one;
}

bool font_joins(PangoContext *context, const PangoFontDescription *font)
{
    static const char *const conjuncts[] = {"ক্ষ", "প্র", "স্ত্র"};
    PangoFont *any = pango_context_load_font(context, font);
    if (!any) // the machine has none at all, at which Pango 1.50 complains on standard error
        return false;
    g_object_unref(any);
    for (size_t i = 0; i < sizeof conjuncts / sizeof *conjuncts; i++)
        if (!joins(context, font, conjuncts[i]))
            return false;
    return true;
}

char *font_family_in_force(PangoContext *context, const PangoFontDescription *font)
{
    char *family = NULL;
    GList *items = itemize(context, font, "ক");
    const PangoItem *item = items ? items->data : NULL;
    if (item && item->analysis.font) {
        PangoFontDescription *about = pango_font_describe(item->analysis.font);
        family = g_strdup(pango_font_description_get_family(about));
        pango_font_description_free(about);
    }
    g_list_free_full(items, free_item);
    return family;
}

static gint compare(gconstpointer a, gconstpointer b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

char **font_bengali_families(void)
{
    FcPattern *pattern = FcPatternBuild(NULL, FC_LANG, FcTypeString, "bn", (char *)NULL);
    FcObjectSet *wanted = FcObjectSetBuild(FC_FAMILY, (char *)NULL);
    FcFontSet *fonts = FcFontList(NULL, pattern, wanted);
    GPtrArray *families = g_ptr_array_new_with_free_func(g_free);
    for (int i = 0; fonts && i < fonts->nfont; i++) {
        FcChar8 *family = NULL;
        if (FcPatternGetString(fonts->fonts[i], FC_FAMILY, 0, &family) == FcResultMatch &&
            !g_ptr_array_find_with_equal_func(families, family, g_str_equal, NULL))
            g_ptr_array_add(families, g_strdup((const char *)family));
    }
    if (fonts)
        FcFontSetDestroy(fonts);
    FcObjectSetDestroy(wanted);
    FcPatternDestroy(pattern);
    g_ptr_array_sort(families, compare);
    g_ptr_array_add(families, NULL);
    return (char **)g_ptr_array_free(families, FALSE);
}
