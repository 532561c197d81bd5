// SPDX-License-Identifier: GPL-3.0-or-later
// The phrase bank: what it offers, in which order. phrases_count.c counts what the office says.
#include "orjon/app/phrases.h"

#include "orjon/app/records.h"
#include "orjon/base/text.h"
#include "orjon/base/tsv.h"

#include "phrases_count.h"
#include "phrases_text.h"
#include "private.h"

#include <stdlib.h>
#include <string.h>

static const char any[] = "any";

void phrases_done(struct phrases *phrases)
{
    free(phrases->phrase);
    arena_done(&phrases->arena);
    *phrases = (struct phrases){0};
}

const char *phrase_sort_of(enum record_kind kind, int field)
{
    return kind == RECORD_ITEM && field == ITEM_DISCUSSION     ? "discussion"
           : kind == RECORD_DECISION && field == DECISION_TEXT ? "decision"
           : kind == RECORD_PROGRESS && field == PROGRESS_TEXT ? "progress"
                                                               : any;
}

// --- the list

struct phrase *phrases_add(struct phrases *phrases, const char *text, const char *sort)
{
    if (phrases->count == phrases->cap) {
        phrases->cap = phrases->cap ? phrases->cap * 2 : 64;
        phrases->phrase = mem_resize(phrases->phrase, phrases->cap, sizeof *phrases->phrase);
    }
    struct phrase *phrase = &phrases->phrase[phrases->count++];
    *phrase = (struct phrase){.text = arena_text(&phrases->arena, text, strlen(text)),
                              .sort = arena_text(&phrases->arena, sort, strlen(sort))};
    return phrase;
}

static void add_shipped(struct phrases *ret)
{
    enum { SORT, TEXT };
    autotsv tsv;
    tsv_open(&tsv, (const char *)phrases_text, phrases_text_size);
    tsv_next(&tsv); // the heading
    while (tsv_next(&tsv)) {
        autostr sort = STR_INIT, text = STR_INIT;
        str_add_n(&sort, tsv.cell[SORT].s, tsv.cell[SORT].n);
        str_add_n(&text, tsv.cell[TEXT].s, tsv.cell[TEXT].n);
        phrases_add(ret, text.buf, sort.buf)->origin = PHRASE_SHIPPED;
    }
}

static struct phrase *find_text(struct phrases *phrases, const char *text)
{
    for (size_t i = 0; i < phrases->count; i++)
        if (strcmp(phrases->phrase[i].text, text) == 0)
            return &phrases->phrase[i];
    return NULL;
}

// A record of a phrase that is there already says another sort, or that it is hidden.
static enum status add_own(struct app *app, struct phrases *ret, struct err *err)
{
    autorecords records = {0};
    enum status status = app_load_records(app, RECORD_PHRASE, 0, &records, err);
    for (size_t i = 0; !status && i < records.count; i++) {
        const struct record *record = &records.record[i];
        const char *text = record->text[PHRASE_TEXT], *sort = record->text[PHRASE_SORT];
        struct phrase *phrase = *text ? find_text(ret, text) : NULL;
        if (!*text)
            continue;
        if (!phrase) {
            phrase = phrases_add(ret, text, *sort ? sort : any);
            phrase->origin = PHRASE_OWN;
        } else if (*sort) {
            phrase->sort = arena_text(&ret->arena, sort, strlen(sort));
        }
        phrase->id = record->id;
        phrase->hidden = strcmp(record->text[PHRASE_HIDDEN], "yes") == 0;
    }
    return status;
}

// --- the order

bool phrase_is_for(const struct phrase *phrase, const char *sort)
{
    return !sort || strcmp(sort, any) == 0 || strcmp(phrase->sort, sort) == 0 ||
           strcmp(phrase->sort, any) == 0;
}

static int by_use(const void *a, const void *b, void *data)
{
    const struct phrase *x = a, *y = b;
    const char *sort = data;
    const bool first = phrase_is_for(x, sort), second = phrase_is_for(y, sort);
    if (first != second)
        return first ? -1 : 1;
    if (x->used != y->used)
        return x->used > y->used ? -1 : 1;
    if (x->origin != y->origin)
        return x->origin < y->origin ? -1 : 1;
    return strcmp(x->text, y->text);
}

enum status app_load_phrases(struct app *app, const char *sort, struct phrases *ret,
                             struct err *err)
{
    add_shipped(ret);
    enum status status = add_own(app, ret, err);
    if (!status)
        status = phrases_count(app->store, ret, err);
    if (!status)
        qsort_r(ret->phrase, ret->count, sizeof *ret->phrase, by_use, (void *)(uintptr_t)sort);
    return status;
}

// --- changing

enum status phrase_check_sort(const char *sort, struct err *err)
{
    autostr kept = STR_INIT;
    const struct record_field *field = &record_shape(RECORD_PHRASE)->field[PHRASE_SORT];
    return sort ? record_read(field, sort, strlen(sort), NULL, &kept, err) : STATUS_OK;
}

// The same phrase, as it would be kept, once more would be offered twice.
enum status app_add_phrase(struct app *app, const char *text, const char *sort, int64_t *ret_id,
                           struct err *err)
{
    const struct app_word words[] = {{"text", text}, {"sort", sort}};
    autophrases phrases = {0};
    autostr clean = STR_INIT;
    enum status status = text_read(TEXT_REMARK, text, strlen(text), &clean, err);
    if (!status && !clean.len)
        status = err_set(err, STATUS_INVALID, _("The phrase is empty"));
    if (!status)
        status = app_load_phrases(app, NULL, &phrases, err);
    const struct phrase *same = status ? NULL : find_text(&phrases, clean.buf);
    if (same && same->origin != PHRASE_LEARNED)
        return err_set(err, STATUS_EXISTS, _("The phrase is there already: %s"), clean.buf);
    return status ? status : app_new_record(app, RECORD_PHRASE, 0, words, 2, ret_id, err);
}

static const struct phrase *find_named(struct phrases *phrases, const char *named,
                                       size_t *ret_found)
{
    autostr wanted = STR_INIT;
    const struct phrase *found = NULL;
    *ret_found = 0;
    text_fold(named, strlen(named), &wanted);
    for (size_t i = 0; i < phrases->count; i++) {
        const struct phrase *phrase = &phrases->phrase[i];
        autostr folded = STR_INIT, id = STR_INIT;
        text_fold(phrase->text, strlen(phrase->text), &folded);
        str_addf(&id, "%lld", (long long)phrase->id);
        if (strcmp(folded.buf, wanted.buf) == 0 ||
            (phrase->id && strcmp(id.buf, wanted.buf) == 0)) {
            *ret_found = 1;
            return phrase;
        }
        if (strstr(folded.buf, wanted.buf)) {
            found = phrase;
            ++*ret_found;
        }
    }
    return found;
}

static enum status put_hidden(struct app *app, const struct phrase *phrase, const char *hidden,
                              struct err *err)
{
    const struct app_word words[] = {
        {"text", phrase->text}, {"sort", phrase->sort}, {"hidden", hidden}};
    if (phrase->id)
        return app_set_record(app, RECORD_PHRASE, phrase->id, words + 2, 1, err);
    return app_new_record(app, RECORD_PHRASE, 0, words, 3, NULL, err);
}

enum status app_hide_phrase(struct app *app, const char *named, bool hidden, struct str *ret_text,
                            struct err *err)
{
    autophrases phrases = {0};
    size_t found = 0;
    enum status status = app_load_phrases(app, NULL, &phrases, err);
    if (status)
        return status;
    const struct phrase *phrase = find_named(&phrases, named, &found);
    if (found != 1)
        return err_set(err, found ? STATUS_INVALID : STATUS_NOT_FOUND,
                       found ? _("More than one phrase holds “%s”") : _("No phrase holds “%s”"),
                       named);
    str_add(ret_text, phrase->text);
    return phrase->hidden == hidden ? STATUS_OK
                                    : put_hidden(app, phrase, hidden ? "yes" : "no", err);
}
