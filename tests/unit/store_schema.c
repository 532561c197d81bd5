// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody has made of the schema of a file: each change of it is refused, and what only looks
// different is taken.
#include "office_file.h"

#include "../../src/store/schemarows.h" // how a schema is compared is no part of the contract

static void run_sql(const char *path, const char *sql)
{
    sqlite3 *db = NULL;
    char *said = NULL;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    sqlite3_exec(db, "PRAGMA writable_schema = ON", NULL, NULL, NULL);
    if (sqlite3_exec(db, sql, NULL, NULL, &said))
        fail_msg("%s: %s", sql, said);
    sqlite3_close(db);
}

static void words_may_look_different(void **state)
{
    (void)state;
    static const char *const same[][2] = {
        {"CREATE TABLE a (b INTEGER)", "create\ttable A(\n  b integer\n)"},
        {"CREATE TABLE a (b)", "CREATE /* * / */ TABLE a -- (c)\n (b) -- end"},
        {"CREATE TABLE a (b)", "CREATE TABLE \"a\" ([b])"},
        {"CREATE TABLE a (b)", "CREATE TABLE `A` (\"B\")"},
        {"CHECK (a <> 'x')", "CHECK(a<>'x')"},
        {"", " -- nothing"},
    };
    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
        if (!sql_is_same(same[i][0], same[i][1]) || !sql_is_same(same[i][1], same[i][0]))
            fail_msg("«%s» is not «%s»", same[i][0], same[i][1]);
}

static void words_that_say_something_else_differ(void **state)
{
    (void)state;
    static const char *const other[][2] = {
        {"CREATE TABLE a (b) STRICT", "CREATE TABLE a (b)"},
        {"CREATE TABLE a (b)", "CREATE TABLE a (b) STRICT"},
        {"CHECK (a <> 'x')", "CHECK (a <> 'X')"},
        {"CHECK (a <> 'x')", "CHECK (a <> \"x\")"},
        {"CHECK (a <> 'x')", "CHECK (a <> 'x ')"},
        {"CHECK (a IS NULL)", "CHECK (a IS \"NULL\")"},
        {"CHECK (a = true)", "CHECK (a = \"true\")"},
        {"b INTEGER PRIMARY KEY", "b \"INTEGER\" PRIMARY KEY"},
        {"hash = x'00'", "hash = x '00'"},
        {"a AND b", "a ANDb"},
        {"a - 1", "a -- 1"},
        {"a / b", "a /* b"},
        {"'a''b'", "'a' 'b'"},
        {"\"a\"\"b\"", "\"a\" \"b\""},
        {"[a]]b]", "[a]b]"},
        {"a 12", "a 1 2"},
        {"'a", "'a'"},
        {"\"a", "\"a\""},
        {"a", "a\vb"},
        {"ক", "খ"},
        {"a", ""},
    };
    for (size_t i = 0; i < sizeof other / sizeof *other; i++)
        if (sql_is_same(other[i][0], other[i][1]) || sql_is_same(other[i][1], other[i][0]))
            fail_msg("«%s» is taken for «%s»", other[i][0], other[i][1]);
}

#define SCHEMA "UPDATE sqlite_schema SET "
#define OUTCOME(status, sql)                                                                       \
    {                                                                                              \
        STATUS_##status, sql                                                                       \
    }

static const struct {
    enum status expected;
    const char *sql;
} changed_schemas[] = {
    OUTCOME(NOT_OFFICE, SCHEMA "sql = substr(sql, 1, instr(sql, ', STRICT') - 1)"
                               " WHERE sql LIKE '%, STRICT'"),
    OUTCOME(NOT_OFFICE, SCHEMA "sql = substr(sql, 1, length(sql) - length(' STRICT'))"
                               " WHERE sql LIKE '%) STRICT'"),
    // For each trigger that is taken away an index of which nothing is told.
    OUTCOME(NOT_OFFICE, "INSERT INTO sqlite_schema SELECT 'index', i.name, i.tbl_name,"
                        " i.rootpage, '' FROM sqlite_schema t, sqlite_schema i WHERE t.type ="
                        " 'trigger' AND i.name = 'journal_of_undo';"
                        "DELETE FROM sqlite_schema WHERE type = 'trigger'"),
    OUTCOME(NOT_OFFICE, SCHEMA "sql = replace(sql, 'locked IN (0, 1)', 'locked < 3')"),
    OUTCOME(NOT_OFFICE, SCHEMA "sql = replace(sql, 'locked IN (0, 1)', 'true')"),
    OUTCOME(NOT_OFFICE, SCHEMA "sql = replace(sql, 'AND locked', 'AND NOT locked')"),
    OUTCOME(NOT_OFFICE, SCHEMA "sql = replace(sql, 'quarter >= NEW.', 'quarter > NEW.')"),
    OUTCOME(NOT_OFFICE, SCHEMA "sql = replace(sql, '''orjon: sealed''', '''fine''')"),
    OUTCOME(NOT_OFFICE, SCHEMA "sql = replace(sql, 'REFERENCES journal(seq)', '')"),
    OUTCOME(NOT_OFFICE, SCHEMA "sql = sql || ';'"),
    OUTCOME(NOT_OFFICE, SCHEMA "sql = replace(sql, 'seal_remains', 'seal_remain'),"
                               " name = replace(name, 'seal_remains', 'seal_remain')"),
    OUTCOME(NOT_OFFICE, "CREATE TABLE extra (a)"),
    OUTCOME(NOT_OFFICE, "CREATE INDEX extra ON figure(typed)"),
    OUTCOME(NOT_OFFICE, "CREATE VIRTUAL TABLE extra USING fts4(a)"),
    OUTCOME(NOT_OFFICE, "CREATE TABLE sqlite_stat5(a)"),
    OUTCOME(NOT_OFFICE, "ANALYZE; " SCHEMA "sql = 'CREATE TABLE sqlite_stat1(tbl,idx,stat"
                        " CHECK (false))' WHERE name = 'sqlite_stat1'"),
    OUTCOME(DAMAGED, "DROP TRIGGER seal_remains"),
    OUTCOME(DAMAGED, "DROP INDEX journal_of_undo"),
    OUTCOME(DAMAGED, "DROP TABLE answer"),
    OUTCOME(DAMAGED, "DELETE FROM sqlite_schema WHERE name = 'sqlite_autoindex_plan_1'"),
    OUTCOME(DAMAGED, SCHEMA "rootpage = (SELECT rootpage FROM sqlite_schema WHERE name ="
                            " 'setting') WHERE name = 'answer'"),
    OUTCOME(DAMAGED, SCHEMA "rootpage = 0 WHERE name = 'answer'"),
    OUTCOME(DAMAGED, SCHEMA "rootpage = 1 WHERE name = 'answer'"),
    OUTCOME(DAMAGED, SCHEMA "rootpage = -1 WHERE name = 'answer'"),
    OUTCOME(DAMAGED, SCHEMA "rootpage = 1000000 WHERE name = 'answer'"),
    OUTCOME(DAMAGED, SCHEMA "rootpage = 'here' WHERE name = 'answer'"),
    OUTCOME(DAMAGED, SCHEMA "rootpage = 3 WHERE name = 'seal_remains'"),
};

static void a_changed_schema_is_refused(void **state)
{
    struct place *place = *state;
    for (size_t i = 0; i < sizeof changed_schemas / sizeof *changed_schemas; i++) {
        struct store *store = NULL;
        struct err err = {0};
        make_office(place->path);
        run_sql(place->path, changed_schemas[i].sql);
        const enum status status = store_open(place->path, STORE_WRITE, &store, &err);
        if (status != changed_schemas[i].expected || !*err.text)
            fail_msg("%s: %d, %s", changed_schemas[i].sql, (int)status, err.text);
        unlink(place->path);
    }
}

static void what_changes_nothing_is_taken(void **state)
{
    struct place *place = *state;
    static const char *const harmless[] = {
        SCHEMA "sql = replace(sql, '    ', char(9))",
        SCHEMA "sql = replace(sql, 'CREATE TABLE', 'create  table')",
        SCHEMA "sql = replace(sql, 'share_marks INTEGER', '\"share_marks\" INTEGER')",
        SCHEMA "sql = sql || ' -- by hand' WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%'",
        "ANALYZE",
        "VACUUM",
        "REINDEX",
    };
    for (size_t i = 0; i < sizeof harmless / sizeof *harmless; i++) {
        const int64_t indicator = make_office(place->path);
        run_sql(place->path, harmless[i]);
        struct store *store = NULL;
        struct err err = {0};
        if (store_open(place->path, STORE_WRITE, &store, &err))
            fail_msg("%s: %s", harmless[i], err.text);
        struct entry entry = number_entry(NUMBER_ONE, "১");
        assert_done(put(store, indicator, 1, NULL, &entry, &err), &err);
        store_close(&store);
        unlink(place->path);
    }
}

// The name of what is strange is the stranger's own: it is cut and washed.
static void a_strange_name_is_not_believed(void **state)
{
    struct place *place = *state;
    make_office(place->path);
    autostr sql = STR_INIT;
    str_add(&sql, "CREATE TABLE \"\x1b[2J");
    str_add_repeat(&sql, "অ", 5000);
    str_add(&sql, "\" (a)");
    run_sql(place->path, sql.buf);
    struct store *store = NULL;
    struct err err = {0};
    assert_int_equal(store_open(place->path, STORE_WRITE, &store, &err), STATUS_NOT_OFFICE);
    assert_null(strchr(err.text, '\x1b'));
    assert_true(strlen(err.text) < 500);
    const char *end = strrchr(err.text, ')'); // the sentence is told to its end
    assert_non_null(end);
}

// --- known by its digest -------------------------------------------------------------------------

// Knows our files by the digest alone: what its step makes is nothing of ours.
static enum status open_by_digest_alone(const char *path, struct err *err)
{
    static const struct migration other[] = {{"CREATE TABLE other (a) STRICT"}};
    const struct schema schema = {.step = other, .version = 1, .digest = schema_known()->digest};
    struct store *store = NULL;
    const enum status status = store_open_as(path, STORE_READ, &schema, &store, err);
    store_close(&store);
    return status;
}

static void digest(const char *path, struct str *ret)
{
    struct err err = {0};
    struct store *store = open_as(path, STORE_LOOK);
    assert_done(schema_digest(store, ret, &err), &err);
    store_close(&store);
}

static void our_own_files_are_known_by_their_digest(void **state)
{
    struct place *place = *state;
    struct err err = {0};
    autostr found = STR_INIT;
    if (!schema_known()->digest)
        skip(); // built for another machine
    make_office(place->path);
    digest(place->path, &found);
    assert_string_equal(found.buf, schema_known()->digest);
    assert_done(open_by_digest_alone(place->path, &err), &err);
}

static void the_order_of_the_rows_does_not_count(void **state)
{
    struct place *place = *state;
    static const char *const orders[] = {
        "VACUUM",
        "CREATE TEMP TABLE r AS SELECT * FROM sqlite_schema WHERE type = 'trigger';"
        "DELETE FROM sqlite_schema WHERE type = 'trigger';"
        "INSERT INTO sqlite_schema SELECT * FROM r ORDER BY name DESC",
    };
    if (!schema_known()->digest)
        skip();
    for (size_t i = 0; i < sizeof orders / sizeof *orders; i++) {
        struct err err = {0};
        make_office(place->path);
        run_sql(place->path, orders[i]);
        assert_done(open_by_digest_alone(place->path, &err), &err);
        unlink(place->path);
    }
}

// SQLite itself would refuse most of these; but it has read the schema already.
static void rows_do_not_run_into_each_other(void **state)
{
    (void)state;
    static const char *const changed[] = {
        SCHEMA "name = name || substr(tbl_name, 1, 1), tbl_name = substr(tbl_name, 2)"
               " WHERE name = 'seal_remains'",
        SCHEMA "tbl_name = tbl_name || substr(sql, 1, 1), sql = substr(sql, 2)"
               " WHERE name = 'seal_remains'",
        SCHEMA "sql = '' WHERE sql IS NULL",
        SCHEMA "sql = sql || char(0) WHERE name = 'seal_remains'",
        "DELETE FROM sqlite_schema WHERE name = 'seal_remains'",
        "INSERT INTO sqlite_schema SELECT * FROM sqlite_schema WHERE name = 'seal_remains'",
    };
    const struct schema *known = schema_known();
    for (size_t i = 0; i < sizeof changed / sizeof *changed; i++) {
        struct store *memory = NULL;
        struct err err = {0};
        autostr before = STR_INIT, after = STR_INIT;
        assert_done(schema_make(known->step, known->version, &memory, &err), &err);
        assert_done(schema_digest(memory, &before, &err), &err);
        sqlite3_db_config(memory->db, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
        assert_done(db_script(memory, "PRAGMA writable_schema = ON", &err), &err);
        assert_done(db_script(memory, changed[i], &err), &err);
        assert_done(schema_digest(memory, &after, &err), &err);
        assert_int_equal(after.len, before.len);
        if (strcmp(before.buf, after.buf) == 0)
            fail_msg("the same digest: %s", changed[i]);
        store_close(&memory);
    }
}

// Then what the steps make decides, and it says what it always said.
static void what_the_digest_does_not_know_is_compared(void **state)
{
    struct place *place = *state;
    static const struct {
        enum status expected;
        const char *sql;
    } changed[] = {
        OUTCOME(OK, SCHEMA "sql = replace(sql, 'CREATE TRIGGER', 'CREATE tRIGGER')"
                           " WHERE name = 'seal_remains'"),
        OUTCOME(OK, SCHEMA "sql = sql || ' ' WHERE name = 'seal_remains'"),
        OUTCOME(OK, "ANALYZE"),
        OUTCOME(NOT_OFFICE, SCHEMA "sql = replace(sql, 'ABORT', 'FAIL')"
                                   " WHERE name = 'seal_remains'"),
        OUTCOME(NOT_OFFICE, "CREATE TABLE extra (a)"),
        OUTCOME(DAMAGED, "DROP TRIGGER seal_remains"),
        OUTCOME(DAMAGED, SCHEMA "rootpage = 3 WHERE name = 'seal_remains'"),
        OUTCOME(DAMAGED, SCHEMA "rootpage = (SELECT rootpage FROM sqlite_schema WHERE name ="
                                " 'setting') WHERE name = 'answer'"),
    };
    for (size_t i = 0; i < sizeof changed / sizeof *changed; i++) {
        struct store *store = NULL;
        struct err err = {0};
        make_office(place->path);
        run_sql(place->path, changed[i].sql);
        if (open_by_digest_alone(place->path, &err) == STATUS_OK)
            fail_msg("known by its digest: %s", changed[i].sql);
        const enum status status = store_open(place->path, STORE_READ, &store, &err);
        if (status != changed[i].expected)
            fail_msg("%s: %d, %s", changed[i].sql, (int)status, err.text);
        store_close(&store);
        unlink(place->path);
    }
}

int main(void)
{
#define IN_A_PLACE(test) cmocka_unit_test_setup_teardown(test, place_setup, place_teardown)
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_may_look_different),
        cmocka_unit_test(words_that_say_something_else_differ),
        IN_A_PLACE(a_changed_schema_is_refused),
        IN_A_PLACE(what_changes_nothing_is_taken),
        IN_A_PLACE(a_strange_name_is_not_believed),
        IN_A_PLACE(our_own_files_are_known_by_their_digest),
        IN_A_PLACE(the_order_of_the_rows_does_not_count),
        cmocka_unit_test(rows_do_not_run_into_each_other),
        IN_A_PLACE(what_the_digest_does_not_know_is_compared),
    };
    return cmocka_run_group_tests_name("store_schema", tests, NULL, NULL);
}
