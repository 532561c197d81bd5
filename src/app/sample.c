// SPDX-License-Identifier: GPL-3.0-or-later
// A sample office filled in from its tables.
#include "sample.h"

#include "orjon/app/enter.h"
#include "orjon/app/records.h"
#include "orjon/base/tsv.h"
#include "sample_text.h"

#include <string.h>

struct sample {
    const char *family, *table;
    const unsigned char *text;
    size_t size;
};

// Those of one sample side by side.
#define SAMPLE(family, table, text) {family, table, text, text##_size},
static const struct sample samples[] = {
#include "sample_table.h"
};
#undef SAMPLE
enum { SAMPLES = sizeof samples / sizeof *samples };

const struct sample *sample_find(const char *family)
{
    for (size_t i = 0; family && i < SAMPLES; i++)
        if (strcmp(samples[i].family, family) == 0)
            return &samples[i];
    return samples;
}

const char *app_sample_family(size_t i)
{
    const char *family = NULL;
    for (size_t at = 0; at < SAMPLES; at++)
        if (!family || strcmp(samples[at].family, family) != 0) {
            family = samples[at].family;
            if (i-- == 0)
                return family;
        }
    return NULL;
}

static const struct sample *end_of(const struct sample *sample)
{
    const struct sample *end = sample;
    while (end < samples + SAMPLES && strcmp(end->family, sample->family) == 0)
        end++;
    return end;
}

struct sample_table sample_table(const struct sample *sample, const char *name)
{
    for (const struct sample *s = sample; s < end_of(sample); s++)
        if (strcmp(s->table, name) == 0)
            return (struct sample_table){(const char *)s->text, s->size};
    return (struct sample_table){"", 0};
}

enum status sample_fill_office(const struct sample *sample, struct app *app, struct err *err)
{
    const struct sample_table table = sample_table(sample, "office");
    autotsv tsv;
    tsv_open(&tsv, table.text, table.size);
    while (tsv_next(&tsv)) {
        autofree char *key = mem_copy_text(tsv.cell[0].s, tsv.cell[0].n);
        autofree char *value = mem_copy_text(tsv.cell[1].s, tsv.cell[1].n);
        enum status status =
            app_put_office(app, (enum office_field)office_field_from_key(key), value, err);
        if (status)
            return status;
    }
    return app_put_office(app, OFFICE_SAMPLE, "1", err);
}

// Each kind behind those that it names, as the tables stand.
static enum status fill_records(const struct sample *sample, struct app *app, struct err *err)
{
    enum status status = STATUS_OK;
    for (const struct sample *s = sample; s < end_of(sample) && !status; s++) {
        const int kind = record_kind_from_word(s->table);
        const struct app_import import = {.kind = (enum record_kind)kind,
                                          .name = s->table,
                                          .text = (const char *)s->text,
                                          .n = s->size};
        size_t count = 0;
        autostr faults = STR_INIT;
        if (kind >= 0 && strcmp(record_shape(import.kind)->plural, s->table) == 0)
            status = app_import_records(app, &import, &count, &faults, err);
    }
    return status;
}

enum status sample_fill(const struct sample *sample, struct app *app, struct err *err)
{
    const struct sample_table figures = sample_table(sample, "figures");
    size_t count = 0;
    autostr faults = STR_INIT, notes = STR_INIT;
    enum status status = app_enter_file(app, _("the sample"), figures.text, figures.size, false,
                                        &count, &faults, &notes, err);
    if (status)
        return status == STATUS_INVALID ? STATUS_OK : status;
    status = fill_records(sample, app, err);
    return status ? status : sample_fill_below(sample, app, err);
}
