// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done to an office file, for tests that disturb it.
#pragma once

#include "office_file.h"

#include "orjon/base/file.h"
#include "orjon/store/answers.h"
#include "orjon/store/copies.h"
#include "orjon/store/journal.h"
#include "orjon/store/office.h"
#include "orjon/store/proofs.h"
#include "orjon/store/receipts.h"
#include "orjon/store/records.h"
#include "orjon/store/seals.h"
#include "orjon/store/texts.h"
#include "orjon/store/undo.h"

struct scene {
    const struct place *place;
    char base[128], copy[128];       // what each try begins with; another office to restore
    int64_t plan, indicator, sealed; // the last is another plan
    int64_t person, meeting, item;   // the person chairs the meeting
    int64_t proof;                   // of a quarter that is open
    int64_t below;                   // an office that has sent, was judged and marked
    const struct plan *installed, *other;
};

static inline enum status keep(void *data, const struct plan_summary *summary)
{
    *(int64_t *)data += summary->id;
    return STATUS_OK;
}

static inline enum status keep_setting(void *data, const char *key, const char *value)
{
    *(size_t *)data += strlen(key) + strlen(value);
    return STATUS_OK;
}

static inline enum status keep_target(void *data, int64_t indicator, const char *column,
                                      const char *text)
{
    *(size_t *)data += (size_t)indicator + strlen(column) + strlen(text);
    return STATUS_OK;
}

static inline enum status keep_row(void *data, const struct journal_row *row)
{
    *(int64_t *)data += row->seq;
    return STATUS_OK;
}

static inline enum status keep_year(void *data, int64_t office, int64_t indicator,
                                    const struct year *year)
{
    *(int64_t *)data += office + indicator + (year->quarter[0].state == ENTRY_VALUE);
    return STATUS_OK;
}

static inline void keep_text(void *data, const char *text, int64_t times)
{
    *(size_t *)data += strlen(text) + (size_t)times;
}

static inline enum status keep_answer(void *data, const struct store_answer *answer)
{
    *(size_t *)data += strlen(answer->reason);
    return STATUS_OK;
}

static inline enum status read_records(struct store *store, const struct scene *scene,
                                       struct err *err)
{
    autorecords all = {0}, of_one = {0}, one = {0};
    enum status status = store_load_records(store, RECORD_PERSON, 0, 0, &all, err);
    status =
        status ? status : store_load_records(store, RECORD_ITEM, scene->meeting, 0, &of_one, err);
    return status ? status
                  : store_load_records(store, RECORD_MEETING, 0, scene->meeting, &one, err);
}

static inline enum status op_read(struct store *store, const struct scene *scene, struct err *err)
{
    struct plan *plan = NULL, *installed = NULL;
    struct arena texts = {0};
    struct store_seal seal;
    struct store_verdict verdict;
    int64_t sum = 0, id = 0;
    size_t size = 0;
    unsigned sealed = 0;
    autostr text = STR_INIT;
    const struct journal_query query = {.office = 1, .limit = 5};
    const struct store_texts typed = {.each = keep_text, .data = &size};
    struct year years[64];
    enum status status = store_each_plan(store, 2024, keep, &sum, err);
    status = status ? status : store_find_plan(store, 2024, "egov", &id, err);
    status = status ? status : store_load_plan(store, id, &plan, err);
    status = status ? status : store_load_plan_installed(store, id, &installed, err);
    status = status ? status : store_load_entries(store, 1, plan, &texts, years, err);
    status = status ? status : store_each_setting(store, keep_setting, &size, err);
    status = status ? status : store_get_setting(store, "name", &text, err);
    status = status ? status : store_get_setting_number(store, "number", 3, &sum, err);
    status = status ? status : store_each_target_change(store, id, keep_target, &size, err);
    status = status ? status : store_each_answer(store, 1, scene->plan, keep_answer, &size, err);
    status = status ? status : store_walk_remarks(store, &typed, err);
    status = status ? status : store_walk_texts(store, RECORD_DECISION, DECISION_TEXT, &typed, err);
    status = status ? status : store_load_seal(store, 1, id, 1, &seal, err);
    status = status ? status : store_sealed_quarters(store, 1, id, &sealed, err);
    status = status ? status : store_journal_hash(store, seal.seq, &text, err);
    status = status ? status : store_read_journal(store, &query, keep_row, &sum, err);
    status = status ? status : store_walk_figures(store, keep_year, &sum, err);
    status = status ? status : store_verify_secret(store, "secret", err);
    status = status ? status : read_records(store, scene, err);
    status = status ? status : store_verify_figures(store, &verdict, err);
    status = status ? status : store_verify_rest(store, err);
    status = status ? status : store_verify_chain(store, NULL, err);
    status = status ? status : store_verify_file(store, err);
    plan_free(&plan);
    plan_free(&installed);
    arena_done(&texts);
    return status;
}

static inline enum status op_put(struct store *store, const struct scene *scene, struct err *err)
{
    const struct entry one = number_entry(7 * NUMBER_ONE, "৭"), none = {.typed = "", .remark = ""};
    const struct store_change changes[] = {
        {.office = 1, .indicator = scene->indicator, .quarter = 2, .entry = &one},
        {.office = 1, .indicator = scene->indicator, .quarter = 3, .entry = &none},
        {.office = 1, .indicator = scene->indicator, .quarter = 4, .seen = &none, .entry = &one}};
    return store_put_entries(store, changes, 3, "reason", NULL, err);
}

static inline enum status op_undo(struct store *store, const struct scene *scene, struct err *err)
{
    const struct store_undo undo = {.office = 1};
    size_t count = 0;
    (void)scene;
    return store_undo(store, &undo, &count, err);
}

static inline enum status op_undo_one(struct store *store, const struct scene *scene,
                                      struct err *err)
{
    const struct store_undo undo = {.office = 1, .indicator = scene->indicator};
    size_t count = 0;
    return store_undo(store, &undo, &count, err);
}

static inline enum status op_redo(struct store *store, const struct scene *scene, struct err *err)
{
    const struct store_undo undo = {.office = 1, .redo = true};
    size_t count = 0;
    (void)scene;
    return store_undo(store, &undo, &count, err);
}

static inline enum status op_install(struct store *store, const struct scene *scene,
                                     struct err *err)
{
    return store_install_plan(store, scene->other, NULL, err);
}

static inline enum status op_replace(struct store *store, const struct scene *scene,
                                     struct err *err)
{
    enum status status = store_begin_write(store, err);
    if (status)
        return status;
    status = store_share_anew(store, scene->installed, err);
    if (!status)
        status = store_install_plan(store, scene->installed, NULL, err);
    if (!status)
        return store_commit(store, err);
    store_rollback(store);
    return status;
}

static inline size_t weight_column(void)
{
    size_t i = 0;
    template_find(NULL, "weight", strlen("weight"), &i);
    return i;
}

static inline enum status op_target(struct store *store, const struct scene *scene, struct err *err)
{
    return store_set_target(store, scene->indicator, weight_column(), "9", "reason", err);
}

static inline enum status op_proof(struct store *store, const struct scene *scene, struct err *err)
{
    return store_put_field(store, RECORD_PROOF, scene->proof, PROOF_QUARTER, NULL, "2", err);
}

static inline enum status op_clear_target(struct store *store, const struct scene *scene,
                                          struct err *err)
{
    return store_clear_target(store, scene->indicator, weight_column(), "reason", err);
}

static inline enum status op_setting(struct store *store, const struct scene *scene,
                                     struct err *err)
{
    (void)scene;
    return store_set_setting(store, "name", "another", err);
}

static inline enum status op_take_setting(struct store *store, const struct scene *scene,
                                          struct err *err)
{
    (void)scene;
    return store_set_setting(store, "name", "", err);
}

static inline enum status op_secret(struct store *store, const struct scene *scene, struct err *err)
{
    (void)scene;
    return store_set_secret(store, "secret", "another", err);
}

static inline enum status op_seal(struct store *store, const struct scene *scene, struct err *err)
{
    return store_seal_quarter(store, 1, scene->plan, 2, SEAL_HASH, &SEAL_PAPER, err);
}

static inline enum status op_reopen(struct store *store, const struct scene *scene, struct err *err)
{
    return store_reopen_quarter(store, 1, scene->sealed, 1, "reason", err);
}

static inline enum status op_answer(struct store *store, const struct scene *scene, struct err *err)
{
    const struct store_answer answer = {.office = 1,
                                        .plan = scene->plan,
                                        .indicator_id = scene->indicator,
                                        .indicator = "1.1.1",
                                        .quarter = 2,
                                        .code = "fraction",
                                        .reason = "so it is"};
    return store_put_answer(store, &answer, err);
}

static inline enum status op_new_record(struct store *store, const struct scene *scene,
                                        struct err *err)
{
    int64_t id = 0;
    enum status status = store_begin_write(store, err);
    if (status)
        return status;
    status = store_new_record(store, RECORD_ITEM, scene->meeting, &id, err);
    if (!status)
        status = store_put_field(store, RECORD_ITEM, id, ITEM_SUBJECT, "", "তিন", err);
    if (!status)
        return store_commit(store, err);
    store_rollback(store);
    return status;
}

static inline enum status op_put_field(struct store *store, const struct scene *scene,
                                       struct err *err)
{
    return store_put_field(store, RECORD_ITEM, scene->item, ITEM_DISCUSSION, "দুই\n\nতিন", "চার",
                           err);
}

static inline enum status op_remove_record(struct store *store, const struct scene *scene,
                                           struct err *err)
{
    return store_remove_record(store, scene->meeting, err);
}

static inline enum status op_undo_record(struct store *store, const struct scene *scene,
                                         struct err *err)
{
    (void)scene;
    return store_undo_records(store, false, NULL, NULL, err);
}

static inline enum status op_redo_record(struct store *store, const struct scene *scene,
                                         struct err *err)
{
    (void)scene;
    return store_undo_records(store, true, NULL, NULL, err);
}

static inline enum status op_undo_goes_on(struct store *store, const struct scene *scene,
                                          struct err *err)
{
    (void)scene;
    bool more = false;
    enum status status = STATUS_OK;
    for (int i = 0; i < 4 && !status; i++)
        status = store_undo_goes_on(store, (enum store_undo_part)(i % 2), i >= 2, &more, err);
    return status;
}

static inline enum status op_copy(struct store *store, const struct scene *scene, struct err *err)
{
    char path[160];
    snprintf(path, sizeof path, "%s/copied.db", scene->place->folder);
    file_remove(path);
    const enum status status = store_backup(store, path, NULL, err);
    assert_int_equal(file_exists(path), status == STATUS_OK); // nothing half made
    return status;
}

static inline enum status op_keep_copy(struct store *store, const struct scene *scene,
                                       struct err *err)
{
    (void)scene;
    const enum status status = store_keep_daily(store, err);
    return status ? status : store_keep_copy(store, "test", err);
}

// --- what offices below send --------------------------------------------------------------------

static const char below_seal[] = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

static inline enum status receive_return(struct store *store, int64_t office, int quarter,
                                         struct err *err)
{
    const struct entry one = number_entry(7 * NUMBER_ONE, "৭"), two = number_entry(NUMBER_ONE, "১");
    const struct store_received figure[] = {{0, 1, &one}, {1, 1, &two}};
    const struct store_arrival arrival = {.office = office,
                                          .fiscal_year = 2024,
                                          .quarter = quarter,
                                          .plan = "egov",
                                          .seal = below_seal,
                                          .day = 20000,
                                          .template_text = "#family\tx\n",
                                          .figure = figure,
                                          .figures = 2};
    autostr bytes = STR_INIT;
    int64_t seq = 0;
    str_addf(&bytes, "%lld %d", (long long)office, quarter);
    return store_receive(store, &arrival, 1, &bytes, &seq, err);
}

static inline enum status keep_receipt(void *data, const struct store_receipt *receipt)
{
    *(int64_t *)data = receipt->id;
    return STATUS_OK;
}

static inline enum status judge_return(struct store *store, int64_t office, struct err *err)
{
    int64_t id = 0;
    enum status status = store_each_receipt(store, office, 2024, "egov", 2, keep_receipt, &id, err);
    return status ? status
                  : store_judge(store, id, below_seal, VERDICT_ACCEPTED, 20001, "so it is", err);
}

static inline enum status mark_return(struct store *store, int64_t office, const char *code,
                                      int said, struct err *err)
{
    const struct store_mark mark = {.code = code, .mark = said, .follow_up = true, .remark = "এক"};
    return store_put_mark(store, office, 2024, "egov", 2, &mark, err);
}

static inline enum status op_receive(struct store *store, const struct scene *scene,
                                     struct err *err)
{
    return receive_return(store, scene->below, 3, err);
}

static inline enum status op_receive_again(struct store *store, const struct scene *scene,
                                           struct err *err)
{
    return receive_return(store, scene->below, 2, err);
}

static inline enum status op_receive_back(struct store *store, const struct scene *scene,
                                          struct err *err)
{
    int64_t seq = 0;
    (void)scene;
    return store_undo_receive(store, false, &seq, err);
}

static inline enum status op_receive_forth(struct store *store, const struct scene *scene,
                                           struct err *err)
{
    int64_t seq = 0;
    (void)scene;
    return store_undo_receive(store, true, &seq, err);
}

static inline enum status op_judge(struct store *store, const struct scene *scene, struct err *err)
{
    return judge_return(store, scene->below, err);
}

static inline enum status op_undo_judge(struct store *store, const struct scene *scene,
                                        struct err *err)
{
    (void)scene;
    return store_undo_judgements(store, false, 20002, NULL, NULL, err);
}

static inline enum status op_redo_judge(struct store *store, const struct scene *scene,
                                        struct err *err)
{
    (void)scene;
    return store_undo_judgements(store, true, 20002, NULL, NULL, err);
}

static inline enum status op_reviewed_last(struct store *store, const struct scene *scene,
                                           struct err *err)
{
    struct store_reviewed last;
    (void)scene;
    const enum status status = store_reviewed_last(store, false, &last, err);
    return status ? status : store_reviewed_last(store, true, &last, err);
}

static inline enum status op_mark(struct store *store, const struct scene *scene, struct err *err)
{
    return mark_return(store, scene->below, "1.2", 2, err);
}

static inline enum status op_undo_mark(struct store *store, const struct scene *scene,
                                       struct err *err)
{
    (void)scene;
    return store_undo_marks(store, false, NULL, NULL, err);
}

static inline enum status op_redo_mark(struct store *store, const struct scene *scene,
                                       struct err *err)
{
    (void)scene;
    return store_undo_marks(store, true, NULL, NULL, err);
}

static inline enum status keep_follow_up(void *data, const struct store_follow_up *mark)
{
    *(int64_t *)data += mark->office;
    return STATUS_OK;
}

static inline enum status keep_sent_plan(void *data, const char *plan, const char *family,
                                         int64_t template_id)
{
    *(int64_t *)data += template_id + (int64_t)(strlen(plan) + strlen(family));
    return STATUS_OK;
}

static inline enum status keep_mark(void *data, int64_t office, const struct store_mark *mark)
{
    *(int64_t *)data += office + mark->mark;
    return STATUS_OK;
}

static inline enum status op_look_below(struct store *store, const struct scene *scene,
                                        struct err *err)
{
    const struct store_plan_of of = {scene->below, 2024, "egov"};
    struct arena texts = {0};
    struct year years[2];
    int64_t id = 0, peer = 0, sum = 0, stamp = 0;
    bool any = false;
    autostr text = STR_INIT;
    enum status status =
        store_each_receipt(store, scene->below, 2024, "egov", 2, keep_receipt, &id, err);
    status = status ? status : store_load_received(store, id, 2, &texts, years, err);
    status = status ? status : store_load_template(store, 1, &text, err);
    status = status ? status : store_find_template(store, below_seal, &of, &peer, &any, err);
    status = status ? status : store_next_template(store, &of, 0, &peer, err);
    status = status ? status : store_has_receipts(store, 2024, &any, err);
    status = status ? status : store_records_stamp(store, &stamp, err);
    status = status ? status
                    : store_each_mark(store, scene->below, 2024, "egov", 2, keep_mark, &sum, err);
    status = status ? status : store_each_follow_up(store, 2024, 2, keep_follow_up, &sum, err);
    status = status ? status : store_each_sent_plan(store, 2024, keep_sent_plan, &sum, err);
    arena_done(&texts);
    return status;
}

static const struct operation {
    const char *name;
    enum status (*run)(struct store *store, const struct scene *scene, struct err *err);
} operations[] = {
    {"read", op_read},
    {"put", op_put},
    {"undo", op_undo},
    {"undo one", op_undo_one},
    {"redo", op_redo},
    {"install", op_install},
    {"replace", op_replace},
    {"target", op_target},
    {"setting", op_setting},
    {"take a setting", op_take_setting},
    {"secret", op_secret},
    {"seal", op_seal},
    {"reopen", op_reopen},
    {"answer", op_answer},
    {"copy", op_copy},
    {"keep a copy", op_keep_copy},
    {"clear", op_clear_target},
    {"proof", op_proof},
    {"new record", op_new_record},
    {"field", op_put_field},
    {"remove a record", op_remove_record},
    {"undo a record", op_undo_record},
    {"redo a record", op_redo_record},
    {"undo as one", op_undo_goes_on},
    {"receive", op_receive},
    {"receive again", op_receive_again},
    {"undo what came", op_receive_back},
    {"do again what came", op_receive_forth},
    {"judge", op_judge},
    {"undo a verdict", op_undo_judge},
    {"redo a verdict", op_redo_judge},
    {"what was reviewed last", op_reviewed_last},
    {"mark", op_mark},
    {"undo a mark", op_undo_mark},
    {"redo a mark", op_redo_mark},
    {"look below", op_look_below},
};

static inline struct plan *read_plan(const char *name)
{
    size_t count = 0;
    const struct store_template *templates = store_builtin_templates(&count);
    struct plan *plan = NULL;
    autostr faults = STR_INIT;
    for (size_t i = 0; i < count; i++)
        if (strcmp(templates[i].name, name) == 0)
            template_read(name, templates[i].text, templates[i].size, &plan, &faults, NULL);
    assert_non_null(plan);
    return plan;
}

// A person, a meeting that he chairs, an item of which the discussion was changed and the subject
// undone.
static inline void make_records(struct scene *scene, struct store *store)
{
    struct err err = {0};
    char chair[24];
    assert_done(store_begin_write(store, &err), &err);
    assert_done(store_new_record(store, RECORD_PERSON, 0, &scene->person, &err), &err);
    assert_done(store_put_field(store, RECORD_PERSON, scene->person, PERSON_NAME, NULL, "ক", &err),
                &err);
    assert_done(store_new_record(store, RECORD_MEETING, 0, &scene->meeting, &err), &err);
    snprintf(chair, sizeof chair, "%lld", (long long)scene->person);
    assert_done(
        store_put_field(store, RECORD_MEETING, scene->meeting, MEETING_CHAIR, NULL, chair, &err),
        &err);
    assert_done(store_new_record(store, RECORD_ITEM, scene->meeting, &scene->item, &err), &err);
    assert_done(store_put_field(store, RECORD_ITEM, scene->item, ITEM_DISCUSSION, NULL, "এক", &err),
                &err);
    assert_done(store_commit(store, &err), &err);
    assert_done(
        store_put_field(store, RECORD_ITEM, scene->item, ITEM_DISCUSSION, NULL, "দুই\n\nতিন", &err),
        &err);
    assert_done(store_put_field(store, RECORD_ITEM, scene->item, ITEM_SUBJECT, NULL, "x", &err),
                &err);
    assert_done(store_undo_records(store, false, NULL, NULL, &err), &err);
}

static inline void make_below(struct scene *scene, struct store *store)
{
    struct err err = {0};
    assert_done(store_begin_write(store, &err), &err);
    assert_done(store_new_record(store, RECORD_UNIT, 0, &scene->below, &err), &err);
    assert_done(store_put_field(store, RECORD_UNIT, scene->below, UNIT_CODE, NULL, "1", &err),
                &err);
    assert_done(store_commit(store, &err), &err);
    assert_done(receive_return(store, scene->below, 2, &err), &err);
    assert_done(judge_return(store, scene->below, &err), &err);
    assert_done(mark_return(store, scene->below, "1.1", 1, &err), &err);
    // and once more each, to be done again
    assert_done(receive_return(store, scene->below, 4, &err), &err);
    assert_done(op_receive_back(store, scene, &err), &err);
    assert_done(judge_return(store, scene->below, &err), &err);
    assert_done(op_undo_judge(store, scene, &err), &err);
    assert_done(mark_return(store, scene->below, "1.3", 1, &err), &err);
    assert_done(op_undo_mark(store, scene, &err), &err);
}

static inline void make_proof(struct store *store, struct scene *scene)
{
    struct err err = {0};
    const enum record_kind kind = RECORD_PROOF;
    assert_done(store_new_record(store, kind, 0, &scene->proof, &err), &err);
    assert_done(store_put_field(store, kind, scene->proof, PROOF_YEAR, NULL, "2024-25", &err),
                &err);
    assert_done(store_put_field(store, kind, scene->proof, PROOF_PLAN, NULL, "charter", &err),
                &err);
    assert_done(store_put_field(store, kind, scene->proof, PROOF_QUARTER, NULL, "1", &err), &err);
}

// An office with something of everything: figures, one undone, a target of its own, a sealed
// quarter of another plan, an answer, a secret.
static inline void make_scene(struct scene *scene, const struct place *place)
{
    struct err err = {0};
    *scene = (struct scene){.place = place};
    snprintf(scene->base, sizeof scene->base, "%s/base.db", place->folder);
    snprintf(scene->copy, sizeof scene->copy, "%s/other.db", place->folder);
    make_office(scene->copy);
    struct store *store = open_as(scene->base, STORE_CREATE);
    struct plan *plan = install(store, "2024-25/coop-upazila/egov.tsv");
    scene->sealed = plan->id;
    const struct indicator *row = plan->indicator;
    while (row->kind != KIND_NUMBER)
        row++;
    scene->indicator = row->id;
    const struct entry first = number_entry(1 * NUMBER_ONE, "১"),
                       second = number_entry(2 * NUMBER_ONE, "২");
    assert_done(put(store, row->id, 1, NULL, &first, &err), &err);
    assert_done(put(store, row->id, 3, NULL, &second, &err), &err);
    assert_done(store_seal_quarter(store, 1, plan->id, 1, SEAL_HASH, &SEAL_PAPER, &err), &err);
    plan_free(&plan);
    plan = install(store, "2024-25/coop-upazila/charter.tsv");
    scene->plan = plan->id;
    scene->indicator = plan->indicator[0].id;
    assert_done(put(store, scene->indicator, 1, NULL, &first, &err), &err);
    assert_done(put(store, scene->indicator, 2, NULL, &first, &err), &err);
    assert_done(put(store, scene->indicator, 2, NULL, &second, &err), &err);
    assert_done(op_undo(store, scene, &err), &err);
    assert_done(store_set_target(store, scene->indicator, weight_column(), "8", "", &err), &err);
    assert_done(op_answer(store, scene, &err), &err);
    make_proof(store, scene);
    assert_done(store_set_setting(store, "name", "office", &err), &err);
    assert_done(store_set_setting(store, "number", "12", &err), &err);
    assert_done(store_set_secret(store, "secret", "hash", &err), &err);
    make_below(scene, store);
    make_records(scene, store);
    plan_free(&plan);
    store_close(&store);
    assert_done(store_verify_path(scene->base, &err), &err);
}
