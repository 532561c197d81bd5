// SPDX-License-Identifier: GPL-3.0-or-later
// The names of copies: which of the files of a folder are copies of ours, and in which order.
#include "copynames.h"

#include "orjon/base/clock.h"
#include "orjon/base/file.h"
#include "orjon/base/mem.h"

#include <dirent.h>
#include <inttypes.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

enum { MOMENT = 15, PLACE_MIN = 6, PLACE_MAX = 9, HIGHEST = 999999999 };

size_t copynames_length(const char *name)
{
    enum { MOST = 175 }; // bytes; what is added makes it at most 255
    const char *dot = strrchr(name, '.');
    size_t n = dot && dot > name ? (size_t)(dot - name) : strlen(name);
    if (n <= MOST)
        return n;
    for (n = MOST; n > 1 && ((unsigned char)name[n] & 0xC0) == 0x80;)
        n--;
    return n;
}

void copynames_done(struct copynames *names)
{
    for (size_t i = 0; i < names->count; i++)
        free(names->copy[i].name);
    free(names->copy);
}

static bool is_moment(const char *s)
{
    return strspn(s, "0123456789") == COPY_DAY && s[COPY_DAY] == '-' &&
           strspn(s + COPY_DAY + 1, "0123456789") == MOMENT - COPY_DAY - 1 && s[MOMENT] == '-';
}

size_t copynames_beginning(const char *name)
{
    for (const char *at = name; (at = strchr(at, '-')); at++) {
        const size_t digits = strspn(at + 1, "0123456789");
        if (at > name && digits >= PLACE_MIN && digits <= PLACE_MAX && at[1 + digits] == '-' &&
            is_moment(at + 1 + digits + 1))
            return (size_t)(at - name);
    }
    return strlen(name);
}

// Fills ret with what the name says; nothing is copied.
static bool read_name(const char *name, const char *stem, struct copyname *ret)
{
    const size_t n = strlen(stem), length = strlen(name);
    if (strncmp(name, stem, n) != 0 || length < n + 3 || strcmp(name + length - 3, ".db") != 0)
        return false;
    const size_t digits = strspn(name + n, "0123456789");
    ret->moment = name + n + digits + 1;
    if (digits < PLACE_MIN || digits > PLACE_MAX || name[n + digits] != '-' ||
        !is_moment(ret->moment))
        return false;
    ret->place = strtoll(name + n, NULL, 10);
    return true;
}

// Two programs may have taken the same place at once.
static int newest_first(const void *a, const void *b)
{
    const struct copyname *x = a, *y = b;
    return x->place != y->place ? (x->place < y->place) - (x->place > y->place)
                                : strcmp(y->name, x->name);
}

static void add(struct copynames *names, const char *name, const char *stem)
{
    struct copyname found = {0};
    if (!read_name(name, stem, &found))
        return;
    const size_t moment = (size_t)(found.moment - name);
    found.name = mem_copy_text(name, strlen(name));
    found.moment = found.name + moment;
    names->copy = mem_resize(names->copy, names->count + 1, sizeof *names->copy);
    names->copy[names->count++] = found;
}

void copynames_list(const char *folder, const char *stem, struct copynames *ret)
{
    DIR *dir = opendir(folder);
    const struct dirent *entry;
    while (dir && (entry = readdir(dir)))
        add(ret, entry->d_name, stem);
    if (dir)
        closedir(dir);
    if (ret->count)
        qsort(ret->copy, ret->count, sizeof *ret->copy, newest_first);
}

void copynames_next(const struct copynames *names, const char *stem, int64_t row, const char *why,
                    struct str *ret)
{
    const int64_t highest = names->count ? names->copy[0].place : 0;
    const int64_t place = row > highest ? row : highest + 1;
    str_addf(ret, "%s%06" PRId64 "-", stem, place < HIGHEST ? place : HIGHEST);
    clock_write_name(ret, clock_seconds());
    str_addf(ret, "-%s.db", why);
}

void copynames_sweep(const char *folder, const char *stem)
{
    DIR *dir = opendir(folder);
    const struct dirent *entry;
    struct stat st;
    while (dir && (entry = readdir(dir))) {
        autostr path = STR_INIT;
        str_addf(&path, "%s/%s", folder, entry->d_name);
        if (strncmp(entry->d_name, stem, strlen(stem)) == 0 && strstr(entry->d_name, ".part-") &&
            stat(path.buf, &st) == 0 && st.st_mtime < time(NULL) - 3600)
            file_remove(path.buf);
    }
    if (dir)
        closedir(dir);
}
