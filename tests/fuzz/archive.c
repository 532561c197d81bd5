// SPDX-License-Identifier: GPL-3.0-or-later
// A paper that was kept: whatever the bytes are, they are refused, or are written again as they are
// and can be put out.
#include "fuzz.h"

#include "orjon/report/archive.h"
#include "orjon/report/writer.h"

#include <string.h>

enum { QUICK = 20000 }; // bytes; to lay out more takes its time

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    autopaper *paper = NULL;
    autostr again = STR_INIT, text = STR_INIT;
    struct err err = {0};
    if (archive_read((const char *)data, n, &paper, &err)) {
        require(*err.text && !paper);
        return 0;
    }
    archive_write(paper, &again);
    require(again.len == n && memcmp(again.buf, data, n) == 0);
    for (const struct writer *writer = writers; writer->name; writer++)
        if (!writer->binary && n < QUICK)
            require(!writer_write(writer, paper, &(struct writer_options){0}, &text, &err));
    return 0;
}
