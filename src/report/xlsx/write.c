// SPDX-License-Identifier: GPL-3.0-or-later
// The xlsx writer: a sheet for each part of the paper, and for each table whose columns are not
// those of the one before.
#include "xlsx.h"

#include <errno.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/statvfs.h>
#include <unistd.h>

enum { SECONDS_A_DAY = 86400, SCRATCH = 32 << 20 };

static void set_shape(lxw_format *format, const struct xlsx_look *look)
{
    static const uint8_t aligns[] = {[ALIGN_LEFT] = LXW_ALIGN_LEFT,
                                     [ALIGN_CENTRE] = LXW_ALIGN_CENTER,
                                     [ALIGN_RIGHT] = LXW_ALIGN_RIGHT};
    format_set_font_name(format, "Nikosh");
    format_set_font_size(format, look->size / 1000.0);
    format_set_align(format, aligns[look->align]);
    format_set_align(format, look->middle ? LXW_ALIGN_VERTICAL_CENTER : LXW_ALIGN_VERTICAL_TOP);
    format_set_text_wrap(format);
    if (look->bold)
        format_set_bold(format);
    if (look->border)
        format_set_border(format, LXW_BORDER_THIN);
    if (look->shaded)
        format_set_bg_color(format, 0xEEEEEE);
    if (*look->format)
        format_set_num_format(format, look->format);
}

lxw_format *xlsx_format(struct xlsx_book *book, const struct xlsx_look *look)
{
    for (size_t i = 0; i < book->count; i++) {
        const struct xlsx_look *had = &book->formats[i].look;
        if (had->align == look->align && had->bold == look->bold && had->border == look->border &&
            had->shaded == look->shaded && had->middle == look->middle && had->size == look->size &&
            strcmp(had->format, look->format) == 0)
            return book->formats[i].format;
    }
    if (book->count == book->cap) {
        book->cap = book->cap ? book->cap * 2 : 16;
        book->formats = mem_resize(book->formats, book->cap, sizeof *book->formats);
    }
    lxw_format *format = workbook_add_format(book->workbook);
    if (format)
        set_shape(format, look);
    book->formats[book->count].look = *look;
    return book->formats[book->count++].format = format;
}

static bool same_columns(const struct table *a, const struct table *b)
{
    if (a->columns != b->columns)
        return false;
    for (size_t c = 0; c < a->columns; c++)
        for (size_t i = 0; i < TABLE_LEVELS; i++) {
            const char *left = a->column[c].heading[i], *right = b->column[c].heading[i];
            if (!left != !right || (left && strcmp(left, right) != 0))
                return false;
        }
    return true;
}

// Where the sheet that starts at block `first` ends: before a new page, or before the lines over a
// table of another shape.
static size_t end_of_sheet(const struct paper *paper, size_t first)
{
    const struct table *table = NULL;
    size_t after = first; // the block behind the last table
    for (size_t i = first; i < paper->blocks; i++) {
        const struct block *block = &paper->block[i];
        if (i > first && (block->kind == BLOCK_BREAK || block->kind == BLOCK_PART))
            return i;
        if (block->kind != BLOCK_TABLE || !block->table->columns)
            continue;
        if (table && !same_columns(table, block->table))
            return after;
        table = block->table;
        after = i + 1;
    }
    return paper->blocks;
}

static void set_properties(struct xlsx_book *book)
{
    const struct paper_settings *settings = &book->paper->settings;
    // 0 would be now to the library.
    const time_t created = (time_t)(settings->day > 0 ? settings->day : 1) * SECONDS_A_DAY;
    // The library does not change them, but says so nowhere.
    lxw_doc_properties properties = {.title = (char *)(uintptr_t)settings->title,
                                     .author = (char *)(uintptr_t)settings->author,
                                     .subject = (char *)(uintptr_t)settings->subject,
                                     .created = created};
    lxw_error error = workbook_set_properties(book->workbook, &properties);
    if (book->error == LXW_NO_ERROR)
        book->error = error;
}

// A folder for the library's temporary files. It does not notice when there is no room for them
// and would put a damaged file together, so there must be plenty.
static const char *scratch_folder(void)
{
    const char *named = getenv("TMPDIR");
    const char *folders[] = {"/dev/shm", named && *named ? named : "/tmp", "/tmp"};
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        struct statvfs room;
        if (access(folders[i], W_OK) == 0 && statvfs(folders[i], &room) == 0 &&
            (uint64_t)room.f_bavail * room.f_frsize >= SCRATCH)
            return folders[i];
    }
    return NULL;
}

static bool take_out(int fd, struct str *ret)
{
    char piece[16384];
    ssize_t n = -1;
    if (lseek(fd, 0, SEEK_SET) != 0)
        return false;
    while ((n = read(fd, piece, sizeof piece)) > 0 || (n < 0 && errno == EINTR))
        str_add_n(ret, piece, n > 0 ? (size_t)n : 0);
    return n == 0;
}

static enum status refuse(lxw_error error, struct err *err)
{
    if (error == LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED)
        return err_set(err, STATUS_INVALID,
                       _("A cell is longer than the 32767 characters that xlsx can hold"));
    return err_set(err, STATUS_FAILED, _("The spreadsheet could not be made: %s"),
                   lxw_strerror(error));
}

static enum status fill(struct xlsx_book *book, int fd, struct str *ret, struct err *err)
{
    const struct paper *paper = book->paper;
    set_properties(book);
    for (size_t i = 0, end; i < paper->blocks; i = end) {
        end = end_of_sheet(paper, i);
        xlsx_sheet(book, i, end);
    }
    lxw_error error = workbook_close(book->workbook); // frees it in any case
    if (book->error != LXW_NO_ERROR)
        error = book->error;
    if (error != LXW_NO_ERROR)
        return refuse(error, err);
    return take_out(fd, ret) ? STATUS_OK : refuse(LXW_ERROR_ZIP_CLOSE, err);
}

writer_function xlsx_write; // what module.c loads
enum status xlsx_write(const struct paper *paper, const struct writer_options *options,
                       struct str *ret, struct err *err)
{
    const char *folder = scratch_folder();
    if (!folder)
        return err_set(err, STATUS_NO_SPACE, _("There is no room for temporary files"));
    // The library writes to a path only; this one is memory.
    int fd = memfd_create("orjon-xlsx", MFD_CLOEXEC);
    autostr path = STR_INIT;
    str_addf(&path, "/proc/self/fd/%d", fd);
    lxw_workbook_options how = {.tmpdir = (char *)(uintptr_t)folder};
    struct xlsx_book book = {.paper = paper,
                             .options = options,
                             .workbook = fd < 0 ? NULL : workbook_new_opt(path.buf, &how)};
    printed_lay(paper, &book.printed);
    enum status status =
        book.workbook ? fill(&book, fd, ret, err) : refuse(LXW_ERROR_MEMORY_MALLOC_FAILED, err);
    printed_done(&book.printed);
    free(book.formats);
    if (fd >= 0)
        close(fd);
    return status;
}
