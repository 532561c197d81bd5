// SPDX-License-Identifier: GPL-3.0-or-later
// A review file that came from the office above: known by its key, and kept.
#include "review_keep.h"

#include "offices.h"
#include "orjon/base/digest.h"
#include "orjon/base/text.h"
#include "orjon/domain/date.h"
#include "orjon/exchange/bundle.h"
#include "orjon/store/records.h"

#include <string.h>

// --- whose it is --------------------------------------------------------------------------------

static bool is_alike(const char *a, const char *b)
{
    autostr x = STR_INIT, y = STR_INIT;
    text_fold(a, strlen(a), &x);
    text_fold(b, strlen(b), &y);
    return strcmp(x.buf, y.buf) == 0;
}

static enum status find_from(struct receiving *w, struct err *err)
{
    autorecords units = {0};
    enum status status = app_load_records(w->app, RECORD_UNIT, 0, &units, err);
    for (size_t i = 0; !status && i < units.count; i++)
        if (is_alike(units.record[i].text[UNIT_CODE], w->review->from.code))
            w->from = units.record[i].id;
    return status;
}

// Whether the key is that office's today; *ret_other: it has another.
static enum status find_key(struct receiving *w, bool *ret_known, bool *ret_other, struct err *err)
{
    autorecords keys = {0};
    *ret_known = *ret_other = false;
    enum status status =
        w->from ? app_load_records(w->app, RECORD_SIGNER, w->from, &keys, err) : STATUS_OK;
    for (size_t i = 0; !status && i < keys.count; i++) {
        int32_t last = INT32_MAX;
        record_date(&keys.record[i], SIGNER_TO, &last);
        if (last < app_today(w->app))
            continue;
        if (strcmp(keys.record[i].text[SIGNER_PUBLIC], w->review->key) == 0)
            *ret_known = true;
        else
            *ret_other = true;
    }
    return status;
}

static void digits_alone(const char *typed, struct str *ret)
{
    autostr latin = STR_INIT;
    text_digits(&latin, typed, strlen(typed), DIGITS_LATIN);
    for (const char *s = latin.buf; *s; s++)
        if (*s >= '0' && *s <= '9')
            str_add_char(ret, *s);
}

static enum status compare_digits(const struct receiving *w, struct err *err)
{
    autostr print = STR_INIT, wanted = STR_INIT, typed = STR_INIT, code = STR_INIT;
    text_digits(&code, w->review->from.code, strlen(w->review->from.code), i18n_digits());
    enum status status = signature_fingerprint(w->review->key, i18n_digits(), &print, err);
    if (status)
        return status;
    digits_alone(print.buf, &wanted);
    digits_alone(w->digits ? w->digits : "", &typed);
    if (strcmp(wanted.buf, typed.buf) == 0)
        return STATUS_OK;
    return w->digits
               ? err_set(err, STATUS_MISFIT,
                         _("The digits are not those of the key in this file, so it was not taken; "
                           "hear them once more from the office itself"))
               : err_set(err, STATUS_MISFIT,
                         _("The key of %s (%s) is not known yet; if they read %s aloud from “orjon "
                           "key”, take the file in with “orjon receive FILE --key DIGITS”"),
                         w->review->from.name, code.buf, print.buf);
}

static enum status keep_key(struct receiving *w, struct err *err)
{
    autostr today = STR_INIT;
    int64_t id = 0;
    date_write_iso(&today, app_today(w->app));
    const struct review_pair office[] = {
        {UNIT_CODE, w->review->from.code}, {UNIT_NAME, w->review->from.name}, {UNIT_ABOVE, "yes"}};
    const struct review_pair key[] = {
        {SIGNER_PUBLIC, w->review->key}, {SIGNER_FROM, today.buf}, {SIGNER_READ, "yes"}};
    enum status status =
        w->from ? STATUS_OK
                : review_keep_record(w, RECORD_UNIT, 0, office, COUNT(office), &w->from, err);
    if (!status)
        status = review_keep_record(w, RECORD_SIGNER, w->from, key, COUNT(key), &id, err);
    if (!status)
        status = offices_check(w->app, RECORD_UNIT, err);
    return status ? status : offices_check(w->app, RECORD_SIGNER, err);
}

static enum status must_be_known(struct receiving *w, struct err *err)
{
    bool known = false, other = false;
    enum status status = find_from(w, err);
    if (!status)
        status = find_key(w, &known, &other, err);
    if (status || known)
        return status;
    if (other)
        return err_set(err, STATUS_MISFIT,
                       _("This file is signed with another key than that of %s; if they have a new "
                         "one, take it by their memo with “orjon offices key”"),
                       w->review->from.name);
    status = compare_digits(w, err);
    return status ? status : keep_key(w, err);
}

static enum status must_be_ours(const struct receiving *w, struct err *err)
{
    const char *own = app_office(w->app)->field[OFFICE_CODE];
    if (*own && is_alike(own, w->review->to.code))
        return STATUS_OK;
    return err_set(err, STATUS_INVALID,
                   _("This review is for %s (%s), and this office has the code “%s”"),
                   w->review->to.name, w->review->to.code, own);
}

static enum status find_same(struct receiving *w, bool *ret, struct err *err)
{
    autorecords reviews = {0};
    *ret = false;
    enum status status = app_load_records(w->app, RECORD_REVIEW, 0, &reviews, err);
    for (size_t i = 0; !status && i < reviews.count; i++)
        *ret = *ret || strcmp(reviews.record[i].text[REVIEW_FILE], w->file.buf) == 0;
    return status;
}

static void tell(const struct receiving *w, struct str *ret)
{
    static const struct {
        const char *word, *name;
    } names[] = {
        {"accepted", N_("Accepted")}, {"returned", N_("Sent back")}, {"none", N_("No verdict")}};
    const struct review *review = w->review;
    for (size_t i = 0; i < review->plans; i++) {
        const struct review_plan *plan = &review->plan[i];
        for (size_t k = 0; k < COUNT(names); k++)
            if (strcmp(names[k].word, plan->verdict) == 0)
                str_addf(ret, _("%s: %s; remarks: %s%s%s\n"), plan->plan, tr(names[k].name),
                         SAY(plan->marks), *plan->remark ? "; " : "", plan->remark);
    }
    for (size_t i = 0; i < review->orders; i++)
        str_addf(ret,
                 tr_count("%s: %s decision to report on\n", "%s: %s decisions to report on\n",
                          review->order[i].decisions),
                 review->order[i].title, SAY(review->order[i].decisions));
}

// --- all of it ----------------------------------------------------------------------------------

static enum status take_in(struct receiving *w, bool *ret_new, struct err *err)
{
    static const struct review_plan nothing = {
        .plan = "", .verdict = "none", .remark = "", .seal = "-"};
    const struct review *review = w->review;
    bool same = false;
    enum status status = must_be_ours(w, err);
    if (!status)
        status = find_same(w, &same, err);
    *ret_new = !status && !same;
    if (status || same)
        return status;
    status = must_be_known(w, err);
    for (size_t i = 0; !status && i < review->plans; i++)
        status = review_keep_plan(w, &review->plan[i], err);
    if (!status && !review->plans) // so that the file is known again
        status = review_keep_plan(w, &nothing, err);
    for (size_t i = 0; !status && i < review->orders; i++)
        status = review_keep_order(w, &review->order[i], err);
    return status;
}

static enum status run(struct receiving *w, bool dry, bool *ret_new, struct str *ret_talk,
                       struct err *err)
{
    if (!dry)
        app_keep_copy(w->app, "review");
    enum status status = store_begin_write(w->app->store, err);
    if (status)
        return status;
    status = take_in(w, ret_new, err);
    if (!status && !dry)
        status = app_end(w->app, STATUS_OK, err);
    else
        store_rollback(w->app->store);
    if (status)
        return status;
    if (*ret_new)
        tell(w, ret_talk);
    else
        str_add(ret_talk, _("This review is here already\n"));
    return STATUS_OK;
}

bool app_is_review(const struct str *bytes)
{
    return bundle_kind_of(bytes->buf, bytes->len) == BUNDLE_REVIEW;
}

enum status app_receive_review(struct app *app, const struct str *bytes, const char *digits,
                               bool dry, bool *ret_new, struct str *ret_talk, struct err *err)
{
    struct arena texts = {0};
    struct review review = {0};
    struct receiving w = {.app = app, .review = &review, .digits = digits, .file = STR_INIT};
    *ret_new = false;
    digest_write(&w.file, bytes->buf, bytes->len);
    enum status status = review_read(bytes->buf, bytes->len, &review, &texts, err);
    if (!status)
        status = run(&w, dry, ret_new, ret_talk, err);
    str_done(&w.file);
    arena_done(&texts);
    return status;
}
