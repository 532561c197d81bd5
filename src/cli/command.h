// SPDX-License-Identifier: GPL-3.0-or-later
// What a verb is, and what it is given.
#pragma once

#include "orjon/app/app.h"

#include <stddef.h>

enum { OPTION_MAX = 128, WORDS_MAX = 64 };

// Options that have no letter.
enum {
    OPTION_FONT = 1,
    OPTION_CELL_FONT,
    OPTION_FONT_SIZE,
    OPTION_SIZE,
    OPTION_LIGHT,
    OPTION_DARK,
    OPTION_FULL_SCREEN,
    OPTION_SCREENSHOT,
    OPTION_KEYS,
};
#define OPTIONS_OF_WINDOW "\1\2\3\4\5\6\7\10\11"

struct command {
    const char
        *option[OPTION_MAX]; // by the option's key; "" for one without a value; NULL: not given
    char *word[WORDS_MAX];   // what stands behind the verb
    size_t words;
    struct app_options app;
    int fiscal_year, quarter; // 0: those in hand
};

struct verb {
    const char *name;
    const char *arguments; // as in the usage line; N_() where it holds words to translate
    const char *summary;   // N_(): one line
    const char *details;   // N_(): what else a user should know; may be NULL
    const char *options;   // keys of the options it takes, beside the global ones
    size_t words_min, words_max;
    enum status (*run)(const struct command *command, struct err *err);
};

extern const struct verb verb_calendar, verb_check, verb_enter, verb_explain, verb_find, verb_init,
    verb_export, verb_import, verb_layouts, verb_office, verb_plans, verb_print, verb_progress,
    verb_score, verb_screens, verb_window;

// Records.
extern const struct verb verb_committee, verb_evidence, verb_memo, verb_people;

extern const struct verb verb_phrase;

// The auditor's.
extern const struct verb verb_answer, verb_audit, verb_backup, verb_finalise, verb_log, verb_redo,
    verb_rekey, verb_reopen, verb_restore, verb_undo, verb_verify;

// What lies around a return.
extern const struct verb verb_decision, verb_meeting;

// Many offices as one.
extern const struct verb verb_consolidated;

// What goes from office to office.
extern const struct verb verb_key, verb_offices, verb_receive, verb_review, verb_send;

// What a verb does when its first word is this one.
struct deed {
    const char *word;
    size_t words_min, words_max; // with that word
    enum status (*run)(struct app *app, const struct command *c, struct err *err);
};
// Opens the office file and does what the first word says: one of the deeds, which end with one
// without a word; the first of them where there are no words. USAGE for another word.
enum status command_run_deed(const struct command *c, const struct verb *verb,
                             const struct deed *deeds, struct err *err);

// Fills command from the words behind the verb. USAGE, with a sentence, when they are not
// understood. *ret_help: the help was asked for.
enum status command_parse(const struct verb *verb, int argc, char **argv, struct command *ret,
                          bool *ret_help, struct err *err);
// The place of the verb among the words, 0 when there is none; global options before it are kept.
int command_verb(int argc, char **argv);

// Appends help in the user's language: of one verb, or of the program with its verbs.
void command_help(const struct verb *verb, struct str *ret);
void command_overview(const struct verb *const *verbs, struct str *ret);

// The number of a record, in any digits. USAGE.
enum status command_read_id(const char *word, int64_t *ret, struct err *err);
// Puts out the number that a new record has got; nothing for 0.
enum status command_put_id(int64_t id, struct err *err);
// Whether rows of tabs are asked for with --format, else text. USAGE for a format that there is
// not.
enum status command_read_format(const struct command *c, bool *ret_tsv, struct err *err);

// Reads the table in the file that the word at `at` names (app/table.h), of the sheet that --sheet
// asks for; says which sheets are left when nobody asked.
enum status command_read_table(const struct command *c, size_t at, struct str *ret,
                               struct str *ret_name, struct err *err);
// The format that is asked for: --format, else the ending of the file's name, else text. USAGE for
// an ending that no format has.
enum status command_format(const struct command *c, const char **ret, struct err *err);
// Puts text into a file, which must be new unless force; on standard output for NULL and «-».
enum status command_put_out(const struct str *text, const char *output, bool force,
                            struct err *err);
// Puts text on standard output; an error when it could not be written.
enum status command_put(const struct str *text, struct err *err);
// Says why the copy that goes with a change could not be made, if it could not.
void command_copy_trouble(const struct app *app);
// Says where what was there is kept; nothing for "".
void command_kept(const char *name);
// Puts talk on standard error.
void command_talk(const char *text);
