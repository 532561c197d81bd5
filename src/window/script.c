// SPDX-License-Identifier: GPL-3.0-or-later
// Playing keys that are written down.
#include "script.h"

#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct {
    const char *name;
    VTermKey key;
} keys[] = {
    {"Enter", VTERM_KEY_ENTER},
    {"Tab", VTERM_KEY_TAB},
    {"Backspace", VTERM_KEY_BACKSPACE},
    {"Esc", VTERM_KEY_ESCAPE},
    {"Up", VTERM_KEY_UP},
    {"Down", VTERM_KEY_DOWN},
    {"Left", VTERM_KEY_LEFT},
    {"Right", VTERM_KEY_RIGHT},
    {"Insert", VTERM_KEY_INS},
    {"Delete", VTERM_KEY_DEL},
    {"Home", VTERM_KEY_HOME},
    {"End", VTERM_KEY_END},
    {"PageUp", VTERM_KEY_PAGEUP},
    {"PageDown", VTERM_KEY_PAGEDOWN},
};

static VTermModifier read_modifiers(const char **ret_name)
{
    int modifier = VTERM_MOD_NONE;
    for (;; *ret_name += 2) {
        if (g_str_has_prefix(*ret_name, "C-"))
            modifier |= VTERM_MOD_CTRL;
        else if (g_str_has_prefix(*ret_name, "A-"))
            modifier |= VTERM_MOD_ALT;
        else if (g_str_has_prefix(*ret_name, "S-"))
            modifier |= VTERM_MOD_SHIFT;
        else
            return (VTermModifier)modifier;
    }
}

// False when there is no such key.
static bool press(struct session *session, const char *name)
{
    const VTermModifier modifier = read_modifiers(&name);
    char *end = NULL;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (strcmp(keys[i].name, name) == 0) {
            session_key(session, keys[i].key, modifier);
            return true;
        }
    if (strcmp(name, "Space") == 0 || strcmp(name, "lt") == 0) {
        session_letter(session, *name == 'S' ? ' ' : '<', modifier);
        return true;
    }
    if (name[0] == 'F' && name[1]) {
        const long number = strtol(name + 1, &end, 10);
        if (*end || number < 1 || number > 12)
            return false;
        session_key(session, (VTermKey)VTERM_KEY_FUNCTION((int)number), modifier);
        return true;
    }
    if (!*name || *g_utf8_next_char(name))
        return false;
    session_letter(session, g_utf8_get_char(name), modifier);
    return true;
}

static bool play(struct session *session, const char *name, int *ret_wait)
{
    int rows = 0, columns = 0;
    if (g_str_has_prefix(name, "Paste:"))
        session_paste(session, name + strlen("Paste:"));
    else if (sscanf(name, "Resize:%dx%d", &columns, &rows) == 2)
        session_resize(session, rows, columns);
    else if (sscanf(name, "Wait:%d", ret_wait) == 1)
        return *ret_wait >= 0;
    else
        return press(session, name);
    return true;
}

static long read_times(const char **ret_at)
{
    char *end = NULL;
    if ((*ret_at)[0] != '*' || !g_ascii_isdigit((*ret_at)[1]))
        return 1;
    const long times = strtol(*ret_at + 1, &end, 10);
    *ret_at = end;
    return times;
}

enum status script_step(struct session *session, const char **ret_at, int *ret_wait,
                        struct err *err)
{
    const char *at = *ret_at, *close = *at == '<' ? strchr(at, '>') : NULL;
    *ret_wait = 0;
    if (!g_utf8_validate(at, -1, NULL))
        return err_set(err, STATUS_INVALID, "%s", status_text(STATUS_INVALID));
    if (*at == '<' && !close)
        return err_set(err, STATUS_INVALID, _("There is no key «%s»"), at);
    if (!close) {
        session_letter(session, g_utf8_get_char(at), VTERM_MOD_NONE);
        *ret_at = g_utf8_next_char(at);
        return STATUS_OK;
    }
    autostr name = STR_INIT;
    str_add_n(&name, at + 1, (size_t)(close - at - 1));
    *ret_at = close + 1;
    for (long times = read_times(ret_at); times > 0; times--)
        if (!play(session, name.buf, ret_wait))
            return err_set(err, STATUS_INVALID, _("There is no key «%s»"), name.buf);
    return STATUS_OK;
}
