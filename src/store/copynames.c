// SPDX-License-Identifier: GPL-3.0-or-later
// The names of copies: which of the files of a folder are copies of ours, and when they were made.
#include "copynames.h"

#include "orjon/base/clock.h"
#include "orjon/base/file.h"
#include "orjon/base/mem.h"

#include <dirent.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

enum { STAMP = 15, DAY = 8 };

size_t copynames_length(const char *name)
{
    enum { MOST = 185 }; // bytes; what is added makes it at most 255
    const char *dot = strrchr(name, '.');
    size_t n = dot && dot > name ? (size_t)(dot - name) : strlen(name);
    if (n <= MOST)
        return n;
    for (n = MOST; n > 1 && ((unsigned char)name[n] & 0xC0) == 0x80;)
        n--;
    return n;
}

void copynames_stamp(struct str *ret)
{
    autostr stamp = STR_INIT;
    clock_stamp(&stamp);
    for (const char *s = stamp.buf; *s; s++)
        if (*s == 'T')
            str_add_char(ret, '-');
        else if (*s >= '0' && *s <= '9')
            str_add_char(ret, *s);
}

void copynames_done(struct copynames *names)
{
    for (size_t i = 0; i < names->count; i++)
        free(names->name[i]);
    free(names->name);
}

static bool is_copy(const char *name, const char *stem)
{
    const size_t n = strlen(stem), length = strlen(name);
    if (strncmp(name, stem, n) != 0 || length < n + STAMP + 3 ||
        strcmp(name + length - 3, ".db") != 0)
        return false;
    name += n;
    return strspn(name, "0123456789") == DAY && name[DAY] == '-' &&
           strspn(name + DAY + 1, "0123456789") == STAMP - DAY - 1;
}

static int newest_first(const void *a, const void *b)
{
    return strcmp(*(char *const *)b, *(char *const *)a);
}

// Their names sort by time.
void copynames_list(const char *folder, const char *stem, struct copynames *ret)
{
    DIR *dir = opendir(folder);
    const struct dirent *entry;
    while (dir && (entry = readdir(dir)))
        if (is_copy(entry->d_name, stem)) {
            ret->name = mem_resize(ret->name, ret->count + 1, sizeof *ret->name);
            ret->name[ret->count++] = mem_copy_text(entry->d_name, strlen(entry->d_name));
        }
    if (dir)
        closedir(dir);
    if (ret->count)
        qsort(ret->name, ret->count, sizeof *ret->name, newest_first);
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
