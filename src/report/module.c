// SPDX-License-Identifier: GPL-3.0-or-later
// The writers of pdf, docx and xlsx, of which this is the door. Behind it are Pango, zip and their
// many libraries, which would make every start of the program twice as long: each writer is a
// module that is loaded when the first paper of its format is asked for.
#include "orjon/report/writer.h"

#include <dlfcn.h>
#include <limits.h>
#include <string.h>
#include <unistd.h>

// Beside the program, as after a build, or where it was installed.
static void find_module(const char *format, struct str *ret)
{
    char program[PATH_MAX];
    ssize_t n = readlink("/proc/self/exe", program, sizeof program);
    const char *slash = n > 0 ? memrchr(program, '/', (size_t)n) : NULL;
    if (slash) {
        str_add_n(ret, program, (size_t)(slash + 1 - program));
        str_addf(ret, "orjon-%s.so", format);
        if (access(ret->buf, R_OK) == 0)
            return;
    }
    str_reset(ret);
    str_addf(ret, "%s/orjon-%s.so", ORJON_MODULES, format);
}

// A module is never closed: Pango cannot be loaded twice. One that is there already is not loaded
// anew.
static enum status write_by_module(const char *format, const char *package,
                                   const struct paper *paper, const struct writer_options *options,
                                   struct str *ret, struct err *err)
{
    autostr path = STR_INIT, symbol = STR_INIT;
    writer_function *write = NULL;
    find_module(format, &path);
    str_addf(&symbol, "%s_write", format);
    if (access(path.buf, R_OK) != 0)
        return err_set(err, STATUS_NOT_FOUND, _("%s is not there; without it orjon writes no %s"),
                       path.buf, format);
    void *module = dlopen(path.buf, RTLD_NOW | RTLD_LOCAL);
    if (module)
        *(void **)&write = dlsym(module, symbol.buf);
    if (!write)
        return err_set(err, STATUS_FAILED,
                       _("Papers as %s need the package %s; install it and try again (%s)"), format,
                       package, dlerror());
    return write(paper, options, ret, err);
}

#define MODULE(format, package)                                                                    \
    enum status write_##format(const struct paper *paper, const struct writer_options *options,    \
                               struct str *ret, struct err *err)                                   \
    {                                                                                              \
        return write_by_module(#format, package, paper, options, ret, err);                        \
    }
#ifdef ORJON_PDF
MODULE(pdf, "libpangocairo-1.0-0")
#endif
#ifdef ORJON_DOCX
MODULE(docx, "libzip4")
#endif
#ifdef ORJON_XLSX
MODULE(xlsx, "libxlsxwriter4")
#endif
