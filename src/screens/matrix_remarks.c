// SPDX-License-Identifier: GPL-3.0-or-later
// Remarks in the matrix: written, changed, and asked about where a ✗ becomes ✓.
#include "matrix.h"

#include "orjon/base/refusal.h"

#include <string.h>

// The remark that was seen gives way, no other.
static enum status take_remark(void *data, const char *text, struct err *err)
{
    struct matrix_screen *screen = data;
    size_t row = 0, head = 0;
    const struct app_review_of where = matrix_of(screen);
    enum status status = STATUS_OK;
    if (!matrix_find(screen, screen->asked_office, screen->asked_code.buf, &row, &head))
        return refuse_changed(_("The file"), NULL, err);
    if (app_changed_elsewhere(screen->app))
        status = app_compliance_reread(screen->c, row, err);
    const struct store_mark *mark = matrix_cell(screen, row, head)->mark;
    if (!status && strcmp(screen->asked.buf, mark ? mark->remark : "") != 0)
        return refuse_changed(_("Remark"), mark ? mark->remark : "", err);
    const struct app_mark_at at = {screen->asked_office,
                                   {.code = screen->asked_code.buf, .remark = text}};
    return status ? status : app_put_marks_at(screen->app, &where, &at, 1, NULL, err);
}

static void remarked(void *data, struct desk *desk, const char *text)
{
    struct matrix_screen *screen = data;
    size_t row = 0, head = 0;
    autostr say = STR_INIT;
    if (!matrix_find(screen, screen->asked_office, screen->asked_code.buf, &row, &head))
        return;
    const struct matrix_stretch one = {row, row, head, head};
    if (!matrix_reread(screen, desk, &one, &row, &head))
        return;
    matrix_say_cell(screen, row, head, &say);
    if (strcmp(screen->asked.buf, text) == 0)
        str_addf(&say, ". %s", _("Nothing changed: it stood there already"));
    else if (screen->asked.len)
        str_addf(&say, ": “%s” → “%s”", screen->asked.buf, text);
    else
        str_addf(&say, ": %s", text);
    desk_say(desk, MESSAGE_GOOD, "%s", say.buf);
}

static void ask_about(struct matrix_screen *screen, size_t row, size_t head)
{
    const struct store_mark *mark = matrix_cell(screen, row, head)->mark;
    screen->asked_office = matrix_office(screen, row);
    str_reset(&screen->asked_code);
    str_add(&screen->asked_code, screen->c->head[head].code);
    str_reset(&screen->asked);
    str_add(&screen->asked, mark ? mark->remark : "");
}

void matrix_remark(void *state, struct desk *desk, const struct key *key)
{
    struct matrix_screen *screen = state;
    size_t row = 0, head = 0;
    autostr label = STR_INIT, about = STR_INIT;
    (void)key;
    if (!matrix_marked(screen, &row, &head))
        return;
    ask_about(screen, row, head);
    matrix_say_cell(screen, row, head, &label);
    str_addf(&about, "%d %d %s", screen->fiscal_year, screen->quarter, screen->plan);
    const struct dialog_prompt prompt = {.title = label.buf,
                                         .label = _("Remark"),
                                         .hint = _("It stands beside the mark, whatever that is"),
                                         .preset = screen->asked.buf,
                                         .about = about.buf,
                                         .accept = take_remark,
                                         .done = remarked,
                                         .data = screen};
    dialog_prompt(desk, &prompt);
}

// --- a ✗ that became ✓ --------------------------------------------------------------------------

static void take_stale(void *data, struct desk *desk, int choice)
{
    struct err err = {0};
    if (choice != STALE_TAKE_AWAY)
        return;
    if (take_remark(data, "", &err))
        desk_fail(desk, &err);
    else
        remarked(data, desk, "");
}

void matrix_ask_stale(struct matrix_screen *screen, struct desk *desk, size_t row, size_t head)
{
    const struct store_mark *mark = matrix_cell(screen, row, head)->mark;
    autostr label = STR_INIT;
    if (!mark || mark->mark != TICK_YES || !*mark->remark)
        return;
    ask_about(screen, row, head);
    matrix_say_cell(screen, row, head, &label);
    stale_ask(desk, label.buf, mark->remark, take_stale, screen);
}
