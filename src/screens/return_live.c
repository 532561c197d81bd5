// SPDX-License-Identifier: GPL-3.0-or-later
// What a figure would earn, while it is typed; and the line above the form that tells the plan's
// marks.
#include "return.h"

#include "orjon/base/text.h"

#include <string.h>

void return_update_live(struct return_screen *screen)
{
    const struct book *book = screen->book;
    size_t i = 0;
    const char *typed = grid_typed(screen->grid);
    const struct indicator *indicator = return_indicator(screen, &i);
    int quarter = return_quarter_at(screen, grid_col(screen->grid));
    struct entry entry;
    screen->live.set = false;
    if (!grid_editing(screen->grid) || !indicator || !quarter ||
        entry_read(indicator, typed, strlen(typed), ENTRY_TYPED, &entry, NULL))
        return;
    autofree struct year *years = mem_alloc(book->plan->count * sizeof *years);
    autofree struct score *scores = mem_alloc(book->plan->count * sizeof *scores);
    memcpy(years, book->years, book->plan->count * sizeof *years);
    years[i].quarter[quarter - 1] = entry;
    screen->live.set = score_plan(book->plan, years, book->quarter, scores, &screen->live.total,
                                  NULL) == STATUS_OK;
    screen->live.score = scores[i];
}

static const char *filter_name(enum return_filter filter)
{
    switch (filter) {
    case FILTER_EMPTY:
        return _("not filled in");
    case FILTER_BEHIND:
        return _("behind schedule");
    case FILTER_FINDINGS:
        return _("with findings");
    default:
        return "";
    }
}

// Two blanks before each figure: then a figure that changes is sent alone.
void return_draw_heading(const struct return_screen *screen, struct canvas *canvas)
{
    const struct book *book = screen->book;
    const struct plan_score *total = screen->live.set ? &screen->live.total : &book->total;
    autostr text = STR_INIT;
    title_draw(canvas, screen->app, book->plan->title, book->plan->fiscal_year, book->quarter);
    str_addf(&text, "%s:  %s/%s   %s:  ", _("filled in"), SAY(total->filled), SAY(total->expected),
             _("marks"));
    say_mark(&text, &total->marks, 2);
    str_add(&text, "  / ");
    say_marks(&text, total->full);
    str_addf(&text, "   %s:  ", _("share of the agreement"));
    say_mark(&text, &total->apa, 2);
    str_add(&text, "  / ");
    say_marks(&text, book->plan->apa_marks);
    if (screen->filter)
        str_addf(&text, "   [%s]", filter_name(screen->filter));
    canvas_text(canvas, 1, 1, canvas->cols - 2, STYLE_DIM, ALIGN_LEFT, text.buf, text.len);
}
