// SPDX-License-Identifier: GPL-3.0-or-later
// The parts that papers are composed of.
#pragma once

#include "item.h"

// Head and foot of a paper: what stands above and below its tables (letterhead.c).
void letterhead_settings(const struct paper_request *request, const char *title,
                         const struct layout *const *layouts, size_t count,
                         struct paper_settings *ret, struct arena *arena);
// What stands at the bottom of each page, so that paper and file can be matched later: office,
// plan, quarter, seal. `of` NULL: of no plan alone.
const char *letterhead_footer(const struct paper_request *request, const struct paper_plan *of,
                              struct arena *arena);
// Starts a part with that footer; the title is a phrase.
void letterhead_part(struct paper *paper, const char *title, const struct paper_request *request,
                     const struct paper_plan *of);
// Lines that end with one without text; those of a layout that stand above each plan, or above all.
void letterhead_lines(struct paper *paper, const struct layout_line *lines,
                      const struct paper_request *request, const struct plan *plan);
void letterhead_title(struct paper *paper, const struct layout *layout, bool of_plan,
                      const struct paper_request *request, const struct plan *plan);
// The letters of a finalised plan, below its tables: pages that show several plans have no foot for
// them, and some formats none at all.
void letterhead_seal(struct paper *paper, const struct paper_plan *of);
void letterhead_foot(struct paper *paper, const struct layout *layout,
                     const struct paper_request *request);

// The layouts of the request's plans for that kind of paper; INVALID when there is none (paper.c).
enum status papers_choose(const struct paper_request *request, const char *paper,
                          const struct layout **layouts, struct err *err);
enum status papers_no_layout(const struct layouts *layouts, const char *paper, const char *name,
                             struct err *err);
// The return of a plan of the request as a paper alone, as it was finalised where that is given.
struct paper *papers_letter(const struct paper_request *request, const struct layout *layout,
                            size_t i);
#define TARGETS_PART "লক্ষ্যমাত্রা: {plan} {year}"
// `part` is the title of a plan's part, where the layout gives it one; a phrase.
void papers_put(struct paper *paper, const struct layout *const *layouts, const char *part,
                const struct paper_request *request);

// All papers of a quarter as one (packet.c).
enum status packet_compose(const struct paper_kind *kind, const struct paper_request *request,
                           struct paper **ret, struct err *err);

// A paper of records, of which kind it may be (blocks.c), and its blocks as part of another paper.
enum status blocks_compose(const struct paper_kind *kind, const struct paper_request *request,
                           struct paper **ret, struct err *err);
void blocks_put(struct paper *paper, const struct layout *layout,
                const struct paper_request *request);
struct scene;
// The table of a block and of its columns behind it; false where it has no row (block_table.c).
bool block_table_put(struct paper *paper, const struct scene *scene,
                     const struct layout_block *block);

// The table of a plan, or its tables (rows.c).
void rows_put(struct paper *paper, const struct layout *layout, const struct paper_request *request,
              const struct paper_plan *of);

// Marks of a plan in the last rows of its table, of an area up to the item below its rows, and of
// all plans in a table of their own (rollup.c).
void rollup_plan(struct table *table, const struct layout_column *column, size_t columns,
                 const struct item *item);
void rollup_area(struct table *table, const struct layout_column *column, size_t columns,
                 const struct item *item);
void rollup_all(struct paper *paper, const struct paper_request *request);
