// SPDX-License-Identifier: GPL-3.0-or-later
// Where runs begin and end.
//
// A run ends at a rule, at two blanks, at a blank before a rule, and where the look of the letters
// changes. A colour that changes beside a blank ends it too, as when a field begins; one that
// changes within a word, as where a search has found something, must not: the conjunct there would
// break.
#include "run.h"

#include <glib.h>

bool paint_letter_is_bengali(uint32_t letter)
{
    enum { DANDA = 0x964, DOUBLE_DANDA = 0x965, NON_JOINER = 0x200C, JOINER = 0x200D };
    return (letter >= 0x980 && letter <= 0x9FF) || letter == DANDA || letter == DOUBLE_DANDA ||
           letter == NON_JOINER || letter == JOINER;
}

bool paint_cell_is_blank(const struct paint_cell *cell)
{
    enum { NO_BREAK = 0xA0 };
    return cell->columns && (!cell->letter[0] || cell->letter[0] == ' ' ||
                             (cell->letter[0] == NO_BREAK && !cell->letter[1]));
}

bool paint_cell_is_rule(const struct paint_cell *cell)
{
    return cell->letter[0] >= 0x2500 && cell->letter[0] <= 0x259F && !cell->letter[1];
}

static bool same_colours(const struct paint_cell *a, const struct paint_cell *b)
{
    enum { MARKS = PAINT_UNDERLINE | PAINT_STRIKE };
    return a->ink == b->ink && a->ground == b->ground && (a->look & MARKS) == (b->look & MARKS);
}

// Whether the run that `before` is in goes on with the next cell.
static bool goes_on(const struct paint_cell *before, const struct paint_cell *next)
{
    if ((before->look & PAINT_BOLD) != (next->look & PAINT_BOLD) || before->pack != next->pack)
        return false;
    if (before->columns != 1 || next->columns != 1)
        return false;
    return same_colours(before, next) ||
           (!paint_cell_is_blank(before) && !paint_cell_is_blank(next));
}

// Whether a blank cell ends what stands before it.
static bool is_gap(const struct paint_cell *cells, int columns, int column)
{
    return column + 1 >= columns || paint_cell_is_blank(&cells[column + 1]) ||
           paint_cell_is_rule(&cells[column + 1]);
}

// Bengali with no letter in it is a number, a date, a percent: those stand cell by cell.
static bool needs_shaping(const struct paint_cell *cells, int from, int to)
{
    bool bengali = false, letters = false;
    if (cells[from].columns != 1) // a wide letter, with a joiner perhaps
        return false;
    for (int i = from; i < to; i++)
        for (int k = 0; k < PAINT_LETTERS && cells[i].letter[k]; k++) {
            const uint32_t letter = cells[i].letter[k];
            const bool digit = letter >= 0x9E6 && letter <= 0x9EF;
            bengali = bengali || (paint_letter_is_bengali(letter) && !digit);
            letters = letters || g_unichar_isalpha(letter);
        }
    return bengali && letters;
}

bool paint_run_next(const struct paint_cell *cells, int columns, int column, struct paint_run *ret)
{
    while (column < columns && (paint_cell_is_blank(&cells[column]) ||
                                paint_cell_is_rule(&cells[column]) || !cells[column].columns))
        column++;
    if (column >= columns)
        return false;
    *ret = (struct paint_run){.from = column, .to = column + 1};
    for (int i = column + 1; i < columns; i++) {
        const bool blank = paint_cell_is_blank(&cells[i]);
        if (paint_cell_is_rule(&cells[i]) || !goes_on(&cells[i - 1], &cells[i]) ||
            (blank && is_gap(cells, columns, i)))
            break;
        if (!blank)
            ret->to = i + 1;
    }
    for (int i = ret->from + 1; i < ret->to; i++)
        ret->mixed = ret->mixed || !same_colours(&cells[i - 1], &cells[i]) ||
                     (cells[i].look & PAINT_SELECTED) != (cells[i - 1].look & PAINT_SELECTED);
    ret->shaped = needs_shaping(cells, ret->from, ret->to);
    return true;
}
