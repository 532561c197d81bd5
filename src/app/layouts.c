// SPDX-License-Identifier: GPL-3.0-or-later
// The layouts of the office: those built in, and its own.
#include "orjon/app/layouts.h"

#include "orjon/app/table.h"
#include "orjon/store/layouts.h"
#include "orjon/store/plans.h"
#include "private.h"

#include <string.h>

static enum status add_own(void *data, const char *name, const struct str *text, struct err *err)
{
    struct layouts *layouts = data;
    struct layout *layout = NULL;
    autostr faults = STR_INIT;
    if (layout_read(name, text->buf, text->len, &layout, &faults, NULL) != STATUS_OK)
        return err_set(err, STATUS_DAMAGED,
                       _("The layout %s of this office cannot be read; take it out with “orjon "
                         "layouts remove”"),
                       name);
    layouts_add(layouts, layout);
    return STATUS_OK;
}

enum status app_read_layouts(struct app *app, struct layouts **ret, struct err *err)
{
    autolayouts *layouts = layouts_new();
    enum status status = store_each_layout(app->store, add_own, layouts, err);
    if (status)
        return status;
    *ret = layouts;
    layouts = NULL;
    return STATUS_OK;
}

// --- install ------------------------------------------------------------------------------------

struct installing {
    struct app *app;
    struct layouts *layouts; // with those read so far
    struct str *faults;
    char *const *paths;
    size_t at;         // the file that is read
    const char **name; // of each file's layout
    struct arena names;
};

static void fault(struct installing *in, const char *file, const char *sentence)
{
    str_addf(in->faults, "%s:1:1: %s\n", file, sentence);
}

static const struct layout *find(const struct layouts *layouts, const char *name)
{
    const struct layout *layout = NULL;
    for (size_t i = 0; (layout = layouts_at(layouts, i)); i++)
        if (strcmp(layout_name(layout), name) == 0)
            return layout;
    return NULL;
}

// Whoever names a layout would find one of another paper; and which of two files should hold cannot
// be guessed.
static void find_clash(struct installing *in, const char *file, const struct layout *layout)
{
    const struct layout *other = find(in->layouts, layout_name(layout));
    struct err err = {0};
    for (size_t i = 0; i < in->at; i++)
        if (in->name[i] && strcmp(in->name[i], layout_name(layout)) == 0) {
            err_set(&err, STATUS_INVALID, _("the layout “%s” is in %s too"), layout_name(layout),
                    in->paths[i]);
            fault(in, file, err_text(&err));
            return;
        }
    if (!other || strcmp(layout_paper(other), layout_paper(layout)) == 0)
        return;
    err_set(&err, STATUS_INVALID, _("“%s” is the name of a layout of another paper: %s"),
            layout_name(layout), layout_paper(other));
    fault(in, file, err_text(&err));
}

static enum status take_file(struct installing *in, struct err *err)
{
    autostr text = STR_INIT, file = STR_INIT, rest = STR_INIT;
    struct layout *layout = NULL;
    enum status status = app_read_table(in->paths[in->at], NULL, &text, &file, &rest, err);
    if (status == STATUS_OK)
        status = layout_read(file.buf, text.buf, text.len, &layout, in->faults, err);
    if (status)
        return status;
    find_clash(in, file.buf, layout);
    const char *name = layout_name(layout);
    in->name[in->at] = name = arena_text(&in->names, name, strlen(name));
    layouts_add(in->layouts, layout);
    return store_put_layout(in->app->store, name, &text, err);
}

// Goes on behind a file with faults, so that those of all files are said at once.
static enum status take_files(struct installing *in, size_t count, struct err *err)
{
    enum status status = app_read_layouts(in->app, &in->layouts, err);
    if (status)
        return status;
    for (; in->at < count; in->at++) {
        struct err own = {0};
        enum status taken = take_file(in, &own);
        if (taken && status == STATUS_OK)
            status = err_set(err, taken, "%s", err_text(&own));
        if (taken && taken != STATUS_INVALID)
            break;
    }
    return status == STATUS_OK && in->faults->len
               ? err_set(err, STATUS_INVALID, "%s", _("A name is taken; nothing was installed"))
               : status;
}

enum status app_install_layouts(struct app *app, char *const *paths, size_t count,
                                struct str *ret_faults, struct err *err)
{
    struct installing in = {.app = app,
                            .faults = ret_faults,
                            .paths = paths,
                            .name = mem_alloc((count + 1) * sizeof *in.name)};
    enum status status = store_begin_write(app->store, err);
    if (status == STATUS_OK) {
        status = take_files(&in, count, err);
        if (status == STATUS_OK)
            status = store_commit(app->store, err);
        else
            store_rollback(app->store);
    }
    layouts_free(&in.layouts);
    arena_done(&in.names);
    free(in.name);
    return status;
}

// --- one ----------------------------------------------------------------------------------------

static const struct layout_file *find_built_in(const char *name)
{
    size_t count = 0;
    const struct layout_file *files = layout_files(&count);
    for (size_t i = 0; i < count; i++)
        if (strcmp(files[i].name, name) == 0)
            return &files[i];
    return NULL;
}

struct naming {
    const char *layout;
    struct err *err;
};

static enum status must_not_name(void *data, const struct plan_summary *plan)
{
    const struct naming *naming = data;
    if (!layout_is_named(naming->layout, plan->layout))
        return STATUS_OK;
    autostr year = STR_INIT;
    period_write_year(&year, plan->fiscal_year, i18n_digits());
    return err_set(naming->err, STATUS_EXISTS,
                   _("The plan “%s” of %s names the layout “%s”; it stays"), plan->name, year.buf,
                   naming->layout);
}

enum status app_remove_layout(struct app *app, const char *name, struct err *err)
{
    struct naming naming = {name, err};
    enum status status = store_begin_write(app->store, err);
    if (status)
        return status;
    status = store_remove_layout(app->store, name, err);
    if (status == STATUS_OK && !find_built_in(name))
        status = store_each_plan(app->store, 0, must_not_name, &naming, err);
    return store_end(app->store, status, err);
}

enum status app_show_layout(struct app *app, const char *name, struct str *ret, struct err *err)
{
    const struct layout_file *file = find_built_in(name);
    enum status status = store_load_layout(app->store, name, ret, err);
    if (status != STATUS_NOT_FOUND)
        return status;
    if (!file)
        return err_set(err, status, _("There is no layout “%s”; see orjon layouts"), name);
    str_add_n(ret, file->text, file->size);
    return STATUS_OK;
}
