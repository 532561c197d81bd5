// SPDX-License-Identifier: GPL-3.0-or-later
// The file of settings: orjon/window.ini in the user's folder of configurations.
#include "settings.h"

#include "orjon/base/file.h"

#include <glib.h>

_Static_assert((int)WINDOW_FONT_MIN == PAINT_SIZE_MIN && (int)WINDOW_FONT_MAX == PAINT_SIZE_MAX,
               "what may be asked for can be painted");

enum { ROWS = 28, COLUMNS = 110, LEAST = 4 };

static const char group[] = "window";

static char *path(void)
{
    return g_build_filename(g_get_user_config_dir(), "orjon", "window.ini", NULL);
}

static int bounded(int value, int least, int most, int otherwise)
{
    return value >= least && value <= most ? value : otherwise;
}

static void read_text(GKeyFile *file, const char *key, const char *given, struct str *ret)
{
    char *kept = g_key_file_get_string(file, group, key, NULL);
    *ret = STR_INIT;
    str_add(ret, given ? given : kept ? kept : "");
    g_free(kept);
}

static int read_number(GKeyFile *file, const char *key)
{
    return g_key_file_get_integer(file, group, key, NULL);
}

void settings_read(struct settings *ret, const struct window_options *options)
{
    GKeyFile *file = g_key_file_new();
    char *name = path();
    g_key_file_load_from_file(file, name, G_KEY_FILE_NONE, NULL);
    read_text(file, "font", options->bengali, &ret->bengali);
    read_text(file, "cell-font", options->cell, &ret->cell);
    ret->size = options->font_size;
    if (ret->size <= 0)
        ret->size =
            bounded(read_number(file, "font-size"), WINDOW_FONT_MIN, WINDOW_FONT_MAX, PAINT_SIZE);
    ret->spacing = SPACING_BY_SCREEN;
    if (g_key_file_has_key(file, group, "line-spacing", NULL))
        ret->spacing =
            bounded(read_number(file, "line-spacing"), 0, PAINT_SPACING_MAX, SPACING_BY_SCREEN);
    ret->rows = options->rows;
    ret->cols = options->cols;
    if (!ret->rows) {
        ret->rows = bounded(read_number(file, "rows"), LEAST, WINDOW_SIDE_MAX, ROWS);
        ret->cols = bounded(read_number(file, "columns"), LEAST, WINDOW_SIDE_MAX, COLUMNS);
    }
    g_free(name);
    g_key_file_free(file);
}

void settings_keep(const struct settings *settings)
{
    GKeyFile *file = g_key_file_new();
    char *name = path();
    gsize n = 0;
    if (settings->bengali.len)
        g_key_file_set_string(file, group, "font", settings->bengali.buf);
    if (settings->cell.len)
        g_key_file_set_string(file, group, "cell-font", settings->cell.buf);
    g_key_file_set_integer(file, group, "font-size", (int)settings->size);
    if (settings->spacing != SPACING_BY_SCREEN)
        g_key_file_set_integer(file, group, "line-spacing", settings->spacing);
    g_key_file_set_integer(file, group, "rows", settings->rows);
    g_key_file_set_integer(file, group, "columns", settings->cols);
    char *text = g_key_file_to_data(file, &n, NULL);
    if (file_make_folder_of(name, NULL) == STATUS_OK)
        file_write(name, text, n, true, NULL);
    g_free(text);
    g_free(name);
    g_key_file_free(file);
}

void settings_done(struct settings *settings)
{
    str_done(&settings->bengali);
    str_done(&settings->cell);
}

struct paint_fonts settings_fonts(const struct settings *settings)
{
    return (struct paint_fonts){
        .bengali = settings->bengali.len ? settings->bengali.buf : NULL,
        .cell = settings->cell.len ? settings->cell.buf : NULL,
        .size = settings->size,
    };
}
