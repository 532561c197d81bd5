// SPDX-License-Identifier: GPL-3.0-or-later
// What the keys of the form do to figures and to the list.
#include "return.h"

#include "orjon/base/text.h"
#include "orjon/domain/date.h"
#include "orjon/tui/key.h"

#include <string.h>

// The figure in hand, if the quarter can be changed; else says why not.
static struct entry *open_entry(struct return_screen *screen, size_t *ret_indicator)
{
    int quarter = screen->book->quarter;
    if (!return_indicator(screen, ret_indicator))
        return NULL;
    if (return_is_open(screen, quarter))
        return &screen->book->years[*ret_indicator].quarter[quarter - 1];
    desk_say(screen->desk, MESSAGE_ERROR, "%s", _("This quarter cannot be changed"));
    return NULL;
}

static void enter(struct return_screen *screen, size_t indicator, const char *text,
                  const char *remark, int state)
{
    struct err err = {0};
    struct app_figure figure = {
        .indicator = indicator,
        .quarter = screen->book->quarter,
        .text = text,
        .remark = remark,
        .state = state,
    };
    if (return_enter(screen, &figure, &err))
        desk_fail(screen->desk, &err);
}

static const enum entry_state state_choices[] = {ENTRY_NOT_DUE, ENTRY_NO_CASE, ENTRY_NOT_APPLICABLE,
                                                 ENTRY_NONE, ENTRY_EMPTY};

static void state_item(void *data, int i, struct str *ret)
{
    (void)data;
    enum entry_state state = state_choices[i];
    static const char *const letters[ENTRY_STATE_COUNT] = {[ENTRY_NOT_DUE] = "d ব",
                                                           [ENTRY_NO_CASE] = "n ন",
                                                           [ENTRY_NOT_APPLICABLE] = "a প",
                                                           [ENTRY_NONE] = "-"};
    if (letters[state])
        str_addf(ret, "[%s] ", letters[state]);
    str_add(ret, entry_state_name(state));
    if (*entry_state_remark(state))
        str_addf(ret, " – %s", entry_state_remark(state));
}

static void state_chosen(void *data, struct desk *desk, int choice)
{
    struct return_screen *screen = data;
    screen->desk = desk;
    if (choice >= 0)
        return_set_state(screen, state_choices[choice]);
}

// The state and its phrase in one stroke; a remark of the clerk's own is kept.
void return_set_state(struct return_screen *screen, enum entry_state state)
{
    size_t i = 0;
    const struct entry *entry = open_entry(screen, &i);
    if (!entry)
        return;
    bool own = *entry->remark && strcmp(entry->remark, entry_state_remark(entry->state)) != 0;
    bool clears = state == ENTRY_EMPTY;
    enter(screen, i, clears ? "" : "-",
          clears ? ""
          : own  ? NULL
                 : entry_state_remark(state),
          (int)state);
}

void return_choose_state(struct return_screen *screen)
{
    size_t i = 0;
    if (open_entry(screen, &i))
        dialog_pick(screen->desk, _("What holds for this quarter?"),
                    sizeof state_choices / sizeof *state_choices, 0, state_item, state_chosen,
                    screen);
}

// The same as in the last quarter that has a figure.
void return_ditto(struct return_screen *screen)
{
    size_t i = 0;
    if (!open_entry(screen, &i))
        return;
    for (int q = screen->book->quarter - 1; q >= 1; q--) {
        const struct entry *before = &screen->book->years[i].quarter[q - 1];
        if (before->state == ENTRY_EMPTY)
            continue;
        enter(screen, i, before->typed, NULL,
              before->state == ENTRY_VALUE ? -1 : (int)before->state);
        return;
    }
    desk_say(screen->desk, MESSAGE_INFO, "%s", _("No earlier quarter has a figure here"));
}

// Today behind the dates that stand there; alone for a single date.
void return_today(struct return_screen *screen)
{
    size_t i = 0;
    const struct entry *entry = open_entry(screen, &i);
    if (!entry)
        return;
    const struct indicator *indicator = &screen->book->plan->indicator[i];
    autostr text = STR_INIT;
    if (indicator->kind != KIND_DATE && indicator->kind != KIND_DATES) {
        desk_say(screen->desk, MESSAGE_INFO, "%s", entry_expectation(indicator));
        return;
    }
    for (size_t d = 0; indicator->kind == KIND_DATES && d < entry->dates; d++) {
        date_write(&text, entry->date[d], i18n_digits());
        str_add_char(&text, ' ');
    }
    date_write(&text, app_today(screen->app), i18n_digits());
    enter(screen, i, text.buf, NULL, -1);
}

// One more than stands there: a meeting was held, an item was done.
void return_one_more(struct return_screen *screen)
{
    size_t i = 0;
    const struct entry *entry = open_entry(screen, &i);
    if (!entry)
        return;
    const struct indicator *indicator = &screen->book->plan->indicator[i];
    bool counted = indicator->kind == KIND_PERCENT && indicator->target_count.set;
    if (indicator->kind == KIND_DATE || indicator->kind == KIND_DATES) {
        return_today(screen);
        return;
    }
    if (indicator->kind == KIND_PERCENT && !counted) {
        desk_say(screen->desk, MESSAGE_INFO, "%s", entry_expectation(indicator));
        return;
    }
    autostr text = STR_INIT;
    int64_t value = counted ? entry->count.value : entry->value.value;
    if (!__builtin_add_overflow(value, NUMBER_ONE, &value)) {
        number_write(&text, value, user_style());
        enter(screen, i, text.buf, NULL, -1);
    }
}

void return_next_empty(struct return_screen *screen)
{
    const struct book *book = screen->book;
    int row = grid_row(screen->grid);
    for (int step = 1; step <= screen->rows; step++) {
        int r = (row + step) % screen->rows;
        if (screen->row[r] < 0 ||
            book->years[screen->row[r]].quarter[book->quarter - 1].state != ENTRY_EMPTY)
            continue;
        grid_select(screen->grid, r,
                    return_column_of(screen, (enum return_field)(FIELD_Q1 + book->quarter - 1)));
        return;
    }
    desk_say(screen->desk, MESSAGE_GOOD, "%s", _("No figure of the quarter is missing"));
}

void return_next_filter(struct return_screen *screen)
{
    static const char *const names[] = {
        [FILTER_NONE] = N_("All indicators"),
        [FILTER_EMPTY] = N_("Only those not filled in"),
        [FILTER_BEHIND] = N_("Only those behind schedule"),
        [FILTER_FINDINGS] = N_("Only those with findings"),
    };
    do {
        screen->filter = (screen->filter + 1) % FILTERS;
        return_list_rows(screen);
    } while (screen->rows == 0 && screen->filter != FILTER_NONE);
    desk_say(screen->desk, MESSAGE_INFO, "%s", tr(names[screen->filter]));
}

// --- between plan and spreadsheet ---------------------------------------------------------------

void return_copy_column(struct return_screen *screen)
{
    const struct book *book = screen->book;
    autostr text = STR_INIT;
    for (int r = 0; r < screen->rows; r++)
        if (screen->row[r] >= 0)
            str_addf(&text, "%s\n", book->years[screen->row[r]].quarter[book->quarter - 1].typed);
    desk_copy(screen->desk, text.buf, text.len);
    desk_say(screen->desk, MESSAGE_INFO, "%s", _("The column of the quarter was copied"));
}

void return_cut(struct return_screen *screen)
{
    size_t i = 0;
    const struct entry *entry = open_entry(screen, &i);
    if (!entry)
        return;
    desk_copy(screen->desk, entry->typed, strlen(entry->typed));
    enter(screen, i, "", NULL, -1);
}

void return_paste(struct return_screen *screen)
{
    const struct str *clipboard = desk_clipboard(screen->desk);
    struct key key = {.code = K_PASTE, .paste = clipboard->buf, .paste_len = clipboard->len};
    size_t i = 0;
    if (clipboard->len && open_entry(screen, &i))
        grid_key(screen->grid, screen->desk, &key);
}
