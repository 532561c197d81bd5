// SPDX-License-Identifier: GPL-3.0-or-later
// Putting the paper on a printer, or before a viewer, from the preview.
#pragma once

#include "private.h"

#include "orjon/app/print.h"

// Lives in the preview, as the boxes that ask come and go.
struct printing {
    struct app *app;
    const struct app_paper *paper;
    char *names;         // of the printers, each ended by NUL
    const char *printer; // one of them
    int copies;
    bool misfit; // as it was printed last
};
void printing_done(struct printing *printing);

// Asks for the printer, the copies and the pages, and prints.
void printing_ask(struct printing *printing, struct desk *desk);
// Writes a PDF and opens it where there is a desktop, else says where it is.
void printing_show(const struct printing *printing, struct desk *desk);
