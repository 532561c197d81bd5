// SPDX-License-Identifier: GPL-3.0-or-later
// What every fuzz target needs: libFuzzer calls LLVMFuzzerTestOneInput with bytes that nobody would
// type, over and over; a target calls `require` for what must hold whatever they are.
#pragma once

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);
int LLVMFuzzerInitialize(int *argc, char ***argv); // of targets that prepare something

// Not assert: it must hold in a build for use, too.
#define require(what)                                                                              \
    ((what) ? (void)0                                                                              \
            : (fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #what), abort()))
