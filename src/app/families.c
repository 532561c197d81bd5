// SPDX-License-Identifier: GPL-3.0-or-later
// The families of plans that are part of the program: what they are called, and what is said where
// an office is of another.
#include "families.h"

#include "orjon/base/text.h"
#include "orjon/base/tsv.h"
#include "orjon/store/builtin.h"

#include <string.h>

enum { FAMILIES_MAX = 32, NEAR = 2, WORD_MAX = 64 };

static struct app_family *find_family(struct app_family *families, size_t count,
                                      const struct store_template *t)
{
    for (size_t i = 0; i < count; i++)
        if (families[i].fiscal_year == t->fiscal_year && strcmp(families[i].family, t->family) == 0)
            return &families[i];
    return NULL;
}

size_t app_families(struct app_family *ret, size_t max)
{
    size_t templates = 0, count = 0;
    const struct store_template *t = store_builtin_templates(&templates);
    for (size_t i = templates; i-- > 0;) { // they are sorted by year
        struct app_family *family = find_family(ret, count, &t[i]);
        if (family)
            family->plans++;
        else if (count < max)
            ret[count++] = (struct app_family){t[i].family, t[i].fiscal_year, 1};
    }
    return count;
}

void app_family_name(const char *family, struct str *ret)
{
    size_t size = 0;
    const char *names = store_family_names(&size);
    autotsv tsv;
    tsv_open(&tsv, names, size);
    const size_t column = i18n_language() == LANGUAGE_ENGLISH ? 2 : 1;
    while (tsv_next(&tsv))
        if (tsv_is(&tsv, 0, family) && tsv.count > column) {
            str_add_n(ret, tsv.cell[column].s, tsv.cell[column].n);
            return;
        }
    str_add(ret, family);
}

// The family called so; what is typed where none is.
static void find_called(const char *typed, struct str *ret)
{
    size_t size = 0;
    const char *names = store_family_names(&size);
    autostr wanted = STR_INIT;
    autotsv tsv;
    text_fold(typed, strlen(typed), &wanted);
    tsv_open(&tsv, names, size);
    while (tsv_next(&tsv))
        for (size_t column = 1; column < tsv.count; column++) {
            autostr name = STR_INIT;
            text_fold(tsv.cell[column].s, tsv.cell[column].n, &name);
            if (strcmp(name.buf, wanted.buf) != 0)
                continue;
            str_add_n(ret, tsv.cell[0].s, tsv.cell[0].n);
            return;
        }
    str_add(ret, typed);
}

// A year starts with the built-in plans of the family, where there are any.
enum status app_set_office(struct app *app, enum office_field field, const char *text,
                           struct err *err)
{
    size_t plans = 0;
    autostr family = STR_INIT;
    if (field == OFFICE_FAMILY)
        find_called(text, &family);
    enum status status = app_put_office(app, field, family.len ? family.buf : text, err);
    if (status == STATUS_OK && (field == OFFICE_FISCAL_YEAR || field == OFFICE_FAMILY))
        status = app_install_year(app, &plans, err);
    return status;
}

void app_say_particular(enum office_field field, const char *kept, struct str *ret)
{
    int year = 0;
    if (strcmp(kept, office_blank) == 0)
        str_add(ret, _("blank"));
    else if (field == OFFICE_FAMILY)
        app_family_name(kept, ret);
    else if ((field == OFFICE_FISCAL_YEAR || field == OFFICE_CLOSED_YEAR) &&
             period_read_year(kept, strlen(kept), &year, NULL) == STATUS_OK)
        period_write_year(ret, year, i18n_digits());
    else if (field == OFFICE_QUARTER || field == OFFICE_CODE || field == OFFICE_SAMPLE)
        text_digits(ret, kept, strlen(kept), i18n_digits());
    else if (field == OFFICE_LEVEL)
        str_add(ret, office_level_name(i18n_language(), kept));
    else
        str_add(ret, kept);
}

static int smallest(int a, int b, int c)
{
    const int d = a < b ? a : b;
    return d < c ? d : c;
}

// How many letters are to be put in, left out or changed to make one of the other.
static int distance(const char *a, const char *b)
{
    int row[WORD_MAX + 1];
    const int n = (int)strlen(b);
    if (n > WORD_MAX)
        return WORD_MAX;
    for (int j = 0; j <= n; j++)
        row[j] = j;
    for (int i = 1; a[i - 1]; i++) {
        int diagonal = row[0];
        row[0] = i;
        for (int j = 1; j <= n; j++) {
            const int above = row[j];
            row[j] = smallest(above + 1, row[j - 1] + 1, diagonal + (a[i - 1] != b[j - 1]));
            diagonal = above;
        }
    }
    return row[n];
}

// The family that was meant by what is none; NULL when none is near.
static const char *nearest(const struct app_family *families, size_t count, const char *family)
{
    const char *found = NULL;
    int best = NEAR + 1;
    for (size_t i = 0; i < count; i++) {
        const int far = distance(family, families[i].family);
        if (far > 0 && far < best) {
            best = far;
            found = families[i].family;
        }
    }
    return found;
}

// The years for which there are plans of the family, appended; false when there are none.
static bool add_years(const struct app_family *families, size_t count, const char *family,
                      struct str *ret)
{
    const size_t before = ret->len;
    for (size_t i = 0; i < count; i++) {
        if (strcmp(families[i].family, family) != 0)
            continue;
        str_add(ret, ret->len > before ? ", " : "");
        period_write_year(ret, families[i].fiscal_year, i18n_digits());
    }
    return ret->len > before;
}

void app_say_no_plans(const char *family, int fiscal_year, struct str *ret)
{
    struct app_family families[FAMILIES_MAX];
    const size_t count = app_families(families, FAMILIES_MAX);
    autostr year = STR_INIT, years = STR_INIT;
    period_write_year(&year, fiscal_year, i18n_digits());
    str_addf(ret, _("There are no built-in plans of family %s for %s; the office is empty."),
             family, year.buf);
    str_add_char(ret, '\n');
    const char *meant = nearest(families, count, family);
    if (add_years(families, count, family, &years))
        str_addf(ret, _("Of that family there are plans of %s."), years.buf);
    else if (meant)
        str_addf(ret, _("Was %s meant? Then: orjon office family=%s"), meant, meant);
    if (years.len || meant)
        str_add_char(ret, '\n');
    str_addf(ret, "%s\n",
             _("Plans come in from files, with “orjon plans install FILE.tsv”; those of last "
               "year are carried on with “orjon plans next-year”."));
}
