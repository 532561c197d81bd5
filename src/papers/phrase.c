// SPDX-License-Identifier: GPL-3.0-or-later
// Filling in phrases.
#include "phrase.h"

#include "orjon/base/ending.h"
#include "orjon/base/text.h"
#include "orjon/domain/date.h"
#include "pen.h"

#include <string.h>

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

static void write_field(struct str *ret, const struct scene *scene, int field)
{
    write_particular(ret, scene, (enum office_field)field);
}

static void write_to(struct str *ret, const struct scene *scene, int unused)
{
    (void)unused;
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

// The district is what the place of an office ends with: «দাকোপ, খুলনা».
static void write_district(struct str *ret, const struct scene *scene, int unused)
{
    (void)unused;
    autostr place = STR_INIT;
    write_particular(&place, scene, OFFICE_PLACE);
    const char *comma = strrchr(place.buf, ',');
    const char *district = comma ? comma + 1 : place.buf;
    str_add(ret, district + strspn(district, " "));
}

static void write_plan(struct str *ret, const struct scene *scene, int unused)
{
    (void)unused;
    str_add(ret, scene->plan ? scene->plan->title : "");
}

static void write_grade(struct str *ret, const struct scene *scene, int unused)
{
    (void)unused;
    const struct scale *scale = scene->plan ? &scene->plan->scale : &scale_usual;
    autostr percent = STR_INIT;
    str_addf(&percent, "%d%%", scale->percent[scene->grade]);
    if (*scale->name[scene->grade])
        str_add(ret, scale->name[scene->grade]);
    else
        text_digits(ret, percent.buf, percent.len, scene->request->digits);
}

static void write_year(struct str *ret, const struct scene *scene, int later)
{
    period_write_year(ret, fiscal_year(scene) + later, scene->request->digits);
}

static void write_months(struct str *ret, const struct scene *scene, int unused)
{
    (void)unused;
    period_write_quarter_months(ret, fiscal_year(scene), scene->request->quarter,
                                scene->request->digits);
}

static void write_months_with_comma(struct str *ret, const struct scene *scene, int unused)
{
    autostr months = STR_INIT;
    write_months(&months, scene, unused);
    const char *slash = strchrnul(months.buf, '/');
    str_add_n(ret, months.buf, (size_t)(slash - months.buf));
    if (*slash)
        str_addf(ret, ", %s", slash + 1);
}

// One of the three months of the quarter.
static void write_month(struct str *ret, const struct scene *scene, int nth)
{
    const int32_t start = period_quarter_start(fiscal_year(scene), scene->request->quarter);
    str_add(ret, date_month_name(date_civil(start).month + nth));
}

static void write_memo(struct str *ret, const struct scene *scene, int unused)
{
    (void)unused;
    pen_write_memo(ret, scene->request, scene->plan);
}

static void write_ordinal(struct str *ret, const struct scene *scene, int before)
{
    const int quarter = scene->request->quarter - before;
    str_add(ret, quarter > 0 ? period_quarter_ordinal(quarter, scene->request->digits) : "");
}

static void write_date(struct str *ret, const struct scene *scene, int unused)
{
    (void)unused;
    pen_write_date(ret, scene->request);
}

static const struct name {
    const char *name;
    void (*write)(struct str *ret, const struct scene *scene, int with);
    int with;
} names[] = {
    {"office", write_field, OFFICE_NAME},
    {"ministry", write_field, OFFICE_MINISTRY},
    {"place", write_field, OFFICE_PLACE},
    {"district", write_district, 0},
    {"officer", write_field, OFFICE_OFFICER},
    {"designation", write_field, OFFICE_DESIGNATION},
    {"superior", write_field, OFFICE_SUPERIOR},
    {"superior_office", write_field, OFFICE_SUPERIOR_OFFICE},
    {"memo", write_memo, 0},
    {"to", write_to, 0},
    {"plan", write_plan, 0},
    {"grade", write_grade, 0},
    {"year", write_year, 0},
    {"year-2", write_year, -2},
    {"year-1", write_year, -1},
    {"year+1", write_year, 1},
    {"year+2", write_year, 2},
    {"months", write_months, 0},
    {"months,", write_months_with_comma, 0},
    {"month_1", write_month, 0},
    {"month_2", write_month, 1},
    {"month_3", write_month, 2},
    {"ordinal", write_ordinal, 0},
    {"previous", write_ordinal, 1},
    {"date", write_date, 0},
};

static const struct name *find_name(const char *s, size_t n)
{
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strlen(names[i].name) == n && memcmp(names[i].name, s, n) == 0)
            return &names[i];
    return NULL;
}

// What stands between { and }: a name, and behind a colon its ending.
struct place {
    const char *s;
    size_t n, name; // bytes: in all, of the name
};

static struct place place_at(const char *brace)
{
    struct place place = {.s = brace + 1, .n = strcspn(brace, "}") - 1};
    const char *colon = memchr(place.s, ':', place.n);
    place.name = colon ? (size_t)(colon - place.s) : place.n;
    return place;
}

static bool place_ending(const struct place *place, enum ending *ret)
{
    return place->name < place->n &&
           ending_find(place->s + place->name + 1, place->n - place->name - 1, ret);
}

static void write_place(struct str *ret, const struct place *place, const struct scene *scene)
{
    const struct name *name = find_name(place->s, place->name);
    const size_t from = ret->len;
    enum ending ending;
    if (name)
        name->write(ret, scene, name->with);
    if (place_ending(place, &ending))
        ending_add(ret, from, ending);
}

void phrase_write_in(struct str *ret, const char *phrase, const struct scene *scene)
{
    size_t optional = ret->len; // where the part in < > starts
    bool lacks = false;         // whether a name in it has nothing to fill in
    while (*phrase) {
        size_t n = strcspn(phrase, "{<>");
        text_digits(ret, phrase, n, scene->request->digits);
        phrase += n;
        if (*phrase == '{') {
            const struct place place = place_at(phrase);
            const size_t from = ret->len;
            write_place(ret, &place, scene);
            lacks |= ret->len == from;
            phrase += place.n + 1;
        } else if (*phrase == '<') {
            optional = ret->len;
            lacks = false;
        } else if (*phrase == '>' && lacks) {
            str_cut(ret, optional);
        }
        phrase += *phrase != '\0';
    }
}

void phrase_write(struct str *ret, const char *phrase, const struct paper_request *request,
                  const struct plan *plan)
{
    phrase_write_in(ret, phrase, &(struct scene){.request = request, .plan = plan});
}

static enum status check_place(const struct place *place, struct err *err)
{
    autofree char *name = mem_copy_text(place->s, place->name);
    autostr known = STR_INIT;
    enum ending ending;
    if (!find_name(place->s, place->name)) {
        for (size_t i = 0; i < sizeof names / sizeof *names; i++)
            str_addf(&known, "%s%s", i ? " " : "", names[i].name);
        return err_set(err, STATUS_INVALID, _("“{%s}” is filled in with nothing; known are %s"),
                       name, known.buf);
    }
    if (place->name < place->n && !place_ending(place, &ending))
        return err_set(err, STATUS_INVALID, _("the ending behind “%s:” is one of %s"), name,
                       ending_words());
    return STATUS_OK;
}

enum status phrase_check(const char *phrase, struct err *err)
{
    bool optional = false;
    for (; *(phrase += strcspn(phrase, "{}<>")); phrase++) {
        if (*phrase == '{' && phrase[strcspn(phrase, "}")]) {
            const struct place place = place_at(phrase);
            enum status status = check_place(&place, err);
            if (status)
                return status;
            phrase += place.n + 1;
        } else if (*phrase == '<' && !optional) {
            optional = true;
        } else if (*phrase == '>' && optional) {
            optional = false;
        } else {
            return err_set(err, STATUS_INVALID,
                           _("a “%c” that has no partner; { } stand around a name, < > around what "
                             "may be left out, and never inside each other"),
                           *phrase);
        }
    }
    return optional ? err_set(err, STATUS_INVALID, _("the “<” has no “>”")) : STATUS_OK;
}
