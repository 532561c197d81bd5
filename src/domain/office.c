// SPDX-License-Identifier: GPL-3.0-or-later
// The particulars of an office.
#include "orjon/domain/office.h"

#include "orjon/base/text.h"
#include "orjon/domain/period.h"

#include <string.h>

static const struct {
    const char *key, *label, *hint;
} fields[] = {
#define X(name, key, label, hint) {key, label, hint},
    OFFICE_FIELD_LIST(X)
#undef X
};

const char *office_key(enum office_field field)
{
    return fields[field].key;
}

const char *office_label(enum office_field field)
{
    return tr(fields[field].label);
}

const char *office_hint(enum office_field field)
{
    return tr(fields[field].hint);
}

int office_field_from_key(const char *key)
{
    for (int i = 0; i < OFFICE_FIELDS; i++)
        if (strcmp(fields[i].key, key) == 0)
            return i;
    return -1;
}

void office_init(struct office *office)
{
    *office = (struct office){0};
    for (int i = 0; i < OFFICE_FIELDS; i++)
        office->field[i] = "";
}

void office_done(struct office *office)
{
    arena_done(&office->text);
    office_init(office);
}

static enum text_limit limit_of(enum office_field field)
{
    switch (field) {
    case OFFICE_FAMILY:
    case OFFICE_LEVEL:
        return TEXT_CODE;
    case OFFICE_COPIES:
        return TEXT_REMARK;
    default:
        return TEXT_NAME;
    }
}

enum status office_set(struct office *office, enum office_field field, const char *s, size_t n,
                       struct err *err)
{
    autostr text = STR_INIT;
    int year = 0, quarter = 0;
    enum status status = text_read(limit_of(field), s, n, &text, err);
    if (status == STATUS_OK && field == OFFICE_FISCAL_YEAR) {
        status = period_read_year(text.buf, text.len, &year, err);
        if (status == STATUS_OK) { // kept in one spelling
            str_reset(&text);
            period_write_year_short(&text, year);
            office->fiscal_year = year;
        }
    } else if (status == STATUS_OK && field == OFFICE_QUARTER) {
        status = period_read_quarter(text.buf, text.len, &quarter, err);
        if (status == STATUS_OK) {
            str_reset(&text);
            str_addf(&text, "%d", quarter);
            office->quarter = quarter;
        }
    } else if (status == STATUS_OK && field == OFFICE_SAMPLE) {
        office->sample = strcmp(text.buf, "1") == 0;
    }
    if (status == STATUS_OK)
        office->field[field] = arena_text(&office->text, text.buf, text.len);
    return status;
}
