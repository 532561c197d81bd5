// SPDX-License-Identifier: GPL-3.0-or-later
// The pdf writer, of which this is the door. Behind it are Pango and some forty libraries, which
// would make every start of the program twice as long: they are in a module that is loaded when
// the first pdf is asked for.
#include "orjon/report/writer.h"

#include <dlfcn.h>
#include <limits.h>
#include <string.h>
#include <unistd.h>

static const char module_name[] = "orjon-pdf.so";
static const char package[] = "libpangocairo-1.0-0";

// Beside the program, as after a build, or where it was installed.
static void find_module(struct str *ret)
{
    char program[PATH_MAX];
    ssize_t n = readlink("/proc/self/exe", program, sizeof program);
    const char *slash = n > 0 ? memrchr(program, '/', (size_t)n) : NULL;
    if (slash) {
        str_add_n(ret, program, (size_t)(slash + 1 - program));
        str_add(ret, module_name);
        if (access(ret->buf, R_OK) == 0)
            return;
    }
    str_reset(ret);
    str_addf(ret, "%s/%s", ORJON_MODULES, module_name);
}

enum status write_pdf(const struct paper *paper, const struct writer_options *options,
                      struct str *ret, struct err *err)
{
    autostr path = STR_INIT;
    find_module(&path);
    // Never closed: Pango cannot be loaded twice. A module that is there already is not loaded
    // anew.
    void *module = dlopen(path.buf, RTLD_NOW | RTLD_LOCAL);
    writer_function *write = NULL;
    if (module)
        *(void **)&write = dlsym(module, "pdf_write");
    if (!write)
        return err_set(err, STATUS_FAILED,
                       _("Papers as pdf need the package %s; install it and try again (%s)"),
                       package, dlerror());
    return write(paper, options, ret, err);
}
