// SPDX-License-Identifier: GPL-3.0-or-later
// The figure that is marked in the return form, how it reads while it is typed, and saving figures
// with a word on what they were.
#include "return.h"

#include "orjon/base/text.h"

#include <string.h>

// --- what is marked -----------------------------------------------------------------------------

bool return_marked(const struct return_screen *screen, struct return_place *ret)
{
    ret->quarter = return_quarter_at(screen, grid_col(screen->grid));
    return return_indicator(screen, &ret->indicator) && ret->quarter;
}

struct entry *return_entry(const struct return_screen *screen, const struct return_place *place)
{
    return &screen->book->years[place->indicator].quarter[place->quarter - 1];
}

bool return_is_open(const struct return_screen *screen, int quarter)
{
    bool in_hand = quarter == screen->book->quarter || quarter == screen->opened;
    return in_hand && !app_may_change(screen->app, screen->book, quarter, NULL);
}

// Whether the quarter in hand must be opened again before anything of it can be changed.
static bool is_closed(const struct return_screen *screen)
{
    return app_may_change(screen->app, screen->book, screen->book->quarter, NULL) != STATUS_OK;
}

enum screen_mode return_mode(const void *state)
{
    const struct return_screen *screen = state;
    const enum screen_mode mode = grid_mode(screen->grid);
    struct return_place place;
    if (mode == MODE_TYPING || mode == MODE_FINDING)
        return mode;
    if (app_is_read_only(screen->app))
        return MODE_READ_ONLY;
    const bool marked = return_marked(screen, &place);
    if ((!marked || place.quarter == screen->book->quarter) && is_closed(screen))
        return MODE_CLOSED;
    if (!marked)
        return MODE_LOOKING;
    if (!return_is_open(screen, place.quarter))
        return MODE_LOCKED;
    const enum entry_state now = return_entry(screen, &place)->state;
    return now == ENTRY_EMPTY ? MODE_EMPTY : now == ENTRY_VALUE ? MODE_FILLED : MODE_STATE;
}

void return_refuse(void *state, struct desk *desk)
{
    const struct return_screen *screen = state;
    struct return_place place;
    struct err err = {0};
    const bool marked = return_marked(screen, &place);
    const int own = screen->book->quarter, quarter = marked ? place.quarter : own;
    const int in_hand = return_column_of(screen, (enum return_field)(RETURN_Q1 + own - 1));
    const enum status status = app_may_change(screen->app, screen->book, quarter, &err);
    if (status && quarter != own)
        desk_fail(desk, &err);
    else if (status)
        return_fail(state, desk, &err);
    else if (!marked)
        desk_say(desk, MESSAGE_INFO, _("Go to the field of the quarter first: %s"),
                 grid_col(screen->grid) < in_hand ? "→" : "←");
    else if (!return_is_open(screen, place.quarter))
        desk_say(desk, MESSAGE_INFO, "%s",
                 _("This is not the quarter in hand; press F2 to change it all the same"));
    else
        desk_say(desk, MESSAGE_INFO, "%s", _("Nothing stands in this field"));
}

void return_show_quarter(struct return_screen *screen, struct desk *desk, int quarter)
{
    struct err err = {0};
    if (book_set_quarter(screen->book, quarter, &err))
        desk_fail(desk, &err);
    screen->opened = 0;
    return_load_remarks(screen);
    return_choose_columns(screen, screen->width);
    grid_select(screen->grid, grid_row(screen->grid),
                return_column_of(screen, (enum return_field)(RETURN_Q1 + quarter - 1)));
}

void return_jump(void *data, struct desk *desk, const char *code, int quarter)
{
    struct return_screen *screen = data;
    const struct indicator *indicator = plan_find(screen->book->plan, code);
    if (!indicator)
        return;
    const size_t i = (size_t)(indicator - screen->book->plan->indicator);
    if (screen->listed != screen->book->reading ||
        screen->filter == FILTER_FINDINGS) // some may have been answered
        return_list_rows(screen);
    if (return_row_of(screen, i) < 0) { // the filter has left it out
        screen->filter = FILTER_NONE;
        return_list_rows(screen);
    }
    if (quarter && return_column_of(screen, (enum return_field)(RETURN_Q1 + quarter - 1)) < 0)
        return_show_quarter(screen, desk, quarter); // too narrow for its column
    const int col =
        quarter ? return_column_of(screen, (enum return_field)(RETURN_Q1 + quarter - 1)) : -1;
    grid_select(screen->grid, return_row_of(screen, i), col < 0 ? grid_col(screen->grid) : col);
}

// --- what is saved ------------------------------------------------------------------------------

// No figure begins with a letter, so one letter can stand for a state.
static int state_of_letter(const char *text)
{
    static const struct {
        const char *letters; // parted by blanks
        enum entry_state state;
    } states[] = {
        {"n N ন", ENTRY_NO_CASE}, {"d D ব", ENTRY_NOT_DUE}, {"a A প", ENTRY_NOT_APPLICABLE}};
    const size_t n = strlen(text);
    for (size_t i = 0; n && !strchr(text, ' ') && i < sizeof states / sizeof *states; i++)
        for (const char *at = states[i].letters; *at; at += strspn(at, " ")) {
            size_t len = strcspn(at, " ");
            if (len == n && memcmp(at, text, n) == 0)
                return (int)states[i].state;
            at += len;
        }
    return -1;
}

// Papers print a dash for a state, and its phrase as the remark; a remark of the clerk's own is
// kept.
struct app_figure return_figure(const struct return_screen *screen,
                                const struct return_place *place, const char *text)
{
    const struct entry *now = return_entry(screen, place);
    const bool own = *now->remark && strcmp(now->remark, entry_state_remark(now->state)) != 0;
    struct app_figure figure = {.indicator = place->indicator,
                                .quarter = place->quarter,
                                .text = text,
                                .state = state_of_letter(text)};
    if (figure.state >= 0) {
        figure.text = "-";
        figure.remark = own ? NULL : entry_state_remark((enum entry_state)figure.state);
    }
    return figure;
}

// The book was read again, and its plan may have other rows: the hand, and what is being typed,
// stay with the indicator, if it is still there.
static void follow(struct return_screen *screen, struct desk *desk, const char *code, int quarter)
{
    return_list_rows(screen);
    if (plan_find(screen->book->plan, code))
        return_jump(screen, desk, code, quarter);
    else
        grid_cancel(screen->grid);
}

// Where nothing stood before and nothing is odd, what is there now is seen in the field. The row is
// named, for the hand has gone on.
static void say_saved(const struct book *book, const char *code, const struct entry *old,
                      const struct entry *now, const struct findings *findings, struct desk *desk)
{
    autostr text = STR_INIT;
    const bool other = old->state != ENTRY_EMPTY &&
                       (old->state != now->state || strcmp(old->typed, now->typed) != 0);
    str_add(&text, book->sender ? _("Read, saved as you leave") : _("Saved"));
    if (other || findings->count) {
        str_add_char(&text, ' ');
        text_digits(&text, code, strlen(code), i18n_digits());
    }
    if (other) {
        str_add(&text, ": ");
        say_change(&text, plan_find(book->plan, code), old->state, old->typed, now->state,
                   now->typed);
    }
    if (*now->remark && strcmp(old->remark, now->remark) != 0)
        str_addf(&text, _("; remark “%s”"), now->remark);
    if (findings->count)
        str_addf(&text, " – %s", findings->finding[0].message);
    desk_say(desk, findings->count ? MESSAGE_WARNING : MESSAGE_INFO, "%s", text.buf);
}

static void say_all_saved(const struct book *book, size_t n, const struct findings *findings,
                          struct desk *desk)
{
    autostr text = STR_INIT;
    str_addf(&text,
             book->sender ? tr_count("%s figure read; it is saved as you leave",
                                     "%s figures read; they are saved as you leave", n)
                          : tr_count("%s figure saved; Ctrl-Z undoes it",
                                     "%s figures saved; Ctrl-Z undoes them together", n),
             SAY(n));
    if (findings->count) {
        str_add(&text, " – ");
        say_place(&text, findings->finding[0].indicator, 0);
        str_addf(&text, ": %s", findings->finding[0].message);
    }
    desk_say(desk, findings->count ? MESSAGE_WARNING : MESSAGE_GOOD, "%s", text.buf);
}

void return_drop_draft(struct return_screen *screen)
{
    if (screen->drafted)
        draft_drop(screen->book);
    screen->drafted = false;
}

enum status return_enter(struct return_screen *screen, struct desk *desk,
                         const struct app_figure *figures, size_t n, struct err *err)
{
    struct findings findings = {0};
    autostr code = STR_INIT;
    const struct return_place place = {figures->indicator, figures->quarter};
    const struct entry old = *return_entry(screen, &place);
    str_add(&code, screen->book->plan->indicator[figures->indicator].code);
    enum status status = app_enter_all(screen->book, figures, n, &findings, err);
    if (status == STATUS_CHANGED)
        follow(screen, desk, code.buf, figures->quarter);
    if (status == STATUS_OK) {
        draft_done(&screen->dropped);
        return_drop_draft(screen);
        remark_forget(&screen->remark);
        return_load_remarks(screen);
    }
    if (status == STATUS_OK && desk && n == 1)
        say_saved(screen->book, code.buf, &old, return_entry(screen, &place), &findings, desk);
    else if (status == STATUS_OK && desk)
        say_all_saved(screen->book, n, &findings, desk);
    findings_done(&findings);
    return status;
}

static void enter_asked(struct return_screen *screen, struct desk *desk)
{
    struct err err = {0};
    if (return_enter(screen, desk, &screen->asked, 1, &err))
        desk_fail(desk, &err);
}

static void answered(void *data, struct desk *desk, int choice)
{
    if (choice == 0)
        enter_asked(data, desk);
}

void return_offer(struct return_screen *screen, struct desk *desk, const struct app_figure *figure)
{
    const struct return_place place = {figure->indicator, figure->quarter};
    const struct indicator *indicator = &screen->book->plan->indicator[figure->indicator];
    const struct entry *now = return_entry(screen, &place);
    struct entry wanted;
    struct err err = {0};
    autostr question = STR_INIT;
    free(screen->asked_text);
    screen->asked_text = mem_copy_text(figure->text, strlen(figure->text));
    screen->asked = *figure;
    screen->asked.text = screen->asked_text;
    if (app_read_figure(screen->book, &screen->asked, &wanted, &err)) {
        desk_fail(desk, &err);
        return;
    }
    if (now->state != ENTRY_VALUE) {
        enter_asked(screen, desk);
        return;
    }
    say_change(&question, indicator, now->state, now->typed, wanted.state, wanted.typed);
    str_addf(&question, "\n%s", _("A figure stands here. Replace it?"));
    // No letter answers: the question may have come in the middle of a word.
    const struct dialog_choice choices[] = {{"", _("yes")}, {"", _("no")}};
    dialog_ask(desk, indicator->text, question.buf, choices, 2, 1, answered, screen);
}

// --- the figure being typed ---------------------------------------------------------------------

// «12+7+9» is shown as 28 before it is saved.
static void say_reading(const struct indicator *indicator, const struct entry *entry,
                        const char *typed, char *ret, size_t size)
{
    autostr read = STR_INIT, is = STR_INIT, was = STR_INIT;
    if (entry->state == ENTRY_VALUE)
        entry_write(&read, indicator, entry, user_style());
    text_digits(&is, read.buf, read.len, DIGITS_LATIN);
    text_digits(&was, typed, strlen(typed), DIGITS_LATIN);
    if (read.len && strcmp(is.buf, was.buf) != 0)
        text_copy(ret, size, read.buf);
}

void return_update_live(struct return_screen *screen)
{
    const struct book *book = screen->book;
    size_t i = 0;
    const char *typed = grid_typed(screen->grid);
    const struct indicator *indicator = return_indicator(screen, &i);
    int quarter = return_quarter_at(screen, grid_col(screen->grid));
    struct entry entry = {.typed = "", .remark = ""};
    screen->live = (struct return_live){.state = -1};
    if (!grid_editing(screen->grid) || !indicator || !quarter)
        return;
    const struct return_place place = {i, quarter};
    const struct app_figure figure = return_figure(screen, &place, typed);
    screen->live.state = figure.state;
    if (figure.state >= 0)
        entry.state = (enum entry_state)figure.state;
    else if (entry_read(indicator, typed, strlen(typed), ENTRY_TYPED, &entry, NULL))
        return;
    say_reading(indicator, &entry, typed, screen->live.read, sizeof screen->live.read);
    autofree struct year *years = mem_alloc(book->plan->count * sizeof *years);
    autofree struct score *scores = mem_alloc(book->plan->count * sizeof *scores);
    memcpy(years, book->years, book->plan->count * sizeof *years);
    years[i].quarter[quarter - 1] = entry;
    screen->live.set = score_plan(book->plan, years, book->quarter, scores, &screen->live.total,
                                  NULL) == STATUS_OK;
    screen->live.score = scores[i];
    screen->live.quarter = quarter;
    screen->live.entry = entry;
    screen->live.decimals = total_decimals(indicator, &years[i], book->quarter);
}
