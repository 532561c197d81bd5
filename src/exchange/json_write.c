// SPDX-License-Identifier: GPL-3.0-or-later
// Structs written as JSON.
#include "json.h"

#include <inttypes.h>

static void write_text(const char *s, struct str *ret)
{
    str_add_char(ret, '"');
    for (; *s; s++)
        if (*s == '"' || *s == '\\')
            str_addf(ret, "\\%c", *s);
        else if (*s == '\n')
            str_add(ret, "\\n");
        else if ((unsigned char)*s < 0x20)
            str_addf(ret, "\\u%04x", (unsigned)*s);
        else
            str_add_char(ret, *s);
    str_add_char(ret, '"');
}

static void write_list(const struct json_member *member, const char *at, struct str *ret)
{
    const char *item = *(const char *const *)(const void *)at;
    const size_t count = *(const size_t *)(const void *)(at + sizeof item);
    str_add_char(ret, '[');
    for (size_t i = 0; i < count; i++) {
        str_add(ret, i ? ",\n" : "\n");
        json_write(member->of, item + i * member->of->size, ret);
    }
    str_add_char(ret, ']');
}

static void write_value(const struct json_member *member, const char *at, struct str *ret)
{
    switch (member->type) {
    case MEMBER_TEXT:
        write_text(*(const char *const *)(const void *)at, ret);
        return;
    case MEMBER_WHOLE:
        str_addf(ret, "%" PRId64, *(const int64_t *)(const void *)at);
        return;
    case MEMBER_PART:
        json_write(member->of, at, ret);
        return;
    case MEMBER_LIST:
        write_list(member, at, ret);
    }
}

// Whether it may be left out, as reading makes the same of it.
static bool is_nothing(const struct json_member *member, const char *at)
{
    if (member->needed || member->type == MEMBER_PART)
        return false;
    if (member->type == MEMBER_WHOLE)
        return *(const int64_t *)(const void *)at == 0;
    if (member->type == MEMBER_TEXT)
        return **(const char *const *)(const void *)at == '\0';
    return *(const size_t *)(const void *)(at + sizeof(void *)) == 0;
}

void json_write(const struct json_shape *shape, const void *from, struct str *ret)
{
    bool first = true;
    str_add_char(ret, '{');
    for (size_t i = 0; i < shape->members; i++) {
        const struct json_member *member = &shape->member[i];
        const char *at = (const char *)from + member->at;
        if (is_nothing(member, at))
            continue;
        str_addf(ret, "%s\"%s\":", first ? "" : ",", member->name);
        write_value(member, at, ret);
        first = false;
    }
    str_add_char(ret, '}');
}
