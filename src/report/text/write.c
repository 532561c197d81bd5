// SPDX-License-Identifier: GPL-3.0-or-later
// The text writer: the pages as they are laid out, for the screen, mail, diff and the archive.
#include "orjon/report/page.h"
#include "orjon/report/writer.h"

enum status write_text(const struct paper *paper, const struct writer_options *options,
                       struct str *ret, struct err *err)
{
    (void)err;
    struct pages pages;
    pages_lay(paper, options->ascii, &pages);
    for (size_t p = 0; p < pages.count; p++) {
        if (p > 0)
            str_add_char(ret, options->no_feed ? '\n' : '\f');
        for (size_t i = pages.first[p]; i < pages.first[p + 1]; i++) {
            str_add(ret, pages.line[i].text);
            str_add_char(ret, '\n');
        }
    }
    pages_done(&pages);
    return STATUS_OK;
}
