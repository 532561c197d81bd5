// SPDX-License-Identifier: GPL-3.0-or-later
// Where what a command makes goes: to a file, a device or standard output.
#include "command.h"

#include "orjon/base/file.h"
#include "orjon/report/writer.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

// A device or a pipe is written to as it stands: the file that replaces a file would take its
// place.
static bool is_stream(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && !S_ISREG(st.st_mode) && !S_ISDIR(st.st_mode);
}

static enum status write_to_stream(const char *path, const struct str *text, struct err *err)
{
    FILE *file = fopen(path, "we");
    bool done = file && fwrite(text->buf, 1, text->len, file) == text->len;
    if (file)
        done = fclose(file) == 0 && done;
    return done ? STATUS_OK : err_set(err, STATUS_IO, _("%s could not be written"), path);
}

enum status command_format(const struct command *c, const char **ret, struct err *err)
{
    const char *output = c->option['o'] ? c->option['o'] : "", *ending = writer_ending(output);
    const struct writer *writer = writer_of_path(output);
    *ret = c->option['t'] ? c->option['t'] : writer ? writer->name : "text";
    if (c->option['t'] || writer || !*ending)
        return STATUS_OK;
    return err_set(err, STATUS_USAGE,
                   _("“.%s” is no format; a file ends in .pdf, .docx, .xlsx, .html, .csv or .txt, "
                     "or --format names another"),
                   ending);
}

enum status command_put_out(const struct str *text, const char *output, bool force, struct err *err)
{
    if (!output || strcmp(output, "-") == 0)
        return command_put(text, err);
    return is_stream(output) ? write_to_stream(output, text, err)
                             : file_write(output, text->buf, text->len, force, err);
}
