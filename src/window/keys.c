// SPDX-License-Identifier: GPL-3.0-or-later
// Keys of the desktop as keys of a desk.
#include "private.h"

// With Shift held down all the time, as some Bengali layouts are typed, Enter is still Enter.
static const struct {
    guint key, pad;
    enum key_code plain, control, shift;
} named[] = {
    {GDK_KEY_Return, GDK_KEY_KP_Enter, K_ENTER, K_ENTER, K_ENTER},
    {GDK_KEY_ISO_Enter, 0, K_ENTER, K_ENTER, K_ENTER},
    {GDK_KEY_Tab, GDK_KEY_KP_Tab, K_TAB, K_TAB, K_BACKTAB},
    {GDK_KEY_ISO_Left_Tab, 0, K_BACKTAB, K_BACKTAB, K_BACKTAB},
    {GDK_KEY_BackSpace, 0, K_BACKSPACE, K_BACKSPACE, K_BACKSPACE},
    {GDK_KEY_Escape, 0, K_ESC, K_ESC, K_ESC},
    {GDK_KEY_Delete, GDK_KEY_KP_Delete, K_DELETE, K_DELETE, K_DELETE},
    {GDK_KEY_Insert, GDK_KEY_KP_Insert, K_INSERT, K_INSERT, K_INSERT},
    {GDK_KEY_Up, GDK_KEY_KP_Up, K_UP, K_CTRL_UP, K_SHIFT_UP},
    {GDK_KEY_Down, GDK_KEY_KP_Down, K_DOWN, K_CTRL_DOWN, K_SHIFT_DOWN},
    {GDK_KEY_Left, GDK_KEY_KP_Left, K_LEFT, K_CTRL_LEFT, K_SHIFT_LEFT},
    {GDK_KEY_Right, GDK_KEY_KP_Right, K_RIGHT, K_CTRL_RIGHT, K_SHIFT_RIGHT},
    {GDK_KEY_Home, GDK_KEY_KP_Home, K_HOME, K_CTRL_HOME, K_SHIFT_HOME},
    {GDK_KEY_End, GDK_KEY_KP_End, K_END, K_CTRL_END, K_SHIFT_END},
    {GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, K_PGUP, K_CTRL_PGUP, K_PGUP},
    {GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, K_PGDN, K_CTRL_PGDN, K_PGDN},
};

static enum key_code code_of(guint key, guint state)
{
    if (!key)
        return K_NONE;
    if (key >= GDK_KEY_F1 && key <= GDK_KEY_F12 && !(state & GDK_CONTROL_MASK))
        return (enum key_code)(K_F1 + (key - GDK_KEY_F1));
    for (size_t i = 0; i < sizeof named / sizeof *named; i++)
        if (key == named[i].key || key == named[i].pad)
            return state & GDK_CONTROL_MASK ? named[i].control
                   : state & GDK_SHIFT_MASK ? named[i].shift
                                            : named[i].plain;
    return K_NONE;
}

bool keys_of_event(guint key, guint latin, guint state, struct key *ret)
{
    enum key_code with = state & GDK_CONTROL_MASK ? K_CTRL : state & GDK_MOD1_MASK ? K_ALT : K_TEXT;
    char bytes[6];
    *ret = (struct key){.code = code_of(key, state)};
    if (ret->code) {
        if (state & GDK_MOD1_MASK) // what the desktop left over means nothing here
            ret->code = K_UNKNOWN;
        return true;
    }
    gunichar letter = gdk_keyval_to_unicode(with == K_TEXT ? key : latin);
    if (!letter || state & (GDK_SUPER_MASK | GDK_HYPER_MASK | GDK_META_MASK))
        return false;
    if (with == K_CTRL)
        letter = g_unichar_tolower(letter);
    key_of_character(with, bytes, (size_t)g_unichar_to_utf8(letter, bytes), ret);
    return true;
}
