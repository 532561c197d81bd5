// SPDX-License-Identifier: GPL-3.0-or-later
// Layout files, of plans and of records. One that is taken composes its paper from a plan and from
// records, and the paper can be written; of one that is not every fault says its line and cell.
#include "fuzz.h"

#include "orjon/base/mem.h"
#include "orjon/domain/date.h"
#include "orjon/papers/papers.h"
#include "orjon/report/writer.h"

#include <string.h>

static struct record *add(struct dossier *dossier, enum record_kind kind, int64_t id,
                          int64_t parent)
{
    struct records *of = &dossier->of[kind];
    of->record = mem_resize(of->record, of->count + 1, sizeof *of->record);
    struct record *record = &of->record[of->count++];
    *record = (struct record){.id = id, .parent = parent, .kind = kind};
    record->text = mem_alloc((size_t)record_shape(kind)->fields * sizeof *record->text);
    for (int f = 0; f < record_shape(kind)->fields; f++) {
        const enum field_type type = record_shape(kind)->field[f].type;
        record->text[f] = type == FIELD_DATE                             ? "2024-06-10"
                          : type == FIELD_TIME                           ? "10:00"
                          : type == FIELD_NUMBER || type == FIELD_RECORD ? "1"
                          : type == FIELD_YEAR                           ? "2023-24"
                          : type == FIELD_LINES                          ? "এক\nদুই"
                          : type == FIELD_CHOICE                         ? "yes"
                                                 : "উদ্ভাবন।";
    }
    return record;
}

// Two of each kind, one belonging to the other.
static void fill(struct dossier *dossier)
{
    for (int kind = 0; kind < RECORD_KINDS; kind++)
        for (int64_t id = 1; id <= 2; id++)
            add(dossier, (enum record_kind)kind, id,
                record_shape((enum record_kind)kind)->parent < 0 ? 0 : 1);
    dossier->meeting = dossier->of[RECORD_MEETING].record;
}

static void use(struct layout *layout)
{
    struct office office;
    struct plan *plan = plan_new();
    struct year year = {0};
    struct score score = {0};
    struct plan_score total = {0};
    autodossier dossier = {0};
    autolayouts *layouts = layouts_new();
    const char *const paper = layout_paper(layout);
    autofree char *name = mem_copy_text(layout_name(layout), strlen(layout_name(layout)));
    struct indicator *row = plan_add(plan);
    row->code = row->activity_code = "1.1";
    row->area = row->activity = row->text = "সভা আয়োজন";
    plan->title = "কর্মপরিকল্পনা";
    plan->fiscal_year = 2023;
    for (int q = 0; q < QUARTERS; q++)
        year.quarter[q].typed = year.quarter[q].remark = "";
    office_init(&office);
    fill(&dossier);
    dossier.plan = plan;
    const struct paper_kind *kind = paper_kind_find(paper);
    require(kind);
    layouts_add(layouts, layout);
    struct paper_plan of = {.plan = plan, .years = &year, .scores = &score, .total = &total};
    const struct paper_request request = {.office = &office,
                                          .plans = &of,
                                          .count = 1,
                                          .quarter = 4,
                                          .date = date_of(2024, 6, 30),
                                          .digits = DIGITS_BENGALI,
                                          .dossier = &dossier,
                                          .layouts = layouts,
                                          .layout = name};
    autopaper *composed = NULL;
    autostr text = STR_INIT;
    const enum status status = kind->compose(kind, &request, &composed, NULL);
    require(status == STATUS_OK || status == STATUS_USAGE);
    if (composed)
        require(writer_write(writer_find("text"), composed, &(struct writer_options){0}, &text,
                             NULL) == STATUS_OK);
    plan_free(&plan);
    office_done(&office);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    struct layout *layout = NULL;
    autostr faults = STR_INIT;
    struct err err = {0};
    if (layout_read("own.tsv", (const char *)data, n, &layout, &faults, &err)) {
        require(*err.text != '\0' && !layout);
        require(n > LAYOUT_BYTES_MAX || strncmp(faults.buf, "own.tsv:", 8) == 0);
        return 0;
    }
    use(layout); // which takes it over
    return 0;
}
