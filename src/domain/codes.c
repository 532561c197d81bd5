// SPDX-License-Identifier: GPL-3.0-or-later
// The codes of a plan in order, for whoever looks up many.
#include "orjon/base/text.h"
#include "orjon/domain/plan.h"

#include <string.h>

static void fold(struct str *ret, const char *code)
{
    text_digits(ret, code, strlen(code), DIGITS_LATIN);
}

static int by_code(const void *a, const void *b)
{
    const struct plan_code *x = a, *y = b;
    const int order = strcmp(x->code, y->code);
    return order ? order : (x->row > y->row) - (x->row < y->row);
}

void plan_codes_init(struct plan_codes *ret, const struct plan *plan)
{
    *ret = (struct plan_codes){.plan = plan, .entry = mem_alloc(plan->count * sizeof *ret->entry)};
    autostr code = STR_INIT;
    for (size_t i = 0; i < plan->count; i++) {
        str_reset(&code);
        fold(&code, plan->indicator[i].code);
        ret->entry[i] = (struct plan_code){arena_text(&ret->text, code.buf, code.len), i};
    }
    qsort(ret->entry, plan->count, sizeof *ret->entry, by_code);
}

void plan_codes_done(struct plan_codes *codes)
{
    free(codes->entry);
    arena_done(&codes->text);
    *codes = (struct plan_codes){0};
}

const struct indicator *plan_codes_find(const struct plan_codes *codes, const char *code)
{
    autostr wanted = STR_INIT;
    size_t from = 0, to = codes->plan->count;
    fold(&wanted, code);
    while (from < to) {
        const size_t middle = from + (to - from) / 2;
        if (strcmp(codes->entry[middle].code, wanted.buf) < 0)
            from = middle + 1;
        else
            to = middle;
    }
    if (from == codes->plan->count || strcmp(codes->entry[from].code, wanted.buf) != 0)
        return NULL;
    return &codes->plan->indicator[codes->entry[from].row];
}
