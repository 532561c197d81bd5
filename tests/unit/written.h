// SPDX-License-Identifier: GPL-3.0-or-later
// A paper written in a format, and what is expected of it.
#pragma once

#include "../test.h"

#include "orjon/report/writer.h"

static inline struct paper *paper_of(int columns, int lines)
{
    struct paper_settings settings = PAPER_SETTINGS;
    settings.columns = columns;
    settings.lines = lines;
    return paper_new(&settings);
}

static inline void write_as(const char *name, const struct paper *paper,
                            struct writer_options options, struct str *ret)
{
    struct err err = {0};
    assert_int_equal(writer_find(name)->write(paper, &options, ret, &err), STATUS_OK);
}

static inline void assert_written(const char *name, const struct paper *paper,
                                  struct writer_options options, const char *expected)
{
    autostr got = STR_INIT;
    write_as(name, paper, options, &got);
    assert_string_equal(got.buf, expected);
}
