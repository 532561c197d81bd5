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

// A built-in one is read when it is asked for: to read them all takes longer than to print.
struct layouts {
    struct entry {
        const struct layout_file *file; // NULL of the office's own
        struct layout *layout;          // NULL: not read yet
    } * entry;
    size_t count, cap;
};

static struct entry *put(struct layouts *layouts)
{
    if (layouts->count == layouts->cap) {
        layouts->cap = layouts->cap ? 2 * layouts->cap : 64;
        layouts->entry = mem_resize(layouts->entry, layouts->cap, sizeof *layouts->entry);
    }
    layouts->entry[layouts->count] = (struct entry){0};
    return &layouts->entry[layouts->count++];
}

struct layouts *layouts_new(void)
{
    struct layouts *layouts = mem_alloc(sizeof *layouts);
    size_t count = 0;
    const struct layout_file *files = layout_files(&count);
    for (size_t i = 0; i < count; i++)
        put(layouts)->file = &files[i];
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

static const char *name_of(const struct entry *entry)
{
    return entry->file ? entry->file->name : layout_name(entry->layout);
}

void layouts_add(struct layouts *layouts, struct layout *layout)
{
    struct entry *place = NULL;
    for (size_t i = 0; i < layouts->count && !place; i++)
        if (strcmp(name_of(&layouts->entry[i]), layout_name(layout)) == 0)
            place = &layouts->entry[i];
    place = place ? place : put(layouts);
    layout_free(&place->layout);
    *place = (struct entry){.layout = layout};
}

static const struct layout *read_entry(struct entry *entry)
{
    const struct layout_file *file = entry->file;
    autostr faults = STR_INIT;
    if (!entry->layout) // a test reads them all
        layout_read(file->name, file->text, file->size, &entry->layout, &faults, NULL);
    return entry->layout;
}

const struct layout *layouts_at(const struct layouts *layouts, size_t i)
{
    return i < layouts->count ? read_entry(&layouts->entry[i]) : NULL;
}

bool layouts_is_own(const struct layouts *layouts, size_t i)
{
    return !layouts->entry[i].file;
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

// As its file says it, which need not be read for that.
static bool is_for(const struct entry *entry, const char *paper)
{
    static const char key[] = "\n#paper\t";
    const char *word = entry->file ? strstr(entry->file->text, key) : NULL;
    if (!entry->file)
        return strcmp(layout_paper(entry->layout), paper) == 0;
    word = word ? word + strlen(key) : "";
    const size_t n = strcspn(word, "\t\n");
    return strlen(paper) == n && memcmp(word, paper, n) == 0;
}

const struct layout *layouts_find(const struct layouts *layouts, const char *paper,
                                  const char *names)
{
    for (size_t i = 0; i < layouts->count; i++) {
        struct entry *entry = &layouts->entry[i];
        if ((!*names || layout_is_named(name_of(entry), names)) && is_for(entry, paper))
            return read_entry(entry);
    }
    return NULL;
}
