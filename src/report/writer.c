// SPDX-License-Identifier: GPL-3.0-or-later
// The list of formats. Those that need a library are in the list of every build, so that a build
// without it can say what is missing.
#include "orjon/report/writer.h"

#include <stddef.h>
#include <string.h>
#include <strings.h>

#ifndef ORJON_PDF
#define write_pdf NULL
#endif
#ifndef ORJON_DOCX
#define write_docx NULL
#endif
#ifndef ORJON_XLSX
#define write_xlsx NULL
#endif

const struct writer writers[] = {
    {.name = "text", .extension = "txt", .write = write_text},
    {.name = "csv", .extension = "csv", .write = write_csv},
    {.name = "html", .extension = "html", .write = write_html},
    {.name = "pdf", .extension = "pdf", true, PACKAGE_PANGO, write_pdf},
    {.name = "docx", .extension = "docx", true, PACKAGE_LIBZIP, write_docx},
    {.name = "xlsx", .extension = "xlsx", true, PACKAGE_XLSXWRITER, write_xlsx},
    {0},
};

const struct writer *writer_find(const char *name)
{
    for (const struct writer *writer = writers; writer->name; writer++)
        if (strcmp(writer->name, name) == 0)
            return writer;
    return NULL;
}

// Of the Latin alphabet, whatever the locale.
static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

const char *writer_ending(const char *path)
{
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    const char *point = strrchr(name, '.');
    const bool ends = point && point > name && is_letter(point[1]);
    return ends && !strchr(point, ' ') ? point + 1 : "";
}

const struct writer *writer_of_path(const char *path)
{
    const char *ending = writer_ending(path);
    for (const struct writer *writer = writers; writer->name; writer++)
        if (strcasecmp(ending, writer->extension) == 0)
            return writer;
    return NULL;
}

// The options that a command has, and the formats in which each has a meaning.
static const struct {
    size_t member;
    const char *name, *formats;
} options_of[] = {
    {offsetof(struct writer_options, ascii), "--ascii", "text, pdf"},
    {offsetof(struct writer_options, bom), "--bom", "csv"},
    {offsetof(struct writer_options, no_shading), "--no-shading", "html, pdf, docx, xlsx"},
    {offsetof(struct writer_options, legal), "--legal", "pdf"},
    {offsetof(struct writer_options, as_text), "--as-text", "pdf"},
};

static bool is_among(const char *names, const char *name)
{
    const size_t n = strlen(name);
    for (const char *at = names; *at; at += strcspn(at, " "), at += strspn(at, " "))
        if (strncmp(at, name, n) == 0 && (!at[n] || at[n] == ','))
            return true;
    return false;
}

enum status writer_takes(const struct writer *writer, const struct writer_options *options,
                         struct err *err)
{
    for (size_t i = 0; i < sizeof options_of / sizeof *options_of; i++) {
        const bool asked = *(const bool *)((const char *)options + options_of[i].member);
        if (asked && !is_among(options_of[i].formats, writer->name))
            return err_set(err, STATUS_USAGE, _("%s goes with %s; there is no such thing in %s"),
                           options_of[i].name, options_of[i].formats, writer->name);
    }
    return STATUS_OK;
}

enum status writer_write(const struct writer *writer, const struct paper *paper,
                         const struct writer_options *options, struct str *ret, struct err *err)
{
    if (!writer->write)
        return err_set(err, STATUS_FAILED,
                       _("This orjon was built without %s; install %s and build it anew"),
                       writer->name, writer->package);
    return writer->write(paper, options, ret, err);
}
