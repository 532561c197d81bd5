// SPDX-License-Identifier: GPL-3.0-or-later
// Plan files. One that is taken is written so that it reads back as the same plan, and it can be
// scored, checked and explained with its own targets as the figures.
#include "fuzz.h"

#include "orjon/base/mem.h"
#include "orjon/domain/check.h"
#include "orjon/domain/explain.h"
#include "orjon/domain/template.h"

#include <string.h>

enum { DAY = 19900 };

// What the office would type if it reached each target, or each last grade.
static void fill(const struct plan *plan, struct year *years)
{
    for (size_t i = 0; i < plan->count; i++)
        for (int q = 0; q < QUARTERS; q++) {
            const struct indicator *row = &plan->indicator[i];
            struct entry *entry = &years[i].quarter[q];
            const struct target *target = row->quarter[q].set          ? &row->quarter[q]
                                          : q % 2 && row->grade[4].set ? &row->grade[4]
                                                                       : &row->grade[0];
            autostr text = STR_INIT;
            target_write(&text, row, target, (struct number_style){.digits = DIGITS_LATIN});
            if (entry_read(row, text.buf, text.len, ENTRY_PRINTED, entry, NULL))
                *entry = (struct entry){.state = (enum entry_state)(i % ENTRY_STATE_COUNT)};
            if (entry->state == ENTRY_VALUE && !entry->value.set && !entry->count.set &&
                !entry->dates)
                entry->state = ENTRY_NONE;
            entry->typed = entry->remark = "";
        }
}

static void use(const struct plan *plan)
{
    autofree struct year *years = mem_alloc((plan->count + 1) * sizeof *years);
    autofree struct score *scores = mem_alloc((plan->count + 1) * sizeof *scores);
    struct plan_score sum = {0};
    struct findings findings = {0};
    autostr lines = STR_INIT;
    fill(plan, years);
    for (int quarter = 1; quarter <= QUARTERS; quarter++)
        if (score_plan(plan, years, quarter, scores, &sum, NULL) == STATUS_OK)
            for (size_t i = 0; i < plan->count; i++)
                explain_indicator(&plan->indicator[i], &years[i], quarter, &scores[i],
                                  DIGITS_BENGALI, &lines);
    check_plan(plan, years, QUARTERS, DAY, &findings);
    findings_done(&findings);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    struct plan *plan = NULL, *again = NULL;
    autostr faults = STR_INIT, once = STR_INIT, twice = STR_INIT;
    struct err err = {0};
    if (template_read("plan.tsv", (const char *)data, n, &plan, &faults, &err)) {
        require(*err.text != '\0' && plan == NULL);
        return 0;
    }
    template_write(plan, &once);
    require(template_read("again.tsv", once.buf, once.len, &again, &faults, &err) == STATUS_OK);
    template_write(again, &twice);
    require(strcmp(once.buf, twice.buf) == 0);
    use(plan);
    plan_free(&plan);
    plan_free(&again);
    return 0;
}
