// SPDX-License-Identifier: GPL-3.0-or-later
// Ed25519 by libsodium.
#include "orjon/exchange/signature.h"

#include "orjon/base/base64.h"
#include "orjon/base/file.h"
#include "orjon/base/secret.h"
#include "orjon/base/text.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

// First line of the file; the seed in base64 is the second.
static const char file_head[] = "orjon key 1\n";
enum {
    PUBLIC_LETTERS =
        sodium_base64_ENCODED_LEN(crypto_sign_PUBLICKEYBYTES, sodium_base64_VARIANT_ORIGINAL),
    GROUPS = 5,
    GROUP = 4, // digits
};

struct signing_key {
    unsigned char secret[crypto_sign_SECRETKEYBYTES], open[crypto_sign_PUBLICKEYBYTES];
};

static enum status ready(struct err *err)
{
    return sodium_init() >= 0
               ? STATUS_OK
               : err_set(err, STATUS_FAILED, "%s", _("There is no way to sign here"));
}

// Exactly so many bytes.
static bool read_base64(const char *text, size_t n, unsigned char *ret, size_t bytes)
{
    autosecret found = STR_INIT;
    if (!base64_read(&found, text, n) || found.len != bytes)
        return false;
    memcpy(ret, found.buf, bytes);
    return true;
}

// Under a name of its own first, so that the key's name never stands for half of one.
static enum status write_private(const char *path, const struct str *text, struct err *err)
{
    autostr temporary = STR_INIT;
    str_addf(&temporary, "%s.XXXXXX", path);
    const int fd = mkostemp(temporary.buf, O_CLOEXEC); // nobody else may read it
    if (fd < 0)
        return err_set(err, status_of_errno(errno), "%s: %s", path,
                       status_text(status_of_errno(errno)));
    const bool written = write(fd, text->buf, text->len) == (ssize_t)text->len && fsync(fd) == 0;
    const enum status why = status_of_errno(errno);
    close(fd);
    if (!written) {
        unlink(temporary.buf);
        return err_set(err, why, "%s: %s", path, status_text(why));
    }
    enum status status = file_take_name(temporary.buf, path, err);
    if (status)
        unlink(temporary.buf);
    return status;
}

enum status signing_key_make(const char *path, struct err *err)
{
    unsigned char seed[crypto_sign_SEEDBYTES];
    autosecret text = STR_INIT;
    enum status status = ready(err);
    if (status)
        return status;
    randombytes_buf(seed, sizeof seed);
    str_add(&text, file_head);
    base64_write(&text, seed, sizeof seed);
    str_add_char(&text, '\n');
    sodium_memzero(seed, sizeof seed);
    return write_private(path, &text, err);
}

static enum status no_key(const char *path, struct err *err)
{
    return err_set(err, STATUS_INVALID, _("%s is no key of an office"), path);
}

// One that others may read is theirs too.
static enum status is_private(const char *path, struct err *err)
{
    struct stat about;
    if (stat(path, &about))
        return err_set(err, status_of_errno(errno), _("%s: there is no key of the office"), path);
    if (!S_ISREG(about.st_mode))
        return no_key(path, err);
    if (about.st_mode & (S_IRWXG | S_IRWXO))
        return err_set(err, STATUS_INVALID,
                       _("%s can be read by others, so it is no secret any more; the office needs "
                         "a new key"),
                       path);
    return STATUS_OK;
}

// The seed is wiped.
static enum status key_of_seed(unsigned char *seed, struct signing_key **ret, struct err *err)
{
    struct signing_key *key = sodium_malloc(sizeof *key);
    if (key)
        crypto_sign_seed_keypair(key->open, key->secret, seed);
    sodium_memzero(seed, crypto_sign_SEEDBYTES);
    *ret = key;
    return key ? STATUS_OK : err_set(err, STATUS_FAILED, "%s", _("There is no way to sign here"));
}

enum status signing_key_new(struct signing_key **ret, struct err *err)
{
    unsigned char seed[crypto_sign_SEEDBYTES];
    enum status status = ready(err);
    if (status)
        return status;
    randombytes_buf(seed, sizeof seed);
    return key_of_seed(seed, ret, err);
}

enum status signing_key_load(const char *path, struct signing_key **ret, struct err *err)
{
    unsigned char seed[crypto_sign_SEEDBYTES];
    const size_t head = strlen(file_head);
    autosecret text = STR_INIT;
    enum status status = ready(err);
    if (!status)
        status = is_private(path, err);
    if (!status)
        status = file_read(path, &text, err);
    if (status)
        return status;
    if (text.len <= head || text.buf[text.len - 1] != '\n' ||
        memcmp(text.buf, file_head, head) != 0 ||
        !read_base64(text.buf + head, text.len - head - 1, seed, sizeof seed))
        return no_key(path, err);
    return key_of_seed(seed, ret, err);
}

void signing_key_free(struct signing_key **key)
{
    sodium_free(*key); // wipes it
    *key = NULL;
}

void signing_key_public(const struct signing_key *key, struct str *ret)
{
    base64_write(ret, key->open, sizeof key->open);
}

void signature_write(const struct signing_key *key, const char *bytes, size_t n, struct str *ret)
{
    unsigned char signature[crypto_sign_BYTES];
    crypto_sign_detached(signature, NULL, (const unsigned char *)bytes, n, key->secret);
    base64_write(ret, signature, sizeof signature);
}

static enum status read_public(const char *text, unsigned char *ret, struct err *err)
{
    enum status status = ready(err);
    if (status)
        return status;
    if (strlen(text) == PUBLIC_LETTERS - 1 &&
        read_base64(text, PUBLIC_LETTERS - 1, ret, crypto_sign_PUBLICKEYBYTES))
        return STATUS_OK;
    return err_set(err, STATUS_INVALID, _("“%.60s” is no key of an office"), text);
}

enum status signature_check(const char *public_key, const char *signature, const char *bytes,
                            size_t n, struct err *err)
{
    unsigned char open[crypto_sign_PUBLICKEYBYTES], signed_by[crypto_sign_BYTES];
    enum status status = read_public(public_key, open, err);
    if (status)
        return status;
    if (!read_base64(signature, strlen(signature), signed_by, sizeof signed_by))
        return err_set(err, STATUS_INVALID, "%s", _("The signature is none"));
    if (crypto_sign_verify_detached(signed_by, (const unsigned char *)bytes, n, open))
        return err_set(err, STATUS_MISFIT, "%s",
                       _("The signature does not fit: it was changed after it was signed"));
    return STATUS_OK;
}

enum status signature_fingerprint(const char *public_key, enum digits digits, struct str *ret,
                                  struct err *err)
{
    unsigned char open[crypto_sign_PUBLICKEYBYTES], hash[GROUPS * 8];
    enum status status = read_public(public_key, open, err);
    if (status)
        return status;
    crypto_generichash(hash, sizeof hash, open, sizeof open, NULL, 0);
    for (int g = 0; g < GROUPS; g++) {
        uint64_t number = 0;
        char group[GROUP + 1];
        for (int i = 0; i < 8; i++)
            number = number << 8 | hash[8 * g + i];
        for (int i = GROUP; i-- > 0; number /= 10)
            group[i] = (char)('0' + number % 10);
        if (g)
            str_add_char(ret, ' ');
        text_digits(ret, group, GROUP, digits);
    }
    return STATUS_OK;
}
