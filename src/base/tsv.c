// SPDX-License-Identifier: GPL-3.0-or-later
// Lines and cells of a tab-separated text.
#include "orjon/base/tsv.h"

#include <string.h>

static void split(struct tsv *tsv, const char *s, size_t n)
{
    tsv->count = 0;
    for (;;) {
        const char *tab = memchr(s, '\t', n);
        size_t len = tab ? (size_t)(tab - s) : n;
        if (tsv->count < TSV_CELLS_MAX)
            tsv->cell[tsv->count] = (struct tsv_cell){s, len};
        tsv->count++;
        if (!tab)
            return;
        s = tab + 1;
        n -= len + 1;
    }
}

bool tsv_next(struct tsv *tsv)
{
    if (tsv->at == 0 && tsv->len >= 3 && memcmp(tsv->text, "\xEF\xBB\xBF", 3) == 0)
        tsv->at = 3;
    while (tsv->at < tsv->len) {
        const char *s = tsv->text + tsv->at;
        const char *end = memchr(s, '\n', tsv->len - tsv->at);
        size_t n = end ? (size_t)(end - s) : tsv->len - tsv->at;
        tsv->at += n + (end != NULL);
        tsv->line++;
        if (n > 0 && s[n - 1] == '\r')
            n--;
        if (n == 0)
            continue;
        split(tsv, s, n);
        return true;
    }
    return false;
}

bool tsv_is(const struct tsv *tsv, size_t i, const char *word)
{
    return i < tsv->count && i < TSV_CELLS_MAX && tsv->cell[i].n == strlen(word) &&
           memcmp(tsv->cell[i].s, word, tsv->cell[i].n) == 0;
}
