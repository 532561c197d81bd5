// SPDX-License-Identifier: GPL-3.0-or-later
// Titles and copies of the program, as libvterm tells them: whole in 0.1, in pieces since 0.2.
//
// A program may put a text on the clipboard («52;c;BASE64»). It is never told what is there.
#include "session.h"

#include <string.h>

enum { TITLE_MAX = 4096, TITLE_COLUMNS = 120, COPIED_MAX = 1 << 20 };

static void add_bounded(struct str *ret, const char *s, size_t n, size_t most)
{
    if (ret->len + n <= most)
        str_add_n(ret, s, n);
}

// A title that is no text is none; a long one is cut.
static void finish_title(struct session *session)
{
    autostr clean = STR_INIT;
    text_clean(session->title.buf, session->title.len, &clean, NULL);
    str_reset(&session->title);
    str_add_n(&session->title, clean.buf, text_fit(clean.buf, clean.len, TITLE_COLUMNS));
    session->titled = session->title.len > 0;
}

#if VTERM_VERSION_MAJOR == 0 && VTERM_VERSION_MINOR < 2

void told_title(struct session *session, const VTermValue *value)
{
    str_reset(&session->title);
    add_bounded(&session->title, value->string, strlen(value->string), TITLE_MAX);
    finish_title(session);
}

static int base64_value(char c)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const char *at = c ? strchr(digits, c) : NULL;
    return at ? (int)(at - digits) : -1;
}

static int on_command(const char *s, size_t n, void *user)
{
    struct session *session = user;
    const char *data = n > 3 && memcmp(s, "52;", 3) == 0 ? memchr(s + 3, ';', n - 3) : NULL;
    unsigned bits = 0, have = 0;
    if (!data || n > COPIED_MAX || memchr(data, '?', (size_t)(s + n - data))) // it asks
        return 0;
    str_reset(&session->copied);
    for (data++; data < s + n && base64_value(*data) >= 0; data++) {
        bits = bits << 6 | (unsigned)base64_value(*data);
        have += 6;
        if (have >= 8) {
            have -= 8;
            str_add_char(&session->copied, (char)(bits >> have & 0xFF));
        }
    }
    session->copies = true;
    return 1;
}

void told_watch_copies(struct session *session)
{
    static const VTermParserCallbacks fallbacks = {.osc = on_command};
    vterm_screen_set_unrecognised_fallbacks(session->screen, &fallbacks, session);
}

#else

void told_title(struct session *session, const VTermValue *value)
{
    if (value->string.initial)
        str_reset(&session->title);
    add_bounded(&session->title, value->string.str, value->string.len, TITLE_MAX);
    if (value->string.final)
        finish_title(session);
}

static int on_copy(VTermSelectionMask mask, VTermStringFragment piece, void *user)
{
    struct session *session = user;
    (void)mask;
    if (piece.initial)
        str_reset(&session->copied);
    add_bounded(&session->copied, piece.str, piece.len, COPIED_MAX);
    session->copies = piece.final;
    return 1;
}

void told_watch_copies(struct session *session)
{
    static const VTermSelectionCallbacks callbacks = {.set = on_copy};
    vterm_state_set_selection_callbacks(vterm_obtain_state(session->vt), &callbacks, session, NULL,
                                        4096);
}

#endif
