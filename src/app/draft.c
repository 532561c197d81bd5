// SPDX-License-Identifier: GPL-3.0-or-later
// Half-typed figures that outlive the program.
#include "orjon/app/draft.h"

#include "orjon/base/text.h"
#include "orjon/store/office.h"
#include "private.h"

#include <string.h>

// fiscal year|plan|indicator|quarter|text; the text is last, so it may hold anything.
static const char key[] = "draft";

void draft_done(struct draft *draft)
{
    free(draft->text);
    free(draft->indicator);
    *draft = (struct draft){0};
}

enum status draft_keep(struct book *book, size_t indicator, int quarter, const char *text,
                       struct err *err)
{
    autostr value = STR_INIT;
    str_addf(&value, "%d|%s|%s|%d|", book->plan->fiscal_year, book->plan->name,
             book->plan->indicator[indicator].code, quarter);
    enum status status = text_clean(text, strlen(text), &value, err);
    return status ? status : store_set_setting(book->app->store, key, value.buf, err);
}

bool draft_take(struct book *book, struct draft *ret)
{
    autostr value = STR_INIT, year = STR_INIT;
    if (store_get_setting(book->app->store, key, &value, NULL) || !value.len)
        return false;
    str_addf(&year, "%d", book->plan->fiscal_year);
    const char *part[4];
    char *rest = value.buf;
    for (size_t i = 0; i < 4; i++)
        part[i] = strsep(&rest, "|");
    if (!rest || strcmp(part[0], year.buf) != 0 || strcmp(part[1], book->plan->name) != 0)
        return false;
    if (!plan_find(book->plan, part[2]) ||
        period_read_quarter(part[3], strlen(part[3]), &ret->quarter, NULL))
        return false;
    ret->indicator = mem_copy_text(part[2], strlen(part[2]));
    ret->text = mem_copy_text(rest, strlen(rest));
    store_set_setting(book->app->store, key, "", NULL);
    return true;
}

// place|text; a setting is of one line, so a line break is «\n» and a backslash two.
static const char text_key[] = "draft.text";

static void add_as_line(const char *text, struct str *ret)
{
    for (; *text; text++) {
        if (*text == '\n' || *text == '\\')
            str_add_char(ret, '\\');
        str_add_char(ret, *text == '\n' ? 'n' : *text);
    }
}

static void add_from_line(const char *line, struct str *ret)
{
    for (; *line; line++)
        if (*line == '\\' && line[1])
            str_add_char(ret, *++line == 'n' ? '\n' : *line);
        else
            str_add_char(ret, *line);
}

enum status draft_keep_text(struct app *app, const char *place, const char *text, struct err *err)
{
    autostr clean = STR_INIT, value = STR_INIT;
    enum status status = text_clean_lines(text, strlen(text), &clean, err);
    if (status)
        return status;
    str_addf(&value, "%s|", place);
    add_as_line(clean.buf, &value);
    return store_set_setting(app->store, text_key, value.buf, err);
}

bool draft_take_text(struct app *app, const char *place, struct str *ret)
{
    autostr value = STR_INIT;
    const size_t n = strlen(place);
    if (store_get_setting(app->store, text_key, &value, NULL) || value.len <= n ||
        memcmp(value.buf, place, n) != 0 || value.buf[n] != '|')
        return false;
    add_from_line(value.buf + n + 1, ret);
    store_set_setting(app->store, text_key, "", NULL);
    return true;
}
