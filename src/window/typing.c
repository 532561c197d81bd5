// SPDX-License-Identifier: GPL-3.0-or-later
// What is typed and pasted, as xterm sends it.
#include "session.h"

#include <glib.h>

// libvterm sends Ctrl+I, Ctrl+[ or Alt+ক in a notation that xterm does not use unless asked. With
// Alt both parts go together: an ESC that comes alone is the key Esc.
void session_letter(struct session *session, uint32_t letter, VTermModifier modifier)
{
    const bool control = modifier & VTERM_MOD_CTRL;
    char bytes[8] = "\033";
    size_t n = modifier & VTERM_MOD_ALT ? 1 : 0;
    if (control && letter == '/')
        letter = '_';
    if (control && (letter == ' ' || (letter >= '@' && letter < 0x7F)))
        letter &= 0x1F;
    n += (size_t)g_unichar_to_utf8(letter, bytes + n);
    program_type(&session->program, bytes, n);
}

// … and Shift+Backspace likewise.
void session_key(struct session *session, VTermKey key, VTermModifier modifier)
{
    const bool plain = key == VTERM_KEY_ENTER || key == VTERM_KEY_BACKSPACE ||
                       key == VTERM_KEY_ESCAPE ||
                       (key == VTERM_KEY_TAB && modifier & VTERM_MOD_CTRL);
    if (plain)
        modifier = (VTermModifier)(modifier & VTERM_MOD_ALT);
    vterm_keyboard_key(session->vt, key, modifier);
}

// Control characters in a paste could end it early and be taken for keys.
void session_paste(struct session *session, const char *text)
{
    autostr clean = STR_INIT;
    if (!g_utf8_validate(text, -1, NULL))
        return;
    for (const char *s = text; *s; s = g_utf8_next_char(s)) {
        const gunichar letter = g_utf8_get_char(s);
        if (letter == '\n')
            str_add_char(&clean, '\r');
        else if (letter == '\t' || !g_unichar_iscntrl(letter))
            str_add_n(&clean, s, (size_t)(g_utf8_next_char(s) - s));
    }
    vterm_keyboard_start_paste(session->vt);
    program_type(&session->program, clean.buf, clean.len);
    vterm_keyboard_end_paste(session->vt);
}
