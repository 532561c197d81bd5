// SPDX-License-Identifier: GPL-3.0-or-later
// Plan, indicator, target, grades.
#include "orjon/domain/plan.h"

#include "orjon/base/text.h"
#include "orjon/domain/date.h"
#include "orjon/domain/template.h"

#include <string.h>

#define WORD(name, word) word,
static const char *const kind_words[] = {KIND_LIST(WORD)};
static const char *const method_words[] = {METHOD_LIST(WORD)};
static const char *const no_case_words[] = {NO_CASE_LIST(WORD)};
#undef WORD

const char *kind_word(enum kind kind)
{
    return kind_words[kind];
}

const char *method_word(enum method method)
{
    return method_words[method];
}

const char *no_case_word(enum no_case no_case)
{
    return no_case_words[no_case];
}

const char *method_name(enum method method)
{
    static const char *const names[] = {
        [METHOD_SUM] = N_("sum of the quarters"),
        [METHOD_ADD] = N_("quarters added up"),
        [METHOD_LAST] = N_("the latest figure"),
        [METHOD_AVERAGE] = N_("average of the quarters"),
        [METHOD_RATE] = N_("rate"),
        [METHOD_DATE] = N_("the earliest date"),
        [METHOD_DATES] = N_("number of dated items done"),
    };
    return tr(names[method]);
}

struct plan *plan_new(void)
{
    struct plan *plan = mem_alloc(sizeof *plan);
    plan->name = plan->family = plan->title = plan->source = plan->layout = plan->short_name =
        plan->share.name = "";
    plan->scale = scale_usual;
    return plan;
}

void plan_free(struct plan **plan)
{
    if (!*plan)
        return;
    arena_done(&(*plan)->text);
    free((*plan)->indicator);
    free(*plan);
    *plan = NULL;
}

struct indicator indicator_blank(const struct scale *scale)
{
    return (struct indicator){
        .area = "",
        .activity_code = "",
        .activity = "",
        .code = "",
        .text = "",
        .evidence = "",
        .responsible = "",
        .unit = "",
        .method_label = "",
        .alternative_of = "",
        .note = "",
        .scale = scale,
    };
}

struct indicator *plan_add(struct plan *plan)
{
    if (plan->count == plan->cap) {
        plan->cap = plan->cap ? plan->cap * 2 : 16;
        plan->indicator = mem_resize(plan->indicator, plan->cap, sizeof *plan->indicator);
    }
    struct indicator *i = &plan->indicator[plan->count++];
    *i = indicator_blank(&plan->scale);
    return i;
}

enum status plan_refuse_frozen(const char *name, int fiscal_year, struct err *err)
{
    autostr year = STR_INIT;
    period_write_year(&year, fiscal_year, i18n_digits());
    return err_set(err, STATUS_FROZEN,
                   _("A finalised return uses the plan “%s” of %s; open its finalised quarters "
                     "again first, the last one first"),
                   name, year.buf);
}

const struct indicator *plan_find(const struct plan *plan, const char *code)
{
    autostr wanted = STR_INIT;
    text_digits(&wanted, code, strlen(code), DIGITS_LATIN);
    for (size_t i = 0; i < plan->count; i++) {
        autostr own = STR_INIT;
        text_digits(&own, plan->indicator[i].code, strlen(plan->indicator[i].code), DIGITS_LATIN);
        if (strcmp(own.buf, wanted.buf) == 0)
            return &plan->indicator[i];
    }
    return NULL;
}

size_t grade_count(const struct indicator *indicator)
{
    return indicator->scale->grades;
}

int grade_percent(const struct indicator *indicator, size_t grade)
{
    return indicator->scale->percent[grade];
}

bool indicator_less_is_better(const struct indicator *indicator)
{
    const struct target *grade = indicator->grade;
    for (int g = GRADES_MAX - 1; g > 0; g--)
        if (grade[g].set && grade[g].value != grade[0].value)
            return grade[0].value < grade[g].value;
    return indicator->kind == KIND_DATE || indicator->direction == DIRECTION_LESS;
}

static bool is_below_zero(struct maybe marks)
{
    return marks.set && marks.value < 0;
}

static bool target_is_sound(const struct target *target, enum kind kind)
{
    bool sound = !target->set || target->value >= 0;
    if (target->set && kind == KIND_DATE)
        sound = date_is_readable((int64_t)target->value);
    for (size_t i = 0; i < target->dates; i++)
        sound = sound && date_is_readable(target->date[i]);
    return sound;
}

static bool indicator_is_sound(const struct indicator *indicator)
{
    size_t column;
    bool sound = !is_below_zero(indicator->weight) && !is_below_zero(indicator->area_marks) &&
                 !is_below_zero(indicator->target_count);
    for (size_t c = 0; c < TEMPLATE_COLUMNS; c++)
        sound = sound && (!template_column_is_target(c) ||
                          target_is_sound(template_value(indicator, c), indicator->kind));
    for (size_t i = 0; i < indicator->components; i++)
        sound = sound && indicator->component[i] >= 0;
    return sound && template_fits(indicator, &column, NULL) == STATUS_OK;
}

bool plan_is_sound(const struct plan *plan)
{
    const struct maybe share = plan->share.marks;
    bool sound = period_is_year(plan->fiscal_year) && share.set == (*plan->share.name != '\0') &&
                 (!share.set || share.value > 0) && !is_below_zero(plan->full_marks) &&
                 !is_below_zero(plan->apa_marks);
    for (size_t i = 0; i < plan->count; i++)
        sound = sound && indicator_is_sound(&plan->indicator[i]);
    return sound;
}
