// SPDX-License-Identifier: GPL-3.0-or-later
// The desk's actions: which row a key is of, whether it may act now, and the page of help.
#include "screen_private.h"

#include "orjon/base/larger.h"
#include "orjon/base/mem.h"
#include "orjon/tui/grid.h"
#include "orjon/tui/pager.h"

#include <string.h>

static struct grid *grid_of(const struct layer *layer)
{
    return layer->ops->grid ? layer->ops->grid(layer->state) : NULL;
}

static struct pager *pager_of(const struct layer *layer)
{
    return layer->ops->pager ? layer->ops->pager(layer->state) : NULL;
}

static enum screen_mode mode_of(const struct layer *layer)
{
    const struct grid *grid = grid_of(layer);
    const struct pager *pager = pager_of(layer);
    return layer->ops->mode                ? layer->ops->mode(layer->state)
           : grid                          ? grid_mode(grid)
           : pager && pager_finding(pager) ? MODE_FINDING
                                           : MODE_LOOKING;
}

static bool settle(const struct layer *layer, struct desk *desk)
{
    if (layer->ops->settle)
        return layer->ops->settle(layer->state, desk);
    if (pager_of(layer))
        pager_end_find(pager_of(layer));
    return !grid_of(layer) || grid_settle(grid_of(layer), desk);
}

bool desk_key(struct desk *desk, const struct layer *layer, const struct key *key)
{
    if (layer->ops->key)
        return layer->ops->key(layer->state, desk, key);
    return (grid_of(layer) && grid_key(grid_of(layer), desk, key)) ||
           (pager_of(layer) && pager_key(pager_of(layer), desk, key));
}

void screen_find(void *state, struct desk *desk, const struct key *key)
{
    const struct layer *top = &desk->open.at[desk->open.count - 1];
    (void)state;
    (void)key;
    if (grid_of(top))
        grid_start_find(grid_of(top), desk);
    else if (pager_of(top))
        pager_find(pager_of(top));
}

void screen_find_new(void *state, struct desk *desk, const struct key *key)
{
    const struct layer *top = &desk->open.at[desk->open.count - 1];
    (void)state;
    (void)key;
    if (pager_of(top))
        pager_find_new(pager_of(top));
}

enum screen_mode desk_mode(const struct desk *desk)
{
    return desk->open.count ? mode_of(&desk->open.at[desk->open.count - 1]) : MODE_LOOKING;
}

const struct action *screen_action(const struct screen_ops *ops, const struct key *key)
{
    const struct action *own = action_of_key(ops->actions, key);
    return own ? own : action_of_key(ops->shared, key);
}

// In a field that is typed in, Esc and Enter are the field's. NULL: as everywhere.
static const char *hint_of_field(const struct desk *desk, const struct action *row)
{
    const bool esc = row->keys && strcmp(row->keys, "Esc") == 0;
    const bool enter = row->keys && strcmp(row->keys, "Enter") == 0;
    if ((!esc && !enter) || row->when & MODE_TYPING || desk_mode(desk) != MODE_TYPING)
        return NULL;
    return esc ? N_("cancel") : N_("save");
}

static const char *hint_of_screen(const struct desk *desk, const struct action *row)
{
    const struct layer *top = desk->open.count ? &desk->open.at[desk->open.count - 1] : NULL;
    return top && top->ops->hint ? top->ops->hint(top->state, row) : NULL;
}

bool desk_hides(const struct desk *desk, const struct action *row)
{
    const char *hint = hint_of_screen(desk, row);
    return hint && !*hint;
}

const char *desk_hint_at_rest(const struct desk *desk, const struct action *row)
{
    const char *own = hint_of_screen(desk, row);
    return own && !*own ? own : tr(own ? own : row->hint);
}

const char *desk_hint(const struct desk *desk, const struct action *row)
{
    const char *field = hint_of_field(desk, row);
    return field ? tr(field) : desk_hint_at_rest(desk, row);
}

static void refuse(struct desk *desk, const struct layer *top)
{
    if (desk->read_only && mode_of(top) == MODE_READ_ONLY)
        desk->read_only(desk->common_data, desk);
    else if (top->ops->refuse)
        top->ops->refuse(top->state, desk);
    else
        desk_say(desk, MESSAGE_INFO, "%s", _("This key does nothing here"));
}

void desk_refuse(struct desk *desk)
{
    if (desk->open.count)
        refuse(desk, &desk->open.at[desk->open.count - 1]);
}

// False when the key belongs to what is being typed or sought.
static bool perform(struct desk *desk, const struct layer *top, const struct action *action,
                    void *state, const struct key *key)
{
    enum screen_mode mode = mode_of(top);
    if (mode & (MODE_TYPING | MODE_FINDING) && !(action->when & mode)) {
        if (!(action->when & WHEN_SETTLED))
            return false;
        if (!settle(top, desk))
            return true;
        mode = mode_of(top);
    }
    if (action->when & mode)
        action->act(state, desk, key);
    else
        refuse(desk, top);
    return true;
}

bool desk_act(struct desk *desk, const struct layer *top, const struct key *key)
{
    const bool text = key->code == K_TEXT && mode_of(top) & (MODE_TYPING | MODE_FINDING);
    const struct action *own = text ? NULL : screen_action(top->ops, key);
    if (own)
        return perform(desk, top, own, top->state, key);
    if (text)
        return false;
    const struct action *common = action_of_key(desk->common, key);
    if (!common || (top->ops->overlay && !(common->when & WHEN_BOXED)))
        return false;
    return perform(desk, top, common, desk->common_data, key);
}

void desk_fill(const struct desk *desk, const char *name, struct str *ret)
{
    const size_t before = ret->len;
    for (size_t i = desk->open.count; i-- > 0 && ret->len == before;)
        if (desk->open.at[i].ops->fill)
            desk->open.at[i].ops->fill(desk->open.at[i].state, name, ret);
}

void desk_type(struct desk *desk, const char *text)
{
    const struct key key = {.code = K_PASTE, .paste = text, .paste_len = strlen(text)};
    if (desk->open.count)
        desk_key(desk, &desk->open.at[desk->open.count - 1], &key);
}

static size_t count_rows(const struct action *table)
{
    size_t n = 0;
    while (table && table[n].act)
        n++;
    return n;
}

// What is of the desk and has no row of the screen's own in its place. A box has but what acts in
// it.
static void list_common(const struct desk *desk, const struct layer *top, struct action *ret)
{
    size_t n = 0;
    for (const struct action *row = desk->common; row && row->act; row++) {
        const struct key key = action_key(row);
        const bool acts =
            !top->ops->overlay || (row->when & WHEN_BOXED && row->when & mode_of(top));
        if (acts && !screen_action(top->ops, &key))
            ret[n++] = *row;
    }
    ret[n] = (struct action){0};
}

void desk_help(struct desk *desk)
{
    const struct layer top = desk->open.at[desk->open.count - 1];
    autofree struct action *common = mem_alloc((count_rows(desk->common) + 1) * sizeof *common);
    autostr text = STR_INIT;
    list_common(desk, &top, common);
    const int columns = larger(action_columns(common), larger(action_columns(top.ops->actions),
                                                              action_columns(top.ops->shared)));
    if (top.ops->describe)
        top.ops->describe(top.state, &text);
    if (top.ops->about)
        str_addf(&text, "%s\n\n", tr(top.ops->about));
    action_list(top.ops->actions, columns, &text);
    action_list(top.ops->shared, columns, &text);
    action_list(common, columns, &text);
    pager_push(desk, _("Help"), text.buf, text.len, true);
}
