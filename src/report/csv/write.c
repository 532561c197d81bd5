// SPDX-License-Identifier: GPL-3.0-or-later
// The csv writer (RFC 4180): one record of headings and one for each row, complete in itself: a
// cell that reaches over several rows is written in each of them.
#include "orjon/report/writer.h"

#include "day.h"

#include <stdio.h>
#include <string.h>

struct csv {
    const struct writer_options *options;
    struct str *ret;
    bool started; // a field of this record is written
    bool any;     // a record is written
};

// The next code point if it is a digit of either set: its length in bytes, else 0.
static size_t digit_length(const char *s)
{
    if (*s >= '0' && *s <= '9')
        return 1;
    const unsigned char *c = (const unsigned char *)s; // U+09E6 … U+09EF
    return c[0] == 0xE0 && c[1] == 0xA7 && c[2] >= 0xA6 && c[2] <= 0xAF ? 3 : 0;
}

static bool is_number(const char *s)
{
    bool digits = false;
    s += *s == '-' || *s == '+';
    while (*s && *s != '%') {
        size_t n = digit_length(s);
        if (n == 0 && *s != '.' && *s != ',')
            return false;
        digits |= n > 0;
        s += n ? n : 1;
    }
    s += *s == '%';
    return digits && !*s;
}

// Whether a spreadsheet might run the text as a formula. Blanks before it do not disarm it
// everywhere, and some take the wide signs of East Asia for the plain ones.
static bool is_formula(const char *s)
{
    static const char *const wide[] = {"＝", "＋", "－", "＠"};
    while (*s == ' ' || *s == '\n' || strncmp(s, "\u00A0", 2) == 0)
        s += *s == ' ' || *s == '\n' ? 1 : 2;
    for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
        if (strncmp(s, wide[i], strlen(wide[i])) == 0)
            return true;
    return *s && strchr("=+-@", *s) && s[strspn(s, "-")] && !is_number(s);
}

static void add_field(struct csv *csv, const char *text)
{
    if (csv->started)
        str_add_char(csv->ret, ',');
    csv->started = csv->any = true;
    const char *guard = is_formula(text) ? "'" : "";
    if (!text[strcspn(text, "\",\r\n")]) {
        str_addf(csv->ret, "%s%s", guard, text);
        return;
    }
    str_addf(csv->ret, "\"%s", guard);
    for (; *text; text++)
        str_add_n(csv->ret, *text == '"' ? "\"\"" : text, *text == '"' ? 2 : 1);
    str_add_char(csv->ret, '"');
}

static void end_record(struct csv *csv)
{
    str_add(csv->ret, "\r\n");
    csv->started = false;
}

static void add_number(struct csv *csv, int64_t value, int decimals)
{
    char digits[32], text[48];
    snprintf(digits, sizeof digits, "%0*lld", decimals + (value < 0 ? 2 : 1), (long long)value);
    const int whole = (int)strlen(digits) - decimals;
    snprintf(text, sizeof text, "%.*s%s%s", whole, digits, decimals ? "." : "", digits + whole);
    add_field(csv, text);
}

static void add_day(struct csv *csv, int64_t day)
{
    autostr text = STR_INIT;
    day_write(&text, day);
    add_field(csv, text.buf);
}

static void add_cell(struct csv *csv, const struct cell *cell)
{
    if (cell->has_value && cell->kind == CELL_NUMBER && !csv->options->as_printed)
        add_number(csv, cell->value, cell->decimals);
    else if (cell->has_value && cell->kind == CELL_DATE && !csv->options->as_printed)
        add_day(csv, cell->value);
    else
        add_field(csv, cell->text);
}

// «অগ্রগতি / ১ম কোয়ার্টার»
static void add_headings(struct csv *csv, const struct table *table)
{
    autostr heading = STR_INIT;
    for (size_t c = 0; c < table->columns; c++) {
        str_reset(&heading);
        const char *const *level = table->column[c].heading;
        for (size_t i = 0; i < TABLE_LEVELS && level[i]; i++)
            str_addf(&heading, "%s%s", i ? " / " : "", level[i]);
        add_field(csv, heading.buf);
    }
    end_record(csv);
}

static void add_table(struct csv *csv, const struct table *table)
{
    if (csv->any)
        end_record(csv);
    add_headings(csv, table);
    for (size_t r = 0; r < table->rows; r++) {
        for (size_t c = 0; c < table->columns; c++) {
            size_t origin = r;
            while (table->row[origin].cell[c].above)
                origin--;
            const struct cell *cell = &table->row[origin].cell[c];
            if (cell->covered)
                add_field(csv, "");
            else
                add_cell(csv, cell);
        }
        end_record(csv);
    }
}

static void add_text(struct csv *csv, const char *text)
{
    if (!*text)
        return;
    add_field(csv, text);
    end_record(csv);
}

enum status write_csv(const struct paper *paper, const struct writer_options *options,
                      struct str *ret, struct err *err)
{
    (void)err;
    struct csv csv = {.options = options, .ret = ret};
    if (options->bom)
        str_add(ret, "\uFEFF");
    if (paper->settings.warns)
        add_text(&csv, paper->settings.mark);
    for (size_t i = 0; i < paper->blocks; i++) {
        const struct block *block = &paper->block[i];
        if (block->kind == BLOCK_TABLE) {
            add_table(&csv, block->table);
        } else if (options->with_text || block->line.record) {
            add_text(&csv, block->line.text);
            add_text(&csv, block->kind == BLOCK_PAIR ? block->right : "");
            for (size_t k = 0; k < block->items; k++)
                add_text(&csv, block->item[k]);
        }
    }
    return STATUS_OK;
}
