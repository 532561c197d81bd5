// SPDX-License-Identifier: GPL-3.0-or-later
// Undo and redo, and what they did.
#include "orjon/app/undo.h"

#include "orjon/app/records.h"
#include "orjon/base/text.h"
#include "orjon/store/journal.h"
#include "orjon/store/undo.h"
#include "private.h"

#include <string.h>

struct teller {
    void (*each)(void *data, const struct undone *undone);
    void *data;
};

static enum status tell(void *data, const struct journal_row *row)
{
    const struct teller *teller = data;
    const struct undone undone = {
        .fiscal_year = row->fiscal_year,
        .quarter = row->quarter,
        .plan = row->plan_name,
        .indicator = row->code,
        .name = "",
        .state_from = row->old_state,
        .state_to = row->new_state,
        .from = row->old_text,
        .to = row->new_text,
        .remark_from = row->old_remark,
        .remark_to = row->new_remark,
    };
    teller->each(teller->data, &undone);
    return STATUS_OK;
}

// Where a target stands.
struct place {
    int fiscal_year;
    struct str plan, code;
};

static enum status find_place(void *data, const struct journal_row *row)
{
    struct place *place = data;
    place->fiscal_year = row->fiscal_year;
    str_add(&place->plan, row->plan_name);
    str_add(&place->code, row->code);
    return STATUS_OK;
}

// The rows that an undo or a redo has just written, and what they were written for.
struct newest {
    int64_t before; // the last row before them
    int64_t undoes, undone;
};

// The newest row that is undone, and behind them the row that undid what is redone.
static enum status find_newest(void *data, const struct journal_row *row)
{
    struct newest *newest = data;
    if (row->seq > newest->before)
        newest->undoes = row->undoes > newest->undoes ? row->undoes : newest->undoes;
    else if (row->what == JOURNAL_UNDO && row->undoes == newest->undoes)
        newest->undone = row->seq;
    return STATUS_OK;
}

int64_t undo_newest(struct app *app, int64_t before, bool redo)
{
    enum { NEAR = 200 }; // rows before: what was undone longer ago counts as old
    struct newest newest = {.before = before};
    const int64_t wrote = app_journal_seq(app) - before;
    const struct journal_query query = {.limit = (int)(redo ? wrote + NEAR : wrote)};
    if (wrote)
        store_read_journal(app->store, &query, find_newest, &newest, NULL);
    return redo ? newest.undone : newest.undoes;
}

struct words_teller {
    struct app *app;
    struct teller teller;
};

static enum status run_figures(struct app *app, const struct app_undo *undo, bool redo,
                               struct teller *teller, struct err *err)
{
    const struct book *book = undo->book;
    const struct store_undo wanted = {
        .office = STORE_OWN_OFFICE,
        .plan = book ? book->plan->id : 0,
        .indicator = undo->alone ? book->plan->indicator[undo->indicator].id : 0,
        .quarter = undo->quarter,
        .redo = redo,
    };
    size_t count = 0;
    enum status status = store_begin_write(app->store, err); // so that the rows told are ours
    if (status)
        return status;
    status = store_undo(app->store, &wanted, &count, err);
    if (status == STATUS_OK && teller->each)
        status = store_read_journal(app->store, &(struct journal_query){.limit = (int)count}, tell,
                                    teller, err);
    return store_end(app->store, status, err);
}

static bool is_particular(const char *key)
{
    return office_field_from_key(key) >= 0 || office_own_plan(key);
}

// A target is told with its plan and indicator, which its newest row in the journal names.
static void tell_words(void *data, const struct store_undone *words)
{
    struct words_teller *teller = data;
    const struct journal_query last = {.indicator = words->indicator, .limit = 1};
    struct place place = {.plan = STR_INIT, .code = STR_INIT};
    if (words->indicator)
        store_read_journal(teller->app->store, &last, find_place, &place, NULL);
    const struct undone undone = {
        .fiscal_year = place.fiscal_year,
        .plan = place.plan.buf,
        .indicator = place.code.buf,
        .name = words->name,
        .from = words->from,
        .to = words->to,
        .remark_from = "",
        .remark_to = "",
    };
    if (teller->teller.each)
        teller->teller.each(teller->teller.data, &undone);
    str_done(&place.plan);
    str_done(&place.code);
}

// The records that were changed as one with what was just undone.
static enum status run_records(struct app *app, bool redo, struct err *err)
{
    autostr unheard = STR_INIT;
    bool more = false;
    enum status status = store_undo_goes_on(app->store, STORE_UNDO_RECORDS, redo, &more, err);
    return status || !more ? status : undo_records_too(app, redo, &unheard, err);
}

// The last step of targets or particulars, within a transaction of the caller's.
static enum status take_words(struct app *app, const struct app_undo *undo, bool redo,
                              struct teller *teller, struct err *err)
{
    const struct book *book = undo->book;
    const struct store_undo_words wanted = {
        .indicator = undo->alone ? book->plan->indicator[undo->indicator].id : 0,
        .plan = undo->what == APP_UNDO_TARGETS && book ? book->plan->id : 0,
        .is_ours = undo->what == APP_UNDO_OFFICE ? is_particular : NULL,
        .redo = redo,
    };
    struct words_teller told = {app, *teller};
    return store_undo_words(app->store, &wanted, tell_words, &told, err);
}

static enum status run_words(struct app *app, const struct app_undo *undo, bool redo,
                             struct teller *teller, struct err *err)
{
    enum status status = store_begin_write(app->store, err);
    if (status)
        return status;
    status = take_words(app, undo, redo, teller, err);
    if (!status && undo->what == APP_UNDO_OFFICE)
        status = run_records(app, redo, err);
    status = app_end(app, status, err);
    return status || undo->what == APP_UNDO_TARGETS ? status : app_load_office(app, err);
}

static void add_words(void *data, const struct store_undone *words)
{
    str_addf(data, "%s: “%s” → “%s”\n", words->name, words->from, words->to);
}

enum status undo_particulars_too(struct app *app, bool redo, struct str *ret_told, struct err *err)
{
    const struct store_undo_words wanted = {
        .is_ours = is_particular, .redo = redo, .together = true};
    enum status status = store_undo_words(app->store, &wanted, add_words, ret_told, err);
    return status ? status : app_load_office(app, err);
}

// Figures, and the records that were changed as one with them.
static enum status run_both(struct app *app, const struct app_undo *undo, bool redo,
                            struct teller *teller, struct err *err)
{
    enum status status = store_begin_write(app->store, err);
    if (status)
        return status;
    status = run_figures(app, undo, redo, teller, err);
    return app_end(app, status ? status : run_records(app, redo, err), err);
}

static enum status run(struct app *app, const struct app_undo *undo, bool redo,
                       struct teller teller, struct err *err)
{
    app_keep_daily(app);
    enum status status =
        (undo->what == APP_UNDO_FIGURES ? run_both : run_words)(app, undo, redo, &teller, err);
    app->draft_passed |= status == STATUS_OK && undo->what == APP_UNDO_FIGURES;
    return status || !undo->book ? status : book_reload(undo->book, err);
}

void app_say_undone(struct app *app, const struct undone *undone, struct str *ret)
{
    if (*undone->plan) {
        if (i18n_language() == LANGUAGE_ENGLISH)
            str_add(ret, undone->plan);
        else
            app_say_plan(app, undone->plan, true, ret);
        str_add_char(ret, ' ');
        text_digits(ret, undone->indicator, strlen(undone->indicator), i18n_digits());
        str_add_char(ret, ' ');
    }
    if (*undone->name)
        str_add(ret, undone->name);
    else
        period_say_quarter_short(ret, undone->quarter);
    str_addf(ret, ": “%s” → “%s”", undone->from, undone->to);
}

struct lines {
    struct app *app;
    struct str *ret;
};

static void add_line(void *data, const struct undone *undone)
{
    const struct lines *lines = data;
    app_say_undone(lines->app, undone, lines->ret);
    str_add_char(lines->ret, '\n');
}

enum status undo_tell_figures_too(struct app *app, bool redo,
                                  void (*each)(void *data, const struct undone *undone), void *data,
                                  struct err *err)
{
    bool more = false;
    struct teller teller = {each, data};
    enum status status = store_undo_goes_on(app->store, STORE_UNDO_FIGURES, redo, &more, err);
    return status || !more ? status : run_figures(app, &(struct app_undo){0}, redo, &teller, err);
}

enum status undo_figures_too(struct app *app, bool redo, struct str *ret_told, struct err *err)
{
    struct lines lines = {app, ret_told};
    return undo_tell_figures_too(app, redo, add_line, &lines, err);
}

enum status app_undo(struct app *app, const struct app_undo *undo,
                     void (*each)(void *data, const struct undone *undone), void *data,
                     struct err *err)
{
    return run(app, undo, false, (struct teller){each, data}, err);
}

enum status app_redo(struct app *app, const struct app_undo *undo,
                     void (*each)(void *data, const struct undone *undone), void *data,
                     struct err *err)
{
    return run(app, undo, true, (struct teller){each, data}, err);
}

enum status app_look_undo(struct app *app, const struct app_undo *undo, bool redo,
                          void (*each)(void *data, const struct undone *undone), void *data,
                          int64_t *ret_seq, struct err *err)
{
    struct teller teller = {each, data};
    enum status status = store_begin_write(app->store, err);
    if (status)
        return status;
    const int64_t before = app_journal_seq(app);
    status =
        (undo->what == APP_UNDO_FIGURES ? run_figures : take_words)(app, undo, redo, &teller, err);
    *ret_seq = undo_newest(app, before, redo);
    store_rollback(app->store);
    return status;
}
