// SPDX-License-Identifier: GPL-3.0-or-later
// The head of a layout's file: what every key takes.
#include "layout.h"

#include "phrase.h"

#include "orjon/base/text.h"
#include "orjon/base/tsv.h"

#include <string.h>

enum { PAGE_COLUMNS_MIN = 40, PAGE_COLUMNS_MAX = 400 };

enum status layout_read_cell(struct layout *layout, const struct tsv *line, size_t cell,
                             const char **ret, struct err *err)
{
    autostr text = STR_INIT;
    *ret = "";
    if (cell >= line->count)
        return STATUS_OK;
    enum status status = text_read(TEXT_REMARK, line->cell[cell].s, line->cell[cell].n, &text, err);
    for (char *bar = text.buf; (bar = strchr(bar, '|'));)
        *bar = '\n';
    if (status == STATUS_OK)
        *ret = arena_text(&layout->text, text.buf, text.len);
    return status;
}

enum status layout_read_phrase(struct layout *layout, const struct tsv *line, size_t cell,
                               const char **ret, struct err *err)
{
    const enum status status = layout_read_cell(layout, line, cell, ret, err);
    return status ? status : phrase_check(*ret, false, err);
}

// One of words, blanks between them; its number.
static enum status read_word(const char *text, const char *words, int *ret, struct err *err)
{
    const size_t n = strlen(text);
    *ret = 0;
    for (const char *word = words; *word; ++*ret) {
        const size_t length = strcspn(word, " ");
        if (length == n && memcmp(word, text, n) == 0)
            return STATUS_OK;
        word += length + strspn(word + length, " ");
    }
    return err_set(err, STATUS_INVALID, _("“%s” is none of: %s"), text, words);
}

enum status layout_read_number(const char *text, int least, int most, int *ret, struct err *err)
{
    __int128 value = 0;
    enum status status = number_read(text, strlen(text), &value, NULL, err);
    if (status)
        return status;
    if (value % NUMBER_ONE || value < least * NUMBER_ONE || value > most * NUMBER_ONE)
        return err_set(err, STATUS_INVALID, _("a whole number from %s to %s is expected"),
                       SAY(least), SAY(most));
    *ret = (int)(value / NUMBER_ONE);
    return STATUS_OK;
}

// The form of a date, by example of its letters: dd/mm/yyyy, d.m.yy.
static enum status read_dates(const char *text, struct date_style *ret, struct err *err)
{
    static const char between[] = "/.-";
    for (const char *b = between; *b; b++)
        for (int bits = 0; bits < 4; bits++) {
            const bool bare = bits & 1, two = bits & 2;
            autostr form = STR_INIT;
            str_addf(&form, "%s%c%s%c%s", bare ? "d" : "dd", *b, bare ? "m" : "mm", *b,
                     two ? "yy" : "yyyy");
            if (strcmp(form.buf, text) != 0)
                continue;
            *ret = (struct date_style){.between = *b, .no_zeros = bare, .short_year = two};
            return STATUS_OK;
        }
    return err_set(err, STATUS_INVALID,
                   _("“%s” is no form of a date; one is like dd/mm/yyyy, dd.mm.yy or d/m/yyyy"),
                   text);
}

static enum status read_page(struct layout *layout, const char *text, struct err *err)
{
    int which = 0;
    enum status status = read_word(text, "landscape portrait", &which, err);
    layout->portrait = which == 1;
    return status;
}

// «centre bold large» behind the text of a line.
enum status layout_read_look(const char *text, size_t n, struct layout_line *ret, struct err *err)
{
    static const char words[] = "left right centre bold large numbered";
    autofree char *copy = mem_copy_text(text, n);
    for (char *rest = copy, *word; (word = strsep(&rest, " "));) {
        int which = 0;
        enum status status = *word ? read_word(word, words, &which, err) : STATUS_OK;
        if (status)
            return status;
        if (!*word)
            continue;
        if (which < 3)
            ret->align = (enum align)which;
        ret->bold |= which == 3;
        ret->large |= which == 4;
        ret->numbered |= which == 5;
    }
    return STATUS_OK;
}

// A title is centred and bold unless it says what it is.
static enum status read_line(struct layout *layout, const char *key, const struct tsv *line,
                             const char *text, size_t *ret_cell, struct err *err)
{
    const bool of_plan = strncmp(key, "plan_", 5) == 0;
    const bool title = strcmp(of_plan ? key + 5 : key, "title") == 0;
    struct layout_line read = {.text = text, .of_plan = of_plan};
    if (title && line->count < 3) {
        read.align = ALIGN_CENTRE;
        read.bold = true;
    }
    *ret_cell = 2;
    enum status status = STATUS_OK;
    if (line->count > 2)
        status = layout_read_look(line->cell[2].s, line->cell[2].n, &read, err);
    if (status)
        return status;
    if (layout->lines == layout->lines_cap) {
        layout->lines_cap = layout->lines_cap ? 2 * layout->lines_cap : 8;
        layout->line = mem_resize(layout->line, layout->lines_cap, sizeof *layout->line);
    }
    layout->line[layout->lines++] = read;
    return STATUS_OK;
}

enum kind_of_key { KEY_LINE, KEY_TEXT, KEY_FLAG, KEY_WORD, KEY_NUMBER, KEY_OTHER };

static const struct key {
    const char *name;
    enum kind_of_key kind;
    size_t at; // in struct layout, of what a text, a flag, a word or a number goes to
    const char *words;
    int least, most;
    bool shared; // with papers of records
} keys[] = {
#define AT(member) offsetof(struct layout, member)
    {.name = "layout", .kind = KEY_OTHER, .shared = true},
    {.name = "paper", .kind = KEY_OTHER, .shared = true},
    {.name = "label", .kind = KEY_TEXT, .at = AT(label), .shared = true},
    {.name = "page", .kind = KEY_OTHER, .shared = true},
    {"columns", KEY_NUMBER, AT(page_columns), NULL, PAGE_COLUMNS_MIN, PAGE_COLUMNS_MAX, true},
    {.name = "title", .kind = KEY_LINE, .shared = true},
    {.name = "line", .kind = KEY_LINE},
    {.name = "plan_title", .kind = KEY_LINE},
    {.name = "plan_line", .kind = KEY_LINE},
    {.name = "plans", .kind = KEY_WORD, .at = AT(together), .words = "apart together"},
    {.name = "areas", .kind = KEY_OTHER},
    {.name = "codes", .kind = KEY_WORD, .at = AT(plain_codes), .words = "brackets plain"},
    {.name = "sub_rows", .kind = KEY_FLAG, .at = AT(sub_rows)},
    {.name = "totals", .kind = KEY_FLAG, .at = AT(totals)},
    {.name = "sub_total", .kind = KEY_TEXT, .at = AT(sub_total)},
    {"percent_decimals", KEY_NUMBER, AT(percent_decimals), NULL, 0, 6, false},
    {.name = "dates", .kind = KEY_OTHER, .shared = true},
    {.name = "dates_below", .kind = KEY_FLAG, .at = AT(style.dates_below)},
    {.name = "leading_zero", .kind = KEY_FLAG, .at = AT(style.leading_zero)},
    {.name = "units", .kind = KEY_TEXT, .at = AT(style.units)},
    {.name = "components", .kind = KEY_FLAG, .at = AT(style.components)},
    {.name = "future", .kind = KEY_TEXT, .at = AT(future)},
    {.name = "nothing", .kind = KEY_TEXT, .at = AT(nothing)},
    {.name = "unfinished", .kind = KEY_TEXT, .at = AT(unfinished)},
    {.name = "memo", .kind = KEY_TEXT, .at = AT(memo)},
    {.name = "date", .kind = KEY_TEXT, .at = AT(date)},
    {.name = "forwarding", .kind = KEY_TEXT, .at = AT(forwarding)},
    {.name = "sign", .kind = KEY_TEXT, .at = AT(sign)},
    {.name = "copies", .kind = KEY_TEXT, .at = AT(copies)},
#undef AT
};

static enum status read_name(const char *text, struct err *err)
{
    autostr name = STR_INIT;
    if (*text && !text[strcspn(text, " \n")] &&
        text_read(TEXT_CODE, text, strlen(text), &name, NULL) == STATUS_OK)
        return STATUS_OK;
    return err_set(err, STATUS_INVALID, _("a layout is named by one word of at most %s letters"),
                   SAY(TEXT_CODE_MAX));
}

static enum status read_other(struct layout *layout, const char *key, const char *text,
                              struct err *err)
{
    int which = 0;
    enum status status = STATUS_OK;
    if (strcmp(key, "page") == 0)
        return read_page(layout, text, err);
    if (strcmp(key, "dates") == 0)
        return read_dates(text, &layout->style.date, err);
    if (strcmp(key, "areas") == 0) {
        status = read_word(text, "cells sections tables", &which, err);
        layout->areas = (enum layout_areas)which;
        return status;
    }
    if (strcmp(key, "paper") == 0) {
        layout->paper = text;
        return read_word(text, "return targets scoresheet " PAPERS_OF_RECORDS, &which, err);
    }
    layout->name = text;
    return read_name(text, err);
}

static enum status set(struct layout *layout, const struct key *key, const char *text,
                       struct err *err)
{
    char *at = (char *)layout + key->at;
    int which = 0;
    enum status status = STATUS_OK;
    switch (key->kind) {
    case KEY_TEXT:
        *(const char **)(void *)at = text;
        return STATUS_OK;
    case KEY_FLAG:
    case KEY_WORD:
        status = read_word(text, key->words ? key->words : "no yes", &which, err);
        *(bool *)(void *)at = which == 1;
        return status;
    case KEY_NUMBER:
        return layout_read_number(text, key->least, key->most, (int *)(void *)at, err);
    default:
        return read_other(layout, key->name, text, err);
    }
}

static enum status no_such_key(const char *name, struct err *err)
{
    autostr known = STR_INIT;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        str_addf(&known, "%s%s", i ? ", " : "", keys[i].name);
    return err_set(err, STATUS_INVALID, _("“%s” is no key of a layout; known are %s"), name,
                   known.buf);
}

enum status layout_read_head(struct layout *layout, const struct tsv *line, size_t *ret_cell,
                             struct err *err)
{
    autostr name = STR_INIT;
    const char *text = "";
    *ret_cell = 0;
    enum status status = text_clean(line->cell[0].s + 1, line->cell[0].n - 1, &name, err);
    if (status)
        return status;
    size_t i = 0;
    while (i < sizeof keys / sizeof *keys && strcmp(keys[i].name, name.buf) != 0)
        i++;
    if (i == sizeof keys / sizeof *keys)
        return no_such_key(name.buf, err);
    if (keys[i].kind != KEY_LINE && layout->seen >> i & 1)
        return err_set(err, STATUS_INVALID, _("“#%s” stands here twice"), name.buf);
    layout->seen |= UINT64_C(1) << i;
    if (!keys[i].shared && !layout->foreign)
        layout->foreign = line->line;
    *ret_cell = 1;
    status = layout_read_phrase(layout, line, 1, &text, err);
    if (status)
        return status;
    if (keys[i].kind == KEY_LINE)
        return read_line(layout, keys[i].name, line, text, ret_cell, err);
    return set(layout, &keys[i], text, err);
}
