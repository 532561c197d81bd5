// SPDX-License-Identifier: GPL-3.0-or-later
// JSON read into structs, straight from the bytes: what the table does not know is only looked
// through.
#include "json.h"

#include "json_scan.h"

#include "orjon/base/text.h"

#include <string.h>

// Where a value stands, for messages: from the value outwards.
struct path {
    const struct path *up;
    const char *name;
    size_t index; // from 1, of a list; 0: none
};

struct reading {
    struct scan scan;
    const char *start;
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

static enum status wrong(const struct reading *r, const struct path *path, const char *what)
{
    autostr where = STR_INIT;
    write_path(path, &where);
    return err_set(r->err, STATUS_INVALID, "%s: %s", where.buf, what);
}

static enum status no_json(const struct reading *r)
{
    size_t line = 1;
    for (const char *s = r->start; s < r->scan.at; s++)
        line += *s == '\n';
    return err_set(r->err, STATUS_INVALID, _("line %s: this is no JSON, or it is cut short"),
                   SAY(line));
}

// --- what is asked for --------------------------------------------------------------------------

static enum status read_object(struct reading *r, const struct path *path,
                               const struct json_shape *shape, void *ret);

// Another thing than is asked for: it is said of what is JSON at all.
static enum status other(struct reading *r, const struct path *path, const char *what)
{
    return scan_past(&r->scan) ? wrong(r, path, what) : no_json(r);
}

static enum status read_text(struct reading *r, const struct path *path,
                             const struct json_member *member, const char **ret)
{
    autostr clean = STR_INIT, unpacked = STR_INIT;
    const char *text = "";
    size_t n = 0;
    if (scan_peek(&r->scan) != '"')
        return other(r, path, _("no text"));
    if (!scan_text(&r->scan, &unpacked, &text, &n))
        return no_json(r);
    if (n > (size_t)member->most)
        return wrong(r, path, _("longer than it may be"));
    if (!text_is_plain(text, n) && (text_read_lines(text, n, &clean, r->err) || clean.len != n ||
                                    memcmp(clean.buf, text, n) != 0))
        return wrong(r, path, _("not the text that orjon writes"));
    *ret = arena_text(r->arena, text, n);
    return STATUS_OK;
}

static enum status read_number(struct reading *r, const struct path *path,
                               const struct json_member *member, int64_t *ret)
{
    bool whole = false;
    const char c = scan_peek(&r->scan);
    if (c != '-' && (c < '0' || c > '9'))
        return other(r, path, _("no whole number"));
    if (!scan_number(&r->scan, &whole, ret))
        return no_json(r);
    if (!whole)
        return wrong(r, path, _("no whole number"));
    return *ret < member->least || *ret > member->most
               ? wrong(r, path, _("a number that cannot be"))
               : STATUS_OK;
}

static enum status read_list(struct reading *r, const struct path *path,
                             const struct json_member *member, void *ret)
{
    const size_t size = member->of->size;
    char *item = arena_alloc(r->arena, size);
    size_t count = 0, cap = 1;
    enum status status = STATUS_OK;
    if (!scan_take(&r->scan, '['))
        return other(r, path, _("no list"));
    for (bool more = !scan_take(&r->scan, ']'); more && !status;) {
        const struct path at = {path, "", count + 1};
        if (count == (size_t)member->most)
            return wrong(r, path, _("longer than it may be"));
        item = arena_grow(r->arena, item, count, &cap, size);
        memset(item + count * size, 0, size);
        status = read_object(r, &at, member->of, item + count++ * size);
        more = scan_take(&r->scan, ',');
        if (!status && !more && !scan_take(&r->scan, ']'))
            status = no_json(r);
    }
    *(void **)ret = item;
    *(size_t *)(void *)((char *)ret + sizeof(void *)) = count;
    return status;
}

static enum status read_member(struct reading *r, const struct path *path,
                               const struct json_member *member, void *ret)
{
    switch (member->type) {
    case MEMBER_TEXT:
        return read_text(r, path, member, ret);
    case MEMBER_WHOLE:
        return read_number(r, path, member, ret);
    case MEMBER_PART:
        return read_object(r, path, member->of, ret);
    case MEMBER_LIST:
        return read_list(r, path, member, ret);
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

// orjon writes the members in the order of the table: the next one is looked at first.
static size_t find_member(const struct json_shape *shape, size_t next, const char *name, size_t n)
{
    for (size_t i = 0; i < shape->members; i++) {
        const size_t at = (next + i) % shape->members;
        const char *wanted = shape->member[at].name;
        if (strncmp(wanted, name, n) == 0 && !wanted[n])
            return at;
    }
    return shape->members;
}

static enum status read_named(struct reading *r, const struct path *path,
                              const struct json_shape *shape, size_t *next, uint64_t *seen,
                              void *ret)
{
    autostr unpacked = STR_INIT;
    const char *name = "";
    size_t n = 0;
    if (!scan_text(&r->scan, &unpacked, &name, &n) || !scan_take(&r->scan, ':'))
        return no_json(r);
    const size_t at = find_member(shape, *next, name, n);
    if (at == shape->members)
        return scan_past(&r->scan) ? STATUS_OK : no_json(r);
    if (*seen >> at & 1) // twice
        return no_json(r);
    *seen |= UINT64_C(1) << at;
    *next = at + 1;
    const struct json_member *member = &shape->member[at];
    const struct path below = {path, member->name, 0};
    return read_member(r, &below, member, (char *)ret + member->at);
}

static enum status read_object(struct reading *r, const struct path *path,
                               const struct json_shape *shape, void *ret)
{
    uint64_t seen = 0;
    size_t next = 0;
    enum status status = STATUS_OK;
    if (!scan_take(&r->scan, '{'))
        return other(r, path, _("no object"));
    for (bool more = !scan_take(&r->scan, '}'); more && !status;) {
        status = read_named(r, path, shape, &next, &seen, ret);
        more = !status && scan_take(&r->scan, ',');
        if (!status && !more && !scan_take(&r->scan, '}'))
            status = no_json(r);
    }
    for (size_t i = 0; i < shape->members && !status; i++) {
        const struct json_member *member = &shape->member[i];
        const struct path at = {path, member->name, 0};
        if (!(seen >> i & 1) && member->needed)
            status = wrong(r, &at, _("it is missing"));
        else if (!(seen >> i & 1))
            leave_out(member, (char *)ret + member->at);
    }
    return status;
}

enum status json_read(const struct json_shape *shape, const char *bytes, size_t n, void *ret,
                      struct arena *arena, struct err *err)
{
    struct reading r = {
        .scan = {.at = bytes, .end = bytes + n}, .start = bytes, .arena = arena, .err = err};
    memset(ret, 0, shape->size);
    enum status status =
        scan_peek(&r.scan) == '{' ? read_object(&r, NULL, shape, ret) : no_json(&r);
    if (!status && (scan_peek(&r.scan) || r.scan.at < r.scan.end))
        status = no_json(&r);
    return status;
}
