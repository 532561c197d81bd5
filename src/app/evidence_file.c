// SPDX-License-Identifier: GPL-3.0-or-later
// The files of proofs: opened, checked as a whole, tidied.
#include "orjon/app/evidence.h"

#include "evidence.h"
#include "orjon/app/records.h"
#include "orjon/store/plans.h"
#include "orjon/store/proofs.h"
#include "orjon/store/seals.h"
#include "private.h"
#include "viewer.h"

#include <stdlib.h>

enum status app_open_proof(struct app *app, int64_t id, struct str *ret_path, bool *ret_opened,
                           struct err *err)
{
    autorecords records = {0};
    autostr path = STR_INIT;
    struct store_proof proof;
    *ret_opened = false;
    enum status status = app_load_record(app, RECORD_PROOF, id, &records, err);
    if (status == STATUS_OK && !store_proof_of(&records.record[0], &proof))
        status = err_set(err, STATUS_NOT_FOUND, _("This proof has no file"));
    if (status == STATUS_OK)
        status = viewer_make_folder(&path, err);
    if (status)
        return status;
    str_add_char(&path, '/');
    evidence_file_name(records.record[0].text[PROOF_FILE], &path);
    status = store_copy_proof_out(app_file(app), &proof, path.buf, err);
    if (status) {
        viewer_remove(path.buf);
        return status;
    }
    str_add(ret_path, path.buf);
    *ret_opened = viewer_open(path.buf);
    return STATUS_OK;
}

// --- all of them --------------------------------------------------------------------------------

// 0 where what was brought in from elsewhere names none.
static int quarter_of(const struct record *record)
{
    const int64_t quarter = record_number(record, PROOF_QUARTER);
    return quarter >= 1 && quarter <= QUARTERS ? (int)quarter : 0;
}

static void say_place(const struct record *record, struct str *ret)
{
    str_addf(ret, "%s %s %s ", record->text[PROOF_YEAR], record->text[PROOF_PLAN],
             record->text[PROOF_CODE]);
    if (quarter_of(record))
        period_say_quarter_short(ret, quarter_of(record));
    str_addf(ret, " “%s”", record->text[PROOF_FILE]);
}

static const char *say_state(enum store_proof_state state)
{
    return evidence_file_label(state == STORE_PROOF_MISSING   ? EVIDENCE_MISSING
                               : state == STORE_PROOF_ALTERED ? EVIDENCE_ALTERED
                                                              : EVIDENCE_UNREAD);
}

enum status app_check_proofs(struct app *app, struct app_proofs_verdict *ret, struct str *trouble,
                             struct err *err)
{
    autorecords records = {0};
    struct store_spare spare;
    *ret = (struct app_proofs_verdict){0};
    enum status status = app_load_records(app, RECORD_PROOF, 0, &records, err);
    if (status == STATUS_OK)
        status = store_spare_proofs(app->store, false, &spare, err);
    if (status)
        return status;
    *ret = (struct app_proofs_verdict){.spare = spare.count, .spare_bytes = spare.bytes};
    for (size_t i = 0; i < records.count; i++) {
        struct store_proof proof;
        ret->proofs++;
        if (!store_proof_of(&records.record[i], &proof))
            continue;
        ret->files++;
        ret->bytes += proof.bytes;
        const enum store_proof_state state = store_look_at_proof(app_file(app), &proof, true);
        if (state == STORE_PROOF_SOUND)
            continue;
        ret->wrong++;
        say_place(&records.record[i], trouble);
        str_addf(trouble, ": %s\n", say_state(state));
    }
    return STATUS_OK;
}

enum status app_tidy_proofs(struct app *app, size_t *ret_count, int64_t *ret_bytes, struct err *err)
{
    struct store_spare spare;
    enum status status = store_may_write(app->store, err);
    if (status == STATUS_OK)
        status = store_spare_proofs(app->store, true, &spare, err);
    if (status)
        return status;
    *ret_count = spare.count;
    *ret_bytes = spare.bytes;
    return STATUS_OK;
}

// --- sealed ones --------------------------------------------------------------------------------

static enum status is_sealed(struct app *app, const struct record *record, bool *ret,
                             struct err *err)
{
    int64_t plan = 0;
    unsigned sealed = 0;
    const int year = (int)strtol(record->text[PROOF_YEAR], NULL, 10);
    enum status status = store_find_plan(app->store, year, record->text[PROOF_PLAN], &plan, NULL);
    if (status == STATUS_NOT_FOUND)
        return STATUS_OK; // brought in, of a plan that is not here
    if (status == STATUS_OK)
        status = store_sealed_quarters(app->store, STORE_OWN_OFFICE, plan, &sealed, err);
    *ret = quarter_of(record) && sealed >> (quarter_of(record) - 1) != 0;
    return status;
}

static enum status say_wrong(struct app *app, const struct record *record,
                             enum store_proof_state state, struct err *err)
{
    bool sealed = false;
    autostr what = STR_INIT;
    enum status status = is_sealed(app, record, &sealed, err);
    if (status)
        return status;
    say_place(record, &what);
    if (state == STORE_PROOF_UNREAD)
        return err_set(err, STATUS_IO, _("The file of a proof cannot be read: %s"), what.buf);
    if (sealed)
        return err_set(err, STATUS_MISFIT, _("A proof no longer fits the seal: %s: %s"), what.buf,
                       say_state(state));
    return err_set(err, STATUS_DAMAGED, _("The file of a proof is not what was taken in: %s: %s"),
                   what.buf, say_state(state));
}

enum status evidence_verify(struct app *app, size_t *ret_count, struct err *err)
{
    autorecords records = {0};
    enum status first = STATUS_OK;
    enum status status = app_load_records(app, RECORD_PROOF, 0, &records, err);
    for (size_t i = 0; i < records.count && status == STATUS_OK; i++) {
        struct store_proof proof;
        struct err why = {0};
        if (!store_proof_of(&records.record[i], &proof))
            continue;
        ++*ret_count;
        const enum store_proof_state state = store_look_at_proof(app_file(app), &proof, true);
        const enum status wrong = state == STORE_PROOF_SOUND
                                      ? STATUS_OK
                                      : say_wrong(app, &records.record[i], state, &why);
        if (!wrong || first == STATUS_MISFIT || (first && wrong != STATUS_MISFIT))
            continue; // a seal weighs more than what was found first
        first = wrong;
        if (err)
            *err = why;
    }
    return status ? status : first;
}
