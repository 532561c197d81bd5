// SPDX-License-Identifier: GPL-3.0-or-later
// The window as the front of a desk: events become keys that wait to be read.
#include "private.h"

#include "orjon/base/mem.h"

#include <string.h>

// --- keys that wait -----------------------------------------------------------------------------

void front_push(struct window *w, const struct key *key)
{
    struct waiting *waiting = mem_alloc(sizeof *waiting);
    *waiting = (struct waiting){.key = *key, .text = STR_INIT};
    g_queue_push_tail(&w->keys, waiting);
}

void front_push_text(struct window *w, const char *text, size_t n)
{
    struct waiting *waiting = mem_alloc(sizeof *waiting);
    waiting->text = STR_INIT;
    key_of_paste(text, n, &waiting->text, &waiting->key);
    g_queue_push_tail(&w->keys, waiting);
}

static void drop(struct waiting *waiting)
{
    if (waiting)
        str_done(&waiting->text);
    free(waiting);
}

void front_done(struct window *w)
{
    g_clear_pointer(&w->asked, gdk_event_free);
    drop(w->given);
    while (!g_queue_is_empty(&w->keys))
        drop(g_queue_pop_head(&w->keys));
}

static bool is_key_ready(const struct window *w)
{
    const struct waiting *first = g_queue_peek_head((GQueue *)&w->keys);
    return w->closed || loss_is_ended() || (first && !first->coming);
}

// --- reading ------------------------------------------------------------------------------------

struct wait {
    struct window *window;
    int timeout;
};

static gboolean on_time(gpointer over)
{
    *(bool *)over = true;
    return G_SOURCE_REMOVE;
}

static void wait_for_key(void *data)
{
    const struct wait *wait = data;
    bool over = false;
    if (wait->timeout == 0) {
        while (!is_key_ready(wait->window) && g_main_context_pending(NULL))
            g_main_context_iteration(NULL, FALSE);
        return;
    }
    const guint timer = wait->timeout > 0 ? g_timeout_add((guint)wait->timeout, on_time, &over) : 0;
    while (!is_key_ready(wait->window) && !over)
        g_main_context_iteration(NULL, TRUE);
    if (timer && !over)
        g_source_remove(timer);
}

static void take(struct window *w, struct key *ret)
{
    if (w->closed || loss_is_ended()) {
        *ret = (struct key){.code = K_TERMINATE};
    } else if (is_key_ready(w)) {
        drop(w->given);
        w->given = g_queue_pop_head(&w->keys);
        *ret = w->given->key;
    } else {
        *ret = (struct key){.code = K_TIMEOUT};
    }
}

static void front_read(void *self, int timeout, struct key *ret)
{
    struct window *w = self;
    loss_attempt(wait_for_key, &(struct wait){w, timeout});
    take(w, ret);
    w->working = ret->code != K_TIMEOUT;
}

// --- showing ------------------------------------------------------------------------------------

// A picture of work that goes on is seen before the next step of it. Keys that come meanwhile wait.
static void draw_now(struct window *w)
{
    enum { PATIENCE = 100 }; // milliseconds; where nobody looks nothing is ever drawn
    bool over = false;
    const guint timer = g_timeout_add(PATIENCE, on_time, &over);
    w->drawn = false;
    while (!w->drawn && !over)
        g_main_context_iteration(NULL, TRUE);
    if (!over)
        g_source_remove(timer);
}

// Each part of a text that is set apart by blanks, with a dash behind it.
static void add_parts(const char *s, size_t n, struct str *ret)
{
    size_t blanks = 0;
    for (size_t i = 0; i < n; i++) {
        if (s[i] == ' ') {
            blanks++;
            continue;
        }
        if (ret->len && blanks)
            str_add(ret, blanks > 1 ? " – " : " ");
        str_add_n(ret, s + i, 1);
        blanks = 0;
    }
    if (ret->len)
        str_add(ret, " – ");
}

// «ই-গভর্ন্যান্স – অর্জন»: what is open, as its first row says it; among other windows that tells
// two offices apart.
static void set_title(struct window *w, const struct canvas *canvas)
{
    enum { COL = 1 }; // where titles begin
    const struct canvas_cell *cell = canvas_cell(canvas, 0, COL);
    autostr title = STR_INIT;
    if (cell->style == STYLE_TITLE && cell->words) {
        const struct canvas_words *words = &canvas->words[cell->words - 1];
        add_parts(canvas->text.buf + words->at, words->length, &title);
    }
    str_add(&title, _("Orjon"));
    if (g_strcmp0(gtk_window_get_title(GTK_WINDOW(w->top)), title.buf) != 0)
        gtk_window_set_title(GTK_WINDOW(w->top), title.buf);
}

struct picture_now {
    struct window *window;
    const struct canvas *canvas;
};

static void show(void *data)
{
    const struct picture_now *now = data;
    struct window *w = now->window;
    set_title(w, now->canvas);
    if (!gtk_widget_get_visible(w->top))
        gtk_widget_show_all(w->top);
    drawing_refresh(w);
    keyboard_place(w);
    if (w->working)
        draw_now(w);
}

static void front_show(void *self, const struct canvas *canvas)
{
    struct window *w = self;
    drawing_touch_preedit(w); // where it is shown
    sheet_take(&w->sheet, canvas, w->theme, w->paint);
    drawing_touch_preedit(w); // and will be
    if (page_take(&w->page, canvas, w->measure, gtk_widget_get_scale_factor(w->area),
                  w->sheet.ground))
        sheet_touch(&w->sheet, canvas->page.row, canvas->page.rows);
    loss_attempt(show, &(struct picture_now){w, canvas});
}

static void front_size(void *self, int *ret_rows, int *ret_cols)
{
    const struct window *w = self;
    *ret_rows = w->rows;
    *ret_cols = w->cols;
}

static double front_aspect(void *self)
{
    const struct window *w = self;
    return (double)w->measure.height / w->measure.width;
}

static int front_lines(void *self, const char *s, size_t n, int columns, enum style style, int most)
{
    const struct window *w = self;
    return picture_lines(w->paint, s, n, columns, style, most);
}

static int front_columns(void *self, const char *s, size_t n, enum style style)
{
    const struct window *w = self;
    return picture_columns(w->paint, s, n, style);
}

// The next picture has the colours.
static void front_set_theme(void *self, enum theme theme)
{
    struct window *w = self;
    w->theme = theme_for(theme, w->ground);
}

struct copy {
    const char *text;
    size_t n;
};

static void copy(void *data)
{
    const struct copy *copy = data;
    clipboard_give(copy->text, copy->n);
}

static void front_copy(void *self, const char *text, size_t n)
{
    (void)self;
    loss_attempt(copy, &(struct copy){text, n});
}

struct offered {
    struct window *window;
    const struct desk_offer *offers;
    size_t n;
};

static void offer(void *data)
{
    const struct offered *offered = data;
    menu_open(offered->window, offered->offers, offered->n);
}

static void front_menu(void *self, const struct desk_offer *offers, size_t n)
{
    loss_attempt(offer, &(struct offered){self, offers, n});
}

struct desk_front front_of(struct window *w)
{
    return (struct desk_front){
        .self = w,
        .read = front_read,
        .show = front_show,
        .size = front_size,
        .aspect = front_aspect,
        .lines = front_lines,
        .columns = front_columns,
        .copy = front_copy,
        .set_theme = front_set_theme,
        .menu = front_menu,
    };
}
