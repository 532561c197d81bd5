// SPDX-License-Identifier: GPL-3.0-or-later
// A tab-separated file: its cells lie in it in order, and what a cell becomes as text is safe to
// show, to wrap and to search.
#include "fuzz.h"

#include "orjon/base/mem.h"
#include "orjon/base/text.h"
#include "orjon/base/tsv.h"

#include <string.h>
#include <uninorm.h>
#include <unistr.h>

enum { COLUMNS = 17 };

static void check_clean(const struct str *text)
{
    autostr again = STR_INIT;
    require(u8_check((const uint8_t *)text->buf, text->len) == NULL);
    for (size_t i = 0; i < text->len; i++)
        require((unsigned char)text->buf[i] >= 0x20 && text->buf[i] != 0x7F);
    require(text_clean(text->buf, text->len, &again, NULL) == STATUS_OK);
    require(strcmp(again.buf, text->buf) == 0); // what is clean needs no more cleaning
    size_t n = 0;
    uint8_t *nfc = u8_normalize(UNINORM_NFC, (const uint8_t *)text->buf, text->len, NULL, &n);
    require(nfc && n == text->len && memcmp(nfc, text->buf, n) == 0);
    free(nfc);
}

static void check_steps(const char *s, size_t n)
{
    for (size_t at = 0; at < n;) {
        const size_t next = text_next(s, n, at);
        require(next > at && next <= n && text_is_boundary(s, n, next));
        require(text_prev(s, n, next) == at);
        at = next;
    }
}

static void check_wrap(const char *s, size_t n)
{
    struct text_line *line = NULL;
    const size_t lines = text_wrap(s, n, COLUMNS, &line);
    size_t end = 0;
    require(lines >= 1);
    for (size_t i = 0; i < lines; i++) {
        require(line[i].from >= end && line[i].from + line[i].len <= n);
        for (; end < line[i].from; end++)
            require(s[end] == ' '); // nothing but blanks goes between lines
        end = line[i].from + line[i].len;
    }
    for (; end < n; end++)
        require(s[end] == ' ');
    free(line);
}

static void check_cell(const struct tsv_cell *cell)
{
    autostr clean = STR_INIT, folded = STR_INIT, padded = STR_INIT;
    struct err err = {0};
    if (text_clean(cell->s, cell->n, &clean, &err)) {
        require(*err.text != '\0');
        return;
    }
    check_clean(&clean);
    check_steps(clean.buf, clean.len);
    check_wrap(clean.buf, clean.len);
    text_fold(clean.buf, clean.len, &folded);
    text_pad(&padded, clean.buf, clean.len, COLUMNS, ALIGN_CENTRE);
    require(text_columns(padded.buf, padded.len) == COLUMNS);
    require(text_columns(clean.buf, text_fit(clean.buf, clean.len, COLUMNS)) <= COLUMNS);
}

// Whatever stands in a cell is written so that it reads back.
static void check_writing(const struct tsv_cell *cell)
{
    struct tsv again;
    autostr written = STR_INIT;
    autofree char *text = mem_copy_text(cell->s, cell->n);
    str_add(&written, "a\t");
    tsv_write_cell(&written, text);
    str_add(&written, "\tz");
    tsv_open(&again, written.buf, written.len);
    require(tsv_next(&again) && again.count == 3 && !again.fault);
    require(tsv_is(&again, 1, text));
    require(!tsv_next(&again));
    tsv_done(&again);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    struct tsv tsv;
    size_t line = 0;
    tsv_open(&tsv, (const char *)data, n);
    while (tsv_next(&tsv)) {
        require(tsv.count > 0 && tsv.line > line);
        line = tsv.line;
        for (size_t i = 0; i < tsv.count; i++) {
            check_cell(&tsv.cell[i]);
            check_writing(&tsv.cell[i]);
        }
    }
    require(!tsv.fault || *tsv.fault);
    tsv_done(&tsv);
    tsv_open_block(&tsv, (const char *)data, n);
    while (tsv_next_row(&tsv))
        for (size_t i = 0; i < tsv.count; i++)
            check_cell(&tsv.cell[i]);
    require(!tsv.fault); // a paste is never refused as a whole
    tsv_done(&tsv);
    return 0;
}
