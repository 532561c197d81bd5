// SPDX-License-Identifier: GPL-3.0-or-later
// The menu under the right button: what can act now on what is marked, from the rows that the key
// bar and the help come from. A front has a menu of its own; else it is a box.
#include "screen_private.h"

#include "orjon/base/mem.h"
#include "orjon/tui/dialog.h"

#include <string.h>

enum { OFFERS_MAX = 64 };

struct menu {
    size_t count;
    struct desk_offer offers[OFFERS_MAX];
};

static void menu_free(void *data)
{
    struct menu *menu = data;
    for (size_t i = 0; i < menu->count; i++)
        free(menu->offers[i].name);
    free(menu);
}

static void offer(struct menu *menu, const struct desk *desk, const struct action *row)
{
    if ((!row->hint && !row->help) || menu->count == OFFERS_MAX || desk_hides(desk, row))
        return;
    const char *text = row->hint ? desk_hint(desk, row) : tr(row->help);
    struct str name = STR_INIT;
    action_name(row, &name);
    menu->offers[menu->count++] =
        (struct desk_offer){.key = action_key(row), .text = text, .name = str_detach(&name)};
}

// Also what would first accept what is half typed.
static bool may_act(const struct action *row, enum screen_mode mode)
{
    return row->when & mode || (mode & (MODE_TYPING | MODE_FINDING) && row->when & WHEN_SETTLED);
}

// Those of a table that the screen obeys in that mode. A letter is text while one types or finds.
static void offer_table(struct menu *menu, const struct desk *desk, const struct screen_ops *ops,
                        const struct action *table, enum screen_mode mode)
{
    for (const struct action *row = table; row && row->act; row++) {
        const struct key key = action_key(row);
        const bool text = key.code == K_TEXT && mode & (MODE_TYPING | MODE_FINDING);
        if (may_act(row, mode) && !text && screen_action(ops, &key) == row)
            offer(menu, desk, row);
    }
}

static void offer_common(struct menu *menu, const struct desk *desk, const struct screen_ops *ops,
                         enum screen_mode mode)
{
    for (const struct action *row = desk->common; row && row->act; row++) {
        const struct key key = action_key(row);
        if (may_act(row, mode) && row->act != screen_menu && !screen_action(ops, &key))
            offer(menu, desk, row);
    }
}

// What a second click does stands first.
static void put_enter_first(struct menu *menu)
{
    size_t i = 0;
    while (i < menu->count && menu->offers[i].key.code != K_ENTER)
        i++;
    if (i == menu->count)
        return;
    const struct desk_offer enter = menu->offers[i];
    memmove(menu->offers + 1, menu->offers, i * sizeof *menu->offers);
    menu->offers[0] = enter;
}

// --- the box ------------------------------------------------------------------------------------

static void item(void *data, int i, struct str *ret)
{
    const struct menu *menu = data;
    const struct desk_offer *one = &menu->offers[i];
    str_addf(ret, "%s\t%s", one->text, one->name);
}

static void chosen(void *data, struct desk *desk, int choice)
{
    const struct menu *menu = data;
    if (choice >= 0)
        desk_obey(desk, &menu->offers[choice].key);
}

void desk_menu(struct desk *desk, const struct layer *top)
{
    struct menu *menu = mem_alloc(sizeof *menu);
    const bool shown = top && !top->ops->overlay;
    menu->count = 0;
    if (shown) {
        const enum screen_mode mode = desk_mode(desk);
        offer_table(menu, desk, top->ops, top->ops->actions, mode);
        offer_table(menu, desk, top->ops, top->ops->shared, mode);
        offer_common(menu, desk, top->ops, mode);
        put_enter_first(menu);
    }
    if (desk->front.menu)
        desk->front.menu(desk->front.self, menu->offers, menu->count);
    else if (menu->count)
        dialog_menu(desk, _("What can be done"), (int)menu->count, item, chosen, menu, menu_free);
    if (desk->front.menu || !menu->count)
        menu_free(menu);
}

void screen_menu(void *state, struct desk *desk, const struct key *key)
{
    (void)state;
    (void)key;
    desk_menu(desk, &desk->open.at[desk->open.count - 1]);
}
