// SPDX-License-Identifier: GPL-3.0-or-later
// The changes of a figure, in words: who did what when.
#include "private.h"

#include "orjon/app/clock.h"
#include "orjon/app/history.h"
#include "orjon/base/text.h"

#include <string.h>

static void add_figure(struct str *ret, enum entry_state state, const char *typed)
{
    if (state == ENTRY_VALUE)
        text_digits(ret, typed, strlen(typed), i18n_digits());
    else if (state != ENTRY_EMPTY)
        say_short_state(ret, state);
}

// «১ম ত্রৈমাসিকে “৪” বদলে “৫” করা হয়েছে»; nothing where only the remark is another.
static void add_change(struct str *ret, const struct history *h)
{
    autostr quarter = STR_INIT, from = STR_INIT, to = STR_INIT;
    period_say_quarter(&quarter, h->quarter);
    add_figure(&from, h->old_state, h->old_text);
    add_figure(&to, h->new_state, h->new_text);
    if (strcmp(from.buf, to.buf) == 0)
        str_add(ret, quarter.buf);
    else if (!to.len)
        str_addf(ret, _("%s: “%s” cleared"), quarter.buf, from.buf);
    else if (!from.len)
        str_addf(ret, _("%s: “%s” written"), quarter.buf, to.buf);
    else if (h->what == HISTORY_TAKEN_BACK)
        str_addf(ret, _("%s: “%s” undone, “%s” again"), quarter.buf, from.buf, to.buf);
    else
        str_addf(ret, _("%s: “%s” changed to “%s”"), quarter.buf, from.buf, to.buf);
}

struct telling {
    const struct app *app;
    struct str *ret;
};

static void add(void *data, const struct history *h)
{
    const struct telling *telling = data;
    struct str *ret = telling->ret;
    app_clock_recall(telling->app, ret, h->at);
    str_addf(ret, ", %s: ", h->who);
    add_change(ret, h);
    if (strcmp(h->old_remark, h->new_remark) != 0 && *h->new_remark)
        str_addf(ret, _("; remark: “%s”"), h->new_remark);
    else if (*h->old_remark && !*h->new_remark)
        str_add(ret, _("; remark cleared"));
    if (*h->reason)
        str_addf(ret, _("; reason: %s"), h->reason);
    str_add_char(ret, '\n');
}

void say_history(struct book *book, size_t indicator, struct str *ret)
{
    const size_t before = ret->len;
    struct telling telling = {book->app, ret};
    history_read(book, indicator, add, &telling, NULL);
    if (ret->len == before)
        str_addf(ret, "%s\n", _("none yet"));
}
