// SPDX-License-Identifier: GPL-3.0-or-later
// The schema of a file, row by row, against what the migrations of db/ make.
//
// A file comes from a pen drive or by mail. A trigger or view in it would run inside our own
// statements, and a table with other checks would take what we refuse. What ought to be there is
// not written down a second time: the same migrations are run in memory, by the same SQLite. That
// was done already when the program was built, and a file like what came of it is known at once.
#include "schemarows.h"

#include "orjon/base/mem.h"
#include "orjon/base/text.h"

#include <string.h>

struct thing { // a row of sqlite_schema
    const char *type, *name, *table;
    const char *sql;   // NULL for an index that SQLite made for itself
    bool paged;        // it has pages of its own
    bool may_be_there; // without having been made by us
};

struct things {
    struct arena texts;
    struct thing *thing;
    size_t count;
};

// SQLite's statistics: somebody had them gathered. They hold no figure and change no answer.
static const struct thing statistics[] = {
    {"table", "sqlite_stat1", "sqlite_stat1", "CREATE TABLE sqlite_stat1(tbl,idx,stat)", true,
     true},
    {"table", "sqlite_stat4", "sqlite_stat4",
     "CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)", true, true},
};

static void add(struct things *things, const struct thing *thing)
{
    things->thing = mem_resize(things->thing, things->count + 1, sizeof *thing);
    things->thing[things->count++] = *thing;
}

static const char *keep(struct things *things, const char *text)
{
    return text ? arena_text(&things->texts, text, strlen(text)) : NULL;
}

static enum status collect(struct store *memory, struct things *ret, struct err *err)
{
    autoquery query = {0};
    bool row = true;
    enum status status = schema_rows(memory, &query, err);
    while (!status && (status = db_step(&query, &row, err)) == STATUS_OK && row)
        add(ret,
            &(struct thing){keep(ret, schema_text(&query, 0)), keep(ret, schema_text(&query, 1)),
                            keep(ret, schema_text(&query, 2)), keep(ret, schema_text(&query, 3)),
                            db_integer(&query, 4) > 0, false});
    return status;
}

enum status schema_make(const struct migration *step, int version, struct store **ret,
                        struct err *err)
{
    struct store *memory = NULL;
    enum status status = store_open_in_memory(&memory, err);
    if (!status)
        db_ready_for_steps(memory, true);
    for (int i = 0; !status && i < version; i++)
        status = db_script(memory, step[i].sql, err);
    if (status)
        store_close(&memory);
    else
        *ret = memory;
    return status;
}

static enum status make(const struct migration *step, int version, struct things *ret,
                        struct err *err)
{
    struct store *memory = NULL;
    enum status status = schema_make(step, version, &memory, err);
    if (!status)
        status = collect(memory, ret, err);
    store_close(&memory);
    for (size_t i = 0; !status && i < sizeof statistics / sizeof *statistics; i++)
        add(ret, &statistics[i]);
    return status;
}

// Made once: a table that never changes, of the versions that this process has met.
static enum status expect(const struct migration *step, int version, const struct things **ret,
                          struct err *err)
{
    enum { MET_MAX = 8 };
    static struct {
        const struct migration *step;
        int version;
        struct things things;
    } met[MET_MAX];
    static size_t next;
    for (size_t i = 0; i < MET_MAX; i++)
        if (met[i].step == step && met[i].version == version) {
            *ret = &met[i].things;
            return STATUS_OK;
        }
    struct things *things = &met[next].things;
    arena_done(&things->texts);
    things->count = 0;
    met[next].step = NULL;
    enum status status = make(step, version, things, err);
    if (status)
        return status;
    met[next].step = step;
    met[next].version = version;
    next = (next + 1) % MET_MAX;
    *ret = things;
    return STATUS_OK;
}

static bool is_text(struct query *query, int column, const char *text)
{
    const char *found = schema_text(query, column);
    return found && strcmp(found, text) == 0;
}

static bool is_thing(struct query *query, const struct thing *thing)
{
    const char *sql = schema_text(query, 3);
    return is_text(query, 0, thing->type) && is_text(query, 1, thing->name) &&
           is_text(query, 2, thing->table) && !sql == !thing->sql &&
           (!sql || sql_is_same(sql, thing->sql));
}

static enum status stranger(struct query *query, struct err *err)
{
    enum { NAME_MAX_BYTES = 64 };
    char name[NAME_MAX_BYTES];
    text_copy(name, sizeof name, db_text(query, 1));
    return err_set(err, STATUS_NOT_OFFICE,
                   _("%s holds something that orjon did not make (%s) and was not opened"),
                   query->store->path, name);
}

// Where each thing begins, in the order of `expected`; 0 for one that is not there.
static enum status find_all(struct store *store, const struct things *expected, bool *found,
                            int64_t *root, struct err *err)
{
    autoquery query = {0};
    bool row = true;
    enum status status = schema_rows(store, &query, err);
    while (!status && (status = db_step(&query, &row, err)) == STATUS_OK && row) {
        size_t i = 0;
        while (i < expected->count && (found[i] || !is_thing(&query, &expected->thing[i])))
            i++;
        if (i == expected->count)
            return stranger(&query, err);
        found[i] = true;
        root[i] = db_integer(&query, 4);
    }
    return status;
}

static bool lies_right(const struct things *expected, size_t at, const int64_t *root, int64_t pages)
{
    return expected->thing[at].paged ? schema_is_own_page(root, at, pages) : root[at] == 0;
}

static enum status compare(struct store *store, int version, struct err *err)
{
    const struct things *expected = NULL;
    int64_t pages = 0;
    enum status status = expect(store->known->step, version, &expected, err);
    if (!status)
        status = schema_count_pages(store, &pages, err);
    if (status)
        return status;
    autofree bool *found = mem_alloc(expected->count * sizeof *found);
    autofree int64_t *root = mem_alloc(expected->count * sizeof *root);
    status = find_all(store, expected, found, root, err);
    for (size_t i = 0; !status && i < expected->count; i++)
        if (found[i] ? !lies_right(expected, i, root, pages) : !expected->thing[i].may_be_there)
            status = db_damaged(store, _("parts are missing"), err);
    return status;
}

// To run the steps costs more than all the rest of opening a file. The digest tells that a file has
// to the letter what they made when the program was built; anything else is looked at closely.
static enum status is_known(struct store *store, int version, bool *ret, struct err *err)
{
    const struct schema *known = store->known;
    autostr digest = STR_INIT;
    *ret = false;
    if (version != known->version || !known->digest)
        return STATUS_OK;
    enum status status = schema_digest(store, &digest, err);
    *ret = digest.len > 0 && strcmp(digest.buf, known->digest) == 0;
    return status;
}

enum status schema_check(struct store *store, int version, struct err *err)
{
    bool known = false;
    enum status status = is_known(store, version, &known, err);
    return status || known ? status : compare(store, version, err);
}
