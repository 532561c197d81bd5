// SPDX-License-Identifier: GPL-3.0-or-later
#include "../paper_case.h"

#include "orjon/report/archive.h"
#include "orjon/report/writer.h"

// What a paper is to whoever reads it: all that each of these formats makes of it.
static void write_all(const struct paper *paper, struct str *ret)
{
    static const char *const formats[] = {"text", "csv", "html"};
    const struct writer_options options = {.with_text = true};
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        assert_int_equal(writer_write(writer_find(formats[i]), paper, &options, ret, NULL),
                         STATUS_OK);
}

static void assert_read_back(const struct paper *paper)
{
    autostr bytes = STR_INIT, again = STR_INIT, before = STR_INIT, after = STR_INIT;
    struct err err = {0};
    autopaper *read = NULL;
    archive_write(paper, &bytes);
    if (archive_read(bytes.buf, bytes.len, &read, &err))
        fail_msg("%s\n%s", err.text, bytes.buf);
    archive_write(read, &again);
    assert_string_equal(again.buf, bytes.buf);
    write_all(paper, &before);
    write_all(read, &after);
    assert_string_equal(after.buf, before.buf);
    assert_int_equal(read->settings.day, paper->settings.day);
    assert_string_equal(read->settings.footer, paper->settings.footer);
    for (size_t i = 0; i < paper->blocks; i++)
        if (paper->block[i].kind == BLOCK_PART)
            assert_string_equal(read->block[i].name, paper->block[i].name);
}

static struct paper *every_block(void)
{
    struct paper_settings settings = PAPER_SETTINGS;
    settings.columns = 60;
    settings.lines = 30;
    settings.day = -3;
    settings.title = "a\nb\\n";
    settings.mark = "খসড়া";
    struct paper *p = paper_new(&settings);
    paper_part(p, "ক", NULL);
    paper_part_name(p, "খ");
    paper_contents(p);
    paper_title(p, "শিরোনাম");
    paper_line(p, (struct line){.text = "x\\\ny", .large = true, .record = true});
    paper_pair(p, "স্মারক", "তারিখ");
    struct table *t = paper_table(p);
    table_column(t, (struct column){.heading = {"ক", "খ"}, .width = 7, .align = ALIGN_CENTRE});
    table_column(t, (struct column){.heading = {"ক", "গ"}});
    table_column(t, (struct column){.heading = {"ঘ"}, .align = ALIGN_RIGHT});
    table_ruler(t, "১ _ ৩");
    table_section(t, "ক্ষেত্র");
    table_row(t);
    table_cell(t, (struct cell){.text = "দুই", .span = 2, .bold = true});
    table_number(t, "-০.৫", INT64_MIN, 9);
    table_subrow(t);
    table_above(t);
    table_date(t, "১/১/১৯৬৯", -365);
    table_row(t);
    table_text(t, "একা");
    paper_table(p);
    paper_space(p, 2);
    paper_break(p);
    paper_signature(p, 3, "(নাম)\nপদ");
    paper_copies(p, 2, (const char *const[]){"এক", "দুই"}, 2);
    return p;
}

static void all_of_a_paper_is_read_back(void **state)
{
    (void)state;
    autopaper *paper = every_block();
    assert_read_back(paper);
    autopaper *empty = paper_new(&PAPER_SETTINGS);
    assert_read_back(empty);
}

static void our_papers_are_read_back(void **state)
{
    (void)state;
    static const char *const plans[] = {"2024-25/coop-upazila/grs", "2023-24/coop-upazila/egov",
                                        "2024-25/coop-upazila/apa",
                                        "2023-24/coop-upazila/integrity"};
    for (size_t i = 0; i < sizeof plans / sizeof *plans; i++) {
        struct paper_case *c = case_new(2);
        case_load(c, plans[i]);
        case_enter_file(c, 0, plans[i]);
        for (const struct paper_kind *kind = paper_kinds; kind->name; kind++) {
            if (strcmp(kind->name, "packet") == 0) // what is signed is one return
                continue;
            autopaper *paper = case_compose(c, kind->name);
            assert_read_back(paper);
        }
        case_free(c);
    }
}

static enum status read_only(const char *bytes, size_t n)
{
    autopaper *read = NULL;
    struct err err = {0};
    const enum status status = archive_read(bytes, n, &read, &err);
    assert_true(!status || *err.text);
    return status;
}

// What is read at all is read as it stands: each wrong byte is noticed, or is another text.
static void wrong_bytes_are_refused(void **state)
{
    (void)state;
    autostr bytes = STR_INIT;
    autopaper *paper = every_block();
    archive_write(paper, &bytes);
    for (size_t n = 0; n < bytes.len; n++)
        assert_int_equal(read_only(bytes.buf, n), STATUS_DAMAGED);
    for (size_t i = 0; i < bytes.len; i++)
        for (unsigned bit = 0; bit < 8; bit++) {
            bytes.buf[i] = (char)((unsigned char)bytes.buf[i] ^ 1U << bit);
            read_only(bytes.buf, bytes.len);
            bytes.buf[i] = (char)((unsigned char)bytes.buf[i] ^ 1U << bit);
        }
    static const char *const wrong[] = {
        "",
        "orjon paper 2\n",
        "orjon paper 1\nend\n",
        "orjon paper 1\npages\t0\t0\t0\t0\t0\t0\t0\t\t\t\t\t\nspace\t01\nend\n",
        "orjon paper 1\npages\t0\t0\t0\t0\t0\t0\t0\t\t\t\t\t\nspace\t99999999999999999999\nend\n",
        "orjon paper 1\npages\t0\t0\t0\t9\t0\t0\t0\t\t\t\t\t\nend\n",
        "orjon paper 1\npages\t0\t0\t0\t0\t0\t0\t0\t\xff\t\t\t\t\nend\n",
        "orjon paper 1\npages\t0\t0\t0\t0\t0\t0\t0\t\\x\t\t\t\t\nend\n",
        "orjon paper 1\npages\t0\t0\t0\t0\t0\t0\t0\t\x1b\t\t\t\t\nend\n",
        "orjon paper 1\npages\t0\t0\t0\t0\t0\t0\t0\t\t\t\t\t\ntable\t41\t0\t0\nend\n",
        "orjon paper 1\npages\t0\t0\t0\t0\t0\t0\t0\t\t\t\t\t\ntable\t1\t1\t0\nend\n",
        "orjon paper 1\npages\t0\t0\t0\t0\t0\t0\t0\t\t\t\t\t\nend\nend\n",
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_int_equal(read_only(wrong[i], strlen(wrong[i])), STATUS_DAMAGED);
}

static void letters_of_a_bundle_are_what_they_were(void **state)
{
    (void)state;
    autostr alone = STR_INIT, enclosed = STR_INIT;
    autopaper *bundle = paper_new(&PAPER_SETTINGS);
    for (int i = 0; i < 3; i++) {
        struct paper *letter = every_block();
        write_all(letter, &alone);
        paper_enclose(bundle, &letter);
        assert_null(letter);
    }
    struct paper letter;
    size_t count = 0;
    for (; paper_letter(bundle, count, &letter); count++)
        write_all(&letter, &enclosed);
    assert_int_equal(count, 3);
    assert_string_equal(enclosed.buf, alone.buf);
    assert_true(paper_letter(&letter, 0, &letter));
    assert_false(paper_letter(&letter, 1, &letter));
}

static void a_paper_can_be_part_of_another(void **state)
{
    (void)state;
    autopaper *packet = paper_new(&PAPER_SETTINGS);
    struct paper *part = paper_new(&(struct paper_settings){.title = "ক", .footer = "খ"}), one;
    paper_text(part, "এক");
    paper_part(packet, "প্রচ্ছদ", NULL);
    paper_append(packet, &part);
    assert_int_equal(packet->blocks, 3);
    assert_string_equal(packet->block[1].line.text, "ক");
    assert_string_equal(packet->block[1].right, "খ");
    assert_true(paper_letter(packet, 0, &one));
    assert_int_equal(one.blocks, 3);
    assert_false(paper_letter(packet, 1, &one));
}

static void a_stamp_is_on_every_page_and_below_the_table(void **state)
{
    (void)state;
    autopaper *paper = every_block();
    const size_t blocks = paper->blocks;
    paper_stamp(paper, "abc", "সিল: abc");
    assert_string_equal(paper->settings.footer, "abc");
    assert_string_equal(paper->block[0].right, "abc");
    assert_int_equal(paper->blocks, blocks + 1);
    assert_int_equal(paper->block[6].kind, BLOCK_TABLE);
    assert_string_equal(paper->block[7].line.text, "সিল: abc");
    assert_int_equal(paper->block[8].kind, BLOCK_SPACE);
    paper_stamp(paper, "d", "d");
    assert_string_equal(paper->settings.footer, "abc · d");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_of_a_paper_is_read_back),
        cmocka_unit_test(our_papers_are_read_back),
        cmocka_unit_test(wrong_bytes_are_refused),
        cmocka_unit_test(letters_of_a_bundle_are_what_they_were),
        cmocka_unit_test(a_paper_can_be_part_of_another),
        cmocka_unit_test(a_stamp_is_on_every_page_and_below_the_table),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
