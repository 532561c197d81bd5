// SPDX-License-Identifier: GPL-3.0-or-later
// The same names as the window shows them, cut where their letters end.
#include "../names.h"

#include "../../src/paint/private.h"
#include "sheet.h"

static struct paint *paint;

// The text of a table's second column, which stands between the first rule and the second.
static bool name_at(const struct canvas *canvas, int row, bool *ret_begins, bool *ret_cut)
{
    struct sheet sheet = {0};
    int rule[2] = {0}, rules = 0;
    sheet_take(&sheet, canvas, THEME_LIGHT, paint);
    const struct paint_line line = sheet_line(&sheet, row);
    for (int col = 0; col < line.columns && rules < 2; col++)
        if (line.cell[col].rule == 0x2502)
            rule[rules++] = col;
    *ret_begins = line.texts > 0 && line.text[0].col == 0;
    *ret_cut = false;
    for (int i = 0; i < line.texts; i++) {
        const struct paint_words *words = &line.text[i];
        if (words->col > rule[0] && words->col < rule[1])
            *ret_cut =
                *ret_cut || paint_piece_of(paint, &line, words).n < words->n || words->has_more;
    }
    sheet_done(&sheet);
    return rules == 2;
}

static void get_size(void *self, int *ret_rows, int *ret_cols)
{
    (void)self;
    *ret_rows = 24;
    *ret_cols = 80;
}

static int get_lines(void *self, const char *s, size_t n, int columns, enum style style, int most)
{
    (void)self;
    return picture_lines(paint, s, n, columns, style, most);
}

static void names_fit_the_window(void **state)
{
    (void)state;
    static const struct names_size sizes[] = {{16, 60, 0, 6},  {24, 80, 0, 5},  {28, 110, 0, 0},
                                              {30, 100, 0, 0}, {40, 120, 0, 0}, {45, 160, 0, 0}};
    assert_int_equal(paint_new(&(struct paint_fonts){0}, &paint, NULL), STATUS_OK);
    names_are_whole(sizes, sizeof sizes / sizeof *sizes, name_at,
                    &(struct desk_front){.size = get_size, .lines = get_lines});
    paint_free(&paint);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(names_fit_the_window)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
