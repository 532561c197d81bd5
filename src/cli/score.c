// SPDX-License-Identifier: GPL-3.0-or-later
// orjon score: percents and marks.
#include "command.h"
#include "figures.h"

#include "orjon/app/print.h"
#include "orjon/base/tsv.h"

#include <string.h>

enum { CELLS_MAX = 16 };

// A row of named cells, for tsv and json alike.
struct cells {
    const char *const *name;
    const char *textual; // 't' for a text, 'v' for a text or NA, 'n' for a number or NA
    size_t count;
    struct str cell[CELLS_MAX];
};

static void add_json(struct str *ret, const char *s)
{
    str_add_char(ret, '"');
    for (; *s; s++) { // texts hold no control characters
        if (*s == '"' || *s == '\\')
            str_add_char(ret, '\\');
        str_add_char(ret, *s);
    }
    str_add_char(ret, '"');
}

static void put_row(struct cells *row, bool json, struct str *ret)
{
    if (json)
        str_add(ret, ret->len > 1 ? ",\n{" : "\n{");
    for (size_t i = 0; i < row->count; i++) {
        const char *cell = row->cell[i].buf;
        if (!json) {
            str_add(ret, i ? "\t" : "");
            tsv_write_cell(ret, cell);
        } else {
            str_addf(ret, "%s\"%s\":", i ? "," : "", row->name[i]);
            if (row->textual[i] != 't' && strcmp(cell, "NA") == 0)
                str_add(ret, "null");
            else if (row->textual[i] == 'n')
                str_add(ret, cell);
            else
                add_json(ret, cell);
        }
        str_done(&row->cell[i]);
        row->cell[i] = STR_INIT;
    }
    str_add(ret, json ? "}" : "\n");
}

static void put_header(const struct cells *row, bool json, struct str *ret)
{
    if (json) {
        str_add_char(ret, '[');
        return;
    }
    for (size_t i = 0; i < row->count; i++)
        str_addf(ret, "%s%s", i ? "\t" : "", row->name[i]);
    str_add_char(ret, '\n');
}

static void put_plan(const struct book *book, bool json, struct str *ret, bool header)
{
    static const char *const names[] = {
        "fiscal_year", "plan",           "indicator",       "kind", "method", "weight", "target",
        "total",       "annual_percent", "quarter_percent", "raw",  "score",  "state"};
    struct cells row = {.name = names, .textual = "tttttnvvnnnnt", .count = 13};
    for (size_t c = 0; c < CELLS_MAX; c++)
        row.cell[c] = STR_INIT;
    if (header)
        put_header(&row, json, ret);
    for (size_t i = 0; i < book->plan->count; i++) {
        const struct indicator *indicator = &book->plan->indicator[i];
        const struct score *score = &book->scores[i];
        period_write_year_short(&row.cell[0], book->plan->fiscal_year);
        str_add(&row.cell[1], book->plan->name);
        str_add(&row.cell[2], indicator->code);
        str_add(&row.cell[3], kind_word(indicator->kind));
        str_add(&row.cell[4], method_word(indicator->method));
        figures_add_number(&row.cell[5], score->weight);
        figures_add_target(&row.cell[6], indicator);
        figures_add_total(&row.cell[7], indicator, score);
        figures_add_mark(&row.cell[8], &score->annual);
        figures_add_mark(&row.cell[9], &score->quarter);
        figures_add_mark(&row.cell[10], &score->raw);
        figures_add_mark(&row.cell[11], &score->marks);
        str_add(&row.cell[12], entry_state_word(score->state));
        bool dated = indicator->kind == KIND_DATE || indicator->kind == KIND_DATES;
        row.textual = dated ? "tttttnvvnnnnt" : "tttttnnnnnnnt"; // target and total of a date
        put_row(&row, json, ret);
    }
}

static void put_roll_up(const struct shelf *shelf, bool json, struct str *ret)
{
    static const char *const names[] = {"plan",      "full_marks", "score",
                                        "apa_marks", "apa_score",  "share"};
    struct cells row = {.name = names, .textual = "tnnnnv", .count = 6};
    autorollup all = {0};
    for (size_t c = 0; c < CELLS_MAX; c++)
        row.cell[c] = STR_INIT;
    put_header(&row, json, ret);
    for (size_t i = 0; i < shelf->count; i++) {
        const struct book *book = shelf->book[i];
        str_add(&row.cell[0], book->plan->name);
        figures_add_number(&row.cell[1], book->total.full);
        figures_add_mark(&row.cell[2], &book->total.marks);
        figures_add_number(&row.cell[3], book->plan->apa_marks);
        figures_add_mark(&row.cell[4], &book->total.apa);
        str_add(&row.cell[5], *book->plan->share.name ? book->plan->share.name : "NA");
        put_row(&row, json, ret);
    }
    shelf_roll_up(shelf, &all);
    for (size_t i = 0; i < all.count; i++) {
        __int128 parts = 0;
        bool fits = ratio_round(all.share[i].parts, NUMBER_DECIMALS, &parts) == STATUS_OK;
        str_add(&row.cell[0], "total");
        str_add(&row.cell[1], "NA");
        str_add(&row.cell[2], "NA");
        figures_add_number(&row.cell[3], (struct maybe){fits, parts});
        figures_add_mark(&row.cell[4], &all.share[i].score);
        str_add(&row.cell[5], all.share[i].share.name);
        put_row(&row, json, ret);
    }
}

static enum status put_text(const struct command *c, struct app *app, struct str *ret,
                            struct err *err)
{
    struct app_paper sheet = {.paper = "scoresheet",
                              .plan = c->option['p'],
                              .fiscal_year = c->fiscal_year,
                              .quarter = c->quarter,
                              .digits = c->option['D'] ? i18n_digits() : DIGITS_BENGALI};
    return app_print(app, &sheet, "text", &(struct writer_options){.no_feed = true}, ret, err);
}

static enum status put_data(const struct command *c, struct app *app, bool json, struct str *ret,
                            struct err *err)
{
    struct shelf shelf = {0};
    enum status status = shelf_open(app, c->fiscal_year, c->option['p'], c->quarter, &shelf, err);
    if (status)
        return status;
    if (c->option['r'])
        put_roll_up(&shelf, json, ret);
    for (size_t i = 0; !c->option['r'] && i < shelf.count; i++)
        put_plan(shelf.book[i], json, ret, i == 0);
    str_add(ret, json ? "\n]\n" : "");
    shelf_done(&shelf);
    return STATUS_OK;
}

// Beside the scores: what was changed within the year, and the marks by the other targets.
static void talk_of_changes(const struct command *c, struct app *app)
{
    struct shelf shelf = {0};
    autostr said = STR_INIT;
    enum status status = shelf_open(app, c->fiscal_year, c->option['p'], c->quarter, &shelf, NULL);
    for (size_t i = 0; i < shelf.count && !status; i++)
        status = book_say_changes(shelf.book[i], SIZE_MAX, &said, NULL);
    command_talk(said.buf);
    shelf_done(&shelf);
}

static enum status run(const struct command *c, struct err *err)
{
    const char *format = c->option['t'] ? c->option['t'] : c->option['r'] ? "tsv" : "text";
    const bool json = strcmp(format, "json") == 0, tsv = strcmp(format, "tsv") == 0;
    if (!json && !tsv && strcmp(format, "text") != 0)
        return err_set(err, STATUS_USAGE, _("There is no format “%s”; there are: %s"), format,
                       "text, tsv, json");
    __attribute__((cleanup(app_close))) struct app *app = NULL;
    autostr text = STR_INIT;
    enum status status = app_open(&c->app, &app, err);
    if (status == STATUS_OK)
        status = json || tsv ? put_data(c, app, json, &text, err) : put_text(c, app, &text, err);
    if (status && status != STATUS_MISFIT) // of the sheet: what it says is to be seen
        return status;
    const enum status put = command_put(&text, err);
    if (!put)
        talk_of_changes(c, app);
    return put ? put : status;
}

const struct verb verb_score = {
    .name = "score",
    .arguments = "[--fiscal-year Y] [--quarter N] [--plan P] [--roll-up] [--format text|tsv|json]",
    .summary = N_("percents and marks, up to a quarter"),
    .options = "yqptr",
    .run = run,
};
