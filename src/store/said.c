// SPDX-License-Identifier: GPL-3.0-or-later
// What the journal tells of one return, in order: when it was finalised, and what was said of it.
#include "orjon/store/records.h"
#include "orjon/store/seals.h"
#include "receipts.h"

#include "orjon/base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static enum status take_said(struct query *query, const char *code, struct store_said *ret,
                             struct err *err)
{
    const char *text = db_text(query, 4), *blank = strchr(text, ' ');
    *ret = (struct store_said){.seq = db_integer(query, 0),
                               .at = db_text(query, 1),
                               .who = db_text(query, 2),
                               .is_mark = strcmp(db_text(query, 3), "mark") == 0,
                               .mark = {.code = code, .remark = ""},
                               .seal = blank ? blank + 1 : "",
                               .reason = db_text(query, 5)};
    return (ret->is_mark ? mark_read(text, &ret->mark) : verdict_read(text, &ret->verdict))
               ? STATUS_OK
               : db_damaged(query->store, _("a strange journal row"), err);
}

enum status store_each_said(struct store *store, int64_t office, int fiscal_year, const char *plan,
                            int quarter, const char *code,
                            enum status (*each)(void *data, const struct store_said *said),
                            void *data, struct err *err)
{
    autoquery query = {0};
    autostr name = STR_INIT, of_code = STR_INIT;
    bool row = true;
    enum status status = db_prepare(store,
                                    "SELECT seq, at, who, what, new_text, reason FROM journal"
                                    " WHERE record = ? AND (name = ? AND what = 'judge'"
                                    " OR name = ? AND what = 'mark') ORDER BY seq",
                                    &query, err);
    if (status)
        return status;
    str_addf(&name, "%d %d %s", fiscal_year, quarter, plan);
    str_addf(&of_code, "%s %s", name.buf, code);
    db_bind_integer(&query, office);
    db_bind_text(&query, name.buf);
    db_bind_text(&query, of_code.buf);
    while (!status && (status = db_step(&query, &row, err)) == STATUS_OK && row) {
        struct store_said said;
        status = take_said(&query, code, &said, err);
        if (!status)
            status = each(data, &said);
    }
    return status;
}

enum status store_each_seal(struct store *store, int64_t office, int64_t plan, int quarter,
                            enum status (*each)(void *data, const struct store_seal *seal),
                            void *data, struct err *err)
{
    autoquery query = {0};
    bool row = true;
    enum status status =
        db_prepare(store,
                   "SELECT seq, name, new_text, at, who FROM journal"
                   " WHERE what IN ('seal', 'reopen', 'restore', 'gone') AND what = 'seal'"
                   " AND office = ? AND plan = ? AND quarter = ? ORDER BY seq",
                   &query, err);
    if (status)
        return status;
    db_bind_integer(&query, office);
    db_bind_integer(&query, plan);
    db_bind_integer(&query, quarter);
    while (!status && (status = db_step(&query, &row, err)) == STATUS_OK && row) {
        struct store_seal seal = {.locked = true,
                                  .seq = db_integer(&query, 0),
                                  .revision = (int)strtol(db_text(&query, 1), NULL, 10)};
        text_copy(seal.hash, sizeof seal.hash, db_text(&query, 2));
        text_copy(seal.at, sizeof seal.at, db_text(&query, 3));
        text_copy(seal.who, sizeof seal.who, db_text(&query, 4));
        status = each(data, &seal);
    }
    return status;
}

enum status store_field_written(struct store *store, enum record_kind kind, int64_t id, int field,
                                char ret_at[32], char ret_who[64], struct err *err)
{
    autoquery query = {0};
    bool row = false;
    *ret_at = *ret_who = '\0';
    enum status status = db_prepare(store,
                                    "SELECT at, who FROM journal WHERE record = ? AND name = ?"
                                    " AND what = 'record' ORDER BY seq DESC LIMIT 1",
                                    &query, err);
    if (status)
        return status;
    db_bind_integer(&query, id);
    db_bind_text(&query, record_shape(kind)->field[field].word);
    status = db_step(&query, &row, err);
    if (!status && row) {
        text_copy(ret_at, 32, db_text(&query, 0));
        text_copy(ret_who, 64, db_text(&query, 1));
    }
    return status;
}
