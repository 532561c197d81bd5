// SPDX-License-Identifier: GPL-3.0-or-later
// A libvterm screen, with a filter that makes it measure as another family of terminals does.
#pragma once

#include <stdbool.h>
#include <string.h>
#include <vterm.h>

enum family {
    FAMILY_GLIBC,    // spacing signs take a column (VTE, xterm)
    FAMILY_KONSOLE,  // but not one after another
    FAMILY_NARROW,   // they take none (kitty, QTerminal)
    FAMILY_CONJUNCT, // a syllable takes one, whatever is joined in it (newer kitty)
    FAMILY_CLAMPED,  // a syllable takes two at most (Windows Terminal)
    FAMILY_WIDE,     // each code point takes one (terminology, old consoles)
    FAMILY_COUNT
};

struct vt {
    VTerm *term;
    VTermScreen *screen;
    enum family family;
    bool alternate, after_sign;
    bool joins;  // a hasanta waits for its consonant
    int columns; // of the syllable that may go on; 0 after a control
    size_t bytes;
    size_t bells;
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

static inline bool vt_is_consonant(const char *s)
{
    return memcmp(s, "\u0995", 3) >= 0 && memcmp(s, "\u09b9", 3) <= 0;
}

static inline bool vt_is_mark(const char *s)
{
    static const char *const marks[] = {"\u0981", "\u09bc", "\u09c1", "\u09c2", "\u09c3", "\u09c4",
                                        "\u09cd", "\u09e2", "\u09e3", "\u200c", "\u200d"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (memcmp(s, marks[i], 3) == 0)
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

static int vt_bell(void *user)
{
    ((struct vt *)user)->bells++;
    return 1;
}

static inline void vt_open(struct vt *vt, enum family family, int rows, int cols)
{
    static const VTermScreenCallbacks callbacks = {.settermprop = vt_property, .bell = vt_bell};
    *vt = (struct vt){.family = family, .term = vterm_new(rows, cols)};
    vterm_set_utf8(vt->term, 1);
    vt->screen = vterm_obtain_screen(vt->term);
    vterm_screen_set_callbacks(vt->screen, &callbacks, vt);
    vterm_screen_enable_altscreen(vt->screen, 1);
    vterm_screen_reset(vt->screen, 1);
    vterm_input_write(vt->term, "\033[?7l", 5); // as the terminal is asked to be
}

static inline void vt_close(struct vt *vt)
{
    vterm_free(vt->term);
}

// Whether a character is written to the screen of a family that counts syllables.
static inline bool vt_goes_on(struct vt *vt, const char *s, size_t n)
{
    bool mark = n == 3 && vt_is_mark(s), sign = n == 3 && vt_is_sign(s);
    bool joined = vt->joins && n == 3 && vt_is_consonant(s);
    bool narrow = n == 3 && (memcmp(s, "\u200d", 3) == 0 || memcmp(s, "\u09bc", 3) == 0);
    vt->joins = n == 3 && (memcmp(s, "\u09cd", 3) == 0 || (vt->joins && narrow));
    if (!mark && !sign && !joined) {
        vt->columns = (unsigned char)*s >= 0x20;
        return true;
    }
    if (vt->family == FAMILY_CONJUNCT)
        return false;
    vt->columns += !mark;
    return mark || vt->columns <= 2;
}

static inline void vt_character(struct vt *vt, const char *s, size_t n)
{
    bool sign = n == 3 && vt_is_sign(s), after = vt->after_sign;
    vt->after_sign = sign;
    bool drop = sign && (vt->family == FAMILY_NARROW || (vt->family == FAMILY_KONSOLE && after));
    if (vt->family == FAMILY_CONJUNCT || vt->family == FAMILY_CLAMPED)
        drop = !vt_goes_on(vt, s, n);
    if (vt->family == FAMILY_WIDE && n == 3 && vt_is_mark(s))
        vterm_input_write(vt->term, "~", 1);
    else if (!drop)
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
