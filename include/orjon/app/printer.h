// SPDX-License-Identifier: GPL-3.0-or-later
// Printers of this machine, through the commands of CUPS. Only PDF is ever printed: no spooler sets
// Bengali text itself.
#pragma once

#include "orjon/base/error.h"
#include "orjon/base/str.h"

enum { PRINTER_SECONDS = 30, PRINTER_COPIES_MAX = 99 };

// Appends the names of the printers, one a line. NOT_FOUND when there is none or no CUPS.
enum status printer_list(struct str *ret, struct err *err);

struct printer_job {
    const char *printer;
    const char *title; // in the queue; may be NULL
    const char *pages; // «1-2,5», digits of either set; NULL or "": all
    int copies;        // 0 is 1
    int seconds;       // that the spooler may take; 0: PRINTER_SECONDS
};
// Prints a PDF. What the spooler says on success («request id is …») is appended to ret; on failure
// its words are the error.
enum status printer_print(const struct printer_job *job, const struct str *pdf, struct str *ret,
                          struct err *err);

// Puts a PDF where only this user can read it and opens it when there is a desktop, and appends the
// path to ret. *ret_opened tells whether a viewer was started; if not, the file is away again.
enum status printer_show(const char *name, const struct str *pdf, struct str *ret, bool *ret_opened,
                         struct err *err);
