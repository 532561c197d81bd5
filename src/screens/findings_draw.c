// SPDX-License-Identifier: GPL-3.0-or-later
// The picture of the check: a line for each finding, the marked one in full.
#include "findings.h"

#include "orjon/base/clock.h"
#include "orjon/base/text.h"
#include "orjon/domain/date.h"

#include <string.h>

enum { PANE = 7, PANE_SMALL = 5, NARROW = 76, CODE = 8, SHORT_CODE = 7 };

// --- columns ------------------------------------------------------------------------------------

static void put_column(struct findings_screen *screen, int *count, enum findings_field field,
                       const struct grid_column *column)
{
    screen->field[*count] = field;
    screen->column[(*count)++] = *column;
}

// All of them: names take the place of the words beside the sign, which the pane has.
void findings_set_columns(struct findings_screen *screen, int width)
{
    const int code = width < NARROW ? SHORT_CODE : CODE;
    int count = 0;
    screen->signs = !screen->book && width < NARROW;
    put_column(screen, &count, FINDINGS_STATE,
               &(struct grid_column){.heading = "", .columns = screen->signs ? 1 : 12});
    if (!screen->book)
        put_column(screen, &count, FINDINGS_PLAN,
                   &(struct grid_column){.heading = _("Plan"),
                                         .columns = plan_names_columns(&screen->shelf, width)});
    put_column(screen, &count, FINDINGS_CODE,
               &(struct grid_column){.heading = _("No."), .columns = code});
    put_column(screen, &count, FINDINGS_QUARTER,
               &(struct grid_column){.heading = _("quarter"), .columns = 9, .align = ALIGN_CENTRE});
    int left = width;
    for (int i = 0; i < count; i++)
        left -= screen->column[i].columns + 1;
    put_column(screen, &count, FINDINGS_MESSAGE,
               &(struct grid_column){.heading = _("what was found"), .columns = left});
    grid_set_columns(screen->grid, screen->column, count, 0);
}

// --- cells --------------------------------------------------------------------------------------

static const char *state_name(const struct finding *finding)
{
    return finding->severity == SEVERITY_ERROR ? _("! error")
           : finding->answer                   ? _("✓ answered")
                                               : _("? query");
}

static enum style state_style(const struct finding *finding)
{
    return finding->severity == SEVERITY_ERROR ? STYLE_ERROR
           : finding->answer                   ? STYLE_GOOD
                                               : STYLE_WARNING;
}

static const char *plan_name(const struct checked_row *row)
{
    return row->book                ? row->book->plan->short_name
           : row->of == RECORD_MEMO ? _("Memo register")
                                    : _("Offices");
}

static void cell(void *data, int at, int col, struct grid_cell *ret)
{
    const struct findings_screen *screen = data;
    const struct checked_row *row = &screen->checked.row[at];
    const struct finding *finding = row->finding;
    const char *state = state_name(finding);
    switch (screen->field[col]) {
    case FINDINGS_STATE:
        str_add_n(&ret->text, state, screen->signs ? strcspn(state, " ") : strlen(state));
        ret->style = state_style(finding);
        return;
    case FINDINGS_PLAN:
        str_add(&ret->text, plan_name(row));
        return;
    case FINDINGS_CODE:
        text_digits(&ret->text, finding->indicator, strlen(finding->indicator), i18n_digits());
        return;
    case FINDINGS_QUARTER:
        if (finding->quarter)
            period_say_quarter_short(&ret->text, finding->quarter);
        return;
    default:
        str_add(&ret->text, finding->message);
    }
}

const struct grid_ops findings_grid_ops = {.cell = cell};

// --- the screen ---------------------------------------------------------------------------------

static void draw_counts(const struct findings_screen *screen, struct canvas *canvas)
{
    const struct checked *c = &screen->checked;
    autostr text = STR_INIT;
    str_addf(&text, _("errors: %s, queries: %s, answered: %s"), SAY(c->errors),
             SAY(c->count - c->errors - c->answered), SAY(c->answered));
    canvas_text(canvas, 1, 1, canvas->cols - 2, STYLE_HEADING, ALIGN_LEFT, text.buf, text.len);
}

// As offices write it.
static void add_day(struct str *ret, const char *at)
{
    int32_t day = 0;
    if (clock_read_day(at, &day))
        date_write(ret, day, i18n_digits());
}

// «১.১.১  অভিযোগ নিষ্পত্তি», with the plan before it where there are several.
static void add_head(const struct findings_screen *screen, const struct checked_row *row,
                     struct str *ret)
{
    const struct finding *finding = row->finding;
    const struct indicator *indicator =
        row->book ? plan_find(row->book->plan, finding->indicator) : NULL;
    if (!screen->book)
        str_addf(ret, "%s  ", plan_name(row));
    if (indicator)
        text_digits(ret, finding->indicator, strlen(finding->indicator), i18n_digits());
    if (indicator)
        str_addf(ret, "  %s", indicator->text);
    else if (screen->book)
        str_add(ret, screen->book->plan->title);
}

// The finding in full, and its answer with who gave it.
static void draw_pane(const struct findings_screen *screen, struct canvas *canvas, int row)
{
    const struct checked_row *marked = findings_in_hand(screen);
    const int columns = canvas->cols - 2;
    autostr head = STR_INIT, answer = STR_INIT;
    canvas_rule(canvas, row++, 0, canvas->cols, RULE_HORIZONTAL);
    if (!marked)
        return;
    const struct finding *finding = marked->finding;
    add_head(screen, marked, &head);
    // In a small pane the answer has the second line of the name.
    const int most = canvas->rows - row < PANE - 1 && finding->answer ? 1 : 2;
    row += canvas_wrapped(canvas, row, 1, most, columns, STYLE_HEADING, head.buf, head.len);
    row += canvas_wrapped(canvas, row, 1, 2, columns, STYLE_PLAIN, finding->message,
                          strlen(finding->message));
    if (!finding->answer)
        return;
    str_addf(&answer, "%s: %s  (%s, ", _("Answer"), finding->answer, finding->answered_by);
    add_day(&answer, finding->answered_at);
    str_add_char(&answer, ')');
    canvas_wrapped(canvas, row, 1, canvas->rows - row, columns, STYLE_GOOD, answer.buf, answer.len);
}

void findings_draw(void *state, struct canvas *canvas)
{
    struct findings_screen *screen = state;
    const struct book *book = screen->book;
    const int quarter = screen->shelf.quarter;
    const int pane = canvas->rows < 18 ? PANE_SMALL : PANE;
    if (book)
        title_draw_plan(canvas, book, _("Check"), quarter, title_stage_of(book, quarter));
    else
        title_draw(canvas, screen->app, _("The check of all plans"), screen->shelf.fiscal_year,
                   quarter);
    findings_set_columns(screen, canvas->cols);
    draw_counts(screen, canvas);
    draw_pane(screen, canvas, canvas->rows - pane);
    canvas_follow(canvas, screen, canvas->rows - pane, pane);
    grid_draw(screen->grid, canvas, 2, 0, canvas->rows - pane - 2, canvas->cols);
}
