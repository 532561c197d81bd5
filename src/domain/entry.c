// SPDX-License-Identifier: GPL-3.0-or-later
// Reading what was typed for one figure.
#include "orjon/domain/entry.h"

#include "orjon/base/text.h"
#include "orjon/domain/date.h"
#include "reading.h"

#include <string.h>

#define WORD(name, word) word,
static const char *const state_words[] = {ENTRY_STATE_LIST(WORD)};
#undef WORD

const char *entry_state_word(enum entry_state state)
{
    return state_words[state];
}

int entry_state_from_word(const char *s, size_t n)
{
    for (int i = 0; i < ENTRY_STATE_COUNT; i++)
        if (strlen(state_words[i]) == n && memcmp(state_words[i], s, n) == 0)
            return i;
    return -1;
}

const char *entry_state_name(enum entry_state state)
{
    static const char *const names[] = {
        [ENTRY_EMPTY] = N_("not filled in"),   [ENTRY_VALUE] = N_("reported"),
        [ENTRY_NONE] = N_("nothing done"),     [ENTRY_NOT_DUE] = N_("not due yet"),
        [ENTRY_NO_CASE] = N_("no case arose"), [ENTRY_NOT_APPLICABLE] = N_("does not apply"),
    };
    return tr(names[state]);
}

const char *entry_state_remark(enum entry_state state)
{
    static const char *const remarks[ENTRY_STATE_COUNT] = {
        [ENTRY_NOT_DUE] = "লক্ষ্যমাত্রা অনুযায়ী করা হবে",
        [ENTRY_NO_CASE] = "কোনো আবেদন জমা হয়নি",
        [ENTRY_NOT_APPLICABLE] = "প্রযোজ্য নয়",
    };
    return remarks[state] ? remarks[state] : "";
}

const char *entry_expectation(const struct indicator *indicator)
{
    switch (indicator->kind) {
    case KIND_NUMBER:
        return _("a number is expected, or - for none");
    case KIND_PERCENT:
        return indicator->target_count.set
                   ? _("a count or a percent is expected, like 44 or 40%(44), or - for none")
                   : _("a percent is expected, like 80%, or - for none");
    case KIND_DATE:
        return _("a date is expected, as day/month/year, or - for none");
    default:
        return _("items done with dates are expected, like 1 31/12/2023, or -");
    }
}

static bool is_dash(const char *s, size_t n)
{
    for (size_t at = 0; at < n;) {
        static const char *const dashes[] = {"-", "–", "—", "−", "_", " "};
        size_t step = 0;
        for (size_t i = 0; i < sizeof dashes / sizeof *dashes && !step; i++)
            if (n - at >= strlen(dashes[i]) && memcmp(s + at, dashes[i], strlen(dashes[i])) == 0)
                step = strlen(dashes[i]);
        if (!step)
            return false;
        at += step;
    }
    return true;
}

// What offices write in words in place of a figure; -1 when it is none of them.
static int state_of_words(const char *s)
{
    static const struct {
        const char *words;
        enum entry_state state;
    } known[] = {
        {"নাই", ENTRY_NONE},
        {"নেই", ENTRY_NONE},
        {"না", ENTRY_NONE},
        {"প্রযোজ্য নয়", ENTRY_NOT_APPLICABLE},
        {"প্রযোজ্য নহে", ENTRY_NOT_APPLICABLE},
        {"প্রযোজ্য না", ENTRY_NOT_APPLICABLE},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(s, known[i].words) == 0)
            return (int)known[i].state;
    return -1;
}

// «০» or «০০%» under a date: nothing done.
static bool is_zero(const char *s, size_t n)
{
    static const char *const signs[] = {"%", "％"};
    __int128 value = -1;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        size_t len = strlen(signs[i]);
        if (n > len && memcmp(s + n - len, signs[i], len) == 0)
            n -= len;
    }
    return number_read(s, n, &value, NULL, NULL) == STATUS_OK && value == 0;
}

// The dates that are written; *ret_stated stays where no number of them stands before.
static enum status read_list(const char *s, size_t n, enum entry_mode mode, struct entry *ret,
                             int *ret_stated, struct err *err)
{
    const enum date_mode date_mode = mode == ENTRY_PRINTED ? DATE_CLAMP : DATE_STRICT;
    bool clamped = false;
    const enum status status = date_read_list(s, n, date_mode, ret->date, DATES_MAX, &ret->dates,
                                              ret_stated, &clamped, err);
    ret->notes |= clamped ? NOTE_CLAMPED : 0;
    return status;
}

static enum status read_date(const char *s, size_t n, enum entry_mode mode, struct entry *ret,
                             struct err *err)
{
    int stated = -1;
    enum status status = read_list(s, n, mode, ret, &stated, err);
    if (status)
        return status;
    const char *like = i18n_digits() == DIGITS_BENGALI ? "১৬/০৩/২০২৪" : "16/03/2024";
    if (stated > 1)
        return err_set(err, STATUS_INVALID,
                       _("%s stands before the date; write the date alone, like %s"), SAY(stated),
                       like);
    if (ret->dates != 1)
        return err_set(err, STATUS_INVALID, _("One date is expected, like %s"), like);
    return STATUS_OK;
}

static enum status read_dates(const char *s, size_t n, enum entry_mode mode, struct entry *ret,
                              struct err *err)
{
    int stated = -1;
    enum status status = read_list(s, n, mode, ret, &stated, err);
    if (status)
        return status;
    if (!ret->dates)
        return err_set(err, STATUS_INVALID, _("Write the date of each item done, like %s"),
                       i18n_digits() == DIGITS_BENGALI ? "১ ৩১/১২/২০২৩" : "1 31/12/2023");
    if (stated >= 0 && (size_t)stated != ret->dates)
        return err_set(err, STATUS_INVALID, _("The number says %s, but %s dates are written"),
                       SAY(stated), SAY(ret->dates));
    return STATUS_OK;
}

static enum status read_value(const struct indicator *indicator, const char *s, size_t n,
                              enum entry_mode mode, struct entry *ret, struct err *err)
{
    switch (indicator->kind) {
    case KIND_NUMBER:
        return reading_number(indicator, s, n, ret, err);
    case KIND_PERCENT:
        return reading_percent(indicator, s, n, mode, ret, err);
    case KIND_DATE:
        return read_date(s, n, mode, ret, err);
    default:
        return read_dates(s, n, mode, ret, err);
    }
}

// What is wrong is told of the text in the user's digits, as it is seen while one types.
static void say_mistake(const struct indicator *indicator, const struct str *text,
                        enum entry_mode mode, struct err *err)
{
    struct entry entry = {.typed = "", .remark = ""};
    autostr shown = STR_INIT;
    text_digits(&shown, text->buf, text->len, i18n_digits());
    if (read_value(indicator, shown.buf, shown.len, mode, &entry, err) == STATUS_INVALID)
        reading_mistaken(indicator, shown.buf, shown.len, err);
}

enum status entry_read(const struct indicator *indicator, const char *s, size_t n,
                       enum entry_mode mode, struct entry *ret, struct err *err)
{
    autostr text = STR_INIT;
    struct entry entry = {.state = ENTRY_VALUE, .typed = "", .remark = ""};
    enum status status = text_clean(s, n, &text, err);
    if (status)
        return status;
    bool dated = indicator->kind == KIND_DATE || indicator->kind == KIND_DATES;
    if (strcmp(text.buf, "শূন্য") == 0) {
        str_reset(&text);
        str_add_char(&text, '0');
    }
    const int in_words = state_of_words(text.buf);
    if (text.len == 0)
        entry.state = ENTRY_EMPTY;
    else if (in_words >= 0)
        entry.state = (enum entry_state)in_words;
    else if (is_dash(text.buf, text.len) || (dated && is_zero(text.buf, text.len)))
        entry.state = ENTRY_NONE;
    else
        status = read_value(indicator, text.buf, text.len, mode, &entry, err);
    if (status == STATUS_OK)
        *ret = entry;
    else if (err)
        say_mistake(indicator, &text, mode, err);
    return status;
}

static bool is_below_zero(struct maybe figure)
{
    return figure.set && figure.value < 0;
}

bool entry_is_sound(const struct entry *entry)
{
    bool sound = !is_below_zero(entry->value) && !is_below_zero(entry->count) &&
                 !is_below_zero(entry->denominator);
    for (size_t i = 0; i < entry->dates; i++)
        sound = sound && date_is_readable(entry->date[i]);
    return sound;
}
