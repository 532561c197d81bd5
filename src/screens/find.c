// SPDX-License-Identifier: GPL-3.0-or-later
// Finding a text in all plans, years and records: asks for it, lists where it stands, opens one.
#include "orjon/app/find.h"

#include "orjon/base/text.h"
#include "record_screens.h"

#include <stdlib.h>
#include <string.h>

enum { PLACES_MAX = 500 }; // more of them nobody looks through

struct place {
    int fiscal_year, quarter;
    const char *plan, *code; // plan NULL: a record
    enum record_kind kind;
    int64_t record;
    const char *line; // as it is listed
};

struct places {
    struct app *app;
    struct place place[PLACES_MAX];
    int count;
    struct arena texts;
};

static const char *keep(struct places *places, const char *text)
{
    return arena_text(&places->texts, text, strlen(text));
}

// «২০২৩-২০২৪ · ই-গভর্ন্যান্স · ৫.১.১ · মন্তব্য: …»
static void add_line(struct str *ret, const struct app_found *found)
{
    if (found->fiscal_year) {
        period_write_year(ret, found->fiscal_year, i18n_digits());
        str_add(ret, " · ");
    }
    if (found->plan) {
        str_addf(ret, "%s · ", found->plan->short_name);
        text_digits(ret, found->code, strlen(found->code), i18n_digits());
        str_add(ret, " · ");
    }
    if (found->quarter) {
        period_say_quarter_short(ret, found->quarter);
        str_add(ret, " · ");
    }
    str_addf(ret, "%s: ", found->where);
    str_add_n(ret, found->text, strcspn(found->text, "\n"));
}

static enum status take(void *data, const struct app_found *found)
{
    struct places *places = data;
    autostr line = STR_INIT;
    if (places->count == PLACES_MAX)
        return STATUS_OK;
    add_line(&line, found);
    places->place[places->count++] =
        (struct place){.fiscal_year = found->fiscal_year,
                       .quarter = found->quarter,
                       .plan = found->plan ? keep(places, found->plan->name) : NULL,
                       .code = keep(places, found->code),
                       .kind = found->kind,
                       .record = found->record,
                       .line = keep(places, line.buf)};
    return STATUS_OK;
}

static void let_go(void *data)
{
    struct places *places = data;
    arena_done(&places->texts);
    free(places);
}

static void item(void *data, int i, struct str *ret)
{
    str_add(ret, ((const struct places *)data)->place[i].line);
}

static void open_place(void *data, struct desk *desk, int choice)
{
    const struct places *places = data;
    struct err err = {0};
    if (choice == DIALOG_CANCELLED)
        return;
    const struct place *place = &places->place[choice];
    if (!place->plan)
        record_form_push(desk, places->app, place->kind, place->record);
    else if (return_push(desk, places->app, place->fiscal_year, place->plan, place->quarter,
                         place->code, &err))
        desk_fail(desk, &err);
}

static void list(void *data, struct desk *desk, const char *text)
{
    struct places *places = mem_alloc(sizeof *places);
    struct err err = {0};
    autostr title = STR_INIT;
    places->app = data;
    const enum status status = app_find(data, text, take, places, NULL, &err);
    if (!status && places->count) {
        str_addf(&title, _("Find: %s"), text);
        dialog_pick_own(desk, title.buf, places->count, item, open_place, places, let_go);
        return;
    }
    let_go(places);
    if (status)
        desk_fail(desk, &err);
    else
        desk_say(desk, MESSAGE_WARNING, _("Not found: %s"), text);
}

static enum status accept(void *data, const char *text, struct err *err)
{
    (void)data;
    return *text ? STATUS_OK : err_set(err, STATUS_INVALID, "%s", _("Nothing was typed"));
}

void find_ask(struct desk *desk, struct app *app)
{
    const struct dialog_prompt prompt = {
        .title = _("Find in all years"),
        .label = _("Text"),
        .hint = _("Indicators, remarks, evidence, meetings, decisions and memos of every year"),
        .preset = "",
        .accept = accept,
        .done = list,
        .data = app,
    };
    dialog_prompt(desk, &prompt);
}
