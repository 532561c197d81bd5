// SPDX-License-Identifier: GPL-3.0-or-later
// Which parts of a packet are wanted.
#include "orjon/domain/packet.h"

#include "orjon/base/i18n.h"

#include <string.h>

static const struct {
    const char *word, *label;
} parts[] = {
#define X(name, word, label) {word, label},
    PACKET_PART_LIST(X)
#undef X
};

const char *packet_word(enum packet_part part)
{
    return parts[part].word;
}

const char *packet_label(enum packet_part part)
{
    return tr(parts[part].label);
}

static int find(const char *word, size_t n)
{
    for (int i = 0; i < PACKET_PARTS; i++)
        if (strlen(parts[i].word) == n && memcmp(parts[i].word, word, n) == 0)
            return i;
    return -1;
}

enum status packet_read(const char *typed, unsigned *ret, struct err *err)
{
    static const char between[] = ", ";
    autostr known = STR_INIT, word = STR_INIT;
    *ret = 0;
    for (const char *s = typed + strspn(typed, between); *s; s += strspn(s, between)) {
        const size_t n = strcspn(s, between);
        const int part = find(s, n);
        str_add_n(&word, s, part < 0 ? n : 0);
        for (int i = 0; part < 0 && i < PACKET_PARTS; i++)
            str_addf(&known, "%s%s", i ? ", " : "", parts[i].word);
        if (part < 0)
            return err_set(err, STATUS_INVALID, _("“%s” is no part of a packet; there are: %s"),
                           word.buf, known.buf);
        *ret |= 1u << part;
        s += n;
    }
    if (!*ret)
        *ret = PACKET_ALL;
    return STATUS_OK;
}

void packet_write(unsigned chosen, struct str *ret)
{
    const size_t from = ret->len;
    for (int i = 0; i < PACKET_PARTS && chosen != PACKET_ALL; i++)
        if (chosen >> i & 1)
            str_addf(ret, "%s%s", ret->len > from ? "," : "", parts[i].word);
}
