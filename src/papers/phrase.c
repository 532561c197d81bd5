// SPDX-License-Identifier: GPL-3.0-or-later
// Filling in phrases.
#include "phrase.h"

#include "orjon/base/text.h"
#include "pen.h"

#include <string.h>

struct scene {
    const struct paper_request *request;
    const struct plan *plan;
};

static int fiscal_year(const struct scene *scene)
{
    return scene->request->plans[0].plan->fiscal_year;
}

// The phrase puts its own stop behind a particular, whether the clerk typed one or not.
static void write_particular(struct str *ret, const struct scene *scene, enum office_field field)
{
    static const char stop[] = "।";
    const char *text = scene->request->office->field[field];
    size_t n = strlen(text);
    while (n > 0 && text[n - 1] == ' ')
        n--;
    if (n >= sizeof stop - 1 && memcmp(text + n - (sizeof stop - 1), stop, sizeof stop - 1) == 0)
        n -= sizeof stop - 1;
    str_add_n(ret, text, n);
}

static void write_to(struct str *ret, const struct scene *scene)
{
    size_t from = ret->len;
    write_particular(ret, scene, OFFICE_SUPERIOR);
    size_t officer = ret->len;
    if (officer > from)
        str_add(ret, ", ");
    size_t comma = ret->len;
    write_particular(ret, scene, OFFICE_SUPERIOR_OFFICE);
    if (ret->len == comma)
        str_cut(ret, officer);
}

static void write_plan(struct str *ret, const struct scene *scene)
{
    str_add(ret, scene->plan ? scene->plan->title : "");
}

static void write_year(struct str *ret, const struct scene *scene)
{
    period_write_year(ret, fiscal_year(scene), scene->request->digits);
}

static void write_months(struct str *ret, const struct scene *scene)
{
    period_write_quarter_months(ret, fiscal_year(scene), scene->request->quarter,
                                scene->request->digits);
}

static void write_months_with_comma(struct str *ret, const struct scene *scene)
{
    autostr months = STR_INIT;
    write_months(&months, scene);
    const char *slash = strchrnul(months.buf, '/');
    str_add_n(ret, months.buf, (size_t)(slash - months.buf));
    if (*slash)
        str_addf(ret, ", %s", slash + 1);
}

static void write_ordinal(struct str *ret, const struct scene *scene)
{
    str_add(ret, period_quarter_ordinal(scene->request->quarter, scene->request->digits));
}

static void write_memo(struct str *ret, const struct scene *scene)
{
    pen_write_memo(ret, scene->request, scene->plan);
}

static void write_date(struct str *ret, const struct scene *scene)
{
    pen_write_date(ret, scene->request);
}

static void write_name(struct str *ret, const char *name, size_t n, const struct scene *scene)
{
    static const struct {
        const char *name;
        void (*write)(struct str *ret, const struct scene *scene); // NULL: a particular
        enum office_field field;
    } names[] = {
        {"office", .field = OFFICE_NAME},
        {"officer", .field = OFFICE_OFFICER},
        {"designation", .field = OFFICE_DESIGNATION},
        {"ministry", .field = OFFICE_MINISTRY},
        {"place", .field = OFFICE_PLACE},
        {"superior_office", .field = OFFICE_SUPERIOR_OFFICE},
        {"memo", write_memo, 0},
        {"to", write_to, 0},
        {"plan", write_plan, 0},
        {"year", write_year, 0},
        {"months", write_months, 0},
        {"months,", write_months_with_comma, 0},
        {"ordinal", write_ordinal, 0},
        {"date", write_date, 0},
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strlen(names[i].name) != n || memcmp(names[i].name, name, n) != 0)
            continue;
        if (names[i].write)
            names[i].write(ret, scene);
        else
            write_particular(ret, scene, names[i].field);
    }
}

void phrase_write(struct str *ret, const char *phrase, const struct paper_request *request,
                  const struct plan *plan)
{
    const struct scene scene = {request, plan};
    size_t optional = 0; // where the part in < > starts
    bool lacks = false;  // whether a name in it has nothing to fill in
    while (*phrase) {
        size_t n = strcspn(phrase, "{<>");
        text_digits(ret, phrase, n, request->digits);
        phrase += n;
        if (*phrase == '{') {
            size_t from = ret->len, length = strcspn(phrase, "}");
            write_name(ret, phrase + 1, length - 1, &scene);
            lacks |= ret->len == from;
            phrase += length;
        } else if (*phrase == '<') {
            optional = ret->len;
            lacks = false;
        } else if (*phrase == '>' && lacks) {
            str_cut(ret, optional);
        }
        phrase += *phrase != '\0';
    }
}
