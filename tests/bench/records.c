// SPDX-License-Identifier: GPL-3.0-or-later
// Ten years of meetings: what it costs to load their list and to search in their decisions, against
// the least that SQLite alone needs to hand out the same cells: records FILE, which it makes.
#include "orjon/store/records.h"
#include "orjon/base/file.h"
#include "orjon/base/text.h"
#include "orjon/store/store.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { YEARS = 10, MEETINGS = 60, ITEMS = 8, TURNS = 15 };

static void must(bool holds, const char *what)
{
    if (holds)
        return;
    fprintf(stderr, "bench_records: %s\n", what);
    exit(1);
}

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

// --- the office

static int64_t make(struct store *store, enum record_kind kind, int64_t parent)
{
    int64_t id = 0;
    must(!store_new_record(store, kind, parent, &id, NULL), "no record");
    return id;
}

static void put(struct store *store, enum record_kind kind, int64_t id, int field, const char *text)
{
    must(!store_put_field(store, kind, id, field, NULL, text, NULL), text);
}

static void fill_item(struct store *store, int64_t meeting, int place)
{
    char text[24];
    const int64_t item = make(store, RECORD_ITEM, meeting);
    snprintf(text, sizeof text, "%d", place);
    put(store, RECORD_ITEM, item, ITEM_PLACE, text);
    put(store, RECORD_ITEM, item, ITEM_SUBJECT, "ই-নথির ব্যবহার বৃদ্ধি");
    put(store, RECORD_ITEM, item, ITEM_DISCUSSION,
        "সভায় ই-নথির ব্যবহার নিয়ে বিস্তারিত আলোচনা করা হয়।\n\nউপস্থিত সকলে মতামত দেন।");
    const int64_t decision = make(store, RECORD_DECISION, item);
    put(store, RECORD_DECISION, decision, DECISION_PLACE, "1");
    put(store, RECORD_DECISION, decision, DECISION_TEXT,
        "সকল শাখায় ই-নথির মাধ্যমে কাজ সম্পাদন করতে হবে।");
    put(store, RECORD_DECISION, decision, DECISION_WHO, "সকল কর্মকর্তা ও কর্মচারী");
    put(store, RECORD_DECISION, decision, DECISION_STATE, place % 2 ? "done" : "running");
    const int64_t progress = make(store, RECORD_PROGRESS, decision);
    put(store, RECORD_PROGRESS, progress, PROGRESS_TEXT, "কার্যক্রম চলমান আছে।");
}

static void fill(struct store *store)
{
    char text[64];
    for (int i = 0; i < YEARS * MEETINGS; i++) {
        const int64_t meeting = make(store, RECORD_MEETING, 0);
        snprintf(text, sizeof text, "%d-%02d-10", 2014 + i / MEETINGS, i % 12 + 1);
        put(store, RECORD_MEETING, meeting, MEETING_DATE, text);
        snprintf(text, sizeof text, "%d তম সভা", i + 1);
        put(store, RECORD_MEETING, meeting, MEETING_TITLE, text);
        put(store, RECORD_MEETING, meeting, MEETING_SORT, "meeting");
        put(store, RECORD_MEETING, meeting, MEETING_TIME, "10:00");
        put(store, RECORD_MEETING, meeting, MEETING_VENUE, "উপজেলা সমবায় কার্যালয়ের সভাকক্ষ");
        put(store, RECORD_MEETING, meeting, MEETING_PLAN, "egov");
        put(store, RECORD_MEETING, meeting, MEETING_CODES, "4.1.1 5.1.1");
        for (int item = 1; item <= ITEMS; item++)
            fill_item(store, meeting, item);
    }
}

// --- what is measured

static size_t found;

static void list(struct store *store)
{
    autorecords meetings = {0};
    must(!store_load_records(store, RECORD_MEETING, 0, 0, &meetings, NULL), "not loaded");
    must(meetings.count == YEARS * MEETINGS, "meetings are missing");
}

static void search(struct store *store)
{
    autorecords decisions = {0};
    autostr wanted = STR_INIT, text = STR_INIT;
    must(!store_load_records(store, RECORD_DECISION, 0, 0, &decisions, NULL), "not loaded");
    text_fold("কর্মচারী", strlen("কর্মচারী"), &wanted);
    found = 0;
    for (size_t i = 0; i < decisions.count; i++)
        for (int f = 0; f < DECISION_FIELD_COUNT; f++) {
            const char *s = decisions.record[i].text[f];
            str_reset(&text);
            text_fold(s, strlen(s), &text);
            found += strstr(text.buf, wanted.buf) != NULL;
        }
    must(found == YEARS * MEETINGS * ITEMS, "decisions are not found");
}

static sqlite3 *bare;

static void read_bare(const char *sql)
{
    sqlite3_stmt *row = NULL;
    size_t bytes = 0;
    must(sqlite3_prepare_v2(bare, sql, -1, &row, NULL) == SQLITE_OK, sql);
    while (sqlite3_step(row) == SQLITE_ROW)
        bytes += strlen((const char *)sqlite3_column_text(row, 2));
    sqlite3_finalize(row);
    must(bytes > 0, "nothing was read");
}

static void list_bare(struct store *store)
{
    (void)store;
    read_bare("SELECT r.id, f.name, f.value FROM record r CROSS JOIN field f ON f.record = r.id"
              " WHERE r.kind = 'meeting' ORDER BY r.id");
}

static void search_bare(struct store *store)
{
    (void)store;
    read_bare("SELECT r.id, f.name, f.value FROM record r CROSS JOIN field f ON f.record = r.id"
              " WHERE r.kind = 'decision' AND (f.value LIKE '%কর্মচারী%' OR f.name <> '')");
}

static double best_of(void (*run)(struct store *store), struct store *store, double best)
{
    const double start = now();
    run(store);
    const double took = now() - start;
    return best == 0 || took < best ? took : best;
}

static void compare(const char *what, void (*ours)(struct store *store),
                    void (*floor)(struct store *store), struct store *store)
{
    double own = 0, least = 0;
    for (int i = 0; i < TURNS; i++) { // in turn, so that both see the same machine
        least = best_of(floor, store, least);
        own = best_of(ours, store, own);
    }
    printf("%s\t%.1f ms, SQLite alone %.1f\t%.2f\t\n", what, own, least, own / least);
}

int main(int argc, char **argv)
{
    struct store *store = NULL;
    if (argc != 2)
        return 2;
    file_remove(argv[1]);
    must(!store_open(argv[1], STORE_CREATE, &store, NULL), argv[1]);
    fill(store);
    must(!store_commit(store, NULL), "not saved");
    must(sqlite3_open(argv[1], &bare) == SQLITE_OK, argv[1]);
    compare("list of 600 meetings of ten years", list, list_bare, store);
    compare("search in their 4800 decisions", search, search_bare, store);
    sqlite3_close(bare);
    store_close(&store);
    return 0;
}
