// SPDX-License-Identifier: GPL-3.0-or-later
// How long a window of 120 by 40 letters full of Bengali takes to paint: with everything shaped
// already, on a screen not seen before, and as plain lines of Pango for comparison.
#include "private.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

enum { ROWS = 40, COLUMNS = 120, ROUNDS = 60 };

static const char *const texts[] = {
    "সেবা প্রদান প্রতিশ্রুতি সংক্রান্ত পরিবীক্ষণ কমিটি পুনর্গঠন",
    "কর্মসম্পাদন সূচক",
    "ত্রৈমাসিক ভিত্তিতে নিজ অফিসের সেবা প্রদান প্রতিশ্রুতি হালনাগাদপূর্বক ওয়েবসাইটে প্রকাশ",
    "আওতাধীন দপ্তর/সংস্থার সঙ্গে সভা",
    "১২.৫০",
    "অভিযোগ নিষ্পত্তি",
    "২০২৩-২০২৪"};

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

// A row of a screen: its cells, its texts and their letters.
struct row {
    struct paint_cell cell[COLUMNS];
    struct paint_words text[COLUMNS];
    char letters[COLUMNS][256];
    int texts;
};

// Texts with rules between them, other ones in each row.
static void fill(struct row *ret, int row, int round)
{
    int column = 0;
    for (int i = 0; i < COLUMNS; i++)
        ret->cell[i] = (struct paint_cell){.ground = 0xFFFFFF};
    for (ret->texts = 0; column < COLUMNS; ret->texts++) {
        const int k = ret->texts; // no text is seen twice over rounds
        char *letters = ret->letters[k];
        snprintf(letters, sizeof ret->letters[k], "%s %d",
                 texts[(unsigned)(row * 3 + k) % (sizeof texts / sizeof *texts)], round + k);
        const int own = text_columns(letters, strlen(letters));
        const int columns = own < COLUMNS - column ? own : COLUMNS - column;
        ret->text[k] = (struct paint_words){.s = letters,
                                            .n = strlen(letters),
                                            .col = column,
                                            .columns = columns,
                                            .from = column,
                                            .to = column + columns,
                                            .is_marked = true};
        column += columns;
        if (column < COLUMNS)
            ret->cell[column++].rule = 0x2502;
    }
}

static double screen(struct paint *paint, cairo_surface_t *surface, int round)
{
    static struct row rows[ROWS];
    for (int row = 0; row < ROWS; row++)
        fill(&rows[row], row, round);
    double start = now();
    cairo_t *cr = cairo_create(surface);
    for (int row = 0; row < ROWS; row++) {
        const struct paint_line line = {rows[row].cell, COLUMNS, rows[row].text, rows[row].texts};
        paint_row(paint, cr, &line, row ? PAINT_NO_CARET : 3);
        cairo_translate(cr, 0, paint->measure.height);
    }
    cairo_destroy(cr);
    cairo_surface_flush(surface);
    return now() - start;
}

// The same amount of text as lines that Pango lays anew each time.
static double plain(struct paint *paint, cairo_surface_t *surface)
{
    autostr line = STR_INIT;
    for (size_t i = 0; i < 3; i++)
        str_addf(&line, "%s ", texts[i]);
    double start = now();
    cairo_t *cr = cairo_create(surface);
    for (int row = 0; row < ROWS; row++) {
        PangoLayout *layout = pango_layout_new(paint->context);
        pango_layout_set_font_description(layout, paint->bengali);
        pango_layout_set_text(layout, line.buf, -1);
        cairo_move_to(cr, 0, row * paint->measure.height);
        pango_cairo_show_layout(cr, layout);
        g_object_unref(layout);
    }
    cairo_destroy(cr);
    cairo_surface_flush(surface);
    return now() - start;
}

static int compare(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double median(double *times)
{
    qsort(times, ROUNDS, sizeof *times, compare);
    return times[ROUNDS / 2];
}

int main(void)
{
    double cached[ROUNDS], fresh[ROUNDS], lines[ROUNDS];
    struct paint *paint = NULL;
    struct err err = {0};
    if (paint_new(&(struct paint_fonts){0}, &paint, &err))
        return fprintf(stderr, "%s\n", err_text(&err)), 1;
    cairo_surface_t *surface = cairo_image_surface_create(
        CAIRO_FORMAT_RGB24, COLUMNS * paint->measure.width, ROWS * paint->measure.height);
    screen(paint, surface, 0);
    for (int i = 0; i < ROUNDS; i++) { // in turn, so that a busy machine is busy for all
        cached[i] = screen(paint, surface, 0);
        fresh[i] = screen(paint, surface, (i + 1) * 1000);
        lines[i] = plain(paint, surface);
    }
    const double a = median(cached), b = median(fresh), c = median(lines);
    printf("paint\t120x40, all shaped %.2f ms, plain lines of Pango %.2f ms\t%.2f ms\t3 ms\n"
           "paint\t120x40, a screen not seen before\t%.2f ms\t9 ms\n",
           a, c, a, b);
    cairo_surface_destroy(surface);
    paint_free(&paint);
    return 0;
}
