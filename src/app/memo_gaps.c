// SPDX-License-Identifier: GPL-3.0-or-later
// What the register lacks: numbers that were never used, told and explained; and what is odd in it.
#include "memos.h"

#include "orjon/store/builtin.h"
#include "private.h"

enum status app_say_memo_gaps(struct app *app, struct str *ret, struct err *err)
{
    automemobook book = {0};
    autofree struct memo_gap *gap = NULL;
    enum status status = memo_book_read(app, &book, err);
    const size_t count = status ? 0 : memo_gaps(&book.r, &gap);
    for (size_t i = 0; i < count; i++) {
        memo_write_gap(ret, &gap[i], i18n_digits());
        str_add_char(ret, '\n');
    }
    return status;
}

static enum status note_gap(struct app *app, const struct memo_gap *gap, const char *note,
                            struct err *err)
{
    enum status status = STATUS_OK;
    for (int64_t serial = gap->from; serial <= gap->to && status == STATUS_OK; serial++) {
        autostr number = STR_INIT;
        memo_write(&number, gap->series->pattern, serial, gap->year);
        status = memo_add(app, &(struct memo_row){.number = number.buf, .note = note}, err);
    }
    return status;
}

static enum status note_gaps(struct app *app, const char *note, size_t *ret_count, struct err *err)
{
    automemobook book = {0};
    autofree struct memo_gap *gap = NULL;
    enum status status = memo_book_read(app, &book, err);
    const size_t gaps = status ? 0 : memo_gaps(&book.r, &gap);
    int64_t count = 0;
    for (size_t i = 0; i < gaps; i++)
        count += gap[i].to - gap[i].from + 1;
    if (count > APP_MEMO_GAPS_MAX)
        return err_set(err, STATUS_INVALID,
                       _("%s memo numbers are not there, more than %s; is one mistyped?"),
                       SAY(count), SAY(APP_MEMO_GAPS_MAX));
    for (size_t i = 0; i < gaps && status == STATUS_OK; i++)
        status = note_gap(app, &gap[i], note, err);
    *ret_count = (size_t)count;
    return status;
}

enum status app_note_memo_gaps(struct app *app, const char *note, size_t *ret_count,
                               struct err *err)
{
    autostr clean = STR_INIT;
    enum status status = memo_read_note(note, &clean, err);
    if (status == STATUS_OK)
        status = store_begin_write(app->store, err);
    return status ? status : app_end(app, note_gaps(app, clean.buf, ret_count, err), err);
}

enum status app_check_memos(struct app *app, struct findings *ret, struct err *err)
{
    automemobook book = {0};
    struct memo_shape shape[MEMO_SHAPES_MAX];
    size_t size = 0;
    const char *text = store_memo_shapes(&size);
    const size_t count = memo_shapes_read(text, size, shape, MEMO_SHAPES_MAX);
    enum status status = memo_book_read(app, &book, err);
    if (status == STATUS_OK)
        memo_check(&book.r, shape, count, ret);
    return status ? status : memos_check_papers(app, &book, ret, err);
}
