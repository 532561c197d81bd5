// SPDX-License-Identifier: GPL-3.0-or-later
// Findings as the commands show them.
#include "findings.h"

#include "command.h"

#include "orjon/base/text.h"
#include "orjon/base/tsv.h"

#include <string.h>

enum { WHERE_COLUMNS = 24 };

static void add_message(const struct finding *f, struct str *ret)
{
    str_add(ret, f->message);
    if (f->answer)
        str_addf(ret, _(" (answered: %s)"), f->answer);
}

void findings_put_tsv(const struct plan *plan, const struct finding *f, struct str *ret)
{
    autostr quarter = STR_INIT, message = STR_INIT;
    if (f->quarter)
        str_addf(&quarter, "%d", f->quarter);
    add_message(f, &message);
    const char *const cell[] = {f->answer ? "answered" : severity_word(f->severity),
                                plan ? plan->name : "",
                                f->indicator,
                                quarter.buf,
                                f->code,
                                message.buf};
    tsv_write_cells(ret, cell, sizeof cell / sizeof *cell);
    str_add_char(ret, '\n');
}

void findings_put_text(const struct plan *plan, const struct finding *f, struct str *ret)
{
    autostr where = STR_INIT;
    str_add(&where, plan ? plan->short_name : "");
    str_add(&where, plan && *f->indicator ? " " : "");
    text_digits(&where, f->indicator, strlen(f->indicator), i18n_digits());
    str_add(ret, f->severity == SEVERITY_ERROR ? "! " : f->answer ? "  " : "? ");
    str_add(ret, where.buf); // whole, as is the code at its end
    const int blank = WHERE_COLUMNS - text_columns(where.buf, where.len);
    str_add_repeat(ret, " ", blank > 1 ? (size_t)blank : 1);
    if (f->quarter) {
        period_say_quarter(ret, f->quarter);
        str_add(ret, ": ");
    }
    add_message(f, ret);
    str_add_char(ret, '\n');
}

static bool has(const struct findings *findings, const char *message)
{
    for (size_t i = 0; findings && i < findings->count; i++)
        if (strcmp(findings->finding[i].message, message) == 0)
            return true;
    return false;
}

void findings_talk_new(const struct findings *before, const struct findings *now)
{
    autostr text = STR_INIT;
    for (size_t i = 0; i < now->count; i++)
        if (!has(before, now->finding[i].message))
            str_addf(&text, "? %s\n", now->finding[i].message);
    command_talk(text.buf);
}
