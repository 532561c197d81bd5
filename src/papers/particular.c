// SPDX-License-Identifier: GPL-3.0-or-later
// The names that the particulars of the office, the period and the plan fill in.
#include "names.h"

#include "layout.h"

#include "orjon/base/text.h"
#include "orjon/domain/date.h"
#include "pen.h"

#include <string.h>

// Letters of one request may be of plans of several years.
static int fiscal_year(const struct scene *scene)
{
    const struct paper_request *request = scene->request;
    return request->count ? request->plans[0].plan->fiscal_year : request->fiscal_year;
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

static void write_memo(struct str *ret, const struct scene *scene, int form)
{
    if (form == FORM_SHORT)
        pen_write_memo_short(ret, scene->request, scene->plan);
    else
        pen_write_memo(ret, scene->request, scene->plan);
}

static void write_ordinal(struct str *ret, const struct scene *scene, int before)
{
    const int quarter = scene->request->quarter - before;
    str_add(ret, quarter > 0 ? period_quarter_ordinal(quarter, scene->request->digits) : "");
}

static void write_date(struct str *ret, const struct scene *scene, int form)
{
    if (form == FORM_LONG)
        date_write_long(ret, scene->request->date, scene->request->digits);
    else if (form == FORM_BENGALI)
        date_write_bengali(ret, scene->request->date, scene->request->digits);
    else
        pen_write_date(ret, scene->request,
                       scene->layout ? scene->layout->style.date : (struct date_style){0});
}

// «জেলা সমবায় অফিসার, বগুড়া; অফিস কপি», each on a line.
static void write_lines(struct str *ret, const struct scene *scene, int field)
{
    const size_t from = ret->len;
    write_particular(ret, scene, (enum office_field)field);
    for (size_t at = from; at < ret->len; at++)
        if (ret->buf[at] == ';')
            ret->buf[at] = '\n';
}

static void write_plans(struct str *ret, const struct scene *scene, int unused)
{
    const size_t from = ret->len;
    (void)unused;
    for (size_t i = 0; i < scene->request->count; i++)
        str_addf(ret, "%s%s", ret->len > from ? "\n" : "", scene->request->plans[i].plan->title);
    if (ret->len == from)
        write_plan(ret, scene, 0);
}

static const struct name {
    const char *name;
    void (*write)(struct str *ret, const struct scene *scene, int with);
    int with;
    unsigned forms; // that it has besides the plain one, a bit each; `write` is given the form
} names[] = {
    {"office", write_field, OFFICE_NAME, 0},
    {"ministry", write_field, OFFICE_MINISTRY, 0},
    {"place", write_field, OFFICE_PLACE, 0},
    {"district", write_district, 0, 0},
    {"branch", write_field, OFFICE_BRANCH, 0},
    {"website", write_field, OFFICE_WEBSITE, 0},
    {"mottos", write_lines, OFFICE_MOTTOS, 0},
    {"copies", write_lines, OFFICE_COPIES, 0},
    {"officer", write_field, OFFICE_OFFICER, 0},
    {"designation", write_field, OFFICE_DESIGNATION, 0},
    {"superior", write_field, OFFICE_SUPERIOR, 0},
    {"superior_office", write_field, OFFICE_SUPERIOR_OFFICE, 0},
    {"memo", write_memo, 0, 1U << FORM_SHORT},
    {"to", write_to, 0, 0},
    {"plan", write_plan, 0, 0},
    {"plans", write_plans, 0, 0},
    {"grade", write_grade, 0, 0},
    {"year", write_year, 0, 0},
    {"year-2", write_year, -2, 0},
    {"year-1", write_year, -1, 0},
    {"year+1", write_year, 1, 0},
    {"year+2", write_year, 2, 0},
    {"months", write_months, 0, 0},
    {"months,", write_months_with_comma, 0, 0},
    {"month_1", write_month, 0, 0},
    {"month_2", write_month, 1, 0},
    {"month_3", write_month, 2, 0},
    {"ordinal", write_ordinal, 0, 0},
    {"previous", write_ordinal, 1, 0},
    {"date", write_date, 0, 1U << FORM_LONG | 1U << FORM_BENGALI},
};

bool particular_write(struct str *ret, const char *name, size_t n, enum form form,
                      const struct scene *scene)
{
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const struct name *known = &names[i];
        if (strlen(known->name) != n || memcmp(known->name, name, n) != 0)
            continue;
        if (form && !(known->forms >> form & 1))
            return false;
        if (scene)
            known->write(ret, scene, known->forms ? (int)form : known->with);
        return true;
    }
    return false;
}

void particular_list(struct str *ret)
{
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        str_addf(ret, "%s%s", i ? " " : "", names[i].name);
}
