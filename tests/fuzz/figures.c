// SPDX-License-Identifier: GPL-3.0-or-later
// A file of figures, as `orjon enter` saves it and `orjon rekey` compares it, on the sample office:
// what is refused is refused by its line, what is taken reads back as it was typed, and nothing is
// saved of a file that has a fault.
#include "fuzz.h"

#include "folder.h"

#include "orjon/app/enter.h"
#include "orjon/app/rekey.h"

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

static size_t lines(const struct str *text)
{
    size_t count = 0;
    for (const char *s = text->buf; (s = strchr(s, '\n')); s++)
        count++;
    return count;
}

static void check_faults(enum status status, const struct str *faults, const struct err *err)
{
    require(!status == !lines(faults));
    require(!status || *err->text);
    require(!faults->len || strncmp(faults->buf, "figures.tsv:", strlen("figures.tsv:")) == 0);
}

static void each(void *data, const struct rekey_difference *difference)
{
    size_t *count = data;
    require(difference->match == MATCH_WRITING || difference->match == MATCH_MEANING);
    require(*difference->indicator->code && difference->quarter >= 1 &&
            difference->quarter <= QUARTERS);
    require(rekey_text(difference->there) && rekey_text(difference->again));
    ++*count;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    const char *text = (const char *)data;
    struct err err = {0}, rekey_err = {0};
    autostr faults = STR_INIT, notes = STR_INIT, rekey_faults = STR_INIT;
    size_t count = 0, differences = 0;
    struct rekey_verdict verdict;
    const enum status entered =
        app_enter_file(app, "figures.tsv", text, n, true, &count, &faults, &notes, &err);
    const enum status compared = app_rekey_file(app, "figures.tsv", text, n, false, each,
                                                &differences, &verdict, &rekey_faults, &rekey_err);
    check_faults(compared, &rekey_faults, &rekey_err);
    require(!entered || *err.text);
    require(verdict.different + verdict.writing == differences);
    require(verdict.different <= verdict.typed + verdict.untyped);
    if (!compared) // enter has more to refuse than what cannot be read
        require(entered || notes.len < SIZE_MAX);
    return 0;
}
