// SPDX-License-Identifier: GPL-3.0-or-later
// The year to date: marks of each plan by quarter, and the indicators by the marks still to be won.
#include "private.h"

#include "orjon/base/text.h"
#include "orjon/domain/date.h"
#include "orjon/domain/schedule.h"
#include "orjon/tui/grid.h"

#include <stdlib.h>
#include <string.h>

enum { BAR_COLUMNS = 8, EIGHTHS = 8 };
enum { COLUMN_CODE, COLUMN_TEXT, COLUMN_LEFT, COLUMN_BAR, COLUMN_STATE, COLUMN_NEXT, COLUMNS };

struct row {
    const struct book *book;
    size_t indicator;
    struct ratio left; // marks still to be won
    enum schedule schedule;
};

struct progress {
    struct app *app;
    struct shelf shelf;
    struct mark (*marks)[QUARTERS]; // of each plan up to each quarter
    struct row *row;
    size_t rows;
    struct grid *grid;
    struct grid_column column[COLUMNS];
    bool ascii;
};

// A bar of eighth blocks for part of whole, at most full.
static void add_bar(struct str *ret, struct ratio part, struct ratio whole, bool ascii)
{
    static const char *const blocks[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"};
    __int128 eighths = 0;
    struct ratio share;
    if (!ratio_divide(part, whole, &share) ||
        !ratio_multiply(share, ratio_of(BAR_COLUMNS * EIGHTHS, 1), &share) ||
        ratio_round(share, 0, &eighths) || eighths < 0)
        eighths = 0;
    if (eighths > BAR_COLUMNS * EIGHTHS)
        eighths = BAR_COLUMNS * EIGHTHS;
    str_add_repeat(ret, ascii ? "#" : "█", (size_t)(eighths / EIGHTHS));
    if (!ascii)
        str_add(ret, blocks[eighths % EIGHTHS]);
    int used = (int)(eighths / EIGHTHS) + (!ascii && eighths % EIGHTHS);
    str_add_repeat(ret, ascii ? "." : "·", (size_t)(BAR_COLUMNS - used));
}

static const char *schedule_name(enum schedule schedule)
{
    switch (schedule) {
    case SCHEDULE_KEPT:
        return _("on schedule");
    case SCHEDULE_BEHIND:
        return _("! behind");
    default:
        return "";
    }
}

static void cell(void *data, int row, int col, struct grid_cell *ret)
{
    const struct progress *progress = data;
    const struct row *r = &progress->row[row];
    const struct indicator *indicator = &r->book->plan->indicator[r->indicator];
    const struct score *score = &r->book->scores[r->indicator];
    switch (col) {
    case COLUMN_CODE:
        text_digits(&ret->text, indicator->code, strlen(indicator->code), i18n_digits());
        return;
    case COLUMN_TEXT:
        str_add(&ret->text, indicator->text);
        return;
    case COLUMN_LEFT:
        ratio_write(&ret->text, r->left, 2, i18n_digits());
        return;
    case COLUMN_BAR:
        if (score->annual.set)
            add_bar(&ret->text, score->annual.r, ratio_of(100, 1), progress->ascii);
        return;
    case COLUMN_STATE:
        str_add(&ret->text, schedule_name(r->schedule));
        ret->style = r->schedule == SCHEDULE_BEHIND ? STYLE_ERROR : STYLE_GOOD;
        return;
    default:
        schedule_next_step(indicator, score, app_today(progress->app), &ret->text);
    }
}

static const struct grid_ops grid_ops = {.cell = cell};

static int by_left(const void *a, const void *b)
{
    const struct row *x = a, *y = b;
    int order = ratio_compare(y->left, x->left);
    return order ? order : (x->indicator > y->indicator) - (x->indicator < y->indicator);
}

static void list_rows(struct progress *progress)
{
    size_t most = 0;
    for (size_t b = 0; b < progress->shelf.count; b++)
        most += progress->shelf.book[b]->plan->count;
    progress->row = mem_resize(progress->row, most + 1, sizeof *progress->row);
    progress->rows = 0;
    for (size_t b = 0; b < progress->shelf.count; b++) {
        const struct book *book = progress->shelf.book[b];
        for (size_t i = 0; i < book->plan->count; i++) {
            struct mark left = schedule_to_win(&book->scores[i]);
            if (!left.set || ratio_compare(left.r, ratio_of(0, 1)) <= 0)
                continue;
            progress->row[progress->rows++] =
                (struct row){book, i, left.r,
                             schedule_of(&book->plan->indicator[i], &book->years[i], book->quarter,
                                         &book->scores[i], app_today(progress->app))};
        }
    }
    qsort(progress->row, progress->rows, sizeof *progress->row, by_left);
    grid_set_rows(progress->grid, (int)progress->rows);
}

// The marks up to each quarter, not only to the one in hand.
static enum status score_quarters(struct progress *progress, struct err *err)
{
    progress->marks =
        mem_resize(progress->marks, progress->shelf.count + 1, sizeof *progress->marks);
    for (size_t b = 0; b < progress->shelf.count; b++) {
        struct book *book = progress->shelf.book[b];
        int in_hand = book->quarter;
        for (int q = 1; q <= QUARTERS; q++) {
            enum status status = book_set_quarter(book, q, err);
            if (status)
                return status;
            progress->marks[b][q - 1] = q <= in_hand ? book->total.marks : (struct mark){0};
        }
        enum status status = book_set_quarter(book, in_hand, err);
        if (status)
            return status;
    }
    return STATUS_OK;
}

static enum status load(struct progress *progress, struct err *err)
{
    shelf_done(&progress->shelf);
    enum status status = shelf_open(progress->app, 0, NULL, 0, &progress->shelf, err);
    if (status == STATUS_OK)
        status = score_quarters(progress, err);
    if (status == STATUS_OK)
        list_rows(progress);
    return status;
}

static void set_columns(struct progress *progress, int width)
{
    static const struct grid_column fixed[COLUMNS] = {
        {N_("No."), NULL, 7, ALIGN_LEFT},     {N_("Indicator"), NULL, 0, ALIGN_LEFT},
        {N_("To win"), NULL, 7, ALIGN_RIGHT}, {N_("Done"), NULL, BAR_COLUMNS, ALIGN_LEFT},
        {N_("Pace"), NULL, 11, ALIGN_LEFT},   {N_("What would win more"), NULL, 0, ALIGN_LEFT},
    };
    int left = width - (COLUMNS - 1);
    for (int c = 0; c < COLUMNS; c++) {
        progress->column[c] = fixed[c];
        progress->column[c].heading = tr(fixed[c].heading);
        left -= fixed[c].columns;
    }
    int next = left * 3 / 5;
    progress->column[COLUMN_NEXT].columns = next;
    progress->column[COLUMN_TEXT].columns = left - next;
    grid_set_columns(progress->grid, progress->column, COLUMNS, 1);
}

static void draw_plan(const struct progress *progress, struct canvas *canvas, int row, size_t b)
{
    const struct book *book = progress->shelf.book[b];
    const int each = BAR_COLUMNS + 8;
    int title = canvas->cols - QUARTERS * each - 3;
    canvas_text(canvas, row, 1, title, STYLE_PLAIN, ALIGN_LEFT, book->plan->title,
                strlen(book->plan->title));
    for (int q = 0; q < QUARTERS; q++) {
        const struct mark *marks = &progress->marks[b][q];
        autostr text = STR_INIT;
        if (marks->set && book->total.full.set) {
            add_bar(&text, marks->r, ratio_of(book->total.full.value, NUMBER_ONE), canvas->ascii);
            str_add_char(&text, ' ');
            ratio_write(&text, marks->r, 2, i18n_digits());
        }
        canvas_text(canvas, row, title + 3 + q * each, each - 2, STYLE_PLAIN, ALIGN_LEFT, text.buf,
                    text.len);
    }
}

static void draw_plans(const struct progress *progress, struct canvas *canvas, int row)
{
    const int each = BAR_COLUMNS + 8;
    for (int q = 1; q <= QUARTERS; q++) {
        autostr name = STR_INIT;
        period_say_quarter(&name, q);
        canvas_text(canvas, row, canvas->cols - (QUARTERS - q + 1) * each, each - 2, STYLE_HEADING,
                    ALIGN_LEFT, name.buf, name.len);
    }
    for (size_t b = 0; b < progress->shelf.count; b++)
        draw_plan(progress, canvas, row + 1 + (int)b, b);
}

static void draw(void *state, struct canvas *canvas)
{
    struct progress *progress = state;
    progress->ascii = canvas->ascii;
    title_draw(canvas, progress->app, _("The year to date"), progress->shelf.fiscal_year,
               progress->shelf.quarter);
    int plans = (int)progress->shelf.count, room = canvas->rows / 2 - 3;
    plans = plans > room ? room : plans;
    draw_plans(progress, canvas, 1);
    set_columns(progress, canvas->cols);
    grid_draw(progress->grid, canvas, 3 + plans, 0, canvas->rows - 3 - plans, canvas->cols);
}

static void go(void *state, struct desk *desk, const struct key *key)
{
    struct progress *progress = state;
    struct err err = {0};
    const int row = grid_row(progress->grid);
    (void)key;
    if (row < 0)
        return;
    const struct row *r = &progress->row[row];
    if (return_push(desk, progress->app, r->book->plan->fiscal_year, r->book->plan->name,
                    r->book->quarter, r->book->plan->indicator[r->indicator].code, &err))
        desk_fail(desk, &err);
}

static const struct action actions[] = {
    {"Enter", NULL, N_("to the figure"), N_("go to the figure"), WHEN_AT_REST, go},
    {"F3 C-f", NULL, N_("find"), N_("find"), WHEN_AT_REST | MODE_FINDING, screen_find},
    {0}};

static void resume(void *state, struct desk *desk)
{
    struct err err = {0};
    if (load(state, &err))
        desk_fail(desk, &err);
}

static void free_progress(void **state)
{
    struct progress *progress = *state;
    grid_free(&progress->grid);
    shelf_done(&progress->shelf);
    free(progress->marks);
    free(progress->row);
    free(progress);
    *state = NULL;
}

static struct grid *grid_of(const void *state)
{
    return ((const struct progress *)state)->grid;
}

const struct screen_ops progress_ops = {
    .name = "progress",
    .actions = actions,
    .grid = grid_of,
    .about = N_("THE YEAR TO DATE\n"
                "\n"
                "Above: the marks of each plan, quarter by quarter. Below: the indicators, those "
                "with most marks still to be won first, what would win them, and how many days are "
                "left."),
    .draw = draw,
    .resume = resume,
    .free = free_progress,
};

void progress_push(struct desk *desk, struct app *app)
{
    struct progress *progress = mem_alloc(sizeof *progress);
    struct err err = {0};
    progress->app = app;
    progress->grid = grid_new(&grid_ops, progress, progress->column, 0, 0);
    set_columns(progress, 80);
    if (load(progress, &err)) {
        void *state = progress;
        free_progress(&state);
        desk_fail(desk, &err);
        return;
    }
    desk_push(desk, &progress_ops, progress);
}
