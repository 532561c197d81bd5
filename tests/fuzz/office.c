// SPDX-License-Identifier: GPL-3.0-or-later
// An office file with single bytes and cells of it changed: opened, verified, scored, explained,
// checked, printed, and now and then written to and shown. It never crashes, and what it refuses it
// says.
#include "fuzz.h"

#include "../faults/forge.h"
#include "../faults/use.h"
#include "folder.h"

#include "orjon/base/file.h"
#include "orjon/papers/papers.h"

static struct forge forge;
static struct str path = STR_INIT;

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc, (void)argv;
    fuzz_folder();
    require(forge_begin(&forge, "."));
    str_add(&path, "office.db");
    return 0;
}

// Bytes of the input, one after the other; 0 behind its end.
struct input {
    const uint8_t *data;
    size_t n;
};

static unsigned take(struct input *in)
{
    if (in->n == 0)
        return 0;
    in->n--;
    return *in->data++;
}

static unsigned take_more(struct input *in)
{
    const unsigned high = take(in);
    return high << 8 | take(in);
}

// Half of the bytes that are changed are in the heads of pages, by which SQLite finds the rest.
static void change_byte(struct input *in, struct str *file)
{
    enum { PAGE = 4096, HEAD = 12, FILE_HEAD = 100 };
    const unsigned at = take_more(in), low = take(in);
    const size_t pages = file->len / PAGE;
    size_t place = ((size_t)at << 8 | low) % (file->len ? file->len : 1);
    if (low & 1 && pages)
        place = at % pages * PAGE + low / 2 % HEAD + (at % pages ? 0 : FILE_HEAD);
    const unsigned byte = take(in);
    if (place < file->len)
        file->buf[place] = (char)byte;
}

static void change_cell(struct input *in, sqlite3 **db)
{
    if (!*db)
        *db = forge_open(&forge);
    const struct forge_column *column = &forge.column[take(in) % forge.columns];
    const unsigned kind = take(in), seed = take_more(in), k = take(in);
    forge_cell(*db, column, kind, (int64_t)seed, k, k % 4 * 3);
}

static void make_file(struct input *in, struct str *file)
{
    enum { CELLS_MAX = 8, BYTES_MAX = 64 };
    sqlite3 *db = NULL;
    const unsigned cells = take(in) % CELLS_MAX;
    for (unsigned i = 0; i < cells; i++)
        change_cell(in, &db);
    if (!db || !forge_close(&forge, &db, file))
        str_add_n(file, forge.office.buf, forge.office.len);
    for (unsigned i = 0; i < BYTES_MAX && in->n; i++)
        change_byte(in, file);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    static const char *const formats[] = {"text", "csv", "html", "text", "csv", "docx", "xlsx"};
    struct input in = {data, n};
    const unsigned how = take(&in);
    size_t papers = 0;
    while (paper_kinds[papers].name)
        papers++;
    const struct use use = {
        .writes = how % 8 == 3,
        .shows = how / 8 % 8 == 3,
        .paper = how / 64 ? "none" : paper_kinds[how % papers].name, // has a target of its own
        .format = formats[how % (sizeof formats / sizeof *formats)]};
    autostr file = STR_INIT, said = STR_INIT;
    make_file(&in, &file);
    require(file_write(path.buf, file.buf, file.len, true, NULL) == STATUS_OK);
    use_office(path.buf, &use, &said);
    return 0;
}
