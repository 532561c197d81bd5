// SPDX-License-Identifier: GPL-3.0-or-later
// The use cases: the only door through which screens and commands reach the office file. Nothing
// here prints; what a command refuses, a screen refuses with the same words.
#pragma once

#include "orjon/domain/check.h"
#include "orjon/domain/office.h"
#include "orjon/domain/score.h"

#include <stdbool.h>
#include <stdint.h>

struct app;

struct app_options {
    const char *file;   // the office file; NULL: the usual place
    const char *via;    // what the journal says changes came through: «enter», «screen»
    struct maybe as_of; // the day to take for today; unset: the clock's, asked anew each time
    bool read_only;
    bool language_given, digits_given; // on the command line: the office's preference gives way
    // Told as the file is closed when a pen drive is there, but a copy could not be made on it, and
    // when the disk did not confirm the last change; NULL: nobody is.
    void (*told)(const char *sentence);
};

enum status app_open(const struct app_options *options, struct app **ret, struct err *err);
void app_close(struct app **app);

// What is read between the two is of one state of the file, and costs the locks of one reading.
// Nothing may be changed there.
enum status app_begin_reading(struct app *app, struct err *err);
void app_end_reading(struct app *app);

const struct office *app_office(const struct app *app);
// Today: it may be another day at the next call.
int32_t app_today(const struct app *app);
int32_t app_options_today(const struct app_options *options);
const char *app_file(const struct app *app);
bool app_is_read_only(const struct app *app);
// Whether somebody else has changed the file since the last call; the particulars are read again.
bool app_changed_elsewhere(struct app *app);
// The last row of the journal; 0 when it cannot be read.
int64_t app_journal_seq(struct app *app);
int64_t app_journal_opened(const struct app *app); // that when the file was opened

// Sets a particular from what was typed.
enum status app_set_office(struct app *app, enum office_field field, const char *text,
                           struct err *err);

// The same for what the office has for one plan of the year in hand; key: «memo.egov».
enum status app_set_own(struct app *app, const char *key, const char *text, struct err *err);

// The families and years of built-in plans, latest year first; returns how many of at most max.
struct app_family {
    const char *family; // lives as long as the program
    int fiscal_year;
    size_t plans;
};
size_t app_families(struct app_family *ret, size_t max);
// Appends what offices of that family are called, in the user's language; the word itself for one
// that is not built in.
void app_family_name(const char *family, struct str *ret);
// A particular of the office as people read it: years and quarters in the user's digits, a family
// by its name, which app_set_office takes as well. What is kept is given; appended.
void app_say_particular(enum office_field field, const char *kept, struct str *ret);

// The families that have a sample office, from 0; NULL behind the last. The first is that of an
// office for which no family, or another one, is named.
const char *app_sample_family(size_t i);

// Makes an office file with every built-in plan of a family and fiscal year, and those in files;
// sample fills in the sample office of the family, with what the offices below it have sent. Any
// family and year will do: one without plans makes an empty office, and talk says how plans come
// in. Nothing is left behind on failure. A file that exists is kept (EXISTS); app_init_anew puts
// another in its place.
struct app_new_office {
    const char *name, *family, *fiscal_year, *level; // NULL where not given
    const char *plans; // a file of a plan, or a folder of them; NULL: none
    bool sample;
    struct str *talk; // gets what else there is to say, a line each: every fault of the files; NULL
};
// Whether what is asked for can be made: USAGE, INVALID or NOT_FOUND.
enum status app_check_new_office(const struct app_new_office *office, struct err *err);
enum status app_init(const struct app_options *options, const struct app_new_office *office,
                     struct err *err);
