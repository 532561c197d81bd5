// SPDX-License-Identifier: GPL-3.0-or-later
// The journal compared with those of copies. Each row's hash covers all before it, so that two
// journals that agree in one row agree up to there.
#include "orjon/store/witness.h"

#include "acts.h"
#include "copynames.h"

#include "orjon/store/copies.h"
#include "orjon/store/drive.h"
#include "orjon/store/replace.h"
#include "orjon/store/seals.h"
#include "witness.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static enum status agree(struct store *a, struct store *b, int64_t seq, bool *ret, struct err *err)
{
    autostr one = STR_INIT, other = STR_INIT;
    enum status status = store_journal_hash(a, seq, &one, err);
    if (!status)
        status = store_journal_hash(b, seq, &other, err);
    *ret = one.len > 0 && strcmp(one.buf, other.buf) == 0;
    return status;
}

enum status witness_common(struct store *a, struct store *b, int64_t *ret, struct err *err)
{
    int64_t rows_a = 0, rows_b = 0;
    autostr hash_a = STR_INIT, hash_b = STR_INIT;
    bool same = false;
    enum status status = store_journal_head(a, &rows_a, &hash_a, err);
    if (!status)
        status = store_journal_head(b, &rows_b, &hash_b, err);
    int64_t agreed = 0, until = (rows_a < rows_b ? rows_a : rows_b) + 1;
    // First the last row that both have: nearly always it is the one.
    for (int64_t at = until - 1; !status && until - agreed > 1;
         at = agreed + (until - agreed) / 2) {
        status = agree(a, b, at, &same, err);
        if (same)
            agreed = at;
        else
            until = at;
    }
    *ret = agreed;
    return status;
}

// Whether a row behind the common ones says that a file with all the rows of the copy was replaced.
static enum status is_explained(struct store *store, const struct store_witness *witness,
                                bool *ret_read, bool *ret, struct err *err)
{
    autoquery query = {0};
    bool row = true;
    enum status status =
        db_prepare(store,
                   "SELECT old_text, new_text FROM journal WHERE what IN ('seal', 'reopen',"
                   " 'restore', 'gone') AND what = 'restore' AND seq > ? ORDER BY seq",
                   &query, err);
    if (status)
        return status;
    db_bind_integer(&query, witness->common);
    while ((status = db_step(&query, &row, err)) == STATUS_OK && row) {
        const char *head = db_text(&query, 0);
        int64_t rows = 0, common = 0;
        if (strcmp(head, STORE_UNREAD) == 0)
            *ret = true;
        else if (strcmp(head, STORE_MISSING) == 0 ||
                 (sscanf(db_text(&query, 1), "%" SCNd64 " %" SCNd64, &rows, &common) == 2 &&
                  rows >= witness->rows && common <= witness->common))
            *ret = *ret_read = true;
    }
    return status;
}

// What the copy knows to be finalised with a number that the file would give again.
static enum status find_forgotten(struct store *store, const struct acts *copy,
                                  struct store_witness *ret, struct arena *arena, struct err *err)
{
    autoacts own = {0};
    enum status status = acts_read(store, STORE_OWN_OFFICE, &own, err);
    struct store_gone *forgotten = arena_alloc(arena, (copy->count + 1) * sizeof *forgotten);
    for (size_t i = 0; i < copy->count && !status; i++) {
        const struct act *act = &copy->act[i];
        if (acts_next(&own, act->plan, act->quarter) < act->next)
            forgotten[ret->forgottens++] =
                (struct store_gone){act->plan, act->quarter, act->next, act->hash};
    }
    ret->forgotten = forgotten;
    return status;
}

static enum status judge(struct store *store, struct store *copy, struct acts *acts,
                         struct store_witness *ret, struct arena *arena, struct err *err)
{
    autostr head = STR_INIT;
    bool explained = false, read = false;
    if (store_journal_head(copy, &ret->rows, &head, NULL) ||
        witness_common(store, copy, &ret->common, NULL) ||
        acts_read(copy, STORE_OWN_OFFICE, acts, NULL))
        return STATUS_OK;
    if (ret->common == ret->rows) {
        ret->testimony = STORE_CONFIRMS;
        return STATUS_OK;
    }
    enum status status = is_explained(store, ret, &read, &explained, err);
    if (!status)
        status = find_forgotten(store, acts, ret, arena, err);
    if (status)
        return status;
    // Where the file that was replaced could be read, everything in it is accounted for.
    ret->testimony = explained && !(read && ret->forgottens) ? STORE_REPLACED : STORE_DENIES;
    // Whoever accuses is looked at himself.
    if (ret->testimony == STORE_DENIES && store_verify_path(ret->path, NULL)) {
        ret->testimony = STORE_SILENT;
        ret->forgottens = 0;
    }
    return STATUS_OK;
}

enum status witness_hear(struct store *store, const char *path,
                         enum status (*each)(void *data, const struct store_witness *witness),
                         void *data, struct err *err)
{
    struct store_witness witness = {.path = path, .testimony = STORE_SILENT};
    struct store *copy = NULL;
    autoacts acts = {0};
    struct arena arena = {0};
    enum status status = STATUS_OK;
    if (store_open(path, STORE_LOOK, &copy, NULL) == STATUS_OK)
        status = judge(store, copy, &acts, &witness, &arena, err);
    store_close(&copy);
    if (!status)
        status = each(data, &witness);
    arena_done(&arena);
    return status;
}

struct hearing {
    struct store *store;
    enum status (*each)(void *data, const struct store_witness *witness);
    void *data;
};

static enum status hear_folder(const struct hearing *hearing, const char *folder, const char *stem,
                               struct err *err)
{
    __attribute__((cleanup(copynames_done))) struct copynames names = {0};
    enum status status = STATUS_OK;
    copynames_list(folder, stem, &names);
    for (size_t i = 0; i < names.count && !status; i++) {
        autostr path = STR_INIT;
        str_addf(&path, "%s/%s", folder, names.copy[i].name);
        status = witness_hear(hearing->store, path.buf, hearing->each, hearing->data, err);
    }
    return status;
}

enum status store_each_witness(struct store *store, const char *drive,
                               enum status (*each)(void *data, const struct store_witness *witness),
                               void *data, struct err *err)
{
    const struct hearing hearing = {store, each, data};
    autostr folder = STR_INIT, stem = STR_INIT, on_drive = STR_INIT;
    copies_place(store->path, &folder, &stem);
    enum status status = hear_folder(&hearing, folder.buf, stem.buf, err);
    if (status || !drive || !*drive || store_find_drive(store, drive) != STORE_DRIVE_THERE)
        return status;
    status = drive_stem(store, &on_drive, err);
    return status ? status : hear_folder(&hearing, drive, on_drive.buf, err);
}
