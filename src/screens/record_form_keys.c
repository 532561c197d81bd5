// SPDX-License-Identifier: GPL-3.0-or-later
// What the keys of a record's form do.
#include "record_screens.h"

#include "orjon/app/memos.h"

static enum field_type type_of(const struct record_form *form)
{
    return record_shape(form->kind)->field[form_focus(form->form)].type;
}

// A text of many lines is typed on a screen of its own. True when the key was for it.
static bool type_lines(struct record_form *form, struct desk *desk, const struct key *key)
{
    const bool types = key->code == K_TEXT || key->code == K_PASTE;
    const bool moves = key->code == K_LEFT || key->code == K_RIGHT || key->code == K_HOME ||
                       key->code == K_END || key->code == K_DELETE || key->code == K_BACKSPACE;
    if (type_of(form) != FIELD_LINES || form_editing(form->form))
        return false;
    if (types)
        record_form_write(form, desk, form_focus(form->form), key);
    return types || moves;
}

// Enter opens such a text, but those of a meeting, which are mostly left to be the usual ones.
// True when the key was for it.
static bool enter_lines(struct record_form *form, struct desk *desk, const struct key *key)
{
    if (key->code != K_ENTER || type_of(form) != FIELD_LINES || form->kind == RECORD_MEETING ||
        app_is_read_only(form->app))
        return false;
    record_form_write(form, desk, form_focus(form->form), NULL);
    form->goes_on = true;
    return true;
}

// What is typed on a line of what belongs to the record is no text of it.
static bool type_below(const struct record_form *form, struct desk *desk, const struct key *key)
{
    const struct record_line *line = record_form_line(form);
    if (!line || (key->code != K_TEXT && key->code != K_PASTE))
        return false;
    desk_say(desk, MESSAGE_INFO, "%s",
             line->what == LINE_RECORD ? _("Enter opens it; write there")
                                       : _("Enter begins a new one; write there"));
    return true;
}

// Delete empties a field at once, as it does in a return. True when the key was for it.
static bool empty(struct record_form *form, struct desk *desk, const struct key *key)
{
    const int field = form_focus(form->form);
    struct err err = {0};
    if (key->code != K_DELETE || form_editing(form->form) || !form->there ||
        record_shape(form->kind)->field[field].kept || !*record_form_record(form)->text[field])
        return false;
    const char *label = tr(record_shape(form->kind)->field[field].label);
    if (record_form_accept(form, field, "", &err))
        desk_fail(desk, &err);
    else
        desk_say(desk, MESSAGE_GOOD, "%s: %s", label, _("Removed; Ctrl-Z brings it back"));
    return true;
}

// What the fields take as typed, while they have the keys.
static bool is_for_fields(struct record_form *form, struct desk *desk, const struct key *key)
{
    return !form->below && (empty(form, desk, key) || type_lines(form, desk, key) ||
                            form_key(form->form, desk, key) != FORM_IGNORED);
}

// The next memo number, as if it were typed, where there is none yet. False where nothing is
// proposed.
static bool propose_number(struct record_form *form, int field)
{
    const struct record *record = record_form_record(form);
    autostr number = STR_INIT;
    if (type_of(form) != FIELD_MEMO || *record->text[field] || form_editing(form->form) ||
        app_propose_memo(form->app, record, field, &number, NULL) || !number.len)
        return false;
    form_edit(form->form, number.buf);
    return true;
}

static void change(void *state, struct desk *desk, const struct key *key)
{
    struct record_form *form = state;
    const int field = form_focus(form->form);
    if (record_form_can_pick(form, field))
        record_form_pick(form, desk, field);
    else if (type_of(form) == FIELD_LINES)
        record_form_write(form, desk, field, NULL);
    else if (!propose_number(form, field))
        form_key(form->form, desk, &(struct key){.code = K_F2});
    (void)key;
}

static void other(void *state, struct desk *desk, const struct key *key)
{
    struct record_form *form = state;
    (void)key;
    if (form->tree.count)
        form->below = !form->below;
    else if (record_has_children(form->kind))
        desk_say(desk, MESSAGE_INFO, "%s", _("Fill in a field first; then it is there"));
    else
        desk_say(desk, MESSAGE_INFO, "%s", _("Nothing belongs to it"));
}

static void open(struct record_form *form, struct desk *desk)
{
    const struct record_line *line = record_form_line(form);
    if (!line)
        return;
    if (line->what == LINE_RECORD)
        record_form_push(desk, form->app, line->kind, line->id);
    else
        record_form_push_new(desk, form->app, line->kind, line->parent, NULL);
}

static void enter(void *state, struct desk *desk, const struct key *key)
{
    struct record_form *form = state;
    if (form->below)
        open(form, desk);
    else
        record_form_key(form, desk, key);
}

// One more of the marked kind; from the fields, of what belongs to the record first.
static void add(void *state, struct desk *desk, const struct key *key)
{
    struct record_form *form = state;
    (void)key;
    if (!form->tree.count) {
        other(state, desk, key);
        return;
    }
    const struct record_line *line = record_form_line(form);
    for (int i = 0; !line && i < form->tree.count; i++)
        line = form->tree.line[i].what == LINE_HEADING ? NULL : &form->tree.line[i];
    if (line)
        record_form_push_new(desk, form->app, line->kind, line->parent, NULL);
}

// One of the kind that belongs to the marked line's.
static void add_below(void *state, struct desk *desk, const struct key *key)
{
    struct record_form *form = state;
    const struct record_line *line = record_form_line(form);
    if (is_for_fields(form, desk, key) || !line)
        return;
    for (int k = 0; line->what == LINE_RECORD && k < RECORD_KINDS; k++)
        if (record_shape((enum record_kind)k)->parent == (int)line->kind) {
            record_form_push_new(desk, form->app, (enum record_kind)k, line->id, NULL);
            return;
        }
    desk_say(desk, MESSAGE_INFO, "%s", _("Nothing belongs to it"));
}

static void turn(void *state, struct desk *desk, const struct key *key)
{
    struct record_form *form = state;
    const struct record_line *line = record_form_line(form);
    autorecords records = {0};
    struct err err = {0};
    if (is_for_fields(form, desk, key) || !line)
        return;
    if (line->what != LINE_RECORD || record_view(line->kind)->turn == RECORD_NONE)
        desk_say(desk, MESSAGE_INFO, "%s", _("This key does nothing here"));
    else if (app_load_record(form->app, line->kind, line->id, &records, &err))
        desk_fail(desk, &err);
    else if (record_turn(desk, form->app, &records.record[0])) {
        form_forget(form->form);
        record_form_reload(form, desk);
    }
}

static void take_away(void *data, struct desk *desk)
{
    struct record_form *form = data;
    struct err err = {0};
    if (app_remove_record(form->app, form->asked.kind, form->asked.id, &err)) {
        desk_fail(desk, &err);
        return;
    }
    form_forget(form->form);
    record_form_reload(form, desk);
    desk_say(desk, MESSAGE_GOOD, "%s", _("Removed; Ctrl-Z brings it back"));
}

static void ask_remove(void *state, struct desk *desk, const struct key *key)
{
    struct record_form *form = state;
    const struct record_line *line = record_form_line(form);
    autorecords records = {0};
    struct err err = {0};
    if (is_for_fields(form, desk, key) || !line || line->what != LINE_RECORD)
        return;
    form->asked = *line;
    if (app_load_record(form->app, line->kind, line->id, &records, &err))
        desk_fail(desk, &err);
    else
        record_ask_remove(desk, form->app, &records.record[0], take_away, form);
}

// One place up or down among those that belong to the same.
static void move(void *state, struct desk *desk, const struct key *key)
{
    struct record_form *form = state;
    const struct record_line *line = record_form_line(form);
    struct err err = {0};
    int64_t place = key->code == K_CTRL_UP ? -1 : 1;
    if (!line || line->what != LINE_RECORD || !record_view(line->kind)->move) {
        desk_refuse(desk);
        return;
    }
    for (const struct record_line *at = form->tree.line; at <= line; at++)
        place += at->what == LINE_RECORD && at->kind == line->kind && at->parent == line->parent;
    if (place < 1)
        return;
    const enum status status = record_view(line->kind)->move(form->app, line->id, place, &err);
    form_forget(form->form);
    record_form_reload(form, desk);
    line = record_form_line(form);
    if (status)
        desk_fail(desk, &err);
    else if (line) // which stays marked
        desk_say(desk, MESSAGE_GOOD, _("It is number %s now"), line->text[TREE_NUMBER]);
}

static void undo_or_redo(void *state, struct desk *desk, const struct key *key)
{
    struct record_form *form = state;
    const bool redo = key_is_ctrl(key, 'y');
    if (!redo && form_bring_back(form->form)) { // what was left with Esc comes back first
        form->below = false;
        return;
    }
    record_undo_run(desk, &form->undo, form->app, form->id ? form->id : -1, redo);
    record_form_reload(form, desk);
}

// In what belongs to the record; a click on the line that is marked opens it.
static void point_below(struct record_form *form, struct desk *desk, const struct key *key)
{
    const bool wheel = key->code == K_WHEEL_UP || key->code == K_WHEEL_DOWN;
    if (key->code == K_CLICK && form->below && grid_is_at(form->grid, key->row, key->col))
        open(form, desk);
    else if (wheel || form->below)
        grid_key(form->grid, desk, key);
    else if (grid_click(form->grid, desk, key))
        form->below = record_form_settle(form, desk) && form->tree.count;
}

// Where the pointer is counts, not what has the keys. False when the key is not of the mouse, or
// the fields take it by themselves.
static bool point(struct record_form *form, struct desk *desk, const struct key *key)
{
    const bool press = key->code == K_CLICK || key->code == K_MENU;
    if (!press && key->code != K_WHEEL_UP && key->code != K_WHEEL_DOWN)
        return false;
    if (grid_is_under(form->grid, key->row, key->col)) {
        point_below(form, desk, key);
        return true;
    }
    if (key->code == K_CLICK && !form->below && form_is_at(form->form, key->row, key->col) &&
        !app_is_read_only(form->app)) {
        change(form, desk, key);
        return true;
    }
    if (form->below && press && form_click(form->form, key->row, key->col))
        form->below = false;
    return form->below;
}

bool record_form_key(void *state, struct desk *desk, const struct key *key)
{
    struct record_form *form = state;
    if (point(form, desk, key))
        return true;
    if (form->below && key->code == K_BACKTAB) {
        form->below = false;
        return true;
    }
    if (form->below)
        return grid_key(form->grid, desk, key) || type_below(form, desk, key);
    if (record_form_types(key) && app_is_read_only(form->app)) {
        desk_refuse(desk);
        return true;
    }
    if (type_lines(form, desk, key) || enter_lines(form, desk, key))
        return true;
    const enum form_event event = form_key(form->form, desk, key);
    record_form_ask_like(form, desk);
    if (event == FORM_LAST && form->tree.count)
        form->below = true;
    return event != FORM_IGNORED;
}

enum { RESTING = WHEN_AT_REST & ~MODE_READ_ONLY };

const struct action record_form_actions[] = {
    {"F2", NULL, N_("change"), N_("change what stands there; where there is a list, choose"),
     WHEN_OPEN, change},
    {"F6", NULL, N_("below"), N_("to what belongs to it, and back to its fields"), RECORD_ALL,
     other},
    {"Enter", NULL, N_("open"), N_("open the marked line"), WHEN_AT_REST | HINT_LATER, enter},
    {"Ins", NULL, N_("new"), N_("one more of the marked kind"), RECORD_WRITABLE, add},
    {NULL, "+", N_("add below"), N_("one more that belongs to the marked line"),
     RESTING | HINT_LATER, add_below},
    {NULL, "*", N_("state"), N_("present or absent; the next state of a decision"),
     RESTING | HINT_LATER, turn},
    {"Del", NULL, N_("remove"), N_("remove the marked line, after a question"),
     RESTING | HINT_LATER, ask_remove},
    {"C-Up", NULL, N_("up"), N_("move the marked line up among its own"), MODE_LOOKING | HINT_LATER,
     move},
    {"C-Down", NULL, N_("down"), N_("move the marked line down among its own"),
     MODE_LOOKING | HINT_LATER, move},
    {"F3 C-f", NULL, N_("find"), N_("find in what belongs to it"),
     MODE_LOOKING | MODE_FINDING | HINT_LATER, screen_find},
    {"C-z", NULL, N_("undo"), N_("undo the last change"), RESTING | HINT_LATER, undo_or_redo},
    {"C-y", NULL, N_("redo"), N_("redo what was undone"), RESTING | HINT_LATER, undo_or_redo},
    {0}};
