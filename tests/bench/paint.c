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

static bool is_mark(gunichar letter)
{
    return g_unichar_type(letter) == G_UNICODE_NON_SPACING_MARK || letter == 0x200D;
}

// Texts with rules between them, other ones in each row.
static void fill(struct paint_cell *cells, int row, int round)
{
    int column = 0;
    for (int i = 0; i < COLUMNS; i++)
        cells[i] = (struct paint_cell){.ground = 0xFFFFFF, .columns = 1};
    for (int k = 0; column < COLUMNS; k++) {
        char number[32];
        const char *s = texts[(unsigned)(row * 3 + k) % (sizeof texts / sizeof *texts)];
        for (; *s && column < COLUMNS; s = g_utf8_next_char(s)) {
            const gunichar letter = g_utf8_get_char(s);
            if (!is_mark(letter))
                cells[column++].letter[0] = letter;
            else
                for (int m = 0; m < PAINT_LETTERS; m++)
                    if (!cells[column - 1].letter[m]) {
                        cells[column - 1].letter[m] = letter;
                        break;
                    }
        }
        snprintf(number, sizeof number, "%d", round + k); // no text is seen twice over rounds
        for (s = number; *s && column < COLUMNS; s++)
            cells[column++].letter[0] = (uint32_t)(0x9E6 + *s - '0');
        if (column < COLUMNS)
            cells[column++].letter[0] = 0x2502;
    }
}

static double screen(struct paint *paint, cairo_surface_t *surface, int round)
{
    static struct paint_cell cells[ROWS][COLUMNS];
    for (int row = 0; row < ROWS; row++)
        fill(cells[row], row, round);
    double start = now();
    cairo_t *cr = cairo_create(surface);
    for (int row = 0; row < ROWS; row++) {
        paint_row(paint, cr, cells[row], COLUMNS, row ? PAINT_NO_CARET : 3);
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
