// SPDX-License-Identifier: GPL-3.0-or-later
// An office file in a folder of its own, for the tests of the store.
#pragma once

#include "../test.h"

#include "orjon/base/file.h"
#include "orjon/domain/template.h"
#include "orjon/store/builtin.h"
#include "orjon/store/entries.h"
#include "orjon/store/plans.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

struct place {
    char folder[64], path[96];
};

#define assert_done(call, err)                                                                     \
    do {                                                                                           \
        if (call)                                                                                  \
            fail_msg("%s: %s", #call, err_text(err));                                              \
    } while (0)

static inline int place_setup(void **state)
{
    struct place *place = calloc(1, sizeof *place);
    if (!place)
        return -1;
    strcpy(place->folder, "/tmp/orjon-store-XXXXXX");
    if (!mkdtemp(place->folder))
        return -1;
    snprintf(place->path, sizeof place->path, "%s/office.db", place->folder);
    *state = place;
    return 0;
}

static inline int place_teardown(void **state)
{
    struct place *place = *state;
    char command[160];
    snprintf(command, sizeof command, "rm -rf '%s'", place->folder);
    int rc = system(command);
    free(place);
    return rc;
}

static inline struct store *open_as(const char *path, enum store_mode mode)
{
    struct store *store = NULL;
    struct err err = {0};
    assert_done(store_open(path, mode, &store, &err), &err);
    if (mode == STORE_CREATE)
        assert_done(store_commit(store, &err), &err);
    return store;
}

// To the byte, and nothing lies beside it from which SQLite would put something back.
static inline bool is_copy_of(const char *path, const char *original)
{
    autostr bytes = STR_INIT, wanted = STR_INIT, journal = STR_INIT;
    struct err err = {0};
    str_addf(&journal, "%s-journal", path);
    assert_done(file_read(path, &bytes, &err), &err);
    assert_done(file_read(original, &wanted, &err), &err);
    return !file_exists(journal.buf) && bytes.len == wanted.len &&
           memcmp(bytes.buf, wanted.buf, bytes.len) == 0;
}

// Installs the built-in template of that name and hands back the plan as it is then loaded.
static inline struct plan *install(struct store *store, const char *name)
{
    size_t count = 0;
    const struct store_template *templates = store_builtin_templates(&count);
    struct plan *plan = NULL, *loaded = NULL;
    struct err err = {0};
    int64_t id = 0;
    autostr faults = STR_INIT;
    for (size_t i = 0; i < count; i++)
        if (strcmp(templates[i].name, name) == 0)
            assert_done(
                template_read(name, templates[i].text, templates[i].size, &plan, &faults, &err),
                &err);
    assert_non_null(plan);
    assert_done(store_install_plan(store, plan, &id, &err), &err);
    plan_free(&plan);
    assert_done(store_load_plan(store, id, &loaded, &err), &err);
    return loaded;
}

static inline struct entry number_entry(__int128 value, const char *typed)
{
    return (struct entry){
        .state = ENTRY_VALUE, .value = {.set = true, .value = value}, .typed = typed, .remark = ""};
}

static inline enum status put(struct store *store, int64_t indicator, int quarter,
                              const struct entry *seen, const struct entry *entry, struct err *err)
{
    const struct store_change change = {.office = STORE_OWN_OFFICE,
                                        .indicator = indicator,
                                        .quarter = quarter,
                                        .seen = seen,
                                        .entry = entry};
    return store_put_entry(store, &change, "", err);
}

// Stands for the hash of a return.
#define SEAL_HASH "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
#define SEAL_PAPER ((struct str){.buf = (char[]){"paper"}, .len = 5})

// An office file with the plan of e-governance, closed again; the id of its first indicator.
static inline int64_t make_office(const char *path)
{
    struct store *store = open_as(path, STORE_CREATE);
    struct plan *plan = install(store, "2024-25/coop-upazila/egov.tsv");
    int64_t indicator = plan->indicator[0].id;
    plan_free(&plan);
    store_close(&store);
    return indicator;
}
