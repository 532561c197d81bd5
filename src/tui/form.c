// SPDX-License-Identifier: GPL-3.0-or-later
// Labelled fields below each other, edited in place.
#include "form_private.h"
#include "screen_private.h"

#include "orjon/base/mem.h"

#include <string.h>

bool form_is_open(const struct form *form, int field)
{
    return field >= 0 && field < form->count && form->fields[field].accept;
}

struct form *form_new(const struct form_field *fields, int count, void *data)
{
    struct form *form = mem_alloc(sizeof *form);
    form->fields = fields;
    form->count = count;
    form->data = data;
    form->error = STR_INIT;
    form->dropped = STR_INIT;
    form->dropped_from = -1;
    lineedit_init(&form->edit);
    form_set_focus(form, 0);
    return form;
}

void form_free(struct form **p)
{
    if (!*p)
        return;
    lineedit_done(&(*p)->edit);
    str_done(&(*p)->error);
    str_done(&(*p)->dropped);
    free((*p)->name);
    free(*p);
    *p = NULL;
}

int form_focus(const struct form *form)
{
    return form->focus;
}

void form_set_focus(struct form *form, int field)
{
    form_cancel(form);
    form->focus = field;
    while (form->focus < form->count && !form_is_open(form, form->focus))
        form->focus++;
    if (!form_is_open(form, form->focus))
        form->focus = field;
}

bool form_editing(const struct form *form)
{
    return form->editing;
}

void form_cancel(struct form *form)
{
    form->editing = false;
    str_reset(&form->error);
}

static void start_edit(struct form *form, bool fresh)
{
    autostr value = STR_INIT;
    if (!form_is_open(form, form->focus))
        return;
    const struct form_field *field = &form->fields[form->focus];
    if (field->value)
        field->value(form->data, form->focus, &value);
    lineedit_set(&form->edit, value.buf, value.len, fresh);
    form->editing = true;
}

void form_edit(struct form *form, const char *text)
{
    start_edit(form, true);
    if (form->editing)
        lineedit_insert(&form->edit, text, strlen(text));
}

enum status form_commit(struct form *form, struct err *err)
{
    struct err own = {0};
    if (!form->editing)
        return STATUS_OK;
    autostr text = STR_INIT;
    lineedit_commit(&form->edit, &text);
    enum status status = STATUS_OK;
    if (lineedit_changed(&form->edit))
        status = form->fields[form->focus].accept(form->data, form->focus, text.buf, &own);
    str_reset(&form->error);
    if (status == STATUS_OK) {
        form->editing = false;
        if (lineedit_changed(&form->edit))
            form_forget(form);
    } else {
        str_add(&form->error, err_text(&own));
    }
    if (err)
        *err = own;
    return status;
}

// --- what was left with Esc ---------------------------------------------------------------------

void form_forget(struct form *form)
{
    form->dropped_from = -1;
    if (form->left)
        left_drop(form->left, form->name);
}

static void drop(struct form *form, struct desk *desk)
{
    if (lineedit_changed(&form->edit)) {
        autostr kept = STR_INIT;
        str_reset(&form->dropped);
        str_add_n(&form->dropped, form->edit.text.buf, form->edit.text.len);
        form->dropped_from = form->focus;
        str_addf(&kept, "%d\n%s", form->focus, form->dropped.buf);
        if (form->left)
            left_keep(form->left, form->name, kept.buf);
        if (desk)
            desk_say_left(desk, form->fields[form->focus].label, form->dropped.buf);
    }
    form_cancel(form);
}

void form_keep(struct form *form, struct desk *desk, const char *name)
{
    char *text = NULL;
    form->left = &desk->left;
    form->name = mem_copy_text(name, strlen(name));
    const char *kept = left_find(form->left, name);
    const long field = kept ? strtol(kept, &text, 10) : -1;
    if (!kept || *text != '\n' || field < 0 || field >= form->count)
        return;
    form->dropped_from = (int)field;
    str_add(&form->dropped, text + 1);
    desk_say_left(desk, form->fields[field].label, form->dropped.buf);
}

bool form_bring_back(struct form *form)
{
    const int from = form->dropped_from;
    if (form->editing || !form_is_open(form, from))
        return false;
    form->focus = from;
    form_edit(form, form->dropped.buf);
    form_forget(form);
    return true;
}

// --- keys ---------------------------------------------------------------------------------------

static enum form_event move(struct form *form, int step)
{
    if (form_commit(form, NULL) != STATUS_OK)
        return FORM_TAKEN;
    for (int to = form->focus + step; to >= 0 && to < form->count; to += step)
        if (form_is_open(form, to)) {
            form->focus = to;
            return FORM_TAKEN;
        }
    return step < 0 ? FORM_FIRST : FORM_LAST;
}

static enum form_event move_key(struct form *form, const struct key *key)
{
    switch (key->code) {
    case K_ENTER:
    case K_TAB:
        return move(form, 1);
    case K_DOWN: // an arrow held down must not leave the form
        move(form, 1);
        return FORM_TAKEN;
    case K_UP:
    case K_BACKTAB:
        return move(form, -1);
    default:
        return FORM_IGNORED;
    }
}

// The field at a row of the canvas; -1 when there is none.
static int field_at(const struct form *form, int row)
{
    int i = form->top + row - form->row;
    if (row < form->row || row >= form->row + form->rows)
        return -1;
    if (i > form->focus)
        i = i - form->error_rows > form->focus ? i - form->error_rows : form->focus;
    return i < form->count ? i : -1;
}

bool form_click(struct form *form, int row, int col)
{
    int field = field_at(form, row);
    if (col < form->col || col >= form->col + form->columns || !form_is_open(form, field))
        return false;
    if (field != form->focus && form_commit(form, NULL) == STATUS_OK)
        form->focus = field;
    return true;
}

bool form_is_at(const struct form *form, int row, int col)
{
    return !form->editing && col >= form->col && col < form->col + form->columns &&
           form_is_open(form, form->focus) && field_at(form, row) == form->focus;
}

static enum form_event mouse_key(struct form *form, const struct key *key)
{
    if (key->code == K_CLICK && form_is_at(form, key->row, key->col)) {
        start_edit(form, false);
        return FORM_TAKEN;
    }
    if (key->code == K_CLICK || key->code == K_MENU)
        return form_click(form, key->row, key->col) ? FORM_TAKEN : FORM_IGNORED;
    if (key->code != K_WHEEL_UP && key->code != K_WHEEL_DOWN)
        return FORM_IGNORED;
    if (!form->editing)
        move(form, key->code == K_WHEEL_UP ? -1 : 1);
    return FORM_TAKEN;
}

static enum form_event start_key(struct form *form, const struct key *key)
{
    bool typed = key->code == K_TEXT || key->code == K_PASTE || key->code == K_DELETE ||
                 key->code == K_BACKSPACE;
    bool moved =
        key->code == K_LEFT || key->code == K_RIGHT || key->code == K_HOME || key->code == K_END;
    if (!form_is_open(form, form->focus) || (!typed && !moved && key->code != K_F2))
        return FORM_IGNORED;
    start_edit(form, typed);
    if (key->code != K_F2)
        lineedit_key(&form->edit, key);
    return FORM_TAKEN;
}

enum form_event form_key(struct form *form, struct desk *desk, const struct key *key)
{
    lineedit_join(&form->edit, desk);
    enum form_event event = move_key(form, key);
    if (event == FORM_IGNORED)
        event = mouse_key(form, key);
    if (event != FORM_IGNORED)
        return event;
    if (!form->editing && key_is_ctrl(key, 'z') && form_bring_back(form))
        return FORM_TAKEN;
    if (!form->editing)
        return start_key(form, key);
    if (key->code == K_ESC) {
        drop(form, desk);
        return FORM_TAKEN;
    }
    return lineedit_key(&form->edit, key) ? FORM_TAKEN : FORM_IGNORED;
}
