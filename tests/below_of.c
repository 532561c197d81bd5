// SPDX-License-Identifier: GPL-3.0-or-later
// Fills an office file with offices below and what they sent:
//
//     below_of FILE OFFICES SENT PLANS INDICATORS FIRST_YEAR YEARS
//
// Offices are 1001, 1002 …, every tenth one the head of the nine after it; the first SENT of them
// send every quarter. The figure of an office (from 0), an indicator (from 0) and a quarter is
// (7 · office + 3 · indicator + quarter) mod 50 + 1, so that totals can be worked out by others:
// a number, or a percent of that many out of 60, or a day of the quarter. Where office + indicator
// + quarter divides by 11 stands a dash, and in the indicator 4 it is not applicable. The first
// plan's second quarter has marks.
#include "below.h"

#include "orjon/store/receipts.h"
#include "orjon/store/records.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define must below_must

static void put(struct store *store, int64_t id, int field, const char *text)
{
    must(!store_put_field(store, RECORD_UNIT, id, field, NULL, text, NULL), text);
}

static void add_offices(struct store *store, int count, int64_t *ret)
{
    char text[160];
    must(!store_begin_write(store, NULL), "no transaction");
    for (int i = 0; i < count; i++) {
        must(!store_new_record(store, RECORD_UNIT, 0, &ret[i], NULL), "no office");
        snprintf(text, sizeof text, "%d", 1001 + i);
        put(store, ret[i], UNIT_CODE, text);
        snprintf(text, sizeof text, "উপজেলা সমবায় কার্যালয়, %d", i + 1);
        put(store, ret[i], UNIT_NAME, text);
        snprintf(text, sizeof text, "%lld", (long long)ret[i / 10 * 10]);
        if (i % 10)
            put(store, ret[i], UNIT_UNDER, text);
    }
    must(!store_commit(store, NULL), "not committed");
}

static void write_plan(int number, int rows, int year, struct str *ret)
{
    char name[24];
    snprintf(name, sizeof name, "plan-%d", number + 1);
    struct plan *plan = below_plan(name, rows, year);
    template_write(plan, ret);
    below_plan_free(&plan);
}

static struct entry figure(int office, int row, int quarter, int year, struct arena *texts)
{
    autostr typed = STR_INIT;
    below_type(office, row, quarter, year, &typed);
    struct entry entry = {.typed = arena_text(texts, typed.buf, typed.len), .remark = ""};
    const int value = (7 * office + 3 * row + quarter) % 50 + 1;
    if ((office + row + quarter) % 11 == 0) {
        entry.state = row == 4 ? ENTRY_NOT_APPLICABLE : ENTRY_NONE;
        return entry;
    }
    entry.state = ENTRY_VALUE;
    if (row % BELOW_KINDS == 4) {
        entry.dates = 1;
        entry.date[0] = period_quarter_start(year, quarter) + value;
    } else if (row % BELOW_KINDS == 2) {
        entry.count = (struct maybe){true, value * NUMBER_ONE};
        entry.denominator = (struct maybe){true, 60 * NUMBER_ONE};
        entry.value = (struct maybe){true, value * NUMBER_ONE * 100 / 60};
    } else {
        entry.value = (struct maybe){true, value * NUMBER_ONE};
    }
    return entry;
}

enum { PLANS_MAX = 20, ROWS_MAX = 100 };

struct sending {
    struct store *store;
    int plans, rows, year;
    struct str text[PLANS_MAX];
    struct entry entry[ROWS_MAX * QUARTERS];
    struct store_received figure[ROWS_MAX * QUARTERS];
};

static void send(struct sending *s, int office, int64_t id, int quarter)
{
    struct store_arrival arrival[PLANS_MAX];
    char name[PLANS_MAX][24];
    autostr bytes = STR_INIT;
    int64_t seq = 0;
    struct arena texts = {0};
    size_t n = 0;
    for (int row = 0; row < s->rows; row++)
        for (int q = 1; q <= quarter; q++, n++) {
            s->entry[n] = figure(office, row, q, s->year, &texts);
            s->figure[n] = (struct store_received){row, q, &s->entry[n]};
        }
    for (int p = 0; p < s->plans; p++) {
        snprintf(name[p], sizeof name[p], "plan-%d", p + 1);
        arrival[p] = (struct store_arrival){
            .office = id,
            .fiscal_year = s->year,
            .quarter = quarter,
            .plan = name[p],
            .seal = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            .day = period_quarter_end(s->year, quarter) + 5,
            .template_text = s->text[p].buf,
            .figure = s->figure,
            .figures = n};
    }
    str_addf(&bytes, "%d %d %d", office, s->year, quarter);
    must(!store_receive(s->store, arrival, (size_t)s->plans, &bytes, &seq, NULL), "not received");
    arena_done(&texts);
}

// ✓ of every third office and indicator, ✗ of those after them with a remark, for the first plan
// and the second quarter; a note on the second office.
static void mark(struct sending *s, int office, int64_t id)
{
    char code[24];
    for (int row = 0; row < s->rows; row++) {
        const int ticked = (office + row) % 3;
        snprintf(code, sizeof code, "%d.%d", row / 10 + 1, row % 10 + 1);
        const struct store_mark own = {
            .code = code, .mark = ticked, .remark = ticked == 2 ? "তথ্য পাওয়া যায়নি।" : ""};
        must(!store_put_mark(s->store, id, s->year, "plan-1", 2, &own, NULL), "not marked");
    }
    const struct store_mark note = {.code = "note", .remark = "প্রমাণক ওয়েবসাইটে পাওয়া যায়নি।"};
    if (office == 1)
        must(!store_put_mark(s->store, id, s->year, "plan-1", 2, &note, NULL), "no note");
}

static int number(const char *word)
{
    return (int)strtol(word, NULL, 10);
}

int main(int argc, char **argv)
{
    must(argc == 8, "FILE OFFICES SENT PLANS INDICATORS FIRST_YEAR YEARS");
    static struct sending s;
    const int offices = number(argv[2]), sent = number(argv[3]);
    s.plans = number(argv[4]);
    s.rows = number(argv[5]);
    must(s.plans <= PLANS_MAX && s.rows <= ROWS_MAX && sent <= offices, "too many");
    must(!store_open(argv[1], STORE_WRITE, &s.store, NULL), "not opened");
    int64_t *id = calloc((size_t)offices, sizeof *id);
    must(id, "no memory");
    add_offices(s.store, offices, id);
    for (s.year = number(argv[6]); s.year < number(argv[6]) + number(argv[7]); s.year++) {
        for (int p = 0; p < s.plans; p++) {
            str_reset(&s.text[p]);
            write_plan(p, s.rows, s.year, &s.text[p]);
        }
        must(!store_begin_write(s.store, NULL), "no transaction");
        for (int office = 0; office < sent; office++)
            mark(&s, office, id[office]);
        must(!store_commit(s.store, NULL), "not committed");
        for (int office = 0; office < sent; office++)
            for (int quarter = 1; quarter <= QUARTERS; quarter++)
                send(&s, office, id[office], quarter);
    }
    for (int p = 0; p < s.plans; p++)
        str_done(&s.text[p]);
    free(id);
    store_close(&s.store);
    return 0;
}
