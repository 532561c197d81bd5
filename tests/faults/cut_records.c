// SPDX-License-Identifier: GPL-3.0-or-later
// A table of records is taken in, and the power goes meanwhile: all of it is there, or nothing.
#include "wreck.h"

#include "orjon/app/records.h"
#include "orjon/app/verify.h"
#include "orjon/base/file.h"

#include <string.h>

enum { DAY = 19700, STEPS_IMPORT = 220, PEOPLE = 4 };

// How many people have that note; -1 when they cannot be read.
static long count_people(const char *path, const char *note, struct err *err)
{
    const struct app_options options = {.file = path, .via = "test", .as_of = {true, DAY}};
    struct app *app = NULL;
    struct app_verdict verdict;
    autorecords people = {0};
    long count = 0;
    enum status status = app_open(&options, &app, err);
    if (!status)
        status = app_verify(app, &verdict, err);
    if (!status)
        status = app_load_records(app, RECORD_PERSON, 0, &people, err);
    for (size_t i = 0; i < people.count; i++)
        count += strcmp(people.record[i].text[PERSON_NOTE], note) == 0;
    app_close(&app);
    return status ? -1 : count;
}

void cut_import(struct wreck *wreck)
{
    struct storm *storm = &wreck->storm;
    struct err err = {0};
    autostr table = STR_INIT, path = STR_INIT, note = STR_INIT;
    str_addf(&note, "life %u", storm->typed++);
    str_add(&table, "name\tnote\n");
    for (int i = 0; i < PEOPLE; i++)
        str_addf(&table, "ব্যক্তি %d\t%s\n", i, note.buf);
    str_addf(&path, "%s/people.tsv", wreck->folder);
    file_write(path.buf, table.buf, table.len, true, NULL);
    const char *const argv[] = {storm->program, "--db",   wreck->file, "import",
                                "people",       path.buf, NULL};
    storm->count = 0;
    wreck_arm(wreck, STEPS_IMPORT);
    const int code = wreck_run(wreck, argv);
    wreck_disarm();
    if (code > 0)
        storm_fail(storm, "the table is refused");
    wreck_look_after(wreck);
    const long there = count_people(wreck->seen, note.buf, &err);
    if (there < 0)
        wreck_say(wreck, "the records", &err);
    else if (there != 0 && there != PEOPLE)
        storm_fail(storm, "LOST: half of a table");
    else if (code == 0 && there == 0)
        storm_fail(storm, "LOST: called taken in, and is not there");
    storm->total += there == PEOPLE;
}
