// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers and dates of a spreadsheet. The cell holds the value and a format that shows it as it is
// printed, Bengali digits, sign of percent and all; where no format can, the text stays.
#include "xlsx.h"

#include <string.h>

enum { DAYS_TO_1970 = 25569, FIRST_SAFE_DAY = -25508 }; // 1 March 1900: before it Excel errs

#define BENGALI_DIGITS "[$-5000445]"

// The digit at s in either set and how many bytes it takes; -1 when there is none.
static int digit_at(const char *s, size_t *ret_n)
{
    const unsigned char *c = (const unsigned char *)s;
    *ret_n = 1;
    if (*s >= '0' && *s <= '9')
        return *s - '0';
    if (c[0] != 0xE0 || c[1] != 0xA7 || c[2] < 0xA6 || c[2] > 0xAF) // U+09E6 … U+09EF
        return -1;
    *ret_n = 3;
    return c[2] - 0xA6;
}

struct shape {
    struct str format;
    bool bengali;
    int digits, decimals; // before and behind the point
    int64_t number;       // all digits as one
    int parts;            // runs of digits
    bool odd;             // what no format shows
};

static void add_literal(struct str *ret, const char *s, size_t n)
{
    str_add_char(ret, '\\');
    str_add_n(ret, s, n);
}

// Reads «০১», «৯৪.২৯», «৪০%».
static void read_number(const char *s, struct shape *shape)
{
    bool point = false, ended = false;
    for (size_t n; *s; s += n) {
        int digit = digit_at(s, &n);
        if (digit >= 0) {
            shape->odd |= ended || shape->digits + shape->decimals >= 15;
            shape->bengali |= n > 1;
            *(point ? &shape->decimals : &shape->digits) += 1;
            if (!shape->odd)
                shape->number = shape->number * 10 + digit;
        } else if (*s == '.' && !point && shape->digits) {
            point = true;
        } else {
            ended = true;
            shape->odd |= *s != '%' || !shape->digits;
        }
    }
}

static bool number_value(const struct cell *cell, struct shape *shape, double *ret)
{
    read_number(cell->text, shape);
    double unit = 1;
    __int128 printed = shape->number, value = cell->value;
    if (shape->odd || !shape->digits)
        return false;
    for (int i = 0; i < shape->decimals; i++, unit *= 10)
        value *= 10;
    for (int i = 0; i < cell->decimals; i++)
        printed *= 10;
    if (printed != value) // the text says something else
        return false;
    bool padded = digit_at(cell->text, &(size_t){0}) == 0;
    str_add_repeat(&shape->format, "0", padded ? (size_t)shape->digits : 1);
    if (shape->decimals)
        str_add_char(&shape->format, '.');
    str_add_repeat(&shape->format, "0", (size_t)shape->decimals);
    const bool percent = strchr(cell->text, '%');
    if (percent)
        str_add_char(&shape->format, '%');
    *ret = (double)shape->number / unit / (percent ? 100 : 1);
    return true;
}

// Reads «৩১/১২/২০২৩», «৩১.১২.২৩»: day, month and year between signs.
static bool date_value(const struct cell *cell, struct shape *shape, double *ret)
{
    static const char letters[] = "dmy";
    if (cell->value < FIRST_SAFE_DAY)
        return false;
    for (const char *s = cell->text; *s && !shape->odd;) {
        size_t run = 0, n;
        for (; digit_at(s, &n) >= 0; s += n, run++)
            shape->bengali |= n > 1;
        shape->odd = run == 0 || shape->parts == 3 || (shape->parts < 2 && run > 2);
        for (size_t i = 0; i < run && !shape->odd; i++)
            str_add_char(&shape->format, letters[shape->parts]);
        shape->parts++;
        if (*s && strchr("/.-", *s))
            add_literal(&shape->format, s++, 1);
    }
    *ret = (double)(cell->value + DAYS_TO_1970);
    return !shape->odd && shape->parts == 3;
}

bool xlsx_value(const struct cell *cell, char format[XLSX_FORMAT_MAX], double *ret)
{
    *format = '\0';
    if (!cell->has_value || cell->kind == CELL_TEXT)
        return false;
    struct shape shape = {.format = STR_INIT};
    bool shown =
        cell->kind == CELL_DATE ? date_value(cell, &shape, ret) : number_value(cell, &shape, ret);
    shown = shown && shape.format.len + sizeof BENGALI_DIGITS <= XLSX_FORMAT_MAX;
    if (shown)
        snprintf(format, XLSX_FORMAT_MAX, "%s%s", shape.bengali ? BENGALI_DIGITS : "",
                 shape.format.buf);
    str_done(&shape.format);
    return shown;
}
