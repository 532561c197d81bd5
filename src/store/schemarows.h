// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a file's schema, as the file has them.
#pragma once

#include "db.h"

// Columns type, name, tbl_name, sql and rootpage, in whatever order the file has its rows.
enum status schema_rows(struct store *store, struct query *ret, struct err *err);
// Unwashed, to be compared; NULL for NULL. Valid until the next step.
const char *schema_text(struct query *row, int column);
enum status schema_count_pages(struct store *store, int64_t *ret, struct err *err);
// Whether root[at] is a page of the file that none before `at` has; page 1 is that of the schema.
bool schema_is_own_page(const int64_t *root, size_t at, int64_t pages);
// The SHA-256 of all rows in hexadecimal, the same for each order of them. A root page counts only
// as being there or not. Left empty where two things share a page, one lies outside of the file, or
// there are more of them than we would ever make.
enum status schema_digest(struct store *store, struct str *ret, struct err *err);
