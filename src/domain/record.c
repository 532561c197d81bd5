// SPDX-License-Identifier: GPL-3.0-or-later
// Kinds of records and their fields, from the one table.
#include "orjon/domain/record.h"

#include "orjon/domain/date.h"

#include <stdlib.h>
#include <string.h>

#define FIELD(name, says, called, is, ...)                                                         \
    {.word = says, .label = called, .type = is, .of = __VA_ARGS__},
#define X(kind, word, plural, parent, label)                                                       \
    static const struct record_field fields_of_##kind[] = {kind##_FIELDS(FIELD)};
RECORD_LIST(X)
#undef X

static const struct record_shape shapes[] = {
#define X(kind, word, plural, parent, label)                                                       \
    [RECORD_##kind] = {word, plural, label, parent, fields_of_##kind, kind##_FIELD_COUNT},
    RECORD_LIST(X)
#undef X
};

const struct record_shape *record_shape(enum record_kind kind)
{
    return &shapes[kind];
}

int record_kind_from_word(const char *word)
{
    for (int i = 0; i < RECORD_KINDS; i++)
        if (strcmp(shapes[i].word, word) == 0 || strcmp(shapes[i].plural, word) == 0)
            return i;
    return -1;
}

int record_field_from_word(enum record_kind kind, const char *word)
{
    for (int i = 0; i < shapes[kind].fields; i++) {
        const char *own = shapes[kind].field[i].word;
        if (*own == *word && strcmp(own, word) == 0) // each record that is read asks for each field
            return i;
    }
    return -1;
}

void records_done(struct records *records)
{
    for (size_t i = 0; i < records->count; i++)
        free((void *)records->record[i].text);
    free(records->record);
    arena_done(&records->arena);
    *records = (struct records){0};
}

void records_drop(struct records *records, int64_t id)
{
    for (size_t i = 0; i < records->count; i++)
        if (records->record[i].id == id) {
            free((void *)records->record[i].text);
            records->count--;
            memmove(&records->record[i], &records->record[i + 1],
                    (records->count - i) * sizeof *records->record);
            return;
        }
}

const struct record *records_find(const struct records *records, int64_t id)
{
    for (size_t i = 0; i < records->count; i++)
        if (records->record[i].id == id)
            return &records->record[i];
    return NULL;
}

int record_title_field(const struct record *record)
{
    const struct record_shape *shape = &shapes[record->kind];
    for (int i = 0; i < shape->fields; i++)
        if (shape->field[i].type <= FIELD_LINES && *record->text[i])
            return i;
    return -1;
}

const char *record_title(const struct record *record)
{
    const int field = record_title_field(record);
    return field < 0 ? "" : record->text[field];
}

bool record_date(const struct record *record, int field, int32_t *ret)
{
    const char *text = record->text[field];
    return *text && date_read_iso(text, strlen(text), ret, NULL) == STATUS_OK;
}

int64_t record_number(const struct record *record, int field)
{
    return strtoll(record->text[field], NULL, 10);
}

bool record_is(const struct record *record, int field, const char *word)
{
    return strcmp(record->text[field], word) == 0;
}

bool record_has(const struct record *record, int field, const char *word)
{
    const size_t n = strlen(word);
    for (const char *s = record->text[field]; *s; s += strspn(s, " ")) {
        const size_t length = strcspn(s, " ");
        if (length == n && strncmp(s, word, n) == 0)
            return true;
        s += length;
    }
    return false;
}
