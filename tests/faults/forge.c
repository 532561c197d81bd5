// SPDX-License-Identifier: GPL-3.0-or-later
#include "forge.h"

#include "desk.h"

#include "orjon/app/enter.h"
#include "orjon/app/finalise.h"
#include "orjon/app/plans.h"
#include "orjon/base/file.h"
#include "orjon/base/mem.h"

#include <stdio.h>
#include <string.h>

enum { DAY = 19700 };

static bool fill(struct app *app)
{
    struct shelf shelf = {0};
    struct findings findings = {0};
    bool filled = shelf_open(app, 0, NULL, 1, &shelf, NULL) == STATUS_OK && shelf.count > 2;
    for (size_t i = 0; filled && i < shelf.count; i++) {
        struct book *book = shelf.book[i];
        const struct app_figure figure = {
            .quarter = 2, .text = "3", .remark = "মন্তব্য", .state = -1};
        filled = app_check(book, &findings, NULL) == STATUS_OK;
        for (size_t f = 0; f < findings.count; f++) // errors are not answered
            app_answer(book, plan_find(book->plan, findings.finding[f].indicator),
                       findings.finding[f].quarter, findings.finding[f].code, "দেখা হয়েছে",
                       &(size_t){0}, NULL);
        app_enter(book, &figure, NULL, NULL); // dates are not to be had from a 3
        findings_done(&findings);
    }
    filled = filled && app_finalise(app, &shelf, NULL, NULL, NULL) == STATUS_OK;
    shelf_done(&shelf);
    return filled;
}

static bool make_office(const char *path)
{
    const struct app_options options = {.file = path, .via = "test", .as_of = {true, DAY}};
    const struct app_new_office office = {.sample = true};
    struct app *app = NULL;
    const bool made = app_init(&options, &office, NULL) == STATUS_OK &&
                      app_open(&options, &app, NULL) == STATUS_OK && desk_fill(app) && fill(app);
    app_close(&app);
    return made;
}

static sqlite3 *open_bytes(const struct str *bytes)
{
    sqlite3 *db = NULL;
    sqlite3_open(":memory:", &db);
    unsigned char *copy = sqlite3_malloc64(bytes->len);
    memcpy(copy, bytes->buf, bytes->len);
    sqlite3_deserialize(db, "main", copy, (sqlite3_int64)bytes->len, (sqlite3_int64)bytes->len,
                        SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE);
    sqlite3_exec(db,
                 "PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF;"
                 "PRAGMA writable_schema = ON; PRAGMA journal_mode = OFF",
                 NULL, NULL, NULL);
    return db;
}

static void take_bytes(sqlite3 *db, struct str *ret)
{
    sqlite3_int64 size = 0;
    unsigned char *bytes = sqlite3_serialize(db, "main", &size, 0);
    if (bytes)
        str_add_n(ret, (const char *)bytes, (size_t)size);
    sqlite3_free(bytes);
}

static char *copy_of(sqlite3_stmt *stmt, int column)
{
    const char *text = (const char *)sqlite3_column_text(stmt, column);
    return text ? mem_copy_text(text, strlen(text)) : NULL;
}

static void learn_schema(struct forge *forge, sqlite3 *db)
{
    sqlite3_stmt *stmt = NULL;
    sqlite3_prepare_v2(db, "SELECT type, name, tbl_name, sql FROM sqlite_schema", -1, &stmt, NULL);
    while (sqlite3_step(stmt) == SQLITE_ROW && forge->things < FORGE_THINGS_MAX) {
        const size_t i = forge->things++;
        forge->thing[i].type = copy_of(stmt, 0);
        forge->thing[i].name = copy_of(stmt, 1);
        forge->thing[i].table = copy_of(stmt, 2);
        forge->thing[i].sql = copy_of(stmt, 3);
    }
    sqlite3_finalize(stmt);
    sqlite3_prepare_v2(db,
                       "SELECT m.name, c.name FROM sqlite_schema m, pragma_table_info(m.name) c"
                       " WHERE m.type = 'table'",
                       -1, &stmt, NULL);
    while (sqlite3_step(stmt) == SQLITE_ROW && forge->columns < FORGE_COLUMNS_MAX)
        forge->column[forge->columns++] = (struct forge_column){copy_of(stmt, 0), copy_of(stmt, 1)};
    sqlite3_finalize(stmt);
}

bool forge_begin(struct forge *forge, const char *folder)
{
    autostr path = STR_INIT;
    *forge = (struct forge){.office = STR_INIT, .loosened = STR_INIT};
    str_addf(&path, "%s/forge.db", folder);
    if (!make_office(path.buf) || file_read(path.buf, &forge->office, NULL))
        return false;
    sqlite3 *db = open_bytes(&forge->office);
    learn_schema(forge, db);
    sqlite3_exec(db,
                 "DELETE FROM sqlite_schema WHERE type = 'trigger';"
                 "UPDATE sqlite_schema SET sql = replace(replace(replace(sql, ', STRICT', ''),"
                 " ') STRICT', ')'), 'NOT NULL', '') WHERE type = 'table'",
                 NULL, NULL, NULL);
    take_bytes(db, &forge->loosened);
    sqlite3_close(db);
    return forge->things > 20 && forge->columns > 50;
}

void forge_end(struct forge *forge)
{
    for (size_t i = 0; i < forge->things; i++) {
        free(forge->thing[i].type);
        free(forge->thing[i].name);
        free(forge->thing[i].table);
        free(forge->thing[i].sql);
    }
    for (size_t i = 0; i < forge->columns; i++) {
        free(forge->column[i].table);
        free(forge->column[i].name);
    }
    str_done(&forge->office);
    str_done(&forge->loosened);
}

static void nth(sqlite3_context *context, int n, sqlite3_value **args)
{
    unsigned *row = sqlite3_user_data(context);
    const int64_t k = sqlite3_value_int64(args[0]), of = sqlite3_value_int64(args[1]);
    (void)n;
    sqlite3_result_int(context, of < 1 || (*row)++ % of == k % of);
}

sqlite3 *forge_open(const struct forge *forge)
{
    sqlite3 *db = open_bytes(&forge->loosened);
    sqlite3_create_function_v2(db, "nth", 2, SQLITE_UTF8, sqlite3_malloc(sizeof(unsigned)), nth,
                               NULL, NULL, sqlite3_free);
    return db;
}

bool forge_close(const struct forge *forge, sqlite3 **db, struct str *ret)
{
    sqlite3_stmt *stmt = NULL;
    const size_t before = ret->len;
    for (size_t i = 0; i < forge->things; i++) {
        const bool trigger = strcmp(forge->thing[i].type, "trigger") == 0;
        sqlite3_prepare_v2(*db,
                           trigger ? "INSERT INTO sqlite_schema VALUES (?1, ?2, ?3, 0, ?4)"
                                   : "UPDATE sqlite_schema SET sql = ?4 WHERE type = ?1"
                                     " AND name = ?2 AND tbl_name = ?3",
                           -1, &stmt, NULL);
        sqlite3_bind_text(stmt, 1, forge->thing[i].type, -1, SQLITE_STATIC);
        sqlite3_bind_text(stmt, 2, forge->thing[i].name, -1, SQLITE_STATIC);
        sqlite3_bind_text(stmt, 3, forge->thing[i].table, -1, SQLITE_STATIC);
        sqlite3_bind_text(stmt, 4, forge->thing[i].sql, -1, SQLITE_STATIC);
        sqlite3_step(stmt);
        sqlite3_finalize(stmt);
    }
    take_bytes(*db, ret);
    sqlite3_close(*db);
    *db = NULL;
    return ret->len > before;
}

static void bind_repeated(sqlite3_stmt *stmt, const char *text, size_t times)
{
    autostr long_text = STR_INIT;
    str_add_repeat(&long_text, text, times);
    sqlite3_bind_text(stmt, 1, long_text.buf, -1, SQLITE_TRANSIENT);
}

static void bind_number(sqlite3_stmt *stmt, int64_t seed)
{
    static const int64_t numbers[] = {
        0,
        1,
        2,
        4,
        5,
        99,
        -1,
        1000000,
        100000000,
        INT32_MAX,
        INT32_MIN,
        UINT32_MAX,
        INT64_MAX,
        INT64_MIN,
        -1000000,
        INT64_MAX / 2,
        19700,
        2023,
        9999,
        INT64_MAX - 1,
        INT64_MAX / 1000000,
        4611686018427387904,
        -719468,
        84006,
    };
    const size_t count = sizeof numbers / sizeof *numbers;
    sqlite3_bind_int64(stmt, 1, numbers[(uint64_t)seed % count]);
}

static void bind_text(sqlite3_stmt *stmt, int64_t seed)
{
    static const char *const texts[] = {
        "",
        " ",
        "\xff\xfe",
        "\xe0\xa6",
        "\xed\xa0\x80",
        "\xf4\x90\x80\x80",
        "\x1b[2J\x1b]0;x\x07",
        "a\nb\tc\rd",
        "\xe2\x80\xae",
        "\xef\xbf\xbf",
        "\xc2\x9b[31m",
        "%s%n%d",
        "<script>&amp;]]>",
        "=cmd|' /C calc'!A0",
        "1 2 3",
        "19700 19800",
        "-1",
        "9223372036854775807",
        "9223372036854775808",
        "1e999",
        "২০২৩-২৪",
        "অন্য",
        "number",
        "percent",
        "dates",
        "last",
        "exclude",
        "ladder",
        "fortnight",
        "1.1.1",
        "egov",
        "figure",
        "seal",
        "plan",
        "1",
        "4",
        "2023-24",
        "coop-upazila",
        "../../../etc/passwd",
        "\xe0\xa7\x8d\xe0\xa6\x95\xe0\xa7\x8d",
    };
    const size_t count = sizeof texts / sizeof *texts;
    sqlite3_bind_text(stmt, 1, texts[(uint64_t)seed % count], -1, SQLITE_STATIC);
}

static void bind_strange(sqlite3_stmt *stmt, unsigned kind, int64_t seed)
{
    switch (kind % FORGE_VALUES) {
    case 0:
        sqlite3_bind_null(stmt, 1);
        break;
    case 1:
        sqlite3_bind_double(stmt, 1, (double)seed * 1e300);
        break;
    case 2:
        sqlite3_bind_blob(stmt, 1, &seed, sizeof seed, SQLITE_TRANSIENT);
        break;
    case 3:
        sqlite3_bind_zeroblob(stmt, 1, (int)((uint64_t)seed % 5000));
        break;
    case 4:
        bind_repeated(stmt, "ক্ষ্ম", (uint64_t)seed % 3000);
        break;
    case 5:
        bind_repeated(stmt, "অভিযোগ নিষ্পত্তি ", (uint64_t)seed % 3000);
        break;
    case 6:
        bind_repeated(stmt, "\xcc\x80", (uint64_t)seed % 3000); // marks without a letter
        break;
    case 7:
        bind_repeated(stmt, "1 ", (uint64_t)seed % 100);
        break;
    case 8:
        sqlite3_bind_text(stmt, 1, "a\0b", 3, SQLITE_STATIC);
        break;
    case 9:
        sqlite3_bind_int64(stmt, 1, seed);
        break;
    default:
        if (kind % 2)
            bind_number(stmt, seed);
        else
            bind_text(stmt, seed);
    }
}

void forge_cell(sqlite3 *db, const struct forge_column *column, unsigned kind, int64_t seed,
                unsigned k, unsigned n)
{
    sqlite3_stmt *stmt = NULL;
    autostr sql = STR_INIT;
    str_addf(&sql, "UPDATE OR IGNORE %s SET %s = ?1 WHERE nth(%u, %u)", column->table, column->name,
             k, n);
    if (sqlite3_prepare_v2(db, sql.buf, -1, &stmt, NULL) == SQLITE_OK) {
        bind_strange(stmt, kind, seed);
        sqlite3_step(stmt);
    }
    sqlite3_finalize(stmt);
}
