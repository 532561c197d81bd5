// SPDX-License-Identifier: GPL-3.0-or-later
// The list of what an audit found.
#include "auditing.h"

#include <stdarg.h>
#include <string.h>

void audit_done(struct audit *audit)
{
    for (size_t i = 0; i < audit->count; i++) {
        free(audit->finding[i].printed);
        free(audit->finding[i].expected);
        free(audit->finding[i].reason);
    }
    free(audit->finding);
    *audit = (struct audit){0};
}

void audit_find(struct audited *row, const char *column, const char *code, const char *printed,
                const char *expected, const char *format, ...)
{
    struct audit *audit = row->audit;
    if (audit->count == audit->cap) {
        audit->cap = audit->cap ? audit->cap * 2 : 16;
        audit->finding = mem_resize(audit->finding, audit->cap, sizeof *audit->finding);
    }
    autostr reason = STR_INIT;
    va_list args;
    va_start(args, format);
    str_addv(&reason, format, args);
    va_end(args);
    audit->finding[audit->count++] = (struct audit_finding){
        .column = column,
        .code = code,
        .printed = mem_copy_text(printed, strlen(printed)),
        .expected = mem_copy_text(expected, strlen(expected)),
        .reason = str_detach(&reason),
    };
}

void audit_code_twice(const char *code, struct audit *ret)
{
    struct audited row = {.audit = ret, .indicator.scale = &scale_usual};
    audit_find(&row, "code", "duplicate", code, "",
               _("an earlier row of the plan has the same number"));
}
