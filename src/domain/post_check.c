// SPDX-License-Identifier: GPL-3.0-or-later
// What is odd in who held which post.
#include "checking.h"

#include "orjon/domain/date.h"
#include "orjon/domain/post.h"

#include <stdlib.h>
#include <string.h>

struct checking {
    const struct records *people, *terms;
    struct place place;
};

static const char *name_of(const struct checking *c, const struct record *term)
{
    const struct record *person = records_find(c->people, term->parent);
    return person ? record_title(person) : "";
}

static void write_day(struct str *ret, int32_t day)
{
    date_write(ret, day, i18n_digits());
}

static void check_backwards(const struct checking *c, const struct record *term)
{
    autostr from = STR_INIT, to = STR_INIT;
    if (post_begins(term) <= post_ends(term))
        return;
    write_day(&from, post_begins(term));
    write_day(&to, post_ends(term));
    check_find(&c->place, SEVERITY_ERROR, "term-backwards",
               _("%s: the post ends on %s, before it begins on %s"), name_of(c, term), to.buf,
               from.buf);
}

static void check_pair(const struct checking *c, const struct record *a, const struct record *b)
{
    autostr day = STR_INIT;
    const int32_t begins = post_begins(a) > post_begins(b) ? post_begins(a) : post_begins(b);
    const int32_t ends = post_ends(a) < post_ends(b) ? post_ends(a) : post_ends(b);
    if (begins > ends)
        return;
    if (begins != INT32_MIN)
        write_day(&day, begins);
    else
        str_add(&day, "–");
    if (a->parent == b->parent && strcmp(a->text[TERM_OFFICE], b->text[TERM_OFFICE]) == 0)
        check_find(&c->place, SEVERITY_QUERY, "terms-overlap",
                   _("%s has two posts in one office from %s: %s, %s"), name_of(c, a), day.buf,
                   a->text[TERM_DESIGNATION], b->text[TERM_DESIGNATION]);
    else if (post_signs(a) && post_signs(b))
        check_find(&c->place, SEVERITY_ERROR, "signers-overlap",
                   _("Two sign for the office from %s: %s, %s"), day.buf, name_of(c, a),
                   name_of(c, b));
}

static int by_beginning(const void *a, const void *b)
{
    const int32_t x = post_begins(*(const struct record *const *)a),
                  y = post_begins(*(const struct record *const *)b);
    return (x > y) - (x < y);
}

static void check_gap(const struct checking *c, int32_t ended, int32_t begins)
{
    autostr from = STR_INIT, to = STR_INIT;
    write_day(&from, ended + 1);
    write_day(&to, begins - 1);
    check_find(&c->place, SEVERITY_QUERY, "signers-gap",
               _("Nobody signed for the office from %s to %s"), from.buf, to.buf);
}

static void check_gaps(const struct checking *c)
{
    autofree const struct record **signs = mem_alloc((c->terms->count + 1) * sizeof *signs);
    size_t count = 0;
    for (size_t i = 0; i < c->terms->count; i++)
        if (post_signs(&c->terms->record[i]))
            signs[count++] = &c->terms->record[i];
    qsort(signs, count, sizeof *signs, by_beginning);
    int32_t ended = INT32_MAX;
    for (size_t i = 0; i < count; i++) {
        const int32_t begins = post_begins(signs[i]), ends = post_ends(signs[i]);
        if (ended < INT32_MAX && ended + 1 < begins)
            check_gap(c, ended, begins);
        if (!i || ends > ended)
            ended = ends;
    }
}

void post_check(const struct records *people, const struct records *terms, struct findings *ret)
{
    const struct checking c = {people, terms, {.findings = ret}};
    for (size_t i = 0; i < terms->count; i++) {
        check_backwards(&c, &terms->record[i]);
        for (size_t k = i + 1; k < terms->count; k++)
            check_pair(&c, &terms->record[i], &terms->record[k]);
    }
    check_gaps(&c);
}
