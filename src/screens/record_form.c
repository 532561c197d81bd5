// SPDX-License-Identifier: GPL-3.0-or-later
// The form of one record: its fields, and below them what belongs to it.
#include "record_screens.h"

#include "orjon/base/refusal.h"
#include "orjon/base/text.h"

#include <string.h>

enum { HEAD = 2, FORM_LEAST = 5, TREE_LEAST = 6 }; // rows

// --- what is read for it ------------------------------------------------------------------------

static void read_note(struct record_form *form)
{
    struct grid_cell note = {.text = STR_INIT, .style = STYLE_WARNING};
    if (form->there && form->view->note)
        form->view->note(form->app, record_form_record(form), &note);
    str_reset(&form->note);
    str_add(&form->note, note.text.buf);
    form->note_style = note.style;
    str_done(&note.text);
}

static enum status load(struct record_form *form, struct err *err)
{
    struct records fresh = {0};
    enum status status =
        form->id ? app_load_record(form->app, form->kind, form->id, &fresh, err) : STATUS_NOT_FOUND;
    if (status == STATUS_NOT_FOUND) { // not there yet, or undone, or taken away by another
        records_done(&fresh);
        if (form->there || !form->records.count)
            record_form_blank(form, NULL);
    } else if (status) {
        return status;
    } else {
        records_done(&form->records);
        form->records = fresh;
        form->parent = fresh.record[0].parent;
        form->there = true;
    }
    read_note(form);
    status = STATUS_OK;
    if (form->there)
        status = record_tree_read(form->app, form->kind, form->id, !app_is_read_only(form->app),
                                  &form->tree, err);
    else
        record_tree_done(&form->tree);
    grid_set_rows(form->grid, form->tree.count);
    return status;
}

const struct record_line *record_form_line(const struct record_form *form)
{
    const int row = form->below ? grid_row(form->grid) : -1;
    return row < 0 || row >= form->tree.count ? NULL : &form->tree.line[row];
}

static int64_t newest_line(const struct record_tree *tree)
{
    int64_t id = 0;
    for (int i = 0; i < tree->count; i++)
        id = tree->line[i].id > id ? tree->line[i].id : id;
    return id;
}

static void mark(struct record_form *form, int64_t id)
{
    for (int i = 0; id && i < form->tree.count; i++)
        if (form->tree.line[i].id == id)
            grid_select(form->grid, i, TREE_NAME);
}

// The marked line stays marked; one that has come since is.
void record_form_reload(struct record_form *form, struct desk *desk)
{
    struct err err = {0};
    const int row = grid_row(form->grid);
    const int64_t id = row >= 0 && row < form->tree.count ? form->tree.line[row].id : 0;
    const int64_t before = newest_line(&form->tree);
    if (load(form, &err) && desk)
        desk_fail(desk, &err);
    const int64_t now = newest_line(&form->tree);
    mark(form, before && now > before ? now : id);
    if (!form->tree.count)
        form->below = false;
}

void record_form_resume(void *state, struct desk *desk)
{
    record_form_take_made(state, desk);
    record_form_reload(state, desk);
}

// --- the picture --------------------------------------------------------------------------------

static void draw_head(const struct record_form *form, struct canvas *canvas)
{
    autostr title = STR_INIT, name = STR_INIT;
    const struct record *record = record_form_record(form);
    str_add(&title, tr(record_shape(form->kind)->name));
    if (form->there)
        record_say_name(form->app, record, &name);
    else
        str_add(&name, _("new; its first field makes it"));
    str_addf(&title, ": %s", name.buf);
    if (*title.buf >= 'a' && *title.buf <= 'z') // which it is within a sentence
        *title.buf = (char)(*title.buf - 'a' + 'A');
    title_draw(canvas, form->app, title.buf, app_office(form->app)->fiscal_year, 0);
    canvas_text(canvas, 1, 1, canvas->cols - 2, form->note_style, ALIGN_LEFT, form->note.buf,
                form->note.len);
}

// What has the keys gets the rows that it needs, the other at least a few.
static int rows_of_form(const struct record_form *form, int rows)
{
    const int fields = record_shape(form->kind)->fields + 2, lines = form->tree.count + 3;
    if (!form->tree.count || fields + lines <= rows)
        return form->tree.count ? fields : rows;
    if (form->below)
        return rows - lines > FORM_LEAST ? rows - lines : FORM_LEAST;
    return rows - TREE_LEAST > fields ? fields : rows - TREE_LEAST;
}

static void set_columns(struct record_form *form, int width)
{
    const int number = 8, rest = (width - number - 2) * 2 / 5;
    form->column[TREE_NUMBER] = (struct grid_column){.heading = _("No."), .columns = number};
    form->column[TREE_NAME] =
        (struct grid_column){.heading = _("Subject"), .columns = width - number - rest - 2};
    form->column[TREE_REST] = (struct grid_column){.heading = _("Particulars"), .columns = rest};
    grid_set_columns(form->grid, form->column, TREE_COLUMNS, 1);
}

void record_form_draw(void *state, struct canvas *canvas)
{
    struct record_form *form = state;
    const bool tree = form->tree.count > 0;
    const int rows = rows_of_form(form, canvas->rows - HEAD), under = HEAD + rows;
    const int own = rows - (tree ? 1 : 0), cols = canvas->cols;
    record_form_make_fields(form);
    draw_head(form, canvas);
    if (form->below) {
        form_draw(form->form, canvas, HEAD, 1, own, cols - 2);
        canvas_change_style(canvas, HEAD, 0, own, cols, STYLE_FOCUS, STYLE_FIELD);
    }
    if (tree) {
        set_columns(form, cols);
        canvas_rule(canvas, under - 1, 0, cols, RULE_HORIZONTAL);
        grid_draw(form->grid, canvas, under, 0, canvas->rows - under, cols);
    }
    if (form->below) // what has the keys has the cursor, and alone is marked
        return;
    canvas_change_style(canvas, under, 0, canvas->rows - under, cols, STYLE_FOCUS, STYLE_PLAIN);
    form_draw(form->form, canvas, HEAD, 1, own, cols - 2);
}

// --- the screen ---------------------------------------------------------------------------------

struct grid *record_form_grid(const void *state)
{
    const struct record_form *form = state;
    return form->below ? form->grid : NULL;
}

enum screen_mode record_form_mode(const void *state)
{
    const struct record_form *form = state;
    const enum screen_mode mode = form->below                ? grid_mode(form->grid)
                                  : form_editing(form->form) ? MODE_TYPING
                                                             : MODE_LOOKING;
    if (mode != MODE_LOOKING)
        return mode;
    if (app_is_read_only(form->app))
        return MODE_READ_ONLY;
    if (form->below)
        return MODE_LOOKING;
    return *record_form_record(form)->text[form_focus(form->form)] ? MODE_FILLED : MODE_EMPTY;
}

static void all_fields(const struct record_form *form, struct str *ret)
{
    for (int i = 0; i < record_shape(form->kind)->fields; i++)
        str_addf(ret, "%s\n", record_form_record(form)->text[i]);
    const struct record_line *line = record_form_line(form);
    for (int c = TREE_NAME; line && c < TREE_COLUMNS; c++)
        str_addf(ret, "%s\n", line->text[c]);
}

bool record_form_types(const struct key *key)
{
    return key->code == K_TEXT || key->code == K_PASTE || key->code == K_DELETE ||
           key->code == K_BACKSPACE;
}

// What is typed is compared when it is saved.
bool record_form_look(void *state, struct desk *desk, const struct key *key)
{
    struct record_form *form = state;
    autostr before = STR_INIT, now = STR_INIT;
    struct err err = {0};
    if (form_editing(form->form) || (record_form_types(key) && !form->below) ||
        !app_changed_elsewhere(form->app))
        return true;
    all_fields(form, &before);
    record_form_reload(form, desk);
    all_fields(form, &now);
    if (strcmp(before.buf, now.buf) == 0)
        return true;
    refuse_changed(_("What stands here"), NULL, &err);
    desk_fail(desk, &err);
    return false;
}

bool record_form_settle(void *state, struct desk *desk)
{
    struct record_form *form = state;
    if (form->below)
        return grid_settle(form->grid, desk);
    const enum status status = form_commit(form->form, NULL);
    record_form_ask_like(form, desk);
    return status == STATUS_OK; // the form itself says why it was refused
}

void record_form_commit(void *state)
{
    form_commit(((struct record_form *)state)->form, NULL);
}

void record_form_free(void **state)
{
    struct record_form *form = *state;
    form_free(&form->form);
    grid_free(&form->grid);
    record_tree_done(&form->tree);
    records_done(&form->records);
    record_choices_free(&form->pick);
    str_done(&form->note);
    free(form->code);
    free(form->field);
    free(form);
    *state = NULL;
}

static struct record_form *make(struct app *app, enum record_kind kind, int64_t id, int64_t parent)
{
    struct record_form *form = mem_alloc(sizeof *form);
    const int fields = record_shape(kind)->fields;
    form->app = app;
    form->kind = kind;
    form->view = record_view(kind);
    form->id = id;
    form->parent = parent;
    form->note = STR_INIT;
    form->field = mem_alloc((size_t)fields * sizeof *form->field);
    record_form_make_fields(form);
    form->form = form_new(form->field, fields, form);
    form->grid = grid_new(&record_tree_grid, &form->tree, form->column, 0, 0);
    set_columns(form, 80);
    return form;
}

// A new one begins in its first field that nothing is proposed for; its number comes by itself.
// Where the proposal is to be thought about first, it begins there.
static void go_to_first_field(struct record_form *form)
{
    const struct record *record = record_form_record(form);
    const struct record_shape *shape = record_shape(form->kind);
    for (int i = 0; i < shape->fields && !form->view->from_first; i++)
        if (!*record->text[i] && shape->field[i].type != FIELD_NUMBER) {
            form_set_focus(form->form, i);
            return;
        }
}

static void push(struct record_form *form, struct desk *desk)
{
    struct err err = {0};
    autostr name = STR_INIT;
    enum status status = load(form, &err);
    if (status == STATUS_OK && form->id && !form->there)
        status = refuse_changed(_("What stands here"), NULL, &err);
    if (status == STATUS_OK) {
        if (!form->there)
            go_to_first_field(form);
        grid_select(form->grid, 0, TREE_NAME);
        desk_push(desk, form->view->form, form);
        str_addf(&name, "%s %lld", record_shape(form->kind)->word, (long long)form->id);
        if (form->there) // else there may be another new one next time
            form_keep(form->form, desk, name.buf);
        return;
    }
    void *state = form;
    record_form_free(&state);
    desk_fail(desk, &err);
}

void record_form_push(struct desk *desk, struct app *app, enum record_kind kind, int64_t id)
{
    push(make(app, kind, id, 0), desk);
}

void record_form_push_new(struct desk *desk, struct app *app, enum record_kind kind, int64_t parent,
                          const char *presets)
{
    struct record_form *form = make(app, kind, 0, parent);
    record_form_blank(form, presets);
    push(form, desk);
}
