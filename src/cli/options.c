// SPDX-License-Identifier: GPL-3.0-or-later
// The options of all verbs, as one table; getopt reads them, we say what is wrong: its own
// messages come in the machine's language.
#include "command.h"

#include "orjon/base/clock.h"
#include "orjon/base/text.h"
#include "orjon/domain/date.h"
#include "orjon/domain/period.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>

enum { GLOBAL = 1, HELP_COLUMNS = 80 };

static const struct {
    char key;
    const char *name, *argument, *text;
    int flags;
} options[] = {
    {'d', "db", "FILE", N_("the office file"), GLOBAL},
    {'L', "lang", "bn|en", N_("language of screens and messages"), GLOBAL},
    {'D', "digits", "bengali|latin", N_("digits of screens, messages and papers"), GLOBAL},
    {'A', "as-of", "YYYY-MM-DD", N_("the day to take for today"), GLOBAL},
    {'C', "no-color", NULL, N_("screens without colours"), GLOBAL},
    {'R', "readonly", NULL, N_("change nothing"), GLOBAL},
    {'h', "help", NULL, N_("this help"), GLOBAL},
    {'v', "version", NULL, N_("version of the program"), GLOBAL},
    {'y', "fiscal-year", "Y", N_("fiscal year, like 2024-25"), 0},
    {'q', "quarter", "N", N_("quarter, 1 to 4"), 0},
    {'p', "plan", "P", N_("one plan; all of them if omitted"), 0},
    {'M', "meeting", "N", N_("a meeting, by its number"), 0},
    {'u', "under", "CODE", N_("an office and all below it; every office if omitted"), 0},
    {'t', "format", "F", N_("output format"), 0},
    {'K', "parts", "LIST", N_("parts of the packet, like cover,contents,return; else the office's"),
     0},
    {'l', "layout", "L", N_("layout of the paper; the plan's own if omitted"), 0},
    {'o', "output", "FILE", N_("write to a file; - is the screen"), 0},
    {'f', "force", NULL, N_("replace a file that exists"), 0},
    {'H', "sheet", "SHEET", N_("sheet of an .xlsx; its first if omitted"), 0},
    {'x', "scale", "PERCENTS", N_("what the grades earn, like “100 80 60”; else 100 90 80 70 60"),
     0},
    {'n', "dry-run", NULL, N_("check only, save nothing"), 0},
    {'r', "roll-up", NULL, N_("marks of the plans and the total of each share"), 0},
    {'N', "name", "NAME", N_("name of the office, or of a proof"), 0},
    {'F', "family", "FAMILY", N_("family of plans, like coop-upazila"), 0},
    {'V', "level", "LEVEL", N_("upazila, district, division or department"), 0},
    {'S', "plans", "FOLDER", N_("install the plans in a folder, or in a file"), 0},
    {'s', "sample", NULL, N_("make the sample office"), 0},
    {'a', "ascii", NULL, N_("draw rules with + - | instead of box characters"), 0},
    {'e', "reason", "TEXT", N_("why; kept in the journal"), 0},
    {'i', "from", "DATE", N_("the day from which a change holds"), 0},
    {'w', "withdraw", NULL, N_("withdraw it"), 0},
    {'O', "open", NULL, N_("only what is still to be done"), 0},
    {'k', "keep", NULL, N_("note the result in the journal"), 0},
    {'b', "bom", NULL, N_("byte order mark before csv, for Excel"), 0},
    {'G', "legal", NULL, N_("PDF on Legal paper instead of A4"), 0},
    {'T', "as-text", NULL, N_("PDF of the page of text, letter under letter"), 0},
    {'P', "printer", "NAME", N_("print it, as PDF, on this printer"), 0},
    {'c', "copies", "N", N_("how many copies to print"), 0},
    {'g', "pages", "1-2", N_("which pages to print"), 0},
    {'m', "letters", "LETTERS", N_("the letters of a sealed paper, to find it by"), 0},
    {'B', "another", NULL, N_("it is another person, though one there is has a name like it"), 0},
    {'z', "find", "TEXT", N_("only what has this in it"), 0},
    {'E', "series", "ID",
     N_("pattern of memo numbers, by its number; the one of the day if omitted"), 0},
    {'Y', "accept", NULL, N_("accept what the office has sent"), 0},
    {'Z', "return", NULL, N_("send back what the office has sent"), 0},
    {'J', "key", "DIGITS", N_("the 20 digits of orjon key, as the sender reads them aloud"), 0},
    {'Q', "on-paper", "OFFICE",
     N_("an office whose return came on paper; the file has its figures"), 0},
    {'U', "with-proofs", NULL, N_("a zip together with the files of the proofs"), 0},
    {'W', "no-shading", NULL, N_("no grey behind headings, for a dot-matrix printer"), 0},
    {OPTION_FONT, "font", "FAMILY", N_("font of Bengali text"), 0},
    {OPTION_CELL_FONT, "cell-font", "FAMILY", N_("font of Latin letters and digits"), 0},
    {OPTION_FONT_SIZE, "font-size", "PIXELS", N_("size of both"), 0},
    {OPTION_SIZE, "size", "COLUMNSxROWS", N_("size of the window in letters"), 0},
    {OPTION_LIGHT, "light", NULL, N_("dark on light"), 0},
    {OPTION_DARK, "dark", NULL, N_("light on dark"), 0},
    {OPTION_FULL_SCREEN, "full-screen", NULL, N_("over the whole screen"), 0},
    {OPTION_SCREENSHOT, "screenshot", "FILE", N_("no window: a picture of the screen, as PNG"), 0},
    {OPTION_KEYS, "keys", "KEYS", N_("what to type before the picture, like '<Down>*3<Enter>'"), 0},
};
enum { OPTIONS = sizeof options / sizeof *options };

static bool takes(const struct verb *verb, size_t option)
{
    return options[option].flags & GLOBAL || strchr(verb->options, options[option].key);
}

// What getopt reads of the options that the verb takes: a row of the long ones each, and the short
// ones' letters.
static void set_flags(const struct verb *verb, struct option *ret, struct str *ret_letters)
{
    size_t n = 0;
    str_add_char(ret_letters, ':'); // we say ourselves what is wrong
    for (size_t i = 0; i < OPTIONS; i++) {
        if (!takes(verb, i))
            continue;
        ret[n++] = (struct option){.name = options[i].name,
                                   .has_arg = options[i].argument ? required_argument : no_argument,
                                   .val = options[i].key};
        if (options[i].key >= ' ')
            str_addf(ret_letters, "%c%s", options[i].key, options[i].argument ? ":" : "");
    }
}

// The word that getopt has just refused. It has not gone on to the next one where letters stand
// behind one that is no option's.
static const char *refused(char **argv, const char *letters)
{
    const char *last = argv[optind - 1];
    const bool unknown = optopt >= ' ' && !strchr(letters, optopt); // below are long ones only
    const bool ended = last[0] == '-' && last[1] != '-' && last[strlen(last) - 1] == optopt;
    return unknown && !ended ? argv[optind] : last;
}

// Reads options and words; the word that is not understood, NULL when all are.
static const char *read_words(const struct verb *verb, int argc, char **argv, struct command *ret)
{
    struct option flags[OPTIONS + 1] = {0};
    autostr letters = STR_INIT;
    set_flags(verb, flags, &letters);
    unsetenv("POSIXLY_CORRECT"); // or it would take options behind words for words
    opterr = optind = 0;
    for (int key; (key = getopt_long(argc, argv, letters.buf, flags, NULL)) != -1;) {
        if (key == '?' || key == ':')
            return refused(argv, letters.buf);
        ret->option[key] = optarg ? optarg : "";
    }
    for (; optind < argc; optind++, ret->words++) // one too many is refused below, never dropped
        if (ret->words < WORDS_MAX)
            ret->word[ret->words] = argv[optind];
    return NULL;
}

static void take_source_day(struct maybe *ret)
{
    int32_t day = 0;
    if (clock_source_day(&day))
        *ret = (struct maybe){.set = true, .value = day};
}

static enum status read_as_of(const char *s, struct maybe *ret, struct err *err)
{
    int32_t day = 0;
    enum status status = date_read(s, strlen(s), DATE_STRICT, &day, NULL, err);
    *ret = (struct maybe){.set = true, .value = day};
    return status;
}

static enum status read_values(struct command *c, struct err *err)
{
    int language = c->option['L'] ? language_from_code(c->option['L']) : LANGUAGE_BENGALI;
    int digits = c->option['D'] ? digits_from_code(c->option['D'])
                                : (language == LANGUAGE_ENGLISH ? DIGITS_LATIN : DIGITS_BENGALI);
    if (language < 0)
        return err_set(err, STATUS_USAGE, _("“%s” is not a language of orjon; use bn or en"),
                       c->option['L']);
    if (digits < 0)
        return err_set(err, STATUS_USAGE, _("“%s” is not a kind of digits; use bengali or latin"),
                       c->option['D']);
    i18n_set_language((enum language)language);
    i18n_set_digits((enum digits)digits);
    if (c->option['d'] && !*c->option['d']) // an unset variable must not mean the usual file
        return err_set(err, STATUS_USAGE, _("--db needs the name of a file"));
    c->app.file = c->option['d'];
    c->app.read_only = c->option['R'] != NULL;
    c->app.language_given = c->option['L'] != NULL;
    c->app.digits_given = c->option['D'] != NULL;
    enum status status = STATUS_OK;
    take_source_day(&c->app.as_of);
    if (c->option['A'])
        status = read_as_of(c->option['A'], &c->app.as_of, err);
    if (status == STATUS_OK && c->option['y'])
        status = period_read_year(c->option['y'], strlen(c->option['y']), &c->fiscal_year, err);
    if (status == STATUS_OK && c->option['q'])
        status = period_read_quarter(c->option['q'], strlen(c->option['q']), &c->quarter, err);
    return status ? STATUS_USAGE : STATUS_OK;
}

enum status command_parse(const struct verb *verb, int argc, char **argv, struct command *ret,
                          bool *ret_help, struct err *err)
{
    const char *culprit = read_words(verb, argc, argv, ret);
    enum status status = read_values(ret, err); // first, so that the language is known
    *ret_help = ret->option['h'] != NULL;
    if (*ret_help)
        return STATUS_OK;
    if (culprit && !*verb->name)
        return err_set(err, STATUS_USAGE, _("“%s” is not understood here; see orjon --help"),
                       culprit);
    if (culprit)
        return err_set(err, STATUS_USAGE, _("“%s” is not understood here; see orjon %s --help"),
                       culprit, verb->name);
    if (status)
        return status;
    if (ret->words < verb->words_min || ret->words > verb->words_max)
        return err_set(err, STATUS_USAGE, _("The command is: orjon %s %s"), verb->name,
                       verb->arguments);
    return STATUS_OK;
}

// Whether the word is an option that takes the next word along: «--db FILE», «-d FILE»; a long one
// may be cut short, as getopt has it.
static bool takes_next(const char *word)
{
    size_t n = strlen(word);
    for (size_t o = 0; o < OPTIONS; o++) {
        if (!options[o].argument)
            continue;
        if (n > 2 && word[1] == '-' && strncmp(word + 2, options[o].name, n - 2) == 0)
            return true;
        if (n == 2 && options[o].key >= ' ' && word[1] == options[o].key)
            return true;
    }
    return false;
}

int command_verb(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        if (argv[i][0] != '-')
            return i;
        i += takes_next(argv[i]);
    }
    return 0;
}

static void add_option(struct str *ret, size_t i)
{
    autostr left = STR_INIT;
    if (options[i].key >= ' ')
        str_addf(&left, "  -%c, ", options[i].key);
    else
        str_add(&left, "      ");
    str_addf(&left, "--%s%s%s", options[i].name, options[i].argument ? "=" : "",
             options[i].argument ? options[i].argument : "");
    text_pad(ret, left.buf, left.len, 32, ALIGN_LEFT);
    str_addf(ret, " %s\n", tr(options[i].text));
}

// A terminal would break a long line anywhere, also inside a syllable.
static void add_wrapped(struct str *ret, const char *text)
{
    autofree struct text_line *lines = NULL;
    size_t count = text_wrap(text, strlen(text), HELP_COLUMNS, &lines);
    for (size_t i = 0; i < count; i++) {
        str_add_n(ret, text + lines[i].from, lines[i].len);
        str_add_char(ret, '\n');
    }
}

void command_help(const struct verb *verb, struct str *ret)
{
    str_addf(ret, "orjon %s %s\n%s\n", verb->name, verb->arguments, tr(verb->summary));
    if (verb->details) {
        str_add_char(ret, '\n');
        add_wrapped(ret, tr(verb->details));
    }
    str_addf(ret, "\n%s\n", _("Options:"));
    for (int global = 0; global <= 1; global++)
        for (size_t i = 0; i < OPTIONS; i++)
            if (takes(verb, i) && (options[i].flags & GLOBAL) == (global ? GLOBAL : 0))
                add_option(ret, i);
}

void command_overview(const struct verb *const *verbs, struct str *ret)
{
    str_addf(ret, "orjon\n%s\n\n%s\n",
             _("Quarterly returns of the governance action plans. Without a command: the screens."),
             _("Commands:"));
    for (; *verbs; verbs++) {
        autostr left = STR_INIT;
        if (!*(*verbs)->name)
            continue;
        str_addf(&left, "  orjon %s", (*verbs)->name);
        text_pad(ret, left.buf, left.len, 20, ALIGN_LEFT);
        str_addf(ret, " %s\n", tr((*verbs)->summary));
    }
    str_addf(ret, "\n%s\n%s\n", _("Each command explains itself: orjon COMMAND --help"),
             _("Options:"));
    for (size_t i = 0; i < OPTIONS; i++)
        if (options[i].flags & GLOBAL)
            add_option(ret, i);
}
