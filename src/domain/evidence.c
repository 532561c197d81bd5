// SPDX-License-Identifier: GPL-3.0-or-later
// What a plan asks for as proof, beside what was put.
#include "orjon/domain/evidence.h"

#include "orjon/base/text.h"

#include <string.h>

void evidence_list_done(struct evidence_list *list)
{
    arena_done(&list->arena);
    *list = (struct evidence_list){0};
}

void evidence_list_add(struct evidence_list *list, const char *s, size_t n)
{
    list->text = arena_grow(&list->arena, list->text, list->count, &list->cap, sizeof *list->text);
    list->text[list->count++] = arena_text(&list->arena, s, n);
}

// --- what is asked for --------------------------------------------------------------------------

// Names of papers, as the end of a word: behind one ও begins another paper. Between other words it
// joins what one paper is about.
static const char *const papers[] = {
    "নোটিশ",    "বিজ্ঞপ্তি",  "পত্র",    "চিঠি",     "আদেশ",    "প্রজ্ঞাপন", "কার্যবিবরণী", "সূচি",
    "হাজিরা",   "উপস্থিতি",  "তালিকা", "প্রতিবেদন", "রিপোর্ট",  "কপি",     "অনুলিপি",     "ছবি",
    "স্থিরচিত্র", "আলোকচিত্র", "ভিডিও",  "স্ক্রিনশট",  "স্ক্রীনশট", "লিংক",    "লিঙ্ক",       "সনদ",
    "রেজিস্টার", "রেজিষ্টার", "ছক",     "বিল",      "ভাউচার",  "রশিদ",    "রসিদ",       "ফরম",
};

static bool ends_in(const char *s, size_t n, const char *end)
{
    const size_t m = strlen(end);
    return n >= m && memcmp(s + n - m, end, m) == 0;
}

static bool names_paper(const char *s, size_t n)
{
    for (size_t i = 0; i < sizeof papers / sizeof *papers; i++)
        if (ends_in(s, n, papers[i]))
            return true;
    return ends_in(s, n, ")"); // what it is was said in brackets
}

// The length of a digit at s, of either set.
static size_t digit_at(const char *s)
{
    if (*s >= '0' && *s <= '9')
        return 1;
    return strncmp(s, "\xE0\xA7", 2) == 0 && (unsigned char)s[2] >= 0xA6 &&
                   (unsigned char)s[2] <= 0xAF
               ? 3
               : 0;
}

static bool is_behind_digit(const char *text, size_t at)
{
    return (at >= 1 && digit_at(text + at - 1) == 1) || (at >= 3 && digit_at(text + at - 3) == 3);
}

// «১।», «2.», «৩)» at the beginning or behind a blank, but not «৪.১.১».
static size_t numbering_at(const char *text, size_t at)
{
    static const char *const ends[] = {"।", ".", ")"};
    size_t n = 0;
    if (at && text[at - 1] != ' ')
        return 0;
    for (size_t step; (step = digit_at(text + at + n)); n += step)
        ;
    for (size_t i = 0; n && i < sizeof ends / sizeof *ends; i++) {
        const size_t m = strlen(ends[i]);
        if (strncmp(text + at + n, ends[i], m) == 0 && !digit_at(text + at + n + m))
            return n + m;
    }
    return 0;
}

// The length of what tells two proofs apart at `at`; `from` is where this one begins.
static size_t separator_at(const char *text, size_t from, size_t at)
{
    static const char *const always[] = {";", "\n", "|", "।", " এবং "};
    const char *s = text + at;
    if (*s == ',')
        return is_behind_digit(text, at) && digit_at(s + 1) ? 0 : 1;
    for (size_t i = 0; i < sizeof always / sizeof *always; i++)
        if (strncmp(s, always[i], strlen(always[i])) == 0)
            return strlen(always[i]);
    if (strncmp(s, " ও ", strlen(" ও ")) == 0 && names_paper(text + from, at - from))
        return strlen(" ও ");
    return numbering_at(text, at);
}

static void add_asked(struct evidence_list *list, const char *s, size_t n)
{
    s = text_trim(s, &n);
    while (n && (s[n - 1] == '.' || s[n - 1] == ' '))
        n--;
    if (n)
        evidence_list_add(list, s, n);
}

void evidence_asked(const char *text, struct evidence_list *ret)
{
    size_t from = 0, at = 0, length = 0;
    int depth = 0;
    while (text[at]) {
        depth += (text[at] == '(' || text[at] == '[') - (depth && strchr(")]", text[at]));
        length = depth ? 0 : separator_at(text, from, at);
        if (length) {
            add_asked(ret, text + from, at - from);
            from = at + length;
        }
        at = length ? from : at + 1;
    }
    add_asked(ret, text + from, at - from);
}

// --- what was put -------------------------------------------------------------------------------

const char *evidence_mark(enum evidence_there there)
{
    static const char *const marks[] = {"", "✓", "✗"};
    return marks[there];
}

static const struct {
    const char *word, *label;
} files[] = {
    [EVIDENCE_NO_FILE] = {"", ""},
    [EVIDENCE_SOUND] = {"sound", N_("sound")},
    [EVIDENCE_MISSING] = {"missing", N_("missing")},
    [EVIDENCE_ALTERED] = {"altered", N_("altered")},
    [EVIDENCE_UNREAD] = {"unreadable", N_("cannot be read")},
};

const char *evidence_file_word(enum evidence_file file)
{
    return files[file].word;
}

const char *evidence_file_label(enum evidence_file file)
{
    return *files[file].label ? tr(files[file].label) : "";
}

const char *evidence_file_label_in(enum language language, enum evidence_file file)
{
    return *files[file].label ? tr_in(language, files[file].label) : "";
}

void evidence_done(struct evidence *evidence)
{
    arena_done(&evidence->arena);
    *evidence = (struct evidence){0};
}

bool evidence_is_of(const struct record *proof, const struct indicator *indicator, int quarter)
{
    return record_has(proof, PROOF_CODE, indicator->code) &&
           record_number(proof, PROOF_QUARTER) == quarter;
}

enum evidence_there evidence_there(const struct record *proof)
{
    if (*proof->text[PROOF_HASH] || *proof->text[PROOF_MEETING])
        return EVIDENCE_THERE;
    return record_is(proof, PROOF_THERE, "yes")  ? EVIDENCE_THERE
           : record_is(proof, PROOF_THERE, "no") ? EVIDENCE_NOT_THERE
                                                 : EVIDENCE_NOT_STATED;
}

static void add_row(struct evidence *ret, struct evidence_row row, const struct record *proof)
{
    ret->row = arena_grow(&ret->arena, ret->row, ret->count, &ret->cap, sizeof *ret->row);
    row.proof = proof;
    row.there = proof ? evidence_there(proof) : EVIDENCE_NOT_STATED;
    row.file = proof && *proof->text[PROOF_HASH] ? EVIDENCE_SOUND : EVIDENCE_NO_FILE;
    row.name = arena_text(&ret->arena, row.name, strlen(row.name));
    ret->row[ret->count++] = row;
}

// However it is spelled.
static bool is_called(const struct record *proof, const char *name)
{
    autostr a = STR_INIT, b = STR_INIT;
    text_fold(proof->text[PROOF_NAME], strlen(proof->text[PROOF_NAME]), &a);
    text_fold(name, strlen(name), &b);
    return strcmp(a.buf, b.buf) == 0;
}

static bool is_asked_for(const struct record *proof, const struct evidence_list *asked)
{
    for (size_t i = 0; i < asked->count; i++)
        if (is_called(proof, asked->text[i]))
            return true;
    return false;
}

void evidence_of(const struct indicator *indicator, int quarter, const struct records *proofs,
                 struct evidence *ret)
{
    autoevidencelist asked = {0};
    struct evidence_row row = {.indicator = indicator, .quarter = quarter};
    evidence_asked(indicator->evidence, &asked);
    for (size_t a = 0; a < asked.count; a++) {
        const size_t before = ret->count;
        row.number = (int)a + 1;
        row.name = asked.text[a];
        for (size_t i = 0; i < proofs->count; i++)
            if (evidence_is_of(&proofs->record[i], indicator, quarter) &&
                is_called(&proofs->record[i], row.name))
                add_row(ret, row, &proofs->record[i]);
        if (ret->count == before)
            add_row(ret, row, NULL);
    }
    row.number = 0;
    for (size_t i = 0; i < proofs->count; i++) {
        const struct record *proof = &proofs->record[i];
        if (!evidence_is_of(proof, indicator, quarter) || is_asked_for(proof, &asked))
            continue;
        row.name = record_title(proof);
        add_row(ret, row, proof);
    }
}
