// SPDX-License-Identifier: GPL-3.0-or-later
// Who below was to send a plan, who has, and with which templates.
#include "below.h"

#include "orjon/base/text.h"
#include "orjon/domain/template.h"
#include "orjon/store/builtin.h"
#include "orjon/store/plans.h"
#include "private.h"

#include <stdlib.h>
#include <string.h>

// --- templates ----------------------------------------------------------------------------------

static size_t find_form(struct below *b, int64_t id)
{
    size_t low = 0, high = b->forms;
    while (low < high) {
        const size_t middle = (low + high) / 2;
        if (b->form[middle].id < id)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static enum status read_form(struct below *b, int64_t id, struct plan **ret, struct err *err)
{
    autostr text = STR_INIT, faults = STR_INIT;
    struct err why = {0};
    enum status status = store_load_template(b->app->store, id, &text, err);
    if (status)
        return status;
    status = template_read(b->name, text.buf, text.len, ret, &faults, &why);
    if (status)
        return err_set(err, STATUS_DAMAGED, _("A plan that came in cannot be read: %s"),
                       faults.len ? faults.buf : why.text);
    return STATUS_OK;
}

// How many offices have a form that is marked as this one is; of as many, the first one wins.
static void choose_form(struct below *b)
{
    size_t most = 0;
    autofree size_t *like = mem_alloc((b->forms + 1) * sizeof *like);
    for (size_t i = 0; i < b->forms; i++) {
        size_t k = 0;
        while (!plans_are_alike(b->form[k].plan, b->form[i].plan))
            k++;
        like[k] += b->form[i].offices;
    }
    for (size_t i = 0; i < b->forms; i++)
        if (like[i] > most) {
            most = like[i];
            b->plan = b->form[i].plan;
        }
}

// --- offices ------------------------------------------------------------------------------------

// Receipts by the place of their offices in the tree.
struct arriving {
    const struct below *below;
    struct store_receipt *receipt; // id 0: none
};

static enum status take_receipt(void *data, const struct store_receipt *receipt)
{
    struct arriving *a = data;
    const size_t at = tree_place(&a->below->offices.tree, receipt->office);
    if (at != TREE_TOP)
        a->receipt[at] = *receipt;
    return STATUS_OK;
}

static int by_id(const void *a, const void *b)
{
    const int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return x < y ? -1 : x > y;
}

static enum status load_forms(struct below *b, const struct store_receipt *receipts, size_t first,
                              size_t end, struct err *err)
{
    autofree int64_t *ids = mem_alloc((end - first + 1) * sizeof *ids);
    size_t count = 0;
    enum status status = STATUS_OK;
    for (size_t i = first; i < end; i++)
        if (receipts[i].id)
            ids[count++] = receipts[i].template_id;
    qsort(ids, count, sizeof *ids, by_id);
    b->form = mem_alloc((count + 1) * sizeof *b->form);
    for (size_t i = 0; i < count && !status; i++) {
        if (!i || ids[i] != ids[i - 1]) {
            b->form[b->forms].id = ids[i];
            status = read_form(b, ids[i], &b->form[b->forms++].plan, err);
        }
        b->form[b->forms - 1].offices++;
    }
    if (!status)
        choose_form(b);
    return status;
}

// Of offices of the families that the plan is not for as the most have it, the program may have
// others of its name.
static const struct plan *known_for(const struct below *b, const struct record *unit)
{
    if (tree_has_family(unit, b->plan->family))
        return b->plan;
    for (size_t i = 0; i < b->forms; i++)
        if (tree_has_family(unit, b->form[i].plan->family))
            return b->form[i].plan;
    for (size_t i = 0; i < b->knowns; i++)
        if (tree_has_family(unit, b->known[i]->family))
            return b->known[i];
    return NULL;
}

// Whoever was open at the quarter's end and has such a plan was to send it.
static void list_offices(struct below *b, const struct store_receipt *receipts, size_t first,
                         size_t end)
{
    b->office = mem_alloc((end - first + 1) * sizeof *b->office);
    for (size_t i = first; i < end; i++) {
        const struct store_receipt *receipt = &receipts[i];
        const struct tree_office *office = &b->offices.tree.office[i];
        const struct plan *plan = receipt->id || office->open ? known_for(b, office->unit) : NULL;
        if (!receipt->id && !plan)
            continue;
        struct below_office *own = &b->office[b->count++];
        *own = (struct below_office){.office = office, .receipt = receipt->id, .plan = plan};
        if (!receipt->id)
            continue;
        b->sent++;
        own->form = find_form(b, receipt->template_id);
        own->plan = b->form[own->form].plan;
        own->first_day = receipt->first_day;
        own->day = receipt->day;
        own->verdict = receipt->verdict;
        own->on_paper = receipt->on_paper;
    }
}

// --- plans that nobody has sent -----------------------------------------------------------------

static size_t count_of_family(const struct below *b, const char *family, size_t first, size_t end)
{
    size_t count = 0;
    for (size_t i = first; i < end; i++) {
        const struct tree_office *office = &b->offices.tree.office[i];
        count += office->open && *office->unit->text[UNIT_FAMILIES] &&
                 tree_has_family(office->unit, family);
    }
    return count;
}

static enum status add_known(struct below *b, const struct store_template *from, struct err *err)
{
    autostr faults = STR_INIT;
    return template_read(from->name, from->text, from->size, &b->known[b->knowns++], &faults, err);
}

// Those of the program that offices name the family of; *ret_most has the most of them.
static enum status load_known(struct below *b, size_t first, size_t end, struct plan **ret_most,
                              struct err *err)
{
    size_t count = 0, most = 0;
    const struct store_template *all = store_builtin_templates(&count);
    enum status status = STATUS_OK;
    b->known = mem_alloc((count + 2) * sizeof *b->known);
    for (size_t i = 0; i < count && !status; i++) {
        if (all[i].fiscal_year != b->fiscal_year || strcmp(all[i].plan, b->name) != 0 ||
            (b->plan && strcmp(all[i].family, b->plan->family) == 0))
            continue;
        const size_t offices = count_of_family(b, all[i].family, first, end);
        if (offices)
            status = add_known(b, &all[i], err);
        if (offices > most)
            *ret_most = b->known[b->knowns - 1];
        most = offices > most ? offices : most;
    }
    return status;
}

static enum status load_own(struct below *b, struct plan *other, struct err *err)
{
    int64_t id = 0;
    enum status status = store_find_plan(b->app->store, b->fiscal_year, b->name, &id, err);
    if (status == STATUS_NOT_FOUND && other) {
        b->plan = other;
        return STATUS_OK;
    }
    if (!status)
        status = store_load_plan(b->app->store, id, &b->known[b->knowns], err);
    if (!status)
        b->plan = b->known[b->knowns++];
    return status;
}

static enum status load(struct below *b, const struct app_below_of *of, struct err *err)
{
    const struct tree *tree = &b->offices.tree;
    struct plan *most = NULL;
    size_t first = 0, end = tree->count;
    enum status status = b->under ? tree_find(tree, b->under, &first, err) : STATUS_OK;
    if (status)
        return status;
    if (b->under)
        end = tree->office[first].end;
    autofree struct store_receipt *receipts = mem_alloc((tree->count + 1) * sizeof *receipts);
    struct arriving arriving = {b, receipts};
    status = store_each_receipt(b->app->store, 0, b->fiscal_year, b->name, b->quarter, take_receipt,
                                &arriving, err);
    if (!status)
        status = load_forms(b, receipts, first, end, err);
    if (!status)
        status = load_known(b, first, end, &most, err);
    if (!status && !b->plan && of->anyway && of->plan)
        status = load_own(b, most, err);
    if (status)
        return status;
    if (!b->plan)
        return below_say_none(b, of, err);
    list_offices(b, receipts, first, end);
    return STATUS_OK;
}

enum status app_below_open(struct app *app, const struct app_below_of *of, struct below **ret,
                           struct err *err)
{
    struct below *b = mem_alloc(sizeof *b);
    b->app = app;
    b->fiscal_year = of->fiscal_year ? of->fiscal_year : app->office.fiscal_year;
    b->quarter = of->quarter ? of->quarter : app->office.quarter;
    b->under = of->under && *of->under ? arena_text(&b->texts, of->under, strlen(of->under)) : NULL;
    enum status status = store_begin_read(app->store, err);
    if (!status) {
        status = below_choose_plan(b, of, err);
        if (!status)
            status = app_load_offices(app, period_quarter_end(b->fiscal_year, b->quarter),
                                      &b->offices, err);
        if (!status)
            status = load(b, of, err);
        store_rollback(app->store); // nothing was written
    }
    if (status)
        app_below_free(&b);
    *ret = b;
    return status;
}

void app_below_free(struct below **below)
{
    struct below *b = *below;
    if (!b)
        return;
    for (size_t i = 0; i < b->forms; i++)
        plan_free(&b->form[i].plan);
    for (size_t i = 0; i < b->knowns; i++)
        plan_free(&b->known[i]);
    free(b->known);
    free(b->form);
    free(b->office);
    app_offices_done(&b->offices);
    arena_done(&b->texts);
    free(b);
    *below = NULL;
}

const struct below_office *below_find(const struct below *below, int64_t office)
{
    for (size_t i = 0; i < below->count; i++)
        if (below->office[i].office->unit->id == office)
            return &below->office[i];
    return NULL;
}

void below_say_coverage(const struct below *below, enum language language, enum digits digits,
                        struct str *ret)
{
    const bool all = below->sent == below->count;
    const bool bengali = language == LANGUAGE_BENGALI;
    autostr text = STR_INIT;
    size_t on_paper = 0;
    for (size_t i = 0; i < below->count; i++)
        on_paper += below->office[i].on_paper;
    if (bengali)
        str_addf(&text, "%zuটির মধ্যে %zuটি%s", below->count, below->sent, all ? "" : ", সাময়িক");
    else
        str_addf(&text, "%zu of %zu%s", below->sent, below->count, all ? "" : ", provisional");
    if (on_paper)
        str_addf(&text, bengali ? ", %zuটি কাগজে" : ", %zu on paper", on_paper);
    text_digits(ret, text.buf, text.len, digits);
}
