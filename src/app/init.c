// SPDX-License-Identifier: GPL-3.0-or-later
// Making an office file.
#include "private.h"

#include "families.h"
#include "orjon/app/plans.h"
#include "orjon/app/replace.h"
#include "orjon/base/file.h"
#include "orjon/store/builtin.h"
#include "replace.h"
#include "sample.h"

#include <string.h>
#include <unistd.h>

static enum status set_particular(struct app *app, enum office_field field, const char *text,
                                  struct err *err)
{
    return text ? app_put_office(app, field, text, err) : STATUS_OK;
}

static enum status count_plan(void *data, const struct plan_summary *plan)
{
    (void)plan;
    ++*(size_t *)data;
    return STATUS_OK;
}

enum status app_install_year(struct app *app, size_t *ret_count, struct err *err)
{
    const char *family = app->office.field[OFFICE_FAMILY];
    size_t count = 0;
    const struct store_template *t = store_builtin_templates(&count);
    *ret_count = 0;
    enum status status =
        store_each_plan(app->store, app->office.fiscal_year, count_plan, ret_count, err);
    if (status || *ret_count || app->office.fiscal_year <= app->office.closed_year)
        return status;
    for (size_t i = 0; i < count && status == STATUS_OK; i++) {
        if (t[i].fiscal_year != app->office.fiscal_year || strcmp(t[i].family, family) != 0)
            continue;
        autostr faults = STR_INIT;
        status = app_install_plan(app, t[i].name, t[i].text, t[i].size, &faults, err);
        ++*ret_count;
    }
    return status;
}

static enum status newest_year(void *data, const struct plan_summary *plan)
{
    int *year = data;
    *year = plan->fiscal_year > *year ? plan->fiscal_year : *year;
    return STATUS_OK;
}

// Plans that are none of the office's own year show nowhere: they are mostly those of last year.
static enum status say_other_year(struct app *app, struct str *talk, struct err *err)
{
    size_t own = 0;
    int newest = 0;
    autostr year = STR_INIT, other = STR_INIT, word = STR_INIT;
    enum status status =
        store_each_plan(app->store, app->office.fiscal_year, count_plan, &own, err);
    if (status == STATUS_OK && !own)
        status = store_each_plan(app->store, 0, newest_year, &newest, err);
    if (status || !newest || newest > app->office.fiscal_year)
        return status;
    period_write_year(&year, app->office.fiscal_year, i18n_digits());
    period_write_year(&other, newest, i18n_digits());
    period_write_year_short(&word, newest);
    str_addf(
        talk,
        _("None of these plans is of %s, the year of the office; the newest are of %s. To carry "
          "them on: orjon office fiscal_year=%s, then orjon plans next-year"),
        year.buf, other.buf, word.buf);
    str_add_char(talk, '\n');
    return STATUS_OK;
}

// An office of a family or year that the program does not know is empty, and is told so.
static enum status fill_plans(struct app *app, const struct app_new_office *office, struct err *err)
{
    autostr unheard = STR_INIT;
    struct str *talk = office->talk ? office->talk : &unheard;
    size_t plans = 0;
    enum status status = app_install_year(app, &plans, err);
    if (status == STATUS_OK && office->plans)
        status = app_install_files(app, &office->plans, 1, NULL, talk, err);
    if (status == STATUS_OK && office->plans)
        status = say_other_year(app, talk, err);
    else if (status == STATUS_OK && !plans)
        app_say_no_plans(app->office.field[OFFICE_FAMILY], app->office.fiscal_year, talk);
    return status;
}

static enum status fill(struct app *app, const struct app_new_office *office, struct err *err)
{
    const struct sample *sample = office->sample ? sample_find(office->family) : NULL;
    enum status status = sample ? sample_fill_office(sample, app, err) : STATUS_OK;
    if (status == STATUS_OK)
        status = set_particular(app, OFFICE_NAME, office->name, err);
    if (status == STATUS_OK)
        status = set_particular(app, OFFICE_FAMILY, office->family, err);
    if (status == STATUS_OK)
        status = set_particular(app, OFFICE_FISCAL_YEAR, office->fiscal_year, err);
    if (status == STATUS_OK)
        status = set_particular(app, OFFICE_LEVEL, office->level, err);
    if (status == STATUS_OK && !*app->office.field[OFFICE_QUARTER])
        status = set_particular(app, OFFICE_QUARTER, "1", err);
    if (status == STATUS_OK)
        status = fill_plans(app, office, err);
    return status || !sample ? status : sample_fill(sample, app, err);
}

static enum status make(const struct app_options *options, const char *path,
                        const struct app_new_office *office, struct err *err)
{
    struct app app = {.as_of = options->as_of};
    office_init(&app.office);
    enum status status = store_open(path, STORE_CREATE, &app.store, err);
    if (status)
        return status;
    store_set_via(app.store, options->via);
    status = fill(&app, office, err);
    if (status == STATUS_OK)
        status = store_note_missing(app.store, err);
    if (status == STATUS_OK)
        status = store_commit(app.store, err);
    app_done(&app);
    if (status)
        file_remove(path);
    return status;
}

// What is asked for must be there before anything is made or moved.
enum status app_check_new_office(const struct app_new_office *office, struct err *err)
{
    autostr unheard = STR_INIT;
    int fiscal_year = 0;
    enum status status = STATUS_OK;
    if (!office->sample && (!office->name || !office->family || !office->fiscal_year))
        return err_set(err, STATUS_USAGE,
                       _("A new office needs --name, --family and --fiscal-year"));
    if (office->fiscal_year)
        status =
            period_read_year(office->fiscal_year, strlen(office->fiscal_year), &fiscal_year, err);
    if (status == STATUS_OK && office->plans)
        status = app_check_files(&office->plans, 1, office->talk ? office->talk : &unheard, err);
    return status;
}

static enum status look_ahead(const struct app_options *options,
                              const struct app_new_office *office, struct str *ret_path,
                              struct err *err)
{
    enum status status = file_office_path(options->file, ret_path, err);
    return status ? status : app_check_new_office(office, err);
}

enum status app_init(const struct app_options *options, const struct app_new_office *office,
                     struct err *err)
{
    autostr path = STR_INIT;
    enum status status = look_ahead(options, office, &path, err);
    if (status)
        return status;
    if (!file_exists(path.buf) || file_is_empty(path.buf))
        return make(options, path.buf, office, err);
    return err_set(err, STATUS_EXISTS, _("%s exists already and was kept; --force sets it aside"),
                   path.buf);
}

enum status app_init_anew(const struct app_options *options, const struct app_new_office *office,
                          const char *passphrase, struct str *ret_kept, struct err *err)
{
    const struct store_permission permission = replace_permission(options, passphrase);
    autostr path = STR_INIT, part = STR_INIT;
    enum status status = look_ahead(options, office, &path, err);
    if (status)
        return status;
    if (!file_exists(path.buf))
        return make(options, path.buf, office, err);
    str_addf(&part, "%s.part-%ld", path.buf, (long)getpid());
    file_remove(part.buf); // of a program of that number that died
    const struct store_replacement replacement = {
        .part = part.buf, .source = "", .permission = &permission};
    status = make(options, part.buf, office, err);
    return status ? status : store_replace(&replacement, path.buf, ret_kept, err);
}
