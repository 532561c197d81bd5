// SPDX-License-Identifier: GPL-3.0-or-later
// Office files that somebody has made to do harm: hostile [HOW MANY [SEED [NUMBER]]]. Each is
// opened and everything is done with it, in a process of its own: it is refused or put up with, in
// sentences that are the program's own, and never crashes it or keeps it busy. With the number of
// one of them only that one is made, and each sentence printed.
#include "forge.h"
#include "use.h"

#include "orjon/base/file.h"
#include "orjon/base/i18n.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
    DEFAULT_FILES = 240,
    SECONDS_MAX = 30,
    PAGE = 4096
}; // of its own time, however busy the machine

struct hand {
    const struct forge *forge;
    const char *path;
    unsigned seed;
};

static size_t choose(struct hand *hand, size_t of)
{
    return ((size_t)rand_r(&hand->seed) << 15 ^ (size_t)rand_r(&hand->seed)) % of;
}

static void write_as(const char *path, const char *ending, const struct str *bytes)
{
    autostr name = STR_INIT;
    str_addf(&name, "%s%s", path, ending);
    file_write(name.buf, bytes->buf, bytes->len, true, NULL);
}

static void run_loosened(struct hand *hand, const char *sql)
{
    autostr file = STR_INIT;
    sqlite3 *db = forge_open(hand->forge);
    sqlite3_exec(db, sql, NULL, NULL, NULL);
    if (forge_close(hand->forge, &db, &file))
        write_as(hand->path, "", &file);
}

// --- what a forger does -------------------------------------------------------------------------

static void cells(struct hand *hand)
{
    autostr file = STR_INIT;
    sqlite3 *db = forge_open(hand->forge);
    for (size_t i = choose(hand, 4) + 1; i > 0; i--)
        forge_cell(db, &hand->forge->column[choose(hand, hand->forge->columns)],
                   (unsigned)choose(hand, FORGE_VALUES), (int64_t)choose(hand, 1U << 30),
                   (unsigned)choose(hand, 50), (unsigned)choose(hand, 5));
    if (forge_close(hand->forge, &db, &file))
        write_as(hand->path, "", &file);
}

static void run_one(struct hand *hand, const char *const *sql, size_t count)
{
    run_loosened(hand, sql[choose(hand, count)]);
}
#define RUN_ONE(hand, sql) run_one(hand, sql, sizeof(sql) / sizeof *(sql))

static void schema(struct hand *hand)
{
    static const char *const sql[] = {
        "CREATE VIEW figures AS SELECT * FROM figure",
        "CREATE VIEW v AS SELECT * FROM v",
        "CREATE TABLE extra (a)",
        "CREATE VIRTUAL TABLE extra USING fts4(a)",
        "CREATE VIRTUAL TABLE extra USING rtree(a, b, c)",
        "CREATE VIRTUAL TABLE extra USING fts5(a)",
        "CREATE TRIGGER spy AFTER INSERT ON figure BEGIN DELETE FROM setting; END",
        "CREATE TRIGGER loop AFTER UPDATE ON figure BEGIN UPDATE figure SET notes = notes + 1; END",
        "CREATE TRIGGER journal_stays2 BEFORE UPDATE ON journal BEGIN SELECT 1; END",
        "CREATE INDEX i ON figure(typed)",
        "CREATE INDEX i ON figure(journal_hash(typed))",
        "CREATE UNIQUE INDEX i ON journal(what)",
        "DROP INDEX journal_of_figure",
        "DROP TABLE answer",
        "ALTER TABLE figure RENAME TO figures",
        "ALTER TABLE figure ADD COLUMN extra",
        "ALTER TABLE plan RENAME COLUMN title TO titel",
        "INSERT INTO sqlite_schema VALUES ('table', 'ghost', 'ghost', 999, 'CREATE TABLE "
        "ghost(a)')",
        "INSERT INTO sqlite_schema VALUES ('table', 'ghost', 'ghost', 2, 'CREATE TABLE ghost(a)')",
        "INSERT INTO sqlite_schema VALUES ('index', 'journal_of_undo', 'journal', 5, '')",
        "INSERT INTO sqlite_schema VALUES (NULL, NULL, NULL, NULL, NULL)",
        "INSERT INTO sqlite_schema VALUES (1, 2, 3, 'four', 5.5)",
        "INSERT INTO sqlite_schema VALUES ('table', x'ff00fe', 'x', 3, 'CREATE TABLE x(a')",
        ("INSERT INTO sqlite_schema SELECT 'table', 't' || a.rowid || b.rowid, 't', 9, 'CREATE "
         "TABLE "
         "t' || a.rowid || 'x' || b.rowid || '(a)' FROM sqlite_schema a, sqlite_schema b"),
        "UPDATE sqlite_schema SET rootpage = rootpage + 1 WHERE type = 'table'",
        "UPDATE sqlite_schema SET rootpage = 3 WHERE type = 'table'",
        "UPDATE sqlite_schema SET rootpage = -5 WHERE type = 'index'",
        "UPDATE sqlite_schema SET rootpage = 1 WHERE name = 'figure'",
        "UPDATE sqlite_schema SET name = upper(name)",
        "UPDATE sqlite_schema SET tbl_name = 'plan' WHERE name = 'seal'",
        "UPDATE sqlite_schema SET type = 'view' WHERE name = 'seal'",
        "DELETE FROM sqlite_schema WHERE type = 'table' AND name = 'journal'",
        "DELETE FROM sqlite_schema WHERE name LIKE 'sqlite_autoindex%'",
        "DELETE FROM sqlite_schema",
        "CREATE TABLE \"a\x1b[31m\n\" (b)",
        "ANALYZE; UPDATE sqlite_stat1 SET stat = '0 -1 99999999999999999999 unordered sz=-1'",
    };
    RUN_ONE(hand, sql);
}

static void circles(struct hand *hand)
{
    static const char *const sql[] = {
        "UPDATE office SET parent = id",
        "INSERT INTO office VALUES (2, 3), (3, 2); UPDATE figure SET office = 2 WHERE nth(0, 2)",
        "UPDATE journal SET undoes = seq, what = 'undo'",
        "UPDATE journal SET undoes = (SELECT max(seq) FROM journal) - seq + 1, what = 'redo'",
        "UPDATE journal SET undoes = seq + 1",
        "UPDATE journal SET batch = seq + 5",
        "UPDATE journal SET batch = 1",
        "UPDATE indicator SET alternative_of = code",
        ("UPDATE indicator SET alternative_of = (SELECT code FROM indicator j WHERE j.plan = "
         "indicator.plan AND j.id <> indicator.id), weight = NULL"),
        "UPDATE indicator SET plan = 1, code = id",
        "UPDATE indicator SET plan = 77",
        "UPDATE figure SET seq = 1",
        "UPDATE figure SET indicator = indicator + 1000",
        "UPDATE seal SET plan = 99, quarter = 4",
        "UPDATE OR IGNORE answer SET plan = 1, indicator = ''",
        "UPDATE record SET parent = id",
        "UPDATE record SET parent = (SELECT max(id) FROM record) - id + 1",
        "UPDATE record SET kind = 'item', parent = (id + 1) % 5 + 1",
        "UPDATE record SET kind = 'nothing' WHERE nth(0, 2)",
        "UPDATE field SET named = record, value = record",
        "UPDATE OR IGNORE field SET name = 'place'",
        "UPDATE field SET name = 'nothing' WHERE nth(0, 3)",
        "UPDATE field SET value = '2024-99-99' WHERE name IN ('date', 'from', 'time')",
        "UPDATE field SET value = '-9223372036854775808' WHERE name IN ('place', 'chair')",
        "UPDATE field SET record = record + 50",
        "UPDATE journal SET record = 77, name = 'x' WHERE record IS NOT NULL",
        "UPDATE journal SET record = 1, what = 'undo'",
        "DELETE FROM record",
        "DELETE FROM field",
        "DELETE FROM office",
        "DELETE FROM plan",
        "DELETE FROM indicator",
        "DELETE FROM journal",
        "DELETE FROM setting",
        "DELETE FROM seal; DELETE FROM journal WHERE seq > 20",
        "UPDATE journal SET seq = -seq",
        "UPDATE journal SET seq = seq * 100000000000",
    };
    RUN_ONE(hand, sql);
}

#define NUMBERS(n)                                                                                 \
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " #n ")"
static void crowds(struct hand *hand)
{
    static const char *const sql[] = {
        "UPDATE plan SET title = (SELECT group_concat(title, char(10)) FROM (" NUMBERS(
            2000) " SELECT 'শিরোনাম' AS title FROM n))",
        "UPDATE indicator SET text = printf('%.*c', 3000, 'x')",
        "UPDATE indicator SET text = replace(printf('%.*c', 2500, 'x'), 'x', 'ক্ষ ')",
        "UPDATE figure SET remark = printf('%.*c', 200000, ' ')",
        "UPDATE figure SET typed = printf('%.*c', 3000, '9')",
        "UPDATE setting SET value = replace(printf('%.*c', 50000, 'a'), 'aaaa', 'aaa ') WHERE "
        "nth(0, 2)",
        "UPDATE journal SET reason = printf('%.*c', 100000, 'a')",
        "INSERT INTO setting " NUMBERS(30000) " SELECT 1, 'key' || i, 'value' FROM n",
        "INSERT INTO plan " NUMBERS(500) " SELECT 100 + i, 2023, NULL, NULL, NULL, 0, 'plan' || i, "
                                         "'f', 't', 't', 's', '', '', '' FROM n",
        "INSERT INTO indicator SELECT id * 1000 + 100000, plan, position + 300 * plan, weight,"
        " area_marks, target_count, plausible, kind, method, rule, no_case, direction, code || "
        "'x', text, area,"
        " activity_code, activity, evidence, responsible, unit, method_label, alternative_of,"
        " note, components FROM indicator",
        "INSERT INTO target_change " NUMBERS(5000) " SELECT 1, 'column' || i, 'x' FROM n",
        "INSERT INTO target_change SELECT id, 'target', '-5' FROM indicator",
        "INSERT INTO target_change SELECT id, 'kind', 'dates' FROM indicator",
        "INSERT INTO answer " NUMBERS(20000) " SELECT 1, 1, 'x' || i, 1, 'c', 'r', 1 FROM n",
        "INSERT INTO office " NUMBERS(30000) " SELECT i + 1, i FROM n",
        "UPDATE field SET value = printf('%.*c', 900000, 'a') WHERE record % 40 = 1",
        "UPDATE field SET value = replace(printf('%.*c', 100000, 'x'), 'x', 'ক' || char(10))"
        " WHERE record % 40 = 2",
        "INSERT INTO record " NUMBERS(
            20000) " SELECT 1000 + i, NULL, 'person' FROM n; INSERT INTO"
                   " field SELECT id, NULL, 'name', 'নাম' FROM record WHERE id > 1000",
        "INSERT INTO record " NUMBERS(
            20000) " SELECT 1000 + i, 999 + i, 'item' FROM n; INSERT"
                   " INTO field SELECT id, NULL, 'subject', 'x' FROM record WHERE id > 1000",
        "UPDATE journal SET new_text = printf('%.*c', 400000, 'a') WHERE record % 40 = 3",
        "UPDATE plan SET layout = 'no such layout'",
        "UPDATE plan SET name = ''; UPDATE indicator SET code = ''",
        "UPDATE plan SET name = title, family = title",
        "UPDATE target SET dates = printf('%.*c', 100000, '1')",
        "UPDATE indicator SET unit = printf('%.*c', 50000, '-')",
    };
    RUN_ONE(hand, sql);
}

static void head(struct hand *hand)
{
    static const struct {
        size_t at, size;
        uint32_t value;
    } changes[] = {
        {0, 4, 0},           {16, 2, 512},        {16, 2, 1},    {16, 2, 3},     {18, 1, 2},
        {18, 1, 3},          {19, 1, 2},          {19, 1, 9},    {20, 1, 255},   {21, 1, 0},
        {24, 4, 0},          {28, 4, 0},          {28, 4, 1},    {28, 4, 99999}, {32, 4, 2},
        {32, 4, 4000000000}, {36, 4, 5},          {40, 4, 77},   {44, 4, 0},     {44, 4, 9},
        {48, 4, 1},          {52, 4, 1},          {52, 4, 9999}, {56, 4, 0},     {56, 4, 2},
        {56, 4, 3},          {56, 4, 9},          {60, 4, 0},    {60, 4, 2},     {60, 4, 77},
        {60, 4, 4294967295}, {60, 4, 2147483648}, {64, 4, 1},    {68, 4, 0},     {68, 4, 1},
        {92, 4, 7},          {96, 4, 0},          {100, 1, 2},   {100, 1, 0},    {101, 2, 9},
        {103, 2, 0},         {103, 2, 65535},     {105, 2, 1},   {107, 1, 255},
    };
    autostr file = STR_INIT;
    str_add_n(&file, hand->forge->office.buf, hand->forge->office.len);
    for (size_t i = choose(hand, 2) + 1; i > 0; i--) {
        const size_t k = choose(hand, sizeof changes / sizeof *changes);
        for (size_t b = 0; b < changes[k].size; b++)
            file.buf[changes[k].at + b] =
                (char)(changes[k].value >> 8 * (changes[k].size - 1 - b) & 0xFF);
    }
    write_as(hand->path, "", &file);
}

static void pages(struct hand *hand)
{
    autostr file = STR_INIT;
    str_add_n(&file, hand->forge->office.buf, hand->forge->office.len);
    const size_t count = file.len / PAGE;
    char *from = file.buf + choose(hand, count) * PAGE, *to = file.buf + choose(hand, count) * PAGE;
    switch (choose(hand, 5)) {
    case 0:
        memmove(to, from, PAGE);
        break;
    case 1:
        memset(to, (int)choose(hand, 256), PAGE);
        break;
    case 2:
        str_cut(&file, choose(hand, file.len));
        break;
    case 3: // pointers of a page to its cells
        for (size_t i = 0; i < 8; i++)
            to[8 + choose(hand, 40)] = (char)choose(hand, 256);
        break;
    default:
        for (size_t i = 0; i < 30; i++)
            file.buf[choose(hand, file.len)] ^= (char)(1 << choose(hand, 8));
    }
    write_as(hand->path, "", &file);
}

// What lies beside the file, as much a stranger's as the file.
static void neighbours(struct hand *hand)
{
    static const char *const endings[] = {"-journal", "-wal", "-shm", ".lock"};
    static const char journal_magic[] = "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7";
    autostr name = STR_INIT, rubbish = STR_INIT, file = STR_INIT;
    str_add_n(&file, hand->forge->office.buf, hand->forge->office.len);
    const char *ending = endings[choose(hand, sizeof endings / sizeof *endings)];
    str_addf(&name, "%s%s", hand->path, ending);
    if (choose(hand, 2))
        str_add_n(&rubbish, journal_magic, 8);
    for (size_t i = choose(hand, 3000); i > 0; i--)
        str_add_char(&rubbish, (char)choose(hand, 256));
    if (choose(hand, 2))
        file.buf[18] = file.buf[19] = 2; // WAL
    write_as(hand->path, "", &file);
    switch (choose(hand, 4)) {
    case 0:
        mkdir(name.buf, 0700);
        break;
    case 1:
        if (symlink("/dev/null", name.buf))
            break;
        break;
    default:
        file_write(name.buf, rubbish.buf, rubbish.len, true, NULL);
    }
}

static const struct {
    const char *name;
    void (*make)(struct hand *hand);
} hands[] = {
    {"cells", cells},   {"cells again", cells}, {"schema", schema}, {"circles", circles},
    {"crowds", crowds}, {"head", head},         {"pages", pages},   {"neighbours", neighbours},
};
enum { HANDS = sizeof hands / sizeof *hands };

// --- what comes of it ---------------------------------------------------------------------------

enum outcome { OPENED, REFUSED, JARGON, CRASHED, HUNG, OUTCOMES };

static enum outcome use_file(const char *path, long i, bool says)
{
    static const char *const formats[] = {"text", "csv", "html", "docx", "xlsx", "pdf"};
    const struct use use = {.writes = i % 3 == 0,
                            .shows = i % 4 == 0,
                            .format = formats[i % (long)(sizeof formats / sizeof *formats)]};
    autostr said = STR_INIT, jargon = STR_INIT;
    i18n_set_language(i % 2 ? LANGUAGE_BENGALI : LANGUAGE_ENGLISH);
    const bool opened = use_office(path, &use, &said);
    if (says)
        printf("%s", said.buf);
    const bool odd = use_finds_jargon(said.buf, &jargon);
    if (odd)
        printf("FAILED: %s", jargon.buf);
    fflush(stdout);
    return odd ? JARGON : opened ? OPENED : REFUSED;
}

static enum outcome judge(const char *path, long i, bool says)
{
    int status = 0;
    fflush(stdout);
    const pid_t child = fork();
    if (child == 0) {
        setrlimit(RLIMIT_CPU, &(struct rlimit){SECONDS_MAX, SECONDS_MAX});
        alarm(SECONDS_MAX * 20); // should it wait for something
        _exit((int)use_file(path, i, says));
    }
    waitpid(child, &status, 0);
    if (WIFSIGNALED(status))
        return WTERMSIG(status) == SIGALRM || WTERMSIG(status) == SIGXCPU ||
                       WTERMSIG(status) == SIGKILL
                   ? HUNG
                   : CRASHED;
    return WEXITSTATUS(status) < CRASHED ? (enum outcome)WEXITSTATUS(status) : CRASHED;
}

static void report(long results[HANDS][OUTCOMES])
{
    for (size_t h = 0; h < HANDS; h++)
        printf("%-12s %4ld opened, %4ld refused, %ld in others' words, %ld crashed, %ld hung\n",
               hands[h].name, results[h][OPENED], results[h][REFUSED], results[h][JARGON],
               results[h][CRASHED], results[h][HUNG]);
}

static bool run(const char *folder, long files, unsigned seed, long only)
{
    struct forge forge;
    long results[HANDS][OUTCOMES] = {0};
    bool fine = forge_begin(&forge, folder), refused = false;
    for (long i = only < 0 ? 0 : only; fine && i < (only < 0 ? files : only + 1); i++) {
        autostr place = STR_INIT, path = STR_INIT;
        str_addf(&place, "%s/%ld", folder, i);
        str_addf(&path, "%s/office.db", place.buf);
        mkdir(place.buf, 0700);
        const size_t h = (size_t)i % HANDS;
        hands[h].make(&(struct hand){&forge, path.buf, seed + (unsigned)i * 7919});
        const enum outcome outcome = judge(path.buf, i / HANDS + (long)h, i == only);
        results[h][outcome]++;
        refused = refused || outcome == REFUSED;
        if (outcome >= JARGON)
            printf("FAILED: %s: file %ld of seed %u %s\n", hands[h].name, i, seed,
                   outcome == JARGON ? "speaks in others' words"
                   : outcome == HUNG ? "hung"
                                     : "crashed");
    }
    report(results);
    for (size_t h = 0; h < HANDS; h++)
        fine = fine && !results[h][JARGON] && !results[h][CRASHED] && !results[h][HUNG];
    forge_end(&forge);
    return fine && (refused || only >= 0); // if none was refused nothing was tried
}

int main(int argc, char **argv)
{
    char folder[] = "/tmp/orjon-hostile-XXXXXX";
    if (!mkdtemp(folder))
        return 1;
    const bool fine = run(folder, argc > 1 ? atol(argv[1]) : DEFAULT_FILES,
                          argc > 2 ? (unsigned)atol(argv[2]) : 1, argc > 3 ? atol(argv[3]) : -1);
    autostr command = STR_INIT;
    str_addf(&command, "rm -rf '%s'", folder);
    return system(command.buf) || !fine;
}
