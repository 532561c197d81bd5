// SPDX-License-Identifier: GPL-3.0-or-later
// Offices below this one: read, added, changed, closed.
#include "offices.h"

#include "orjon/store/receipts.h"
#include "orjon/store/records.h"

#include <stdio.h>
#include <string.h>

void app_offices_done(struct app_offices *offices)
{
    tree_done(&offices->tree);
    records_done(&offices->units);
    records_done(&offices->spans);
    records_done(&offices->signers);
}

enum status app_load_offices(struct app *app, int32_t date, struct app_offices *ret,
                             struct err *err)
{
    enum status status = store_load_records(app->store, RECORD_UNIT, 0, 0, &ret->units, err);
    if (!status)
        status = store_load_records(app->store, RECORD_SPAN, 0, 0, &ret->spans, err);
    if (!status)
        status = store_load_records(app->store, RECORD_SIGNER, 0, 0, &ret->signers, err);
    if (!status)
        tree_init(&ret->tree, &ret->units, &ret->spans, date);
    return status;
}

void offices_known_done(struct app *app)
{
    if (app->known_offices)
        app_offices_done(app->known_offices);
    free(app->known_offices);
    app->known_offices = NULL;
}

enum status offices_known(struct app *app, const struct app_offices **ret, struct err *err)
{
    const int32_t today = app_today(app);
    int64_t stamp = 0;
    enum status status = store_records_stamp(app->store, &stamp, err);
    *ret = app->known_offices;
    if (status || (*ret && app->known_stamp == stamp && app->known_day == today))
        return status;
    offices_known_done(app);
    app->known_offices = mem_alloc(sizeof *app->known_offices);
    status = app_load_offices(app, today, app->known_offices, err);
    app->known_stamp = stamp;
    app->known_day = today;
    *ret = app->known_offices;
    if (status)
        offices_known_done(app);
    return status;
}

enum status app_has_below(struct app *app, bool *ret, struct err *err)
{
    const struct app_offices *offices = NULL;
    const enum status status = offices_known(app, &offices, err);
    *ret = !status && offices->units.count;
    return status;
}

// --- what cannot be ------------------------------------------------------------------------------

static enum status check_keys(const struct app_offices *offices, struct err *err)
{
    const struct records *keys = &offices->signers;
    for (size_t i = 0; i < keys->count; i++)
        for (size_t k = 0; k < i; k++) {
            const struct record *a = &keys->record[k], *b = &keys->record[i];
            if (a->parent == b->parent ||
                strcmp(a->text[SIGNER_PUBLIC], b->text[SIGNER_PUBLIC]) != 0)
                continue;
            const struct record *one = records_find(&offices->units, a->parent);
            const struct record *two = records_find(&offices->units, b->parent);
            return err_set(err, STATUS_INVALID, _("Two offices cannot have one key: %s and %s"),
                           one ? one->text[UNIT_CODE] : "", two ? two->text[UNIT_CODE] : "");
        }
    return STATUS_OK;
}

enum status offices_check(struct app *app, enum record_kind kind, struct err *err)
{
    autooffices offices = {0};
    if (kind != RECORD_UNIT && kind != RECORD_SPAN && kind != RECORD_SIGNER)
        return STATUS_OK;
    enum status status = app_load_offices(app, 0, &offices, err);
    if (!status && kind == RECORD_SIGNER)
        return check_keys(&offices, err);
    return status ? status
                  : tree_check(&offices.units, &offices.spans, app->office.field[OFFICE_CODE], err);
}

enum status app_check_offices(struct app *app, struct findings *ret, struct err *err)
{
    autorecords units = {0};
    enum status status = store_load_records(app->store, RECORD_UNIT, 0, 0, &units, err);
    for (size_t i = 0; i < units.count && !status; i++)
        tree_check_name(&units.record[i], ret);
    return status;
}

static enum status stop(void *data, const struct store_receipt *receipt)
{
    *(int *)data = receipt->fiscal_year;
    return STATUS_OK;
}

enum status offices_may_remove(struct app *app, enum record_kind kind, int64_t id, struct err *err)
{
    int found = 0;
    enum status status = STATUS_OK;
    if (kind != RECORD_UNIT)
        return STATUS_OK;
    for (int year = PERIOD_FIRST; period_is_year(year) && !status && !found; year++)
        status = store_each_receipt(app->store, id, year, NULL, 0, stop, &found, err);
    if (status || !found)
        return status;
    return err_set(err, STATUS_INVALID, "%s",
                   _("The office has sent returns, which would be nobody's; close it instead"));
}

// --- changing ------------------------------------------------------------------------------------

static enum status find(struct app *app, const char *office, int64_t *ret, struct err *err)
{
    autooffices offices = {0};
    size_t at = 0;
    enum status status = app_load_offices(app, app_today(app), &offices, err);
    if (!status)
        status = tree_find(&offices.tree, office, &at, err);
    if (!status)
        *ret = offices.tree.office[at].unit->id;
    return status;
}

struct words {
    struct app_word *word;
    struct arena texts;
};

static void words_done(struct words *words)
{
    arena_done(&words->texts);
}
#define autowords __attribute__((cleanup(words_done))) struct words

// The words with offices as numbers; `own` is what «-» becomes: nothing in the office's own record,
// in a span itself.
static enum status number_offices(struct app *app, const struct app_word *words, size_t count,
                                  int64_t own, struct words *ret, struct err *err)
{
    enum status status = STATUS_OK;
    ret->word = arena_alloc(&ret->texts, (count + 1) * sizeof *ret->word);
    for (size_t i = 0; i < count && !status; i++) {
        const bool names =
            strcmp(words[i].field, "under") == 0 || strcmp(words[i].field, "successor") == 0;
        int64_t id = own;
        char number[24] = "";
        ret->word[i] = words[i];
        if (!names || !*words[i].text)
            continue;
        if (strcmp(words[i].text, "-") != 0)
            status = find(app, words[i].text, &id, err);
        if (!status && own && id == own && strcmp(words[i].text, "-") != 0)
            status = err_set(err, STATUS_INVALID,
                             _("“%s” cannot stand under “%s”: then it would stand under itself"),
                             words[i].text, words[i].text);
        if (id)
            snprintf(number, sizeof number, "%lld", (long long)id);
        ret->word[i].text = arena_text(&ret->texts, number, strlen(number));
    }
    return status;
}

enum status app_add_office(struct app *app, const struct app_word *words, size_t count,
                           int64_t *ret_id, struct err *err)
{
    autowords numbered = {0};
    enum status status = number_offices(app, words, count, 0, &numbered, err);
    return status ? status : app_new_record(app, RECORD_UNIT, 0, numbered.word, count, ret_id, err);
}

enum status app_set_unit(struct app *app, const char *office, const struct app_word *words,
                         size_t count, struct err *err)
{
    autowords numbered = {0};
    int64_t id = 0;
    enum status status = find(app, office, &id, err);
    if (!status)
        status = number_offices(app, words, count, 0, &numbered, err);
    return status ? status : app_set_record(app, RECORD_UNIT, id, numbered.word, count, err);
}

enum status app_change_office(struct app *app, const char *office, const struct app_word *words,
                              size_t count, struct err *err)
{
    autowords numbered = {0};
    int64_t id = 0, span = 0;
    enum status status = find(app, office, &id, err);
    if (!status)
        status = number_offices(app, words, count, id, &numbered, err);
    return status ? status : app_new_record(app, RECORD_SPAN, id, numbered.word, count, &span, err);
}

enum status app_close_office(struct app *app, const char *office, const char *day,
                             const char *successor, struct err *err)
{
    const struct app_word words[] = {{"until", day}, {"successor", successor ? successor : ""}};
    return app_set_unit(app, office, words, successor ? 2 : 1, err);
}
