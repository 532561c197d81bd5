// SPDX-License-Identifier: GPL-3.0-or-later
// Proofs: listing them, and taking them in.
#include "orjon/app/evidence.h"

#include "orjon/base/text.h"
#include "orjon/store/proofs.h"
#include "private.h"
#include "records.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static enum evidence_file look(struct app *app, const struct record *record, bool whole)
{
    static const enum evidence_file states[] = {
        [STORE_PROOF_SOUND] = EVIDENCE_SOUND,
        [STORE_PROOF_MISSING] = EVIDENCE_MISSING,
        [STORE_PROOF_ALTERED] = EVIDENCE_ALTERED,
        [STORE_PROOF_UNREAD] = EVIDENCE_UNREAD,
    };
    struct store_proof proof;
    if (!record || !store_proof_of(record, &proof))
        return EVIDENCE_NO_FILE;
    return states[store_look_at_proof(app_file(app), &proof, whole)];
}

void app_list_proofs(const struct book *book, const struct indicator *indicator, int quarter,
                     bool whole, struct evidence *ret)
{
    const size_t before = ret->count;
    for (int q = quarter ? quarter : 1; q <= (quarter ? quarter : QUARTERS); q++)
        evidence_of(indicator, q, &book->proofs, ret);
    for (size_t i = before; i < ret->count; i++)
        ret->row[i].file = look(book->app, ret->row[i].proof, whole);
}

void app_list_evidence(const struct book *book, int quarter, bool whole, struct evidence *ret)
{
    for (size_t i = 0; i < book->plan->count; i++)
        app_list_proofs(book, &book->plan->indicator[i], quarter, whole, ret);
}

// --- taking in ----------------------------------------------------------------------------------

struct adding {
    struct book *book;
    const struct indicator *indicator;
    int quarter;
    const struct app_new_proof *proof;
    struct str name; // of the plan's own, or as typed
    struct str *talk;
    struct err *err;
};

// «2», or whatever is typed, however the plan spells it.
static enum status find_name(struct adding *adding)
{
    autoevidencelist asked = {0};
    autostr typed = STR_INIT, ascii = STR_INIT;
    const char *name = adding->proof->name ? adding->proof->name : "";
    evidence_asked(adding->indicator->evidence, &asked);
    enum status status = text_read(TEXT_NAME, name, strlen(name), &typed, adding->err);
    if (status)
        return status;
    text_digits(&ascii, typed.buf, typed.len, DIGITS_LATIN);
    const size_t number =
        strspn(ascii.buf, "0123456789") == ascii.len ? (size_t)strtoul(ascii.buf, NULL, 10) : 0;
    if (number && number <= asked.count) {
        str_add(&adding->name, asked.text[number - 1]);
        return STATUS_OK;
    }
    if (number)
        return err_set(adding->err, STATUS_NOT_FOUND,
                       tr_count("%s: the plan asks for %s proof, there is no number %s",
                                "%s: the plan asks for %s proofs, there is no number %s",
                                asked.count),
                       adding->indicator->code, SAY(asked.count), typed.buf);
    if (!typed.len && asked.count == 1)
        str_add(&typed, asked.text[0]);
    str_add(&adding->name, typed.buf);
    return STATUS_OK;
}

// Put before, or a moment ago.
static bool is_there(const struct adding *adding, const struct store_taken *taken, size_t i)
{
    const struct store_proof *file = &taken[i].proof;
    const struct records *proofs = &adding->book->proofs;
    for (size_t k = 0; k < proofs->count; k++)
        if (evidence_is_of(&proofs->record[k], adding->indicator, adding->quarter) &&
            record_is(&proofs->record[k], PROOF_HASH, file->hash) &&
            record_is(&proofs->record[k], PROOF_NAME, adding->name.buf))
            return true;
    for (size_t k = 0; k < i; k++)
        if (strcmp(taken[k].proof.hash, file->hash) == 0)
            return true;
    return false;
}

// One record; `file` is NULL for one without a file.
static enum status put_record(struct adding *adding, const struct store_proof *file,
                              const char *called)
{
    const struct plan *plan = adding->book->plan;
    const struct app_new_proof *proof = adding->proof;
    const bool no = !file && proof->there == EVIDENCE_NOT_THERE;
    autostr year = STR_INIT;
    char quarter[4], bytes[24] = "", meeting[24] = "";
    period_write_year_short(&year, plan->fiscal_year);
    snprintf(quarter, sizeof quarter, "%d", adding->quarter % 10);
    if (file)
        snprintf(bytes, sizeof bytes, "%" PRId64, file->bytes);
    if (proof->meeting)
        snprintf(meeting, sizeof meeting, "%" PRId64, proof->meeting);
    const struct app_word words[] = {
        {"fiscal_year", year.buf},
        {"plan", plan->name},
        {"indicator", adding->indicator->code},
        {"quarter", quarter},
        {"name", adding->name.buf},
        {"there", no ? "no" : "yes"},
        {"file", called},
        {"bytes", bytes},
        {"sha256", file ? file->hash : ""},
        {"meeting", meeting},
        {"note", proof->note ? proof->note : ""},
    };
    return record_make(adding->book->app, RECORD_PROOF, 0, words, sizeof words / sizeof *words,
                       NULL, adding->err);
}

static enum status put_file(struct adding *adding, struct store_taken *taken, size_t i,
                            const char *path)
{
    autostr called = STR_INIT, shown = STR_INIT;
    const bool other = evidence_file_name(path, &called);
    text_show(&shown, path);
    if (is_there(adding, taken, i)) {
        str_addf(adding->talk, _("%s is there already\n"), shown.buf);
        return STATUS_OK;
    }
    if (other)
        str_addf(adding->talk, _("%s is kept as “%s”\n"), shown.buf, called.buf);
    enum status status = store_keep_proof(app_file(adding->book->app), &taken[i], adding->err);
    return status ? status : put_record(adding, &taken[i].proof, called.buf);
}

static enum status put_all(struct adding *adding, struct store_taken *taken,
                           const char *const *paths, size_t count)
{
    struct store *store = adding->book->app->store;
    enum status status = store_begin_write(store, adding->err);
    if (status)
        return status;
    if (!count)
        status = put_record(adding, NULL, "");
    for (size_t i = 0; i < count && status == STATUS_OK; i++)
        status = put_file(adding, taken, i, paths[i]);
    return store_end(store, status, adding->err);
}

enum status app_add_proofs(struct book *book, const struct indicator *indicator, int quarter,
                           const struct app_new_proof *proof, const char *const *paths,
                           size_t count, struct str *ret_talk, struct err *err)
{
    struct adding adding = {book, indicator, quarter, proof, STR_INIT, ret_talk, err};
    autofree struct store_taken *taken = mem_alloc((count + 1) * sizeof *taken);
    size_t done = 0;
    enum status status = app_may_change(book->app, book, quarter, err);
    if (status == STATUS_OK)
        status = find_name(&adding);
    for (; done < count && status == STATUS_OK; done++)
        status = store_take_proof(app_file(book->app), paths[done], &taken[done], err);
    if (status == STATUS_OK)
        status = put_all(&adding, taken, paths, count);
    for (size_t i = 0; i < done; i++)
        store_taken_done(&taken[i]);
    str_done(&adding.name);
    return status ? status : book_reload(book, err);
}
