// SPDX-License-Identifier: GPL-3.0-or-later
// What it takes to receive a quarter of all offices, verified, compared and taken in as
// `orjon receive FOLDER` does it, against the sqlite3 shell that imports the same rows from a
// table. receive FOLDER [QUARTER]: the folder is empty; the bundles are made in it.
#include "../below.h"

#include "orjon/app/receive.h"
#include "orjon/app/verify.h"
#include "orjon/base/base64.h"
#include "orjon/base/digest.h"
#include "orjon/base/file.h"
#include "orjon/exchange/bundle.h"
#include "orjon/store/receipts.h"
#include "orjon/store/records.h"

#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { OFFICES = 570, PLANS = 6, ROWS = 45, YEAR = 2023, PAPER = 12000, TURNS = 3 };

#define must below_must

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

struct bench {
    const char *folder;
    int quarter;
    struct plan *plan[PLANS];
    char name[PLANS][24];
    struct str text[PLANS], hash[PLANS], letters[PLANS], paper;
    long long rows;
};

static void path_of(const struct bench *b, const char *what, struct str *ret)
{
    str_addf(ret, "%s/%s", b->folder, what);
}

static void make_plans(struct bench *b)
{
    unsigned char paper[PAPER];
    for (size_t i = 0; i < sizeof paper; i++)
        paper[i] = (unsigned char)(i * i >> 3);
    base64_write(&b->paper, paper, sizeof paper);
    for (int p = 0; p < PLANS; p++) {
        snprintf(b->name[p], sizeof b->name[p], "plan-%d", p + 1);
        b->plan[p] = below_plan(b->name[p], ROWS, YEAR);
        template_write(b->plan[p], &b->text[p]);
        digest_write(&b->hash[p], b->text[p].buf, b->text[p].len);
        base64_write(&b->letters[p], b->text[p].buf, b->text[p].len);
    }
}

// --- what the offices send ----------------------------------------------------------------------

static const char *number(struct maybe number, struct arena *texts)
{
    autostr text = STR_INIT;
    if (number.set)
        number_write(&text, number.value, (struct number_style){.digits = DIGITS_LATIN});
    return arena_text(texts, text.buf, text.len);
}

static struct bundle_figure figure(const struct indicator *row, int quarter, const char *typed,
                                   struct arena *texts)
{
    struct entry entry = {0};
    autostr date = STR_INIT;
    must(!entry_read(row, typed, strlen(typed), ENTRY_TYPED, &entry, NULL), typed);
    if (entry.dates)
        date_write_iso(&date, entry.date[0]);
    return (struct bundle_figure){.indicator = row->code,
                                  .quarter = quarter,
                                  .typed = arena_text(texts, typed, strlen(typed)),
                                  .state = entry_state_word(entry.state),
                                  .value = number(entry.value, texts),
                                  .count = number(entry.count, texts),
                                  .denominator = number(entry.denominator, texts),
                                  .dates = arena_text(texts, date.buf, date.len),
                                  .remark = ""};
}

static void fill(const struct bench *b, int office, int p, struct bundle_plan *ret,
                 struct arena *texts)
{
    char seal[DIGEST_HEX + 1];
    snprintf(seal, sizeof seal, "%064d", office * PLANS + p + 1);
    *ret = (struct bundle_plan){.plan = b->name[p],
                                .title = b->plan[p]->title,
                                .family = b->plan[p]->family,
                                .template_hash = b->hash[p].buf,
                                .template_text = b->letters[p].buf,
                                .seal = arena_text(texts, seal, strlen(seal)),
                                .sealed_at = "2024-07-07T11:32:05Z",
                                .paper = b->paper.buf};
    ret->figure = arena_alloc(texts, ROWS * QUARTERS * sizeof *ret->figure);
    for (int row = 0; row < ROWS; row++)
        for (int q = 1; q <= b->quarter; q++) {
            autostr typed = STR_INIT;
            below_type(office + p, row, q, YEAR, &typed);
            ret->figure[ret->figures++] = figure(&b->plan[p]->indicator[row], q, typed.buf, texts);
        }
}

static void write_bundle(const struct bench *b, int office, const struct signing_key *key)
{
    struct arena texts = {0};
    struct bundle_plan plan[PLANS];
    char code[24], file[32];
    autostr bytes = STR_INIT, path = STR_INIT;
    snprintf(code, sizeof code, "%d", 1001 + office);
    snprintf(file, sizeof file, "in/%d.orjon", 1001 + office);
    for (int p = 0; p < PLANS; p++)
        fill(b, office, p, &plan[p], &texts);
    const struct bundle bundle = {.office = {code, "উপজেলা সমবায় কার্যালয়"},
                                  .fiscal_year = YEAR,
                                  .quarter = b->quarter,
                                  .written_at = "2024-07-07T11:32:05Z",
                                  .plan = plan,
                                  .plans = PLANS};
    bundle_write(&bundle, key, &bytes);
    path_of(b, file, &path);
    must(!file_write(path.buf, bytes.buf, bytes.len, true, NULL), path.buf);
    arena_done(&texts);
}

// --- who they are -------------------------------------------------------------------------------

static void put(struct store *store, enum record_kind kind, int64_t id, int field, const char *text)
{
    must(!store_put_field(store, kind, id, field, NULL, text, NULL), text);
}

static void add_office(struct store *store, int office, const struct signing_key *key)
{
    char code[24];
    int64_t id = 0, signer = 0;
    autostr open = STR_INIT;
    snprintf(code, sizeof code, "%d", 1001 + office);
    signing_key_public(key, &open);
    must(!store_new_record(store, RECORD_UNIT, 0, &id, NULL), "no office");
    put(store, RECORD_UNIT, id, UNIT_CODE, code);
    put(store, RECORD_UNIT, id, UNIT_NAME, "উপজেলা সমবায় কার্যালয়");
    must(!store_new_record(store, RECORD_SIGNER, id, &signer, NULL), "no key");
    put(store, RECORD_SIGNER, signer, SIGNER_PUBLIC, open.buf);
    put(store, RECORD_SIGNER, signer, SIGNER_FROM, "2024-07-01");
}

static void make(const struct bench *b)
{
    struct store *store = NULL;
    autostr path = STR_INIT, in = STR_INIT, secret = STR_INIT;
    path_of(b, "base.db", &path);
    path_of(b, "in", &in);
    path_of(b, "key", &secret);
    const struct app_options options = {.file = path.buf, .via = ""};
    const struct app_new_office office = {.name = "X", .family = "none", .fiscal_year = "2023-24"};
    must(!app_init(&options, &office, NULL), "no office file");
    must(mkdir(in.buf, 0700) == 0, in.buf);
    must(!store_open(path.buf, STORE_WRITE, &store, NULL), "not opened");
    must(!store_begin_write(store, NULL), "no transaction");
    for (int i = 0; i < OFFICES; i++) {
        autokey *key = NULL;
        unlink(secret.buf);
        must(!signing_key_make(secret.buf, NULL), "no key");
        must(!signing_key_load(secret.buf, &key, NULL), "no key");
        add_office(store, i, key);
        write_bundle(b, i, key);
    }
    must(!store_commit(store, NULL), "not committed");
    store_close(&store);
}

// --- ours and theirs ----------------------------------------------------------------------------

static void shell(const char *command, const char *folder)
{
    autostr line = STR_INIT;
    str_addf(&line, "cd '%s' && %s", folder, command);
    must(system(line.buf) == 0, command);
}

static double receive(struct bench *b)
{
    autostr path = STR_INIT;
    shell("rm -f ours.db && cp base.db ours.db && sync ours.db", b->folder);
    path_of(b, "ours.db", &path);
    const struct app_options options = {.file = path.buf, .via = ""};
    struct app *app = NULL;
    const double start = now();
    must(!app_open(&options, &app, NULL), path.buf);
    for (int i = 0; i < OFFICES; i++) {
        autostr file = STR_INIT;
        autoparcel parcel = {0};
        size_t taken = 0;
        str_addf(&file, "%s/in/%d.orjon", b->folder, 1001 + i);
        must(!app_parcel_open(app, file.buf, &parcel, NULL), file.buf);
        must(!app_parcel_take(app, &parcel, NULL, false, &taken, NULL), file.buf);
        must(taken == PLANS, "not taken whole");
    }
    const double took = now() - start;
    app_close(&app);
    return took;
}

static double import(struct bench *b)
{
    // As in db/001-office.sql, but that an empty cell of a table is no NULL.
    shell("rm -f theirs.db && sqlite3 theirs.db 'CREATE TABLE received(receipt INTEGER, place "
          "INTEGER,"
          " quarter INTEGER, state INTEGER, more INTEGER, value INTEGER, count INTEGER, denominator"
          " INTEGER, dates TEXT, notes INTEGER, typed TEXT, remark TEXT,"
          " PRIMARY KEY (receipt, place, quarter)) WITHOUT ROWID'",
          b->folder);
    const double start = now();
    shell("sqlite3 theirs.db '.mode tabs' '.import rows.tsv received'"
          " >/dev/null",
          b->folder);
    return now() - start;
}

int main(int argc, char **argv)
{
    struct bench b = {.paper = STR_INIT};
    must(argc > 1, "receive FOLDER [QUARTER]");
    b.folder = argv[1];
    b.quarter = argc > 2 ? (int)strtol(argv[2], NULL, 10) : 4;
    for (int p = 0; p < PLANS; p++)
        b.text[p] = b.hash[p] = b.letters[p] = STR_INIT;
    make_plans(&b);
    make(&b);
    double ours = receive(&b), theirs = 0;
    shell("sqlite3 ours.db '.mode tabs' 'SELECT * FROM received' >rows.tsv", b.folder);
    for (int i = 0; i < TURNS; i++) { // in turn, so that both see the same machine
        const double t = import(&b), o = receive(&b);
        theirs = !i || t < theirs ? t : theirs;
        ours = o < ours ? o : ours;
    }
    printf("receive %d files of quarter %d, %d figures\t%.2f s, sqlite3 .import of the rows %.2f\t"
           "%.2f of its rate\t0.25\n",
           OFFICES, b.quarter, OFFICES * PLANS * ROWS * b.quarter, ours, theirs, theirs / ours);
    for (int p = 0; p < PLANS; p++) {
        below_plan_free(&b.plan[p]);
        str_done(&b.text[p]), str_done(&b.hash[p]), str_done(&b.letters[p]);
    }
    str_done(&b.paper);
    return 0;
}
