// SPDX-License-Identifier: GPL-3.0-or-later
// Undoing what was done to records: the last change of all, told by what its records are
// called.
#include "memos.h"
#include "orjon/app/records.h"
#include "orjon/app/undo.h"
#include "orjon/base/text.h"
#include "orjon/store/records.h"
#include "private.h"

#include <string.h>

enum { TOLD_MAX = 20 }; // lines; of a table that was taken in nobody reads thousands

struct change {
    enum record_kind kind;
    int64_t id;
    int field;
    const char *from, *to;
};

struct telling {
    struct app *app;
    struct change *change; // all of them
    size_t count, cap;
    struct arena arena;
    struct err *err;
    enum status status; // why it may not be undone
};

static void telling_done(struct telling *telling)
{
    arena_done(&telling->arena);
}
#define autotelling __attribute__((cleanup(telling_done))) struct telling

// The number of a return that was finalised is on a signed paper.
static enum status may_undo_memo(struct app *app, const struct store_record_undone *undone,
                                 struct err *err)
{
    autorecords row = {0};
    if (undone->field == MEMO_PAPER)
        return memos_give_return(app, undone->from, NULL, err);
    enum status status = undone->field == MEMO_NUMBER
                             ? store_load_records(app->store, RECORD_MEMO, 0, undone->id, &row, err)
                             : STATUS_OK;
    return status || !row.count ? status
                                : memos_give_return(app, row.record->text[MEMO_PAPER], NULL, err);
}

static void hear(void *data, const struct store_record_undone *undone)
{
    struct telling *t = data;
    if (!t->status && undone->kind == RECORD_MEMO)
        t->status = may_undo_memo(t->app, undone, t->err);
    t->change = arena_grow(&t->arena, t->change, t->count, &t->cap, sizeof *t->change);
    t->change[t->count++] =
        (struct change){undone->kind, undone->id, undone->field,
                        arena_text(&t->arena, undone->from, strlen(undone->from)),
                        arena_text(&t->arena, undone->to, strlen(undone->to))};
}

// --- telling

// What a field has kept: of a record or a plan what that is called.
static void add_kept(struct app *app, const struct change *change, const char *kept,
                     struct str *ret)
{
    const struct record_shape *shape = record_shape(change->kind);
    const struct record_field *field = &shape->field[change->field];
    autofree const char **text = mem_alloc((size_t)shape->fields * sizeof *text);
    for (int i = 0; i < shape->fields; i++)
        text[i] = i == change->field ? kept : "";
    const struct record there = {change->id, 0, change->kind, text};
    const bool names = field->type == FIELD_RECORD || field->type == FIELD_PLAN;
    if (!names || app_say_field(app, &there, change->field, ret, NULL))
        record_write(field, kept, i18n_digits(), ret);
}

static void add_brief(struct app *app, const struct change *change, const char *kept,
                      struct str *ret)
{
    enum { BRIEF = 60 };
    autostr text = STR_INIT, line = STR_INIT;
    add_kept(app, change, kept, &text);
    text_clean(text.buf, text.len, &line, NULL); // of many lines one
    text_shorten(ret, line.buf, BRIEF);
}

// The name that one of its fields gives it, or the record that one of them names.
static void add_name(struct app *app, const struct record *record, struct str *ret)
{
    const struct record_shape *shape = record_shape(record->kind);
    autostr name = STR_INIT, line = STR_INIT;
    str_add(&name, record_title(record));
    for (int i = 0; i < shape->fields && !name.len; i++)
        if (shape->field[i].type == FIELD_RECORD && record_number(record, i))
            app_say_field(app, record, i, &name, NULL);
    text_clean(name.buf, name.len, &line, NULL);
    text_shorten(ret, line.buf, 40);
}

// As it is after the change; what is not there any more is called as it was.
static void say_record(const struct telling *t, const struct change *change, struct str *ret)
{
    const struct record_shape *shape = record_shape(change->kind);
    autofree const char **text = mem_alloc((size_t)shape->fields * sizeof *text);
    autorecords there = {0};
    autostr name = STR_INIT;
    for (int i = 0; i < shape->fields; i++)
        text[i] = "";
    for (size_t i = 0; i < t->count; i++)
        if (t->change[i].kind == change->kind && t->change[i].id == change->id)
            text[t->change[i].field] = t->change[i].from;
    const struct record was = {change->id, 0, change->kind, text};
    if (app_load_record(t->app, change->kind, change->id, &there, NULL) == STATUS_OK)
        add_name(t->app, there.record, &name);
    else
        add_name(t->app, &was, &name);
    if (name.len)
        str_addf(ret, "%s “%s”", tr(shape->name), name.buf);
    else
        str_addf(ret, "%s %s", tr(shape->name), SAY(change->id));
}

static void say_change(const struct telling *t, const struct change *change, struct str *ret)
{
    const struct record_field *field = &record_shape(change->kind)->field[change->field];
    autostr from = STR_INIT, to = STR_INIT;
    add_brief(t->app, change, change->from, &from);
    add_brief(t->app, change, change->to, &to);
    say_record(t, change, ret);
    str_addf(ret, ", %s: ", tr(field->label));
    tr_change(ret, from.buf, to.buf);
}

enum status undo_records_too(struct app *app, bool redo, struct str *ret_told, struct err *err)
{
    autotelling t = {.app = app, .err = err};
    enum status status = store_undo_records(app->store, redo, hear, &t, err);
    for (size_t i = 0; !status && i < t.count && i < TOLD_MAX; i++) {
        say_change(&t, &t.change[i], ret_told);
        str_add(ret_told, "\n");
    }
    if (t.count > TOLD_MAX)
        str_addf(ret_told, _("and %s more\n"), SAY(t.count - TOLD_MAX));
    return status ? status : t.status;
}

enum status app_undo_records(struct app *app, bool redo, struct str *ret_told, struct err *err)
{
    const size_t before = ret_told->len;
    enum status status = app_begin(app, err);
    if (status)
        return status;
    status = undo_records_too(app, redo, ret_told, err);
    if (!status)
        status = undo_figures_too(app, redo, ret_told, err);
    if (!status)
        status = undo_particulars_too(app, redo, ret_told, err);
    status = app_end(app, status, err);
    if (status)
        str_cut(ret_told, before);
    return status;
}

// --- looking ahead

// Whether it is that record, or hangs on it.
static bool belongs(struct app *app, enum record_kind kind, int64_t id, int64_t to)
{
    autorecords there = {0};
    const int parent = record_shape(kind)->parent;
    if (id == to)
        return true;
    return parent >= 0 && app_load_record(app, kind, id, &there, NULL) == STATUS_OK &&
           belongs(app, (enum record_kind)parent, there.record->parent, to);
}

static bool any_belongs(const struct telling *t, int64_t to)
{
    for (size_t i = 0; i < t->count; i++)
        if (belongs(t->app, t->change[i].kind, t->change[i].id, to))
            return true;
    return false;
}

// How many records of one kind are changed; 0 where they are of several.
static size_t count_alike(const struct telling *t)
{
    size_t count = 0;
    for (size_t i = 0; i < t->count; i++) {
        if (t->change[i].kind != t->change[0].kind)
            return 0;
        count += i == 0 || t->change[i].id != t->change[i - 1].id;
    }
    return count;
}

struct with_figures {
    struct app *app;
    struct str *ret;
};

// «শুদ্ধাচার ১.১, ১ম ত্রৈমাসিক: “১” → “২”; »
static void add_figure(void *data, const struct undone *undone)
{
    const struct with_figures *with = data;
    autostr text = STR_INIT, change = STR_INIT;
    app_say_plan(with->app, undone->plan, true, &text);
    str_addf(&text, " %s, ", undone->indicator);
    period_say_quarter(&text, undone->quarter);
    tr_change(&change, undone->from, undone->to);
    str_addf(&text, ": %s; ", change.buf);
    text_digits(with->ret, text.buf, text.len, i18n_digits());
}

static void say_records(const struct telling *t, struct str *ret)
{
    const size_t alike = count_alike(t);
    if (alike > 1)
        str_addf(ret, _("%s, %s of them"), tr(record_shape(t->change->kind)->name), SAY(alike));
    else
        say_change(t, &t->change[0], ret);
}

enum status app_look_undo_records(struct app *app, bool redo, int64_t id,
                                  struct app_record_step *ret, struct err *err)
{
    autotelling t = {.app = app, .err = err};
    autostr records = STR_INIT;
    *ret = (struct app_record_step){.what = STR_INIT};
    enum status status = store_begin_write(app->store, err);
    if (status)
        return status;
    const int64_t before = app_journal_seq(app);
    status = store_undo_records(app->store, redo, hear, &t, err);
    status = status ? status : t.status;
    if (!status) {
        ret->own = any_belongs(&t, id); // what comes back
        ret->seq = undo_newest(app, before, redo);
        say_records(&t, &records);
        status = undo_tell_figures_too(app, redo, add_figure,
                                       &(struct with_figures){app, &ret->what}, err);
    }
    store_rollback(app->store);
    str_add(&ret->what, records.buf);
    ret->own |= !status && any_belongs(&t, id); // what goes
    return status;
}

void app_record_step_done(struct app_record_step *step)
{
    str_done(&step->what);
}
