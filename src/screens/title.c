// SPDX-License-Identifier: GPL-3.0-or-later
// The top line of a screen: what it is, whose, where in the year, and what stage a return is at.
// What there is no room for goes before anything is cut.
#include "private.h"

#include "orjon/base/text.h"

#include <string.h>

enum { GAP = 2 }; // blanks that keep fields apart

struct title {
    struct canvas *canvas;
    int end; // the column behind what is free
};

static void put_right(struct title *title, enum style style, const struct str *text)
{
    const int columns = text_columns(text->buf, text->len);
    if (!columns)
        return;
    canvas_text(title->canvas, 0, title->end - columns, columns, style, ALIGN_RIGHT, text->buf,
                text->len);
    title->end -= columns + GAP;
}

static struct title begin(struct canvas *canvas)
{
    canvas_fill(canvas, 0, 0, 1, canvas->cols, STYLE_TITLE);
    return (struct title){canvas, canvas->cols};
}

// «নমুনা  ২০২৩-২০২৪  ১ম ত্রৈমাসিক»
static void put_when(struct title *title, const struct app *app, int fiscal_year, int quarter)
{
    autostr text = STR_INIT;
    if (app_office(app)->sample)
        str_addf(&text, "%s  ", _("SAMPLE"));
    if (app_is_read_only(app))
        str_addf(&text, "%s  ", _("READ ONLY"));
    period_write_year(&text, fiscal_year, i18n_digits());
    if (quarter) {
        str_add(&text, "  ");
        period_say_quarter(&text, quarter);
    }
    if (title->end == title->canvas->cols)
        str_add_char(&text, ' ');
    put_right(title, STYLE_TITLE, &text);
}

static void put_stage(struct title *title, enum title_stage stage)
{
    static const struct {
        enum style style;
        const char *name;
    } stages[] = {
        [TITLE_NO_STAGE] = {STYLE_TITLE, ""},
        [TITLE_DRAFT] = {STYLE_TITLE, N_("DRAFT")},
        [TITLE_FINAL] = {STYLE_GOOD, N_("FINALISED")},
        [TITLE_RETURNED] = {STYLE_ERROR, N_("RETURNED")},
    };
    autostr text = STR_INIT;
    if (stage != TITLE_NO_STAGE)
        str_addf(&text, " %s ", tr(stages[stage].name));
    put_right(title, stages[stage].style, &text);
}

static bool fits(const struct title *title, const struct str *text)
{
    return text_columns(text->buf, text->len) <= title->end;
}

// The first of two names that there is room for with the office's, else without it.
static void put_left(const struct title *title, const char *office, const char *what,
                     const char *const names[2])
{
    autostr text = STR_INIT;
    for (int i = 0; i < 4 && (i == 0 || !fits(title, &text)); i++) {
        const char *name = names[i % 2];
        const bool told = i < 2 && *office && strcmp(office, name) != 0;
        str_reset(&text);
        str_addf(&text, " %s%s%s%s%s", what, *what ? ": " : "", name, told ? "  " : "",
                 told ? office : "");
    }
    canvas_text(title->canvas, 0, 0, title->end, STYLE_TITLE, ALIGN_LEFT, text.buf, text.len);
}

void title_draw(struct canvas *canvas, const struct app *app, const char *name, int fiscal_year,
                int quarter)
{
    struct title title = begin(canvas);
    put_when(&title, app, fiscal_year, quarter);
    put_left(&title, app_office(app)->field[OFFICE_NAME], "", (const char *const[]){name, name});
}

void title_draw_below(struct canvas *canvas, const struct app *app, const char *what,
                      const char *const names[2], int fiscal_year, int quarter)
{
    struct title title = begin(canvas);
    put_when(&title, app, fiscal_year, quarter);
    put_left(&title, "", what, names);
}

enum title_stage title_stage_of(const struct book *book, int quarter)
{
    return !quarter                             ? TITLE_NO_STAGE
           : book->sealed & 1U << (quarter - 1) ? TITLE_FINAL
                                                : TITLE_DRAFT;
}

void title_draw_plan(struct canvas *canvas, const struct book *book, const char *what, int quarter,
                     enum title_stage stage)
{
    const struct plan *plan = book->plan;
    struct title title = begin(canvas);
    put_stage(&title, stage);
    put_when(&title, book->app, plan->fiscal_year, quarter);
    autostr sender = STR_INIT;
    if (book->sender)
        str_addf(&sender, _("%s (on paper)"), book->sender_name);
    put_left(&title, book->sender ? "" : app_office(book->app)->field[OFFICE_NAME],
             book->sender && !*what ? sender.buf : what,
             (const char *const[]){plan->title, plan->short_name});
}
