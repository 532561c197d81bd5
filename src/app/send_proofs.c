// SPDX-License-Identifier: GPL-3.0-or-later
// A finalised quarter together with the files of its proofs.
#include "orjon/app/send.h"

#include "orjon/exchange/bundle.h"
#include "orjon/exchange/enclosed.h"
#include "orjon/store/proofs.h"

#include <string.h>

struct enclosing {
    struct app *app;
    struct enclosed_file *file;
    size_t count, cap;
    struct arena texts;
    struct str *talk;
};

static bool is_there(const struct enclosing *e, const char *hash)
{
    for (size_t i = 0; i < e->count; i++)
        if (strcmp(e->file[i].hash, hash) == 0)
            return true;
    return false;
}

// Exactly what the signed list says, or not at all.
static void enclose(struct enclosing *e, const struct bundle_proof *sent)
{
    struct store_proof proof = {.bytes = sent->bytes};
    autostr path = STR_INIT;
    if (strlen(sent->sha256) != sizeof proof.hash - 1 || is_there(e, sent->sha256))
        return;
    memcpy(proof.hash, sent->sha256, sizeof proof.hash);
    if (store_look_at_proof(app_file(e->app), &proof, true) != STORE_PROOF_SOUND) {
        str_addf(e->talk,
                 _("The file of the proof “%s” of %s is missing or altered, and stays away"),
                 *sent->name ? sent->name : sent->file, sent->indicator);
        str_add_char(e->talk, '\n');
        return;
    }
    store_proofs_folder(app_file(e->app), &path);
    str_addf(&path, "/%s", proof.hash);
    e->file = arena_grow(&e->texts, e->file, e->count, &e->cap, sizeof *e->file);
    e->file[e->count++] =
        (struct enclosed_file){.hash = arena_text(&e->texts, proof.hash, strlen(proof.hash)),
                               .path = arena_text(&e->texts, path.buf, path.len)};
}

enum status app_send_with_proofs(struct app *app, int fiscal_year, int quarter, const char *path,
                                 bool force, struct str *ret_talk, struct err *err)
{
    struct enclosing e = {.app = app, .talk = ret_talk};
    struct bundle bundle = {0};
    autostr bytes = STR_INIT;
    enum status status = app_send(app, fiscal_year, quarter, &bytes, ret_talk, err);
    if (!status)
        status = bundle_read(bytes.buf, bytes.len, &bundle, &e.texts, err);
    for (size_t i = 0; !status && i < bundle.plans; i++)
        for (size_t k = 0; k < bundle.plan[i].proofs; k++)
            enclose(&e, &bundle.plan[i].proof[k]);
    if (!status)
        status = enclosed_write(path, force, &bytes, e.file, e.count, err);
    arena_done(&e.texts);
    return status;
}
