// SPDX-License-Identifier: GPL-3.0-or-later
// Findings as the commands show them.
#include "findings.h"

#include "orjon/base/text.h"

static void add_message(const struct finding *f, struct str *ret)
{
    str_add(ret, f->message);
    if (f->answer)
        str_addf(ret, _(" (answered: %s)"), f->answer);
    str_add_char(ret, '\n');
}

void findings_put_tsv(const char *plan, const struct finding *f, struct str *ret)
{
    str_addf(ret, "%s\t%s\t%s\t", f->answer ? "answered" : severity_word(f->severity), plan,
             f->indicator);
    if (f->quarter)
        str_addf(ret, "%d", f->quarter);
    str_addf(ret, "\t%s\t", f->code);
    add_message(f, ret);
}

void findings_put_text(const char *plan, const struct finding *f, struct str *ret)
{
    autostr where = STR_INIT;
    str_addf(&where, "%s %s", plan, f->indicator);
    str_add(ret, f->severity == SEVERITY_ERROR ? "! " : f->answer ? "  " : "? ");
    text_pad(ret, where.buf, where.len, 20, ALIGN_LEFT);
    if (f->quarter) {
        period_say_quarter(ret, f->quarter);
        str_add(ret, ": ");
    }
    add_message(f, ret);
}
