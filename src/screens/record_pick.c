// SPDX-License-Identifier: GPL-3.0-or-later
// Choosing what a field of a record holds: one of its words, a record of another kind, a plan,
// indicators one after the other.
#include "record_screens.h"

#include "orjon/app/plans.h"
#include "orjon/base/text.h"
#include "orjon/domain/post.h"

#include <stdio.h>
#include <string.h>

struct record_choice {
    const char *label, *value; // as typed
};

struct record_choices {
    struct arena texts;
    struct record_choice *choice;
    size_t count, cap;
    int field;
    bool more; // the last line makes one more record of the kind
};

void record_choices_free(struct record_choices **p)
{
    if (*p)
        arena_done(&(*p)->texts);
    free(*p);
    *p = NULL;
}

bool record_form_can_pick(const struct record_form *form, int field)
{
    const struct record_field *what = &record_shape(form->kind)->field[field];
    return what->type == FIELD_CHOICE || what->type == FIELD_RECORD || what->type == FIELD_PLAN ||
           what->type == FIELD_CODES || (what->type == FIELD_LONG && what->of);
}

static void add(struct record_choices *pick, const char *label, const char *value)
{
    pick->choice =
        arena_grow(&pick->texts, pick->choice, pick->count, &pick->cap, sizeof *pick->choice);
    pick->choice[pick->count++] =
        (struct record_choice){arena_text(&pick->texts, label, strlen(label)),
                               arena_text(&pick->texts, value, strlen(value))};
}

static enum status add_words(struct record_choices *pick, const struct record_field *field)
{
    const char *at = NULL;
    for (;;) {
        autostr word = STR_INIT;
        if (!record_next_choice(field, &at, &word))
            return STATUS_OK;
        add(pick, tr(record_choice_name(field, word.buf)), word.buf);
    }
}

static enum status add_records(struct record_form *form, struct record_choices *pick,
                               const struct record_field *field, struct err *err)
{
    autorecords records = {0};
    const enum record_kind kind = (enum record_kind)record_kind_from_word(field->of);
    enum status status = app_load_records(form->app, kind, 0, &records, err);
    for (size_t i = 0; status == STATUS_OK && i < records.count; i++) {
        autostr label = STR_INIT, rest = STR_INIT;
        char value[24];
        record_say_name(form->app, &records.record[i], &label);
        record_say_rest(form->app, &records.record[i], &rest);
        if (rest.len)
            str_addf(&label, " · %s", rest.buf);
        snprintf(value, sizeof value, "%lld", (long long)records.record[i].id);
        add(pick, label.buf, value);
    }
    if (status == STATUS_OK && record_shape(kind)->parent < 0) {
        autostr label = STR_INIT;
        str_addf(&label, "+ %s", tr(record_shape(kind)->name));
        add(pick, label.buf, "");
        pick->more = true;
    }
    return status;
}

// The text of the record's first field of a type; "" where it has none.
static const char *text_of_type(const struct record_form *form, enum field_type type)
{
    const struct record_shape *shape = record_shape(form->kind);
    for (int i = 0; i < shape->fields; i++)
        if (shape->field[i].type == type)
            return record_form_record(form)->text[i];
    return "";
}

// Whom a paper names as the one who does it: by the post that one alone holds today, else by name.
static enum status add_people(const struct record_form *form, struct record_choices *pick,
                              struct err *err)
{
    autorecords people = {0}, terms = {0};
    enum status status = app_load_records(form->app, RECORD_PERSON, 0, &people, err);
    if (!status)
        status = app_load_records(form->app, RECORD_TERM, 0, &terms, err);
    for (size_t i = 0; !status && i < people.count; i++) {
        const struct record *person = &people.record[i];
        autostr post = STR_INIT, label = STR_INIT;
        size_t same = 0;
        post_write(&post, post_term(&terms, person->id, app_today(form->app)));
        for (size_t k = 0; post.len && k < people.count; k++) {
            autostr theirs = STR_INIT;
            post_write(&theirs, post_term(&terms, people.record[k].id, app_today(form->app)));
            same += strcmp(post.buf, theirs.buf) == 0;
        }
        str_addf(&label, "%s%s%s", person->text[PERSON_NAME], post.len ? " · " : "", post.buf);
        add(pick, label.buf, same == 1 ? post.buf : person->text[PERSON_NAME]);
    }
    return status;
}

static int year_of(const struct record_form *form)
{
    const char *text = text_of_type(form, FIELD_YEAR);
    int year = 0;
    return *text && period_read_year(text, strlen(text), &year, NULL) == STATUS_OK
               ? year
               : app_office(form->app)->fiscal_year;
}

static enum status add_plan(void *data, const struct plan_summary *plan)
{
    add(data, plan->title, plan->name);
    return STATUS_OK;
}

static enum status add_codes(const struct record_form *form, struct record_choices *pick,
                             struct err *err)
{
    const char *plan = text_of_type(form, FIELD_PLAN);
    struct book *book = NULL;
    if (!*plan)
        return err_set(err, STATUS_INVALID, "%s", _("Choose the plan first"));
    enum status status = book_open(form->app, year_of(form), plan, 0, &book, err);
    for (size_t i = 0; status == STATUS_OK && i < book->plan->count; i++) {
        const struct indicator *indicator = &book->plan->indicator[i];
        autostr label = STR_INIT;
        text_digits(&label, indicator->code, strlen(indicator->code), i18n_digits());
        str_addf(&label, "  %s", indicator->text);
        add(pick, label.buf, indicator->code);
    }
    book_free(&book);
    return status;
}

static enum status read_choices(struct record_form *form, struct record_choices *pick,
                                struct err *err)
{
    const struct record_field *field = &record_shape(form->kind)->field[pick->field];
    switch (field->type) {
    case FIELD_CHOICE:
        return add_words(pick, field);
    case FIELD_RECORD:
        return add_records(form, pick, field, err);
    case FIELD_LONG:
        return add_people(form, pick, err);
    case FIELD_PLAN:
        return app_each_plan(form->app, year_of(form), add_plan, pick, err);
    default:
        return add_codes(form, pick, err);
    }
}

// --- the list -----------------------------------------------------------------------------------

// What stands between several; NULL where a field takes but one.
static const char *between(const struct record_field *field)
{
    return field->type == FIELD_CODES ? " " : field->type == FIELD_LONG ? "," : NULL;
}

// The next of several from *at on, without blanks around it; its length, 0 behind the last.
static size_t next_of(const char **at, const char *gap)
{
    *at += strspn(*at, ", ");
    size_t n = strcspn(*at, gap);
    while (n && (*at)[n - 1] == ' ')
        n--;
    return n;
}

static bool has_one(const char *several, const char *gap, const char *one)
{
    size_t n = 0;
    for (const char *at = several; (n = next_of(&at, gap)); at += n)
        if (n == strlen(one) && memcmp(at, one, n) == 0)
            return true;
    return false;
}

static bool is_chosen(const struct record_form *form, const char *value)
{
    const int field = form->pick->field;
    const char *text = record_form_record(form)->text[field];
    const char *gap = between(&record_shape(form->kind)->field[field]);
    return gap ? has_one(text, gap, value) : *value && strcmp(text, value) == 0;
}

static void label(void *data, int i, struct str *ret)
{
    const struct record_form *form = data;
    const struct record_choice *choice = &form->pick->choice[i];
    str_addf(ret, "%s%s", is_chosen(form, choice->value) ? "✓ " : "  ", choice->label);
}

// Several with one more, or one less.
static void turn_one(const char *several, const char *gap, const char *one, struct str *ret)
{
    const char *join = *gap == ' ' ? " " : ", ";
    size_t n = 0;
    for (const char *at = several; (n = next_of(&at, gap)); at += n)
        if (n != strlen(one) || memcmp(at, one, n) != 0)
            str_addf(ret, "%s%.*s", ret->len ? join : "", (int)n, at);
    if (!has_one(several, gap, one))
        str_addf(ret, "%s%s", ret->len ? join : "", one);
}

static void push_at(struct record_form *form, struct desk *desk, int preset);

static enum record_kind kind_of(const struct record_form *form)
{
    const char *of = record_shape(form->kind)->field[form->pick->field].of;
    return (enum record_kind)record_kind_from_word(of);
}

static int64_t newest_of(const struct record_form *form)
{
    autorecords records = {0};
    int64_t id = 0;
    app_load_records(form->app, kind_of(form), 0, &records, NULL);
    for (size_t i = 0; i < records.count; i++)
        id = records.record[i].id > id ? records.record[i].id : id;
    return id;
}

void record_form_take_made(struct record_form *form, struct desk *desk)
{
    const int64_t id = form->awaits ? newest_of(form) : 0;
    const bool made = id > form->newest;
    char value[24];
    struct err err = {0};
    form->awaits = false;
    snprintf(value, sizeof value, "%lld", (long long)id);
    if (made && record_form_accept(form, form->pick->field, value, &err))
        desk_fail(desk, &err);
}

// A choice of several stays open until Esc; behind that of one the next field comes, as it does
// behind what is typed.
static void chosen(void *data, struct desk *desk, int i)
{
    struct record_form *form = data;
    const struct record_choices *pick = form->pick;
    const struct record_field *field = &record_shape(form->kind)->field[pick->field];
    struct err err = {0};
    autostr text = STR_INIT;
    if (i < 0)
        return;
    if (pick->more && (size_t)i + 1 == pick->count) {
        form->awaits = true;
        form->newest = newest_of(form);
        record_form_push_new(desk, form->app, kind_of(form), 0, NULL);
        return;
    }
    const char *gap = between(field);
    if (gap)
        turn_one(record_form_record(form)->text[pick->field], gap, pick->choice[i].value, &text);
    else
        str_add(&text, pick->choice[i].value);
    if (record_form_accept(form, pick->field, text.buf, &err))
        desk_fail(desk, &err);
    else if (gap)
        push_at(form, desk, i);
    else
        form_key(form->form, desk, &(struct key){.code = K_ENTER});
}

static void push_at(struct record_form *form, struct desk *desk, int preset)
{
    const struct record_field *field = &record_shape(form->kind)->field[form->pick->field];
    (between(field) ? dialog_pick_several : dialog_pick)(
        desk, tr(field->label), (int)form->pick->count, preset, label, chosen, form);
}

void record_form_pick(struct record_form *form, struct desk *desk, int field)
{
    struct err err = {0};
    int preset = 0;
    record_choices_free(&form->pick);
    form->pick = mem_alloc(sizeof *form->pick);
    form->pick->field = field;
    if (read_choices(form, form->pick, &err)) {
        desk_fail(desk, &err);
        return;
    }
    if (!form->pick->count) {
        desk_say(desk, MESSAGE_INFO, "%s", _("There is nothing to choose from yet"));
        return;
    }
    for (size_t i = 0; i < form->pick->count; i++)
        if (is_chosen(form, form->pick->choice[i].value))
            preset = (int)i;
    push_at(form, desk, preset);
}
