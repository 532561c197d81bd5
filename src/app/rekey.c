// SPDX-License-Identifier: GPL-3.0-or-later
// Figures typed again from the signed sheet.
#include "orjon/app/rekey.h"

#include "orjon/base/clock.h"
#include "orjon/base/text.h"
#include "orjon/store/journal.h"
#include "private.h"
#include "rekey_count.h"

#include <stdlib.h>
#include <string.h>

void rekey_init(struct rekey *rekey, const struct book *book, int quarter)
{
    const size_t count = book->plan->count;
    *rekey = (struct rekey){.quarter = quarter, .count = count};
    rekey->typed = mem_alloc((count + 1) * sizeof *rekey->typed);
    rekey->id = mem_alloc((count + 1) * sizeof *rekey->id);
    for (size_t i = 0; i < count; i++)
        rekey->id[i] = book->plan->indicator[i].id;
}

void rekey_done(struct rekey *rekey)
{
    for (size_t i = 0; i < rekey->count; i++)
        free(rekey->typed[i]);
    free(rekey->typed);
    free(rekey->id);
    *rekey = (struct rekey){0};
}

bool rekey_fits(const struct rekey *rekey, const struct book *book)
{
    if (!rekey->typed || rekey->count != book->plan->count)
        return false;
    for (size_t i = 0; i < rekey->count; i++)
        if (rekey->id[i] != book->plan->indicator[i].id)
            return false;
    return true;
}

enum status rekey_type(struct rekey *rekey, const struct book *book, size_t indicator,
                       const char *text, struct err *err)
{
    autostr clean = STR_INIT;
    struct entry entry;
    enum status status = text_read(TEXT_NAME, text, strlen(text), &clean, err);
    if (status == STATUS_OK)
        status = entry_read(&book->plan->indicator[indicator], clean.buf, clean.len, ENTRY_TYPED,
                            &entry, err);
    if (status)
        return status;
    free(rekey->typed[indicator]);
    rekey->typed[indicator] = clean.len ? mem_copy_text(clean.buf, clean.len) : NULL;
    return STATUS_OK;
}

size_t rekey_typed(const struct rekey *rekey)
{
    size_t typed = 0;
    for (size_t i = 0; i < rekey->count; i++)
        typed += rekey->typed[i] != NULL;
    return typed;
}

static bool is_state(const struct entry *side)
{
    return side->state != ENTRY_EMPTY && side->state != ENTRY_VALUE;
}

const char *rekey_text(const struct entry *side)
{
    return is_state(side) && !*side->typed ? "-" : side->typed;
}

bool rekey_is_of_states(const struct rekey_difference *difference)
{
    return difference->match == MATCH_MEANING && is_state(difference->there) &&
           is_state(difference->again);
}

static enum status compare(const struct book *book, const struct rekey *rekey,
                           void (*each)(void *data, const struct rekey_difference *difference),
                           void *data, struct rekey_verdict *ret, struct err *err)
{
    if (!rekey_fits(rekey, book))
        return err_set(err, STATUS_INVALID,
                       _("The plan was replaced meanwhile; type the figures again"));
    for (size_t i = 0; i < rekey->count; i++) {
        const struct indicator *indicator = &book->plan->indicator[i];
        const struct entry *there = &book->years[i].quarter[rekey->quarter - 1];
        const char *typed = rekey->typed[i] ? rekey->typed[i] : "";
        struct entry again;
        enum status status = entry_read(indicator, typed, strlen(typed), ENTRY_TYPED, &again, err);
        if (status)
            return status;
        again.typed = typed;
        enum entry_match match = entry_compare(indicator, there, &again);
        rekey_count(ret, match, *typed);
        if (match != MATCH_SAME)
            each(data, &(struct rekey_difference){book->plan, indicator, rekey->quarter, match,
                                                  there, &again});
    }
    return STATUS_OK;
}

enum status app_rekey(struct book *book, const struct rekey *rekey,
                      void (*each)(void *data, const struct rekey_difference *difference),
                      void *data, struct rekey_verdict *ret, struct err *ret_unnoted,
                      struct err *err)
{
    struct store *store = book->app->store;
    *ret = (struct rekey_verdict){0};
    const bool noting = store_begin_write(store, ret_unnoted) == STATUS_OK;
    enum status status = book_reload(book, err);
    if (status == STATUS_OK)
        status = compare(book, rekey, each, data, ret, err);
    if (!noting)
        return status;
    if (status == STATUS_OK &&
        store_note_rekey(store, STORE_OWN_OFFICE, book->plan->id, rekey->quarter, ret->typed,
                         ret->different, ret_unnoted) == STATUS_OK)
        store_commit(store, ret_unnoted);
    else
        store_rollback(store);
    return status;
}

// Newest first: the first one is wanted, and FAILED stops there.
static enum status take_note(void *data, const struct journal_row *row)
{
    struct rekey_note *note = data;
    if (row->what != JOURNAL_REKEY)
        return STATUS_OK;
    text_copy(note->who, sizeof note->who, row->who);
    note->typed = (int)row->compared;
    note->different = (int)(row->compared - row->agreed);
    clock_read_day(row->at, &note->day);
    return STATUS_FAILED;
}

bool app_last_rekey(struct book *book, int quarter, struct rekey_note *ret)
{
    const struct journal_query query = {
        .office = STORE_OWN_OFFICE, .plan = book->plan->id, .quarter = quarter};
    *ret = (struct rekey_note){0};
    return store_read_journal(book->app->store, &query, take_note, ret, NULL) == STATUS_FAILED;
}
