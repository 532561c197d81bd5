// SPDX-License-Identifier: GPL-3.0-or-later
// One line of text being typed, by syllable. lineedit_draw.c draws it.
#include "lineedit_private.h"

#include "orjon/base/mem.h"
#include "orjon/tui/screen.h"
#include "utf8.h"

#include <string.h>

// The line as it was before a step.
struct lineedit_step {
    struct lineedit_step *older;
    size_t cursor, len;
    char text[];
};

_Static_assert(LINEEDIT_MAX > 4 * TEXT_REMARK_MAX, "a text that is too long is seen to be");

static void drop_steps(struct lineedit_step **list)
{
    while (*list) {
        struct lineedit_step *older = (*list)->older;
        free(*list);
        *list = older;
    }
}

void lineedit_init(struct lineedit *edit)
{
    *edit = (struct lineedit){.text = STR_INIT, .origin = STR_INIT};
}

void lineedit_done(struct lineedit *edit)
{
    drop_steps(&edit->undo);
    drop_steps(&edit->redo);
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

static void stand(struct lineedit *edit, size_t at)
{
    edit->seam = at;
    edit->cursor = edit->anchor = at_or_after(edit, at);
}

static size_t word_before(const struct lineedit *edit, size_t at)
{
    while (at > 0 && edit->text.buf[at - 1] == ' ')
        at--;
    while (at > 0 && edit->text.buf[at - 1] != ' ')
        at--;
    return lineedit_is_boundary(edit, at) ? at : lineedit_before(edit, at);
}

static size_t word_after(const struct lineedit *edit, size_t at)
{
    while (at < edit->text.len && edit->text.buf[at] != ' ')
        at++;
    while (at < edit->text.len && edit->text.buf[at] == ' ')
        at++;
    return at_or_after(edit, at);
}

// --- changing the text --------------------------------------------------------------------------

static void push_step(struct lineedit_step **list, const struct lineedit *edit)
{
    struct lineedit_step *step = mem_alloc(sizeof *step + edit->text.len + 1);
    step->older = *list;
    step->cursor = edit->cursor;
    step->len = edit->text.len;
    memcpy(step->text, edit->text.buf, edit->text.len);
    *list = step;
    int depth = 0;
    for (struct lineedit_step *at = step; at; at = at->older)
        if (++depth == LINEEDIT_UNDO_MAX)
            drop_steps(&at->older);
}

static void remember(struct lineedit *edit)
{
    push_step(&edit->undo, edit);
    drop_steps(&edit->redo);
}

static void go_back(struct lineedit *edit, struct lineedit_step **from, struct lineedit_step **to)
{
    struct lineedit_step *step = *from;
    if (!step)
        return;
    push_step(to, edit);
    *from = step->older;
    str_reset(&edit->text);
    str_add_n(&edit->text, step->text, step->len);
    stand(edit, step->cursor);
    free(step);
}

static void replace(struct lineedit *edit, size_t from, size_t to, const char *s, size_t n)
{
    size_t max = edit->max ? edit->max : LINEEDIT_MAX, keep = edit->text.len - (to - from);
    if (keep + n > max) { // what does not fit is cut between syllables
        size_t room = max > keep ? max - keep : 0;
        size_t fits = 0;
        for (size_t next; fits < n && (next = text_next(s, n, fits)) <= room;)
            fits = next;
        n = fits;
    }
    autostr tail = STR_INIT;
    str_add_n(&tail, edit->text.buf + to, edit->text.len - to);
    str_cut(&edit->text, from);
    str_add_n(&edit->text, s, n);
    str_add_n(&edit->text, tail.buf, tail.len);
    stand(edit, from + n);
}

size_t lineedit_marked(const struct lineedit *edit, size_t *ret_from)
{
    size_t from = edit->anchor < edit->cursor ? edit->anchor : edit->cursor;
    *ret_from = from;
    return (edit->anchor < edit->cursor ? edit->cursor : edit->anchor) - from;
}

static void erase(struct lineedit *edit, size_t from, size_t to)
{
    if (from == to)
        return;
    remember(edit);
    replace(edit, from, to, "", 0);
}

static void put(struct lineedit *edit, const char *s, size_t n)
{
    size_t from = 0, length = lineedit_marked(edit, &from);
    if (!length)
        from = edit->seam;
    replace(edit, from, from + length, s, n);
}

void lineedit_insert(struct lineedit *edit, const char *s, size_t n)
{
    remember(edit);
    put(edit, s, n);
    edit->typing = edit->fresh = false;
}

void lineedit_set(struct lineedit *edit, const char *s, size_t n, bool fresh)
{
    drop_steps(&edit->undo);
    drop_steps(&edit->redo);
    str_reset(&edit->text);
    str_reset(&edit->origin);
    str_add_n(&edit->text, s, n);
    str_add_n(&edit->origin, s, n);
    edit->left = 0;
    edit->typing = false;
    edit->fresh = fresh;
    stand(edit, n);
    if (fresh)
        edit->anchor = 0;
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

void lineedit_commit(const struct lineedit *edit, struct str *ret)
{
    text_clean(edit->text.buf, edit->text.len, ret, NULL);
}

// --- keys ---------------------------------------------------------------------------------------

static void type(struct lineedit *edit, const struct key *key)
{
    bool goes_on = edit->typing && edit->anchor == edit->cursor && strcmp(key->text, " ") != 0;
    if (!goes_on)
        remember(edit);
    put(edit, key->text, strlen(key->text));
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

// What was copied elsewhere may be of several lines.
static void paste(struct lineedit *edit, const char *s, size_t n)
{
    autostr text = STR_INIT;
    text_clean(s, n, &text, NULL);
    if (text.len)
        lineedit_insert(edit, text.buf, text.len);
}

static bool control(struct lineedit *edit, char letter)
{
    size_t from = 0, length = lineedit_marked(edit, &from);
    switch (letter) {
    case 'a':
        stand(edit, edit->text.len);
        edit->anchor = 0;
        return true;
    case 'u':
        erase(edit, 0, edit->text.len);
        return true;
    case 'z':
        go_back(edit, &edit->undo, &edit->redo);
        return true;
    case 'y':
        go_back(edit, &edit->redo, &edit->undo);
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
        erase(edit, utf8_before(edit->text.buf, edit->seam), edit->seam);
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
        autostr text = STR_INIT;
        if (key_text(key, &text))
            lineedit_insert(edit, text.buf, text.len);
    } else if (target(edit, key->code, &at, &mark)) {
        size_t anchor = edit->anchor;
        stand(edit, at);
        if (mark)
            edit->anchor = anchor;
    } else {
        taken = take_away(edit, key->code) || (key->code == K_CTRL && control(edit, key->text[0]));
    }
    if (taken) {
        edit->typing = typed;
        edit->fresh = false;
    }
    return taken;
}
