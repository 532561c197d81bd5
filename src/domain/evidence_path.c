// SPDX-License-Identifier: GPL-3.0-or-later
// Files as people, terminals and desktops name them. A path is bytes: it need be no text.
#include "orjon/domain/evidence.h"

#include "orjon/base/text.h"

#include <string.h>
#include <strings.h>

struct reader {
    const char *at, *end;
    const char *home;
    struct evidence_list *list;
    struct str path; // being read
};

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static void finish(struct reader *r)
{
    if (r->path.len)
        evidence_list_add(r->list, r->path.buf, r->path.len);
    str_reset(&r->path);
}

static void begin(struct reader *r)
{
    if (r->home && r->end - r->at >= 2 && strncmp(r->at, "~/", 2) == 0) {
        str_add(&r->path, r->home);
        r->at++;
    }
}

static int hex_at(const char *s)
{
    static const char digits[] = "0123456789abcdef";
    const char *found = *s ? strchr(digits, *s | 0x20) : NULL;
    return found ? (int)(found - digits) : -1;
}

static bool is_address(const char *s, size_t n)
{
    const char *colon = memchr(s, ':', n);
    size_t scheme = strspn(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");
    return colon && scheme > 1 && (size_t)(colon - s) == scheme && n - scheme > 1 &&
           colon[1] == '/' && (strncasecmp(s, "file", scheme) == 0 || colon[2] == '/');
}

static enum status refuse_address(const char *s, size_t n, struct err *err)
{
    return err_set(err, STATUS_INVALID, _("%.*s is no file of this machine; save it here first"),
                   (int)n, s);
}

// file:///home/clerk/a%20b.pdf, file://localhost/…, file:/…
static enum status read_address(struct reader *r, size_t n, struct err *err)
{
    static const char *const hosts[] = {"//localhost/", "///"};
    const char *s = r->at + strlen("file:"), *end = r->at + n;
    if (strncasecmp(r->at, "file:", strlen("file:")) != 0)
        return refuse_address(r->at, n, err);
    for (size_t i = 0; i < sizeof hosts / sizeof *hosts; i++)
        if ((size_t)(end - s) >= strlen(hosts[i]) && strncmp(s, hosts[i], strlen(hosts[i])) == 0)
            s += strlen(hosts[i]) - 1;
    if (end - s >= 2 && s[1] == '/')
        return refuse_address(r->at, n, err);
    for (; s < end; s++) {
        const bool coded = *s == '%' && end - s > 2 && hex_at(s + 1) >= 0 && hex_at(s + 2) >= 0;
        const char byte = coded ? (char)(hex_at(s + 1) << 4 | hex_at(s + 2)) : *s;
        if (!byte)
            return refuse_address(r->at, n, err);
        str_add_char(&r->path, byte);
        s += coded ? 2 : 0;
    }
    r->at = end;
    finish(r);
    return STATUS_OK;
}

// A word as a shell would read it, without anything being looked up or run.
static enum status read_word(struct reader *r, struct err *err)
{
    char quote = '\0';
    const char *from = r->at;
    for (begin(r); r->at < r->end && (quote || !is_blank(*r->at)); r->at++) {
        const bool more = r->end - r->at > 1;
        if (quote ? *r->at == quote : *r->at == '\'' || *r->at == '"')
            quote = quote ? '\0' : *r->at;
        else if (*r->at == '\\' && more && (!quote || (quote == '"' && strchr("\"\\$`", r->at[1]))))
            str_add_char(&r->path, *++r->at);
        else
            str_add_char(&r->path, *r->at);
    }
    if (quote)
        return err_set(err, STATUS_INVALID, _("A quote is open: %.*s"), (int)(r->end - from), from);
    finish(r);
    return STATUS_OK;
}

// As a person types it: all of the line, blanks too, but for a path from / on behind a blank, which
// is another one.
static void read_plain(struct reader *r)
{
    begin(r);
    for (; r->at < r->end; r->at++) {
        if (r->path.len && *r->at == ' ' && r->end - r->at > 1 && r->at[1] == '/')
            finish(r);
        else
            str_add_char(&r->path, *r->at);
    }
    finish(r);
}

// Whether a terminal put it there. An apostrophe in a name that somebody types is just that.
static bool is_coded(const char *s, const char *end)
{
    if (s < end && (*s == '\'' || *s == '"'))
        return true;
    for (; s < end; s++)
        if (*s == '\\' || (*s == ' ' && end - s > 1 && (s[1] == '\'' || s[1] == '"')))
            return true;
    return false;
}

static enum status read_line(struct reader *r, struct err *err)
{
    const bool coded = is_coded(r->at, r->end);
    enum status status = STATUS_OK;
    while (status == STATUS_OK && r->at < r->end) {
        size_t n = 0;
        while (r->at + n < r->end && !is_blank(r->at[n]))
            n++;
        if (is_address(r->at, n))
            status = read_address(r, n, err);
        else if (coded)
            status = read_word(r, err);
        else
            read_plain(r);
        while (r->at < r->end && is_blank(*r->at))
            r->at++;
    }
    return status;
}

enum status evidence_path_read(const char *text, size_t n, const char *home,
                               struct evidence_list *ret, struct err *err)
{
    const size_t before = ret->count;
    enum status status = STATUS_OK;
    for (const char *at = text, *end = text + n; status == STATUS_OK && at < end;) {
        size_t length = 0;
        while (at + length < end && at[length] != '\n' && at[length] != '\r' && at[length])
            length++;
        struct reader r = {at, at + length, home, ret, STR_INIT};
        while (r.at < r.end && is_blank(*r.at))
            r.at++;
        while (r.end > r.at && is_blank(r.end[-1]))
            r.end--;
        status = read_line(&r, err);
        str_done(&r.path);
        at += length + (at + length < end);
    }
    if (status == STATUS_OK && ret->count == before)
        return err_set(err, STATUS_INVALID, _("No file was named"));
    return status;
}

// --- what a file is called ----------------------------------------------------------------------

static size_t ending_of(const char *name, size_t n)
{
    enum { ENDING_MAX = 12 };
    const char *dot = strrchr(name, '.');
    const size_t length = dot ? n - (size_t)(dot - name) : 0;
    return length <= ENDING_MAX ? length : 0;
}

bool evidence_file_name(const char *path, struct str *ret)
{
    enum { MOST = 180 }; // bytes, of 255: somebody may put something before it
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    autostr shown = STR_INIT, clean = STR_INIT;
    const size_t before = ret->len;
    text_show(&shown, name);
    text_clean(shown.buf, shown.len, &clean, NULL);
    const char *s = clean.buf + strspn(clean.buf, ". ");
    const size_t n = strlen(s), ending = ending_of(s, n);
    size_t end = n;
    if (n > MOST)
        for (end = n - ending; end + ending > MOST;)
            end = text_prev(s, n, end);
    str_add_n(ret, s, end);
    str_add(ret, end < n ? s + n - ending : "");
    str_add(ret, n ? "" : "file");
    return strcmp(ret->buf + before, name) != 0;
}
