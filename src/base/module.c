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

// What the linker puts before the program's own parts.
extern const ElfW(Ehdr) __ehdr_start __attribute__((visibility("hidden")));

static bool is_for_this_machine(const ElfW(Ehdr) * head)
{
    return head->e_ident[EI_CLASS] == __ehdr_start.e_ident[EI_CLASS] &&
           head->e_ident[EI_DATA] == __ehdr_start.e_ident[EI_DATA] &&
           head->e_machine == __ehdr_start.e_machine;
}

// Whether the file is there to its end, where its last table stands: what was copied by half, or
// has its length but not yet its bytes, would end the program when it is loaded.
static bool reaches_its_end(int fd, const ElfW(Ehdr) * head)
{
    ElfW(Shdr) names; // the table of the sections' names
    struct stat file;
    const uint64_t at = head->e_shoff + (uint64_t)head->e_shstrndx * head->e_shentsize;
    return fstat(fd, &file) == 0 &&
           head->e_shoff + (uint64_t)head->e_shnum * head->e_shentsize <= (uint64_t)file.st_size &&
           pread(fd, &names, sizeof names, (off_t)at) == (ssize_t)sizeof names &&
           names.sh_type == SHT_STRTAB;
}

static enum status of_another_system(const char *path, struct err *err)
{
    return err_set(
        err, STATUS_FAILED,
        _("%s was built for another or a newer system. Install the orjon of this system, or build "
          "it here"),
        path);
}

static enum status look_at(const char *path, struct err *err)
{
    ElfW(Ehdr) head;
    const int fd = open(path, O_RDONLY | O_CLOEXEC);
    const bool is_module = fd >= 0 && read(fd, &head, sizeof head) == (ssize_t)sizeof head &&
                           memcmp(head.e_ident, ELFMAG, SELFMAG) == 0;
    const bool is_ours = is_module && is_for_this_machine(&head);
    const bool is_whole = is_ours && reaches_its_end(fd, &head);
    if (fd >= 0)
        close(fd);
    if (is_module && !is_ours)
        return of_another_system(path, err);
    if (!is_whole)
        return err_set(err, STATUS_FAILED, _("%s is not whole. Install orjon once more"), path);
    return STATUS_OK;
}

// «libzip.so.4: cannot open shared object file: …» → «libzip.so.4»; false for another complaint: a
// library is there, but without what the module was built with.
static bool library_of(const char *complaint, struct str *ret)
{
    static const char of_musl[] = "Error loading shared library ";
    if (strncmp(complaint, of_musl, sizeof of_musl - 1) == 0)
        complaint += sizeof of_musl - 1;
    str_add_n(ret, complaint, strcspn(complaint, ": "));
    return strstr(ret->buf, ".so") && !strchr(ret->buf, '/');
}

static enum status not_loaded(const struct module *module, const char *path, struct err *err)
{
    const char *complaint = dlerror();
    autostr library = STR_INIT;
    if (!library_of(complaint ? complaint : path, &library))
        return of_another_system(path, err);
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
    const enum status status = look_at(path.buf, err);
    if (status)
        return status;
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
