// SPDX-License-Identifier: GPL-3.0-or-later
// What the office says often: remarks, and lines of discussions, decisions and progress.
#include "phrases_count.h"

#include "orjon/base/mem.h"
#include "orjon/base/text.h"
#include "orjon/store/texts.h"

#include <stdlib.h>
#include <string.h>

enum { LEAST = 2, SHORTEST = 4 * 3, LONGEST = 300 * 3 }; // times; bytes of a line
enum { LEARNED_MAX = 200 };                              // the most used: more nobody looks through

// A line as it was typed somewhere.
struct saying {
    const char *text;
    const char *sort;
    size_t times;
};

struct sayings {
    struct saying *saying;
    size_t count, cap;
    struct arena arena;
    const char *sort; // of what is being counted
};

static bool is_digit(const char *s, size_t n)
{
    return (n && *s >= '0' && *s <= '9') || (n >= 3 && memcmp(s, "\xE0\xA7", 2) == 0 &&
                                             (uint8_t)s[2] >= 0xA6 && (uint8_t)s[2] <= 0xAF);
}

static bool begins(const char *s, size_t n, const char *what)
{
    return n >= strlen(what) && memcmp(s, what, strlen(what)) == 0;
}

// The number of a list before it and the danda behind it are not of the phrase.
static const char *bare(const char *s, size_t *n)
{
    size_t at = begins(s, *n, "("), step = 0;
    const size_t digits = at;
    while (is_digit(s + at, *n - at))
        at += (unsigned char)s[at] < 0x80 ? 1 : 3;
    if (at > digits)
        step = begins(s + at, *n - at, "।")                                   ? 3
               : begins(s + at, *n - at, ".") || begins(s + at, *n - at, ")") ? 1
                                                                              : 0;
    at = step ? at + step : 0;
    *n -= at;
    s = text_trim(s + at, n);
    while (*n >= 3 && memcmp(s + *n - 3, "।", 3) == 0) {
        *n -= 3;
        s = text_trim(s, n);
    }
    return s;
}

static void add_saying(struct sayings *sayings, const char *s, size_t n, size_t times)
{
    s = bare(s, &n);
    if (n < SHORTEST || n > LONGEST)
        return;
    if (sayings->count == sayings->cap) {
        sayings->cap = sayings->cap ? sayings->cap * 2 : 256;
        sayings->saying = mem_resize(sayings->saying, sayings->cap, sizeof *sayings->saying);
    }
    sayings->saying[sayings->count++] = (struct saying){
        .text = arena_text(&sayings->arena, s, n), .sort = sayings->sort, .times = times};
}

static void take(void *data, const char *text, int64_t times)
{
    for (size_t n = 0;; text += n + 1) {
        n = strcspn(text, "\n");
        add_saying(data, text, n, (size_t)times);
        if (!text[n])
            return;
    }
}

static enum status gather(struct store *store, struct sayings *ret, struct err *err)
{
    static const struct {
        enum record_kind kind;
        int field;
    } fields[] = {{RECORD_ITEM, ITEM_DISCUSSION},
                  {RECORD_DECISION, DECISION_TEXT},
                  {RECORD_PROGRESS, PROGRESS_TEXT}};
    const struct store_texts to = {.each = take, .data = ret};
    ret->sort = "remark";
    enum status status = store_walk_remarks(store, &to, err);
    for (size_t i = 0; !status && i < sizeof fields / sizeof *fields; i++) {
        ret->sort = phrase_sort_of(fields[i].kind, fields[i].field);
        status = store_walk_texts(store, fields[i].kind, fields[i].field, &to, err);
    }
    return status;
}

static int by_text(const void *a, const void *b)
{
    const struct saying *x = a, *y = b;
    const int order = strcmp(x->text, y->text);
    return order ? order : strcmp(x->sort, y->sort);
}

// Makes those of one text one; its sort is the one in which it stands most.
static void unite(struct sayings *sayings)
{
    size_t kept = 0;
    qsort(sayings->saying, sayings->count, sizeof *sayings->saying, by_text);
    for (size_t i = 0, end = 0; i < sayings->count; i = end) {
        const char *text = sayings->saying[i].text, *sort = NULL;
        size_t times = 0, most = 0;
        for (end = i; end < sayings->count && strcmp(sayings->saying[end].text, text) == 0;) {
            const char *own = sayings->saying[end].sort;
            size_t of_sort = 0;
            for (; end < sayings->count && sayings->saying[end].sort == own &&
                   strcmp(sayings->saying[end].text, text) == 0;
                 end++)
                of_sort += sayings->saying[end].times;
            sort = of_sort > most ? own : sort;
            most = of_sort > most ? of_sort : most;
            times += of_sort;
        }
        sayings->saying[kept++] = (struct saying){.text = text, .sort = sort, .times = times};
    }
    sayings->count = kept;
}

// Whether a text is the phrase with something in the place of its placeholders. Where it stops
// being so, only the last placeholder is made longer: those before it may be as short as they were.
static bool is_phrase(const char *phrase, size_t n, const char *text)
{
    const char *const end = phrase + n, *behind = NULL, *again = NULL;
    while (*text) {
        const char *close =
            phrase < end && *phrase == '{' ? memchr(phrase, '}', (size_t)(end - phrase)) : NULL;
        if (close) {
            phrase = behind = close + 1;
            again = ++text;
        } else if (phrase < end && *phrase == *text) {
            phrase++;
            text++;
        } else if (behind) {
            phrase = behind;
            text = ++again;
        } else {
            return false;
        }
    }
    return phrase == end;
}

// What is compared of a phrase.
struct known {
    const char *text;
    size_t n;
};

static struct known *bare_phrases(const struct phrases *phrases)
{
    struct known *known = mem_alloc((phrases->count + 1) * sizeof *known);
    for (size_t i = 0; i < phrases->count; i++) {
        known[i].n = strlen(phrases->phrase[i].text);
        known[i].text = bare(phrases->phrase[i].text, &known[i].n);
    }
    return known;
}

// Counts a saying for every phrase that it is; whether there was one.
static bool count_for(const struct saying *saying, struct phrases *phrases,
                      const struct known *known, size_t count)
{
    bool found = false;
    for (size_t i = 0; i < count; i++) {
        if (!is_phrase(known[i].text, known[i].n, saying->text))
            continue;
        phrases->phrase[i].used += saying->times;
        found = true;
    }
    return found;
}

static int by_times(const void *a, const void *b)
{
    const struct saying *x = a, *y = b;
    return (x->times < y->times) - (x->times > y->times);
}

enum status phrases_count(struct store *store, struct phrases *phrases, struct err *err)
{
    struct sayings sayings = {0};
    enum status status = gather(store, &sayings, err);
    unite(&sayings);
    qsort(sayings.saying, sayings.count, sizeof *sayings.saying, by_times);
    const size_t count = phrases->count;
    autofree struct known *known = bare_phrases(phrases);
    for (size_t i = 0, learned = 0; !status && i < sayings.count; i++) {
        const struct saying *saying = &sayings.saying[i];
        if (count_for(saying, phrases, known, count) || saying->times < LEAST ||
            learned++ >= LEARNED_MAX)
            continue;
        struct phrase *phrase = phrases_add(phrases, saying->text, saying->sort);
        phrase->origin = PHRASE_LEARNED;
        phrase->used = saying->times;
    }
    free(sayings.saying);
    arena_done(&sayings.arena);
    return status;
}
