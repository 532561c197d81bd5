// SPDX-License-Identifier: GPL-3.0-or-later
// The names that records fill in: {meeting.date}, {chair.designation}, {decisions}.
//
// KIND.FIELD is a field of the record that is told of, or of what it belongs to. A kind in the
// plural is a list of what belongs to it, as the layout's «each» has it.
#include "names.h"

#include "layout.h"

#include "orjon/domain/decision.h"

#include <string.h>

enum { LIST_ROWS_MAX = 1000 };

// --- lists --------------------------------------------------------------------------------------

void scene_enter(struct scene *scene, const struct record *record)
{
    for (; record; record = dossier_parent(scene->request->dossier, record))
        scene->row[record->kind] = record;
}

// What the list is of: the nearest that it can belong to.
static const struct record *top_of(const struct scene *scene, enum record_kind kind)
{
    for (int at = record_shape(kind)->parent; at >= 0;
         at = record_shape((enum record_kind)at)->parent)
        if (scene->row[at])
            return scene->row[at];
    return NULL;
}

const struct record *scene_next(const struct scene *scene, enum record_kind kind,
                                const struct record *before)
{
    const struct records *of = &scene->request->dossier->of[kind];
    const struct record *top = top_of(scene, kind);
    for (size_t i = before ? (size_t)(before - of->record) + 1 : 0; i < of->count; i++)
        if (!top || dossier_is_within(scene->request->dossier, &of->record[i], top))
            return &of->record[i];
    return NULL;
}

static const char *phrase_of_each(const struct layout *layout, int kind)
{
    for (size_t i = 0; i < layout->blocks; i++)
        if (layout->block[i].kind == LAYOUT_EACH && layout->block[i].of == kind)
            return layout->block[i].with;
    return "";
}

static void write_list(struct str *ret, enum record_kind kind, const struct scene *scene)
{
    const char *phrase = phrase_of_each(scene->layout, (int)kind);
    const size_t from = ret->len;
    struct scene inner = *scene;
    const struct record *at = NULL;
    inner.no = inner.of = 0;
    while (inner.of < LIST_ROWS_MAX && (at = scene_next(scene, kind, at)))
        inner.of++;
    for (at = NULL; inner.no < inner.of && (at = scene_next(scene, kind, at));) {
        inner.no++;
        scene_enter(&inner, at);
        if (ret->len > from)
            str_add_char(ret, '\n');
        phrase_write_in(ret, phrase, &inner);
    }
}

// --- who carries decisions out ------------------------------------------------------------------

// The first decision that the same people carry out.
static const struct record *first_of(const struct scene *scene, const char *who)
{
    const struct record *at = NULL;
    while ((at = scene_next(scene, RECORD_DECISION, at)) &&
           strcmp(at->text[DECISION_WHO], who) != 0)
        continue;
    return at;
}

// «১, ৩। »: the decisions that are theirs.
static void write_theirs(struct str *ret, const char *who, const struct scene *scene)
{
    const size_t from = ret->len;
    long no = 0;
    for (const struct record *at = NULL; (at = scene_next(scene, RECORD_DECISION, at));) {
        no++;
        if (strcmp(at->text[DECISION_WHO], who) != 0)
            continue;
        str_add(ret, ret->len > from ? ", " : "");
        recorded_write_number(ret, no, FORM_PLAIN, scene);
    }
    str_add(ret, "। ");
}

// Each named once, with the numbers of their decisions unless all are theirs.
static void write_who(struct str *ret, const struct scene *scene)
{
    const size_t from = ret->len;
    const struct record *own = scene->row[RECORD_DECISION];
    const struct record *first = scene_next(scene, RECORD_DECISION, NULL), *at = NULL;
    bool several = false;
    if (own || !first) {
        str_add(ret, own ? own->text[DECISION_WHO] : "");
        return;
    }
    while ((at = scene_next(scene, RECORD_DECISION, at)))
        several |= strcmp(at->text[DECISION_WHO], first->text[DECISION_WHO]) != 0;
    while ((at = scene_next(scene, RECORD_DECISION, at))) {
        const char *who = at->text[DECISION_WHO];
        if (!*who || first_of(scene, who) != at)
            continue;
        str_add(ret, ret->len > from ? "\n" : "");
        if (several)
            write_theirs(ret, who, scene);
        str_add(ret, who);
    }
}

static void write_overdue(struct str *ret, const struct scene *scene)
{
    const struct record *decision = scene->row[RECORD_DECISION];
    if (decision && decision_is_overdue(decision, scene->request->date))
        str_add(ret, tr_in(LANGUAGE_BENGALI, N_("! overdue")));
}

// --- names --------------------------------------------------------------------------------------

static bool is(const char *name, size_t n, const char *word)
{
    return strlen(word) == n && memcmp(word, name, n) == 0;
}

// The number of the decision that is told of among those of its item; 0 where it is the only one.
static long number_of_decision(const struct scene *scene)
{
    long no = 0, own = 0;
    for (const struct record *at = NULL; (at = scene_next(scene, RECORD_DECISION, at));) {
        no++;
        if (at == scene->row[RECORD_DECISION])
            own = no;
    }
    return no > 1 ? own : 0;
}

static void write_no(struct str *ret, enum form form, const struct scene *scene)
{
    const long decision = form == FORM_DECISION ? number_of_decision(scene) : 0;
    if (decision)
        recorded_write_number(ret, decision, form, scene);
    else if (scene->no && (form != FORM_SEVERAL || scene->of > 1))
        recorded_write_number(ret, scene->no, form, scene);
}

static bool has_form(const struct record_field *field, enum form form)
{
    switch (form) {
    case FORM_PLAIN:
        return true;
    case FORM_LONG:
    case FORM_BENGALI:
        return field->type == FIELD_DATE;
    case FORM_SEVERAL:
        return field->type == FIELD_PLAN;
    default:
        return form == FORM_TWO && field->type == FIELD_NUMBER;
    }
}

static bool write_field_of(struct str *ret, const char *name, size_t n, enum form form,
                           const struct scene *scene)
{
    const char *dot = memchr(name, '.', n);
    if (!dot)
        return false;
    const size_t length = (size_t)(dot - name);
    for (int kind = 0; kind < RECORD_KINDS; kind++) {
        const struct record_shape *shape = record_shape((enum record_kind)kind);
        for (int f = 0; is(name, length, shape->word) && f < shape->fields; f++) {
            if (!is(dot + 1, n - length - 1, shape->field[f].word) ||
                !has_form(&shape->field[f], form))
                continue;
            if (scene && scene->row[kind])
                recorded_write_field(ret, scene->row[kind], f, form, scene);
            return true;
        }
    }
    return false;
}

static bool write_list_of(struct str *ret, const char *name, size_t n, const struct scene *scene)
{
    for (int kind = 0; kind < RECORD_KINDS; kind++)
        if (is(name, n, record_shape((enum record_kind)kind)->plural)) {
            if (scene)
                write_list(ret, (enum record_kind)kind, scene);
            return true;
        }
    return false;
}

static bool is_form_of_no(enum form form)
{
    return form == FORM_PLAIN || form == FORM_TWO || form == FORM_SEVERAL || form == FORM_DECISION;
}

static const struct {
    const char *name;
    void (*write)(struct str *ret, const struct scene *scene);
} told[] = {{"who", write_who}, {"overdue", write_overdue}};

bool recorded_write(struct str *ret, const char *name, size_t n, enum form form,
                    const struct scene *scene)
{
    if (is(name, n, "no") && is_form_of_no(form)) {
        if (scene)
            write_no(ret, form, scene);
        return true;
    }
    if (scene && scene->blank)
        return true;
    for (size_t i = 0; i < sizeof told / sizeof *told && !form; i++)
        if (is(name, n, told[i].name)) {
            if (scene)
                told[i].write(ret, scene);
            return true;
        }
    if (!form && (recorded_write_person(ret, name, n, scene) || listed_write(ret, name, n, scene) ||
                  write_list_of(ret, name, n, scene)))
        return true;
    return write_field_of(ret, name, n, form, scene);
}

void recorded_list(struct str *ret)
{
    str_add(ret, " no");
    for (size_t i = 0; i < sizeof told / sizeof *told; i++)
        str_addf(ret, " %s", told[i].name);
    for (int kind = 0; kind < RECORD_KINDS; kind++)
        str_addf(ret, " %s", record_shape((enum record_kind)kind)->plural);
    recorded_list_people(ret);
    listed_list(ret);
    for (int kind = 0; kind < RECORD_KINDS; kind++)
        str_addf(ret, " %s.…", record_shape((enum record_kind)kind)->word);
}
