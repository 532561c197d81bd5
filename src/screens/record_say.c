// SPDX-License-Identifier: GPL-3.0-or-later
// How records are named and shown, and what lists and forms do with them alike.
#include "record_screens.h"

#include "orjon/base/refusal.h"
#include "orjon/base/text.h"
#include "orjon/domain/date.h"

#include <string.h>

void record_say(struct app *app, const struct record *record, const struct record_column *column,
                struct grid_cell *ret)
{
    const enum field_type type = column->field == RECORD_NONE
                                     ? FIELD_TEXT
                                     : record_shape(record->kind)->field[column->field].type;
    if (column->field == RECORD_NONE)
        column->say(app, record, ret);
    else if (type == FIELD_PLAN && *record->text[column->field])
        app_say_plan(app, record->text[column->field], true, &ret->text);
    else
        app_say_field(app, record, column->field, &ret->text, NULL);
}

void record_say_name(struct app *app, const struct record *record, struct str *ret)
{
    struct grid_cell name = {.text = STR_INIT};
    record_say(app, record, &record_view(record->kind)->column[0], &name);
    if (!name.text.len) // whoever began with another field sees that the name is left
        app_say_title(record, &name.text);
    text_shorten(ret, name.text.buf, 80);
    str_done(&name.text);
}

void record_say_rest(struct app *app, const struct record *record, struct str *ret)
{
    const struct record_view *view = record_view(record->kind);
    for (int c = 1; c < view->columns; c++) {
        struct grid_cell cell = {.text = STR_INIT};
        record_say(app, record, &view->column[c], &cell);
        if (cell.text.len)
            str_addf(ret, "%s%s", ret->len ? " · " : "", cell.text.buf);
        str_done(&cell.text);
    }
}

int record_column_width(const struct record_column *column, enum record_kind kind)
{
    static const int widths[] = {
        [FIELD_DATE] = 10, [FIELD_TIME] = 6,    [FIELD_NUMBER] = 7,
        [FIELD_YEAR] = 11, [FIELD_CHOICE] = 12, [FIELD_CODES] = 12,
        [FIELD_PLAN] = 16, [FIELD_HASH] = 16,   [FIELD_KEY] = 16,
    };
    if (column->columns || column->field == RECORD_NONE)
        return column->columns;
    return widths[record_shape(kind)->field[column->field].type]; // 0 for texts
}

void record_preset(struct app *app, const char *word, struct str *ret)
{
    if (strcmp(word, "@today") == 0)
        date_write_iso(ret, app_today(app));
    else if (strcmp(word, "@year") == 0)
        period_write_year_short(ret, app_office(app)->fiscal_year);
    else
        str_add(ret, word);
}

void record_ask_remove(struct desk *desk, struct app *app, const struct record *record,
                       void (*yes)(void *data, struct desk *desk), void *data)
{
    autostr name = STR_INIT, text = STR_INIT;
    record_say_name(app, record, &name);
    str_addf(&text, _("Remove “%s”? What belongs to it goes as well; Ctrl-Z brings it back."),
             name.buf);
    dialog_confirm(desk, _("Remove"), text.buf, yes, data);
}

// The word behind the present one, the first behind the last; appended.
static void next_word(const char *words, const char *now, struct str *ret)
{
    const size_t n = strlen(now);
    const char *at = words;
    for (size_t length; *at; at += length + (at[length] == ' ')) {
        length = strcspn(at, " ");
        if (n == length && memcmp(at, now, n) == 0) {
            at += length + (at[length] == ' ');
            break;
        }
    }
    at = n && *at ? at : words;
    str_add_n(ret, at, strcspn(at, " "));
}

bool record_turn(struct desk *desk, struct app *app, const struct record *record)
{
    const int field = record_view(record->kind)->turn;
    struct err err = {0};
    autostr next = STR_INIT, name = STR_INIT, from = STR_INIT, to = STR_INIT;
    if (field == RECORD_NONE)
        return false;
    const struct record_field *what = &record_shape(record->kind)->field[field];
    next_word(what->of, record->text[field], &next);
    if (app_put_field(app, record->kind, record->id, field, record->text[field], next.buf, &err)) {
        desk_fail(desk, &err);
        return err.status == STATUS_CHANGED;
    }
    struct grid_cell cell = {.text = STR_INIT};
    record_say(app, record, &record_view(record->kind)->column[0], &cell);
    text_shorten(&name, cell.text.buf, 40); // what it is now must be read as well
    str_done(&cell.text);
    record_write(what, record->text[field], i18n_digits(), &from);
    record_write(what, next.buf, i18n_digits(), &to);
    desk_say(desk, MESSAGE_GOOD, "%s: %s%s%s", name.buf, from.buf, from.len ? " → " : "", to.buf);
    return true;
}

void record_tell_findings(struct desk *desk, const struct findings *odd)
{
    autostr text = STR_INIT;
    for (size_t i = 0; i < odd->count; i++)
        str_addf(&text, "%s%s", i ? "\n" : "", odd->finding[i].message);
    if (odd->count)
        dialog_tell(desk, _("Check"), text.buf, NULL, NULL);
    else
        desk_say(desk, MESSAGE_GOOD, "%s", _("Nothing is missing and nothing is odd"));
}

// --- undo ---------------------------------------------------------------------------------------

static void run(struct app *app, struct desk *desk, bool redo)
{
    struct err err = {0};
    autostr told = STR_INIT, text = STR_INIT;
    autorecordstep step = {.what = STR_INIT};
    if (app_look_undo_records(app, redo, 0, &step, &err) ||
        app_undo_records(app, redo, &told, &err)) {
        desk_fail(desk, &err);
        return;
    }
    str_add(&text, redo ? _("Redone") : _("Undone"));
    size_t fields = 0;
    for (const char *at = told.buf; *at; at += strcspn(at, "\n"), at += *at == '\n')
        fields++;
    if (fields > 1) // before the first: the line may be cut
        str_addf(&text, _(" (%s fields)"), SAY(fields));
    desk_say(desk, MESSAGE_GOOD, "%s: %s", text.buf, step.what.buf);
}

// Somebody else may have changed something while the question stood there.
static void agreed(void *data, struct desk *desk)
{
    const struct record_undo *undo = data;
    autorecordstep step = {.what = STR_INIT};
    struct err err = {0};
    enum status status = app_look_undo_records(undo->app, undo->redo, 0, &step, &err);
    if (!status && step.seq != undo->asked)
        status = refuse_changed(_("What stands here"), NULL, &err);
    if (status)
        desk_fail(desk, &err);
    else
        run(undo->app, desk, undo->redo);
}

void record_undo_run(struct desk *desk, struct record_undo *undo, struct app *app, int64_t id,
                     bool redo)
{
    autorecordstep step = {.what = STR_INIT};
    struct err err = {0};
    autostr text = STR_INIT;
    if (app_look_undo_records(app, redo, id, &step, &err)) {
        desk_fail(desk, &err);
        return;
    }
    *undo = (struct record_undo){app, redo, step.seq};
    if (id && !step.own)
        str_addf(&text,
                 redo ? _("What would be redone is not of this record: %s. Redo it?")
                      : _("What was changed last is not of this record: %s. Undo it?"),
                 step.what.buf);
    else if (step.seq <= app_journal_opened(app))
        str_addf(&text,
                 redo ? _("This was undone before the program was opened: %s. Redo it?")
                      : _("This was done before the program was opened: %s. Undo it?"),
                 step.what.buf);
    if (text.len)
        dialog_confirm(desk, redo ? _("Redo") : _("Undo"), text.buf, agreed, undo);
    else
        run(app, desk, redo);
}
