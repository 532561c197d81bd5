// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of a record's form: what stands in them, and saving what was typed.
#include "record_screens.h"

#include "orjon/app/phrases.h"
#include "orjon/base/refusal.h"
#include "orjon/base/text.h"
#include "text.h"

#include <string.h>

const struct record *record_form_record(const struct record_form *form)
{
    return &form->records.record[0];
}

void record_form_value(void *data, int field, struct str *ret)
{
    const struct record_form *form = data;
    app_say_field(form->app, record_form_record(form), field, ret, NULL);
}

static void preset(struct record_form *form, struct records *blank, const char *word, size_t n)
{
    const size_t name_length = strcspn(word, "=");
    autostr name = STR_INIT, text = STR_INIT, kept = STR_INIT;
    str_add_n(&name, word, name_length);
    str_add_n(&text, word + name_length + 1, n - name_length - 1);
    record_preset(form->app, text.buf, &kept);
    blank->record->text[record_field_from_word(form->kind, name.buf)] =
        arena_text(&blank->arena, kept.buf, kept.len);
}

// A record that is not there, with the presets of its kind, then those of its place.
void record_form_blank(struct record_form *form, const char *presets)
{
    const struct record_shape *shape = record_shape(form->kind);
    const char *sources[] = {form->view->preset, presets};
    struct records blank = {.count = 1, .cap = 1};
    blank.record = mem_alloc(sizeof *blank.record);
    *blank.record = (struct record){.parent = form->parent, .kind = form->kind};
    blank.record->text = mem_alloc((size_t)shape->fields * sizeof *blank.record->text);
    for (int i = 0; i < shape->fields; i++)
        blank.record->text[i] = "";
    for (size_t s = 0; s < sizeof sources / sizeof *sources; s++)
        for (const char *at = sources[s]; at && *at; at += strspn(at, " ")) {
            preset(form, &blank, at, strcspn(at, " "));
            at += strcspn(at, " ");
        }
    if (form->view->propose) {
        autostr text = STR_INIT;
        form->view->propose(form->app, &text);
        blank.record->text[form->view->proposed] = arena_text(&blank.arena, text.buf, text.len);
    }
    records_done(&form->records);
    form->records = blank;
    form->there = false;
}

// The first field that is left makes the record, with the presets that stand beside it.
static enum status make(struct record_form *form, int field, const char *text, struct err *err)
{
    const struct record_shape *shape = record_shape(form->kind);
    const struct record *record = record_form_record(form);
    autofree struct app_word *words = mem_alloc((size_t)shape->fields * sizeof *words);
    size_t count = 0;
    for (int i = 0; i < shape->fields; i++) {
        const char *own = i == field ? text : record->text[i];
        if (*own)
            words[count++] = (struct app_word){shape->field[i].word, own};
    }
    const struct record_view *view = form->view;
    int64_t id = 0;
    enum status status =
        form->another ? view->make_another(form->app, form->parent, words, count, &id, err)
        : view->make  ? view->make(form->app, form->parent, words, count, &id, err)
                      : app_new_record(form->app, form->kind, form->parent, words, count, &id, err);
    form->id = status ? 0 : id;
    form->like = status == STATUS_EXISTS && view->make_another ? id : 0;
    return status;
}

static void say_whether_another(void *data, struct desk *desk, int choice)
{
    enum { OPEN, ANOTHER };
    struct record_form *form = data;
    struct err err = {0};
    const int64_t like = form->like;
    form->like = 0;
    if (choice == OPEN) {
        form_cancel(form->form);
        desk_close(desk, form);
        record_form_push(desk, form->app, form->kind, like);
    } else if (choice == ANOTHER) {
        form->another = true;
        if (form_commit(form->form, &err))
            desk_fail(desk, &err);
        form->another = false;
    }
}

void record_form_ask_like(struct record_form *form, struct desk *desk)
{
    autorecords like = {0};
    autostr text = STR_INIT, name = STR_INIT, rest = STR_INIT;
    const struct dialog_choice choices[] = {
        {_("oO"), _("open that one")},
        {_("aA"), _("it is another")},
        {_("wW"), _("go on writing")},
    };
    if (!form->like || app_load_record(form->app, form->kind, form->like, &like, NULL))
        return;
    record_say_name(form->app, &like.record[0], &name);
    record_say_rest(form->app, &like.record[0], &rest);
    str_addf(&text, _("There is %s already"), name.buf);
    if (rest.len)
        str_addf(&text, " (%s)", rest.buf);
    dialog_ask(desk, tr(record_shape(form->kind)->name), text.buf, choices, 3, 0,
               say_whether_another, form);
}

// What was seen in the field is what gives way.
enum status record_form_accept(void *data, int field, const char *text, struct err *err)
{
    struct record_form *form = data;
    enum status status = form->there
                             ? app_put_field(form->app, form->kind, form->id, field,
                                             record_form_record(form)->text[field], text, err)
                             : make(form, field, text, err);
    if (status == STATUS_OK)
        form_forget(form->form);
    if (status == STATUS_OK || status == STATUS_CHANGED)
        record_form_reload(form, NULL);
    return status;
}

static enum status accept_lines(void *data, const char *text, struct err *err)
{
    struct record_form *form = data;
    const enum status status = record_form_accept(form, form->written, text, err);
    if (status || !form->goes_on)
        return status;
    form->goes_on = false;
    if (form_key(form->form, NULL, &(struct key){.code = K_ENTER}) == FORM_LAST && form->tree.count)
        form->below = true;
    return status;
}

// A new record has no number yet by which a draft of its text could be told.
void record_form_write(struct record_form *form, struct desk *desk, int field,
                       const struct key *first)
{
    const struct record_field *what = &record_shape(form->kind)->field[field];
    autostr title = STR_INIT, place = STR_INIT, name = STR_INIT;
    if (form->there)
        record_say_name(form->app, record_form_record(form), &name);
    str_addf(&title, "%s%s%s", tr(what->label), name.len ? ": " : "", name.buf);
    if (form->there)
        str_addf(&place, "%lld %s", (long long)form->id, what->word);
    else
        str_addf(&place, "%s of %lld %s", record_shape(form->kind)->word, (long long)form->parent,
                 what->word);
    form->written = field;
    form->goes_on = false;
    const struct text_task task = {.title = title.buf,
                                   .place = place.buf,
                                   .sort = phrase_sort_of(form->kind, field),
                                   .text = record_form_record(form)->text[field],
                                   .accept = accept_lines,
                                   .data = form,
                                   .first = first};
    text_push(desk, form->app, &task);
}

void record_form_fill(const void *state, const char *name, struct str *ret)
{
    const struct record_form *form = state;
    if (strcmp(name, "sort") == 0)
        str_add(ret, phrase_sort_of(form->kind, form_focus(form->form)));
    else if (form->records.count)
        app_fill_from_record(form->app, record_form_record(form), name, ret);
}

// How such a field is filled.
static const char *hint_of(enum field_type type)
{
    switch (type) {
    case FIELD_DATE:
        return _("A date in any writing, like 16/03/2024 or 16.3.24");
    case FIELD_TIME:
        return _("A time of the day, like 10:30");
    case FIELD_MEMO:
        return _("F2 proposes the next number");
    case FIELD_NUMBER:
        return _("A whole number");
    case FIELD_YEAR:
        return _("A fiscal year, like 2024-25");
    case FIELD_CHOICE:
    case FIELD_RECORD:
    case FIELD_PLAN:
        return _("F2 shows the list to choose from; the name can be typed as well");
    case FIELD_CODES:
        return _("F2 shows the list to choose from; several codes with blanks between");
    case FIELD_LINES:
        return _("Enter or F2 opens it: as many lines as it takes");
    default:
        return NULL;
    }
}

// Of single fields what their type does not tell.
static const struct {
    enum record_kind kind;
    int field;
    const char *hint;
} hints[] = {
    {RECORD_TERM, TERM_ACTING, N_("What stands behind the post, like (in charge); empty: nothing")},
    {RECORD_TERM, TERM_OFFICE, N_("Another office; empty: this one")},
    {RECORD_TERM, TERM_TO, N_("The last day; empty: the post is held still")},
    {RECORD_DECISION, DECISION_WHO,
     N_("F2 shows people, several can be ticked; anything else can be typed")},
    {RECORD_MEETING, MEETING_OFFICE, N_("Another office that held it; empty: this one")},
    {RECORD_MEETING, MEETING_NOTICE, N_("F2 opens it; empty: the usual text is printed")},
    {RECORD_MEETING, MEETING_OPENING, N_("F2 opens it; empty: the usual text is printed")},
    {RECORD_MEETING, MEETING_CLOSING, N_("F2 opens it; empty: the usual text is printed")},
    {RECORD_MEETING, MEETING_COPIES, N_("F2 opens it, a line each; empty: those of the office")},
};

void record_form_make_fields(struct record_form *form)
{
    const struct record_shape *shape = record_shape(form->kind);
    for (int i = 0; i < shape->fields; i++) {
        form->field[i] = (struct form_field){
            .label = tr(shape->field[i].label),
            .hint = hint_of(shape->field[i].type),
            .value = record_form_value,
            .accept =
                shape->field[i].kept || form->view->shown & 1U << i ? NULL : record_form_accept};
    }
    for (size_t h = 0; h < sizeof hints / sizeof *hints; h++)
        if (hints[h].kind == form->kind)
            form->field[hints[h].field].hint = tr(hints[h].hint);
}
