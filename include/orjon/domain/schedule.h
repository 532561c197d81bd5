// SPDX-License-Identifier: GPL-3.0-or-later
// Whether an indicator keeps pace with the year, and what would win more marks.
#pragma once

#include "orjon/domain/score.h"

enum schedule {
    SCHEDULE_RESTS,  // nothing filled in, nothing due yet, no case, not applicable
    SCHEDULE_KEPT,   // what was due up to the quarter is done
    SCHEDULE_BEHIND, // something that was due is not
};

// Due by a quarter are the quarterly targets up to it where the plan has them, else an even share
// of the year's target; a rate is due whole; a date when its day has passed.
enum schedule schedule_of(const struct indicator *indicator, const struct year *year, int quarter,
                          const struct score *score, int32_t today);

// How far the year had come by the end of each quarter up to one, in percent of the year's target
// as it stands now (annual of a score); unset where there is none, and in the quarters behind.
void schedule_reached(const struct indicator *indicator, const struct year *year, int quarter,
                      struct mark ret[QUARTERS]);

// Appends what would win more marks, in one clause of the user's language: «for 90 %: 2 more», «for
// 100 %: by 16/03/2024, 12 days left». Nothing when all is won or nothing can be.
void schedule_next_step(const struct indicator *indicator, const struct score *score, int32_t today,
                        struct str *ret);

// The day of a dated indicator that comes next: its own, or that of the first item not yet done.
// False for any other kind, and when all is done.
bool schedule_next_day(const struct indicator *indicator, const struct year *year, int32_t *ret);

// The day by which what is missing can still be done: that day, or else the last one of the year.
// False where it rests (no case, not applicable), is done in full or has no target.
bool schedule_due(const struct indicator *indicator, const struct year *year, int fiscal_year,
                  const struct score *score, int32_t *ret);

// Marks that can still be won: the weight less the marks; unset where there is no weight in force.
struct mark schedule_to_win(const struct score *score);
