// SPDX-License-Identifier: GPL-3.0-or-later
#include "left.h"

#include "orjon/base/mem.h"

#include <string.h>

static struct left_text *find(const struct left_texts *left, const char *box)
{
    for (size_t i = 0; i < left->count; i++)
        if (strcmp(left->at[i].box, box) == 0)
            return &left->at[i];
    return NULL;
}

void left_keep(struct left_texts *left, const char *box, const char *text)
{
    left_drop(left, box);
    left->at = mem_resize(left->at, left->count + 1, sizeof *left->at);
    left->at[left->count++] = (struct left_text){.box = mem_copy_text(box, strlen(box)),
                                                 .text = mem_copy_text(text, strlen(text))};
}

const char *left_find(const struct left_texts *left, const char *box)
{
    const struct left_text *found = find(left, box);
    return found ? found->text : NULL;
}

void left_drop(struct left_texts *left, const char *box)
{
    struct left_text *found = find(left, box);
    if (!found)
        return;
    free(found->box);
    free(found->text);
    *found = left->at[--left->count];
}

void left_done(struct left_texts *left)
{
    for (size_t i = 0; i < left->count; i++) {
        free(left->at[i].box);
        free(left->at[i].text);
    }
    free(left->at);
    *left = (struct left_texts){0};
}
