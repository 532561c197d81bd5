// SPDX-License-Identifier: GPL-3.0-or-later
// Plans as other offices sent them.
#include "came.h"

#include "orjon/base/base64.h"
#include "orjon/base/text.h"
#include "orjon/domain/template.h"

#include <string.h>

enum { KEPT = 64 }; // beyond those, one that nobody has in hand makes room

struct came_shelf {
    struct came *came[KEPT];
    size_t count;
};

static enum status not_the_plan(const struct bundle_plan *from, struct err *err)
{
    return err_set(err, STATUS_MISFIT, _("the plan %s is not the one that it is said to be"),
                   from->plan);
}

static void forget(struct came **came)
{
    plan_free(&(*came)->plan);
    str_done(&(*came)->letters);
    str_done(&(*came)->text);
    free(*came);
    *came = NULL;
}

static bool read(const struct bundle_plan *from, struct came *ret)
{
    autostr digest = STR_INIT, faults = STR_INIT;
    if (!base64_read(&ret->text, from->template_text, strlen(from->template_text)) ||
        strlen(ret->text.buf) != ret->text.len)
        return false;
    digest_write(&digest, ret->text.buf, ret->text.len);
    str_add(&ret->letters, from->template_text);
    text_copy(ret->hash, sizeof ret->hash, digest.buf);
    return strcmp(digest.buf, from->template_hash) == 0 &&
           !template_read(from->plan, ret->text.buf, ret->text.len, &ret->plan, &faults, NULL) &&
           plan_is_sound(ret->plan);
}

static struct came *find(const struct came_shelf *shelf, const struct bundle_plan *from)
{
    for (size_t i = 0; i < shelf->count; i++)
        if (strcmp(shelf->came[i]->hash, from->template_hash) == 0 &&
            strcmp(shelf->came[i]->letters.buf, from->template_text) == 0)
            return shelf->came[i];
    return NULL;
}

static void keep(struct came_shelf *shelf, struct came *came)
{
    for (size_t i = 0; shelf->count == KEPT && i < KEPT; i++)
        if (!shelf->came[i]->uses) {
            forget(&shelf->came[i]);
            shelf->came[i] = shelf->came[--shelf->count];
        }
    came->shelved = shelf->count < KEPT;
    if (came->shelved)
        shelf->came[shelf->count++] = came;
}

void came_leave(struct came **came)
{
    if (*came && !--(*came)->uses && !(*came)->shelved)
        forget(came);
    *came = NULL;
}

void came_done(struct app *app)
{
    for (size_t i = 0; app->came && i < app->came->count; i++)
        forget(&app->came->came[i]);
    free(app->came);
    app->came = NULL;
}

enum status came_take(struct app *app, const struct bundle *bundle, const struct bundle_plan *from,
                      struct came **ret, struct err *err)
{
    if (!app->came)
        app->came = mem_alloc(sizeof *app->came);
    struct came *came = find(app->came, from);
    if (!came) {
        came = mem_alloc(sizeof *came);
        came->letters = came->text = STR_INIT;
        if (!read(from, came)) {
            forget(&came);
            return not_the_plan(from, err);
        }
        keep(app->came, came);
    }
    const struct plan *plan = came->plan;
    came->uses++;
    *ret = came;
    if (strcmp(plan->name, from->plan) == 0 && strcmp(plan->family, from->family) == 0 &&
        plan->fiscal_year == bundle->fiscal_year)
        return STATUS_OK;
    came_leave(ret);
    return not_the_plan(from, err);
}
