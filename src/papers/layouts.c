// SPDX-License-Identifier: GPL-3.0-or-later
// The layouts that there are: the program's files (db/CMakeLists.txt lists them), and the office's.
#include "orjon/papers/layouts.h"

#include "layouts_text.h"

#include "orjon/base/mem.h"

#include <string.h>

const struct layout_file *layout_files(size_t *ret_count)
{
    static const struct layout_file files[] = {
#define LAYOUT(name, symbol) {name, (const char *)symbol, symbol##_size},
#include "layouts_table.h"
#undef LAYOUT
    };
    *ret_count = sizeof files / sizeof *files;
    return files;
}

struct layouts {
    struct entry {
        struct layout *layout;
        bool own;
    } * entry;
    size_t count, cap;
};

static void put(struct layouts *layouts, struct layout *layout, bool own)
{
    if (layouts->count == layouts->cap) {
        layouts->cap = layouts->cap ? 2 * layouts->cap : 16;
        layouts->entry = mem_resize(layouts->entry, layouts->cap, sizeof *layouts->entry);
    }
    layouts->entry[layouts->count++] = (struct entry){layout, own};
}

struct layouts *layouts_new(void)
{
    struct layouts *layouts = mem_alloc(sizeof *layouts);
    size_t count = 0;
    const struct layout_file *files = layout_files(&count);
    for (size_t i = 0; i < count; i++) {
        struct layout *layout = NULL;
        autostr faults = STR_INIT;
        if (layout_read(files[i].name, files[i].text, files[i].size, &layout, &faults, NULL) ==
            STATUS_OK) // a test reads them all
            put(layouts, layout, false);
    }
    return layouts;
}

void layouts_free(struct layouts **layouts)
{
    if (!*layouts)
        return;
    for (size_t i = 0; i < (*layouts)->count; i++)
        layout_free(&(*layouts)->entry[i].layout);
    free((*layouts)->entry);
    free(*layouts);
    *layouts = NULL;
}

void layouts_add(struct layouts *layouts, struct layout *layout)
{
    for (size_t i = 0; i < layouts->count; i++) {
        struct entry *entry = &layouts->entry[i];
        if (strcmp(layout_name(entry->layout), layout_name(layout)) != 0)
            continue;
        layout_free(&entry->layout);
        *entry = (struct entry){layout, true};
        return;
    }
    put(layouts, layout, true);
}

const struct layout *layouts_at(const struct layouts *layouts, size_t i)
{
    return i < layouts->count ? layouts->entry[i].layout : NULL;
}

bool layouts_is_own(const struct layouts *layouts, size_t i)
{
    return layouts->entry[i].own;
}

bool layout_is_named(const char *name, const char *names)
{
    const size_t n = strlen(name);
    for (const char *word = names; *word; word += strspn(word, " ")) {
        const size_t length = strcspn(word, " ");
        if (length == n && memcmp(word, name, n) == 0)
            return true;
        word += length;
    }
    return false;
}

const struct layout *layouts_find(const struct layouts *layouts, const char *paper,
                                  const char *names)
{
    for (size_t i = 0; i < layouts->count; i++) {
        const struct layout *layout = layouts->entry[i].layout;
        if (strcmp(layout_paper(layout), paper) == 0 &&
            (!*names || layout_is_named(layout_name(layout), names)))
            return layout;
    }
    return NULL;
}
