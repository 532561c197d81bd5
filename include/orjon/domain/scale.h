// SPDX-License-Identifier: GPL-3.0-or-later
// The scale of a plan: which percents of the mark its grades earn («#scale» of a plan file).
#pragma once

#include "orjon/base/error.h"
#include "orjon/base/mem.h"
#include "orjon/base/str.h"

#include <stdbool.h>
#include <stddef.h>

enum { GRADES_MAX = 9 };

// 100 90 80 70 60: অসাধারণ, অতি উত্তম, উত্তম, চলতি মান, চলতি মানের নিম্নে, where a plan says nothing.
struct scale {
    size_t grades;                // 1 to GRADES_MAX
    int percent[GRADES_MAX];      // 100 … 1, falling; the first is that of the target
    const char *name[GRADES_MAX]; // "" where the grade has none
    char column[GRADES_MAX][12];  // of a plan file: target, grade_90 …
};
extern const struct scale scale_usual;

// Reads «100 80 60», each with its name behind a bar if it has one: «100|অতি উত্তম 80|উত্তম». Names
// go into the arena. Empty is the usual scale. INVALID when the percents do not fall, or are none.
enum status scale_read(const char *s, size_t n, struct arena *arena, struct scale *ret,
                       struct err *err);
// Appends it as scale_read reads it; nothing for the usual scale.
void scale_write(const struct scale *scale, struct str *ret);
