// SPDX-License-Identifier: GPL-3.0-or-later
// Files dropped on the window, as other terminals type them: paths in quotes, one blank apart. What
// no text can hold, bytes that are no UTF-8 or a line break, stays an address.
#include "session.h"

#include <glib.h>
#include <string.h>

static bool is_text(const char *path)
{
    if (!g_utf8_validate(path, -1, NULL))
        return false;
    for (const char *s = path; *s; s = g_utf8_next_char(s))
        if (g_unichar_iscntrl(g_utf8_get_char(s)))
            return false;
    return true;
}

static void add_quoted(struct str *ret, const char *path)
{
    str_add_char(ret, '\'');
    for (; *path; path++)
        if (*path == '\'')
            str_add(ret, "'\\''");
        else
            str_add_char(ret, *path);
    str_add_char(ret, '\'');
}

void session_drop(struct session *session, const char *const *addresses)
{
    autostr text = STR_INIT;
    for (; *addresses; addresses++) {
        char *path = g_filename_from_uri(*addresses, NULL, NULL); // NULL: not of this machine
        if (text.len)
            str_add_char(&text, ' ');
        if (path && is_text(path))
            add_quoted(&text, path);
        else
            str_add(&text, *addresses);
        g_free(path);
    }
    session_paste(session, text.buf);
}
