// SPDX-License-Identifier: GPL-3.0-or-later
// The files of proofs that came along in a zip: kept beside the office file, apart from its own.
#include "receive.h"

#include "orjon/base/file.h"
#include "orjon/domain/evidence.h"
#include "orjon/exchange/enclosed.h"
#include "orjon/store/proofs.h"
#include "orjon/store/receipts.h"
#include "viewer.h"

#include <string.h>

// What the store takes for an office file whose proofs these would be: of office.db
// office.received.db.
static void received_file(struct app *app, struct str *ret)
{
    store_proofs_folder(app_file(app), ret);
    str_cut(ret, ret->len - strlen(".evidence"));
    str_add(ret, ".received.db");
}

static bool has_file(const struct bundle_proof *proof, struct store_proof *ret)
{
    *ret = (struct store_proof){.bytes = proof->bytes};
    if (strlen(proof->sha256) != sizeof ret->hash - 1 || proof->bytes <= 0 ||
        proof->bytes > STORE_PROOF_MAX || proof->sha256[strspn(proof->sha256, "0123456789abcdef")])
        return false;
    memcpy(ret->hash, proof->sha256, sizeof ret->hash);
    return true;
}

// --- keeping ------------------------------------------------------------------------------------

static enum status keep(const char *file, const char *zip, const char *from,
                        const struct bundle_proof *proof, const struct store_proof *wanted,
                        struct err *err)
{
    struct store_taken taken = {0};
    enum status status = store_take_proof(file, from, &taken, err);
    if (!status && strcmp(taken.proof.hash, wanted->hash) != 0)
        status = err_set(err, STATUS_MISFIT,
                         _("the file of the proof “%s” of %s is not what the office has signed"),
                         *proof->name ? proof->name : proof->file, proof->indicator);
    if (!status)
        status = store_keep_proof(file, &taken, err);
    store_taken_done(&taken);
    if (status)
        err_prefix(err, "%s: ", zip);
    return status;
}

// What is not in the zip is not there; that is no fault of what is.
static enum status keep_proof(const char *file, const char *zip, const struct bundle_proof *proof,
                              struct err *err)
{
    struct store_proof wanted;
    autostr part = STR_INIT;
    bool there = false;
    if (!has_file(proof, &wanted) || store_look_at_proof(file, &wanted, true) == STORE_PROOF_SOUND)
        return STATUS_OK;
    enum status status = viewer_make_folder(&part, err); // that only this user can enter
    if (status)
        return status;
    str_add(&part, "/proof");
    status = enclosed_take(zip, wanted.hash, wanted.bytes, part.buf, &there, err);
    if (!status && there)
        status = keep(file, zip, part.buf, proof, &wanted, err);
    viewer_remove(part.buf);
    return status;
}

enum status parcel_keep_proofs(struct app *app, const struct app_parcel *parcel, const char *plan,
                               struct err *err)
{
    const struct bundle *bundle = &parcel->inner->bundle;
    autostr file = STR_INIT;
    enum status status = STATUS_OK;
    if (!parcel->inner->zip)
        return STATUS_OK;
    received_file(app, &file);
    for (size_t i = 0; i < bundle->plans && !status; i++) {
        if (plan ? strcmp(bundle->plan[i].plan, plan) != 0
                 : !arrival_is_welcome(parcel->arrival[i].arrival) &&
                       parcel->arrival[i].arrival != ARRIVAL_SAME)
            continue;
        for (size_t k = 0; k < bundle->plan[i].proofs && !status; k++)
            status = keep_proof(file.buf, parcel->inner->zip, &bundle->plan[i].proof[k], err);
    }
    return status;
}

// --- looking ------------------------------------------------------------------------------------

void app_came_proofs_done(struct app_came_proofs *proofs)
{
    arena_done(&proofs->texts);
    *proofs = (struct app_came_proofs){0};
}

static const char *text(struct app_came_proofs *to, const char *s)
{
    return arena_text(&to->texts, s, strlen(s));
}

struct listing {
    struct app *app;
    const char *file;
    struct app_came_proofs *to;
    size_t cap;
    bool came;
    struct err *err;
};

static void add(struct listing *l, const struct bundle_proof *proof)
{
    struct app_came_proofs *to = l->to;
    struct store_proof wanted;
    const bool file = has_file(proof, &wanted);
    to->proof = arena_grow(&to->texts, to->proof, to->count, &l->cap, sizeof *to->proof);
    to->proof[to->count++] = (struct app_came_proof){
        .indicator = text(to, proof->indicator),
        .name = text(to, proof->name),
        .file = text(to, proof->file),
        .quarter = (int)proof->quarter,
        .hash = text(to, file ? wanted.hash : ""),
        .bytes = proof->bytes,
        .here = file && store_look_at_proof(l->file, &wanted, false) == STORE_PROOF_SOUND};
}

static enum status list(void *data, const struct store_receipt *receipt)
{
    struct listing *l = data;
    struct arena texts = {0};
    struct bundle bundle = {0};
    autostr bytes = STR_INIT;
    l->came = true;
    enum status status = store_load_bundle(l->app->store, receipt->seq, &bytes, l->err);
    if (!status && bundle_kind_of(bytes.buf, bytes.len) == BUNDLE_RETURN)
        status = bundle_read(bytes.buf, bytes.len, &bundle, &texts, l->err);
    for (size_t i = 0; !status && i < bundle.plans; i++)
        for (size_t k = 0;
             strcmp(bundle.plan[i].plan, receipt->plan) == 0 && k < bundle.plan[i].proofs; k++)
            add(l, &bundle.plan[i].proof[k]);
    arena_done(&texts);
    return status;
}

enum status app_came_proofs(struct app *app, int64_t office, int fiscal_year, const char *plan,
                            int quarter, struct app_came_proofs *ret, struct err *err)
{
    autostr file = STR_INIT;
    *ret = (struct app_came_proofs){0};
    received_file(app, &file);
    struct listing l = {.app = app, .file = file.buf, .to = ret, .err = err};
    enum status status =
        store_each_receipt(app->store, office, fiscal_year ? fiscal_year : app->office.fiscal_year,
                           plan, quarter ? quarter : app->office.quarter, list, &l, err);
    if (!status && !l.came)
        status = err_set(err, STATUS_NOT_FOUND, "%s", _("Nothing came for that quarter"));
    return status;
}

enum status app_open_came_proof(struct app *app, const struct app_came_proof *proof,
                                struct str *ret_path, bool *ret_opened, struct err *err)
{
    autostr file = STR_INIT, path = STR_INIT;
    struct store_proof wanted = {.bytes = proof->bytes};
    *ret_opened = false;
    if (!*proof->hash)
        return err_set(err, STATUS_NOT_FOUND, "%s", _("This proof has no file"));
    memcpy(wanted.hash, proof->hash, sizeof wanted.hash);
    received_file(app, &file);
    if (store_look_at_proof(file.buf, &wanted, false) == STORE_PROOF_MISSING)
        return err_set(err, STATUS_NOT_FOUND, "%s",
                       _("The file of this proof did not come; the office sends it with “orjon "
                         "send --with-proofs”"));
    enum status status = viewer_make_folder(&path, err);
    if (status)
        return status;
    str_add_char(&path, '/');
    evidence_file_name(proof->file, &path);
    status = store_copy_proof_out(file.buf, &wanted, path.buf, err);
    if (status) {
        viewer_remove(path.buf);
        return status;
    }
    str_add(ret_path, path.buf);
    *ret_opened = viewer_open(path.buf);
    return STATUS_OK;
}
