// SPDX-License-Identifier: GPL-3.0-or-later
#include "use.h"

#include "orjon/app/enter.h"
#include "orjon/app/export.h"
#include "orjon/app/finalise.h"
#include "orjon/app/print.h"
#include "orjon/app/records.h"
#include "orjon/app/undo.h"
#include "orjon/app/verify.h"
#include "orjon/domain/explain.h"
#include "orjon/screens/screens.h"

#include <stdlib.h>
#include <string.h>

enum { DAY = 19700, ROWS = 24, COLS = 80 };

static void note(struct str *ret, enum status status, const struct err *err)
{
    if (!status)
        return;
    if (!*err->text)
        abort(); // refused without a word
    str_addf(ret, "%s\n", err->text);
}

static enum status hear_row(void *data, const struct journal_row *row)
{
    str_addf(data, "%s %s %s %d %s %s\n", row->at, row->who, row->code, row->quarter, row->old_text,
             row->new_text);
    return STATUS_OK;
}

static void look_at_book(struct book *book, struct str *said)
{
    struct findings findings = {0};
    struct app_seal seal = {0};
    struct err err = {0};
    autostr text = STR_INIT;
    for (size_t i = 0; i < book->plan->count; i++)
        explain_indicator(&book->plan->indicator[i], &book->years[i], book->quarter,
                          &book->scores[i], DIGITS_BENGALI, &text);
    note(said, app_check(book, &findings, &err), &err);
    note(said, app_seal(book, book->quarter, &seal, &err), &err);
    app_seal_write(&text, &seal, DIGITS_BENGALI);
    findings_done(&findings);
}

static void print(struct app *app, const struct use *use, struct str *said)
{
    for (const struct paper_kind *kind = paper_kinds; kind->name; kind++) {
        const struct app_paper wanted = {.paper = kind->name, .quarter = 2};
        const struct writer_options options = {0};
        struct err err = {0};
        autostr text = STR_INIT;
        if (!use->paper || strcmp(use->paper, kind->name) == 0)
            note(said, app_print(app, &wanted, use->format, &options, &text, &err), &err);
    }
}

static void look_at_records(struct app *app, struct str *said)
{
    for (int kind = 0; kind < RECORD_KINDS; kind++) {
        autorecords records = {0};
        autostr text = STR_INIT;
        struct err err = {0};
        note(said, app_load_records(app, (enum record_kind)kind, 0, &records, &err), &err);
        app_write_records((enum record_kind)kind, &records, &text);
        for (size_t i = 0; i < records.count && i < 100; i++)
            for (int f = 0; f < record_shape((enum record_kind)kind)->fields; f++)
                note(said, app_say_field(app, &records.record[i], f, &text, &err), &err);
    }
}

static void change_records(struct app *app, struct str *said)
{
    for (int k = RECORD_KINDS - 1; k >= 0; k--) {
        const enum record_kind kind = (enum record_kind)k;
        autorecords records = {0};
        autostr table = STR_INIT, faults = STR_INIT, told = STR_INIT;
        struct err err = {0};
        size_t count = 0;
        note(said, app_load_records(app, kind, 0, &records, &err), &err);
        app_write_records(kind, &records, &table);
        const struct app_import import = {
            .kind = kind, .name = "t", .text = table.buf, .n = table.len};
        note(said, app_import_records(app, &import, &count, &faults, &err), &err);
        str_add_n(said, faults.buf, faults.len);
        if (records.count) {
            const int64_t id = records.record[0].id;
            note(said, app_put_field(app, kind, id, 0, NULL, "১", &err), &err);
            note(said, app_remove_record(app, kind, id, &err), &err);
        }
        note(said, app_undo_records(app, false, &told, &err), &err);
        note(said, app_undo_records(app, true, &told, &err), &err);
    }
}

static void change(struct app *app, struct str *said)
{
    struct shelf shelf = {0};
    struct err err = {0};
    note(said, shelf_open(app, 0, NULL, 2, &shelf, &err), &err);
    for (size_t i = 0; i < shelf.count && i < 2; i++) {
        const struct app_figure figure = {.quarter = 2, .text = "4", .remark = "", .state = -1};
        if (shelf.book[i]->plan->count)
            note(said, app_enter(shelf.book[i], &figure, NULL, &err), &err);
    }
    for (int what = APP_UNDO_FIGURES; what <= APP_UNDO_OFFICE; what++) {
        const struct app_undo undo = {.what = (enum app_undo_what)what};
        note(said, app_undo(app, &undo, NULL, NULL, &err), &err);
        note(said, app_redo(app, &undo, NULL, NULL, &err), &err);
    }
    note(said, app_set_office(app, OFFICE_PLACE, "খুলনা", &err), &err);
    note(said, app_finalise(app, &shelf, NULL, NULL, &err), &err);
    for (size_t i = 0; i < shelf.count && i < 1; i++)
        note(said, app_reopen(shelf.book[i], 1, "ভুল", NULL, &err), &err);
    shelf_done(&shelf);
}

// Through every screen that opens with a key, and out of it again.
static void show(struct app *app, const struct app_options *options, struct str *said)
{
    struct session session = {.options = options, .app = app};
    struct desk *desk = desk_new(NULL, false);
    struct err err = {0};
    const enum status status = screens_start(desk, &session, &err);
    note(said, status, &err);
    if (!status)
        desk_play(
            desk,
            "<Down><Enter><Down><Down><F1><Esc><F2><Esc><F4><Esc><F5><Esc><F6><Esc><F7><Esc>"
            "<F8><Esc><F9><Down><Esc><PgDn><End>5<Enter><Esc><Esc><F3><Esc><F6><Esc><F7><Esc>",
            ROWS, COLS, NULL, NULL);
    desk_free(&desk);
}

bool use_office(const char *path, const struct use *use, struct str *ret)
{
    const struct app_options options = {
        .file = path, .via = "test", .as_of = {true, DAY}, .read_only = !use->writes};
    struct app *app = NULL;
    struct shelf shelf = {0};
    struct app_verdict verdict;
    struct err err = {0};
    autostr log = STR_INIT;
    const enum status status = app_open(&options, &app, &err);
    note(ret, status, &err);
    if (status)
        return false;
    note(ret, app_verify(app, &verdict, &err), &err);
    note(ret, app_log(app, 0, NULL, NULL, 0, hear_row, &log, &err), &err);
    note(ret, shelf_open(app, 0, NULL, 2, &shelf, &err), &err);
    for (size_t i = 0; i < shelf.count; i++)
        look_at_book(shelf.book[i], ret);
    shelf_done(&shelf);
    look_at_records(app, ret);
    print(app, use, ret);
    if (use->writes) {
        change(app, ret);
        change_records(app, ret);
    }
    if (use->shows)
        show(app, &options, ret);
    app_close(&app);
    return true;
}

bool use_finds_jargon(const char *said, struct str *ret)
{
    static const char *const words[] = {
        "SQL",      "sqlite",   "constraint", "malformed", "no such table", "no such column",
        "datatype", "database", "schema",     "UNIQUE",    "FOREIGN",       "CHECK",
        "NULL",     "(null)",   "integer",    "B-tree",    "btree",         "Tree ",
        "rowid",    "errno",    "REAL",       "trigger",   "Input/output",
    };
    const size_t before = ret->len;
    for (const char *s = said; *s; s += strcspn(s, "\n") + 1) {
        autostr sentence = STR_INIT;
        str_add_n(&sentence, s, strcspn(s, "\n"));
        for (size_t i = 0; i < sizeof words / sizeof *words; i++)
            if (strstr(sentence.buf, words[i]))
                str_addf(ret, "«%s» in: %s\n", words[i], sentence.buf);
    }
    return ret->len > before;
}
