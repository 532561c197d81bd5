// SPDX-License-Identifier: GPL-3.0-or-later
// orjon evidence: the proofs behind figures, and their files.
#include "words.h"

#include "orjon/app/evidence.h"
#include "orjon/base/tsv.h"

#include <inttypes.h>
#include <string.h>

// --- list ---------------------------------------------------------------------------------------

static void put_row(const struct evidence_row *row, const char *plan, struct str *ret)
{
    static const int fields[] = {PROOF_FILE, PROOF_BYTES, PROOF_HASH, PROOF_MEETING, PROOF_NOTE};
    static const char *const there[] = {"", "yes", "no"};
    str_addf(ret, "%s\t%s\t%d\t", plan, row->indicator->code, row->quarter);
    if (row->number)
        str_addf(ret, "%d", row->number);
    str_add_char(ret, '\t');
    tsv_write_cell(ret, row->name);
    str_addf(ret, "\t%s\t", there[row->there]);
    if (row->proof)
        str_addf(ret, "%" PRId64, row->proof->id);
    str_addf(ret, "\t%s", evidence_file_word(row->file));
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        str_add_char(ret, '\t');
        tsv_write_cell(ret, row->proof ? row->proof->text[fields[i]] : "");
    }
    str_add_char(ret, '\n');
}

static enum status run_list(struct app *app, const struct command *c, struct err *err)
{
    __attribute__((cleanup(shelf_done))) struct shelf shelf = {0};
    autostr text = STR_INIT;
    enum status status = shelf_open(app, c->fiscal_year, c->option['p'], c->quarter, &shelf, err);
    if (status)
        return status;
    str_add(&text, "plan\tindicator\tquarter\tnumber\tevidence\tthere\tid\tstate\tfile\tbytes\t"
                   "sha256\tmeeting\tnote\n");
    for (size_t p = 0; p < shelf.count; p++) {
        autoevidence evidence = {0};
        app_list_evidence(shelf.book[p], shelf.quarter, false, &evidence);
        for (size_t i = 0; i < evidence.count; i++)
            put_row(&evidence.row[i], shelf.book[p]->plan->name, &text);
    }
    return command_put(&text, err);
}

// --- add ----------------------------------------------------------------------------------------

// A word of the command is a path already, unless it is an address.
static enum status read_paths(const struct command *c, size_t from, struct evidence_list *ret,
                              struct err *err)
{
    enum status status = STATUS_OK;
    for (size_t i = from; i < c->words && status == STATUS_OK; i++)
        if (strncmp(c->word[i], "file:", strlen("file:")) == 0 || strstr(c->word[i], "://"))
            status = evidence_path_read(c->word[i], strlen(c->word[i]), NULL, ret, err);
        else
            evidence_list_add(ret, c->word[i], strlen(c->word[i]));
    return status;
}

static enum status put(struct app *app, const struct command *c, const struct app_new_proof *proof,
                       const struct evidence_list *paths, struct err *err)
{
    __attribute__((cleanup(book_free))) struct book *book = NULL;
    autostr talk = STR_INIT;
    enum status status = book_open(app, c->fiscal_year, c->word[1], c->quarter, &book, err);
    if (status)
        return status;
    const struct indicator *indicator = plan_find(book->plan, c->word[2]);
    if (!indicator)
        return err_set(err, STATUS_NOT_FOUND, _("The plan %s has no indicator “%s”"), c->word[1],
                       c->word[2]);
    status = app_add_proofs(book, indicator, book->quarter, proof, paths->text, paths->count, &talk,
                            err);
    if (status == STATUS_OK)
        command_talk(talk.buf);
    return status;
}

static enum status run_add(struct app *app, const struct command *c, struct err *err)
{
    autoevidencelist paths = {0};
    struct app_new_proof proof = {.name = c->option['N'], .note = c->option['e']};
    enum status status = read_paths(c, 3, &paths, err);
    if (status == STATUS_OK && c->option['M'])
        status = command_read_id(c->option['M'], &proof.meeting, err);
    if (status == STATUS_OK && !paths.count && !proof.meeting)
        status = err_set(err, STATUS_USAGE, _("Give a file or --meeting N"));
    return status ? status : put(app, c, &proof, &paths, err);
}

static enum status run_mark(struct app *app, const struct command *c, struct err *err)
{
    const struct record_field *field = &record_shape(RECORD_PROOF)->field[PROOF_THERE];
    struct app_new_proof proof = {.name = c->option['N'], .note = c->option['e']};
    autostr there = STR_INIT;
    enum status status = record_read_choice(field, c->word[3], &there, err);
    if (status)
        return STATUS_USAGE;
    proof.there = strcmp(there.buf, "no") == 0 ? EVIDENCE_NOT_THERE : EVIDENCE_THERE;
    return put(app, c, &proof, &(struct evidence_list){0}, err);
}

// --- one of them --------------------------------------------------------------------------------

static enum status run_open(struct app *app, const struct command *c, struct err *err)
{
    autostr path = STR_INIT, said = STR_INIT;
    bool opened = false;
    int64_t id = 0;
    enum status status = command_read_id(c->word[1], &id, err);
    if (status == STATUS_OK)
        status = app_open_proof(app, id, &path, &opened, err);
    if (status)
        return status;
    if (!opened)
        command_talk(_("Nothing here can show it; its copy lies there:\n"));
    str_addf(&said, "%s\n", path.buf);
    return command_put(&said, err);
}

static enum status run_set(struct app *app, const struct command *c, struct err *err)
{
    autowords words = {0};
    int64_t id = 0;
    enum status status = command_read_id(c->word[1], &id, err);
    if (status == STATUS_OK)
        status = command_words(c, 2, &words, err);
    if (status == STATUS_OK)
        status = app_set_record(app, RECORD_PROOF, id, words.word, words.count, err);
    return status;
}

static enum status run_remove(struct app *app, const struct command *c, struct err *err)
{
    int64_t id = 0;
    enum status status = command_read_id(c->word[1], &id, err);
    return status ? status : app_remove_record(app, RECORD_PROOF, id, err);
}

// --- all of them --------------------------------------------------------------------------------

static int64_t megabytes(int64_t bytes)
{
    return (bytes + (1 << 20) - 1) >> 20;
}

static enum status run_check(struct app *app, const struct command *c, struct err *err)
{
    struct app_proofs_verdict verdict;
    autostr text = STR_INIT;
    (void)c;
    enum status status = app_check_proofs(app, &verdict, &text, err);
    if (status)
        return status;
    str_addf(&text, _("proofs: %s, files: %s, %s MB; not as they were taken in: %s\n"),
             SAY(verdict.proofs), SAY(verdict.files), SAY(megabytes(verdict.bytes)),
             SAY(verdict.wrong));
    if (verdict.spare)
        str_addf(&text,
                 _("files that no proof names: %s, %s MB; removed by “orjon evidence tidy”\n"),
                 SAY(verdict.spare), SAY(megabytes(verdict.spare_bytes)));
    status = command_put(&text, err);
    return status || !verdict.wrong ? status : STATUS_FINDINGS;
}

static enum status run_tidy(struct app *app, const struct command *c, struct err *err)
{
    size_t count = 0;
    int64_t bytes = 0;
    autostr said = STR_INIT;
    (void)c;
    enum status status = app_tidy_proofs(app, &count, &bytes, err);
    if (status)
        return status;
    str_addf(&said, tr_count("%s file removed, %s MB\n", "%s files removed, %s MB\n", count),
             SAY(count), SAY(megabytes(bytes)));
    command_talk(said.buf);
    return STATUS_OK;
}

static const struct deed deeds[] = {
    {"list", 1, 1, run_list},   {"add", 3, WORDS_MAX, run_add}, {"mark", 4, 4, run_mark},
    {"open", 2, 2, run_open},   {"set", 3, WORDS_MAX, run_set}, {"remove", 2, 2, run_remove},
    {"check", 1, 1, run_check}, {"tidy", 1, 1, run_tidy},       {0},
};

static enum status run(const struct command *c, struct err *err)
{
    return command_run_deed(c, &verb_evidence, deeds, err);
}

const struct verb verb_evidence = {
    .name = "evidence",
    .arguments = "[list | add PLAN INDICATOR FILE … | mark PLAN INDICATOR yes|no | open ID | "
                 "set ID KEY=VALUE … | remove ID | check | tidy] [--fiscal-year Y] [--quarter N] "
                 "[--plan P] [--name NAME] [--meeting N] [--reason TEXT]",
    .summary = N_("the proofs behind figures, and their files"),
    .details = N_("A file is copied beside the office file, under its SHA-256, and goes with every "
                  "copy. --name says which of the proofs it is that the plan asks for, by its "
                  "number in the list or by its name. “mark” says whether a proof is there on "
                  "paper; “check” reads every file (exit code 3 if one is not as it was taken in); "
                  "“tidy” removes files that no proof names any more."),
    .options = "yqpNMe",
    .words_max = WORDS_MAX,
    .run = run,
};
