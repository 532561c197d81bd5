// SPDX-License-Identifier: GPL-3.0-or-later
// Records as a table.
#include "orjon/app/records.h"
#include "orjon/base/tsv.h"

void app_write_records(enum record_kind kind, const struct records *records, struct str *ret)
{
    const struct record_shape *shape = record_shape(kind);
    str_add(ret, shape->parent < 0 ? "id" : "id\tparent");
    for (int i = 0; i < shape->fields; i++)
        str_addf(ret, "\t%s", shape->field[i].word);
    str_add_char(ret, '\n');
    for (size_t r = 0; r < records->count; r++) {
        const struct record *record = &records->record[r];
        str_addf(ret, "%lld\t", (long long)record->id);
        if (shape->parent >= 0)
            str_addf(ret, "%lld\t", (long long)record->parent);
        tsv_write_cells(ret, record->text, (size_t)shape->fields);
        str_add_char(ret, '\n');
    }
}
