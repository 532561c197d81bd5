// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes of a terminal, to keys, to a line being typed. The line stays UTF-8 with its cursor between
// syllables; the keys are the same however the line's speed cuts the bytes.
#include "fuzz.h"

#include "orjon/base/text.h"
#include "orjon/tui/key.h"
#include "orjon/tui/lineedit.h"

#include <string.h>
#include <uninorm.h>
#include <unistr.h>

enum { SHORT = 4096 }; // a longer line only takes longer

static void check_utf8(const char *s, size_t n)
{
    require(u8_check((const uint8_t *)s, n) == NULL);
}

static void check_key(const struct key *key)
{
    require(memchr(key->text, '\0', sizeof key->text) != NULL);
    check_utf8(key->text, strlen(key->text));
    if (key->code == K_PASTE)
        check_utf8(key->paste, key->paste_len);
}

static void check_line(const struct lineedit *edit)
{
    const struct str *text = &edit->text;
    check_utf8(text->buf, text->len);
    require(text->len <= SHORT);
    require(text_is_boundary(text->buf, text->len, edit->cursor));
    require(text_is_boundary(text->buf, text->len, edit->anchor));
    require(edit->seam <= text->len && edit->left <= text->len);
    for (size_t i = 0; i < text->len; i++)
        require((unsigned char)text->buf[i] >= 0x20 && text->buf[i] != 0x7F);
}

static void check_kept(const struct lineedit *edit)
{
    autostr kept = STR_INIT, again = STR_INIT;
    size_t n = 0;
    lineedit_commit(edit, &kept);
    uint8_t *nfc = u8_normalize(UNINORM_NFC, (const uint8_t *)kept.buf, kept.len, NULL, &n);
    require(nfc && n == kept.len && memcmp(nfc, kept.buf, n) == 0);
    free(nfc);
    require(text_clean(kept.buf, kept.len, &again, NULL) == STATUS_OK);
    require(strcmp(kept.buf, again.buf) == 0);
}

static void type(struct lineedit *edit, struct key_decoder *decoder, int64_t quiet, struct str *log)
{
    struct key key;
    while (key_decoder_next(decoder, quiet, &key)) {
        check_key(&key);
        if (edit) {
            lineedit_key(edit, &key);
            check_line(edit);
        }
        str_addf(log, "%d %s %d %d ", (int)key.code, key.text, key.row, key.col);
        str_add_n(log, key.paste ? key.paste : "", key.paste_len);
    }
}

static struct key_decoder *decoder_of_rxvt(void)
{
    struct key_decoder *decoder = key_decoder_new();
    key_decoder_learn(decoder, "\033[7~", K_HOME);
    key_decoder_learn(decoder, "\033Oa", K_CTRL_UP);
    key_decoder_learn(decoder, "\033[7$", K_SHIFT_HOME);
    return decoder;
}

// The first byte says in what pieces the rest comes: the pauses between them are just under what
// decides, except behind an ESC.
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    if (n < 1)
        return 0;
    const char *s = (const char *)data + 1;
    const size_t step = (size_t)data[0] + 1;
    struct key_decoder *whole = decoder_of_rxvt(), *cut = decoder_of_rxvt();
    autostr clipboard = STR_INIT, keys_whole = STR_INIT, keys_cut = STR_INIT;
    struct lineedit edit;
    lineedit_init(&edit);
    edit.clipboard = &clipboard;
    edit.max = SHORT;
    n--;
    key_decoder_feed(whole, s, n, 0);
    type(&edit, whole, 0, &keys_whole);
    int64_t now = 0;
    for (size_t at = 0; at < n; at += step) {
        const size_t end = n - at < step ? n : at + step;
        key_decoder_feed(cut, s + at, end - at, now);
        now += s[end - 1] == '\033' ? 0 : 999;
        type(NULL, cut, now, &keys_cut);
    }
    require(strcmp(keys_whole.buf, keys_cut.buf) == 0);
    while (key_decoder_due(whole) >= 0) // time passes
        type(&edit, whole, INT64_MAX, &keys_whole);
    check_kept(&edit);
    lineedit_done(&edit);
    key_decoder_free(&whole);
    key_decoder_free(&cut);
    return 0;
}
