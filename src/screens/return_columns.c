// SPDX-License-Identifier: GPL-3.0-or-later
// Which columns of the return form fit. Figures are whole or not there; names take what is spare.
#include "return.h"

#include <stdio.h>
#include <string.h>

enum {
    RANKS = 10,
    RANK_FOLDED = 8,
    TEXT_MIN = 14,
    TEXT_MAX = 60,
    TARGET = 10,
    FOLDED = 4, // columns of a quarter in which nothing stands
};

// The columns in the order of the paper. Those of rank 0 are always there; the others join by rank
// as the terminal is wide enough, once the names have their room.
static const struct {
    enum return_field field;
    int columns, rank;
    enum align align;
    const char *heading;
} fields[] = {
    {RETURN_CODE, 7, 0, ALIGN_LEFT, N_("No.")},
    {RETURN_TEXT, 14, 0, ALIGN_LEFT, N_("Indicator")},
    {RETURN_UNIT, 9, 6, ALIGN_LEFT, N_("Unit")},
    {RETURN_WEIGHT, 4, 5, ALIGN_RIGHT, N_("Wt.")},
    {RETURN_TARGET, TARGET, 0, ALIGN_RIGHT, N_("Target")},
    {RETURN_Q1, 12, 2, ALIGN_RIGHT, NULL},
    {RETURN_Q1 + 1, 12, 2, ALIGN_RIGHT, NULL},
    {RETURN_Q1 + 2, 12, 2, ALIGN_RIGHT, NULL},
    {RETURN_Q4, 12, 2, ALIGN_RIGHT, NULL},
    {RETURN_TOTAL, 10, 0, ALIGN_RIGHT, N_("Total")},
    {RETURN_PERCENT, 5, 0, ALIGN_RIGHT, N_("Rate")},
    {RETURN_MARKS, 6, 0, ALIGN_RIGHT, N_("Marks")},
    {RETURN_REMARK, 18, 9, ALIGN_LEFT, N_("Remark")},
};
enum { ALL = sizeof fields / sizeof *fields };

static int quarter_of(enum return_field field)
{
    return field >= RETURN_Q1 && field <= RETURN_Q4 ? (int)field - RETURN_Q1 + 1 : 0;
}

static bool is_empty(const struct book *book, int quarter)
{
    for (size_t i = 0; i < book->plan->count; i++)
        if (book->years[i].quarter[quarter - 1].state != ENTRY_EMPTY)
            return false;
    return true;
}

// A quarter to come in which nothing stands, unless the cursor is there.
bool return_is_folded(const struct return_screen *screen, int quarter)
{
    return quarter > screen->book->quarter && quarter != screen->marked &&
           is_empty(screen->book, quarter);
}

// The quarter in hand first, then the ones before it, then those to come. The marked one stays:
// what is typed or asked there is about it.
static int rank_of(const struct return_screen *screen, size_t i)
{
    const int own = quarter_of(fields[i].field), now = screen->book->quarter;
    if (!own)
        return fields[i].rank;
    if (own == now || own == screen->marked)
        return 0;
    return own < now ? 1 + now - own : return_is_folded(screen, own) ? RANK_FOLDED : 4 + own - now;
}

// The widest rate, which may be of thousands of percents.
static int rates_want(const struct book *book)
{
    int want = 0;
    for (size_t i = 0; i < book->plan->count; i++) {
        autostr text = STR_INIT;
        return_say_rate(&text, &book->scores[i]);
        const int own = text_columns(text.buf, text.len);
        want = own > want ? own : want;
    }
    return want;
}

static int columns_of(const struct return_screen *screen, size_t i)
{
    const int own = quarter_of(fields[i].field);
    const int rates = fields[i].field == RETURN_PERCENT ? rates_want(screen->book) : 0;
    if (rates > fields[i].columns)
        return rates;
    return own && return_is_folded(screen, own) ? FOLDED : fields[i].columns;
}

// With how many columns each name is whole in a few lines.
static int names_want(const struct plan *plan)
{
    enum { LINES = 3, SLACK = 6 }; // for words that do not fill a line
    int widest = 0;
    for (size_t i = 0; i < plan->count; i++) {
        const int own = text_columns(plan->indicator[i].text, strlen(plan->indicator[i].text));
        widest = own > widest ? own : widest;
    }
    const int want = widest / LINES + SLACK;
    return want < TEXT_MIN ? TEXT_MIN : want > TEXT_MAX ? TEXT_MAX : want;
}

// What the widest target takes beyond its column: some are a number and a date.
static int targets_want(const struct book *book)
{
    enum { MORE = 10 };
    int more = 0;
    for (size_t i = 0; i < book->plan->count; i++) {
        autostr text = STR_INIT;
        target_write(&text, &book->plan->indicator[i], &book->plan->indicator[i].grade[0],
                     user_style());
        const int own = text_columns(text.buf, text.len) - TARGET;
        more = own > more ? own : more;
    }
    return more < MORE ? more : MORE;
}

// Columns that are given out.
struct room {
    bool shown[ALL];
    int text, target, left;
};

// Gives a column as much of what is left as brings it to `most`.
static void widen(struct room *room, int *columns, int most)
{
    int more = most - *columns;
    more = more < room->left ? more : room->left;
    if (more <= 0)
        return;
    *columns += more;
    room->left -= more;
}

// Where not even those of rank 0 fit, the quarter in hand and the marked one stand beside name and
// target, and the others come into view as the cursor goes there; the pane has their figures.
static void squeeze(const struct return_screen *screen, struct room *room, int targets, int width)
{
    enum { CODE = 7, QUARTER = 12, RULES = 2 };
    const bool other = screen->marked && screen->marked != screen->book->quarter;
    room->target = TARGET + targets;
    room->text = width - CODE - room->target - (QUARTER + 1) * (other ? 2 : 1) - RULES;
    room->text = room->text < TEXT_MIN ? TEXT_MIN : room->text;
}

static struct room share_room(const struct return_screen *screen, int width)
{
    const int targets = targets_want(screen->book);
    // no rule behind the last
    struct room room = {.text = TEXT_MIN, .target = TARGET, .left = width + 1};
    for (int rank = 0; rank < RANKS; rank++) {
        for (size_t i = 0; i < ALL; i++) {
            const int own = columns_of(screen, i) + 1;
            if (rank_of(screen, i) != rank)
                continue;
            room.shown[i] = rank == 0 || room.left >= own;
            room.left -= room.shown[i] ? own : 0;
        }
        if (rank == 0 && room.left < 0)
            squeeze(screen, &room, targets, width);
        if (rank == 0)
            widen(&room, &room.text, names_want(screen->book->plan));
        if (rank == 0 && room.left >= targets)
            widen(&room, &room.target, TARGET + targets);
        if (rank == RANK_FOLDED)
            widen(&room, &room.text, TEXT_MAX);
    }
    return room;
}

static const char *heading_of(struct return_screen *screen, size_t i)
{
    const int quarter = quarter_of(fields[i].field);
    autostr heading = STR_INIT;
    if (!quarter)
        return tr(fields[i].heading);
    if (return_is_folded(screen, quarter))
        period_say_quarter_short(&heading, quarter);
    else
        period_say_quarter(&heading, quarter);
    snprintf(screen->heading[quarter - 1], sizeof *screen->heading, "%s", heading.buf);
    return screen->heading[quarter - 1];
}

void return_choose_columns(struct return_screen *screen, int width)
{
    int focus = screen->columns ? (int)screen->field[grid_col(screen->grid)] : -1;
    screen->marked = focus >= 0 ? quarter_of((enum return_field)focus) : 0;
    const struct room room = share_room(screen, width);
    screen->columns = 0;
    screen->width = width;
    for (size_t i = 0; i < ALL; i++) {
        if (!room.shown[i])
            continue;
        struct grid_column column = {.heading = heading_of(screen, i),
                                     .columns = columns_of(screen, i),
                                     .align = fields[i].align};
        if (fields[i].field == RETURN_TEXT)
            column.columns = room.text;
        if (fields[i].field == RETURN_TARGET)
            column.columns = room.target;
        if (fields[i].field == RETURN_REMARK && room.left > 0)
            column.columns += room.left;
        screen->field[screen->columns] = fields[i].field;
        screen->column[screen->columns++] = column;
    }
    grid_set_columns(screen->grid, screen->column, screen->columns, 2);
    int back = focus >= 0 ? return_column_of(screen, (enum return_field)focus) : -1;
    if (back < 0)
        back = return_column_of(screen, (enum return_field)(RETURN_Q1 + screen->book->quarter - 1));
    grid_select(screen->grid, grid_row(screen->grid), back);
}
