// SPDX-License-Identifier: GPL-3.0-or-later
// The screen of the program inside.
#include "session.h"

#include "orjon/base/mem.h"

#include <glib.h>
#include <string.h>

enum { COLUMNS_MIN = 2 }; // libvterm writes a wide letter past a row of one

// --- what libvterm tells ------------------------------------------------------------------------

static void mark(struct session *session, int from, int to)
{
    for (int row = from < 0 ? 0 : from; row < to && row < session->rows; row++)
        session->dirty[row] = true;
}

static int on_damage(VTermRect rect, void *user)
{
    mark(user, rect.start_row, rect.end_row);
    return 1;
}

static int on_move(VTermPos to, VTermPos from, int visible, void *user)
{
    struct session *session = user;
    (void)visible;
    mark(session, from.row, from.row + 1);
    mark(session, to.row, to.row + 1);
    // A place that was saved before the window shrank comes back as it was.
    session->cursor.row = to.row < session->rows ? to.row : session->rows - 1;
    session->cursor.column = to.col < session->columns ? to.col : session->columns - 1;
    return 1;
}

static int on_property(VTermProp property, VTermValue *value, void *user)
{
    struct session *session = user;
    switch (property) {
    case VTERM_PROP_CURSORVISIBLE:
        session->cursor.visible = value->boolean;
        break;
    case VTERM_PROP_CURSORSHAPE:
        session->cursor.shape = value->number;
        break;
    case VTERM_PROP_ALTSCREEN:
        session->other_screen = value->boolean;
        break;
    case VTERM_PROP_MOUSE:
        session->mouse = value->number;
        break;
    case VTERM_PROP_TITLE:
        told_title(session, value);
        return 1;
    default:
        return 1;
    }
    mark(session, session->cursor.row, session->cursor.row + 1);
    return 1;
}

static void on_output(const char *s, size_t n, void *user)
{
    struct session *session = user;
    program_type(&session->program, s, n);
}

static const VTermScreenCallbacks callbacks = {
    .damage = on_damage, .movecursor = on_move, .settermprop = on_property};

// --- life ---------------------------------------------------------------------------------------

static void set_palette(VTerm *vt, const int32_t palette[16])
{
    for (int i = 0; i < 16; i++) {
        VTermColor color;
        vterm_color_rgb(&color, (uint8_t)(palette[i] >> 16), (uint8_t)(palette[i] >> 8),
                        (uint8_t)palette[i]);
        vterm_state_set_palette_color(vterm_obtain_state(vt), i, &color);
    }
}

// Colours that can be read on the ground: black on white as on paper, or light on dark.
void session_set_colours(struct session *session, enum session_colours colours)
{
    static const int32_t ink[COLOURS] = {0x111111, 0xE6E6E6};
    static const int32_t ground[COLOURS] = {0xFFFFFF, 0x1B1D1F};
    static const int32_t palette[COLOURS][16] = {
        {0x111111, 0xB00020, 0x1B6E20, 0x8A5A00, 0x0B4A9E, 0x8A1C7C, 0x006B70, 0xD5D5D5, 0x5C5C5C,
         0xD3122F, 0x2A8A30, 0xA87000, 0x1F65C8, 0xA83299, 0x00868C, 0xFFFFFF},
        {0x1B1D1F, 0xF2777A, 0x99CC99, 0xFFCC66, 0x7CB7FF, 0xD8A0DF, 0x66CCCC, 0xE6E6E6, 0x8A8F94,
         0xFF9DA0, 0xB5E3B5, 0xFFDD99, 0xA3CEFF, 0xE8BFEC, 0x99E0E0, 0xFFFFFF}};
    session->ink = ink[colours];
    session->ground = ground[colours];
    set_palette(session->vt, palette[colours]);
    session_all_dirty(session);
}

static int clamp_side(int side, int least)
{
    return side < least ? least : side > SESSION_SIDE_MAX ? SESSION_SIDE_MAX : side;
}

static void make_rows(struct session *session, int rows, int columns)
{
    session->rows = rows;
    session->columns = columns;
    session->dirty = mem_resize(session->dirty, (size_t)rows, sizeof *session->dirty);
    session->cell = mem_resize(session->cell, (size_t)columns, sizeof *session->cell);
    session_all_dirty(session);
}

enum status session_start(struct session *session, char *const *argv, int rows, int columns,
                          enum session_colours colours, struct err *err)
{
    *session = (struct session){.rest = STR_INIT, .title = STR_INIT, .copied = STR_INIT};
    session->cursor.visible = true;
    make_rows(session, clamp_side(rows, 1), clamp_side(columns, COLUMNS_MIN));
    session->vt = vterm_new(session->rows, session->columns);
    session->screen = vterm_obtain_screen(session->vt);
    vterm_set_utf8(session->vt, 1);
    vterm_output_set_callback(session->vt, on_output, session);
    vterm_screen_set_callbacks(session->screen, &callbacks, session);
    told_watch_copies(session);
    vterm_screen_enable_altscreen(session->screen, 1);
    vterm_screen_set_damage_merge(session->screen, VTERM_DAMAGE_ROW);
    session_set_colours(session, colours);
    vterm_screen_reset(session->screen, 1);
    return program_start(&session->program, argv, session->rows, session->columns, err);
}

void session_end(struct session *session)
{
    if (!session->vt) // it was never started
        return;
    program_hang_up(&session->program);
    vterm_free(session->vt);
    session->vt = NULL;
    free(session->dirty);
    free(session->cell);
    session->dirty = NULL;
    session->cell = NULL;
    str_done(&session->rest);
    str_done(&session->title);
    str_done(&session->copied);
}

// How many bytes there are of a letter that is not complete; 0 when the last one is.
static size_t incomplete(const char *s, size_t n)
{
    for (size_t back = 1; back <= 3 && back <= n; back++) {
        const unsigned char byte = (unsigned char)s[n - back];
        const size_t whole = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
        if (byte < 0x80 || byte >= 0xC0) // not in the middle of one
            return whole > back ? back : 0;
    }
    return 0;
}

// libvterm 0.1.4 forgets the beginning of a letter that is cut by the end of what it is given, when
// the text before it began in ASCII: it is given whole letters only.
static void show(struct session *session, const char *s, size_t n)
{
    struct str *rest = &session->rest;
    str_add_n(rest, s, n);
    const size_t left = incomplete(rest->buf, rest->len), done = rest->len - left;
    vterm_input_write(session->vt, rest->buf, done);
    memmove(rest->buf, rest->buf + done, left);
    str_cut(rest, left);
    vterm_screen_flush_damage(session->screen);
}

bool session_read(struct session *session)
{
    autostr bytes = STR_INIT;
    bool more = program_read(&session->program, &bytes);
    show(session, bytes.buf, bytes.len);
    return more;
}

void session_say(struct session *session, const char *text)
{
    show(session, text, strlen(text));
}

void session_resize(struct session *session, int rows, int columns)
{
    rows = clamp_side(rows, 1);
    columns = clamp_side(columns, COLUMNS_MIN);
    if (rows == session->rows && columns == session->columns)
        return;
    make_rows(session, rows, columns);
    vterm_set_size(session->vt, rows, columns);
    vterm_screen_flush_damage(session->screen);
    session_all_dirty(session);
    program_resize(&session->program, rows, columns);
}

void session_all_dirty(struct session *session)
{
    mark(session, 0, session->rows);
}

// --- what is to be painted ----------------------------------------------------------------------

static int32_t colour_of(const struct session *session, VTermColor color)
{
    if (VTERM_COLOR_IS_DEFAULT_FG(&color) || VTERM_COLOR_IS_DEFAULT_BG(&color))
        return VTERM_COLOR_IS_DEFAULT_FG(&color) ? session->ink : session->ground;
    vterm_screen_convert_color_to_rgb(session->screen, &color);
    return color.rgb.red << 16 | color.rgb.green << 8 | color.rgb.blue;
}

// How a program that knows this window packs a run: SGR 11 to the right, 12 in the middle.
static uint8_t pack_of(unsigned font)
{
    return font == 1 ? ALIGN_RIGHT : font == 2 ? ALIGN_CENTRE : ALIGN_LEFT;
}

// libvterm lets numbers through that are no letters.
static uint32_t valid(uint32_t letter)
{
    enum { REPLACEMENT = 0xFFFD };
    return g_unichar_validate(letter) ? letter : REPLACEMENT;
}

static void take_cell(const struct session *session, const VTermScreenCell *from,
                      struct paint_cell *ret)
{
    const int32_t front = colour_of(session, from->fg), back = colour_of(session, from->bg);
    const bool behind_wide = from->chars[0] == (uint32_t)-1;
    *ret = (struct paint_cell){
        .ink = from->attrs.reverse ? back : front,
        .ground = from->attrs.reverse ? front : back,
        .pack = pack_of(from->attrs.font),
        .columns = behind_wide ? 0 : (uint8_t)from->width,
        .look = (uint8_t)((from->attrs.bold ? PAINT_BOLD : 0) |
                          (from->attrs.italic ? PAINT_ITALIC : 0) |
                          (from->attrs.underline ? PAINT_UNDERLINE : 0) |
                          (from->attrs.strike ? PAINT_STRIKE : 0)),
    };
    for (int k = 0; k < PAINT_LETTERS && from->chars[k] && !behind_wide; k++)
        ret->letter[k] = valid(from->chars[k]);
}
_Static_assert(PAINT_LETTERS == VTERM_MAX_CHARS_PER_CELL, "a cell holds as much here as there");

const struct paint_cell *session_row(struct session *session, int row)
{
    for (int i = 0; i < session->columns; i++) {
        VTermScreenCell cell = {.width = 1};
        vterm_screen_get_cell(session->screen, (VTermPos){.row = row, .col = i}, &cell);
        take_cell(session, &cell, &session->cell[i]);
    }
    return session->cell;
}

void session_text(struct session *session, int row, int from, int to, struct str *ret)
{
    const size_t start = ret->len;
    size_t end = start;
    if (to > session->columns)
        to = session->columns;
    for (int i = from < 0 ? 0 : from; i < to; i++) {
        VTermScreenCell cell = {.width = 1};
        vterm_screen_get_cell(session->screen, (VTermPos){.row = row, .col = i}, &cell);
        if (cell.chars[0] == (uint32_t)-1)
            continue;
        if (!cell.chars[0])
            str_add_char(ret, ' ');
        for (int k = 0; k < VTERM_MAX_CHARS_PER_CELL && cell.chars[k]; k++) {
            char bytes[6];
            const uint32_t letter = valid(cell.chars[k]);
            str_add_n(ret, bytes, (size_t)g_unichar_to_utf8(letter, bytes));
        }
        if (cell.chars[0] && cell.chars[0] != ' ')
            end = ret->len;
    }
    str_cut(ret, end);
}

// A block over reversed cells would look like a hole in them.
static bool is_over_reverse(const struct session *session)
{
    VTermScreenCell cell = {.width = 1};
    const VTermPos here = {.row = session->cursor.row, .col = session->cursor.column};
    vterm_screen_get_cell(session->screen, here, &cell);
    return cell.attrs.reverse;
}

enum paint_cursor session_cursor_shape(const struct session *session, bool focused)
{
    if (!session->cursor.visible)
        return CURSOR_NONE;
    if (!focused)
        return CURSOR_HOLLOW;
    if (is_over_reverse(session))
        return CURSOR_UNDERLINE;
    switch (session->cursor.shape) {
    case VTERM_PROP_CURSORSHAPE_UNDERLINE:
        return CURSOR_UNDERLINE;
    case VTERM_PROP_CURSORSHAPE_BAR_LEFT:
        return CURSOR_BAR;
    default:
        return CURSOR_BLOCK;
    }
}
