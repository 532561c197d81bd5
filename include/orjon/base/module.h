// SPDX-License-Identifier: GPL-3.0-or-later
// Modules: parts of the program in files of their own, whose libraries would make every start
// several times as long. One is loaded when it is first needed, and stays.
#pragma once

#include "orjon/base/error.h"

// What is built in a module, and what it needs while it runs.
struct module {
    const char *name;    // of the file without «.so»: «orjon-pdf»
    const char *package; // of this system that brings its library; "" where that is not known
};

// The address of a symbol in a module, which is looked for beside the program, in ../lib/orjon of
// it and where it is installed, never in the folder that is worked in. NOT_FOUND when there is no
// such file; FAILED, naming the package or the library, when it cannot be loaded or is of another
// version.
enum status module_symbol(const struct module *module, const char *symbol, void **ret,
                          struct err *err);
