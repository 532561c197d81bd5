// SPDX-License-Identifier: GPL-3.0-or-later
// A text of many lines being typed: moving in it, the mouse, and how long it may become.
#include "textedit_private.h"

#include "orjon/base/i18n.h"
#include "orjon/base/mem.h"

#include <string.h>

enum { COLUMNS_AT_FIRST = 80, WHEEL_ROWS = 3, BYTES_OF_A_LETTER = 4 };

static void changed(void *data, size_t at, size_t removed, size_t added)
{
    struct textedit *edit = data;
    const struct str *text = &edit->edit.text;
    textedit_rows_change(&edit->rows, text->buf, text->len, at, removed, added);
}

struct textedit *textedit_new(size_t letters)
{
    struct textedit *edit = mem_alloc(sizeof *edit);
    lineedit_init(&edit->edit);
    edit->edit.lines = true;
    edit->edit.max = letters * BYTES_OF_A_LETTER;
    edit->edit.changed = changed;
    edit->edit.data = edit;
    edit->limit = letters;
    edit->view = 1;
    edit->rows.columns = COLUMNS_AT_FIRST;
    textedit_set(edit, "", 0);
    return edit;
}

void textedit_free(struct textedit **p)
{
    if (!*p)
        return;
    lineedit_done(&(*p)->edit);
    free((*p)->rows.row);
    free(*p);
    *p = NULL;
}

void textedit_set(struct textedit *edit, const char *s, size_t n)
{
    lineedit_set(&edit->edit, s, n, false);
    lineedit_stand(&edit->edit, 0, false);
    textedit_rows_lay(&edit->rows, edit->edit.text.buf, n, edit->rows.columns);
    edit->top = 0;
    edit->goal = -1;
    edit->clicks = 0;
}

const char *textedit_text(const struct textedit *edit, size_t *ret_n)
{
    *ret_n = edit->edit.text.len;
    return edit->edit.text.buf;
}

bool textedit_changed(const struct textedit *edit)
{
    return lineedit_changed(&edit->edit);
}

void textedit_keep(struct textedit *edit)
{
    struct lineedit *line = &edit->edit;
    str_reset(&line->origin);
    str_add_n(&line->origin, line->text.buf, line->text.len);
}

void textedit_commit(const struct textedit *edit, struct str *ret)
{
    lineedit_commit(&edit->edit, ret);
}

// --- how long it may become ---------------------------------------------------------------------

static size_t letters_of(const char *s, size_t n)
{
    size_t letters = 0;
    for (size_t i = 0; i < n; i++)
        letters += ((unsigned char)s[i] & 0xC0) != 0x80;
    return letters;
}

// Whether there is room for n bytes more, in the place of `removed` letters; said if not.
static bool has_room(const struct textedit *edit, struct desk *desk, size_t removed, const char *s,
                     size_t n)
{
    const size_t letters = edit->rows.letters - removed + letters_of(s, n);
    if (letters <= edit->limit)
        return true;
    if (desk)
        desk_say(desk, MESSAGE_ERROR,
                 _("That would make %s letters; at most %s fit here: nothing was taken"),
                 SAY(letters), SAY(edit->limit));
    return false;
}

static bool has_room_at_cursor(const struct textedit *edit, struct desk *desk, const char *s,
                               size_t n)
{
    size_t from = 0, length = lineedit_marked(&edit->edit, &from);
    return has_room(edit, desk, letters_of(edit->edit.text.buf + from, length), s, n);
}

void textedit_replace(struct textedit *edit, struct desk *desk, const char *s, size_t n)
{
    edit->goal = -1;
    if (!has_room(edit, desk, edit->rows.letters, s, n))
        return;
    lineedit_change(&edit->edit, 0, edit->edit.text.len, s, n, false);
    lineedit_stand(&edit->edit, 0, false);
}

// --- moving -------------------------------------------------------------------------------------

// Where a row ends for the cursor: before its last syllable where the next row begins right there.
static size_t row_end(const struct textedit *edit, size_t row)
{
    const struct textedit_row *at = &edit->rows.row[row];
    const size_t end = at->from + at->len;
    const bool cut = row + 1 < edit->rows.count && at[1].from == end && at->len;
    return cut ? lineedit_before(&edit->edit, end) : end;
}

// The place of a row at a column, or at its end.
static size_t place_at(const struct textedit *edit, size_t row, int column)
{
    const struct textedit_row *at = &edit->rows.row[row];
    const size_t end = row_end(edit, row);
    const size_t place =
        at->from + text_fit(edit->edit.text.buf + at->from, at->len, column > 0 ? column : 0);
    return place < end ? place : end;
}

static size_t place_beside(struct textedit *edit, long by)
{
    const size_t cursor = edit->edit.cursor, row = textedit_row_of(&edit->rows, cursor);
    const size_t last = edit->rows.count - 1;
    if (by < 0 && row == 0)
        return 0;
    if (by > 0 && row == last)
        return edit->edit.text.len;
    const size_t from = edit->rows.row[row].from;
    if (edit->goal < 0)
        edit->goal = text_columns(edit->edit.text.buf + from, cursor - from);
    const size_t far = (size_t)(by < 0 ? -by : by);
    const size_t to = by < 0 ? (far < row ? row - far : 0) : row + far < last ? row + far : last;
    return place_at(edit, to, edit->goal);
}

// Where a key that moves by rows goes; false when it does not.
static bool target(struct textedit *edit, enum key_code code, size_t *ret)
{
    const long page = edit->view > 2 ? edit->view - 1 : 1;
    const size_t row = textedit_row_of(&edit->rows, edit->edit.cursor);
    switch (code) {
    case K_UP:
    case K_SHIFT_UP:
        *ret = place_beside(edit, -1);
        return true;
    case K_DOWN:
    case K_SHIFT_DOWN:
        *ret = place_beside(edit, 1);
        return true;
    case K_PGUP:
        *ret = place_beside(edit, -page);
        return true;
    case K_PGDN:
        *ret = place_beside(edit, page);
        return true;
    case K_WHEEL_UP:
        *ret = place_beside(edit, -WHEEL_ROWS);
        return true;
    case K_WHEEL_DOWN:
        *ret = place_beside(edit, WHEEL_ROWS);
        return true;
    case K_HOME:
    case K_SHIFT_HOME:
        *ret = edit->rows.row[row].from;
        return true;
    case K_END:
    case K_SHIFT_END:
        *ret = row_end(edit, row);
        return true;
    case K_CTRL_HOME:
        *ret = 0;
        return true;
    case K_CTRL_END:
        *ret = edit->edit.text.len;
        return true;
    default:
        return false;
    }
}

static bool move(struct textedit *edit, enum key_code code)
{
    size_t at = 0;
    if (!target(edit, code, &at))
        return false;
    lineedit_stand(&edit->edit, at, code >= K_SHIFT_UP && code <= K_SHIFT_END);
    edit->edit.typing = false;
    if (code == K_HOME || code == K_END || code == K_SHIFT_HOME || code == K_SHIFT_END ||
        code == K_CTRL_HOME || code == K_CTRL_END)
        edit->goal = -1;
    return true;
}

// --- the mouse ----------------------------------------------------------------------------------

// Marks what stands around `at` between bytes of `ends`.
static void mark_around(struct textedit *edit, size_t at, const char *ends)
{
    const struct str *text = &edit->edit.text;
    size_t from = at, to = at;
    while (from > 0 && !strchr(ends, text->buf[from - 1]))
        from--;
    while (to < text->len && !strchr(ends, text->buf[to]))
        to++;
    lineedit_stand(&edit->edit, from, false);
    lineedit_stand(&edit->edit, to, true);
}

static bool click(struct textedit *edit, const struct key *key)
{
    if (key->row < edit->row || key->row >= edit->row + edit->view || key->col < edit->col ||
        key->col >= edit->col + edit->columns)
        return false;
    size_t row = edit->top + (size_t)(key->row - edit->row);
    row = row < edit->rows.count ? row : edit->rows.count - 1;
    const size_t at = place_at(edit, row, key->col - edit->col);
    edit->clicks = edit->clicks > 0 && at == edit->clicked ? edit->clicks % 3 + 1 : 1;
    edit->clicked = at;
    if (edit->clicks == 1)
        lineedit_stand(&edit->edit, at, false);
    else
        mark_around(edit, at, edit->clicks == 2 ? " \n" : "\n");
    return true;
}

// --- keys ---------------------------------------------------------------------------------------

static void press_enter(struct textedit *edit)
{
    size_t from = 0;
    if (lineedit_marked(&edit->edit, &from))
        lineedit_insert(&edit->edit, "\n", 1);
    else
        textedit_break(edit);
    edit->edit.typing = false;
}

static void erase_paragraph(struct textedit *edit)
{
    size_t from = 0;
    mark_around(edit, edit->edit.cursor, "\n");
    const size_t length = lineedit_marked(&edit->edit, &from);
    if (length)
        lineedit_change(&edit->edit, from, from + length, "", 0, false);
}

// Whether there is room for what a key brings; true for one that brings nothing.
static bool may_come(const struct textedit *edit, struct desk *desk, const struct key *key)
{
    const struct str *clipboard = edit->edit.clipboard;
    if (key->code == K_TEXT)
        return has_room_at_cursor(edit, desk, key->text, strlen(key->text));
    if (key->code == K_ENTER)
        return has_room_at_cursor(edit, desk, "\n", 1);
    if (key->code == K_PASTE)
        return has_room_at_cursor(edit, desk, key->paste, key->paste_len);
    return !clipboard || !key_is_ctrl(key, 'v') ||
           has_room_at_cursor(edit, desk, clipboard->buf, clipboard->len);
}

bool textedit_key(struct textedit *edit, struct desk *desk, const struct key *key)
{
    lineedit_join(&edit->edit, desk);
    if (key->code != K_CLICK)
        edit->clicks = 0;
    if (move(edit, key->code))
        return true;
    edit->goal = -1;
    if (key->code == K_CLICK)
        return click(edit, key);
    if (!may_come(edit, desk, key))
        return true;
    if (key->code == K_ENTER)
        press_enter(edit);
    else if (key_is_ctrl(key, 'u'))
        erase_paragraph(edit);
    else
        return lineedit_key(&edit->edit, key);
    return true;
}
