// SPDX-License-Identifier: GPL-3.0-or-later
// One line of text being typed, by syllable. lineedit_undo.c changes it, lineedit_draw.c draws it.
#include "lineedit_private.h"

#include "orjon/base/mem.h"
#include "orjon/tui/screen.h"

#include <string.h>

_Static_assert(LINEEDIT_MAX > 4 * TEXT_REMARK_MAX, "a text that is too long is seen to be");

void lineedit_init(struct lineedit *edit)
{
    *edit = (struct lineedit){.text = STR_INIT, .origin = STR_INIT};
}

void lineedit_done(struct lineedit *edit)
{
    lineedit_forget(edit);
    str_done(&edit->text);
    str_done(&edit->origin);
}

// --- where a cursor may stand -------------------------------------------------------------------

bool lineedit_is_boundary(const struct lineedit *edit, size_t at)
{
    return text_is_boundary(edit->text.buf, edit->text.len, at);
}

size_t lineedit_after(const struct lineedit *edit, size_t at)
{
    return text_next(edit->text.buf, edit->text.len, at);
}

size_t lineedit_before(const struct lineedit *edit, size_t at)
{
    return text_prev(edit->text.buf, edit->text.len, at);
}

static size_t at_or_after(const struct lineedit *edit, size_t at)
{
    return lineedit_is_boundary(edit, at) ? at : lineedit_after(edit, lineedit_before(edit, at));
}

void lineedit_stand(struct lineedit *edit, size_t at, bool mark)
{
    edit->seam = at;
    edit->cursor = at_or_after(edit, at);
    if (!mark)
        edit->anchor = edit->cursor;
}

static bool is_gap(char c)
{
    return c == ' ' || c == '\n';
}

static size_t word_before(const struct lineedit *edit, size_t at)
{
    while (at > 0 && is_gap(edit->text.buf[at - 1]))
        at--;
    while (at > 0 && !is_gap(edit->text.buf[at - 1]))
        at--;
    return lineedit_is_boundary(edit, at) ? at : lineedit_before(edit, at);
}

static size_t word_after(const struct lineedit *edit, size_t at)
{
    while (at < edit->text.len && !is_gap(edit->text.buf[at]))
        at++;
    while (at < edit->text.len && is_gap(edit->text.buf[at]))
        at++;
    return at_or_after(edit, at);
}

// --- changing the text --------------------------------------------------------------------------

size_t lineedit_marked(const struct lineedit *edit, size_t *ret_from)
{
    size_t from = edit->anchor < edit->cursor ? edit->anchor : edit->cursor;
    *ret_from = from;
    return (edit->anchor < edit->cursor ? edit->cursor : edit->anchor) - from;
}

static void erase(struct lineedit *edit, size_t from, size_t to)
{
    if (from < to)
        lineedit_change(edit, from, to, "", 0, false);
}

static void put(struct lineedit *edit, const char *s, size_t n, bool goes_on)
{
    size_t from = 0, length = lineedit_marked(edit, &from);
    if (!length)
        from = edit->seam;
    lineedit_change(edit, from, from + length, s, n, goes_on);
}

void lineedit_insert(struct lineedit *edit, const char *s, size_t n)
{
    put(edit, s, n, false);
    edit->typing = edit->fresh = false;
}

void lineedit_set(struct lineedit *edit, const char *s, size_t n, bool fresh)
{
    lineedit_forget(edit);
    str_reset(&edit->text);
    str_reset(&edit->origin);
    str_add_n(&edit->text, s, n);
    str_add_n(&edit->origin, s, n);
    edit->left = 0;
    edit->typing = false;
    edit->fresh = fresh;
    lineedit_stand(edit, n, false);
    if (fresh)
        edit->anchor = 0;
}

void lineedit_mark(struct lineedit *edit)
{
    lineedit_stand(edit, edit->text.len, false);
    edit->anchor = 0;
    edit->typing = false;
    edit->fresh = true;
}

void lineedit_join(struct lineedit *edit, struct desk *desk)
{
    edit->desk = desk;
    edit->clipboard = desk ? desk_clipboard(desk) : NULL;
}

bool lineedit_changed(const struct lineedit *edit)
{
    return edit->text.len != edit->origin.len ||
           memcmp(edit->text.buf, edit->origin.buf, edit->text.len) != 0;
}

static void clean(const struct lineedit *edit, const char *s, size_t n, struct str *ret)
{
    if (edit->lines)
        text_clean_lines(s, n, ret, NULL);
    else
        text_clean(s, n, ret, NULL);
}

void lineedit_commit(const struct lineedit *edit, struct str *ret)
{
    clean(edit, edit->text.buf, edit->text.len, ret);
}

// --- keys ---------------------------------------------------------------------------------------

// A vowel sign that comes behind ঁ is put before it, where it belongs; false when there is none.
static bool put_in_order(struct lineedit *edit, const char *s)
{
    autostr text = STR_INIT;
    if (edit->anchor != edit->cursor)
        return false;
    const size_t n = text_order_typed(edit->text.buf, edit->seam, s, &text);
    if (n)
        lineedit_change(edit, edit->seam - n, edit->seam, text.buf, text.len, false);
    return n > 0;
}

static void type(struct lineedit *edit, const struct key *key)
{
    const size_t n = strlen(key->text);
    bool goes_on = edit->typing && edit->anchor == edit->cursor && strcmp(key->text, " ") != 0;
    if (!text_is_unseen(key->text, n) && !put_in_order(edit, key->text))
        put(edit, key->text, n, goes_on);
    edit->typing = true;
}

// Where a key that moves goes; false when it does not move.
static bool target(const struct lineedit *edit, enum key_code code, size_t *ret, bool *ret_mark)
{
    *ret_mark = code >= K_SHIFT_LEFT && code <= K_SHIFT_END;
    size_t from = 0, length = lineedit_marked(edit, &from);
    switch (code) {
    case K_LEFT:
        *ret = length ? from : lineedit_before(edit, edit->cursor);
        return true;
    case K_RIGHT:
        *ret = length ? from + length : lineedit_after(edit, edit->cursor);
        return true;
    case K_SHIFT_LEFT:
        *ret = lineedit_before(edit, edit->cursor);
        return true;
    case K_SHIFT_RIGHT:
        *ret = lineedit_after(edit, edit->cursor);
        return true;
    case K_CTRL_LEFT:
        *ret = word_before(edit, edit->cursor);
        return true;
    case K_CTRL_RIGHT:
        *ret = word_after(edit, edit->cursor);
        return true;
    case K_HOME:
    case K_SHIFT_HOME:
        *ret = 0;
        return true;
    case K_END:
    case K_SHIFT_END:
        *ret = edit->text.len;
        return true;
    default:
        return false;
    }
}

static void copy_marked(struct lineedit *edit)
{
    size_t from = 0, length = lineedit_marked(edit, &from);
    if (!length)
        return;
    if (edit->desk) {
        desk_copy(edit->desk, edit->text.buf + from, length);
        return;
    }
    str_reset(edit->clipboard);
    str_add_n(edit->clipboard, edit->text.buf + from, length);
}

// The gap at one end of a text of many lines: what is moved within it keeps its distance.
static const char *gap_of(const char *s, size_t n)
{
    return memchr(s, '\n', n) ? "\n" : n ? " " : "";
}

// What was copied elsewhere may be of several lines.
static void paste(struct lineedit *edit, const char *s, size_t n)
{
    autostr text = STR_INIT;
    size_t length = n;
    const char *from = text_trim(s, &length), *end = from + length;
    if (edit->lines && length)
        str_add(&text, gap_of(s, (size_t)(from - s)));
    clean(edit, from, length, &text);
    if (edit->lines && length)
        str_add(&text, gap_of(end, (size_t)(s + n - end)));
    if (text.len)
        lineedit_insert(edit, text.buf, text.len);
}

static bool control(struct lineedit *edit, char letter)
{
    size_t from = 0, length = lineedit_marked(edit, &from);
    switch (letter) {
    case 'a':
        lineedit_stand(edit, edit->text.len, false);
        edit->anchor = 0;
        return true;
    case 'u':
        erase(edit, 0, edit->text.len);
        return true;
    case 'z':
        lineedit_take_back(edit, false);
        return true;
    case 'y':
        lineedit_take_back(edit, true);
        return true;
    case 'c':
    case 'x':
        if (!edit->clipboard)
            return false;
        copy_marked(edit);
        if (letter == 'x')
            erase(edit, from, from + length);
        return true;
    case 'v':
        if (!edit->clipboard)
            return false;
        paste(edit, edit->clipboard->buf, edit->clipboard->len);
        return true;
    default:
        return false;
    }
}

// The keys that take text away; false for others.
static bool take_away(struct lineedit *edit, enum key_code code)
{
    if (code != K_BACKSPACE && code != K_DELETE)
        return false;
    size_t from = 0, length = lineedit_marked(edit, &from);
    if (length)
        erase(edit, from, from + length);
    else if (code == K_BACKSPACE)
        erase(edit, text_letter_before(edit->text.buf, edit->seam), edit->seam);
    else
        erase(edit, edit->cursor, lineedit_after(edit, edit->cursor));
    return true;
}

bool lineedit_key(struct lineedit *edit, const struct key *key)
{
    size_t at = 0;
    bool mark = false, taken = true;
    bool typed = key->code == K_TEXT;
    if (typed) {
        type(edit, key);
    } else if (key->code == K_PASTE) {
        paste(edit, key->paste, key->paste_len);
    } else if (target(edit, key->code, &at, &mark)) {
        lineedit_stand(edit, at, mark);
    } else {
        taken = take_away(edit, key->code) || (key->code == K_CTRL && control(edit, key->text[0]));
    }
    if (taken) {
        edit->typing = typed;
        edit->fresh = false;
    }
    return taken;
}
