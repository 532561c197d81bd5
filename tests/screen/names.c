// SPDX-License-Identifier: GPL-3.0-or-later
// Names of indicators that are not whole in the returns of the sample office, at several sizes: on
// the row with the cursor none, elsewhere no more than stand here.
#include "../names.h"

// The text of a table's second column, from the first rule of a row to the second.
static bool name_at(const struct canvas *canvas, int row, bool *ret_begins, bool *ret_cut)
{
    int rule = 0;
    *ret_begins = canvas_cell(canvas, row, 0)->length > 0;
    *ret_cut = false;
    for (int col = 0; col < canvas->cols && rule < 2; col++) {
        size_t n = 0;
        const struct canvas_cell *cell = canvas_cell(canvas, row, col);
        const char *s = canvas_bytes(canvas, cell, &n);
        if (!cell->columns)
            continue;
        rule += n == 3 && memcmp(s, "│", 3) == 0;
        *ret_cut = *ret_cut || (n == 3 && (memcmp(s, "›", 3) == 0 || memcmp(s, "…", 3) == 0));
    }
    return rule == 2;
}

static void names_fit_the_cells(void **state)
{
    (void)state;
    static const struct names_size sizes[] = {{16, 60, 0, 6},  {24, 80, 0, 5},  {28, 110, 0, 1},
                                              {30, 100, 0, 0}, {40, 120, 0, 0}, {45, 160, 0, 0}};
    names_are_whole(sizes, sizeof sizes / sizeof *sizes, name_at, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(names_fit_the_cells)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
