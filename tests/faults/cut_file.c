// SPDX-License-Identifier: GPL-3.0-or-later
// A copy takes the place of a file, sound or damaged, or a file is brought up to date, and the
// power goes meanwhile: it is the one or the other, and the same can be done once more.
#include "wreck.h"

#include "orjon/app/verify.h"
#include "orjon/base/file.h"
#include "orjon/store/copies.h"

#include "../../src/store/db.h" // migrations are no part of the contract

#include <string.h>

enum { DAY = 19700 };
enum { STEPS_RESTORE = 290, STEPS_RESCUE = 130, STEPS_MIGRATE = 130 }; // about as many as there are

// What is in the place of the file.
struct found {
    char head[65]; // the last hash of its journal
    bool restored; // it is the copy
    bool gone;     // which tells of the quarter that was finalised
};

static enum status find(void *data, const struct journal_row *row)
{
    struct found *found = data;
    found->restored |= row->what == JOURNAL_RESTORE;
    found->gone |= row->what == JOURNAL_GONE;
    return STATUS_OK;
}

static enum status look(const char *path, struct found *ret, struct err *err)
{
    const struct app_options options = {.file = path, .via = "test", .as_of = {true, DAY}};
    struct app *app = NULL;
    struct app_verdict verdict;
    enum status status = app_open(&options, &app, err);
    *ret = (struct found){0};
    if (!status)
        status = app_verify(app, &verdict, err);
    if (!status)
        status = app_log(app, 0, NULL, NULL, 0, find, ret, err);
    if (!status)
        memcpy(ret->head, verdict.head, sizeof verdict.head);
    app_close(&app);
    return status;
}

// The file that is there, a quarter of it finalised, and the copy that is put back, which lacks
// that and a figure.
static void make_two(struct wreck *wreck)
{
    const char *drive = wreck->drive;
    struct err err = {0};
    struct found found;
    wreck->drive = NULL;
    wreck_new_office(wreck);
    wreck_do(wreck, "mkdir -p '%s/base' && cp '%s' '%s/base/copy.db'", wreck->folder, wreck->file,
             wreck->folder);
    cut_enter(wreck);
    while (wreck->storm.count == 0 && !*wreck->storm.trouble.buf)
        cut_enter(wreck);
    wreck_do(wreck, "'%s' --as-of 2023-10-05 --db '%s' finalise charter --quarter 1 >/dev/null",
             wreck->storm.program, wreck->file);
    if (look(wreck->file, &found, &err))
        wreck_say(wreck, "no office", &err);
    memcpy(wreck->head, found.head, sizeof wreck->head);
    wreck_do(wreck, "cp '%s' '%s/base/present.db'", wreck->file, wreck->folder);
    wreck->drive = drive;
}

static void begin_again(struct wreck *wreck)
{
    if (!wreck->before && !wreck->after)
        make_two(wreck);
    wreck_do(wreck, "rm -rf '%s' && mkdir '%s' && cp '%s/base/present.db' '%s'", wreck->office,
             wreck->office, wreck->folder, wreck->file);
}

static int put_back(struct wreck *wreck)
{
    autostr copy = STR_INIT;
    str_addf(&copy, "%s/base/copy.db", wreck->folder);
    const char *const argv[] = {
        wreck->storm.program, "--db", wreck->file, "restore", copy.buf, NULL};
    return wreck_run(wreck, argv);
}

static bool has_bytes(const char *path, const struct str *bytes)
{
    autostr found = STR_INIT;
    return file_read(path, &found, NULL) == STATUS_OK && found.len == bytes->len &&
           memcmp(found.buf, bytes->buf, found.len) == 0;
}

static void expect_kept(struct wreck *wreck, const struct str *bytes)
{
    autostr path = STR_INIT;
    bool kept = false;
    for (int i = 1; i < 4 && !kept; i++) {
        str_reset(&path);
        str_addf(&path, "%s.%d", wreck->file, i);
        kept = has_bytes(path.buf, bytes);
    }
    if (!kept)
        storm_fail(&wreck->storm, "LOST: what was there is not kept");
}

static void expect_one_or_the_other(struct wreck *wreck, bool damaged, bool done,
                                    const struct str *bytes)
{
    struct err err = {0};
    struct found found;
    wreck_copy(wreck);
    const enum status status = look(wreck->seen, &found, &err);
    if (status && !(damaged && store_is_lost(status)))
        wreck_say(wreck, "neither the one nor the other", &err);
    if (done && !found.restored)
        storm_fail(&wreck->storm, "LOST: called put back, and is not there");
    if (!status && !found.restored && strcmp(found.head, wreck->head) != 0)
        storm_fail(&wreck->storm, "LOST: it is not what was there");
    if (found.restored && !damaged && !found.gone)
        storm_fail(&wreck->storm, "LOST: the finalised quarter is as if it had not been");
    wreck->before += !found.restored;
    wreck->after += found.restored;
    if (found.restored || (damaged && !file_exists(wreck->file)))
        expect_kept(wreck, bytes);
    else if (damaged && !has_bytes(wreck->file, bytes))
        storm_fail(&wreck->storm, "LOST: the damaged file is another");
}

static void replace(struct wreck *wreck, bool damaged)
{
    autostr bytes = STR_INIT;
    struct err err = {0};
    struct found found;
    begin_again(wreck);
    if (damaged)
        wreck_do(wreck, "head -c 4096 /dev/zero | dd of='%s' conv=notrunc status=none",
                 wreck->file);
    file_read(wreck->file, &bytes, NULL);
    wreck_arm(wreck, damaged ? STEPS_RESCUE : STEPS_RESTORE);
    const int code = put_back(wreck);
    wreck_disarm();
    if (code > 0)
        storm_fail(&wreck->storm, "the copy is refused");
    expect_one_or_the_other(wreck, damaged, code == 0, &bytes);
    if (put_back(wreck) != 0)
        storm_fail(&wreck->storm, "it cannot be put back afterwards");
    else if (look(wreck->file, &found, &err) || !found.restored)
        wreck_say(wreck, "it is not put back afterwards", &err);
    expect_kept(wreck, &bytes);
}

void cut_restore(struct wreck *wreck)
{
    replace(wreck, false);
}

void cut_rescue(struct wreck *wreck)
{
    replace(wreck, true);
}

// --- brought up to date -------------------------------------------------------------------------

static struct migration steps[] = {
    {NULL}, // that of db/
    {.sql = "ALTER TABLE plan ADD COLUMN note TEXT NOT NULL DEFAULT '';\n"
            "CREATE TABLE office_new (\n"
            "    id INTEGER PRIMARY KEY CHECK (id > 0),\n"
            "    parent INTEGER REFERENCES office(id)\n"
            ") STRICT;\n"
            "INSERT INTO office_new SELECT * FROM office;\n"
            "DROP TABLE office;\n"
            "ALTER TABLE office_new RENAME TO office;\n"
            "DROP INDEX journal_of_undo;"},
};
static const struct schema old = {steps, 1, NULL}, new = {steps, 2, NULL};

static enum status verify_as(const char *path, const struct schema *schema, struct err *err)
{
    struct store *store = NULL;
    enum status status = store_open_as(path, STORE_WRITE, schema, &store, err);
    if (!status)
        status = schema_check(store, schema->version, err);
    if (!status)
        status = store_verify_file(store, err);
    if (!status)
        status = store_verify_chain(store, NULL, err);
    if (!status)
        status = store_verify_figures(store, NULL, err);
    store_close(&store);
    return status;
}

bool migrate_alone(const char *path)
{
    struct err err = {0};
    steps[0] = schema_known()->step[0];
    return verify_as(path, &new, &err) == STATUS_OK;
}

void cut_migrate(struct wreck *wreck)
{
    struct err err = {0};
    begin_again(wreck);
    steps[0] = schema_known()->step[0];
    const char *const argv[] = {"/proc/self/exe", wreck->file, NULL};
    wreck_arm(wreck, STEPS_MIGRATE);
    const int code = wreck_run(wreck, argv);
    wreck_disarm();
    if (code > 0)
        storm_fail(&wreck->storm, "it is not brought up to date");
    wreck_copy(wreck);
    enum status status = verify_as(wreck->seen, &old, &err);
    const bool is_new = status == STATUS_NEWER;
    if (is_new) {
        err = (struct err){0};
        status = verify_as(wreck->seen, &new, &err);
    }
    if (status)
        wreck_say(wreck, "neither the one nor the other", &err);
    if (code == 0 && !is_new)
        storm_fail(&wreck->storm, "LOST: called up to date, and is not");
    wreck->before += !is_new;
    wreck->after += is_new;
    err = (struct err){0};
    if (verify_as(wreck->file, &new, &err))
        wreck_say(wreck, "it cannot be brought up to date afterwards", &err);
}
