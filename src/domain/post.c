// SPDX-License-Identifier: GPL-3.0-or-later
// Who held which post on a date.
#include "orjon/domain/post.h"

#include "orjon/domain/date.h"

#include <string.h>

// A day that cannot be read is none: what is kept was read before.
static int32_t day_of(const char *kept, int32_t otherwise)
{
    int32_t day = 0;
    return date_read_iso(kept, strlen(kept), &day, NULL) == STATUS_OK ? day : otherwise;
}

int32_t post_begins(const struct record *term)
{
    return day_of(term->text[TERM_FROM], INT32_MIN);
}

int32_t post_ends(const struct record *term)
{
    return day_of(term->text[TERM_TO], INT32_MAX);
}

static bool lasts(const struct record *term, int32_t date)
{
    return post_begins(term) <= date && date <= post_ends(term);
}

static bool is_here(const struct record *term)
{
    return !*term->text[TERM_OFFICE];
}

bool post_signs(const struct record *term)
{
    return is_here(term) && strcmp(term->text[TERM_SIGNS], "yes") == 0;
}

static bool goes_before(const struct record *term, const struct record *best)
{
    if (!best || is_here(term) != is_here(best))
        return !best || is_here(term);
    return post_begins(term) >= post_begins(best);
}

const struct record *post_term(const struct records *terms, int64_t person, int32_t date)
{
    const struct record *best = NULL;
    for (size_t i = 0; person && i < terms->count; i++) {
        const struct record *term = &terms->record[i];
        if (term->parent == person && lasts(term, date) && goes_before(term, best))
            best = term;
    }
    return best;
}

struct post post_signer(const struct records *people, const struct records *terms, int32_t date)
{
    struct post post = {0};
    for (size_t i = 0; i < terms->count; i++) {
        const struct record *term = &terms->record[i];
        if (post_signs(term) && lasts(term, date) && goes_before(term, post.term))
            post = (struct post){records_find(people, term->parent), term};
    }
    return post;
}

bool post_had_left(const struct records *terms, int64_t person, int32_t date)
{
    bool was[2] = {false, false}, is[2] = {false, false}; // elsewhere, here
    for (size_t i = 0; person && i < terms->count; i++) {
        const struct record *term = &terms->record[i];
        if (term->parent != person)
            continue;
        was[is_here(term)] |= post_ends(term) < date;
        is[is_here(term)] |= lasts(term, date);
    }
    return was[1] || is[1] ? !is[1] : was[0] && !is[0];
}

void post_write(struct str *ret, const struct record *term)
{
    static const char *const in_front[] = {"ভারপ্রাপ্ত", "Acting", "Officiating", NULL};
    const char *post = term ? term->text[TERM_DESIGNATION] : "",
               *acting = term ? term->text[TERM_ACTING] : "";
    bool front = false;
    for (size_t i = 0; in_front[i]; i++)
        front |= strcmp(acting, in_front[i]) == 0;
    if (!*acting || !*post)
        str_addf(ret, "%s%s", post, acting);
    else if (front)
        str_addf(ret, "%s %s", acting, post);
    else if (*acting == '(')
        str_addf(ret, "%s %s", post, acting);
    else
        str_addf(ret, "%s (%s)", post, acting);
}

void post_split(const char *designation, struct str *ret_designation, struct str *ret_acting)
{
    size_t n = strlen(designation);
    const char *bracket = strrchr(designation, '(');
    if (!bracket || bracket == designation || designation[n - 1] != ')')
        bracket = designation + n;
    str_add(ret_acting, bracket);
    n = (size_t)(bracket - designation);
    while (n > 0 && designation[n - 1] == ' ')
        n--;
    str_add_n(ret_designation, designation, n);
}

void post_fill_office(struct office *office, const struct records *people,
                      const struct records *terms, int32_t date, struct arena *texts)
{
    autostr designation = STR_INIT;
    const char **officer = &office->field[OFFICE_OFFICER],
               **post = &office->field[OFFICE_DESIGNATION];
    if (!office->officer_by_post && **officer)
        return; // whose designation is no other's
    const struct post signer = post_signer(people, terms, date);
    office->officer_by_post = true;
    *officer = signer.person ? signer.person->text[PERSON_NAME] : "";
    if (!office->designation_by_post && **post)
        return;
    post_write(&designation, signer.term);
    office->designation_by_post = true;
    *post = arena_text(texts, designation.buf, designation.len);
}
