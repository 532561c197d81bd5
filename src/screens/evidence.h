// SPDX-License-Identifier: GPL-3.0-or-later
// The screen of an indicator's proofs: evidence.c what it shows, evidence_keys.c what its keys do.
#pragma once

#include "orjon/app/evidence.h"
#include "orjon/tui/grid.h"
#include "private.h"

enum { EVIDENCE_COLUMNS = 4 };

struct evidence_screen {
    struct book *book; // the return's
    struct str code;
    int quarter;
    struct evidence evidence; // borrows from the book
    int64_t asked;            // the proof that a question is about
    struct record_undo undo;
    struct str talk; // what else there was to say of files
    struct grid *grid;
    bool has_files; // else there is no column for them
    struct grid_column column[EVIDENCE_COLUMNS];
    struct paper_choice paper;
};

extern const struct action evidence_actions[];
const struct evidence_row *evidence_marked(const struct evidence_screen *screen); // NULL: none
const struct indicator *evidence_indicator(const struct evidence_screen *screen); // likewise
// Reads it again; whole: the files too, to the last byte. desk may be NULL.
void evidence_show(struct evidence_screen *screen, struct desk *desk, bool whole);
// Takes files in by their paths, as typed, pasted or dropped, for the marked line.
void evidence_add_files(struct evidence_screen *screen, struct desk *desk, const char *text,
                        size_t n);
