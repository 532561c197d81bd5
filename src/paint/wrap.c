// SPDX-License-Identifier: GPL-3.0-or-later
// Text over several rows, broken where its shaped letters reach the edge.
#include "private.h"

#include "orjon/base/mem.h"

#include <string.h>

// Where the next line ends that begins at `from`; in *ret_next, where the one after it begins.
static size_t line_end(PangoLayout *layout, const char *s, size_t n, size_t from, double room,
                       size_t *ret_next)
{
    const double left = paint_layout_x(layout, from);
    size_t end = from;
    for (size_t at = from; at < n;) {
        const struct text_piece piece = text_piece_at(s, n, at);
        const bool fits = paint_layout_x(layout, piece.end) - left <= room;
        if (!fits && end > from)
            break;
        end = piece.end;
        at = *ret_next = piece.after;
        if (fits)
            continue;
        if (piece.cuttable) {
            end = paint_layout_fit(layout, s, piece.end, from, room);
            *ret_next = end = end > from ? end : text_next(s, n, from);
        }
        break;
    }
    return end;
}

static bool has_letters(const char *s, size_t n)
{
    return strspn(s, " \n") < n;
}

// Whether the lines hold everything.
static bool wrap(struct paint *paint, const char *s, size_t n, double room, int look, int most,
                 struct paint_part *ret, int *ret_count)
{
    size_t at = 0;
    for (*ret_count = 0; *ret_count < most && at < n;) {
        const char *newline = memchr(s + at, '\n', n - at);
        const char *paragraph = s + at;
        const size_t length = newline ? (size_t)(newline - paragraph) : n - at;
        PangoLayout *layout = paint_shape(paint, paragraph, length, look);
        size_t from = 0;
        do {
            size_t next = length;
            const size_t end = line_end(layout, paragraph, length, from, room, &next);
            ret[(*ret_count)++] = (struct paint_part){at + from, end - from, false};
            from = next;
        } while (from < length && *ret_count < most);
        struct paint_part *last = &ret[*ret_count - 1];
        if (from < length) {
            last->n = at + length - last->from; // to be cut
            return false;
        }
        at += length + (newline != NULL);
        last->more = *ret_count == most && has_letters(s + at, n - at);
    }
    return at >= n;
}

struct broken {
    int count;
    struct paint_part part[];
};

static struct broken *break_text(struct paint *paint, const char *s, size_t n, int columns,
                                 int look, int most)
{
    const double room = columns * (double)paint->measure.width;
    struct broken *broken = mem_alloc(sizeof *broken + (size_t)most * sizeof *broken->part);
    if (!wrap(paint, s, n, room - paint_pad(paint), look, most, broken->part, &broken->count))
        wrap(paint, s, n, room, look, most, broken->part, &broken->count);
    return broken;
}

// Each picture asks for the lines of each text anew, to see how many rows it needs.
int paint_wrap(struct paint *paint, const char *s, size_t n, int columns, int look, int most,
               struct paint_part *ret)
{
    autostr key = STR_INIT;
    look &= PAINT_BOLD;
    str_addf(&key, "%d %d %d ", columns, look, most);
    str_add_n(&key, s, n);
    struct broken *broken = g_hash_table_lookup(paint->broken, key.buf);
    if (!broken) {
        if (g_hash_table_size(paint->broken) >= PAINT_KEPT_MAX)
            g_hash_table_remove_all(paint->broken);
        broken = break_text(paint, s, n, columns, look, most);
        g_hash_table_insert(paint->broken, g_strdup(key.buf), broken);
    }
    if (ret)
        memcpy(ret, broken->part, (size_t)broken->count * sizeof *ret);
    return broken->count;
}
