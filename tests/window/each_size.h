// SPDX-License-Identifier: GPL-3.0-or-later
// A sample office shown in several sizes, in each language.
#pragma once

#include "../clock.h"
#include "../test.h"

#include "orjon/base/i18n.h"
#include "orjon/screens/screens.h"

#include <stdio.h>
#include <stdlib.h>

static inline void in_each_size(void (*play)(const struct app_options *options, int rows, int cols))
{
    static const int sizes[][2] = {{24, 80}, {30, 100}, {40, 132}};
    const struct app_new_office sample = {.sample = true};
    char folder[] = "/tmp/orjon-window-XXXXXX", office[64];
    autostr clear = STR_INIT;
    clock_stand(1696500000); // 5 October 2023
    assert_non_null(mkdtemp(folder));
    snprintf(office, sizeof office, "%s/office.db", folder);
    const struct app_options options = {
        .file = office, .via = "screen", .language_given = true, .digits_given = true};
    assert_int_equal(app_init(&options, &sample, NULL), STATUS_OK);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        for (int language = 0; language < LANGUAGE_COUNT; language++) {
            i18n_set_language((enum language)language);
            i18n_set_digits((enum digits)language);
            play(&options, sizes[i][0], sizes[i][1]);
        }
    str_addf(&clear, "rm -rf %s", folder);
    assert_int_equal(system(clear.buf), 0);
}
