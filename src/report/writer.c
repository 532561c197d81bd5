// SPDX-License-Identifier: GPL-3.0-or-later
// The list of formats. Those that need a library are in the list of every build, so that a build
// without it can say what is missing.
#include "orjon/report/writer.h"

#include <string.h>

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

const struct writer *writer_of_path(const char *path)
{
    const char *dot = strrchr(path, '.');
    for (const struct writer *writer = writers; dot && writer->name; writer++)
        if (strcmp(dot + 1, writer->extension) == 0)
            return writer;
    return &writers[0];
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
