// SPDX-License-Identifier: GPL-3.0-or-later
// ✓ and ✗ read, written and proposed.
#include "orjon/domain/tick.h"

#include "orjon/base/text.h"

#include <string.h>

static const struct {
    const char *typed;
    enum tick tick;
} readings[] = {
    {"✓", TICK_YES},     {"√", TICK_YES},   {"✔", TICK_YES}, {"y", TICK_YES},  {"1", TICK_YES},
    {"yes", TICK_YES},   {"হ্যাঁ", TICK_YES}, {"হ", TICK_YES}, {"ন", TICK_NO},   {"✗", TICK_NO},
    {"✘", TICK_NO},      {"x", TICK_NO},    {"×", TICK_NO},  {"n", TICK_NO},   {"0", TICK_NO},
    {"no", TICK_NO},     {"না", TICK_NO},   {"", TICK_NONE}, {"-", TICK_NONE}, {"--", TICK_NONE},
    {"none", TICK_NONE},
};

enum status tick_read(const char *s, size_t n, enum tick *ret, struct err *err)
{
    autostr typed = STR_INIT, known = STR_INIT;
    const char *text = text_trim(s, &n);
    text_fold(text, n, &typed);
    for (size_t i = 0; i < sizeof readings / sizeof *readings; i++) {
        str_reset(&known);
        text_fold(readings[i].typed, strlen(readings[i].typed), &known);
        if (strcmp(typed.buf, known.buf) == 0) {
            *ret = readings[i].tick;
            return STATUS_OK;
        }
    }
    str_reset(&typed);
    str_add_n(&typed, text, n);
    return err_set(err, STATUS_INVALID, _("“%s” is no mark; ✓ (or y, 1), ✗ (or x, n, 0) or - is"),
                   typed.buf);
}

const char *tick_sign(enum tick tick)
{
    return tick == TICK_YES ? "✓" : tick == TICK_NO ? "✗" : "-";
}

const char *tick_word(enum tick tick)
{
    return tick == TICK_YES ? "yes" : tick == TICK_NO ? "no" : "none";
}

bool tick_from_word(const char *word, enum tick *ret)
{
    for (enum tick tick = TICK_NONE; tick <= TICK_NO; tick++)
        if (strcmp(word, tick_word(tick)) == 0) {
            *ret = tick;
            return true;
        }
    return false;
}

static bool is_nought(const struct entry *entry)
{
    return !entry->dates && !(entry->value.set && entry->value.value > 0) &&
           !(entry->count.set && entry->count.value > 0);
}

enum tick tick_propose(const struct entry *entry, size_t proofs)
{
    if (!entry || entry->state == ENTRY_EMPTY || entry->state == ENTRY_NONE)
        return TICK_NO;
    if (entry->state != ENTRY_VALUE)
        return TICK_NONE;
    if (is_nought(entry))
        return TICK_NO;
    return proofs ? TICK_YES : TICK_NONE;
}
