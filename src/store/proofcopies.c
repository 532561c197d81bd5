// SPDX-License-Identifier: GPL-3.0-or-later
// The files of proofs go where copies of the office file go.
#include "copynames.h"
#include "prooffiles.h"

#include "orjon/base/file.h"
#include "orjon/store/records.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

// A second name costs nothing and is given at once; a pen drive has none to give.
static int link_there(const char *from, const char *folder, struct str *ret_part)
{
    const int fd = proofs_open_part(folder, ret_part); // its name is free then
    if (fd < 0)
        return errno;
    close(fd);
    unlink(ret_part->buf);
    return linkat(AT_FDCWD, from, AT_FDCWD, ret_part->buf, 0) ? errno : 0;
}

static int copy_there(const char *from, const char *folder, struct str *ret_part)
{
    struct store_proof copied;
    bool reading = false;
    const int in = open(from, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    const int out = in < 0 ? -1 : proofs_open_part(folder, ret_part);
    int error = out < 0 ? errno : proofs_copy(in, out, &copied, &reading);
    if (out >= 0) {
        posix_fadvise(out, 0, 0, POSIX_FADV_DONTNEED); // looked at from the disk, not from memory
        close(out);
    }
    if (in >= 0)
        close(in);
    return error && reading ? EIO : error;
}

static enum status say(const char *folder, int error, struct err *err)
{
    const enum status status = status_of_errno(error);
    return err_set(err, status, "%s: %s", folder, status_text(status));
}

static enum status bring(const struct store_proof *proof, const char *from_file,
                         const char *to_file, struct err *err)
{
    autostr from = STR_INIT, folder = STR_INIT, to = STR_INIT, part = STR_INIT;
    proofs_path(from_file, proof->hash, &from);
    proofs_path(to_file, proof->hash, &to);
    store_proofs_folder(to_file, &folder);
    enum status status = proofs_make_folder(folder.buf, err);
    if (status)
        return status;
    int error = link_there(from.buf, folder.buf, &part);
    const bool linked = !error;
    if (error && error != ENOSPC && error != EDQUOT)
        error = copy_there(from.buf, folder.buf, &part);
    status = error ? say(folder.buf, error, err) : file_move(part.buf, to.buf, err);
    if (status && part.len)
        file_remove(part.buf);
    if (status || linked || store_look_at_proof(to_file, proof, true) == STORE_PROOF_SOUND)
        return status;
    file_remove(to.buf);
    return err_set(err, STATUS_DAMAGED, _("%s did not keep what was written"), folder.buf);
}

static void say_left_behind(const struct record *record, enum store_proof_state state,
                            struct str *ret)
{
    static const char *const why[] = {
        [STORE_PROOF_MISSING] = N_("its file is missing"),
        [STORE_PROOF_ALTERED] = N_("its file was altered"),
        [STORE_PROOF_UNREAD] = N_("its file cannot be read"),
    };
    if (ret)
        str_addf(ret, _("A proof was not taken along, “%s” of %s: %s\n"), record->text[PROOF_FILE],
                 record->text[PROOF_CODE], tr(why[state]));
}

enum status proofs_bring(struct store *store, const char *from_file, const char *to_file,
                         struct str *ret_talk, struct err *err)
{
    autorecords proofs = {0};
    autostr from = STR_INIT, to = STR_INIT;
    store_proofs_folder(from_file, &from);
    store_proofs_folder(to_file, &to);
    if (strcmp(from.buf, to.buf) == 0)
        return STATUS_OK;
    enum status status = store_load_records(store, RECORD_PROOF, 0, 0, &proofs, err);
    for (size_t i = 0; i < proofs.count && status == STATUS_OK; i++) {
        struct store_proof proof;
        if (!store_proof_of(&proofs.record[i], &proof) ||
            store_look_at_proof(to_file, &proof, false) == STORE_PROOF_SOUND)
            continue;
        const enum store_proof_state state = store_look_at_proof(from_file, &proof, true);
        if (state == STORE_PROOF_SOUND)
            status = bring(&proof, from_file, to_file, err);
        else
            say_left_behind(&proofs.record[i], state, ret_talk);
    }
    return status;
}
