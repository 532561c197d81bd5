// SPDX-License-Identifier: GPL-3.0-or-later
// One table says which heads there are, where each lives and how it is read and written.
#include "head.h"

#include "orjon/base/text.h"
#include "orjon/base/tsv.h"
#include "orjon/domain/template.h"

#include <string.h>

enum head_type {
    HEAD_TEXT,
    HEAD_WORD,
    HEAD_SHORT,
    HEAD_YEAR,
    HEAD_MARKS,
    HEAD_ORDER,
    HEAD_SCALE,
    HEAD_SHARE
};

enum { ORDER_MAX = 999 };

#define AT(member) offsetof(struct plan, member)
static const struct {
    const char *key;
    enum head_type type;
    size_t at;
    enum text_limit limit;
    bool needed, always; // always: its line is written even when it says nothing
} heads[] = {
    {"plan", HEAD_WORD, AT(name), TEXT_CODE, true, true},
    {"fiscal_year", HEAD_YEAR, AT(fiscal_year), TEXT_NAME, true, true},
    {"family", HEAD_TEXT, AT(family), TEXT_CODE, true, true},
    {"title", HEAD_TEXT, AT(title), TEXT_NAME, true, true},
    {"short", HEAD_SHORT, AT(short_name), TEXT_SHORT, false, false},
    {"order", HEAD_ORDER, AT(order), TEXT_NAME, false, false},
    {"full_marks", HEAD_MARKS, AT(full_marks), TEXT_NAME, false, true},
    {"apa_marks", HEAD_MARKS, AT(apa_marks), TEXT_NAME, false, true},
    {"scale", HEAD_SCALE, AT(scale), TEXT_NAME, false, false},
    {"source", HEAD_TEXT, AT(source), TEXT_REMARK, false, true},
    {"layout", HEAD_TEXT, AT(layout), TEXT_CODE, false, false},
    {"share", HEAD_SHARE, AT(share), TEXT_NAME, false, false},
};
enum { HEADS = sizeof heads / sizeof *heads };
_Static_assert(sizeof heads / sizeof *heads <= HEADS_MAX, "a bit for each head");

enum status head_find(const char *key, size_t *ret, struct err *err)
{
    autostr known = STR_INIT;
    for (size_t i = 0; i < HEADS; i++) {
        if (strcmp(heads[i].key, key) == 0) {
            *ret = i;
            return STATUS_OK;
        }
        str_addf(&known, "%s%s", i ? ", " : "", heads[i].key);
    }
    return err_set(err, STATUS_INVALID, _("“%s” is no key of a plan; known are %s"), key,
                   known.buf);
}

const char *head_needed(size_t i, size_t *ret)
{
    for (size_t h = 0; h < HEADS; h++)
        if (heads[h].needed && i-- == 0) {
            *ret = h;
            return heads[h].key;
        }
    return NULL;
}

static enum status read_order(const char *s, size_t n, int *ret, struct err *err)
{
    __int128 value = 0;
    *ret = 0;
    if (n == 0)
        return STATUS_OK;
    enum status status = number_read(s, n, &value, NULL, err);
    if (!status && (value % NUMBER_ONE || value < NUMBER_ONE || value > ORDER_MAX * NUMBER_ONE))
        status = err_set(err, STATUS_INVALID, _("a whole number from 1 to %s is expected"),
                         SAY(ORDER_MAX));
    if (!status)
        *ret = (int)(value / NUMBER_ONE);
    return status;
}

static enum status read_marks(const char *s, size_t n, struct maybe *ret, struct err *err)
{
    *ret = (struct maybe){.set = n > 0};
    return n ? number_read(s, n, &ret->value, NULL, err) : STATUS_OK;
}

// The second cell: what the plans of that name have together.
static enum status read_share(const char *name, const struct tsv_cell *marks, struct share *ret,
                              struct err *err)
{
    struct maybe whole = {0};
    autostr clean = STR_INIT;
    enum status status = text_read(TEXT_NAME, marks->s, marks->n, &clean, err);
    if (!status)
        status = read_marks(clean.buf, clean.len, &whole, err);
    if (!status && (*name || whole.set) && (!*name || whole.value <= 0))
        status = err_set(err, STATUS_INVALID,
                         _("a name and, in the next cell, marks above 0 are expected"));
    if (!status)
        *ret = (struct share){name, whole};
    return status;
}

enum status head_set(struct plan *plan, size_t head, const struct tsv_cell *value, struct err *err)
{
    void *member = (char *)plan + heads[head].at;
    autostr clean = STR_INIT;
    enum status status = text_read(heads[head].limit, value->s, value->n, &clean, err);
    if (status)
        return status;
    const char *text = arena_text(&plan->text, clean.buf, clean.len);
    switch (heads[head].type) {
    case HEAD_YEAR:
        return period_read_year(text, clean.len, member, err);
    case HEAD_MARKS:
        return read_marks(text, clean.len, member, err);
    case HEAD_ORDER:
        return read_order(text, clean.len, member, err);
    case HEAD_SCALE:
        return scale_read(text, clean.len, &plan->text, member, err);
    case HEAD_SHARE:
        return read_share(text, value + 1, member, err);
    case HEAD_WORD:
        if (strcmp(text, "all") == 0) // --plan all means every plan
            return err_set(err, STATUS_INVALID, _("no plan can be called “all”"));
        break;
    default:
        break;
    }
    *(const char **)member = text;
    return STATUS_OK;
}

void head_complete(struct plan *plan)
{
    autostr name = STR_INIT;
    if (!plan->apa_marks.set)
        plan->apa_marks = plan->share.marks;
    if (*plan->short_name)
        return;
    text_shorten(&name, plan->title, TEXT_SHORT_MAX);
    plan->short_name = arena_text(&plan->text, name.buf, name.len);
}

static const struct number_style machine = {.digits = DIGITS_LATIN};

static void write_head(const struct plan *plan, size_t head, struct str *ret)
{
    const void *member = (const char *)plan + heads[head].at;
    const struct maybe *marks = member;
    autostr name = STR_INIT;
    switch (heads[head].type) {
    case HEAD_YEAR:
        period_write_year_short(ret, *(const int *)member);
        return;
    case HEAD_MARKS:
        if (marks->set)
            number_write(ret, marks->value, machine);
        return;
    case HEAD_ORDER:
        if (*(const int *)member)
            str_addf(ret, "%d", *(const int *)member);
        return;
    case HEAD_SCALE:
        scale_write(member, ret);
        return;
    case HEAD_SHARE:
        str_add(ret, plan->share.name);
        return;
    case HEAD_SHORT:
        text_shorten(&name, plan->title, TEXT_SHORT_MAX);
        str_add(ret, strcmp(name.buf, plan->short_name) == 0 ? "" : plan->short_name);
        return;
    default:
        str_add(ret, *(const char *const *)member);
    }
}

void head_write(const struct plan *plan, struct str *ret)
{
    for (size_t i = 0; i < HEADS; i++) {
        autostr value = STR_INIT;
        write_head(plan, i, &value);
        if (!value.len && !heads[i].always)
            continue;
        str_addf(ret, "#%s\t", heads[i].key);
        tsv_write_cell(ret, value.buf);
        if (heads[i].type == HEAD_SHARE) {
            str_add_char(ret, '\t');
            number_write(ret, plan->share.marks.value, machine);
        }
        str_add_char(ret, '\n');
    }
}

void template_head(const char *text, const char *key, struct str *ret)
{
    const size_t n = strlen(key);
    for (const char *at = text; *at == '#'; at += strcspn(at, "\n"), at += *at == '\n')
        if (strncmp(at + 1, key, n) == 0 && at[1 + n] == '\t') {
            at += n + 2;
            str_add_n(ret, at, strcspn(at, "\t\r\n"));
            return;
        }
}
