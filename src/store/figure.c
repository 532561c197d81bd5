// SPDX-License-Identifier: GPL-3.0-or-later
// One figure's row: read, written with its journal row, read anew from what was typed.
#include "db.h"

#include "orjon/base/mem.h"
#include "orjon/base/refusal.h"
#include "orjon/domain/period.h"
#include "orjon/domain/score.h"

#include <string.h>

// The schema says what the numbers mean.
_Static_assert(ENTRY_EMPTY == 0 && ENTRY_VALUE == 1 && ENTRY_NONE == 2 && ENTRY_NOT_DUE == 3 &&
                   ENTRY_NO_CASE == 4 && ENTRY_NOT_APPLICABLE == 5,
               "states are numbers in the file");

enum status figure_read(struct query *query, int column, struct arena *arena, struct entry *ret,
                        struct err *err)
{
    int64_t state = db_integer(query, column);
    int decimals[2] = {0};
    *ret = (struct entry){
        .value = db_number(query, column + 1, &decimals[0]),
        .count = db_number(query, column + 2, &decimals[1]),
        .denominator = db_number(query, column + 3, NULL),
        .notes = (unsigned)db_integer(query, column + 5),
        .typed = arena ? db_keep_text(query, column + 6, arena) : db_text(query, column + 6),
        .remark = arena ? db_keep_text(query, column + 7, arena) : db_text(query, column + 7),
    };
    if (state < 0 || state >= ENTRY_STATE_COUNT ||
        !list_read_dates(db_text(query, column + 4), ret->date, DATES_MAX, &ret->dates) ||
        !entry_is_sound(ret))
        return db_damaged(query->store, _("a figure cannot be read"), err);
    ret->state = (enum entry_state)state;
    ret->decimals = decimals[!ret->value.set];
    return STATUS_OK;
}

enum status figure_changed(const char *code, int quarter, const struct entry *present,
                           struct err *err)
{
    const bool has_word = !*present->typed && present->state > ENTRY_VALUE;
    autostr figure = STR_INIT;
    str_addf(&figure, _("%s in %s"), code, SAY_QUARTER(quarter));
    return refuse_changed(figure.buf, has_word ? entry_state_name(present->state) : present->typed,
                          err);
}

static bool same_maybe(struct maybe a, struct maybe b)
{
    return a.set == b.set && (!a.set || a.value == b.value);
}

bool entry_same_reading(const struct entry *a, const struct entry *b)
{
    return a->state == b->state && same_maybe(a->value, b->value) &&
           same_maybe(a->count, b->count) && same_maybe(a->denominator, b->denominator) &&
           a->notes == b->notes && a->dates == b->dates &&
           memcmp(a->date, b->date, a->dates * sizeof *a->date) == 0;
}

static enum status delete_row(struct store *store, const struct figure_key *key, struct err *err)
{
    autoquery query = {0};
    enum status status =
        db_prepare(store, "DELETE FROM figure WHERE office = ? AND indicator = ? AND quarter = ?",
                   &query, err);
    if (status)
        return status;
    db_bind_integer(&query, key->office);
    db_bind_integer(&query, key->indicator);
    db_bind_integer(&query, key->quarter);
    return db_run(&query, err);
}

void figure_bind_reading(struct query *query, const struct entry *entry, char *dates)
{
    list_write_dates(dates, entry->date, entry->dates);
    db_bind_number(query, entry->value, entry->decimals);
    db_bind_number(query, entry->count, entry->value.set ? 0 : entry->decimals);
    db_bind_number(query, entry->denominator, 0);
    db_bind_text_or_null(query, dates);
    db_bind_integer(query, entry->notes);
}

static enum status put_row(struct store *store, const struct figure_key *key,
                           const struct entry *entry, int64_t seq, struct err *err)
{
    char dates[LIST_BYTES_MAX];
    autoquery query = {0};
    enum status status = db_prepare(
        store,
        "INSERT INTO figure(office, indicator, quarter, state, more, value, count, denominator,"
        " dates, notes, seq, typed, remark) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (office, indicator, quarter) DO UPDATE SET state = excluded.state,"
        " more = excluded.more, value = excluded.value, count = excluded.count, denominator = "
        "excluded.denominator,"
        " dates = excluded.dates, notes = excluded.notes, seq = excluded.seq,"
        " typed = excluded.typed, remark = excluded.remark",
        &query, err);
    if (status)
        return status;
    db_bind_integer(&query, key->office);
    db_bind_integer(&query, key->indicator);
    db_bind_integer(&query, key->quarter);
    db_bind_integer(&query, entry->state);
    db_bind_integer(&query, entry->count.set || entry->denominator.set || entry->dates > 0);
    figure_bind_reading(&query, entry, dates);
    db_bind_integer(&query, seq);
    db_bind_text(&query, entry->typed);
    db_bind_text(&query, entry->remark);
    return db_run(&query, err);
}

enum status figure_write(struct store *store, const struct figure_key *key, enum journal_what what,
                         const struct entry *old_entry, const struct entry *new_entry,
                         const char *reason, struct err *err)
{
    const struct journal_new row = {.what = what,
                                    .office = key->office,
                                    .indicator = key->indicator,
                                    .quarter = key->quarter,
                                    .undoes = key->undoes,
                                    .old_entry = old_entry,
                                    .new_entry = new_entry,
                                    .reason = reason};
    int64_t seq = 0;
    enum status status = year_must_be_open(store, 0, key->indicator, err);
    if (!status)
        status = journal_add(store, &row, &seq, err);
    if (status)
        return status;
    if (new_entry->state == ENTRY_EMPTY && !*new_entry->remark)
        return delete_row(store, key, err);
    return put_row(store, key, new_entry, seq, err);
}

static enum status reread_one(struct store *store, const struct indicator *indicator,
                              const struct figure_key *key, const struct entry *old_entry,
                              const char *reason, struct entry *ret, struct err *err)
{
    *ret = *old_entry;
    // Other states were set beside the text, which does not say what they are.
    if (!*old_entry->typed || (old_entry->state != ENTRY_VALUE && old_entry->state != ENTRY_NONE))
        return STATUS_OK;
    struct entry entry;
    bool printed = old_entry->notes & (NOTE_CLAMPED | NOTE_COMPONENTS);
    enum status status = entry_read(indicator, old_entry->typed, strlen(old_entry->typed),
                                    printed ? ENTRY_PRINTED : ENTRY_TYPED, &entry, err);
    if (status) {
        err_prefix(err, _("%s, %s, “%s”: "), indicator->code, SAY_QUARTER(key->quarter),
                   old_entry->typed);
        return status;
    }
    entry.typed = old_entry->typed;
    entry.remark = old_entry->remark;
    *ret = entry;
    if (entry_same_reading(&entry, old_entry))
        return STATUS_OK;
    return figure_write(store, key, JOURNAL_REREAD, old_entry, &entry, reason, err);
}

// Collected first: a table is not changed while a cursor walks over it.
struct found {
    struct figure_key key;
    struct entry entry;
};

static enum status collect(struct store *store, int64_t indicator, struct arena *texts,
                           struct found **ret, size_t *ret_count, struct err *err)
{
    autoquery query = {0};
    enum status status = db_prepare(
        store,
        "SELECT f.office, f.quarter, f.state, f.value, f.count, f.denominator, f.dates, f.notes,"
        " f.typed, f.remark FROM office o CROSS JOIN figure f"
        " ON f.office = o.id AND f.indicator = ?",
        &query, err);
    if (status)
        return status;
    db_bind_integer(&query, indicator);
    bool row = true;
    while (!status && (status = db_step(&query, &row, err)) == STATUS_OK && row) {
        *ret = mem_resize(*ret, *ret_count + 1, sizeof **ret);
        struct found *found = &(*ret)[(*ret_count)++];
        found->key = (struct figure_key){.office = db_integer(&query, 0),
                                         .indicator = indicator,
                                         .quarter = db_quarter(&query, 1)};
        status = found->key.quarter ? figure_read(&query, 2, texts, &found->entry, err)
                                    : db_damaged(store, _("a figure cannot be read"), err);
    }
    return status;
}

// Each office's year can still be marked; the figures come office by office.
static enum status must_fit(const struct indicator *indicator, const struct found *found,
                            size_t count, struct err *err)
{
    struct year year = {0};
    enum status status = STATUS_OK;
    for (size_t i = 0; !status && i < count; i++) {
        year.quarter[found[i].key.quarter - 1] = found[i].entry;
        if (i + 1 < count && found[i + 1].key.office == found[i].key.office)
            continue;
        status = score_fits(indicator, &year, err);
        year = (struct year){0};
    }
    return status;
}

enum status figures_reread(struct store *store, const struct indicator *indicator,
                           const char *reason, struct err *err)
{
    struct arena texts = {0};
    autofree struct found *found = NULL;
    size_t count = 0;
    enum status status = collect(store, indicator->id, &texts, &found, &count, err);
    for (size_t i = 0; !status && i < count; i++) {
        const struct entry old_entry = found[i].entry;
        status =
            reread_one(store, indicator, &found[i].key, &old_entry, reason, &found[i].entry, err);
    }
    if (!status)
        status = must_fit(indicator, found, count, err);
    arena_done(&texts);
    return status;
}
