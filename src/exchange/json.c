// SPDX-License-Identifier: GPL-3.0-or-later
// JSON read into structs. The only file that knows a JSON library.
#include "json.h"

#include "orjon/base/text.h"

#include <jansson.h>
#include <string.h>

// Where a value stands, for messages: from the value outwards.
struct path {
    const struct path *up;
    const char *name;
    size_t index; // from 1, of a list; 0: none
};

struct reading {
    struct arena *arena;
    struct err *err;
};

static void write_path(const struct path *path, struct str *ret)
{
    if (!path)
        return;
    write_path(path->up, ret);
    if (path->index)
        str_addf(ret, "[%zu]", path->index);
    else
        str_addf(ret, "%s%s", path->up ? "." : "", path->name);
}

static enum status wrong(const struct reading *reading, const struct path *path, const char *what)
{
    autostr where = STR_INIT;
    write_path(path, &where);
    return err_set(reading->err, STATUS_INVALID, "%s: %s", where.buf, what);
}

static enum status read_object(const struct reading *reading, const struct path *path,
                               const struct json_shape *shape, const json_t *object, void *ret);

static enum status read_text(const struct reading *reading, const struct path *path,
                             const struct json_member *member, const json_t *value,
                             const char **ret)
{
    autostr clean = STR_INIT;
    if (!json_is_string(value))
        return wrong(reading, path, _("no text"));
    const char *text = json_string_value(value);
    const size_t n = json_string_length(value);
    if (n > (size_t)member->most)
        return wrong(reading, path, _("longer than it may be"));
    if (strlen(text) != n ||
        (!text_is_plain(text, n) && (text_read_lines(text, n, &clean, reading->err) ||
                                     clean.len != n || memcmp(clean.buf, text, n) != 0)))
        return wrong(reading, path, _("not the text that orjon writes"));
    *ret = arena_text(reading->arena, text, n);
    return STATUS_OK;
}

static enum status read_number(const struct reading *reading, const struct path *path,
                               const struct json_member *member, const json_t *value, int64_t *ret)
{
    if (!json_is_integer(value))
        return wrong(reading, path, _("no whole number"));
    *ret = json_integer_value(value);
    return *ret < member->least || *ret > member->most
               ? wrong(reading, path, _("a number that cannot be"))
               : STATUS_OK;
}

static enum status read_list(const struct reading *reading, const struct path *path,
                             const struct json_member *member, const json_t *value, void *ret)
{
    if (!json_is_array(value))
        return wrong(reading, path, _("no list"));
    const size_t count = json_array_size(value);
    if (count > (size_t)member->most)
        return wrong(reading, path, _("longer than it may be"));
    char *item = arena_alloc(reading->arena, (count + 1) * member->of->size);
    *(void **)ret = item;
    *(size_t *)(void *)((char *)ret + sizeof(void *)) = count;
    enum status status = STATUS_OK;
    for (size_t i = 0; i < count && !status; i++) {
        const struct path at = {path, "", i + 1};
        status = read_object(reading, &at, member->of, json_array_get(value, i),
                             item + i * member->of->size);
    }
    return status;
}

static enum status read_member(const struct reading *reading, const struct path *path,
                               const struct json_member *member, const json_t *value, void *ret)
{
    switch (member->type) {
    case MEMBER_TEXT:
        return read_text(reading, path, member, value, ret);
    case MEMBER_WHOLE:
        return read_number(reading, path, member, value, ret);
    case MEMBER_PART:
        return read_object(reading, path, member->of, value, ret);
    case MEMBER_LIST:
        return read_list(reading, path, member, value, ret);
    }
    return STATUS_OK;
}

// As if it had been written with nothing in it.
static void leave_out(const struct json_member *member, char *at)
{
    if (member->type == MEMBER_TEXT)
        *(const char **)(void *)at = "";
    else if (member->type == MEMBER_PART)
        for (size_t i = 0; i < member->of->members; i++)
            leave_out(&member->of->member[i], at + member->of->member[i].at);
}

static enum status read_object(const struct reading *reading, const struct path *path,
                               const struct json_shape *shape, const json_t *object, void *ret)
{
    enum status status = json_is_object(object) ? STATUS_OK : wrong(reading, path, _("no object"));
    for (size_t i = 0; i < shape->members && !status; i++) {
        const struct json_member *member = &shape->member[i];
        const struct path at = {path, member->name, 0};
        const json_t *value = json_object_get(object, member->name);
        if (value)
            status = read_member(reading, &at, member, value, (char *)ret + member->at);
        else if (member->needed)
            status = wrong(reading, &at, _("it is missing"));
        else
            leave_out(member, (char *)ret + member->at);
    }
    return status;
}

enum status json_read(const struct json_shape *shape, const char *bytes, size_t n, void *ret,
                      struct arena *arena, struct err *err)
{
    json_error_t error;
    const struct reading reading = {arena, err};
    json_t *object = json_loadb(bytes, n, JSON_REJECT_DUPLICATES, &error);
    if (!object)
        return err_set(err, STATUS_INVALID, _("line %s: this is no JSON, or it is cut short"),
                       SAY(error.line));
    memset(ret, 0, shape->size);
    enum status status = read_object(&reading, NULL, shape, object, ret);
    json_decref(object);
    return status;
}
