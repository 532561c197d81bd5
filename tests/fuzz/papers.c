// SPDX-License-Identifier: GPL-3.0-or-later
// A paper of any blocks and any texts, through every writer: each writes it or says why not, the
// same each time.
#include "fuzz.h"

#include "folder.h"

#include "orjon/base/text.h"
#include "orjon/report/archive.h"
#include "orjon/report/writer.h"

enum { TEXT_MAX = 4000, TEXTS_MAX = 20000 }; // bytes of one and of all; more only takes longer

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc, (void)argv;
    fuzz_folder();
    return 0;
}

struct input {
    const uint8_t *data;
    size_t n;
    size_t written; // bytes of text
};

static unsigned take(struct input *in)
{
    if (in->n == 0)
        return 0;
    in->n--;
    return *in->data++;
}

static void add_code_point(struct str *ret, unsigned c)
{
    if (c < 0x80) {
        str_add_char(ret, (char)c);
    } else if (c < 0x800) {
        str_add_char(ret, (char)(0xC0 | c >> 6));
        str_add_char(ret, (char)(0x80 | (c & 0x3F)));
    } else {
        str_add_char(ret, (char)(0xE0 | c >> 12));
        str_add_char(ret, (char)(0x80 | (c >> 6 & 0x3F)));
        str_add_char(ret, (char)(0x80 | (c & 0x3F)));
    }
}

// Each byte is a letter: the Bengali block and ASCII, and a few that are hard on a page.
static void add_letter(struct str *ret, unsigned byte)
{
    static const unsigned hard[] = {'\n',   0x200C, 0x200D, 0x00A0, 0x0964, 0x25CC, 0xFFFD,
                                    0x0300, 0x0E33, 0x4E00, 0x2028, 0x00AD, '\n',   ' '};
    if (byte >= 0x80)
        add_code_point(ret, 0x0980 + byte - 0x80);
    else if (byte >= 0x20 && byte < 0x7F)
        add_code_point(ret, byte);
    else
        add_code_point(ret, hard[byte % (sizeof hard / sizeof *hard)]);
}

// A text as the rooms above hand it over: clean, but with line breaks.
static void take_text(struct input *in, struct str *ret)
{
    const unsigned length = take(in), times = length >= 0xC0 ? take(in) + 1 : 1;
    autostr once = STR_INIT, raw = STR_INIT;
    for (unsigned i = 0; i < length % 0x40 && in->n; i++)
        add_letter(&once, take(in));
    str_add_repeat(&raw, once.buf,
                   once.len * times > TEXT_MAX || in->written > TEXTS_MAX ? 1 : times);
    in->written += raw.len;
    for (const char *s = raw.buf; *s;) {
        const size_t line = strcspn(s, "\n");
        text_clean(s, line, ret, NULL);
        s += line;
        if (*s == '\n') {
            str_add_char(ret, '\n');
            s++;
        }
    }
}

static int64_t take_value(struct input *in)
{
    static const int64_t values[] = {0, 1, -1, 1000000, INT64_MAX, INT64_MIN, INT32_MAX, 19700};
    const unsigned which = take(in);
    return which < 8 ? values[which] : (int64_t)which * 1000000 / 7;
}

static void take_row(struct input *in, struct table *table, unsigned how)
{
    autostr text = STR_INIT;
    if (how % 8 == 1) {
        take_text(in, &text);
        table_section(table, text.buf);
        return;
    }
    if (how % 8 == 2)
        table_subrow(table);
    else
        table_row(table);
    for (size_t i = 0; i < table->columns && in->n; i++) {
        const unsigned kind = take(in);
        str_reset(&text);
        if (kind % 8 != 7)
            take_text(in, &text);
        if (kind % 8 == 5)
            table_number(table, text.buf, take_value(in), (int)(kind / 8 % 10));
        else if (kind % 8 == 6)
            table_date(table, text.buf, (int32_t)take_value(in));
        else if (kind % 8 == 7)
            table_above(table);
        else
            table_cell(table, (struct cell){.text = text.buf,
                                            .bold = kind & 0x40,
                                            .span = kind % 8 == 4 ? (int)(kind / 8) : 0});
    }
}

static void take_table(struct input *in, struct paper *paper)
{
    struct table *table = paper_table(paper);
    const unsigned columns = take(in) % 16;
    autostr text = STR_INIT;
    for (unsigned i = 0; i < columns; i++) {
        struct column column = {.align = (enum align)(take(in) % 3)};
        autostr head = STR_INIT, over = STR_INIT;
        const unsigned how = take(in);
        take_text(in, &head);
        column.heading[0] = head.buf;
        if (how & 1) {
            take_text(in, &over);
            column.heading[1] = over.buf;
        }
        column.width = how & 2 ? (int)(how >> 2) : 0;
        table_column(table, column);
    }
    if (take(in) & 1) {
        take_text(in, &text);
        table_ruler(table, text.buf);
    }
    for (unsigned i = take(in) % 32; i > 0 && in->n; i--)
        take_row(in, table, take(in));
}

static void take_block(struct input *in, struct paper *paper)
{
    autostr text = STR_INIT, other = STR_INIT;
    const unsigned kind = take(in), how = take(in);
    switch (kind % 9) {
    case 0:
        take_table(in, paper);
        return;
    case 1:
        take_text(in, &text);
        paper_line(paper, (struct line){.text = text.buf,
                                        .align = (enum align)(how % 3),
                                        .bold = how & 4,
                                        .large = how & 8,
                                        .keep = how & 16});
        return;
    case 2:
        take_text(in, &text);
        take_text(in, &other);
        paper_pair(paper, text.buf, other.buf);
        return;
    case 3:
        paper_space(paper, (int)how);
        return;
    case 4:
        paper_break(paper);
        return;
    case 5:
        take_text(in, &text);
        take_text(in, &other);
        paper_part(paper, text.buf, how & 1 ? other.buf : NULL);
        return;
    case 6:
        paper_contents(paper);
        return;
    case 7:
        take_text(in, &text);
        paper_signature(paper, (int)how % 8, text.buf);
        return;
    default:
        take_text(in, &text);
        take_text(in, &other);
        paper_copies(paper, (int)how % 2 + 1, (const char *const[]){text.buf, other.buf}, how % 3);
    }
}

static struct paper *take_paper(struct input *in)
{
    struct paper_settings settings = PAPER_SETTINGS;
    autostr title = STR_INIT, footer = STR_INIT;
    const unsigned how = take(in);
    take_text(in, &title);
    take_text(in, &footer);
    settings.columns = how & 1 ? (int)take(in) : settings.columns;
    settings.lines = how & 2 ? PAPER_LINES_MIN + (int)take(in) : how & 4 ? 0 : settings.lines;
    settings.landscape = how & 8;
    settings.digits = how & 16 ? DIGITS_LATIN : DIGITS_BENGALI;
    settings.title = settings.author = settings.subject = how & 32 ? title.buf : NULL;
    settings.footer = how & 64 ? footer.buf : NULL;
    settings.mark = how & 128 ? title.buf : NULL;
    struct paper *paper = paper_new(&settings);
    while (in->n)
        take_block(in, paper);
    return paper;
}

static void put_out(const struct writer *writer, const struct paper *paper,
                    const struct writer_options *options)
{
    struct err err = {0}, again_err = {0};
    autostr text = STR_INIT, again = STR_INIT;
    const enum status status = writer_write(writer, paper, options, &text, &err);
    require(!status || (*err.text && !text.len));
    if (writer->binary)
        return; // twice takes too long
    require(writer_write(writer, paper, options, &again, &again_err) == status);
    require(text.len == again.len && strcmp(text.buf, again.buf) == 0);
}

static void read_back(const struct paper *paper)
{
    autostr bytes = STR_INIT;
    autopaper *read = NULL;
    archive_write(paper, &bytes);
    require(!archive_read(bytes.buf, bytes.len, &read, NULL));
}

// Each input goes through the quick ones; the others take their turns, as each takes a hundred
// times as long.
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    struct input in = {.data = data, .n = n};
    const unsigned how = take(&in), turn = take(&in);
    const struct writer_options options = {.ascii = how & 1,
                                           .no_feed = how & 2,
                                           .bom = how & 4,
                                           .with_text = how & 8,
                                           .as_printed = how & 16,
                                           .no_shading = how & 32,
                                           .legal = how & 64,
                                           .as_text = how & 128};
    autopaper *paper = take_paper(&in);
    read_back(paper);
    unsigned binary = 0;
    for (const struct writer *writer = writers; writer->name; writer++)
        if (!writer->binary || turn % 12 == binary++)
            put_out(writer, paper, &options);
    return 0;
}
