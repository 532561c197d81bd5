// SPDX-License-Identifier: GPL-3.0-or-later
// The index of evidence as records that a paper can print: what is asked for beside what was put,
// and no ✓ for a file that is not what was put.
#include "evidence.h"

#include "orjon/app/evidence.h"

#include "orjon/domain/date.h"

#include <string.h>

static const char *keep(struct records *records, const char *text)
{
    return arena_text(&records->arena, text, strlen(text));
}

static void add(struct records *ret, const struct evidence_row *row, const char *plan)
{
    static const char *const there[] = {"", "yes", "no"};
    const bool wrong = row->file > EVIDENCE_SOUND;
    const char **text = mem_alloc(PROOF_FIELD_COUNT * sizeof *text);
    autostr note = STR_INIT;
    for (int i = 0; i < PROOF_FIELD_COUNT; i++)
        text[i] = row->proof ? keep(ret, row->proof->text[i]) : "";
    if (wrong) // papers are in Bengali
        str_add(&note, evidence_file_label_in(LANGUAGE_BENGALI, row->file));
    if (wrong && *text[PROOF_NOTE])
        str_add(&note, "; ");
    str_add(&note, text[PROOF_NOTE]);
    text[PROOF_PLAN] = keep(ret, plan);
    text[PROOF_CODE] = keep(ret, row->indicator->code);
    if (row->number) // else its own, where it has one
        text[PROOF_NAME] = keep(ret, row->name);
    text[PROOF_THERE] = there[wrong ? EVIDENCE_NOT_THERE : row->there];
    text[PROOF_NOTE] = keep(ret, note.buf);
    ret->record = mem_resize(ret->record, ret->count + 1, sizeof *ret->record);
    ret->record[ret->count++] =
        (struct record){.id = row->proof ? row->proof->id : 0, .kind = RECORD_PROOF, .text = text};
    ret->cap = ret->count;
}

static void add_indicator(struct records *ret, const struct book *book, size_t i)
{
    autoevidence evidence = {0};
    const bool filled = book->years[i].quarter[book->quarter - 1].state == ENTRY_VALUE;
    app_list_proofs(book, &book->plan->indicator[i], book->quarter, true, &evidence);
    for (size_t r = 0; r < evidence.count; r++)
        if (filled || evidence.row[r].proof)
            add(ret, &evidence.row[r], book->plan->name);
}

// «ত্রৈমাসিক সভা, ১০/০৯/২০২৩»; a proof that is no meeting either is its file.
static const char *name_of(struct records *proofs, const struct record *proof,
                           const struct record *meeting, enum digits digits)
{
    autostr name = STR_INIT;
    int32_t day = 0;
    str_add(&name, meeting ? record_title(meeting) : proof->text[PROOF_FILE]);
    if (meeting && record_date(meeting, MEETING_DATE, &day)) {
        str_add(&name, name.len ? ", " : "");
        date_write(&name, day, digits);
    }
    return keep(proofs, name.buf);
}

void evidence_name(struct records *proofs, const struct records *meetings, enum digits digits)
{
    for (size_t i = 0; i < proofs->count; i++) {
        const struct record *proof = &proofs->record[i];
        const struct record *meeting = records_find(meetings, record_number(proof, PROOF_MEETING));
        if (!*proof->text[PROOF_NAME])
            proof->text[PROOF_NAME] = name_of(proofs, proof, meeting, digits);
        if (strcmp(proof->text[PROOF_NAME], proof->text[PROOF_FILE]) == 0)
            proof->text[PROOF_FILE] = "";
    }
}

enum status evidence_index(struct app *app, int fiscal_year, const char *plan, int quarter,
                           struct records *ret, struct err *err)
{
    __attribute__((cleanup(shelf_done))) struct shelf shelf = {0};
    const char *one = plan && *plan ? plan : NULL;
    enum status status = shelf_open(app, fiscal_year, one, quarter, &shelf, err);
    if (status == STATUS_NOT_FOUND && !one)
        return STATUS_OK;
    for (size_t b = 0; b < shelf.count; b++)
        for (size_t i = 0; i < shelf.book[b]->plan->count; i++)
            add_indicator(ret, shelf.book[b], i);
    return status;
}
