// SPDX-License-Identifier: GPL-3.0-or-later
// One bit of the office file is flipped: bit_flips [HOW MANY [SEED [FAMILY]]], the sample office of
// the family; coop-department has offices below it. Each must be noticed, when
// the file is opened or by verify, or change nothing of what is kept and computed. Never a crash,
// never a wrong figure in a file that is called sound, never another paper under genuine letters.
#include "../patience.h"
#include "desk.h"

#include "orjon/app/export.h"
#include "orjon/app/finalise.h"
#include "orjon/app/print.h"
#include "orjon/app/reviews.h"
#include "orjon/app/verify.h"
#include "orjon/base/digest.h"
#include "orjon/base/file.h"
#include "orjon/domain/template.h"
#include "orjon/store/receipts.h"

#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
    HARMLESS,
    NOTICED,
    NOTICED_HERE,
    UNSEEN,
    FORGED,
    RESULTS,
    DEFAULT_FLIPS = 150,
    DAY = 19700,
    ROWS_MAX = 100
};

static void add_figure(struct str *all, const struct entry *entry)
{
    str_addf(all, "%d %" PRId64 " %" PRId64 " %" PRId64 " %zu %u %s|%s\n", (int)entry->state,
             number_pack(entry->value.value, entry->decimals), number_pack(entry->count.value, 0),
             number_pack(entry->denominator.value, 0), entry->dates, entry->notes, entry->typed,
             entry->remark);
    for (size_t i = 0; i < entry->dates; i++)
        str_addf(all, "%d ", entry->date[i]);
}

static enum status add_journal(void *data, const struct journal_row *row)
{
    str_addf(data, "%" PRId64 " %s %s %s %s %s %s\n", row->seq, row->at, row->who, row->code,
             row->old_text, row->new_text, row->reason);
    return STATUS_OK;
}

static void add_book(struct str *all, struct book *book)
{
    struct app_seal seal;
    template_write(book->plan, all);
    for (size_t i = 0; i < book->plan->count; i++) {
        for (int q = 0; q < QUARTERS; q++)
            add_figure(all, &book->years[i].quarter[q]);
        if (book->scores[i].marks.set)
            ratio_write(all, book->scores[i].marks.r, 6, DIGITS_LATIN);
    }
    if (app_seal(book, 1, &seal, NULL) == STATUS_OK)
        str_addf(all, "%d %s\n", seal.revision, seal.hash);
}

struct received {
    struct store *store;
    struct str *all;
    bool read;
};

static enum status add_receipt(void *data, const struct store_receipt *receipt)
{
    struct received *r = data;
    struct arena texts = {0};
    struct year years[ROWS_MAX];
    str_addf(r->all, "%" PRId64 " %s %d %d %s %d %d %s\n", receipt->office, receipt->plan,
             receipt->first_day, receipt->day, receipt->seal, (int)receipt->verdict,
             receipt->verdict_day, receipt->reason);
    r->read =
        r->read &&
        store_load_received(r->store, receipt->id, ROWS_MAX, &texts, years, NULL) == STATUS_OK &&
        store_load_template(r->store, receipt->template_id, r->all, NULL) == STATUS_OK &&
        store_load_bundle(r->store, receipt->seq, r->all, NULL) == STATUS_OK;
    for (size_t i = 0; i < ROWS_MAX * QUARTERS && r->read; i++)
        if (years[i / QUARTERS].quarter[i % QUARTERS].state != ENTRY_EMPTY)
            add_figure(r->all, &years[i / QUARTERS].quarter[i % QUARTERS]);
    arena_done(&texts);
    return STATUS_OK;
}

// What offices below have sent, and what was said of it.
static bool add_received(const char *path, struct app *app, struct str *all)
{
    struct received r = {.all = all, .read = true};
    if (app_write_matrix(app, 0, 0, all, NULL) || store_open(path, STORE_READ, &r.store, NULL))
        return false;
    r.read = store_each_receipt(r.store, 0, app_office(app)->fiscal_year, NULL, 0, add_receipt, &r,
                                NULL) == STATUS_OK &&
             r.read;
    store_close(&r.store);
    return r.read;
}

// A digest of all that the file says; empty when it cannot be read.
static bool digest(const char *path, struct str *ret)
{
    const struct app_options options = {.file = path, .via = "test", .as_of = {true, DAY}};
    struct app *app = NULL;
    struct shelf shelf = {0};
    autostr all = STR_INIT;
    bool read = app_open(&options, &app, NULL) == STATUS_OK &&
                shelf_open(app, 0, NULL, 4, &shelf, NULL) == STATUS_OK &&
                app_log(app, 0, NULL, NULL, 0, add_journal, &all, NULL) == STATUS_OK;
    for (size_t i = 0; i < shelf.count; i++)
        add_book(&all, shelf.book[i]);
    for (int i = 0; read && i < RECORD_KINDS; i++)
        read = app_export(app, record_shape((enum record_kind)i)->plural, 0, 0, &all, NULL) ==
               STATUS_OK;
    for (int i = 0; read && i < OFFICE_FIELDS; i++)
        str_addf(&all, "%s\n", app_office(app)->field[i]);
    read = read && add_received(path, app, &all);
    digest_write(ret, all.buf, all.len);
    shelf_done(&shelf);
    app_close(&app);
    return read;
}

// The control: whether SQLite's own check finds nothing where we must.
static bool passes_sqlite(const char *path)
{
    struct store *store = NULL;
    bool passes = store_open(path, STORE_READ, &store, NULL) == STATUS_OK &&
                  store_verify_file(store, NULL) == STATUS_OK;
    store_close(&store);
    return passes;
}

// The papers of the finalised quarter: of every plan, and of all of them.
enum { PAPERS_MAX = 16 };
struct papers {
    struct str text[PAPERS_MAX], letters[PAPERS_MAX];
    char plan[PAPERS_MAX][32];
    size_t count;
};

static bool add_paper(struct papers *papers, struct app *app, const char *plan)
{
    const struct app_paper wanted = {.paper = "return", .plan = plan, .quarter = 1};
    snprintf(papers->plan[papers->count], sizeof *papers->plan, "%s", plan);
    return app_print(app, &wanted, "text", &(struct writer_options){0},
                     &papers->text[papers->count++], NULL) == STATUS_OK;
}

static bool read_papers(const char *path, struct papers *ret)
{
    const struct app_options options = {.file = path, .via = "test", .as_of = {true, DAY}};
    struct app *app = NULL;
    struct shelf shelf = {0};
    bool read = app_open(&options, &app, NULL) == STATUS_OK &&
                shelf_open(app, 0, NULL, 1, &shelf, NULL) == STATUS_OK;
    for (size_t i = 0; i < shelf.count && i + 1 < PAPERS_MAX && read; i++) {
        struct app_seal seal = {0};
        read = app_seal(shelf.book[i], 1, &seal, NULL) == STATUS_OK && seal.sealed &&
               add_paper(ret, app, shelf.book[i]->plan->name);
        str_add(&ret->letters[i], seal.mark);
    }
    read = read && add_paper(ret, app, "all");
    shelf_done(&shelf);
    app_close(&app);
    return read;
}

static bool has_letters(const char *text, const struct papers *genuine)
{
    for (size_t i = 0; i + 1 < genuine->count; i++)
        if (strstr(text, genuine->letters[i].buf))
            return true;
    return false;
}

static bool is_forged(const char *path, const struct papers *genuine)
{
    const struct app_options options = {.file = path, .via = "test", .as_of = {true, DAY}};
    struct app *app = NULL;
    bool forged = false;
    if (app_open(&options, &app, NULL))
        return false;
    for (size_t i = 0; i < genuine->count && !forged; i++) {
        const struct app_paper wanted = {.paper = "return", .plan = genuine->plan[i], .quarter = 1};
        autostr text = STR_INIT;
        const enum status status =
            app_print(app, &wanted, "text", &(struct writer_options){0}, &text, NULL);
        forged = has_letters(text.buf, genuine) &&
                 (status || strcmp(text.buf, genuine->text[i].buf) != 0);
    }
    app_close(&app);
    return forged;
}

static int judge(const char *path, const char *expected, const struct papers *genuine)
{
    const struct app_options options = {.file = path, .via = "test", .as_of = {true, DAY}};
    struct app *app = NULL;
    struct app_verdict verdict;
    autostr found = STR_INIT;
    bool sound =
        app_open(&options, &app, NULL) == STATUS_OK && app_verify(app, &verdict, NULL) == STATUS_OK;
    app_close(&app);
    if (is_forged(path, genuine))
        return FORGED;
    if (!sound)
        return passes_sqlite(path) ? NOTICED_HERE : NOTICED;
    return digest(path, &found) && strcmp(found.buf, expected) == 0 ? HARMLESS : UNSEEN;
}

// In a process of its own: a crash is a result too.
static int judge_apart(const char *path, const char *expected, const struct papers *genuine)
{
    int status = 0;
    pid_t child = fork();
    if (child == 0) {
        alarm(20); // neither may it hang
        _exit(judge(path, expected, genuine));
    }
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static bool make_office(const char *path, const char *family)
{
    const struct app_options options = {.file = path, .via = "test", .as_of = {true, DAY}};
    const struct app_new_office office = {.sample = true, .family = family};
    struct app *app = NULL;
    struct shelf shelf = {0};
    bool made = app_init(&options, &office, NULL) == STATUS_OK &&
                app_open(&options, &app, NULL) == STATUS_OK && desk_fill(app) &&
                shelf_open(app, 0, NULL, 1, &shelf, NULL) == STATUS_OK &&
                app_finalise(app, &shelf, NULL, NULL, NULL) == STATUS_OK;
    shelf_done(&shelf);
    app_close(&app);
    return made;
}

static bool write_flipped(const char *path, struct str *bytes, size_t bit)
{
    char *byte = &bytes->buf[bit / 8];
    *byte = (char)(*byte ^ (1 << bit % 8));
    bool written = file_write(path, bytes->buf, bytes->len, true, NULL) == STATUS_OK;
    *byte = (char)(*byte ^ (1 << bit % 8));
    return written;
}

static int run(const char *folder, long flips, unsigned seed, const char *family)
{
    long results[RESULTS] = {0}, crashed = 0;
    struct papers genuine = {0};
    autostr office = STR_INIT, path = STR_INIT, bytes = STR_INIT, expected = STR_INIT;
    str_addf(&office, "%s/office.db", folder);
    str_addf(&path, "%s/flipped.db", folder);
    if (!make_office(office.buf, family) || !digest(office.buf, &expected) ||
        !read_papers(office.buf, &genuine) || !has_letters(genuine.text[0].buf, &genuine) ||
        file_read(office.buf, &bytes, NULL))
        return 1;
    for (long i = 0; i < flips; i++) {
        const size_t bit = ((size_t)rand_r(&seed) << 16 ^ (size_t)rand_r(&seed)) % (bytes.len * 8);
        if (!write_flipped(path.buf, &bytes, bit))
            return 1;
        const int result = judge_apart(path.buf, expected.buf, &genuine);
        if (result < 0)
            crashed++;
        else
            results[result % RESULTS]++;
        if (result < 0 || result == UNSEEN || result == FORGED)
            printf("FAILED: bit %zu of byte %zu: %s\n", bit % 8, bit / 8,
                   result < 0         ? "crashed"
                   : result == UNSEEN ? "not noticed"
                                      : "another paper under genuine letters");
    }
    printf("%ld bits flipped in %zu bytes: %ld noticed, %ld of them only by the journal, "
           "%ld harmless, %ld unseen, %ld forged papers, %ld crashed\n",
           flips, bytes.len, results[NOTICED] + results[NOTICED_HERE], results[NOTICED_HERE],
           results[HARMLESS], results[UNSEEN], results[FORGED], crashed);
    for (size_t i = 0; i < PAPERS_MAX; i++) {
        str_done(&genuine.text[i]);
        str_done(&genuine.letters[i]);
    }
    return results[UNSEEN] || results[FORGED] || crashed || !results[NOTICED] ||
           !results[NOTICED_HERE];
}

int main(int argc, char **argv)
{
    char folder[] = "/tmp/orjon-flips-XXXXXX";
    if (!mkdtemp(folder))
        return 1;
    const int failed = run(folder, argc > 1 ? atol(argv[1]) : DEFAULT_FLIPS,
                           argc > 2 ? (unsigned)atol(argv[2]) : 1, argc > 3 ? argv[3] : NULL);
    autostr command = STR_INIT;
    str_addf(&command, "rm -rf '%s'", folder);
    return system(command.buf) || failed;
}
