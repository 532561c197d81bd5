// SPDX-License-Identifier: GPL-3.0-or-later
// Files of plans read, every fault of all of them said, and installed: all or none.
#include "orjon/app/plans.h"

#include "orjon/app/table.h"
#include "orjon/base/folder.h"
#include "orjon/domain/template.h"
#include "private.h"

#include <string.h>

// --- texts --------------------------------------------------------------------------------------

// One year has one plan of a name: which of two files should hold cannot be guessed.
static void find_twins(const struct app_template *templates, struct plan *const *plans,
                       size_t count, struct str *ret_faults)
{
    for (size_t j = 1; j < count; j++)
        for (size_t i = 0; i < j; i++) {
            if (!plans[i] || !plans[j] || plans[i]->fiscal_year != plans[j]->fiscal_year ||
                strcmp(plans[i]->name, plans[j]->name) != 0)
                continue;
            autostr year = STR_INIT;
            period_write_year(&year, plans[j]->fiscal_year, i18n_digits());
            str_addf(ret_faults, "%s:1:1: ", templates[j].name);
            str_addf(ret_faults, _("the plan “%s” of %s is in %s too"), plans[j]->name, year.buf,
                     templates[i].name);
            str_add_char(ret_faults, '\n');
        }
}

// Reads all of them, so that every fault of every file is said at once.
static enum status read_plans(const struct app_template *templates, size_t count, struct plan **ret,
                              struct str *ret_faults, struct err *err)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; i < count; i++) {
        struct err own = {0};
        enum status read = template_read(templates[i].name, templates[i].text, templates[i].n,
                                         &ret[i], ret_faults, &own);
        if (read && status == STATUS_OK)
            status = err_set(err, read, "%s", err_text(&own));
    }
    const size_t faults = ret_faults->len;
    find_twins(templates, ret, count, ret_faults);
    if (status == STATUS_OK && ret_faults->len > faults)
        status = err_set(err, STATUS_INVALID, "%s",
                         _("Two files hold the same plan; nothing was installed"));
    return status;
}

static enum status write_plans(struct app *app, struct plan *const *plans, size_t count,
                               struct err *err)
{
    enum status status = store_begin_write(app->store, err);
    if (status)
        return status;
    for (size_t i = 0; i < count && status == STATUS_OK; i++)
        status = store_share_anew(app->store, plans[i], err);
    for (size_t i = 0; i < count && status == STATUS_OK; i++)
        status = store_install_plan(app->store, plans[i], NULL, err);
    return store_end(app->store, status, err);
}

// app NULL: only looks whether it could be done.
static enum status take(struct app *app, const struct app_template *templates, size_t count,
                        struct str *ret_faults, struct err *err)
{
    struct plan **plans = mem_alloc((count + 1) * sizeof *plans);
    enum status status = read_plans(templates, count, plans, ret_faults, err);
    if (status == STATUS_OK && app)
        status = write_plans(app, plans, count, err);
    for (size_t i = 0; i < count; i++)
        plan_free(&plans[i]);
    free(plans);
    return status;
}

enum status app_install_plans(struct app *app, const struct app_template *templates, size_t count,
                              struct str *ret_faults, struct err *err)
{
    return take(app, templates, count, ret_faults, err);
}

enum status app_install_plan(struct app *app, const char *name, const char *text, size_t n,
                             struct str *ret_faults, struct err *err)
{
    const struct app_template only = {name, text, n};
    return take(app, &only, 1, ret_faults, err);
}

// --- files --------------------------------------------------------------------------------------

struct texts {
    const char *sheet; // of workbooks
    struct app_template *template;
    struct str *text, *name;
    size_t count;
};

static void texts_done(struct texts *texts)
{
    for (size_t i = 0; i < texts->count; i++)
        str_done(&texts->text[i]), str_done(&texts->name[i]);
    free(texts->text);
    free(texts->name);
    free(texts->template);
}

static enum status add_file(struct texts *texts, const char *path, struct err *err)
{
    const size_t i = texts->count;
    texts->text = mem_resize(texts->text, i + 1, sizeof *texts->text);
    texts->template = mem_resize(texts->template, i + 1, sizeof *texts->template);
    texts->name = mem_resize(texts->name, i + 1, sizeof *texts->name);
    texts->text[i] = texts->name[i] = STR_INIT;
    texts->count++;
    autostr rest = STR_INIT; // each sheet would be another plan
    enum status status =
        app_read_table(path, texts->sheet, &texts->text[i], &texts->name[i], &rest, err);
    texts->template[i] =
        (struct app_template){texts->name[i].buf, texts->text[i].buf, texts->text[i].len};
    return status;
}

static enum status add_path(struct texts *texts, struct folder *folder, const char *path,
                            struct err *err)
{
    if (!folder_exists(path))
        return add_file(texts, path, err);
    enum status status = folder_read(path, ".tsv", folder, err);
    if (status == STATUS_OK && !folder->count)
        return err_set(err, STATUS_NOT_FOUND, _("%s: no plan, a file that ends in .tsv, is there"),
                       path);
    for (size_t i = 0; i < folder->count && status == STATUS_OK; i++)
        status = add_file(texts, folder->path[i], err);
    return status;
}

static enum status take_files(struct app *app, const char *const *paths, size_t count,
                              const char *sheet, struct str *ret_faults, struct err *err)
{
    __attribute__((cleanup(texts_done))) struct texts texts = {.sheet = sheet};
    struct folder *folders = mem_alloc((count + 1) * sizeof *folders);
    enum status status = STATUS_OK;
    for (size_t i = 0; i < count && status == STATUS_OK; i++)
        status = add_path(&texts, &folders[i], paths[i], err);
    if (status == STATUS_OK)
        status = take(app, texts.template, texts.count, ret_faults, err);
    for (size_t i = 0; i < count; i++)
        folder_done(&folders[i]);
    free(folders);
    return status;
}

enum status app_install_files(struct app *app, const char *const *paths, size_t count,
                              const char *sheet, struct str *ret_faults, struct err *err)
{
    return take_files(app, paths, count, sheet, ret_faults, err);
}

enum status app_check_files(const char *const *paths, size_t count, struct str *ret_faults,
                            struct err *err)
{
    return take_files(NULL, paths, count, NULL, ret_faults, err);
}
