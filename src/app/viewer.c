// SPDX-License-Identifier: GPL-3.0-or-later
// Showing a file with the desktop's program for it.
#include "viewer.h"

#include "orjon/base/file.h"

#include "child.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum status viewer_make_folder(struct str *ret, struct err *err)
{
    const char *names[] = {getenv("XDG_RUNTIME_DIR"), getenv("TMPDIR"), "/tmp"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (!names[i] || *names[i] != '/')
            continue;
        autostr folder = STR_INIT;
        str_addf(&folder, "%s/orjon-XXXXXX", names[i]);
        if (mkdtemp(folder.buf)) {
            str_add(ret, folder.buf);
            return STATUS_OK;
        }
    }
    return err_set(err, status_of_errno(errno), _("There is no folder for the paper to look at"));
}

void viewer_remove(const char *path)
{
    autostr folder = STR_INIT;
    str_add_n(&folder, path, (size_t)(strrchr(path, '/') - path));
    unlink(path);
    rmdir(folder.buf);
}

bool viewer_open(const char *path)
{
    const char *x = getenv("DISPLAY"), *wayland = getenv("WAYLAND_DISPLAY");
    const char *const argv[] = {"xdg-open", path, NULL};
    int code = 0;
    if (!(x && *x) && !(wayland && *wayland))
        return false;
    return child_start(argv, &code, NULL) == STATUS_OK && code == 0;
}
