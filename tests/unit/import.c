// SPDX-License-Identifier: GPL-3.0-or-later
// Records out of one office and into another: what comes out there is the same, whatever the texts.
#include "../test.h"

#include "orjon/app/export.h"
#include "orjon/app/records.h"
#include "orjon/app/verify.h"
#include "orjon/base/file.h"
#include "orjon/base/tsv.h"

#include <stdio.h>
#include <stdlib.h>

struct desk {
    char folder[64];
    struct app *one, *two;
};

static struct app *open_new(const char *folder, const char *name)
{
    autostr path = STR_INIT;
    struct app *app = NULL;
    struct err err = {0};
    str_addf(&path, "%s/%s.db", folder, name);
    const struct app_options options = {.file = path.buf, .via = "test"};
    const struct app_new_office office = {.name = "ক", .family = "none", .fiscal_year = "2024-25"};
    if (app_init(&options, &office, &err) || app_open(&options, &app, &err))
        fail_msg("%s", err.text);
    return app;
}

static int setup(void **state)
{
    struct desk *desk = calloc(1, sizeof *desk);
    strcpy(desk->folder, "/tmp/orjon-import-XXXXXX");
    assert_non_null(mkdtemp(desk->folder));
    desk->one = open_new(desk->folder, "one");
    desk->two = open_new(desk->folder, "two");
    *state = desk;
    return 0;
}

static int teardown(void **state)
{
    struct desk *desk = *state;
    char command[128];
    app_close(&desk->one);
    app_close(&desk->two);
    snprintf(command, sizeof command, "rm -rf '%s'", desk->folder);
    const int rc = system(command);
    free(desk);
    return rc;
}

static enum status import(struct app *app, enum record_kind kind, const char *text, size_t n,
                          struct str *ret_faults)
{
    const struct app_import what = {.kind = kind, .name = "t.tsv", .text = text, .n = n};
    struct err err = {0};
    size_t count = 0;
    return app_import_records(app, &what, &count, ret_faults, &err);
}

static void take_out(struct app *app, enum record_kind kind, struct str *ret)
{
    struct err err = {0};
    if (app_export(app, record_shape(kind)->plural, 0, 0, ret, &err))
        fail_msg("%s", err.text);
}

// --- round trip

static uint32_t seed = 1;

static uint32_t dice(uint32_t sides)
{
    seed = seed * 1664525 + 1013904223;
    return (seed >> 8) % sides;
}

static const char *const pieces[] = {
    "\"",   "\"\"",         "\t", "\n", "\r\n", "\v",    ",", ";",  "'",    " ",
    "ক",    "ক্ষ",           "ড়",  "১২", "=1",   "-",     "|", "\\", "\\n",  "id",
    "NULL", "\xe2\x80\xa8", "ো",  "«»", "a\tb", "\"x\n", "—", "#",  "\x07", "\xef\xbb\xbf",
    "0",    "‌",          "ঃ",  "%s", "\n\n", "x",
};

static void any_text(struct str *ret)
{
    for (uint32_t i = dice(12) + 1; i > 0; i--)
        str_add(ret, pieces[dice(sizeof pieces / sizeof *pieces)]);
}

static void any_choice(const struct record_field *field, struct str *ret)
{
    autostr word = STR_INIT;
    uint32_t count = 0;
    for (const char *at = NULL; record_next_choice(field, &at, &word);)
        count++;
    uint32_t wanted = dice(count) + 1;
    for (const char *at = NULL; wanted-- && record_next_choice(field, &at, ret);)
        ;
}

static int64_t any_record(struct app *app, enum record_kind kind)
{
    autorecords there = {0};
    struct err err = {0};
    assert_int_equal(app_load_records(app, kind, 0, &there, &err), STATUS_OK);
    return there.count ? there.record[dice((uint32_t)there.count)].id : 0;
}

static void any_value(struct app *app, const struct record_field *field, struct str *ret)
{
    switch (field->type) {
    case FIELD_DATE:
        str_addf(ret, "%u/%u/20%02u", dice(28) + 1, dice(12) + 1, dice(30));
        break;
    case FIELD_TIME:
        str_addf(ret, "%u.%02u", dice(24), dice(60));
        break;
    case FIELD_NUMBER:
        str_addf(ret, "%u", field->of ? dice(4) + 1 : dice(100000));
        break;
    case FIELD_YEAR:
        str_addf(ret, "%u", 2000 + dice(50));
        break;
    case FIELD_CHOICE:
        any_choice(field, ret);
        break;
    case FIELD_RECORD: {
        const int64_t id = any_record(app, (enum record_kind)record_kind_from_word(field->of));
        if (id)
            str_addf(ret, "%lld", (long long)id);
        break;
    }
    case FIELD_HASH:
        for (int i = 0; i < 64; i++)
            str_add_char(ret, "0123456789abcdef"[dice(16)]);
        break;
    default:
        any_text(ret);
    }
}

// By a table too, for with a new record comes what only the program fills in.
static void make_any(struct app *app, enum record_kind kind)
{
    const struct record_shape *shape = record_shape(kind);
    autostr table = STR_INIT, row = STR_INIT, faults = STR_INIT;
    str_add(&table, "id");
    if (shape->parent >= 0) {
        str_add(&table, "\tparent");
        str_addf(&row, "\t%lld", (long long)any_record(app, (enum record_kind)shape->parent));
    }
    for (int i = 0; i < shape->fields; i++) {
        autostr text = STR_INIT;
        if (dice(4))
            any_value(app, &shape->field[i], &text);
        str_addf(&table, "\t%s", shape->field[i].word);
        str_add_char(&row, '\t');
        tsv_write_cell(&row, text.buf);
    }
    str_addf(&table, "\n%s\n", row.buf);
    const enum status status = import(app, kind, table.buf, table.len, &faults);
    if (status && status != STATUS_INVALID) // it may say nothing
        fail_msg("%s: %s", shape->word, faults.buf);
}

// Without its proofs, whose files no table takes along.
static void is_sound(struct app *app)
{
    autorecords proofs = {0};
    struct app_verdict verdict;
    struct err err = {0};
    assert_int_equal(app_load_records(app, RECORD_PROOF, 0, &proofs, &err), STATUS_OK);
    assert_int_not_equal(app_verify(app, &verdict, &err), STATUS_OK);
    for (size_t i = 0; i < proofs.count; i++)
        assert_int_equal(app_remove_record(app, RECORD_PROOF, proofs.record[i].id, &err),
                         STATUS_OK);
    if (app_verify(app, &verdict, &err))
        fail_msg("%s", err.text);
}

static void what_comes_out_goes_in_the_same(void **state)
{
    struct desk *desk = *state;
    enum { EACH = 20 };
    // The table has them in the order in which they name each other.
    for (int k = 0; k < RECORD_KINDS; k++)
        for (int i = 0; i < EACH; i++)
            make_any(desk->one, (enum record_kind)k);
    for (int k = 0; k < RECORD_KINDS; k++) {
        autostr out = STR_INIT, there = STR_INIT, again = STR_INIT, faults = STR_INIT;
        take_out(desk->one, (enum record_kind)k, &out);
        if (!strchr(strchr(out.buf, '\n') + 1, '\n'))
            fail_msg("no %s", record_shape((enum record_kind)k)->plural);
        if (import(desk->two, (enum record_kind)k, out.buf, out.len, &faults))
            fail_msg("%s: %s", record_shape((enum record_kind)k)->plural, faults.buf);
        take_out(desk->two, (enum record_kind)k, &there);
        assert_string_equal(there.buf, out.buf);
        // Once more, where they are already: nothing changes.
        assert_int_equal(import(desk->one, (enum record_kind)k, out.buf, out.len, &faults),
                         STATUS_OK);
        take_out(desk->one, (enum record_kind)k, &again);
        assert_string_equal(again.buf, out.buf);
    }
    is_sound(desk->two);
    is_sound(desk->one);
}

// --- what is refused

static void expect_faults(struct app *app, enum record_kind kind, const char *text,
                          const char *const *place)
{
    autostr faults = STR_INIT, before = STR_INIT, after = STR_INIT;
    take_out(app, kind, &before);
    if (import(app, kind, text, strlen(text), &faults) == STATUS_OK)
        fail_msg("taken in: %s", text);
    const char *at = faults.buf;
    for (; *place; place++) {
        if (strncmp(at, *place, strlen(*place)) != 0)
            fail_msg("not at %s: %s", *place, at);
        at += strcspn(at, "\n") + 1;
    }
    assert_string_equal(at, "");
    take_out(app, kind, &after);
    assert_string_equal(after.buf, before.buf);
}
#define FAULTS(...) ((const char *const[]){__VA_ARGS__, NULL})

static void faults_by_line_and_column(void **state)
{
    struct app *app = ((struct desk *)*state)->one;
    autostr faults = STR_INIT;
    static const char people[] = "name\tsort\nক\tstaff\nখ\tguest\n";
    assert_int_equal(import(app, RECORD_PERSON, people, strlen(people), &faults), STATUS_OK);
    expect_faults(app, RECORD_PERSON, "", FAULTS("t.tsv:1:1:"));
    expect_faults(app, RECORD_PERSON, "name\tparent\tname\n", FAULTS("t.tsv:1:2:", "t.tsv:1:3:"));
    expect_faults(app, RECORD_PERSON, "id\tname\n1\tx\n1\ty\n", FAULTS("t.tsv:3:1:"));
    expect_faults(app, RECORD_PERSON, "name\tsort\ng\tstaff\nx\tbad\n\tbad\ny\n\"z\n",
                  FAULTS("t.tsv:3:2:", "t.tsv:4:2:", "t.tsv:6:1:"));
    expect_faults(app, RECORD_PERSON, "id\tname\n-1\tx\nabc\ty\n0\tz\n1000000001\tz\n",
                  FAULTS("t.tsv:2:1:", "t.tsv:3:1:", "t.tsv:4:1:", "t.tsv:5:1:"));
    expect_faults(app, RECORD_TERM, "designation\nx\n", FAULTS("t.tsv:2:1:"));
    expect_faults(app, RECORD_TERM, "id\tparent\tdesignation\n1\t2\tx\n\t9\ty\n",
                  FAULTS("t.tsv:2:1:", "t.tsv:3:2:"));
    expect_faults(app, RECORD_COMMITTEE, "name\tchair\nx\tখ\ny\tগ\nz\t99\n",
                  FAULTS("t.tsv:3:2:", "t.tsv:4:2:"));
}

static void columns_in_any_order_and_empty_cells(void **state)
{
    struct app *app = ((struct desk *)*state)->one;
    autostr faults = STR_INIT, out = STR_INIT;
    static const char first[] = "sort,name,note\nGuest,ক,\"x, y\"\n";
    static const char second[] = "note\tid\n\t1\n";
    assert_int_equal(import(app, RECORD_PERSON, first, strlen(first), &faults), STATUS_OK);
    assert_int_equal(import(app, RECORD_PERSON, second, strlen(second), &faults), STATUS_OK);
    take_out(app, RECORD_PERSON, &out);
    assert_string_equal(out.buf, "id\tname\tsort\tphone\temail\tnote\n1\tক\tguest\t\t\t\n");
}

// Rows may name each other whichever comes first.
static void rows_that_name_each_other(void **state)
{
    struct app *app = ((struct desk *)*state)->one;
    autostr faults = STR_INIT;
    static const char meeting[] = "title\nসভা\n", item[] = "parent\tsubject\n1\tx\n",
                      decision[] = "id\tparent\ttext\tfrom\n7\t2\tএক\t8\n8\t2\tদুই\t\n";
    assert_int_equal(import(app, RECORD_MEETING, meeting, strlen(meeting), &faults), STATUS_OK);
    assert_int_equal(import(app, RECORD_ITEM, item, strlen(item), &faults), STATUS_OK);
    if (import(app, RECORD_DECISION, decision, strlen(decision), &faults))
        fail_msg("%s", faults.buf);
    expect_faults(app, RECORD_DECISION, "id\tparent\ttext\n9\t1\tx\n", FAULTS("t.tsv:2:2:"));
    expect_faults(app, RECORD_DECISION, "id\ttext\n8\t\n", FAULTS("t.tsv:2:2:"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_comes_out_goes_in_the_same, setup, teardown),
        cmocka_unit_test_setup_teardown(faults_by_line_and_column, setup, teardown),
        cmocka_unit_test_setup_teardown(columns_in_any_order_and_empty_cells, setup, teardown),
        cmocka_unit_test_setup_teardown(rows_that_name_each_other, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
