// SPDX-License-Identifier: GPL-3.0-or-later
// The plan templates that are part of the program; db/CMakeLists.txt lists them.
#include "orjon/store/builtin.h"

#include "plans_text.h"

const struct store_template *store_builtin_templates(size_t *ret_count)
{
    static const struct store_template templates[] = {
#define PLAN(year, family, plan, name, symbol)                                                     \
    {year, family, plan, name, (const char *)symbol, symbol##_size},
#include "plans_table.h"
#undef PLAN
    };
    *ret_count = sizeof templates / sizeof *templates;
    return templates;
}

const char *store_family_names(size_t *ret_size)
{
    *ret_size = family_names_size;
    return (const char *)family_names;
}

const char *store_memo_shapes(size_t *ret_size)
{
    *ret_size = memo_shapes_size;
    return (const char *)memo_shapes;
}
