// SPDX-License-Identifier: GPL-3.0-or-later
// Filling in phrases.
#include "phrase.h"

#include "names.h"

#include "orjon/base/ending.h"
#include "orjon/base/text.h"

#include <string.h>

// What stands between { and }: a name, and behind a colon its ending.
struct place {
    const char *s;
    size_t n, name; // bytes: in all, of the name
};

static struct place place_at(const char *brace)
{
    struct place place = {.s = brace + 1, .n = strcspn(brace, "}") - 1};
    const char *colon = memchr(place.s, ':', place.n);
    place.name = colon ? (size_t)(colon - place.s) : place.n;
    return place;
}

static bool place_ending(const struct place *place, enum ending *ret)
{
    return place->name < place->n &&
           ending_find(place->s + place->name + 1, place->n - place->name - 1, ret);
}

static const char *const forms[] = {[FORM_PLAIN] = "",
#define X(name, word) [FORM_##name] = word,
                                    FORM_LIST(X)
#undef X
};

static enum form place_form(const struct place *place)
{
    for (size_t i = FORM_PLAIN + 1; i < sizeof forms / sizeof *forms; i++)
        if (place->name + 1 + strlen(forms[i]) == place->n &&
            memcmp(place->s + place->name + 1, forms[i], strlen(forms[i])) == 0)
            return (enum form)i;
    return FORM_PLAIN;
}

static bool is_named(const struct place *place, enum form form, bool of_records)
{
    return particular_write(NULL, place->s, place->name, form, NULL) ||
           (of_records && recorded_write(NULL, place->s, place->name, form, NULL));
}

static void write_place(struct str *ret, const struct place *place, const struct scene *scene)
{
    const enum form form = place_form(place);
    const size_t from = ret->len;
    enum ending ending;
    if (!particular_write(ret, place->s, place->name, form, scene) && scene->layout)
        recorded_write(ret, place->s, place->name, form, scene);
    if (place_ending(place, &ending))
        ending_add(ret, from, ending);
}

void phrase_write_in(struct str *ret, const char *phrase, const struct scene *scene)
{
    size_t optional = ret->len; // where the part in < > starts
    bool lacks = false;         // whether a name in it has nothing to fill in
    while (*phrase) {
        size_t n = strcspn(phrase, "{<>");
        text_digits(ret, phrase, n, scene->request->digits);
        phrase += n;
        if (*phrase == '{') {
            const struct place place = place_at(phrase);
            const size_t from = ret->len;
            write_place(ret, &place, scene);
            lacks |= ret->len == from;
            phrase += place.n + 1;
        } else if (*phrase == '<') {
            optional = ret->len;
            lacks = false;
        } else if (*phrase == '>' && lacks) {
            str_cut(ret, optional);
        }
        phrase += *phrase != '\0';
    }
}

void phrase_write(struct str *ret, const char *phrase, const struct paper_request *request,
                  const struct plan *plan)
{
    phrase_write_in(ret, phrase, &(struct scene){.request = request, .plan = plan});
}

static enum status check_place(const struct place *place, bool of_records, struct err *err)
{
    autofree char *name = mem_copy_text(place->s, place->name);
    autostr known = STR_INIT;
    enum ending ending;
    if (!is_named(place, FORM_PLAIN, of_records)) {
        particular_list(&known);
        if (of_records)
            recorded_list(&known);
        return err_set(err, STATUS_INVALID, _("“{%s}” is filled in with nothing; known are %s"),
                       name, known.buf);
    }
    if (place->name == place->n || place_ending(place, &ending))
        return STATUS_OK;
    const enum form form = place_form(place);
    if (form && is_named(place, form, of_records))
        return STATUS_OK;
    for (size_t i = FORM_PLAIN + 1; i < sizeof forms / sizeof *forms; i++)
        if (is_named(place, (enum form)i, of_records))
            str_addf(&known, ", %s", forms[i]);
    return err_set(err, STATUS_INVALID, _("the ending behind “%s:” is one of %s%s"), name,
                   ending_words(), known.buf);
}

enum status phrase_check(const char *phrase, bool of_records, struct err *err)
{
    bool optional = false;
    for (; *(phrase += strcspn(phrase, "{}<>")); phrase++) {
        if (*phrase == '{' && phrase[strcspn(phrase, "}")]) {
            const struct place place = place_at(phrase);
            enum status status = check_place(&place, of_records, err);
            if (status)
                return status;
            phrase += place.n + 1;
        } else if (*phrase == '<' && !optional) {
            optional = true;
        } else if (*phrase == '>' && optional) {
            optional = false;
        } else {
            return err_set(err, STATUS_INVALID,
                           _("a “%c” that has no partner; { } stand around a name, < > around what "
                             "may be left out, and never inside each other"),
                           *phrase);
        }
    }
    return optional ? err_set(err, STATUS_INVALID, _("the “<” has no “>”")) : STATUS_OK;
}
