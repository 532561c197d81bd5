// SPDX-License-Identifier: GPL-3.0-or-later
// What keys put into the marked figure of a return: a state, what was there before, today, one
// more.
#include "return.h"

#include "orjon/domain/date.h"

#include <string.h>

static void offer(struct return_screen *screen, struct desk *desk, const char *text)
{
    struct return_place place;
    if (!return_marked(screen, &place))
        return;
    const struct app_figure figure = return_figure(screen, &place, text);
    return_offer(screen, desk, &figure);
}

static void enter(struct return_screen *screen, struct desk *desk, const char *text)
{
    struct return_place place;
    struct err err = {0};
    if (!return_marked(screen, &place))
        return;
    const struct app_figure figure = {place.indicator, place.quarter, text, NULL, -1};
    if (return_enter(screen, desk, &figure, 1, &err))
        desk_fail(desk, &err);
}

void return_clear(void *state, struct desk *desk, const struct key *key)
{
    (void)key;
    enter(state, desk, "");
}

// Over a figure the letter asks; else it begins an edit, so that it can also begin a word.
void return_by_letter(void *state, struct desk *desk, const struct key *key)
{
    struct return_screen *screen = state;
    if (return_mode(screen) == MODE_FILLED)
        offer(screen, desk, key->text);
    else
        grid_edit(screen->grid, key->text);
}

// What is chosen most comes first: it is marked where no state stands yet.
static const struct {
    enum entry_state state;
    const char *letters; // one of them, and what the list shows
    const char *name;    // with a word that begins with the letter; NULL: as everywhere
} choices[] = {
    {ENTRY_NO_CASE, "n ন", NULL},
    {ENTRY_NOT_DUE, "d ব", N_("due later")},
    {ENTRY_NOT_APPLICABLE, "a প", NULL},
    {ENTRY_NONE, "-", NULL},
    {ENTRY_EMPTY, "", NULL},
};
enum { CHOICES = sizeof choices / sizeof *choices };

// The remark that is saved with it is seen before.
static void choice(void *data, int i, struct str *ret)
{
    const char *remark = entry_state_remark(choices[i].state);
    const char *name = choices[i].name ? tr(choices[i].name) : entry_state_name(choices[i].state);
    (void)data;
    if (*choices[i].letters)
        str_addf(ret, "[%s] ", choices[i].letters);
    str_add(ret, name);
    if (*remark && strcmp(remark, name) != 0)
        str_addf(ret, _("; remark “%s”"), remark);
}

static void chosen(void *data, struct desk *desk, int i)
{
    const char letter[] = {i < 0 ? '\0' : *choices[i].letters, '\0'};
    if (i >= 0)
        offer(data, desk, letter);
}

void return_choose_state(void *state, struct desk *desk, const struct key *key)
{
    struct return_place place;
    int preset = 0;
    (void)key;
    if (return_marked(state, &place))
        for (int i = 0; i < CHOICES; i++)
            if (choices[i].state != ENTRY_EMPTY &&
                choices[i].state == return_entry(state, &place)->state)
                preset = i;
    dialog_pick(desk, _("What holds for this quarter?"), CHOICES, preset, choice, chosen, state);
}

// What the last quarter before has; its remark is its own.
void return_ditto(void *state, struct desk *desk, const struct key *key)
{
    struct return_screen *screen = state;
    struct return_place place;
    (void)key;
    return_marked(screen, &place);
    for (int q = place.quarter - 1; q >= 1; q--) {
        const struct return_place earlier = {place.indicator, q};
        const struct entry *before = return_entry(screen, &earlier);
        if (before->state == ENTRY_EMPTY)
            continue;
        const struct app_figure figure = {place.indicator, place.quarter, before->typed, NULL,
                                          before->state == ENTRY_VALUE ? -1 : (int)before->state};
        return_offer(screen, desk, &figure);
        return;
    }
    desk_say(desk, MESSAGE_INFO, "%s", _("No earlier quarter has a figure here"));
}

// Today behind the dates that stand there; alone for a single date. add saves it.
static void add_today(struct return_screen *screen, struct desk *desk,
                      void (*add)(struct return_screen *screen, struct desk *desk,
                                  const char *text))
{
    struct return_place place;
    return_marked(screen, &place);
    const struct indicator *indicator = &screen->book->plan->indicator[place.indicator];
    const struct entry *entry = return_entry(screen, &place);
    const bool list = indicator->kind == KIND_DATES;
    autostr text = STR_INIT;
    if (indicator->kind != KIND_DATE && !list) {
        desk_say(desk, MESSAGE_INFO, "%s", entry_expectation(indicator));
        return;
    }
    for (size_t d = 0; list && d < entry->dates; d++) {
        date_write(&text, entry->date[d], i18n_digits());
        str_add_char(&text, ' ');
    }
    date_write(&text, app_today(screen->app), i18n_digits());
    add(screen, desk, text.buf);
}

void return_today(void *state, struct desk *desk, const struct key *key)
{
    (void)key;
    add_today(state, desk, offer);
}

// One more than stands there: a meeting was held, an item was done.
void return_one_more(void *state, struct desk *desk, const struct key *key)
{
    struct return_screen *screen = state;
    struct return_place place;
    (void)key;
    return_marked(screen, &place);
    const struct indicator *indicator = &screen->book->plan->indicator[place.indicator];
    const struct entry *entry = return_entry(screen, &place);
    const bool counted = indicator->kind == KIND_PERCENT && indicator->target_count.set;
    if (indicator->kind == KIND_DATE || indicator->kind == KIND_DATES) {
        add_today(screen, desk, indicator->kind == KIND_DATES ? enter : offer);
        return;
    }
    if (indicator->kind == KIND_PERCENT && !counted) {
        desk_say(desk, MESSAGE_INFO, "%s", entry_expectation(indicator));
        return;
    }
    autostr text = STR_INIT;
    number_write(&text, (counted ? entry->count.value : entry->value.value) + NUMBER_ONE,
                 user_style());
    enter(screen, desk, text.buf);
}
