// SPDX-License-Identifier: GPL-3.0-or-later
// The last change of a plan taken back, of one plan or of any, and what it is called.
#include "plan.h"

#include "orjon/base/text.h"

#include <string.h>

// What was changed last, kept until the undo is over: only then can its plan be read.
struct telling {
    struct arena texts;
    int fiscal_year;
    const char *plan, *indicator, *name, *from, *to; // name NULL: nothing was told
};

static void tell(void *data, const struct undone *undone)
{
    struct telling *telling = data;
    const struct {
        const char **to, *from;
    } texts[] = {{&telling->plan, undone->plan},
                 {&telling->indicator, undone->indicator},
                 {&telling->name, undone->name},
                 {&telling->from, undone->from},
                 {&telling->to, undone->to}};
    telling->fiscal_year = undone->fiscal_year;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        *texts[i].to = arena_text(&telling->texts, texts[i].from, strlen(texts[i].from));
}

// The place as the journal has it: «3», or nothing where it has none.
void plan_say_moved(struct desk *desk, const char *what, const char *to)
{
    autostr place = STR_INIT, shown = STR_INIT;
    text_digits(&place, to, strlen(to), i18n_digits());
    text_digits(&shown, what, strlen(what), i18n_digits());
    if (place.len)
        desk_say(desk, MESSAGE_GOOD, _("%s stands in place %s now"), shown.buf, place.buf);
    else
        desk_say(desk, MESSAGE_GOOD, _("%s is no longer in the plan"), shown.buf);
}

static void say_told(struct desk *desk, const struct telling *told, const struct scale *scale,
                     struct str *what)
{
    str_add(what, told->indicator);
    if (strcmp(told->name, "order") == 0) {
        plan_say_moved(desk, what->buf, told->to);
        return;
    }
    str_add_char(what, ' ');
    plan_say_column(scale, told->name, what);
    say_replaced(desk, what->buf, told->from, told->to);
}

// It may be one of any plan and year, whose grades are called by its own scale.
static void say_of_any(struct desk *desk, struct app *app, const struct telling *told)
{
    struct book *book = NULL;
    autostr what = STR_INIT;
    const enum status status = book_open(app, told->fiscal_year, told->plan, 0, &book, NULL);
    period_write_year(&what, told->fiscal_year, i18n_digits());
    str_addf(&what, " %s ", status ? told->plan : book->plan->short_name);
    say_told(desk, told, status ? &scale_usual : &book->plan->scale, &what);
    book_free(&book);
}

void plan_undo(struct desk *desk, struct app *app, struct book *book, bool redo)
{
    const struct app_undo what = {.what = APP_UNDO_TARGETS, .book = book};
    struct telling told = {0};
    struct err err = {0};
    autostr place = STR_INIT;
    if ((redo ? app_redo : app_undo)(app, &what, tell, &told, &err))
        desk_fail(desk, &err);
    else if (told.name && book)
        say_told(desk, &told, &book->plan->scale, &place);
    else if (told.name)
        say_of_any(desk, app, &told);
    arena_done(&told.texts);
}
