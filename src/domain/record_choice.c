// SPDX-License-Identifier: GPL-3.0-or-later
// What the words of choices are called.
#include "orjon/base/text.h"
#include "orjon/domain/record.h"

#include <string.h>

// of: the choice that the row is for, where the same word is called otherwise in another; NULL:
// any.
static const struct {
    const char *word, *name, *of;
} names[] = {
    {"staff", N_("Staff"), NULL},
    {"superior", N_("Superior officer"), "staff superior guest"},
    {"superior", N_("Meeting of a superior office"), NULL},
    {"guest", N_("Guest"), NULL},
    {"meeting", N_("Meeting"), NULL},
    {"training", N_("Training"), NULL},
    {"workshop", N_("Workshop"), NULL},
    {"stakeholders", N_("Meeting with stakeholders"), NULL},
    {"month", N_("Month"), NULL},
    {"two-months", N_("Two months"), NULL},
    {"quarter", N_("Quarter"), NULL},
    {"half-year", N_("Half-year"), NULL},
    {"year", N_("Year"), NULL},
    {"open", N_("Open"), NULL},
    {"running", N_("Running"), NULL},
    {"done", N_("Carried out"), NULL},
    {"carried", N_("Carried over"), NULL},
    {"yes", N_("Yes"), NULL},
    {"no", N_("No"), NULL},
    {"remark", N_("Remark"), NULL},
    {"discussion", N_("Discussion"), NULL},
    {"decision", N_("Decision"), NULL},
    {"progress", N_("Progress"), NULL},
    {"any", N_("Any text"), NULL},
    {"accepted", N_("Accepted"), NULL},
    {"returned", N_("Sent back"), NULL},
    {"none", N_("No verdict"), NULL},
};

const char *record_choice_name(const struct record_field *field, const char *word)
{
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i].word, word) == 0 &&
            (!names[i].of || strcmp(names[i].of, field->of) == 0))
            return names[i].name;
    return word;
}

bool record_next_choice(const struct record_field *field, const char **at, struct str *ret)
{
    if (!*at)
        *at = field->of;
    str_reset(ret);
    const size_t n = strcspn(*at, " ");
    str_add_n(ret, *at, n);
    *at += n + ((*at)[n] == ' ');
    return n > 0;
}

static bool is_called(const char *name, const struct str *typed)
{
    autostr folded = STR_INIT;
    text_fold(name, strlen(name), &folded);
    return strcmp(folded.buf, typed->buf) == 0;
}

enum status record_read_choice(const struct record_field *field, const char *typed, struct str *ret,
                               struct err *err)
{
    autostr word = STR_INIT, folded = STR_INIT, known = STR_INIT;
    text_fold(typed, strlen(typed), &folded);
    for (const char *at = NULL; record_next_choice(field, &at, &word);) {
        const char *name = record_choice_name(field, word.buf);
        if (is_called(word.buf, &folded) || is_called(tr_in(LANGUAGE_BENGALI, name), &folded) ||
            is_called(tr_in(LANGUAGE_ENGLISH, name), &folded)) {
            str_add_n(ret, word.buf, word.len);
            return STATUS_OK;
        }
        str_addf(&known, "%s%s", known.len ? ", " : "", tr(name));
    }
    return err_set(err, STATUS_INVALID, _("There is no choice “%s”; there are: %s"), typed,
                   known.buf);
}
