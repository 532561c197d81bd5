// SPDX-License-Identifier: GPL-3.0-or-later
// What is in a folder.
#include "orjon/base/folder.h"

#include "orjon/base/file.h"
#include "orjon/base/mem.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

bool folder_exists(const char *path)
{
    struct stat is;
    return stat(path, &is) == 0 && S_ISDIR(is.st_mode);
}

static bool ends_in(const char *name, const char *ending)
{
    const size_t n = strlen(name), m = strlen(ending);
    return *name != '.' && n > m && strcmp(name + n - m, ending) == 0;
}

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

enum status folder_read(const char *path, const char *ending, struct folder *ret, struct err *err)
{
    *ret = (struct folder){0};
    DIR *dir = opendir(path);
    if (!dir) {
        const enum status status = status_of_errno(errno);
        return err_set(err, status, "%s: %s", path, status_text(status));
    }
    for (const struct dirent *entry; (entry = readdir(dir));) {
        if (!ends_in(entry->d_name, ending))
            continue;
        autostr file = STR_INIT;
        str_addf(&file, "%s/%s", path, entry->d_name);
        ret->path = mem_resize(ret->path, ret->count + 1, sizeof *ret->path);
        ret->path[ret->count++] = str_detach(&file);
    }
    closedir(dir);
    if (ret->count)
        qsort(ret->path, ret->count, sizeof *ret->path, by_bytes);
    return STATUS_OK;
}

void folder_done(struct folder *folder)
{
    for (size_t i = 0; i < folder->count; i++)
        free(folder->path[i]);
    free(folder->path);
    *folder = (struct folder){0};
}
