// SPDX-License-Identifier: GPL-3.0-or-later
// Office by office what was ticked of each indicator, and every indicator over all offices.
#include "below.h"

#include "orjon/base/text.h"
#include "orjon/domain/tick.h"
#include "private.h"

#include <stdlib.h>
#include <string.h>

// All marks of the plan and quarter, those of an office side by side.
struct marks {
    struct marked {
        int64_t office;
        struct store_mark mark;
        bool placed; // its indicator is a row of the office's template
    } * marked;
    size_t count, cap;
    struct arena texts;
};

// An indicator over all offices.
struct head {
    const char *code, *text;
    size_t yes, no;
};

struct matrix {
    const struct below_listing *l;
    struct marks marks;
    struct head *head;
    size_t heads, heads_cap;
};

static enum status take_mark(void *data, int64_t office, const struct store_mark *mark)
{
    struct marks *marks = data;
    if (marks->count == marks->cap) {
        marks->cap = marks->cap ? 2 * marks->cap : 64;
        marks->marked = mem_resize(marks->marked, marks->cap, sizeof *marks->marked);
    }
    struct marked *own = &marks->marked[marks->count++];
    *own = (struct marked){.office = office, .mark = *mark};
    own->mark.code = arena_text(&marks->texts, mark->code, strlen(mark->code));
    own->mark.remark = arena_text(&marks->texts, mark->remark, strlen(mark->remark));
    return STATUS_OK;
}

// Where the office's marks begin, or would.
static size_t first_of(const struct marks *marks, int64_t office)
{
    size_t low = 0, high = marks->count;
    while (low < high) {
        const size_t middle = (low + high) / 2;
        if (marks->marked[middle].office < office)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static struct head *find_head(struct matrix *m, const struct indicator *indicator)
{
    for (size_t i = 0; i < m->heads; i++)
        if (strcmp(m->head[i].code, indicator->code) == 0)
            return &m->head[i];
    if (m->heads == m->heads_cap) {
        m->heads_cap = m->heads_cap ? 2 * m->heads_cap : 16;
        m->head = mem_resize(m->head, m->heads_cap, sizeof *m->head);
    }
    m->head[m->heads] = (struct head){indicator->code, indicator->text, 0, 0};
    return &m->head[m->heads++];
}

// As the minutes print them.
static const char *sign_of(int mark)
{
    static const char *const signs[] = {[TICK_NONE] = "-", [TICK_YES] = "✓", [TICK_NO] = "X"};
    return signs[mark];
}

static void list_tick(struct matrix *m, const struct indicator *indicator,
                      const struct store_mark *mark)
{
    const struct below_listing *l = m->l;
    struct head *head = find_head(m, indicator);
    struct listed *row = listings_add(l->lists, LISTING_TICK);
    const int ticked = mark ? mark->mark : TICK_NONE;
    head->yes += ticked == TICK_YES;
    head->no += ticked == TICK_NO;
    below_put_text(l, row, LISTED_TICK_CODE, indicator->code);
    below_put_text(l, row, LISTED_TICK_TEXT, indicator->text);
    below_put_text(l, row, LISTED_TICK_MARK, sign_of(ticked));
    below_put_text(l, row, LISTED_TICK_REMARK, mark && *mark->remark ? mark->remark : "-");
}

// What was said under a code that the office's template has not stands below its table.
static void list_notes(struct matrix *m, struct listed *section, size_t first, size_t end)
{
    autostr notes = STR_INIT;
    for (size_t i = first; i < end; i++)
        if (!m->marks.marked[i].placed && *m->marks.marked[i].mark.remark)
            str_addf(&notes, "%s%s", notes.len ? " " : "", m->marks.marked[i].mark.remark);
    below_put_text(m->l, section, LISTED_SECTION_NOTE, notes.buf);
}

static void list_section(struct matrix *m, const struct below_office *office, size_t number)
{
    const struct below_listing *l = m->l;
    const struct plan *plan = office->plan;
    const int64_t id = office->office->unit->id;
    const size_t first = first_of(&m->marks, id), end = first_of(&m->marks, id + 1);
    size_t yes = 0, no = 0;
    struct listed *row = listings_add(l->lists, LISTING_SECTION);
    for (size_t i = 0; i < plan->count; i++) {
        const struct store_mark *mark = NULL;
        for (size_t k = first; k < end && !mark; k++)
            if (strcmp(m->marks.marked[k].mark.code, plan->indicator[i].code) == 0) {
                m->marks.marked[k].placed = true;
                mark = &m->marks.marked[k].mark;
            }
        yes += mark && mark->mark == TICK_YES;
        no += mark && mark->mark == TICK_NO;
        list_tick(m, &plan->indicator[i], mark);
    }
    below_put_count(l, row, LISTED_SECTION_NO, number);
    below_put_text(l, row, LISTED_SECTION_CODE, office->office->code);
    below_put_office(l, row, LISTED_SECTION_OFFICE, office);
    below_put_count(l, row, LISTED_SECTION_YES, yes);
    below_put_count(l, row, LISTED_SECTION_NOT, no);
    list_notes(m, row, first, end);
}

static void list_heads(const struct matrix *m)
{
    for (size_t i = 0; i < m->heads; i++) {
        struct listed *row = listings_add(m->l->lists, LISTING_HEAD);
        below_put_text(m->l, row, LISTED_HEAD_CODE, m->head[i].code);
        below_put_text(m->l, row, LISTED_HEAD_TEXT, m->head[i].text);
        below_put_count(m->l, row, LISTED_HEAD_YES, m->head[i].yes);
        below_put_count(m->l, row, LISTED_HEAD_NOT, m->head[i].no);
    }
}

enum status below_list_matrix(const struct below_listing *l, struct err *err)
{
    const struct below *b = l->below;
    struct matrix m = {.l = l};
    const enum status status = store_each_mark(b->app->store, 0, b->fiscal_year, b->name,
                                               b->quarter, take_mark, &m.marks, err);
    for (size_t i = 0; i < b->plan->count && !status; i++)
        find_head(&m, &b->plan->indicator[i]); // its rows come first
    for (size_t i = 0; i < b->count && !status; i++)
        list_section(&m, &b->office[i], i + 1);
    if (!status)
        list_heads(&m);
    free(m.marks.marked);
    free(m.head);
    arena_done(&m.marks.texts);
    return status;
}
