// SPDX-License-Identifier: GPL-3.0-or-later
// A libvterm screen, with a filter that makes it measure as another family of terminals does.
#pragma once

#include <stdbool.h>
#include <string.h>
#include <vterm.h>

enum family {
    FAMILY_GLIBC,   // spacing signs take a column (VTE, xterm)
    FAMILY_KONSOLE, // but not one after another
    FAMILY_NARROW,  // they take none (kitty, QTerminal)
    FAMILY_COUNT
};

struct vt {
    VTerm *term;
    VTermScreen *screen;
    enum family family;
    bool alternate, after_sign;
    size_t bytes;
    char tail[8]; // of a character cut in two
    size_t tail_length;
};

static inline bool vt_is_sign(const char *s)
{
    static const char *const signs[] = {"\u09be", "\u09bf", "\u09c0", "\u09c7", "\u09c8",
                                        "\u09cb", "\u09cc", "\u09d7", "\u0982", "\u0983"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (memcmp(s, signs[i], 3) == 0)
            return true;
    return false;
}

static int vt_property(VTermProp property, VTermValue *value, void *user)
{
    struct vt *vt = user;
    if (property == VTERM_PROP_ALTSCREEN)
        vt->alternate = value->boolean;
    return 1;
}

static inline void vt_open(struct vt *vt, enum family family, int rows, int cols)
{
    static const VTermScreenCallbacks callbacks = {.settermprop = vt_property};
    *vt = (struct vt){.family = family, .term = vterm_new(rows, cols)};
    vterm_set_utf8(vt->term, 1);
    vt->screen = vterm_obtain_screen(vt->term);
    vterm_screen_set_callbacks(vt->screen, &callbacks, vt);
    vterm_screen_enable_altscreen(vt->screen, 1);
    vterm_screen_reset(vt->screen, 1);
}

static inline void vt_close(struct vt *vt)
{
    vterm_free(vt->term);
}

static inline void vt_character(struct vt *vt, const char *s, size_t n)
{
    bool sign = n == 3 && vt_is_sign(s);
    bool drop =
        sign && (vt->family == FAMILY_NARROW || (vt->family == FAMILY_KONSOLE && vt->after_sign));
    vt->after_sign = sign;
    if (!drop)
        vterm_input_write(vt->term, s, n);
}

static inline void vt_feed(struct vt *vt, const char *s, size_t n)
{
    vt->bytes += n;
    for (size_t i = 0; i < n; i++) {
        vt->tail[vt->tail_length++] = s[i];
        unsigned char lead = (unsigned char)vt->tail[0];
        size_t want = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
        if (vt->tail_length < want)
            continue;
        vt_character(vt, vt->tail, vt->tail_length);
        vt->tail_length = 0;
    }
}

// A row's text from col to end, without blanks behind.
static inline const char *vt_row(struct vt *vt, int row, int col, int end)
{
    static char text[8192];
    VTermRect rect = {row, row + 1, col, end};
    size_t n = vterm_screen_get_text(vt->screen, text, sizeof text - 1, rect);
    while (n && text[n - 1] == ' ')
        n--;
    text[n] = '\0';
    return text;
}

static inline unsigned vt_cell(struct vt *vt, int row, int col)
{
    VTermScreenCell cell;
    vterm_screen_get_cell(vt->screen, (VTermPos){row, col}, &cell);
    return cell.chars[0];
}

static inline VTermPos vt_cursor(struct vt *vt)
{
    VTermPos at;
    vterm_state_get_cursorpos(vterm_obtain_state(vt->term), &at);
    return at;
}
