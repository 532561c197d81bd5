// SPDX-License-Identifier: GPL-3.0-or-later
// Findings about proofs.
#include "checking.h"

#include <string.h>

static void check_file(struct findings *findings, const struct evidence_row *row)
{
    const struct place place = {findings, row->indicator, row->quarter};
    const char *file = row->proof ? row->proof->text[PROOF_FILE] : "";
    autostr name = STR_INIT;
    if (row->file == EVIDENCE_MISSING)
        check_find(&place, SEVERITY_ERROR, "proof-missing", _("The file of a proof is missing: %s"),
                   file);
    if (row->file == EVIDENCE_ALTERED)
        check_find(&place, SEVERITY_ERROR, "proof-altered",
                   _("The file of a proof is not what was taken in: %s"), file);
    if (row->file == EVIDENCE_UNREAD)
        check_find(&place, SEVERITY_ERROR, "proof-unreadable",
                   _("The file of a proof cannot be read: %s"), file);
    if (*file && evidence_file_name(file, &name))
        check_find(&place, SEVERITY_QUERY, "proof-name",
                   _("No file can be called “%s”; it is opened as “%s”"), file, name.buf);
}

// From the row `from` on: those of one proof that is asked for, if one of them is there.
static bool is_there(const struct evidence *evidence, size_t from)
{
    const struct evidence_row *first = &evidence->row[from];
    for (size_t i = from; i < evidence->count; i++) {
        const struct evidence_row *row = &evidence->row[i];
        if (row->indicator != first->indicator || row->quarter != first->quarter ||
            row->number != first->number)
            break;
        if (row->there == EVIDENCE_THERE)
            return true;
    }
    return false;
}

static void check_figure(struct findings *findings, const struct evidence *evidence,
                         const struct indicator *indicator, int quarter)
{
    autostr wanted = STR_INIT;
    int last = 0;
    for (size_t i = 0; i < evidence->count; i++) {
        const struct evidence_row *row = &evidence->row[i];
        if (row->indicator != indicator || row->quarter != quarter || row->number <= last)
            continue;
        last = row->number; // the first of its rows
        if (!is_there(evidence, i))
            str_addf(&wanted, "%s%s", wanted.len ? "; " : "", row->name);
    }
    if (wanted.len)
        check_find(&(struct place){findings, indicator, quarter}, SEVERITY_QUERY, "no-proof",
                   _("A figure without the proof that the plan asks for: %s"), wanted.buf);
}

void check_evidence(const struct evidence *evidence, const struct plan *plan,
                    const struct year *years, int quarter, struct findings *ret)
{
    for (size_t i = 0; i < evidence->count; i++)
        check_file(ret, &evidence->row[i]);
    for (size_t i = 0; i < plan->count; i++)
        if (years[i].quarter[quarter - 1].state == ENTRY_VALUE)
            check_figure(ret, evidence, &plan->indicator[i], quarter);
}
