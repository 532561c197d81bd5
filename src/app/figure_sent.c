// SPDX-License-Identifier: GPL-3.0-or-later
// A figure on its way from office to office.
#include "figure_sent.h"

#include "orjon/domain/date.h"

#include <string.h>

static const char *keep(struct arena *texts, const struct str *text)
{
    return arena_text(texts, text->buf, text->len);
}

static const char *number_text(struct maybe number, struct arena *texts)
{
    autostr text = STR_INIT;
    if (number.set)
        number_write(&text, number.value, (struct number_style){.digits = DIGITS_LATIN});
    return keep(texts, &text);
}

static const char *dates_text(const struct entry *entry, struct arena *texts)
{
    autostr text = STR_INIT;
    for (size_t i = 0; i < entry->dates; i++) {
        str_add(&text, i ? " " : "");
        date_write_iso(&text, entry->date[i]);
    }
    return keep(texts, &text);
}

struct bundle_figure figure_sent(const struct indicator *indicator, int quarter,
                                 const struct entry *entry, struct arena *texts)
{
    return (struct bundle_figure){
        .indicator = indicator->code,
        .quarter = quarter,
        .typed = entry->typed,
        .state = entry_state_word(entry->state),
        .value = number_text(entry->value, texts),
        .count = number_text(entry->count, texts),
        .denominator = number_text(entry->denominator, texts),
        .dates = dates_text(entry, texts),
        .remark = entry->remark,
    };
}

bool figure_is_same(const struct bundle_figure *a, const struct bundle_figure *b)
{
    return a->quarter == b->quarter && strcmp(a->indicator, b->indicator) == 0 &&
           strcmp(a->typed, b->typed) == 0 && strcmp(a->state, b->state) == 0 &&
           strcmp(a->value, b->value) == 0 && strcmp(a->count, b->count) == 0 &&
           strcmp(a->denominator, b->denominator) == 0 && strcmp(a->dates, b->dates) == 0 &&
           strcmp(a->remark, b->remark) == 0;
}

static bool is_what_was_sent(const struct indicator *indicator, const struct bundle_figure *sent,
                             struct entry *entry, struct arena *texts)
{
    entry->typed = sent->typed;
    entry->remark = sent->remark;
    const struct bundle_figure again = figure_sent(indicator, (int)sent->quarter, entry, texts);
    return figure_is_same(&again, sent);
}

// A state that was chosen stands over what was typed: then what was read of it is kept or not.
bool figure_read_again(const struct indicator *indicator, const struct bundle_figure *sent,
                       struct entry *ret, struct arena *texts)
{
    const int state = entry_state_from_word(sent->state, strlen(sent->state));
    if (state < 0)
        return false;
    for (int mode = ENTRY_TYPED; mode <= ENTRY_PRINTED; mode++) {
        *ret = (struct entry){0};
        if (entry_read(indicator, sent->typed, strlen(sent->typed), (enum entry_mode)mode, ret,
                       NULL))
            continue;
        if (is_what_was_sent(indicator, sent, ret, texts))
            return true;
        ret->state = (enum entry_state)state;
        if (state != ENTRY_VALUE && is_what_was_sent(indicator, sent, ret, texts))
            return true;
    }
    *ret = (struct entry){.state = (enum entry_state)state};
    return state != ENTRY_VALUE && is_what_was_sent(indicator, sent, ret, texts);
}
