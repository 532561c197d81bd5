// SPDX-License-Identifier: GPL-3.0-or-later
// The picture of the year's change.
#include "year.h"

void year_set_columns(struct year_screen *screen, int width)
{
    static const struct grid_column fixed[YEAR_COLUMNS] = {
        {N_("No."), NULL, 7, ALIGN_LEFT},           {N_("Indicator"), NULL, 0, ALIGN_LEFT},
        {N_("Last target"), NULL, 12, ALIGN_RIGHT}, {N_("Came to"), NULL, 10, ALIGN_RIGHT},
        {N_("Target"), NULL, 12, ALIGN_RIGHT},      {N_("Note"), NULL, 0, ALIGN_LEFT},
    };
    enum { NARROW = 30, NAMES = 20, NOTE = 13, BESIDE = 2 };
    int left = width - (YEAR_COLUMNS - 1);
    screen->width = width;
    for (int c = 0; c < YEAR_COLUMNS; c++) {
        screen->column[c] = fixed[c];
        screen->column[c].heading = tr(fixed[c].heading);
        left -= fixed[c].columns;
    }
    const int note = left / 3 < NOTE ? NOTE : left / 3;
    screen->column[YEAR_NOTE].columns = note;
    screen->column[YEAR_TEXT].columns = left - note;
    const bool narrow = left < NARROW;
    if (narrow) { // the others come into view as the cursor goes there, two beside the name
        const int figures = fixed[YEAR_RESULT].columns + fixed[YEAR_TARGET].columns + BESIDE;
        const int name = width - fixed[YEAR_CODE].columns - figures - 1;
        screen->column[YEAR_NOTE].columns = NAMES;
        screen->column[YEAR_TEXT].columns = name > NAMES ? name : NAMES;
    }
    grid_set_columns(screen->grid, screen->column, YEAR_COLUMNS, narrow ? YEAR_LAST_TARGET : 1);
}

// Of the marked row, where the plan's own line is out of view.
static void say_plan(const struct year_screen *screen, struct str *ret)
{
    int head = grid_row(screen->grid);
    while (head > 0 && !screen->row[head].head)
        head--;
    if (head >= 0 && head < grid_top(screen->grid))
        str_addf(ret, "%s · ", screen->row[head].short_name);
}

void year_draw(void *state, struct canvas *canvas)
{
    struct year_screen *screen = state;
    autostr line = STR_INIT, from = STR_INIT, to = STR_INIT;
    year_set_columns(screen, canvas->cols);
    grid_draw(screen->grid, canvas, 2, 0, canvas->rows - 2, canvas->cols);
    say_plan(screen, &line);
    period_write_year(&from, screen->year - 1, i18n_digits());
    period_write_year(&to, screen->year, i18n_digits());
    if (screen->done)
        str_addf(&line, _("The targets of %s beside those of %s"), to.buf, from.buf);
    else
        str_addf(&line, _("From %s into %s: plans %s; not yet done"), from.buf, to.buf,
                 SAY(screen->change.made));
    title_draw(canvas, screen->app, _("The year's change"), screen->year, 0);
    canvas_text(canvas, 1, 1, canvas->cols - 2, STYLE_HEADING, ALIGN_LEFT, line.buf, line.len);
}
