// SPDX-License-Identifier: GPL-3.0-or-later
// The journal: added to in the transaction of every change, read newest first.
#include "orjon/store/journal.h"

#include "db.h"

#include "orjon/base/clock.h"
#include "orjon/base/file.h"
#include "orjon/base/text.h"

#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *const words[] = {
#define WORD(name, word) word,
    JOURNAL_LIST(WORD)
#undef WORD
};

const char *journal_word(enum journal_what what)
{
    return words[what];
}

static enum journal_what what_from_word(const char *word)
{
    for (size_t i = 0; i < JOURNAL_COUNT; i++)
        if (strcmp(words[i], word) == 0)
            return (enum journal_what)i;
    return JOURNAL_COUNT;
}

// The user's name in the machine's own list, «name:password:number:…». It is read here because
// getpwuid() of glibc crashes where memory runs out while it loads its name services.
static bool find_local_name(unsigned long user, struct str *ret)
{
    autostr list = STR_INIT;
    if (file_read("/etc/passwd", &list, NULL))
        return false;
    for (const char *line = list.buf, *end; *line; line = *end ? end + 1 : end) {
        end = strchrnul(line, '\n');
        const char *name_end = memchr(line, ':', (size_t)(end - line));
        const char *number =
            name_end ? memchr(name_end + 1, ':', (size_t)(end - name_end - 1)) : NULL;
        if (number && number[1] >= '0' && number[1] <= '9' && strtoul(number + 1, NULL, 10) == user)
            return text_clean(line, (size_t)(name_end - line), ret, NULL) == STATUS_OK;
    }
    return false;
}

// Asked for with the first change only: a directory service may take its time.
static void find_out_who(struct store *store)
{
    autostr who = STR_INIT, host = STR_INIT;
    const bool local = find_local_name(getuid(), &who);
    const struct passwd *user = local ? NULL : getpwuid(getuid());
    if (!local && (!user || text_clean(user->pw_name, strlen(user->pw_name), &who, NULL)))
        str_addf(&who, "%lu", (unsigned long)getuid());
    snprintf(store->who, sizeof store->who, "%s", who.buf);
    char name[sizeof store->host] = {0};
    if (gethostname(name, sizeof name - 1) || text_clean(name, strlen(name), &host, NULL))
        str_reset(&host);
    snprintf(store->host, sizeof store->host, "%s", host.buf);
}

static void bind_reading(struct query *query, const struct entry *entry, char *dates)
{
    if (!entry) {
        for (int i = 0; i < 5; i++)
            db_bind_null(query);
        return;
    }
    figure_bind_reading(query, entry, dates);
}

static void bind_state(struct query *query, const struct entry *entry)
{
    if (entry)
        db_bind_integer(query, entry->state);
    else
        db_bind_null(query);
}

static const char *or_empty(const char *text)
{
    return text ? text : "";
}

// One parameter for each of JOURNAL_COLUMNS but the first; a batch begins with its own first row.
#define VALUES                                                                                     \
    "last.seq, coalesce(?1, last.seq), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14,"   \
    " ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28"

static void bind_comparison(struct query *query, const struct journal_new *row)
{
    if (row->comparison.made) {
        db_bind_integer(query, row->comparison.compared);
        db_bind_integer(query, row->comparison.agreed);
    } else {
        db_bind_null(query);
        db_bind_null(query);
    }
}

// What happened, when, by whom, and what was there before and is there now.
static void bind_texts(struct query *query, const struct store *store,
                       const struct journal_new *row, const char *stamp)
{
    const struct entry *before = row->old_entry, *after = row->new_entry;
    db_bind_text(query, words[row->what]);
    db_bind_text(query, stamp);
    db_bind_text(query, store->who);
    db_bind_text(query, store->host);
    db_bind_text(query, store->via);
    db_bind_text(query, or_empty(row->name));
    db_bind_text(query, before ? before->typed : or_empty(row->old_text));
    db_bind_text(query, after ? after->typed : or_empty(row->new_text));
    db_bind_text(query, before ? before->remark : "");
    db_bind_text(query, after ? after->remark : or_empty(row->since));
    db_bind_text(query, or_empty(row->reason));
}

enum status journal_add(struct store *store, const struct journal_new *row, int64_t *ret_seq,
                        struct err *err)
{
    const struct entry *before = row->old_entry, *after = row->new_entry;
    char dates[LIST_BYTES_MAX];
    autostr stamp = STR_INIT;
    autoquery query = {0};
    enum status status =
        db_prepare(store,
                   "INSERT INTO journal(" JOURNAL_COLUMNS ", hash)"
                   " SELECT " VALUES ", journal_hash(last.hash, " VALUES ")"
                   " FROM (SELECT coalesce(max(seq), 0) + 1 AS seq,"
                   " coalesce((SELECT hash FROM journal ORDER BY seq DESC LIMIT 1), x'') AS hash"
                   " FROM journal) last",
                   &query, err);
    if (status)
        return status;
    if (!*store->who)
        find_out_who(store);
    clock_stamp(&stamp);
    db_bind_id(&query, store->batch);
    db_bind_id(&query, row->undoes);
    db_bind_id(&query, row->office);
    db_bind_id(&query, row->plan);
    db_bind_id(&query, row->indicator);
    db_bind_id(&query, row->quarter);
    bind_state(&query, before);
    bind_state(&query, after);
    bind_reading(&query, after, dates);
    bind_texts(&query, store, row, stamp.buf);
    bind_comparison(&query, row);
    db_bind_text(&query, or_empty(row->digest));
    db_bind_id(&query, row->record);
    status = db_run(&query, err);
    if (status)
        return status;
    *ret_seq = sqlite3_last_insert_rowid(store->db);
    if (!store->batch)
        store->batch = *ret_seq;
    return STATUS_OK;
}

static enum status note_rekey(struct store *store, struct journal_new *row, size_t typed,
                              size_t different, struct err *err)
{
    int64_t seq = 0;
    row->comparison.made = true;
    row->comparison.compared = (int64_t)typed;
    row->comparison.agreed = (int64_t)(typed - different);
    return journal_add(store, row, &seq, err);
}

enum status store_note_rekey(struct store *store, int64_t office, int64_t plan, int quarter,
                             size_t typed, size_t different, struct err *err)
{
    struct journal_new row = {
        .what = JOURNAL_REKEY, .office = office, .plan = plan, .quarter = quarter};
    enum status status = store_begin_write(store, err);
    if (status)
        return status;
    status = note_rekey(store, &row, typed, different, err);
    return store_end(store, status, err);
}

static enum entry_state state_of(struct query *query, int column)
{
    int64_t state = db_integer(query, column);
    return state >= 0 && state < ENTRY_STATE_COUNT ? (enum entry_state)state : ENTRY_EMPTY;
}

static void read_row(struct query *query, struct journal_row *ret)
{
    *ret = (struct journal_row){
        .seq = db_integer(query, 0),
        .what = what_from_word(db_text(query, 1)),
        .office = db_integer(query, 2),
        .plan = db_integer(query, 3),
        .indicator = db_integer(query, 4),
        .quarter = db_quarter(query, 5),
        .fiscal_year = db_year(query, 6),
        .old_state = state_of(query, 7),
        .new_state = state_of(query, 8),
        .plan_name = db_text(query, 9),
        .code = db_text(query, 10),
        .name = db_text(query, 11),
        .at = db_text(query, 12),
        .who = db_text(query, 13),
        .host = db_text(query, 14),
        .via = db_text(query, 15),
        .old_text = db_text(query, 16),
        .new_text = db_text(query, 17),
        .old_remark = db_text(query, 18),
        .new_remark = db_text(query, 19),
        .reason = db_text(query, 20),
        .compared = db_integer(query, 21),
        .agreed = db_integer(query, 22),
        .record = db_integer(query, 23),
        .kind = db_text(query, 24),
        .undoes = db_integer(query, 25),
    };
}

bool store_last_change(struct store *store, int64_t *ret)
{
    autoquery query = {0};
    bool row = false;
    return !db_prepare(store, "SELECT at FROM journal ORDER BY seq DESC LIMIT 1", &query, NULL) &&
           !db_step(&query, &row, NULL) && row && clock_read_stamp(db_text(&query, 0), ret);
}

// A literal for each shape of the question, so that the index can be used where it helps.
#define COLUMNS                                                                                    \
    "SELECT j.seq, j.what, j.office, coalesce(j.plan, i.plan), j.indicator, j.quarter,"            \
    " p.fiscal_year, j.old_state, j.new_state, p.name, i.code, j.name, j.at, j.who, j.host,"       \
    " j.via, j.old_text, j.new_text, j.old_remark, j.new_remark, j.reason,"                        \
    " j.compared, j.agreed, j.record, r.kind, j.undoes"                                            \
    " FROM journal j LEFT JOIN indicator i ON i.id = j.indicator"                                  \
    " LEFT JOIN plan p ON p.id = coalesce(j.plan, i.plan)"                                         \
    " LEFT JOIN record r ON r.id = j.record WHERE "
#define NARROWED                                                                                   \
    " AND (?2 IS NULL OR j.office = ?2) AND (?3 IS NULL OR coalesce(j.plan, i.plan) = ?3)"         \
    " AND (?4 IS NULL OR j.quarter = ?4) AND (?5 IS NULL OR j.seq < ?5)"                           \
    " ORDER BY j.seq DESC LIMIT ?6"

enum status store_read_journal(struct store *store, const struct journal_query *narrow,
                               enum status (*each)(void *data, const struct journal_row *row),
                               void *data, struct err *err)
{
    autoquery query = {0};
    enum status status = narrow->indicator
                             ? db_prepare(store, COLUMNS "j.indicator = ?1" NARROWED, &query, err)
                             : db_prepare(store, COLUMNS "?1 IS NULL" NARROWED, &query, err);
    if (status)
        return status;
    db_bind_id(&query, narrow->indicator);
    db_bind_id(&query, narrow->office);
    db_bind_id(&query, narrow->plan);
    db_bind_id(&query, narrow->quarter);
    db_bind_id(&query, narrow->before);
    db_bind_integer(&query, narrow->limit > 0 ? narrow->limit : -1);
    bool row = true;
    while (!status && (status = db_step(&query, &row, err)) == STATUS_OK && row) {
        struct journal_row found;
        read_row(&query, &found);
        status = found.what < JOURNAL_COUNT ? each(data, &found)
                                            : db_damaged(store, _("a strange journal row"), err);
    }
    return status;
}
