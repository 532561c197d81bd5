// SPDX-License-Identifier: GPL-3.0-or-later
// Status codes and the sentence behind one.
#include "orjon/base/error.h"

#include "orjon/base/text.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static const struct {
    int exit_code;
    const char *text;
} statuses[] = {
#define STATUS_ROW(name, code, text) [STATUS_##name] = {code, text},
    STATUS_LIST(STATUS_ROW)
#undef STATUS_ROW
};

// Names of files and words of the command stand in sentences as they came; so this is where they
// are made fit to be shown. Keeps the sentence within the buffer, ending on a whole syllable and an
// ellipsis.
static void set_text(struct err *err, const struct str *raw)
{
    autostr shown = STR_INIT;
    text_show(&shown, raw->buf);
    const struct str *text = &shown;
    const size_t room = sizeof err->text - sizeof "…";
    size_t n = text->len;
    if (n >= sizeof err->text) {
        n = text_next(text->buf, text->len, text_prev(text->buf, text->len, room));
        n = n > room ? text_prev(text->buf, text->len, room) : n;
        memcpy(err->text, text->buf, n);
        memcpy(err->text + n, "…", sizeof "…");
        return;
    }
    memcpy(err->text, text->buf, n + 1);
}

enum status err_set(struct err *err, enum status status, const char *format, ...)
{
    if (!err)
        return status;
    va_list args;
    autostr text = STR_INIT;
    va_start(args, format);
    str_addv(&text, format, args);
    va_end(args);
    err->status = status;
    set_text(err, &text);
    return status;
}

void err_prefix(struct err *err, const char *format, ...)
{
    if (!err)
        return;
    va_list args;
    autostr text = STR_INIT;
    va_start(args, format);
    str_addv(&text, format, args);
    va_end(args);
    str_add(&text, err_text(err));
    set_text(err, &text);
}

const char *err_text(const struct err *err)
{
    return err->text[0] ? err->text : status_text(err->status);
}

int status_exit_code(enum status status)
{
    return statuses[status].exit_code;
}

const char *status_text(enum status status)
{
    return tr(statuses[status].text);
}
