// SPDX-License-Identifier: GPL-3.0-or-later
// The proofs of an indicator in a quarter: what its plan asks for, with ✓ or ✗, and their files.
#include "evidence.h"

#include "orjon/base/refusal.h"
#include "orjon/base/text.h"

#include <string.h>

enum { COLUMN_THERE, COLUMN_NAME, COLUMN_FILE, COLUMN_STATE, PANE = 3 };

const struct evidence_row *evidence_marked(const struct evidence_screen *screen)
{
    const int row = grid_row(screen->grid);
    return row < 0 || (size_t)row >= screen->evidence.count ? NULL : &screen->evidence.row[row];
}

const struct indicator *evidence_indicator(const struct evidence_screen *screen)
{
    return plan_find(screen->book->plan, screen->code.buf);
}

void evidence_show(struct evidence_screen *screen, struct desk *desk, bool whole)
{
    struct err err = {0};
    evidence_done(&screen->evidence); // it borrows from the book
    const enum status status = book_reload(screen->book, &err);
    const struct indicator *indicator = evidence_indicator(screen);
    if (status && desk)
        desk_fail(desk, &err);
    if (status == STATUS_OK && indicator)
        app_list_proofs(screen->book, indicator, screen->quarter, whole, &screen->evidence);
    grid_set_rows(screen->grid, (int)screen->evidence.count);
}

// --- the picture --------------------------------------------------------------------------------

static void say_there(const struct evidence_row *row, struct grid_cell *ret)
{
    str_add(&ret->text, evidence_mark(row->there));
    ret->style = row->there == EVIDENCE_THERE       ? STYLE_GOOD
                 : row->there == EVIDENCE_NOT_THERE ? STYLE_ERROR
                                                    : STYLE_PLAIN;
}

static void say_file(const struct evidence_screen *screen, const struct evidence_row *row,
                     struct str *ret)
{
    if (!row->proof)
        return;
    if (strcmp(row->name, row->proof->text[PROOF_FILE]) == 0 && *row->name)
        return; // its name says it
    if (*row->proof->text[PROOF_FILE])
        str_add(ret, row->proof->text[PROOF_FILE]);
    else if (*row->proof->text[PROOF_MEETING] && *row->name)
        app_say_field(screen->book->app, row->proof, PROOF_MEETING, ret, NULL);
    else if (row->there == EVIDENCE_THERE)
        str_add(ret, _("on paper"));
}

static void say_state(const struct evidence_row *row, struct grid_cell *ret)
{
    const bool wrong = row->file > EVIDENCE_SOUND;
    if (!row->proof)
        str_add(&ret->text, row->number ? _("is asked for") : "");
    else
        str_add(&ret->text, evidence_file_label(row->file));
    ret->style = wrong ? STYLE_ERROR : row->proof ? STYLE_PLAIN : STYLE_WARNING;
}

static void cell(void *data, int row, int col, struct grid_cell *ret)
{
    const struct evidence_screen *screen = data;
    const struct evidence_row *line = &screen->evidence.row[row];
    switch (col + (col >= COLUMN_FILE && !screen->has_files)) {
    case COLUMN_THERE:
        say_there(line, ret);
        return;
    case COLUMN_NAME:
        if (*line->name || !line->proof)
            str_add(&ret->text, line->name);
        else
            app_say_field(screen->book->app, line->proof, PROOF_MEETING, &ret->text, NULL);
        return;
    case COLUMN_FILE:
        say_file(screen, line, &ret->text);
        return;
    default:
        say_state(line, ret);
    }
}

static const struct grid_ops grid_ops = {.cell = cell};

static bool has_files(const struct evidence_screen *screen)
{
    autostr text = STR_INIT;
    for (size_t i = 0; i < screen->evidence.count && !text.len; i++)
        say_file(screen, &screen->evidence.row[i], &text);
    return text.len;
}

// Where nothing stands under files, names have their column.
static void set_columns(struct evidence_screen *screen, int width)
{
    screen->has_files = has_files(screen);
    const int mark = 3, state = 14, left = width - mark - state - (screen->has_files ? 3 : 2);
    const int name = screen->has_files ? left / 2 : left;
    int columns = COLUMN_FILE;
    screen->column[COLUMN_THERE] =
        (struct grid_column){.heading = "", .columns = mark, .align = ALIGN_CENTRE};
    screen->column[COLUMN_NAME] = (struct grid_column){.heading = _("Evidence"), .columns = name};
    if (screen->has_files)
        screen->column[columns++] =
            (struct grid_column){.heading = _("File"), .columns = left - name};
    screen->column[columns++] = (struct grid_column){.heading = _("State"), .columns = state};
    grid_set_columns(screen->grid, screen->column, columns, 0);
}

static void draw(void *state, struct canvas *canvas)
{
    struct evidence_screen *screen = state;
    const struct indicator *indicator = evidence_indicator(screen);
    autostr head = STR_INIT;
    title_draw_plan(canvas, screen->book, _("Evidence"), screen->quarter,
                    title_stage_of(screen->book, screen->quarter));
    text_digits(&head, screen->code.buf, screen->code.len, i18n_digits());
    str_addf(&head, "  %s", indicator ? indicator->text : _("no longer in the plan"));
    canvas_wrapped(canvas, 1, 1, PANE - 1, canvas->cols - 2, STYLE_HEADING, head.buf, head.len);
    set_columns(screen, canvas->cols);
    grid_draw(screen->grid, canvas, PANE, 0, canvas->rows - PANE, canvas->cols);
    if (!screen->evidence.count) {
        const char *text = _("The plan asks for none here; F6 adds one all the same");
        canvas_wrapped(canvas, PANE + 3, 1, 2, canvas->cols - 2, STYLE_DIM, text, strlen(text));
    }
}

// --- the screen ---------------------------------------------------------------------------------

static struct grid *grid_of(const void *state)
{
    return ((const struct evidence_screen *)state)->grid;
}

static enum screen_mode mode(const void *state)
{
    const struct evidence_screen *screen = state;
    const struct book *book = screen->book;
    const enum screen_mode mode = grid_mode(screen->grid);
    return mode != MODE_LOOKING                                     ? mode
           : app_is_read_only(book->app)                            ? MODE_READ_ONLY
           : app_may_change(book->app, book, screen->quarter, NULL) ? MODE_CLOSED
                                                                    : MODE_LOOKING;
}

static void refuse(void *state, struct desk *desk)
{
    const struct evidence_screen *screen = state;
    struct err err = {0};
    if (app_may_change(screen->book->app, screen->book, screen->quarter, &err))
        say_locked(desk, screen->book, screen->quarter, _("F9 in the return"), &err);
}

static void resume(void *state, struct desk *desk)
{
    evidence_show(state, desk, false);
}

static void seen(const void *state, struct str *ret)
{
    const struct evidence_row *row = evidence_marked(state);
    if (row)
        str_addf(ret, "%s\n%d\n%s", row->name, row->there,
                 row->proof ? row->proof->text[PROOF_HASH] : "");
}

static bool look(void *state, struct desk *desk, const struct key *key)
{
    const struct evidence_screen *screen = state;
    return look_again(state, desk, key, screen->grid, screen->book->app, resume, seen);
}

// A file that is dropped on the window, or its path pasted, comes in at once.
static bool take_key(void *state, struct desk *desk, const struct key *key)
{
    struct evidence_screen *screen = state;
    const enum screen_mode now = mode(screen);
    if (key->code != K_PASTE || now == MODE_FINDING)
        return grid_key(screen->grid, desk, key);
    if (now != MODE_LOOKING)
        refuse(screen, desk);
    else
        evidence_add_files(screen, desk, key->paste, key->paste_len);
    return true;
}

static void free_screen(void **state)
{
    struct evidence_screen *screen = *state;
    grid_free(&screen->grid);
    evidence_done(&screen->evidence);
    str_done(&screen->code);
    str_done(&screen->talk);
    free(screen);
    *state = NULL;
}

const struct screen_ops evidence_ops = {
    .name = "evidence",
    .actions = evidence_actions,
    .grid = grid_of,
    .about =
        N_("EVIDENCE\n"
           "\n"
           "What the plan asks for as proof of the figure, with ✓ where it is there. A file is "
           "copied beside the office file, so that nobody can change or lose it unseen; the "
           "one that you named stays where it is. A file dropped on the window comes in for "
           "the marked line."),
    .mode = mode,
    .look = look,
    .refuse = refuse,
    .draw = draw,
    .key = take_key,
    .resume = resume,
    .free = free_screen,
};

void evidence_push(struct desk *desk, struct book *book, const char *code, int quarter)
{
    struct evidence_screen *screen = mem_alloc(sizeof *screen);
    screen->book = book;
    screen->quarter = quarter;
    screen->code = screen->talk = (struct str)STR_INIT;
    str_add(&screen->code, code);
    screen->grid = grid_new(&grid_ops, screen, screen->column, 0, 0);
    set_columns(screen, 80);
    evidence_show(screen, desk, false);
    grid_select(screen->grid, 0, COLUMN_NAME);
    desk_push(desk, &evidence_ops, screen);
}
