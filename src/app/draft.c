// SPDX-License-Identifier: GPL-3.0-or-later
// Half-typed figures that outlive the program.
#include "orjon/app/draft.h"

#include "orjon/base/file.h"
#include "orjon/base/text.h"
#include "orjon/store/office.h"
#include "private.h"

#include <stdlib.h>
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
    if (!status)
        status = store_set_setting(book->app->store, key, value.buf, err);
    if (!status)
        book->app->draft_passed = false;
    return status;
}

// The parts of what is kept, borrowed from value.
struct parts {
    struct str value;
    int fiscal_year, quarter;
    const char *plan, *indicator, *text;
};

static bool read_parts(struct app *app, struct parts *ret)
{
    if (store_get_setting(app->store, key, &ret->value, NULL) || !ret->value.len)
        return false;
    const char *part[4];
    char *rest = ret->value.buf;
    for (size_t i = 0; i < 4; i++)
        part[i] = strsep(&rest, "|");
    if (!rest)
        return false;
    ret->fiscal_year = (int)strtol(part[0], NULL, 10);
    ret->plan = part[1];
    ret->indicator = part[2];
    ret->text = rest;
    return period_read_quarter(part[3], strlen(part[3]), &ret->quarter, NULL) == STATUS_OK;
}

static void parts_done(struct parts *parts)
{
    str_done(&parts->value);
}
#define autoparts __attribute__((cleanup(parts_done))) struct parts

static bool is_of(const struct parts *parts, const struct book *book)
{
    return parts->fiscal_year == book->plan->fiscal_year &&
           strcmp(parts->plan, book->plan->name) == 0;
}

bool draft_find(struct book *book, struct draft *ret)
{
    autoparts parts = {.value = STR_INIT};
    if (!read_parts(book->app, &parts) || !is_of(&parts, book))
        return false;
    *ret = (struct draft){.indicator = mem_copy_text(parts.indicator, strlen(parts.indicator)),
                          .text = mem_copy_text(parts.text, strlen(parts.text)),
                          .quarter = parts.quarter};
    return true;
}

void draft_drop(struct book *book)
{
    autoparts parts = {.value = STR_INIT};
    if (read_parts(book->app, &parts) && is_of(&parts, book))
        store_set_setting(book->app->store, key, "", NULL);
}

bool draft_waits(struct app *app, int *ret_year, struct str *ret_plan, int *ret_quarter)
{
    autoparts parts = {.value = STR_INIT};
    if (app->draft_passed || !read_parts(app, &parts))
        return false;
    *ret_year = parts.fiscal_year;
    *ret_quarter = parts.quarter;
    str_add(ret_plan, parts.plan);
    return true;
}

// A file beside the office's, as it is written at every rest: a setting would put each into the
// journal.
static void text_path(const struct app *app, const char *place, struct str *ret)
{
    str_addf(ret, "%s.draft-", app_file(app));
    for (; *place; place++)
        str_add_char(ret, *place == ' ' ? '-' : *place);
}

static enum status write_text(const struct app *app, const char *place, const char *text, size_t n,
                              bool over, struct err *err)
{
    autostr path = STR_INIT;
    if (app_is_read_only(app))
        return err_set(err, STATUS_READ_ONLY, "%s", status_text(STATUS_READ_ONLY));
    text_path(app, place, &path);
    enum status status = file_write(path.buf, text, n, over, err);
    if (status == STATUS_OK)
        file_make_private(path.buf);
    return status;
}

enum status draft_keep_text(const struct app *app, const char *place, const char *text, size_t n,
                            struct err *err)
{
    return write_text(app, place, text, n, true, err);
}

enum status draft_begin_text(const struct app *app, const char *place, const char *text, size_t n,
                             struct err *err)
{
    return write_text(app, place, text, n, false, err);
}

bool draft_find_text(const struct app *app, const char *place, struct str *ret)
{
    autostr path = STR_INIT, text = STR_INIT;
    text_path(app, place, &path);
    return file_exists(path.buf) && file_read(path.buf, &text, NULL) == STATUS_OK &&
           text_clean_lines(text.buf, text.len, ret, NULL) == STATUS_OK && ret->len > 0;
}

void draft_drop_text(const struct app *app, const char *place)
{
    autostr path = STR_INIT;
    text_path(app, place, &path);
    file_remove(path.buf);
}

enum status draft_set_aside(const struct app *app, const char *place, const char *text, size_t n,
                            struct str *ret_path, struct err *err)
{
    enum status status = STATUS_EXISTS;
    if (app_is_read_only(app))
        return err_set(err, STATUS_READ_ONLY, "%s", status_text(STATUS_READ_ONLY));
    for (int i = 1; status == STATUS_EXISTS; i++) {
        autostr path = STR_INIT;
        text_path(app, place, &path);
        str_addf(&path, "-%d.tsv", i);
        status = file_write(path.buf, text, n, false, err);
        if (status == STATUS_OK)
            str_add(ret_path, path.buf);
    }
    if (status)
        return status;
    file_make_private(ret_path->buf);
    draft_drop_text(app, place);
    return STATUS_OK;
}
