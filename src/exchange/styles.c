// SPDX-License-Identifier: GPL-3.0-or-later
// Number formats (ECMA-376, part 1, 18.8.30 and 18.8.31): whether a number is shown as a date or a
// percent, and with what around it.
#include "workbook.h"

#include "xml.h"

#include <string.h>

enum {
    STYLES_MAX = 65536,
    CUSTOM_MAX = 4096,
    CODE_MAX = 1020 // bytes of a format; spreadsheets have no more than 255 letters
};

// Of the formats that every program knows by number, those that are not «as it is».
static const struct {
    int id;
    const char *code;
} builtin[] = {{1, "0"},
               {2, "0.00"},
               {3, "#,##0"},
               {4, "#,##0.00"},
               {9, "0%"},
               {10, "0.00%"},
               {14, "dd/mm/yyyy"},
               {15, "d-mmm-yy"},
               {16, "d-mmm"},
               {17, "mmm-yy"},
               {22, "dd/mm/yyyy h:mm"},
               {37, "#,##0"},
               {38, "#,##0"},
               {39, "#,##0.00"},
               {40, "#,##0.00"}};

struct styles {
    struct workbook *workbook;
    struct {
        int id;
        const char *code;
    } custom[CUSTOM_MAX];
    size_t customs;
    bool in_cells; // <cellXfs>, not the named styles beside it
};

// Reads over a literal («"টি"», «\ ») or a bracket; its text is appended to ret where one is shown.
// NULL where the format begins with something else.
static const char *skip_literal(const char *s, struct str *ret)
{
    const char *end;
    switch (*s) {
    case '"':
        end = strchr(s + 1, '"');
        end = end ? end : s + strlen(s);
        str_add_n(ret, s + 1, (size_t)(end - s - 1));
        return *end ? end + 1 : end;
    case '\\':
        end = s + 1 + (s[1] != '\0'); // one character
        while ((*end & 0xC0) == 0x80)
            end++;
        str_add_n(ret, s + 1, (size_t)(end - s - 1));
        return end;
    case '[': // a colour, a condition, a language; a currency is shown
        end = strchr(s, ']');
        if (end && s[1] == '$')
            str_add_n(ret, s + 2, strcspn(s + 2, "-]"));
        return end ? end + 1 : s + strlen(s);
    case '_': // as wide as a character, or filled with it
    case '*':
        return s[1] ? s + 2 : s + 1;
    default:
        return NULL;
    }
}

static struct format read_format(struct workbook *workbook, const char *code)
{
    struct format ret = {.before = "", .after = ""};
    struct str text = STR_INIT;
    bool number = false, point = false;
    for (const char *next; *code && *code != ';'; code = next) { // the first of its sections
        next = skip_literal(code, &text);
        if (next)
            continue;
        next = code + 1;
        ret.date |= strchr("dDyY", *code) != NULL;
        if (strchr("0#?", *code)) {
            if (!number)
                ret.before = arena_text(&workbook->texts, text.buf, text.len);
            if (!number)
                str_reset(&text);
            number = true;
            ret.whole += *code == '0' && !point;
            ret.decimals += *code == '0' && point;
        }
        point |= *code == '.';
        if (*code == '%') {
            ret.percent = true;
            str_add_char(&text, '%');
        }
    }
    if (number)
        ret.after = arena_text(&workbook->texts, text.buf, text.len);
    str_done(&text);
    return ret;
}

static const char *code_of(const struct styles *styles, int id)
{
    for (size_t i = 0; i < styles->customs; i++)
        if (styles->custom[i].id == id)
            return styles->custom[i].code;
    for (size_t i = 0; i < sizeof builtin / sizeof *builtin; i++)
        if (builtin[i].id == id)
            return builtin[i].code;
    // Those of East Asian programs that are dates there.
    return (id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? "yyyy-mm-dd" : "";
}

static void add_style(struct styles *styles, const char *id)
{
    struct workbook *w = styles->workbook;
    if (w->styles == STYLES_MAX)
        return;
    if ((w->styles & (w->styles - 1)) == 0)
        w->style = mem_resize(w->style, w->styles ? w->styles * 2 : 1, sizeof *w->style);
    w->style[w->styles++] = read_format(w, code_of(styles, id ? atoi(id) : 0));
}

static void start(struct xml *xml, const char *name, const char **attributes)
{
    struct styles *styles = xml->data;
    styles->in_cells |= xml_is(name, "cellXfs");
    const char *id = xml_attribute(attributes, "numFmtId");
    const char *code = xml_attribute(attributes, "formatCode");
    if (xml_is(name, "numFmt") && id && code && strlen(code) <= CODE_MAX &&
        styles->customs < CUSTOM_MAX) {
        styles->custom[styles->customs].id = atoi(id);
        styles->custom[styles->customs++].code =
            arena_text(&styles->workbook->texts, code, strlen(code));
    }
    if (xml_is(name, "xf") && styles->in_cells)
        add_style(styles, id);
}

static void end(struct xml *xml, const char *name)
{
    struct styles *styles = xml->data;
    styles->in_cells &= !xml_is(name, "cellXfs");
}

enum status styles_read(struct workbook *workbook, const char *part, struct err *err)
{
    autofree struct styles *styles = mem_alloc(sizeof *styles);
    autostr text = STR_INIT;
    styles->workbook = workbook;
    const struct xml_reader reader = {start, end, styles};
    enum status status = package_read(&workbook->package, part, &text, err);
    return status ? status : xml_read(workbook->package.name, &text, &reader, err);
}
