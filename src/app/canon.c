// SPDX-License-Identifier: GPL-3.0-or-later
// A return as one text that is the same on every machine: ASCII digits, exact fractions, tabs.
#include "canon.h"

#include "orjon/base/digest.h"
#include "orjon/domain/template.h"

#include <inttypes.h>

static void add_maybe(struct str *text, struct maybe value, int decimals)
{
    str_add_char(text, '\t');
    if (value.set)
        str_addf(text, "%" PRId64, number_pack(value.value, decimals));
}

// Ten decimals tell any two marks apart that a paper could; fractions may be written many ways.
static void add_mark(struct str *text, const struct mark *mark)
{
    str_add_char(text, '\t');
    if (mark->set)
        ratio_write(text, mark->r, 10, DIGITS_LATIN);
}

static void add_entry(struct str *text, const struct indicator *indicator, int quarter,
                      const struct entry *entry)
{
    str_addf(text, "%s\t%d\t%s", indicator->code, quarter, entry_state_word(entry->state));
    add_maybe(text, entry->value, entry->decimals);
    add_maybe(text, entry->count, entry->value.set ? 0 : entry->decimals);
    add_maybe(text, entry->denominator, 0);
    str_add_char(text, '\t');
    for (size_t i = 0; i < entry->dates; i++)
        str_addf(text, "%s%" PRId32, i ? " " : "", entry->date[i]);
    str_addf(text, "\t%u\t%s\t%s\n", entry->notes, entry->typed, entry->remark);
}

static void add_score(struct str *text, const struct indicator *indicator,
                      const struct score *score)
{
    str_addf(text, "%s\t%s\t%d", indicator->code, entry_state_word(score->state), score->excluded);
    add_mark(text, &score->total);
    add_mark(text, &score->annual);
    add_mark(text, &score->quarter);
    add_mark(text, &score->raw);
    add_mark(text, &score->marks);
    add_maybe(text, score->weight, 0);
    str_add_char(text, '\n');
}

// The file by its content, what has none by what it is called.
static void add_proof(struct str *text, const struct record *proof)
{
    static const int fields[] = {PROOF_CODE,  PROOF_QUARTER, PROOF_NAME,    PROOF_THERE, PROOF_FILE,
                                 PROOF_BYTES, PROOF_HASH,    PROOF_MEETING, PROOF_NOTE};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        str_addf(text, "%s%s", i ? "\t" : "", proof->text[fields[i]]);
    str_add_char(text, '\n');
}

static void write_canon(const struct book *book, int revision, const char *journal,
                        const struct str *paper, struct str *text)
{
    const struct plan *plan = book->plan;
    str_addf(text, "orjon return 3\njournal\t%s\nquarter\t%d\nrevision\t%d\npaper\t", journal,
             book->quarter, revision);
    digest_write(text, paper->buf, paper->len);
    str_add_char(text, '\n');
    template_write_state(plan, text);
    str_add(text, "#figures\n");
    for (size_t i = 0; i < plan->count; i++)
        for (int q = 1; q <= book->quarter; q++)
            add_entry(text, &plan->indicator[i], q, &book->years[i].quarter[q - 1]);
    str_add(text, "#scores\n");
    for (size_t i = 0; i < plan->count; i++)
        add_score(text, &plan->indicator[i], &book->scores[i]);
    str_add(text, "#proofs\n");
    for (size_t i = 0; i < book->proofs.count; i++)
        if (record_number(&book->proofs.record[i], PROOF_QUARTER) <= book->quarter)
            add_proof(text, &book->proofs.record[i]);
    str_add(text, "#plan");
    add_mark(text, &book->total.marks);
    add_maybe(text, book->total.full, 0);
    add_mark(text, &book->total.apa);
    str_add_char(text, '\n');
}

void canon_digest(const struct book *book, int revision, const char *journal,
                  const struct str *paper, struct str *ret)
{
    autostr text = STR_INIT;
    write_canon(book, revision, journal, paper, &text);
    digest_write(ret, text.buf, text.len);
}
