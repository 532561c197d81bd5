// SPDX-License-Identifier: GPL-3.0-or-later
// The options of orjon-window.
#include "options.h"

#include <getopt.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { HELP_COLUMN = 26 };

static const struct {
    char key;
    const char *name, *argument, *text;
} list[] = {
    {'f', "font", "FAMILY", N_("font of Bengali text")},
    {'c', "cell-font", "FAMILY", N_("font of Latin letters and digits")},
    {'z', "font-size", "PIXELS", N_("size of both")},
    {'s', "size", "COLUMNSxROWS", N_("size of the window in letters")},
    {'l', "light", NULL, N_("dark on light")},
    {'d', "dark", NULL, N_("light on dark")},
    {'F', "full-screen", NULL, N_("over the whole screen")},
    {'o', "screenshot", "FILE", N_("no window: a picture of the screen, as PNG")},
    {'k', "keys", "KEYS", N_("what to type before the picture, like '<Down>*3<Enter>'")},
    {'r', "force", NULL, N_("replace a file that exists")},
    {'L', "lang", "bn|en", N_("language of screens and messages")},
    {'h', "help", NULL, N_("this help")},
    {'v', "version", NULL, N_("version of the program")},
};
enum { OPTIONS = sizeof list / sizeof *list };

// orjon from the folder of this program, as after a build; else where it is installed. It speaks
// the language that was asked for.
static char *const *usual_program(const char *language)
{
    static char path[PATH_MAX], usual[] = "orjon", option[] = "--lang", code[8];
    static char *argv[] = {usual, NULL, code, NULL};
    argv[1] = language ? option : NULL;
    snprintf(code, sizeof code, "%s", language ? language : "");
    ssize_t n = readlink("/proc/self/exe", path, sizeof path - sizeof usual);
    char *slash = n > 0 ? memrchr(path, '/', (size_t)n) : NULL;
    if (!slash)
        return argv;
    memcpy(slash + 1, usual, sizeof usual);
    if (access(path, X_OK) == 0)
        argv[0] = path;
    return argv;
}

static bool read_size(const char *text, struct window_options *ret)
{
    char rest = 0;
    return sscanf(text, "%dx%d%c", &ret->columns, &ret->rows, &rest) == 2 && ret->rows > 0 &&
           ret->columns > 0 && ret->rows <= SESSION_SIDE_MAX && ret->columns <= SESSION_SIDE_MAX;
}

static bool read_language(const char *code)
{
    const int language = language_from_code(code);
    if (language < 0)
        return false;
    i18n_set_language((enum language)language);
    i18n_set_digits(language == LANGUAGE_ENGLISH ? DIGITS_LATIN : DIGITS_BENGALI);
    return true;
}

static bool read_pixels(const char *text, double *ret)
{
    char *end = NULL;
    const long pixels = strtol(text, &end, 10);
    *ret = (double)pixels;
    return end > text && !*end && pixels >= PAINT_SIZE_MIN && pixels <= PAINT_SIZE_MAX;
}

// False when the value does not fit the option.
static bool take(int key, const char *value, struct window_options *ret)
{
    switch (key) {
    case 'f':
        ret->fonts.bengali = value;
        return *value;
    case 'c':
        ret->fonts.cell = value;
        return *value;
    case 'z':
        return read_pixels(value, &ret->fonts.size);
    case 's':
        return read_size(value, ret);
    case 'l':
    case 'd':
        ret->colours = key == 'd' ? COLOURS_DARK : COLOURS_LIGHT;
        ret->colours_given = true;
        return true;
    case 'F':
        ret->full_screen = true;
        return true;
    case 'o':
        ret->picture = value;
        return *value;
    case 'k':
        ret->keys = value;
        return true;
    case 'r':
        ret->force = true;
        return true;
    case 'h':
        ret->help = true;
        return true;
    case 'v':
        ret->version = true;
        return true;
    case 'L':
        ret->language = value;
        return read_language(value);
    default:
        return false;
    }
}

enum status options_read(int argc, char **argv, struct window_options *ret, struct err *err)
{
    struct option known[OPTIONS + 1] = {{0}};
    *ret = (struct window_options){.keys = ""};
    for (int i = 0; i < OPTIONS; i++)
        known[i] = (struct option){.name = list[i].name,
                                   .has_arg = list[i].argument ? required_argument : no_argument,
                                   .val = list[i].key};
    opterr = 0;
    const char *wrong = NULL; // told at the end, when the language is known
    for (int key = 0; (key = getopt_long(argc, argv, "+", known, NULL)) != -1;)
        if (!take(key, optarg, ret) && !wrong)
            wrong = argv[optind - 1];
    if (wrong)
        return err_set(err, STATUS_USAGE, _("“%s” is not understood here; see orjon-window --help"),
                       wrong);
    ret->program = optind < argc ? argv + optind : usual_program(ret->language);
    if (*ret->keys && !ret->picture)
        return err_set(err, STATUS_USAGE, _("--keys goes with --screenshot FILE"));
    if (ret->picture && !ret->rows) {
        ret->rows = 24;
        ret->columns = 80;
    }
    return STATUS_OK;
}

void options_help(struct str *ret)
{
    str_addf(ret, "orjon-window [OPTION…] [-- PROGRAM ARGUMENT…]\n%s\n\n%s\n",
             _("A window in which Bengali reads as in print. Without a program it opens orjon; "
               "where there is no display, orjon opens in the terminal."),
             _("Options:"));
    for (int i = 0; i < OPTIONS; i++) {
        autostr left = STR_INIT;
        str_addf(&left, "  --%s%s%s", list[i].name, list[i].argument ? " " : "",
                 list[i].argument ? list[i].argument : "");
        text_pad(ret, left.buf, left.len, HELP_COLUMN, ALIGN_LEFT);
        str_addf(ret, " %s\n", tr(list[i].text));
    }
}
