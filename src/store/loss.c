// SPDX-License-Identifier: GPL-3.0-or-later
// What goes with a file that is replaced: seals, figures, its journal's end.
#include "loss.h"

#include "acts.h"
#include "copynames.h"
#include "witness.h"

#include "orjon/base/text.h"
#include "orjon/store/office.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

void store_loss_done(struct store_loss *loss)
{
    free(loss->gone);
    arena_done(&loss->texts);
    *loss = (struct store_loss){0};
}

static const char *keep(struct store_loss *loss, const char *text)
{
    return *text ? arena_text(&loss->texts, text, strlen(text)) : "";
}

// The highest number counts, whichever file knows of it.
static void add_gone(struct store_loss *loss, const struct act *act)
{
    for (size_t i = 0; i < loss->gones; i++) {
        struct store_gone *gone = &loss->gone[i];
        if (gone->quarter != act->quarter || strcmp(gone->plan, act->plan) != 0)
            continue;
        if (gone->next < act->next)
            *gone =
                (struct store_gone){gone->plan, gone->quarter, act->next, keep(loss, act->hash)};
        return;
    }
    loss->gone = mem_resize(loss->gone, loss->gones + 1, sizeof *loss->gone);
    loss->gone[loss->gones++] = (struct store_gone){.plan = keep(loss, act->plan),
                                                    .quarter = act->quarter,
                                                    .next = act->next,
                                                    .hash = keep(loss, act->hash)};
}

// A seal that comes too has not gone; one that was opened since then has left its number.
static enum status weigh_seals(struct store *present, struct store *coming, struct store_loss *ret,
                               struct err *err)
{
    autoacts there = {0}, then = {0};
    enum status status = acts_read(present, STORE_OWN_OFFICE, &there, err);
    if (!status && coming)
        status = acts_read(coming, STORE_OWN_OFFICE, &then, err);
    for (size_t i = 0; i < there.count && !status; i++) {
        const struct act *act = &there.act[i];
        const struct act *comes = acts_find(&then, act->plan, act->quarter);
        const bool stays =
            !act->locked || (comes && comes->locked && strcmp(comes->hash, act->hash) == 0);
        if (!stays || act->next > acts_next(&then, act->plan, act->quarter))
            add_gone(ret, act);
    }
    return status;
}

// The figures of a file, in an order that does not depend on its ids.
static enum status read_figures(struct store *store, struct query *query, struct err *err)
{
    return db_prepare(store,
                      "SELECT p.fiscal_year, p.name, i.code, f.quarter, f.typed, f.state, f.remark"
                      " FROM figure f JOIN indicator i ON i.id = f.indicator"
                      " JOIN plan p ON p.id = i.plan WHERE f.office = 1 ORDER BY 1, 2, 3, 4",
                      query, err);
}

static int compare_keys(struct query *a, struct query *b)
{
    const int64_t years = db_integer(a, 0) - db_integer(b, 0);
    int order = years < 0 ? -1 : years > 0;
    for (int i = 1; i <= 2 && !order; i++)
        order = strcmp(db_text(a, i), db_text(b, i));
    const int64_t quarters = db_integer(a, 3) - db_integer(b, 3);
    return order ? order : quarters < 0 ? -1 : quarters > 0;
}

static bool is_same_figure(struct query *a, struct query *b)
{
    return strcmp(db_text(a, 4), db_text(b, 4)) == 0 && db_integer(a, 5) == db_integer(b, 5) &&
           strcmp(db_text(a, 6), db_text(b, 6)) == 0;
}

static void lose(struct store_loss *loss, struct query *query)
{
    if (loss->figures < STORE_LOST_NAMED)
        loss->lost[loss->figures] = (struct store_lost){.fiscal_year = (int)db_integer(query, 0),
                                                        .plan = keep(loss, db_text(query, 1)),
                                                        .code = keep(loss, db_text(query, 2)),
                                                        .quarter = (int)db_integer(query, 3),
                                                        .typed = keep(loss, db_text(query, 4))};
    loss->figures++;
}

static enum status weigh_figures(struct store *present, struct store *coming,
                                 struct store_loss *ret, struct err *err)
{
    autoquery there = {0}, then = {0};
    bool row = true, other = false;
    enum status status = read_figures(present, &there, err);
    if (!status && coming)
        status = read_figures(coming, &then, err);
    if (!status && coming)
        status = db_step(&then, &other, err);
    while (!status && (status = db_step(&there, &row, err)) == STATUS_OK && row) {
        while (!status && other && compare_keys(&then, &there) < 0)
            status = db_step(&then, &other, err);
        if (!status &&
            !(other && compare_keys(&then, &there) == 0 && is_same_figure(&then, &there)))
            lose(ret, &there);
    }
    return status;
}

// The copy of a file that was replaced earlier is explained by the row that tells of the last one:
// that row has the rows of the longest of them, and those that the one which parted first has in
// common with what comes. (Two journals that have n rows in common with a third have n in common.)
// Of one that could not be read neither is known.
static enum status count_rows(struct store *present, struct store_loss *ret, struct err *err)
{
    autoquery query = {0};
    bool row = true;
    int64_t rows = 0, common = 0;
    enum status status =
        db_prepare(present,
                   "SELECT compared, agreed FROM journal WHERE what IN ('seal', 'reopen',"
                   " 'restore', 'gone') AND what = 'restore' AND old_text <> ''",
                   &query, err);
    ret->longest = ret->rows;
    ret->least = ret->common;
    while (!status && (status = db_step(&query, &row, err)) == STATUS_OK && row) {
        const bool known = !db_is_null(&query, 0);
        rows = known ? db_integer(&query, 0) : INT64_MAX;
        common = known ? db_integer(&query, 1) : 0;
        ret->longest = rows > ret->longest ? rows : ret->longest;
        ret->least = common < ret->least ? common : ret->least;
    }
    return status;
}

static const char secret_key[] = "passphrase";

static enum status weigh_secret(struct store *present, struct store_loss *ret, struct err *err)
{
    autostr value = STR_INIT;
    enum status status = store_get_setting(present, secret_key, &value, err);
    if (!status && value.len && !ret->secret)
        ret->secret = keep(ret, value.buf);
    return status;
}

static enum status weigh_journal(struct store *present, struct store *coming,
                                 struct store_loss *ret, struct err *err)
{
    autoquery query = {0};
    autostr head = STR_INIT, last = STR_INIT;
    bool row = false;
    enum status status = store_journal_head(present, &ret->rows, &head, err);
    if (!status && coming)
        status = witness_common(present, coming, &ret->common, err);
    if (!status)
        status = db_prepare(present, "SELECT at, who, host, via FROM journal WHERE seq = ?", &query,
                            err);
    if (status)
        return status;
    db_bind_integer(&query, ret->rows);
    status = db_step(&query, &row, err);
    if (!status && row)
        str_addf(&last, "%s %s@%s", db_text(&query, 0), db_text(&query, 1), db_text(&query, 2));
    if (!status && row)
        str_addf(&last, " (%s)", db_text(&query, 3));
    ret->last = keep(ret, last.buf);
    snprintf(ret->head, sizeof ret->head, "%s", head.buf);
    return status;
}

enum status loss_weigh(struct store *present, struct store *coming, struct store_loss *ret,
                       struct err *err)
{
    enum status status = store_begin_read(present, err); // one state of it
    if (status)
        return status;
    ret->state = STORE_STATE_READ;
    status = weigh_journal(present, coming, ret, err);
    if (!status)
        status = count_rows(present, ret, err);
    if (!status)
        status = weigh_secret(present, ret, err);
    if (!status)
        status = weigh_seals(present, coming, ret, err);
    if (!status)
        status = weigh_figures(present, coming, ret, err);
    store_rollback(present); // nothing was written
    return status;
}

// An empty file is what a creation that was cut short leaves.
static bool has_bytes(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && st.st_size > 0;
}

static enum status take_testimony(void *data, const struct store_witness *witness)
{
    *(enum store_testimony *)data = witness->testimony;
    return STATUS_OK;
}

// *ret_more: the copy has rows that what comes neither has nor accounts for.
static void ask_copy(const char *path, struct store *coming, struct store_loss *loss,
                     bool *ret_more)
{
    enum store_testimony testimony = STORE_DENIES;
    struct store *copy = NULL;
    if (coming)
        witness_hear(coming, path, take_testimony, &testimony, NULL);
    if (testimony == STORE_CONFIRMS || testimony == STORE_SILENT)
        return;
    *ret_more |= testimony == STORE_DENIES;
    if (store_open(path, STORE_LOOK, &copy, NULL) == STATUS_OK) {
        weigh_seals(copy, coming, loss, NULL);
        weigh_secret(copy, loss, NULL);
    }
    store_close(&copy);
}

static bool ask_copies(const char *path, struct store *coming, struct store_loss *ret)
{
    __attribute__((cleanup(copynames_done))) struct copynames names = {0};
    autostr folder = STR_INIT, stem = STR_INIT;
    bool more = false;
    copies_place(path, &folder, &stem);
    copynames_list(folder.buf, stem.buf, &names);
    for (size_t i = 0; i < names.count; i++) {
        autostr name = STR_INIT;
        str_addf(&name, "%s/%s", folder.buf, names.copy[i].name);
        ask_copy(name.buf, coming, ret, &more);
    }
    return more;
}

void loss_ask_copies(const char *path, struct store *coming, struct store_loss *ret)
{
    const bool more = ask_copies(path, coming, ret);
    ret->state = has_bytes(path) ? STORE_STATE_UNREAD
                 : more          ? STORE_STATE_MISSING
                                 : STORE_STATE_NONE;
}

static enum status note_gone(struct store *coming, const struct store_gone *gone, struct err *err)
{
    char next[16];
    int64_t seq = 0;
    snprintf(next, sizeof next, "%d", gone->next);
    return journal_add(coming,
                       &(struct journal_new){.what = JOURNAL_GONE,
                                             .office = STORE_OWN_OFFICE,
                                             .quarter = gone->quarter,
                                             .name = gone->plan,
                                             .old_text = gone->hash,
                                             .new_text = next},
                       &seq, err);
}

// Names of files come as they are; a text that is kept is plain.
static void clean_name(const char *name, struct str *ret)
{
    autostr shown = STR_INIT;
    text_show(&shown, name);
    text_clean(shown.buf, shown.len, ret, NULL);
}

enum status loss_note(struct store *coming, const struct store_loss *loss, const char *source,
                      const char *kept, struct err *err)
{
    autostr source_name = STR_INIT, kept_name = STR_INIT;
    clean_name(source, &source_name);
    clean_name(kept, &kept_name);
    static const char *const words[] = {
        [STORE_STATE_UNREAD] = STORE_UNREAD, [STORE_STATE_MISSING] = STORE_MISSING};
    const bool read = loss->state == STORE_STATE_READ;
    int64_t seq = 0;
    enum status status =
        journal_add(coming,
                    &(struct journal_new){.what = JOURNAL_RESTORE,
                                          .office = STORE_OWN_OFFICE,
                                          .name = source_name.buf,
                                          .old_text = read ? loss->head : words[loss->state],
                                          .new_text = read ? loss->last : "",
                                          .comparison = {read, loss->longest, loss->least},
                                          .reason = kept_name.buf},
                    &seq, err);
    for (size_t i = 0; i < loss->gones && !status; i++)
        status = note_gone(coming, &loss->gone[i], err);
    if (!status && loss->secret) // or an older copy would take it away
        status = setting_write(coming, JOURNAL_SECRET, 0, secret_key, loss->secret, err);
    return status;
}

enum status store_note_missing(struct store *store, struct err *err)
{
    struct store_loss loss = {.state = STORE_STATE_MISSING};
    const bool more = ask_copies(store->path, store, &loss);
    loss.secret = NULL; // of a file that whoever took it away need not have had in mind
    enum status status = more ? loss_note(store, &loss, "", "", err) : STATUS_OK;
    store_loss_done(&loss);
    return status;
}

// What an older copy holds is known only when it is brought up to date.
static enum status open_coming(const char *source, struct store **ret, struct err *err)
{
    int version = 0;
    enum status status = store_open(source, STORE_LOOK, ret, err);
    if (!status)
        status = db_version(*ret, &version, err);
    if (!status && version < store_version())
        store_close(ret);
    return status;
}

enum status store_weigh(struct store *present, const char *path, const char *source,
                        struct store_loss *ret, struct err *err)
{
    struct store *coming = NULL;
    enum status status = source ? open_coming(source, &coming, err) : STATUS_OK;
    enum status read = STATUS_DAMAGED;
    if (!status && present)
        read = loss_weigh(present, coming, ret, err);
    if (!status && read == STATUS_DAMAGED)
        loss_ask_copies(path, coming, ret);
    store_close(&coming);
    return read == STATUS_DAMAGED ? status : read;
}
