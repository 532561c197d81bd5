// SPDX-License-Identifier: GPL-3.0-or-later
// The records around a meeting from a file, as papers are composed from them: kind, number, what it
// belongs to, then field and text by turns; a | is a line break.
#pragma once

#include "test.h"

#include "orjon/base/file.h"
#include "orjon/base/tsv.h"
#include "orjon/domain/dossier.h"

static inline struct record *dossier_case_add(struct dossier *d, enum record_kind kind, int64_t id,
                                              int64_t parent)
{
    struct records *of = &d->of[kind];
    const int fields = record_shape(kind)->fields;
    if (of->count == of->cap) {
        of->cap = of->cap ? 2 * of->cap : 16;
        of->record = mem_resize(of->record, of->cap, sizeof *of->record);
    }
    struct record *record = &of->record[of->count++];
    *record = (struct record){id, parent, kind, mem_alloc((size_t)fields * sizeof *record->text)};
    for (int f = 0; f < fields; f++)
        record->text[f] = "";
    return record;
}

static inline void dossier_case_put(struct dossier *d, const struct record *record, int field,
                                    const char *s, size_t n)
{
    assert_true(field >= 0);
    char *text = mem_copy_text(s, n);
    for (char *at = text; (at = strchr(at, '|'));)
        *at = '\n';
    record->text[field] = arena_text(&d->of[record->kind].arena, text, n);
    free(text);
}

static inline const char *dossier_case_cell(const struct tsv *tsv, size_t i, struct str *ret)
{
    str_reset(ret);
    str_add_n(ret, tsv->cell[i].s, tsv->cell[i].n);
    return ret->buf;
}

static inline void dossier_case_read(struct dossier *d, const char *name)
{
    autostr path = STR_INIT, text = STR_INIT, cell = STR_INIT;
    autotsv tsv;
    str_addf(&path, TEST_DATA "/../print/%s.tsv", name);
    assert_int_equal(file_read(path.buf, &text, NULL), STATUS_OK);
    tsv_open(&tsv, text.buf, text.len);
    while (tsv_next(&tsv)) {
        if (tsv.cell[0].s[0] == '#')
            continue;
        const int kind = record_kind_from_word(dossier_case_cell(&tsv, 0, &cell));
        assert_true(kind >= 0);
        const int64_t id = atoll(dossier_case_cell(&tsv, 1, &cell)),
                      parent = atoll(dossier_case_cell(&tsv, 2, &cell));
        struct record *record = dossier_case_add(d, (enum record_kind)kind, id, parent);
        for (size_t i = 3; i + 1 < tsv.count; i += 2)
            dossier_case_put(
                d, record,
                record_field_from_word((enum record_kind)kind, dossier_case_cell(&tsv, i, &cell)),
                tsv.cell[i + 1].s, tsv.cell[i + 1].n);
    }
    if (d->of[RECORD_MEETING].count == 1)
        d->meeting = d->of[RECORD_MEETING].record;
}
