// SPDX-License-Identifier: GPL-3.0-or-later
// The list of formats.
#include "orjon/report/writer.h"

#include <string.h>

const struct writer writers[] = {
    {.name = "text", .extension = "txt", .write = write_text},
    {.name = "csv", .extension = "csv", .write = write_csv},
    {.name = "html", .extension = "html", .write = write_html},
    {0},
};

const struct writer *writer_find(const char *name)
{
    for (const struct writer *writer = writers; writer->name; writer++)
        if (strcmp(writer->name, name) == 0)
            return writer;
    return NULL;
}
