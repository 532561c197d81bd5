// SPDX-License-Identifier: GPL-3.0-or-later
// The folder of proofs beside the office file. Nothing in it is opened by a name from outside, and
// no link in it is followed.
#include "orjon/store/proofs.h"

#include "copynames.h"
#include "prooffiles.h"

#include "orjon/base/digest.h"
#include "orjon/base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static const char part_name[] = "part-";

// «office» of office.db, of office.db.1, which a restored copy has taken the place of, and of
// office-000150-20241007-113205-daily.db.
static size_t stem_length(const char *name)
{
    size_t n = strlen(name), digits = 0;
    while (digits < n && strchr("0123456789", name[n - digits - 1]))
        digits++;
    autostr stem = STR_INIT;
    str_add_n(&stem, name,
              digits && digits < n && name[n - digits - 1] == '.' ? n - digits - 1 : n);
    str_cut(&stem, copynames_length(stem.buf));
    return copynames_beginning(stem.buf);
}

void store_proofs_folder(const char *file, struct str *ret)
{
    const char *slash = strrchr(file, '/'), *name = slash ? slash + 1 : file;
    str_add_n(ret, file, (size_t)(name - file));
    str_add_n(ret, name, stem_length(name));
    str_add(ret, ".evidence");
}

void proofs_path(const char *file, const char *hash, struct str *ret)
{
    store_proofs_folder(file, ret);
    str_addf(ret, "/%s", hash);
}

enum status proofs_make_folder(const char *folder, struct err *err)
{
    struct stat st;
    if (mkdir(folder, 0700) == 0) {
        file_sync_folder_of(folder);
        return STATUS_OK;
    }
    if (errno != EEXIST) {
        const enum status status = status_of_errno(errno);
        return err_set(err, status, "%s: %s", folder, status_text(status));
    }
    if (lstat(folder, &st) == 0 && S_ISDIR(st.st_mode))
        return STATUS_OK;
    return err_set(err, STATUS_INVALID, _("%s is no folder; proofs are kept in one"), folder);
}

int proofs_open_part(const char *folder, struct str *ret_path)
{
    static unsigned number; // of this program; the name says which one it is
    int fd = -1;
    for (int tries = 0; fd < 0 && tries < 100; tries++) {
        str_reset(ret_path);
        str_addf(ret_path, "%s/%s%ld-%u", folder, part_name, (long)getpid(), ++number);
        fd = open(ret_path->buf, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
        if (fd < 0 && errno != EEXIST)
            break;
    }
    if (fd < 0)
        str_reset(ret_path);
    return fd;
}

// A program of another machine, on a shared disk, has an hour.
static bool is_left(const char *name, const struct stat *st)
{
    const long pid = strtol(name + sizeof part_name - 1, NULL, 10);
    return pid > 0 && pid != (long)getpid() && kill((pid_t)pid, 0) && errno == ESRCH &&
           st->st_mtime < time(NULL) - 3600;
}

void proofs_sweep(const char *folder)
{
    struct stat st;
    DIR *dir = opendir(folder);
    for (const struct dirent *entry; dir && (entry = readdir(dir));)
        if (strncmp(entry->d_name, part_name, sizeof part_name - 1) == 0 &&
            fstatat(dirfd(dir), entry->d_name, &st, AT_SYMLINK_NOFOLLOW) == 0 &&
            is_left(entry->d_name, &st))
            unlinkat(dirfd(dir), entry->d_name, 0);
    if (dir)
        closedir(dir);
}

static int write_all(int fd, const char *data, size_t n)
{
    while (n > 0) {
        const ssize_t k = write(fd, data, n);
        if (k < 0 && errno != EINTR)
            return errno;
        data += k > 0 ? k : 0;
        n -= k > 0 ? (size_t)k : 0;
    }
    return 0;
}

// Reads all bytes, and writes them if out is one.
static int pass(int in, int out, struct store_proof *ret, bool *ret_reading)
{
    char part[65536];
    autostr hash = STR_INIT;
    struct digest *digest = digest_new();
    int error = 0;
    ret->bytes = 0;
    *ret_reading = true;
    for (ssize_t n = 1; n && !error;) {
        n = read(in, part, sizeof part);
        if (n < 0 && errno != EINTR)
            error = errno;
        if (n <= 0)
            continue;
        if (ret->bytes > STORE_PROOF_MAX)
            break; // it grows: whoever asked for it sees that
        digest_add(digest, part, (size_t)n);
        ret->bytes += n;
        const int written = out < 0 ? 0 : write_all(out, part, (size_t)n);
        *ret_reading = !written;
        error = written;
    }
    digest_end(&digest, &hash);
    memcpy(ret->hash, hash.buf, sizeof ret->hash);
    return error;
}

int proofs_copy(int in, int out, struct store_proof *ret, bool *ret_reading)
{
    const int error = pass(in, out, ret, ret_reading);
    if (error)
        return error;
    *ret_reading = false;
    return fsync(out) ? errno : 0;
}

// --- looking ------------------------------------------------------------------------------------

bool proofs_is_hash(const char *name)
{
    return strlen(name) == DIGEST_HEX && strspn(name, "0123456789abcdef") == DIGEST_HEX;
}

bool store_proof_of(const struct record *record, struct store_proof *ret)
{
    const char *hash = record->text[PROOF_HASH];
    *ret = (struct store_proof){.bytes = strtoll(record->text[PROOF_BYTES], NULL, 10)};
    snprintf(ret->hash, sizeof ret->hash, "%s", hash);
    return *hash != '\0';
}

static enum store_proof_state state_of(int error)
{
    return error == ENOENT || error == ENOTDIR ? STORE_PROOF_MISSING
           : error == ELOOP                    ? STORE_PROOF_ALTERED
                                               : STORE_PROOF_UNREAD;
}

// Opens what may be it; -1 and why not. A link in the place of the folder is followed as little as
// one in that of the file.
static int open_proof(const char *file, const struct store_proof *proof,
                      enum store_proof_state *ret)
{
    autostr folder = STR_INIT;
    struct stat st;
    store_proofs_folder(file, &folder);
    *ret = STORE_PROOF_MISSING;
    if (!proofs_is_hash(proof->hash))
        return -1;
    const int place = open(folder.buf, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    const int fd = place < 0 ? -1
                             : openat(place, proof->hash,
                                      O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    *ret = fd < 0 ? state_of(errno) : STORE_PROOF_SOUND;
    if (place >= 0)
        close(place);
    if (fd >= 0 && (fstat(fd, &st) || !S_ISREG(st.st_mode) || st.st_size != proof->bytes)) {
        *ret = STORE_PROOF_ALTERED;
        close(fd);
        return -1;
    }
    return fd;
}

static enum store_proof_state read_whole(int in, int out, const struct store_proof *proof)
{
    struct store_proof found;
    bool reading = false;
    if (pass(in, out, &found, &reading))
        return STORE_PROOF_UNREAD;
    return found.bytes == proof->bytes && strcmp(found.hash, proof->hash) == 0
               ? STORE_PROOF_SOUND
               : STORE_PROOF_ALTERED;
}

enum store_proof_state store_look_at_proof(const char *file, const struct store_proof *proof,
                                           bool whole)
{
    enum store_proof_state state;
    const int fd = open_proof(file, proof, &state);
    if (fd < 0)
        return state;
    if (whole)
        state = read_whole(fd, -1, proof);
    close(fd);
    return state;
}

static enum status say_state(const char *to, enum store_proof_state state, struct err *err)
{
    switch (state) {
    case STORE_PROOF_SOUND:
        return STATUS_OK;
    case STORE_PROOF_MISSING:
        return err_set(err, STATUS_NOT_FOUND, _("The file of this proof is missing"));
    case STORE_PROOF_ALTERED:
        return err_set(err, STATUS_DAMAGED,
                       _("The file of this proof is not what was taken in: it was altered"));
    default:
        return err_set(err, STATUS_IO, _("%s: the proof could not be copied there"), to);
    }
}

enum status store_copy_proof_out(const char *file, const struct store_proof *proof, const char *to,
                                 struct err *err)
{
    enum store_proof_state state;
    const int in = open_proof(file, proof, &state);
    if (in < 0)
        return say_state(to, state, err);
    const int out = open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0400);
    state = out < 0 ? STORE_PROOF_UNREAD : read_whole(in, out, proof);
    close(in);
    if (out >= 0)
        close(out);
    if (out >= 0 && state != STORE_PROOF_SOUND)
        file_remove(to);
    return say_state(to, state, err);
}
