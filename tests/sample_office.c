// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_office.h"

#include "test.h"

#include "orjon/base/file.h"
#include "orjon/base/mem.h"

#include <ftw.h>
#include <stdio.h>

struct made {
    char *family;
    int32_t day;
    enum language language;
    enum digits digits;
    struct str bytes;
};

static int remove_below(const char *path, const struct stat *status, int type, struct FTW *at)
{
    (void)status, (void)type;
    return at->level ? remove(path) : 0;
}

// With the lock, the copies and all else that a program leaves beside its file.
static void empty_folder_of(const char *path)
{
    autofree char *folder = mem_copy_text(path, (size_t)(strrchr(path, '/') - path));
    assert_int_equal(nftw(folder, remove_below, 8, FTW_DEPTH | FTW_PHYS), 0);
}

static struct made make(const struct app_options *options, const char *family)
{
    const struct app_new_office office = {.sample = true, .family = family};
    struct made made = {.family = family ? mem_copy_text(family, strlen(family)) : NULL,
                        .day = (int32_t)options->as_of.value,
                        .language = i18n_language(),
                        .digits = i18n_digits(),
                        .bytes = STR_INIT};
    struct err err = {0};
    assert_true(options->as_of.set); // else it is of the day on which it was made
    if (app_init(options, &office, &err) || file_read(options->file, &made.bytes, &err))
        fail_msg("%s", err.text);
    return made;
}

static bool is_of(const struct made *made, const struct app_options *options, const char *family)
{
    return strcmp(made->family ? made->family : "", family ? family : "") == 0 &&
           made->day == options->as_of.value && made->language == i18n_language() &&
           made->digits == i18n_digits();
}

void sample_office_put(const struct app_options *options, const char *family)
{
    enum { SORTS = 8 };
    static struct made made[SORTS];
    static size_t count;
    struct err err = {0};
    empty_folder_of(options->file);
    for (size_t i = 0; i < count; i++)
        if (is_of(&made[i], options, family)) {
            if (file_write(options->file, made[i].bytes.buf, made[i].bytes.len, false, &err))
                fail_msg("%s", err.text);
            return;
        }
    assert_true(count < SORTS);
    made[count++] = make(options, family);
}
