// SPDX-License-Identifier: GPL-3.0-or-later
#include "orjon/base/module.h"

#include "orjon/base/i18n.h"
#include "orjon/base/str.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <link.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

// From the program's own folder, so that an installation may be moved; the last is where it was
// meant to be.
static const char *const places[] = {"", MODULES_FROM_PROGRAM "/", "../lib/orjon/", NULL};

static void program_folder(struct str *ret)
{
    char program[PATH_MAX];
    const ssize_t n = readlink("/proc/self/exe", program, sizeof program);
    const char *slash = n > 0 ? memrchr(program, '/', (size_t)n) : NULL;
    str_add_n(ret, program, slash ? (size_t)(slash + 1 - program) : 0);
}

static bool find(const char *name, struct str *ret)
{
    autostr folder = STR_INIT;
    program_folder(&folder);
    for (size_t i = 0; folder.len && places[i]; i++) {
        str_reset(ret);
        str_addf(ret, "%s%s%s.so", folder.buf, places[i], name);
        if (access(ret->buf, F_OK) == 0)
            return true;
    }
    str_reset(ret);
    str_addf(ret, MODULES_INSTALLED "/%s.so", name);
    return access(ret->buf, F_OK) == 0;
}

// Whether the file is there to its end, where its last table stands: what was copied by half would
// end the program when it is loaded.
static bool is_whole(const char *path)
{
    ElfW(Ehdr) head;
    struct stat file;
    const int fd = open(path, O_RDONLY | O_CLOEXEC);
    const bool read_it =
        fd >= 0 && fstat(fd, &file) == 0 && read(fd, &head, sizeof head) == (ssize_t)sizeof head;
    if (fd >= 0)
        close(fd);
    return read_it && memcmp(head.e_ident, ELFMAG, SELFMAG) == 0 &&
           head.e_shoff + (uint64_t)head.e_shnum * head.e_shentsize <= (uint64_t)file.st_size;
}

// «libzip.so.4: cannot open shared object file: …» → «libzip.so.4»
static void library_of(const char *complaint, struct str *ret)
{
    const size_t n = strcspn(complaint, ": ");
    autostr name = STR_INIT;
    str_add_n(&name, complaint, n);
    const bool is_library = strstr(name.buf, ".so") && !strchr(name.buf, '/');
    str_add(ret, is_library ? name.buf : complaint);
}

static enum status not_loaded(const struct module *module, const char *path, struct err *err)
{
    const char *complaint = dlerror();
    autostr library = STR_INIT;
    library_of(complaint ? complaint : path, &library);
    if (*module->package)
        return err_set(err, STATUS_FAILED, _("%s lacks %s. Install the package %s and try again"),
                       module->name, library.buf, module->package);
    return err_set(err, STATUS_FAILED, _("%s lacks %s. Install that library and try again"),
                   module->name, library.buf);
}

enum status module_symbol(const struct module *module, const char *symbol, void **ret,
                          struct err *err)
{
    autostr path = STR_INIT;
    if (!find(module->name, &path))
        return err_set(err, STATUS_NOT_FOUND, _("%s is not there. Install orjon once more"),
                       path.buf);
    if (!is_whole(path.buf))
        return err_set(err, STATUS_FAILED, _("%s is not whole. Install orjon once more"), path.buf);
    void *loaded = dlopen(path.buf, RTLD_NOW | RTLD_LOCAL);
    if (!loaded)
        return not_loaded(module, path.buf, err);
    const char *version = dlsym(loaded, "orjon_module_version");
    *ret = dlsym(loaded, symbol);
    if (!*ret || !version || strcmp(version, ORJON_VERSION) != 0)
        return err_set(err, STATUS_FAILED,
                       _("%s belongs to another version of orjon. Install orjon once more"),
                       path.buf);
    return STATUS_OK;
}
