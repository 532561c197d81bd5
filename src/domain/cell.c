// SPDX-License-Identifier: GPL-3.0-or-later
// The cells of a plan's row: one table says where each column lives and how it is read and written.
#include "orjon/domain/template.h"

#include "cell.h"
#include "orjon/base/text.h"

#include <string.h>

#define WORD(name, word, ...) word,
static const char *const words_KIND[] = {KIND_LIST(WORD) NULL};
static const char *const words_METHOD[] = {METHOD_LIST(WORD) NULL};
static const char *const words_RULE[] = {RULE_LIST(WORD) NULL};
static const char *const words_NO_CASE[] = {NO_CASE_LIST(WORD) NULL};
static const char *const words_DIRECTION[] = {DIRECTION_LIST(WORD) NULL};
#undef WORD

#define OF_TEXT(limit_) .limit = TEXT_##limit_, .slot = -1
#define OF_MARKS(none) .limit = TEXT_NAME, .slot = -1
#define OF_WORD(list) .limit = TEXT_NAME, .words = words_##list, .slot = -1
#define OF_TARGET(slot_) .limit = TEXT_NAME, .slot = (slot_)
#define OF_QUARTER(slot_) .limit = TEXT_NAME, .slot = (slot_)
#define OF_COMPONENTS(none) .limit = TEXT_NAME, .slot = -1
enum { MAY_PLAN, MAY_OFFICE };

static const struct {
    const char *name; // NULL: the scale has it
    enum column_type type;
    size_t at;
    bool changeable;
    enum text_limit limit;
    const char *const *words;
    int slot;
} columns[TEMPLATE_COLUMNS] = {
#define X(id, type_, member, name_, of, may)                                                       \
    [COLUMN_##id] = {.name = name_,                                                                \
                     .type = TYPE_##type_,                                                         \
                     .at = offsetof(struct indicator, member),                                     \
                     .changeable = MAY_##may,                                                      \
                     OF_##type_(of)},
    COLUMN_LIST(X)
#undef X
};

const char *template_column(const struct scale *scale, size_t column)
{
    const size_t grade = (size_t)columns[column].slot; // those of grades are counted from 0
    if (columns[column].name)
        return columns[column].name;
    return grade < scale->grades ? scale->column[grade] : NULL;
}

bool template_find(const struct scale *scale, const char *name, size_t n, size_t *ret)
{
    for (size_t i = 0; i < TEMPLATE_COLUMNS; i++) {
        const char *own = template_column(scale ? scale : &scale_usual, i);
        if (own && strlen(own) == n && memcmp(own, name, n) == 0) {
            *ret = i;
            return true;
        }
    }
    return false;
}

enum column_type template_type(size_t column)
{
    return columns[column].type;
}

bool template_column_changeable(size_t column)
{
    return columns[column].changeable;
}

bool template_column_is_target(size_t column)
{
    return columns[column].type == TYPE_TARGET || columns[column].type == TYPE_QUARTER;
}

void *template_member(struct indicator *indicator, size_t column)
{
    return (char *)indicator + columns[column].at;
}

const void *template_value(const struct indicator *indicator, size_t column)
{
    return (const char *)indicator + columns[column].at;
}

const char *const *template_words(size_t column)
{
    return columns[column].words;
}

int template_slot(size_t column)
{
    return columns[column].slot;
}

static enum status set_word(int *member, const char *const *words, const char *s, size_t n,
                            struct err *err)
{
    autostr known = STR_INIT;
    for (int i = 0; words[i]; i++) {
        if (strlen(words[i]) == n && memcmp(words[i], s, n) == 0) {
            *member = i;
            return STATUS_OK;
        }
        str_addf(&known, "%s%s", known.len ? ", " : "", words[i]);
    }
    if (n == 0) { // of no_case: the weight leaves the base
        *member = 0;
        return STATUS_OK;
    }
    return err_set(err, STATUS_INVALID, _("“%.*s” is not one of %s"), (int)text_fit(s, n, 30), s,
                   known.buf);
}

static bool is_dash(const char *s)
{
    static const char *const dashes[] = {"-", "--", "–", "—", "---"};
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
        if (strcmp(s, dashes[i]) == 0)
            return true;
    return false;
}

static enum status read_components(const char *s, size_t n, struct indicator *ret, struct err *err)
{
    struct indicator parts = {0};
    while (n > 0) {
        const char *plus = memchr(s, '+', n);
        size_t len = plus ? (size_t)(plus - s) : n;
        if (parts.components == COMPONENTS_MAX)
            return err_set(err, STATUS_INVALID, _("At most %s parts fit here"),
                           SAY(COMPONENTS_MAX));
        enum status status = number_read(s, len, &parts.component[parts.components++], NULL, err);
        if (status)
            return status;
        s += len + (plus != NULL);
        n -= len + (plus != NULL);
    }
    ret->components = parts.components;
    memcpy(ret->component, parts.component, sizeof ret->component);
    return STATUS_OK;
}

enum status template_set(struct indicator *indicator, size_t column, const char *s, size_t n,
                         struct arena *arena, struct err *err)
{
    void *member = template_member(indicator, column);
    autostr clean = STR_INIT;
    enum status status = text_read(columns[column].limit, s, n, &clean, err);
    if (status)
        return status;
    switch (columns[column].type) {
    case TYPE_TEXT:
        *(const char **)member = arena_text(arena, clean.buf, clean.len);
        return STATUS_OK;
    case TYPE_WORD:
        return set_word(member, columns[column].words, clean.buf, clean.len, err);
    case TYPE_MARKS: {
        struct maybe marks = {.set = clean.len > 0 && !is_dash(clean.buf)};
        if (marks.set)
            status = number_read(clean.buf, clean.len, &marks.value, NULL, err);
        if (status == STATUS_OK)
            *(struct maybe *)member = marks;
        return status;
    }
    case TYPE_TARGET:
    case TYPE_QUARTER:
        return cell_read_target(indicator, clean.buf, clean.len,
                                columns[column].type == TYPE_QUARTER, member, err);
    default:
        return read_components(clean.buf, clean.len, indicator, err);
    }
}

static const struct number_style machine = {.digits = DIGITS_LATIN};

void template_get(const struct indicator *indicator, size_t column, struct str *ret)
{
    const void *member = template_value(indicator, column);
    switch (columns[column].type) {
    case TYPE_TEXT:
        str_add(ret, *(const char *const *)member);
        return;
    case TYPE_WORD:
        str_add(ret, columns[column].words[*(const int *)member]);
        return;
    case TYPE_MARKS:
        if (((const struct maybe *)member)->set)
            number_write(ret, ((const struct maybe *)member)->value, machine);
        return;
    case TYPE_TARGET:
    case TYPE_QUARTER:
        cell_write_target(ret, indicator, member, columns[column].type == TYPE_QUARTER);
        return;
    default:
        for (size_t i = 0; i < indicator->components; i++) {
            str_add(ret, i ? "+" : "");
            number_write(ret, indicator->component[i], machine);
        }
    }
}

static bool method_fits(const struct indicator *i)
{
    if (i->kind == KIND_DATE)
        return i->method == METHOD_DATE;
    if (i->kind == KIND_DATES)
        return i->method == METHOD_DATES;
    return i->method != METHOD_DATE && i->method != METHOD_DATES;
}

// Grades go one way: each at most as good as the one before it.
static bool grades_fall(const struct indicator *i, size_t *ret_grade)
{
    const bool less = indicator_less_is_better(i);
    const struct target *before = &i->grade[0];
    for (size_t g = 1; g < GRADES_MAX; g++) {
        if (!i->grade[g].set)
            continue;
        *ret_grade = g;
        if (less ? i->grade[g].value < before->value : i->grade[g].value > before->value)
            return false;
        before = &i->grade[g];
    }
    return true;
}

enum status template_fits(const struct indicator *indicator, size_t *ret_column, struct err *err)
{
    size_t grade = 0;
    __int128 sum = 0;
    for (size_t i = 0; i < indicator->components; i++)
        sum += indicator->component[i];
    *ret_column = COLUMN_METHOD;
    if (!method_fits(indicator))
        return err_set(err, STATUS_INVALID, _("the method %s does not go with the kind %s"),
                       method_word(indicator->method), kind_word(indicator->kind));
    *ret_column = COLUMN_RULE;
    if (!rule_fits_kind(indicator->rule, indicator->kind))
        return err_set(err, STATUS_INVALID, _("the rule %s does not go with the kind %s"),
                       rule_word(indicator->rule), kind_word(indicator->kind));
    *ret_column = COLUMN_TARGET;
    if (indicator->kind == KIND_DATES && indicator->grade[0].set && indicator->grade[0].value > 0 &&
        !indicator->grade[0].dates)
        return err_set(err, STATUS_INVALID, _("the due date of each item is missing"));
    bool falls = grades_fall(indicator, &grade);
    *ret_column = COLUMN_GRADE_2 + grade - 1;
    if (!falls)
        return err_set(err, STATUS_INVALID, _("a lower grade asks for more than a higher one"));
    *ret_column = COLUMN_DIRECTION;
    if (indicator->direction == DIRECTION_LESS && !indicator_less_is_better(indicator))
        return err_set(err, STATUS_INVALID, _("the grades say that more is better"));
    *ret_column = COLUMN_COMPONENTS;
    if (indicator->components && indicator->target_count.set &&
        sum != indicator->target_count.value)
        return err_set(err, STATUS_INVALID, _("the parts do not add up to target_count"));
    *ret_column = COLUMN_PLAUSIBLE;
    if (indicator->plausible.set && indicator->plausible.value < NUMBER_ONE)
        return err_set(err, STATUS_INVALID,
                       _("a factor of 1 or more is expected: so many times its target"));
    return STATUS_OK;
}
