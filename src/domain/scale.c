// SPDX-License-Identifier: GPL-3.0-or-later
// Grades and what they earn.
#include "orjon/domain/scale.h"

#include "orjon/base/text.h"
#include "orjon/domain/number.h"

#include <stdio.h>
#include <string.h>

const struct scale scale_usual = {
    .grades = 5,
    .percent = {100, 90, 80, 70, 60},
    .name = {"অসাধারণ", "অতি উত্তম", "উত্তম", "চলতি মান", "চলতি মানের নিম্নে"},
    .column = {"target", "grade_90", "grade_80", "grade_70", "grade_60"},
};

static enum status read_percent(const char *s, size_t n, int below, int *ret, struct err *err)
{
    autostr ascii = STR_INIT;
    int value = 0;
    text_digits(&ascii, s, n, DIGITS_LATIN);
    for (const char *at = ascii.buf; *at; at++) {
        if (*at < '0' || *at > '9' || value > 100)
            return err_set(err, STATUS_INVALID,
                           _("“%.*s” is no percent of a scale; they are whole, 100 to 1"),
                           (int)text_fit(s, n, 30), s);
        value = 10 * value + *at - '0';
    }
    if (value < 1 || value > 100 || value >= below)
        return err_set(err, STATUS_INVALID,
                       _("The percents of a scale fall from 100 at most to 1 at least; %s does not "
                         "stand below the one before"),
                       SAY(value));
    *ret = value;
    return STATUS_OK;
}

// A name may have blanks: it ends before a blank behind which a digit stands.
static size_t name_length(const char *s, size_t n)
{
    autostr ascii = STR_INIT;
    for (size_t i = 0; i < n; i++) {
        if (s[i] != ' ')
            continue;
        str_cut(&ascii, 0);
        text_digits(&ascii, s + i + 1, n - i - 1, DIGITS_LATIN);
        if (ascii.len && ascii.buf[0] >= '0' && ascii.buf[0] <= '9')
            return i;
    }
    return n;
}

static enum status read_grade(const char **s, size_t *n, struct arena *arena, struct scale *scale,
                              struct err *err)
{
    const size_t g = scale->grades;
    size_t length = 0;
    if (g == GRADES_MAX)
        return err_set(err, STATUS_INVALID, _("A scale has at most %s grades"), SAY(GRADES_MAX));
    while (length < *n && (*s)[length] != ' ' && (*s)[length] != '|')
        length++;
    enum status status =
        read_percent(*s, length, g ? scale->percent[g - 1] : 101, &scale->percent[g], err);
    if (status)
        return status;
    *s += length, *n -= length;
    scale->name[g] = "";
    if (*n && **s == '|') {
        length = name_length(++*s, --*n);
        scale->name[g] = arena_text(arena, *s, length);
        *s += length, *n -= length;
    }
    *s += *n > 0, *n -= *n > 0; // the blank
    snprintf(scale->column[g], sizeof *scale->column, g ? "grade_%d" : "target", scale->percent[g]);
    scale->grades++;
    return STATUS_OK;
}

enum status scale_read(const char *s, size_t n, struct arena *arena, struct scale *ret,
                       struct err *err)
{
    struct scale scale = {0};
    enum status status = STATUS_OK;
    while (!status && n > 0)
        status = read_grade(&s, &n, arena, &scale, err);
    if (!status)
        *ret = scale.grades ? scale : scale_usual;
    return status;
}

void scale_write(const struct scale *scale, struct str *ret)
{
    bool usual = scale->grades == scale_usual.grades;
    for (size_t g = 0; usual && g < scale->grades; g++)
        usual = scale->percent[g] == scale_usual.percent[g] &&
                strcmp(scale->name[g], scale_usual.name[g]) == 0;
    for (size_t g = 0; !usual && g < scale->grades; g++)
        str_addf(ret, "%s%d%s%s", g ? " " : "", scale->percent[g], *scale->name[g] ? "|" : "",
                 scale->name[g]);
}
