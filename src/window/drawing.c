// SPDX-License-Identifier: GPL-3.0-or-later
// What is drawn on the window, and when.
//
// The toolkit draws in frames: what changed is asked for, and drawn when the frame's turn comes.
// What is typed does not wait for that where the window system shows at once what is drawn.
#include "private.h"

#include "orjon/base/mem.h"

#include <gdk/gdkx.h>
#include <string.h>

// --- rows ---------------------------------------------------------------------------------------

static bool has_preedit(const struct window *w, int row)
{
    return w->preedit && *w->preedit && row == w->sheet.cursor_row;
}

void drawing_touch_preedit(struct window *w)
{
    if (has_preedit(w, w->sheet.cursor_row))
        sheet_touch(&w->sheet, w->sheet.cursor_row, 1);
}

static void draw_marked(struct window *w, cairo_t *cr, int row)
{
    struct paint_line line = sheet_line(&w->sheet, row);
    autofree struct paint_cell *marked = NULL;
    if (w->selection.there) {
        marked = mem_resize(NULL, (size_t)line.columns, sizeof *marked);
        memcpy(marked, line.cell, (size_t)line.columns * sizeof *marked);
        for (int i = 0; i < line.columns; i++)
            if (selection_has(w, row, i))
                sheet_mark_cell(&marked[i], w->theme);
        line.cell = marked;
    }
    const bool typed = w->focused && !has_preedit(w, row); // that has a caret of its own
    paint_row(w->paint, cr, &line, typed ? sheet_caret(&w->sheet, row) : PAINT_NO_CARET);
}

static void draw_preedit(struct window *w, cairo_t *cr)
{
    const struct sheet *sheet = &w->sheet;
    const struct paint_line line = sheet_line(sheet, sheet->cursor_row);
    const struct paint_span span = paint_span_at(w->paint, &line, sheet->cursor_col);
    const struct tint tint = tint_of(w->theme, STYLE_EDIT, true);
    paint_text(w->paint, cr, span.x, w->preedit, tint.ink, tint.ground);
}

static void draw_row(struct window *w, cairo_t *cr, int row)
{
    const int width = gtk_widget_get_allocated_width(w->area);
    cairo_save(cr);
    cairo_translate(cr, MARGIN, frame_row_top(w, row));
    sheet_paint_margins(&w->sheet, row, w->measure, width, cr);
    draw_marked(w, cr, row);
    if (has_preedit(w, row))
        draw_preedit(w, cr);
    cairo_restore(cr);
}

static void draw_page(const struct window *w, cairo_t *cr)
{
    cairo_save(cr);
    cairo_translate(cr, MARGIN, MARGIN);
    page_paint(&w->page, cr);
    cairo_restore(cr);
}

// The rows and their margins have grounds of their own.
static void draw_below(const struct window *w, cairo_t *cr)
{
    const int32_t ground = w->sheet.ground;
    const double top = frame_row_top(w, w->sheet.rows);
    cairo_set_source_rgb(cr, (ground >> 16 & 255) / 255., (ground >> 8 & 255) / 255.,
                         (ground & 255) / 255.);
    cairo_rectangle(cr, 0, top, gtk_widget_get_allocated_width(w->area),
                    gtk_widget_get_allocated_height(w->area) - top);
    cairo_fill(cr);
}

// --- what of them -------------------------------------------------------------------------------

static GdkRectangle place_of(const struct window *w, int row)
{
    return sheet_place(row, w->measure, gtk_widget_get_allocated_width(w->area));
}

static bool is_asked_for(const cairo_rectangle_list_t *asked, const GdkRectangle *place)
{
    if (asked->status != CAIRO_STATUS_SUCCESS) // it is not known what is
        return true;
    for (int i = 0; i < asked->num_rectangles; i++) {
        const cairo_rectangle_t *r = &asked->rectangles[i];
        if (r->y < place->y + place->height && r->y + r->height > place->y)
            return true;
    }
    return false;
}

static void draw_asked(struct window *w, cairo_t *cr, const cairo_rectangle_list_t *asked)
{
    for (int row = 0; row < w->sheet.rows; row++) {
        const GdkRectangle place = place_of(w, row);
        if (!is_asked_for(asked, &place))
            continue;
        cairo_save(cr);
        gdk_cairo_rectangle(cr, &place);
        cairo_clip(cr);
        draw_page(w, cr);
        draw_row(w, cr, row);
        cairo_restore(cr);
    }
}

static gboolean on_draw(GtkWidget *area, cairo_t *cr, gpointer user)
{
    struct window *w = user;
    cairo_rectangle_list_t *asked = cairo_copy_clip_rectangle_list(cr);
    (void)area;
    draw_below(w, cr);
    draw_asked(w, cr, asked);
    cairo_rectangle_list_destroy(asked);
    w->drawn = true;
    return TRUE;
}

// --- when ---------------------------------------------------------------------------------------

static void ask_for_row(struct window *w, int row)
{
    const GdkRectangle place = place_of(w, row);
    gtk_widget_queue_draw_area(w->area, place.x, place.y, place.width, place.height);
    sheet_clean(&w->sheet, row);
}

// Wayland shows whole frames alone.
static bool can_draw_now(const struct window *w, GdkWindow *top)
{
    return !w->working && !has_preedit(w, w->sheet.cursor_row) && top && GDK_IS_X11_WINDOW(top) &&
           gdk_window_is_viewable(top);
}

// The field alone: its row comes whole with the next frame.
static void draw_now(struct window *w, GdkWindow *top, int row)
{
    GdkRectangle place = place_of(w, row);
    int from, to, x = 0, y = 0;
    sheet_field(&w->sheet, &from, &to);
    place.x = MARGIN + from * w->measure.width;
    place.width = (to - from) * w->measure.width;
    gtk_widget_translate_coordinates(w->area, w->top, 0, 0, &x, &y);
    place.x += x;
    place.y += y;
    cairo_region_t *region = cairo_region_create_rectangle(&place);
    GdkDrawingContext *context = gdk_window_begin_draw_frame(top, region);
    cairo_t *cr = gdk_drawing_context_get_cairo_context(context);
    cairo_translate(cr, x, y);
    draw_page(w, cr);
    draw_row(w, cr, row);
    gdk_window_end_draw_frame(top, context);
    cairo_region_destroy(region);
    gdk_display_flush(gdk_window_get_display(top));
}

// What is typed is seen at once, and what it changes elsewhere in the next frame.
void drawing_refresh(struct window *w)
{
    struct sheet *sheet = &w->sheet;
    GdkWindow *top = gtk_widget_get_window(w->top);
    const int at = sheet->cursor_row;
    if (sheet->all_dirty)
        gtk_widget_queue_draw(w->area);
    else if (sheet_caret(sheet, at) != PAINT_NO_CARET && sheet_is_dirty(sheet, at) &&
             can_draw_now(w, top))
        draw_now(w, top, at);
    sheet->all_dirty = false;
    for (int row = 0; row < sheet->rows; row++)
        if (sheet_is_dirty(sheet, row))
            ask_for_row(w, row);
}

void drawing_attach(struct window *w)
{
    g_signal_connect(w->area, "draw", G_CALLBACK(on_draw), w);
}
