// SPDX-License-Identifier: GPL-3.0-or-later
// A table of records, as `orjon import` takes it in, on the sample office: the first byte says of
// which kind. What is refused is refused by its line and column, and of a table with a fault, or
// one that is only tried, nothing is saved.
#include "fuzz.h"

#include "folder.h"

#include "orjon/app/records.h"

enum { DAY = 19700 };
static struct app *app;

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc, (void)argv;
    const struct app_options options = {.file = "office.db", .via = "test", .as_of = {true, DAY}};
    const struct app_new_office office = {.sample = true};
    fuzz_folder();
    require(app_init(&options, &office, NULL) == STATUS_OK);
    require(app_open(&options, &app, NULL) == STATUS_OK);
    return 0;
}

static void write_all(enum record_kind kind, struct str *ret)
{
    autorecords records = {0};
    require(app_load_records(app, kind, 0, &records, NULL) == STATUS_OK);
    app_write_records(kind, &records, ret);
}

// Each line is «t.tsv:LINE:COLUMN: sentence», in the order of their places.
static void check_faults(const struct str *faults)
{
    long line = 1, column = 0;
    for (const char *s = faults->buf; *s; s = strchr(s, '\n') + 1) {
        char *end = NULL;
        require(strncmp(s, "t.tsv:", 6) == 0);
        const long l = strtol(s + 6, &end, 10);
        require(*end == ':');
        const long c = strtol(end + 1, &end, 10);
        require(strncmp(end, ": ", 2) == 0 && end[2] && end[2] != '\n');
        require(l > line || (l == line && c >= column));
        require(c > 0);
        line = l;
        column = c;
        require(strchr(s, '\n'));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    if (!n)
        return 0;
    const enum record_kind kind = (enum record_kind)(data[0] % RECORD_KINDS);
    const struct app_import import = {
        .kind = kind, .name = "t.tsv", .text = (const char *)data + 1, .n = n - 1, .dry_run = true};
    struct err err = {0};
    autostr faults = STR_INIT, before = STR_INIT, after = STR_INIT;
    size_t count = 0;
    write_all(kind, &before);
    const enum status status = app_import_records(app, &import, &count, &faults, &err);
    require(!status == !faults.len);
    require(!status || *err.text);
    check_faults(&faults);
    write_all(kind, &after);
    require(strcmp(before.buf, after.buf) == 0);
    return 0;
}
