// SPDX-License-Identifier: GPL-3.0-or-later
// The screens about the offices below: a matrix of twelve offices typed by keys, and pictures.
//
// Each file of tests/screen/below is one case, as those of tests/screen/pictures; its head says
// `#start matrix` or `#start below`. Twelve offices are below, nine of which have sent
// (tests/below_of.c).
#include "../clock.h"
#include "../test.h"

#include "orjon/app/offices.h"
#include "orjon/app/reviews.h"
#include "orjon/base/file.h"
#include "orjon/domain/date.h"
#include "orjon/screens/screens.h"
#include "private.h"

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

struct trial {
    char folder[64];
    struct str file;
    struct app_options options;
    struct session session;
    struct desk *desk;
};

static void command(const char *text)
{
    assert_int_equal(system(text), 0);
}

// The evaluator's marks of two offices are more than there are: of an indicator, of all of it.
static void give_marks(struct trial *o)
{
    static const struct app_mark_at much[] = {{2, {.code = "1.2", .marks = "5"}},
                                              {4, {.code = "1.1", .marks = "50"}}};
    const struct app_review_of of = {.fiscal_year = 2023, .quarter = 2, .plan = "plan-1"};
    struct err err = {0};
    if (app_put_marks_at(o->session.app, &of, much, 2, NULL, &err))
        fail_msg("%s", err.text);
}

static void begin(struct trial *o, enum language language, bool filled)
{
    const struct app_new_office office = {.name = "সমবায় অধিদপ্তর",
                                          .family = filled ? "coop-upazila" : "none",
                                          .fiscal_year = "2023-24"};
    struct err err = {0};
    *o = (struct trial){.folder = "/tmp/orjon-below-XXXXXX", .file = STR_INIT};
    assert_non_null(mkdtemp(o->folder));
    str_addf(&o->file, "%s/office.db", o->folder);
    i18n_set_language(language);
    i18n_set_digits(language == LANGUAGE_BENGALI ? DIGITS_BENGALI : DIGITS_LATIN);
    o->options = (struct app_options){.file = o->file.buf,
                                      .via = "screen",
                                      .as_of = {true, date_of(2024, 1, 25)},
                                      .language_given = true,
                                      .digits_given = true};
    o->session = (struct session){.options = &o->options};
    autostr fill = STR_INIT;
    str_addf(&fill, "'%s' '%s' 12 9 1 7 2023 1", BELOW_OF, o->file.buf);
    if (app_init(&o->options, &office, &err))
        fail_msg("%s", err.text);
    if (filled)
        command(fill.buf);
    if (app_open(&o->options, &o->session.app, &err))
        fail_msg("%s", err.text);
    if (filled)
        give_marks(o);
    o->desk = desk_new(NULL, false);
    desk_set_common(o->desk, screens_common, &o->session);
}

static void end(struct trial *o)
{
    autostr clean = STR_INIT;
    desk_free(&o->desk);
    app_close(&o->session.app);
    str_addf(&clean, "rm -rf '%s'", o->folder);
    command(clean.buf);
    str_done(&o->file);
}

static void play(struct trial *o, const char *keys, const char *wanted)
{
    autostr picture = STR_INIT;
    struct err err = {0};
    if (desk_play(o->desk, keys, 30, 100, &picture, &err))
        fail_msg("%s", err.text);
    if (!strstr(picture.buf, wanted))
        fail_msg("“%s” is not there after %s:\n%s", wanted, keys, picture.buf);
}

// --- a matrix of twelve offices -----------------------------------------------------------------

// The department itself has a plan of its own; the others that of divisions.
static void add_offices(struct trial *o)
{
    for (int i = 1; i <= 12; i++) {
        char code[8], name[32];
        int64_t id = 0;
        snprintf(code, sizeof code, "%d", 6100 + i);
        snprintf(name, sizeof name, "Office %02d", i);
        const struct app_word words[] = {
            {"code", code},
            {"name", name},
            {"families", i == 1 ? "coop-department" : "coop-division"}};
        struct err err = {0};
        if (app_add_office(o->session.app, words, 3, &id, &err))
            fail_msg("%s", err.text);
    }
}

static void count_marks(struct trial *o, size_t yes, size_t no)
{
    struct app_matrix matrix = {0};
    assert_int_equal(app_matrix_open(o->session.app, 2023, "charter", 2, &matrix, NULL), STATUS_OK);
    assert_int_equal(matrix.yes, yes);
    assert_int_equal(matrix.no, no);
    app_matrix_done(&matrix);
}

static void a_department_of_twelve_is_typed(void **state)
{
    struct trial o;
    (void)state;
    begin(&o, LANGUAGE_ENGLISH, false);
    add_offices(&o);
    matrix_push(o.desk, o.session.app, 2023, 2, NULL);
    play(&o, "", "has sent nothing");
    play(&o, "yyyynnnnyyyyyyynyynyyyyyyyyy", "✓ 22  ✗ 6  without a remark 6");
    play(&o, "১১১০√√X✓yxxx1000হননন", "✓ 31  ✗ 17"); // as keyboards have them
    count_marks(&o, 31, 17);
    // What is typed again says what stood there.
    play(&o, "<Left>y", "3, Office 12: ✗ → ✓");
    play(&o, "<C-z>", "Undone: Office 12, 3: ✗");
    play(&o, "<C-y>", "Redone: Office 12, 3: ✓");
    play(&o, "<C-z>", "✓ 31  ✗ 17");
    // ✓ with a remark that says no; the mark stays.
    play(&o, "<C-f>office 09<Enter><F2>no photograph<Enter>", "no photograph");
    count_marks(&o, 31, 17);
    play(&o, "<Home><C-Down>", "without a remark; F2 writes one");
    play(&o, "<F8><Down><Enter>", "✓১০ X১"); // as it is printed
    end(&o);
}

static void a_remark_of_a_cross_is_asked_about_when_it_becomes_a_tick(void **state)
{
    struct trial o;
    (void)state;
    begin(&o, LANGUAGE_ENGLISH, false);
    add_offices(&o);
    matrix_push(o.desk, o.session.app, 2023, 2, "charter");
    play(&o, "n<Left><F2>not seen<Enter>", "✗ 1");
    play(&o, "y", "The remark beside it was written for ✗");
    play(&o, "<Right><Enter><Left>", "✓ 1");
    play(&o, "", "not seen"); // it stays
    play(&o, "n<Left>y<Esc><Left>", "not seen");
    play(&o, "n<Left>y<Enter>", "“not seen” → “”");
    play(&o, "<Left>n<Left>y", "✗ → ✓"); // nothing stands there
    end(&o);
}

static void ditto_tells_which_remark_it_replaces(void **state)
{
    struct trial o;
    (void)state;
    begin(&o, LANGUAGE_ENGLISH, false);
    add_offices(&o);
    matrix_push(o.desk, o.session.app, 2023, 2, "charter");
    play(&o, "yyyyn<Left><F2>not seen<Enter><Down>y<Left><F2>no photograph<Enter>", "✓ 5  ✗ 1");
    play(&o, "<F4>", "“no photograph” → “not seen”; ✓ → ✗");
    play(&o, "<Left><F4>", "Nothing changed");
    end(&o);
}

static void stretches_are_filled(void **state)
{
    struct trial o;
    (void)state;
    begin(&o, LANGUAGE_ENGLISH, false);
    add_offices(&o);
    matrix_push(o.desk, o.session.app, 2023, 2, "charter");
    play(&o, "yyyy<C-d>", "First mark a stretch");
    play(&o, "n<F4>", "Nothing is said in the cell above");
    play(&o, "<Left><F2>none found<Enter><S-Down>*9<C-d>", "10 cells");
    count_marks(&o, 4, 10);
    play(&o, "<C-z>", "✓ 4  ✗ 1");
    play(&o, "<C-f>office 02<Enter><S-Right>*3<C-r>", "4 cells");
    count_marks(&o, 4, 4);
    play(&o, "<Down><F4>", "4, Office 03: ✗");
    play(&o, "<C-f>office 03<Enter><Right>*3<F2>", "none found"); // the remark came along
    play(&o, "<Esc><S-Left>y", "cells: 2, replaced: 1");
    // Turned, offices stand beside each other and down goes along an office.
    play(&o, "<F5><Down><F4>", "4, Office 03: “none found” → “”; ✓");
    count_marks(&o, 6, 4);
    play(&o, "<F7>a", "taken as proposed"); // nothing came: ✗ wherever nothing is stated
    count_marks(&o, 6, 42);
    play(&o, "<C-z>", "38 marks or verdicts would be undone");
    play(&o, "<Left><Enter>", "✓ 6  ✗ 4");
    play(&o, "<F5><C-f>office 04<Enter>", "Office 04");
    play(&o, "<C-a>", "9 rows marked");
    play(&o, "y", "9 cells");
    count_marks(&o, 15, 4);
    end(&o);
}

static void a_cell_opens_its_return(void **state)
{
    struct trial o;
    (void)state;
    begin(&o, LANGUAGE_ENGLISH, true);
    matrix_push(o.desk, o.session.app, 2023, 2, "plan-1");
    play(&o, "<Down>*3<Right><Enter>", "উপজেলা সমবায় কার্যালয়, 4: সেবা");
    play(&o, "", " 1.2  সূচক 2");
    play(&o, "<Esc>", "Compliance matrix");
    below_push(o.desk, o.session.app, 2023, 2, "plan-1");
    play(&o, "3<Down><Enter>", "উপজেলা সমবায় কার্যালয়, 4: সেবা");
    play(&o, "<Esc>1<Enter>", "Ranks and what is odd open");
    end(&o);
}

// What is put where it stood already is no step: Ctrl-Z does not reach for one from before unasked.
static void what_was_done_before_is_not_taken_back_unasked(void **state)
{
    struct trial o;
    (void)state;
    begin(&o, LANGUAGE_ENGLISH, false);
    add_offices(&o);
    matrix_push(o.desk, o.session.app, 2023, 2, "charter");
    play(&o, "yyyyyyyyyyyy<Esc>", "");
    matrix_push(o.desk, o.session.app, 2023, 2, "charter");
    play(&o, "y", "Nothing changed");
    play(&o, "<C-z>", "before this screen was opened");
    play(&o, "<Esc>", "✓ 12  ✗ 0");
    play(&o, "<Left>n<C-z>", "Undone");
    play(&o, "<C-y>", "Redone");
    play(&o, "<C-z>", "✓ 12  ✗ 0");
    play(&o, "<C-z><Left><Enter>", "✓ 11  ✗ 0");
    play(&o, "<C-y>", "✓ 12  ✗ 0"); // that was taken back here
    play(&o, "<C-f>office 11<Enter><C-a>y", "Marks belong into the cells"); // of its indicators
    play(&o, "<C-f>office 04<Enter><Left>*2<S-Down>*8<S-Left>y", "18 cells");
    play(&o, "y", "Nothing changed");
    play(&o, "<C-z>", "18 marks or verdicts would be undone"); // so many only when asked
    play(&o, "<Esc>", "Compliance matrix");
    end(&o);
}

// What an office sends to none above is not offered by it.
static void papers_are_of_returns_that_there_are(void **state)
{
    struct trial o;
    struct err err = {0};
    autostr picture = STR_INIT;
    (void)state;
    begin(&o, LANGUAGE_ENGLISH, false);
    add_offices(&o);
    assert_int_equal(supervision_push(o.desk, &o.session, &err), STATUS_OK);
    assert_int_equal(desk_play(o.desk, "<F8>", 30, 100, &picture, &err), STATUS_OK);
    assert_non_null(strstr(picture.buf, "memo register"));
    assert_non_null(strstr(picture.buf, "what was ticked of each office"));
    assert_null(strstr(picture.buf, "quarterly return"));
    assert_null(strstr(picture.buf, "index of evidence"));
    end(&o);
}

// --- others on the same file --------------------------------------------------------------------

static void put(struct app *app, const char *mark, const char *remark)
{
    const struct app_review_of of = {.fiscal_year = 2023, .quarter = 2, .plan = "plan-1"};
    const struct app_mark_at at = {1, {.code = "1.1", .mark = mark, .remark = remark}};
    struct err err = {0};
    if (app_put_marks_at(app, &of, &at, 1, NULL, &err))
        fail_msg("%s", err.text);
}

static void what_somebody_else_marked_is_not_typed_over(void **state)
{
    struct trial o;
    struct app *other = NULL;
    (void)state;
    begin(&o, LANGUAGE_ENGLISH, true);
    assert_int_equal(app_open(&o.options, &other, NULL), STATUS_OK);
    matrix_push(o.desk, o.session.app, 2023, 2, "plan-1");
    play(&o, "", "✓ 21  ✗ 21");
    put(other, "y", NULL);
    play(&o, "n", "changed meanwhile");
    play(&o, "", "✓ 22  ✗ 21");
    put(other, NULL, "seen by another");
    play(&o, "<F2>", "changed meanwhile");
    play(&o, "<F2>", "seen by another");
    put(other, NULL, "seen again");
    play(&o, " and by me<Enter>", "changed meanwhile");
    play(&o, "<Esc>", "seen again");
    app_close(&other);
    end(&o);
}

static void a_file_to_read_only_keeps_its_marks(void **state)
{
    struct trial o;
    (void)state;
    begin(&o, LANGUAGE_ENGLISH, true);
    app_close(&o.session.app);
    o.options.read_only = true;
    assert_int_equal(app_open(&o.options, &o.session.app, NULL), STATUS_OK);
    matrix_push(o.desk, o.session.app, 2023, 2, "plan-1");
    play(&o, "y", "READ ONLY");
    play(&o, "n<F2><F4><F6><F7><Del><C-d><C-z>", "✓ 21  ✗ 21");
    below_push(o.desk, o.session.app, 2023, 2, "plan-1");
    play(&o, "3<F6>", "READ ONLY");
    play(&o, "<F7>", "✓ 21  ✗ 21");
    end(&o);
}

static uint64_t chance = 88172645463325252U;

static size_t any(size_t n)
{
    chance ^= chance << 13;
    chance ^= chance >> 7;
    chance ^= chance << 17;
    return (size_t)(chance % n);
}

// Whatever is pressed, nothing breaks; with the sanitizers this looks at memory too.
static const char *const random_keys[] = {"y",
                                          "n",
                                          "0",
                                          "1",
                                          "-",
                                          "হ",
                                          "×",
                                          "\"",
                                          "f",
                                          "a",
                                          "<F2>",
                                          "<F2>x<Enter>",
                                          "<F4>",
                                          "<F5>",
                                          "<F6>",
                                          "<F7>",
                                          "<Enter>",
                                          "<Esc>",
                                          "<Up>",
                                          "<Down>",
                                          "<Left>",
                                          "<Right>",
                                          "<S-Up>",
                                          "<S-Down>",
                                          "<S-Left>",
                                          "<S-Right>",
                                          "<C-d>",
                                          "<C-r>",
                                          "<C-z>",
                                          "<C-z>",
                                          "<C-y>",
                                          "<Del>",
                                          "<C-Up>",
                                          "<C-Down>",
                                          "<C-Left>",
                                          "<C-Right>",
                                          "<PgDn>",
                                          "<PgUp>",
                                          "<Home>",
                                          "<End>",
                                          "<F3>8<Enter>",
                                          "<C-p>",
                                          "<F12>",
                                          "2",
                                          "3",
                                          "4",
                                          "5",
                                          "<Tab>",
                                          "<Resize:60x16>",
                                          "<Resize:120x40>",
                                          "<Click:9,40>",
                                          "<Click:7,70>",
                                          "<Paste:y\\nn>"};

static void keys_at_random(void **state)
{
    struct trial o;
    autostr all = STR_INIT;
    (void)state;
    begin(&o, LANGUAGE_ENGLISH, true);
    for (int i = 0; i < 1500; i++) {
        struct err err = {0};
        if (desk_depth(o.desk) == 0)
            (any(2) ? matrix_push : below_push)(o.desk, o.session.app, 2023, 2, "plan-1");
        const char *key = random_keys[any(sizeof random_keys / sizeof *random_keys)];
        str_add(&all, key);
        if (desk_play(o.desk, key, 24, 80, NULL, &err))
            fail_msg("%s after %s", err.text, all.buf);
        if (desk_ended(o.desk)) {
            desk_free(&o.desk);
            o.desk = desk_new(NULL, false);
            desk_set_common(o.desk, screens_common, &o.session);
        }
    }
    end(&o);
}

// --- pictures -----------------------------------------------------------------------------------

struct picture {
    int rows, cols;
    enum language language;
    bool matrix;
    struct str keys, head, picture;
};

static void read_case(const char *path, struct picture *p)
{
    autostr file = STR_INIT;
    *p = (struct picture){
        .rows = 24, .cols = 80, .keys = STR_INIT, .head = STR_INIT, .picture = STR_INIT};
    assert_int_equal(file_read(path, &file, NULL), STATUS_OK);
    char *at = file.buf;
    while (*at == '#') {
        char *stop = strchr(at, '\n'), language[8] = "";
        *stop = '\0';
        sscanf(at, "#size %dx%d", &p->cols, &p->rows);
        if (sscanf(at, "#lang %7s", language) == 1)
            p->language = (enum language)language_from_code(language);
        if (strncmp(at, "#keys ", 6) == 0)
            str_add(&p->keys, at + 6);
        p->matrix |= strcmp(at, "#start matrix") == 0;
        str_addf(&p->head, "%s\n", at);
        at = stop + 1;
    }
    str_add(&p->picture, at);
}

static bool is_as_before(const char *path)
{
    struct trial o;
    struct picture p;
    autostr got = STR_INIT;
    struct err err = {0};
    read_case(path, &p);
    begin(&o, p.language, true);
    (p.matrix ? matrix_push : below_push)(o.desk, o.session.app, 2023, 2, "plan-1");
    if (desk_play(o.desk, p.keys.buf, p.rows, p.cols, &got, &err))
        fail_msg("%s: %s", path, err.text);
    bool same = strcmp(got.buf, p.picture.buf) == 0;
    if (!same && getenv("ORJON_TEST_WRITE")) {
        str_add(&p.head, got.buf);
        assert_int_equal(file_write(path, p.head.buf, p.head.len, true, NULL), STATUS_OK);
        same = true;
    }
    if (!same)
        print_error("%s differs:\n%s\nexpected:\n%s\n", path, got.buf, p.picture.buf);
    str_done(&p.keys);
    str_done(&p.head);
    str_done(&p.picture);
    end(&o);
    return same;
}

static void all_pictures_come_out(void **state)
{
    glob_t found;
    int wrong = 0;
    (void)state;
    assert_int_equal(glob(BELOW_PICTURES "/*.txt", 0, NULL, &found), 0);
    for (size_t i = 0; i < found.gl_pathc; i++)
        wrong += !is_as_before(found.gl_pathv[i]);
    assert_true(found.gl_pathc >= 10);
    globfree(&found);
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_department_of_twelve_is_typed),
        cmocka_unit_test(a_remark_of_a_cross_is_asked_about_when_it_becomes_a_tick),
        cmocka_unit_test(ditto_tells_which_remark_it_replaces),
        cmocka_unit_test(stretches_are_filled),
        cmocka_unit_test(what_was_done_before_is_not_taken_back_unasked),
        cmocka_unit_test(a_cell_opens_its_return),
        cmocka_unit_test(papers_are_of_returns_that_there_are),
        cmocka_unit_test(what_somebody_else_marked_is_not_typed_over),
        cmocka_unit_test(a_file_to_read_only_keeps_its_marks),
        cmocka_unit_test(keys_at_random),
        cmocka_unit_test(all_pictures_come_out),
    };
    clock_stand(1706162400); // 25 January 2024
    return cmocka_run_group_tests(tests, NULL, NULL);
}
