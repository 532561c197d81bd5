// SPDX-License-Identifier: GPL-3.0-or-later
// The program that the user writes in.
#include "orjon/app/editor.h"

#include "orjon/base/file.h"
#include "orjon/base/text.h"

#include "child.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { WORDS_MAX = 16 };

// The words of a command, as «code --wait»; no quotes, no shell.
static size_t split(char *command, const char *words[WORDS_MAX + 2])
{
    size_t n = 0;
    for (char *rest = command, *word; n < WORDS_MAX && (word = strsep(&rest, " \t"));)
        if (*word)
            words[n++] = word;
    return n;
}

static enum status run(const char *command, const char *path, int *ret_code, struct err *err)
{
    autostr copy = STR_INIT;
    const char *words[WORDS_MAX + 2] = {0};
    str_add(&copy, command);
    const size_t n = split(copy.buf, words);
    if (!n)
        return err_set(err, STATUS_NOT_FOUND, _("No editor was named"));
    words[n] = path;
    return child_attend(words, ret_code, err);
}

// What is named must be there; of what everybody has, the first that is.
static enum status run_any(const char *path, int *ret_code, struct err *err)
{
    static const char *const names[] = {"VISUAL", "EDITOR"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *command = getenv(names[i]);
        if (command && *command)
            return run(command, path, ret_code, err);
    }
    const enum status status = run("nano", path, ret_code, err);
    return status == STATUS_NOT_FOUND ? run("vi", path, ret_code, err) : status;
}

// A file of its own with the text and the line break that editors want at its end.
static enum status write_text(char *path, const char *text, size_t n, struct err *err)
{
    const int fd = mkostemps(path, strlen(".txt"), O_CLOEXEC);
    FILE *file = fd < 0 ? NULL : fdopen(fd, "w");
    if (file) {
        fwrite(text, 1, n, file);
        fputc('\n', file);
    }
    const bool bad = file ? ferror(file) : true;
    if ((file && fclose(file)) || bad) {
        const enum status status = status_of_errno(errno);
        if (fd >= 0)
            file_remove(path);
        return err_set(err, status, "%s: %s", path, status_text(status));
    }
    return STATUS_OK;
}

static bool is_same(const struct str *written, const char *text, size_t n)
{
    return written->len == n + 1 && memcmp(written->buf, text, n) == 0;
}

// What stands in the file, where the program ended well or left something there all the same.
static enum status take(const char *path, int code, const char *text, size_t n, struct str *ret,
                        struct err *err)
{
    autostr written = STR_INIT;
    enum status status = file_read(path, &written, err);
    if (status)
        return status;
    const bool same = is_same(&written, text, n);
    if (code)
        status = err_set(err, STATUS_FAILED,
                         _("The editor ended with fault %s: the text stays as it was"), SAY(code));
    else
        status = text_read_lines(written.buf, written.len, ret, err);
    if (!status || same) {
        file_remove(path);
        return status;
    }
    struct err own = *err;
    return err_set(err, status, _("%s; what was written is in %s"), err_text(&own), path);
}

enum status editor_run(const char *text, size_t n, struct str *ret, struct err *err)
{
    const char *folder = getenv("TMPDIR");
    struct err own = {0};
    int code = 0;
    autostr path = STR_INIT;
    str_addf(&path, "%s/orjon-XXXXXX.txt", folder && *folder == '/' ? folder : "/tmp");
    enum status status = write_text(path.buf, text, n, &own);
    if (!status) {
        status = run_any(path.buf, &code, &own);
        if (status)
            file_remove(path.buf);
        else
            status = take(path.buf, code, text, n, ret, &own);
    }
    if (err)
        *err = own;
    return status;
}
