// SPDX-License-Identifier: GPL-3.0-or-later
// orjon memo: the register of memo numbers, and their patterns.
#include "words.h"

#include "orjon/app/memos.h"

#include <string.h>

static enum status put_rows(enum record_kind kind, const struct records *records, struct err *err)
{
    autostr text = STR_INIT;
    app_write_records(kind, records, &text);
    return command_put(&text, err);
}

static enum status run_list(struct app *app, const struct command *c, struct err *err)
{
    autorecords memos = {0};
    const struct app_memo_query query = {.fiscal_year = c->fiscal_year, .find = c->option['z']};
    enum status status = app_load_memos(app, &query, &memos, err);
    return status ? status : put_rows(RECORD_MEMO, &memos, err);
}

static enum status put_number(int64_t id, const struct str *number, struct err *err)
{
    autostr text = STR_INIT;
    if (id)
        str_addf(&text, "%lld\t", (long long)id);
    str_addf(&text, "%s\n", number->buf);
    return command_put(&text, err);
}

static enum status read_series(const struct command *c, int64_t *ret, struct err *err)
{
    *ret = 0;
    return c->option['E'] ? command_read_id(c->option['E'], ret, err) : STATUS_OK;
}

static enum status run_next(struct app *app, const struct command *c, struct err *err)
{
    autostr number = STR_INIT;
    int64_t series = 0;
    enum status status = read_series(c, &series, err);
    if (status == STATUS_OK)
        status = app_next_memo(app, series, app_today(app), &number, err);
    return status ? status : put_number(0, &number, err);
}

static enum status run_take(struct app *app, const struct command *c, struct err *err)
{
    autowords words = {0};
    autostr number = STR_INIT;
    int64_t series = 0, id = 0;
    enum status status = command_words(c, 1, &words, err);
    if (status == STATUS_OK)
        status = read_series(c, &series, err);
    if (status == STATUS_OK)
        status = app_take_memo(app, series, words.word, words.count, &id, &number, err);
    return status ? status : put_number(id, &number, err);
}

static enum status set(struct app *app, enum record_kind kind, const struct command *c, size_t from,
                       struct err *err)
{
    autowords words = {0};
    int64_t id = 0;
    enum status status = command_read_id(c->word[from], &id, err);
    if (status == STATUS_OK)
        status = command_words(c, from + 1, &words, err);
    return status ? status : app_set_record(app, kind, id, words.word, words.count, err);
}

static enum status run_set(struct app *app, const struct command *c, struct err *err)
{
    return set(app, RECORD_MEMO, c, 1, err);
}

static enum status run_note(struct app *app, const struct command *c, struct err *err)
{
    int64_t id = 0;
    autorecords there = {0};
    enum status status = command_read_id(c->word[1], &id, err);
    if (status == STATUS_OK)
        status = app_load_record(app, RECORD_MEMO, id, &there, err);
    return status ? status : app_put_field(app, RECORD_MEMO, id, MEMO_NOTE, NULL, c->word[2], err);
}

static enum status run_release(struct app *app, const struct command *c, struct err *err)
{
    int64_t id = 0;
    enum status status = command_read_id(c->word[1], &id, err);
    return status ? status : app_release_memo(app, id, c->word[2], err);
}

static enum status run_gaps(struct app *app, const struct command *c, struct err *err)
{
    autostr text = STR_INIT;
    size_t count = 0;
    if (c->words > 1)
        return app_note_memo_gaps(app, c->word[1], &count, err);
    enum status status = app_say_memo_gaps(app, &text, err);
    return status ? status : command_put(&text, err);
}

static enum status new_series(struct app *app, const struct command *c, struct err *err)
{
    autowords words = {0};
    autostr number = STR_INIT;
    int64_t id = 0;
    enum status status = command_words(c, 2, &words, err);
    if (status == STATUS_OK)
        status = app_new_record(app, RECORD_SERIES, 0, words.word, words.count, &id, err);
    str_addf(&number, "%lld", (long long)id);
    return status ? status : put_number(0, &number, err);
}

static enum status remove_series(struct app *app, const struct command *c, struct err *err)
{
    int64_t id = 0;
    enum status status = command_read_id(c->word[2], &id, err);
    return status ? status : app_remove_record(app, RECORD_SERIES, id, err);
}

static enum status run_series(struct app *app, const struct command *c, struct err *err)
{
    autorecords series = {0};
    enum status status = STATUS_OK;
    if (c->words > 2 && strcmp(c->word[1], "new") == 0)
        return new_series(app, c, err);
    if (c->words > 3 && strcmp(c->word[1], "set") == 0)
        return set(app, RECORD_SERIES, c, 2, err);
    if (c->words == 3 && strcmp(c->word[1], "remove") == 0)
        return remove_series(app, c, err);
    if (c->words > 1)
        return err_set(err, STATUS_USAGE, _("The command is: orjon %s %s"), verb_memo.name,
                       verb_memo.arguments);
    status = app_load_records(app, RECORD_SERIES, 0, &series, err);
    return status ? status : put_rows(RECORD_SERIES, &series, err);
}

static const struct deed deeds[] = {
    {"list", 1, 1, run_list},
    {"next", 1, 1, run_next},
    {"take", 1, WORDS_MAX, run_take},
    {"set", 3, WORDS_MAX, run_set},
    {"note", 3, 3, run_note},
    {"release", 3, 3, run_release},
    {"gaps", 1, 2, run_gaps},
    {"series", 1, WORDS_MAX, run_series},
    {0},
};

static enum status run(const struct command *c, struct err *err)
{
    return command_run_deed(c, &verb_memo, deeds, err);
}

const struct verb verb_memo = {
    .name = "memo",
    .arguments =
        "[list [--find TEXT] [--fiscal-year Y] | next [--series ID] | take [KEY=VALUE …] "
        "[--series ID] | set ID KEY=VALUE … | note ID TEXT | release ID TEXT | gaps [NOTE] | "
        "series [new KEY=VALUE … | set ID KEY=VALUE … | remove ID]]",
    .summary = N_("the register of memo numbers: take the next, find one, explain a gap"),
    .details = N_(
        "Keys of a row are number, date, subject, to, paper, note; without a number “take” takes "
        "the next of the pattern that holds on its date. A paper is “notice 12”, “minutes 12”, "
        "“letter 12” or “progress 12” of a meeting, “certificate 3” of a committee, “return "
        "2024-25 3 egov”: it gets the number. “release” keeps a number that was taken and never "
        "sent, with a note that says why; “gaps” shows the numbers that are not there, and with a "
        "note enters them. Keys of a pattern are pattern, from, first, yearly: "
        "pattern=47.61.1054.000.39.014.{yy}.{n}, where {n} is the serial number and {yy} the "
        "year."),
    .options = "yzE",
    .words_max = WORDS_MAX,
    .run = run,
};
