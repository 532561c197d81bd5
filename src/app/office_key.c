// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of other offices: taken when two people have compared 20 digits, dated, ended but never
// taken away.
#include "offices.h"
#include "receive.h"

#include "orjon/base/text.h"
#include "orjon/domain/date.h"
#include "orjon/exchange/bundle.h"

#include <string.h>

static int32_t ends(const struct record *signer)
{
    int32_t day = INT32_MAX;
    record_date(signer, SIGNER_TO, &day);
    return day;
}

bool app_has_key(const struct app_offices *offices, int64_t office, const char *key, int32_t day,
                 int32_t *ret_ended)
{
    bool has = false;
    *ret_ended = INT32_MAX;
    for (size_t i = 0; i < offices->signers.count; i++) {
        const struct record *signer = &offices->signers.record[i];
        if (signer->parent != office || strcmp(signer->text[SIGNER_PUBLIC], key) != 0)
            continue;
        has = has || day == INT32_MIN || day <= ends(signer);
        if (ends(signer) < day)
            *ret_ended = ends(signer);
    }
    return has;
}

bool app_signs(const struct app_offices *offices, int64_t office, int32_t day)
{
    for (size_t i = 0; i < offices->signers.count; i++)
        if (offices->signers.record[i].parent == office && day <= ends(&offices->signers.record[i]))
            return true;
    return false;
}

// What the file says of itself: which office, which key.
static enum status read_bytes(const char *path, const struct str *bytes, struct arena *texts,
                              const char **ret_code, const char **ret_key, struct err *err)
{
    struct bundle bundle = {0};
    struct review review = {0};
    enum status status = STATUS_OK;
    if (bundle_kind_of(bytes->buf, bytes->len) == BUNDLE_REVIEW) {
        status = review_read(bytes->buf, bytes->len, &review, texts, err);
        *ret_code = review.from.code;
        *ret_key = review.key;
    } else {
        status = bundle_read(bytes->buf, bytes->len, &bundle, texts, err);
        *ret_code = bundle.office.code;
        *ret_key = bundle.key;
    }
    if (status)
        err_prefix(err, "%s: ", path);
    return status;
}

static void fold_code(const char *code, struct str *ret)
{
    text_fold(code, strlen(code), ret);
}

static enum status must_be_of(const struct tree_office *office, const char *code, const char *path,
                              struct err *err)
{
    autostr wanted = STR_INIT, said = STR_INIT;
    fold_code(office->code, &wanted);
    fold_code(code, &said);
    return strcmp(wanted.buf, said.buf) == 0
               ? STATUS_OK
               : err_set(err, STATUS_MISFIT, _("%s is of the office with the code %s, not of %s"),
                         path, code, office->code);
}

static enum status compare_digits(const char *key, const char *typed, struct err *err)
{
    autostr wanted = STR_INIT, latin = STR_INIT, digits = STR_INIT, bare = STR_INIT;
    enum status status = signature_fingerprint(key, DIGITS_LATIN, &wanted, err);
    if (status)
        return status;
    text_digits(&latin, typed, strlen(typed), DIGITS_LATIN);
    for (const char *s = latin.buf; *s; s++)
        if (*s >= '0' && *s <= '9')
            str_add_char(&digits, *s);
    for (const char *s = wanted.buf; *s; s++)
        if (*s != ' ')
            str_add_char(&bare, *s);
    if (strcmp(bare.buf, digits.buf) == 0)
        return STATUS_OK;
    return err_set(err, STATUS_MISFIT, "%s",
                   _("The digits are not those of the key in this file, so it was not taken; hear "
                     "them once more from the office itself"));
}

// The key that is its own until now, or NULL.
static const struct record *current(const struct app_offices *offices, int64_t office, int32_t day)
{
    for (size_t i = offices->signers.count; i-- > 0;) {
        const struct record *signer = &offices->signers.record[i];
        if (signer->parent == office && ends(signer) >= day)
            return signer;
    }
    return NULL;
}

static enum status end_key(struct app *app, const struct record *signer, int32_t day,
                           struct err *err)
{
    autostr last = STR_INIT;
    date_write_iso(&last, day - 1);
    return app_put_field(app, RECORD_SIGNER, signer->id, SIGNER_TO, NULL, last.buf, err);
}

static enum status put_key(struct app *app, const struct record *old, int64_t office,
                           const char *key, const char *memo, struct err *err)
{
    const int32_t today = app_today(app);
    autostr from = STR_INIT;
    date_write_iso(&from, today);
    const struct app_word words[] = {
        {"public", key}, {"from", from.buf}, {"memo", memo ? memo : ""}, {"read", "yes"}};
    enum status status = store_begin_write(app->store, err);
    if (status)
        return status;
    if (old)
        status = end_key(app, old, today, err);
    if (!status)
        status = app_new_record(app, RECORD_SIGNER, office, words, sizeof words / sizeof *words,
                                NULL, err);
    return app_end(app, status, err);
}

// Whoever found or stole it could sign again.
static enum status must_not_have_ended(const struct app_offices *offices,
                                       const struct tree_office *office, const char *key,
                                       int32_t today, struct err *err)
{
    int32_t ended = 0;
    autostr day = STR_INIT;
    if (app_has_key(offices, office->unit->id, key, today, &ended) || ended == INT32_MAX)
        return STATUS_OK;
    date_write(&day, ended, i18n_digits());
    return err_set(err, STATUS_INVALID,
                   _("That key of %s ended on %s; one that has ended does not come back"),
                   office->name, day.buf);
}

enum status office_key_put(struct app *app, const struct app_office_key *key,
                           const struct str *bytes, struct err *err)
{
    autooffices offices = {0};
    struct arena texts = {0};
    const char *code = "", *open = "";
    size_t at = 0;
    enum status status = app_load_offices(app, app_today(app), &offices, err);
    if (!status)
        status = tree_find(&offices.tree, key->office, &at, err);
    const struct tree_office *office = status ? NULL : &offices.tree.office[at];
    if (!status)
        status = read_bytes(key->file, bytes, &texts, &code, &open, err);
    if (!status)
        status = must_be_of(office, code, key->file, err);
    if (!status)
        status = compare_digits(open, key->digits, err);
    const struct record *old = status ? NULL : current(&offices, office->unit->id, app_today(app));
    if (old && strcmp(old->text[SIGNER_PUBLIC], open) == 0)
        status = err_set(err, STATUS_EXISTS, _("This is the key of %s already"), office->name);
    else if (old && (!key->memo || !*key->memo))
        status = err_set(err, STATUS_USAGE,
                         _("%s has a key; another one takes its place only by memo: memo=…"),
                         office->name);
    if (!status)
        status = must_not_have_ended(&offices, office, open, app_today(app), err);
    if (!status)
        status = put_key(app, old, office->unit->id, open, key->memo, err);
    arena_done(&texts);
    return status;
}

enum status app_put_office_key(struct app *app, const struct app_office_key *key, struct err *err)
{
    autostr bytes = STR_INIT;
    bool zip = false;
    enum status status = parcel_read(key->file, &zip, &bytes, err);
    return status ? status : office_key_put(app, key, &bytes, err);
}
