// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of the matrix: turned, other plans and quarters, proposals, papers.
#include "matrix.h"

#include "orjon/app/records.h"
#include "orjon/base/text.h"

#include <stdlib.h>
#include <string.h>

// --- moving -------------------------------------------------------------------------------------

static void turn(void *state, struct desk *desk, const struct key *key)
{
    struct matrix_screen *screen = state;
    size_t row = 0, head = 0;
    (void)desk;
    (void)key;
    const bool there = matrix_marked(screen, &row, &head);
    screen->turned = !screen->turned;
    matrix_lay_out(screen);
    if (there)
        matrix_go(screen, row, head);
}

static void extend(void *state, struct desk *desk, const struct key *key)
{
    struct matrix_screen *screen = state;
    size_t row = 0, head = 0;
    (void)desk;
    if (!matrix_marked(screen, &row, &head))
        return;
    if (screen->anchor_row < 0) {
        screen->anchor_row = grid_row(screen->grid);
        screen->anchor_col = grid_col(screen->grid);
    }
    const int down = (key->code == K_SHIFT_DOWN) - (key->code == K_SHIFT_UP);
    const int right = (key->code == K_SHIFT_RIGHT) - (key->code == K_SHIFT_LEFT);
    const int to_row = grid_row(screen->grid) + down, to_col = grid_col(screen->grid) + right;
    if (matrix_place(screen, to_row, to_col, &row, &head))
        grid_select(screen->grid, to_row, to_col);
}

// From the cursor down to the last row: what is there is filled in the order of the table.
static void mark_column(void *state, struct desk *desk, const struct key *key)
{
    struct matrix_screen *screen = state;
    const int row = grid_row(screen->grid), col = grid_col(screen->grid);
    size_t of_row = 0, head = 0;
    (void)key;
    if (!matrix_marked(screen, &of_row, &head))
        return;
    const size_t rows = screen->turned ? screen->c->heads : screen->c->rows;
    grid_select(screen->grid, (int)rows - 1, col);
    screen->anchor_row = row;
    screen->anchor_col = col;
    desk_say(desk, MESSAGE_INFO,
             tr_count("%s row marked, down to the last", "%s rows marked, down to the last",
                      (int)rows - row),
             SAY((int)rows - row));
}

// From the cursor on, or back from it, office by office.
static void other_silent(void *state, struct desk *desk, const struct key *key)
{
    struct matrix_screen *screen = state;
    const size_t cells = screen->c->rows * screen->c->heads;
    size_t row = 0, head = 0;
    matrix_marked(screen, &row, &head);
    const size_t from = row * screen->c->heads + head;
    for (size_t step = 1; step <= cells; step++) {
        const size_t at =
            key->code == K_CTRL_DOWN ? (from + step) % cells : (from + cells - step) % cells;
        row = at / screen->c->heads;
        head = at % screen->c->heads;
        if (compliance_is_silent(matrix_cell(screen, row, head))) {
            matrix_go(screen, row, head);
            return;
        }
    }
    desk_say(desk, MESSAGE_GOOD, "%s", _("Every ✗ has a remark"));
}

static void other_quarter(void *state, struct desk *desk, const struct key *key)
{
    struct matrix_screen *screen = state;
    const int before = screen->quarter;
    const int quarter = before + (key->code == K_CTRL_RIGHT ? 1 : -1);
    struct err err = {0};
    if (quarter < 1 || quarter > QUARTERS)
        return;
    screen->quarter = quarter;
    if (matrix_load(screen, &err)) {
        screen->quarter = before;
        desk_fail(desk, &err);
    }
}

static void take_plan(struct desk *desk, struct app *app, int fiscal_year, int quarter,
                      const char *plan)
{
    desk_pop(desk);
    matrix_push(desk, app, fiscal_year, quarter, plan);
}

static void other_plan(void *state, struct desk *desk, const struct key *key)
{
    const struct matrix_screen *screen = state;
    (void)key;
    plan_pick(desk, screen->app, screen->fiscal_year, screen->quarter, take_plan);
}

static void open_return(void *state, struct desk *desk, const struct key *key)
{
    const struct matrix_screen *screen = state;
    size_t row = 0, head = 0;
    (void)key;
    if (!matrix_marked(screen, &row, &head))
        return;
    const struct app_review_of of = {.office = screen->c->row[row].office->office->unit->id,
                                     .fiscal_year = screen->fiscal_year,
                                     .quarter = screen->quarter,
                                     .plan = screen->plan};
    received_push(desk, screen->app, &of,
                  screen->c->row[row].cell[head].has ? screen->c->head[head].code : NULL);
}

// --- proposals ----------------------------------------------------------------------------------

static void tell_progress(void *data, size_t done, size_t offices)
{
    desk_progress(data, _("Looking at figures and proofs"), (int64_t)done, (int64_t)offices);
}

enum { OF_OFFICE, OF_INDICATOR, OF_ALL };

static void propose(void *data, struct desk *desk, int choice)
{
    struct matrix_screen *screen = data;
    const struct compliance *c = screen->c;
    const struct app_review_of of = {
        .fiscal_year = screen->fiscal_year, .quarter = screen->quarter, .plan = screen->plan};
    autofree int64_t *office = mem_alloc((c->rows + 1) * sizeof *office);
    size_t row = 0, head = 0, count = 0;
    struct err err = {0};
    if (choice < 0 || !matrix_marked(screen, &row, &head))
        return;
    struct app_proposing what = {.office = office, .progress = tell_progress, .data = desk};
    for (size_t i = 0; i < c->rows; i++)
        if (choice == OF_OFFICE ? i == row : choice == OF_ALL || c->row[i].cell[head].has)
            office[what.offices++] = c->row[i].office->office->unit->id;
    what.code = choice == OF_INDICATOR ? c->head[head].code : NULL;
    if (app_take_proposals_of(screen->app, &of, &what, &count, &err) || matrix_load(screen, &err))
        desk_fail(desk, &err);
    else
        desk_say(desk, MESSAGE_GOOD,
                 tr_count("%s mark taken as proposed; Ctrl-Z undoes it",
                          "%s marks taken as proposed; Ctrl-Z undoes them together", count),
                 SAY(count));
}

static void ask_propose(void *state, struct desk *desk, const struct key *key)
{
    const struct dialog_choice choices[] = {
        {_("oO"), _("this office")}, {_("iI"), _("this indicator")}, {_("aA"), _("all of them")}};
    (void)key;
    dialog_ask(desk, _("Take what is proposed"),
               _("What figures and proofs speak for goes where nothing is stated yet: ✓ where "
                 "something was done and proofs of it came, ✗ where nothing was done or nothing "
                 "came."),
               choices, 3, OF_OFFICE, propose, state);
}

// --- papers -------------------------------------------------------------------------------------

enum { PAPER_OFFICES, PAPER_WIDE, PAPER_MEETINGS };

static void paper_name(void *data, int i, struct str *ret)
{
    const struct matrix_screen *screen = data;
    autorecords meeting = {0};
    if (i < PAPER_MEETINGS) {
        str_add(ret, i == PAPER_OFFICES ? _("the matrix, office by office")
                                        : _("the matrix as one wide table"));
        return;
    }
    str_add(ret, _("minutes with the matrix: "));
    if (!app_load_record(screen->app, RECORD_MEETING, screen->meeting[i - PAPER_MEETINGS], &meeting,
                         NULL))
        str_add(ret, meeting.record->text[MEETING_TITLE]);
}

static void show_paper(void *data, struct desk *desk, int i)
{
    struct matrix_screen *screen = data;
    if (i < 0)
        return;
    screen->paper = (struct paper_choice){
        .app = screen->app,
        .plan = screen->plan,
        .fiscal_year = screen->fiscal_year,
        .quarter = screen->quarter,
        .layout = i == PAPER_WIDE ? "matrix-wide" : NULL,
        .meeting = i >= PAPER_MEETINGS ? screen->meeting[i - PAPER_MEETINGS] : 0};
    preview_push(desk, &screen->paper, i >= PAPER_MEETINGS ? "monitoring" : "matrix");
}

// The own meetings, the newest first.
static enum status load_meetings(struct matrix_screen *screen, struct err *err)
{
    autorecords meetings = {0};
    const enum status status = app_load_records(screen->app, RECORD_MEETING, 0, &meetings, err);
    if (status)
        return status;
    screen->meetings = 0;
    screen->meeting = mem_resize(screen->meeting, meetings.count + 1, sizeof *screen->meeting);
    for (size_t i = meetings.count; i-- > 0;)
        if (!record_is(&meetings.record[i], MEETING_SORT, "superior"))
            screen->meeting[screen->meetings++] = meetings.record[i].id;
    return STATUS_OK;
}

static void ask_paper(void *state, struct desk *desk, const struct key *key)
{
    struct matrix_screen *screen = state;
    struct err err = {0};
    (void)key;
    if (load_meetings(screen, &err)) {
        desk_fail(desk, &err);
        return;
    }
    dialog_pick(desk, _("Which paper?"), (int)screen->meetings + PAPER_MEETINGS, 0, paper_name,
                show_paper, screen);
}

enum {
    WRITABLE = WHEN_AT_REST & ~MODE_READ_ONLY,
    ALL = WHEN_AT_REST | WHEN_SETTLED,
    SOMETHING = MODE_STATE | MODE_FILLED,
};

const struct action matrix_actions[] = {
    {NULL, "y 1 ✓ হ", "✓", N_("✓, and on to the next cell"), WHEN_OPEN, matrix_mark},
    {NULL, "n 0 ✗ x ন", "✗", N_("✗, and on to the next cell; it asks for a remark"), WHEN_OPEN,
     matrix_mark},
    {NULL, "-", N_("not stated"), N_("not stated, and on to the next cell"), WHEN_OPEN,
     matrix_mark},
    {NULL, "১ √ ✔ ০ × ✘", NULL, NULL, WHEN_OPEN, matrix_mark},
    {"Enter", NULL, N_("return"), N_("the return of the office, at the indicator"), WHEN_AT_REST,
     open_return},
    {"F2", NULL, N_("remark"), N_("the remark of the cell"), WHEN_OPEN, matrix_remark},
    {"F4", "\"", N_("ditto"), N_("mark and remark of the cell above"), WHEN_OPEN, matrix_ditto},
    {"F6", "f", N_("ask again"), N_("ask after it in the next quarter, or no longer"), WHEN_OPEN,
     matrix_follow_up},
    {"F7", NULL, N_("proposals"),
     N_("take what figures and proofs speak for: of the office, the indicator, all"), WRITABLE,
     ask_propose},
    {"F8", NULL, N_("papers"), N_("look at the paper"), ALL, ask_paper},
    {"F3 C-f", NULL, N_("find"), N_("find an office"), ALL | MODE_FINDING, screen_find},
    {"F5", NULL, N_("turn"), N_("indicators below each other, or offices"), ALL, turn},
    {"S-Down S-Up S-Left S-Right", NULL, NULL, N_("mark a stretch"), WHEN_AT_REST, extend},
    {"C-a", NULL, N_("whole column"), N_("mark the column from here to its end"), WHEN_AT_REST,
     mark_column},
    {"C-d C-r", NULL, N_("fill"),
     N_("fill the stretch down, or to the right, from its first cells"), WHEN_OPEN, matrix_fill},
    {"Del BS", NULL, N_("clear"), N_("take the mark away; the remark stays"), SOMETHING,
     matrix_clear},
    {"C-Down", NULL, N_("next ✗"), N_("the next ✗ without a remark"), WHEN_AT_REST, other_silent},
    {"C-Up", NULL, N_("✗ before"), N_("the ✗ without a remark before"), WHEN_AT_REST, other_silent},
    {"C-Left", NULL, N_("quarter before"), N_("the quarter before"), WHEN_AT_REST, other_quarter},
    {"C-Right", NULL, N_("quarter after"), N_("the quarter after"), WHEN_AT_REST, other_quarter},
    {"C-p", NULL, N_("other plan"), N_("another plan"), WHEN_AT_REST, other_plan},
    {"C-z", NULL, N_("undo"), N_("undo the last mark"), WRITABLE, matrix_undo},
    {"C-y", NULL, N_("redo"), N_("redo what was undone"), WRITABLE, matrix_undo},
    {0}};
