// SPDX-License-Identifier: GPL-3.0-or-later
// A workbook: which sheets there are, and the texts that its cells share (ECMA-376, part 1, 18).
#include "workbook.h"

#include "xml.h"

#include "orjon/base/text.h"
#include "orjon/exchange/table.h"

#include <string.h>

enum { SHEETS_MAX = 256, STRINGS_MAX = 1 << 20 };

// What the workbook refers to, by the id of the reference.
struct relation {
    const char *id, *type, *part; // type: the last word of its address
};

struct contents {
    struct workbook *workbook;
    struct relation relation[SHEETS_MAX * 2];
    size_t relations;
    const char *sheet[SHEETS_MAX], *sheet_id[SHEETS_MAX];
    size_t sheets;
    const char *folder; // of the part whose references are read: «xl/»
};

static const char *keep(struct workbook *workbook, const char *text)
{
    return arena_text(&workbook->texts, text ? text : "", text ? strlen(text) : 0);
}

// «worksheets/sheet1.xml» beside the workbook, «/xl/worksheets/sheet1.xml» from the top.
static const char *part_of(struct contents *contents, const char *target)
{
    autostr part = STR_INIT;
    if (*target == '/')
        str_add(&part, target + 1);
    else
        str_addf(&part, "%s%s", contents->folder, target);
    return keep(contents->workbook, part.buf);
}

static void read_relation(struct xml *xml, const char *name, const char **attributes)
{
    struct contents *contents = xml->data;
    const char *type = xml_attribute(attributes, "Type"), *id = xml_attribute(attributes, "Id");
    const char *target = xml_attribute(attributes, "Target");
    const char *mode = xml_attribute(attributes, "TargetMode");
    const size_t max = sizeof contents->relation / sizeof *contents->relation;
    if (!xml_is(name, "Relationship") || !type || !id || !target || contents->relations == max ||
        (mode && xml_is(mode, "External"))) // what lies outside is never followed
        return;
    const char *slash = strrchr(type, '/');
    contents->relation[contents->relations++] = (struct relation){
        keep(contents->workbook, id), keep(contents->workbook, slash ? slash + 1 : type),
        part_of(contents, target)};
}

static void read_sheet(struct xml *xml, const char *name, const char **attributes)
{
    struct contents *contents = xml->data;
    if (xml_is(name, "workbookPr")) {
        const char *value = xml_attribute(attributes, "date1904");
        contents->workbook->from_1904 = value && (*value == '1' || *value == 't');
    }
    const char *id = xml_reference(attributes), *title = xml_attribute(attributes, "name");
    if (!xml_is(name, "sheet") || !id || !title || contents->sheets == SHEETS_MAX)
        return;
    autostr clean = STR_INIT;
    text_clean(title, strlen(title), &clean, NULL); // expat gives UTF-8
    contents->sheet_id[contents->sheets] = keep(contents->workbook, id);
    contents->sheet[contents->sheets++] = keep(contents->workbook, clean.buf);
}

static enum status read_part(struct workbook *workbook, const char *part,
                             const struct xml_reader *reader, struct err *err)
{
    autostr text = STR_INIT;
    enum status status = package_read(&workbook->package, part, &text, err);
    return status ? status : xml_read(workbook->package.name, &text, reader, err);
}

static const struct relation *find(const struct contents *contents, const char *id,
                                   const char *type)
{
    for (size_t i = 0; i < contents->relations; i++) {
        const struct relation *relation = &contents->relation[i];
        if ((!id || strcmp(relation->id, id) == 0) && strcmp(relation->type, type) == 0)
            return relation;
    }
    return NULL;
}

// --- shared texts --------------------------------------------------------------------------------

struct strings {
    struct workbook *workbook;
    struct str text; // of the item that is read, of all its runs
    bool aside;      // in a reading aid, which is no part of the text
};

static void start_string(struct xml *xml, const char *name, const char **attributes)
{
    struct strings *strings = xml->data;
    (void)attributes;
    if (xml_is(name, "si"))
        str_reset(&strings->text);
    strings->aside |= xml_is(name, "rPh");
}

static void end_string(struct xml *xml, const char *name)
{
    struct strings *strings = xml->data;
    struct workbook *w = strings->workbook;
    if (xml_is(name, "rPh"))
        strings->aside = false;
    if (xml_is(name, "t") && !strings->aside)
        str_add_n(&strings->text, xml->text.buf, xml->text.len);
    if (!xml_is(name, "si"))
        return;
    if (w->strings == STRINGS_MAX) {
        err_set(&xml->err, STATUS_INVALID, _("%s: the workbook has more than %s cells"), xml->file,
                SAY(STRINGS_MAX));
        xml_stop(xml, STATUS_INVALID);
        return;
    }
    if (w->strings == w->strings_cap) {
        w->strings_cap = w->strings_cap ? w->strings_cap * 2 : 256;
        w->string = mem_resize(w->string, w->strings_cap, sizeof *w->string);
    }
    w->string[w->strings++] = arena_text(&w->texts, strings->text.buf, strings->text.len);
}

static enum status read_strings(struct workbook *workbook, const char *part, struct err *err)
{
    struct strings strings = {.workbook = workbook, .text = STR_INIT};
    const struct xml_reader reader = {start_string, end_string, &strings};
    const enum status status = read_part(workbook, part, &reader, err);
    str_done(&strings.text);
    return status;
}

// --- the workbook --------------------------------------------------------------------------------

static enum status choose(struct contents *contents, const char *wanted, struct str *ret_rest,
                          struct err *err)
{
    struct workbook *w = contents->workbook;
    autostr known = STR_INIT;
    for (size_t i = 0; i < contents->sheets; i++) {
        const struct relation *relation = find(contents, contents->sheet_id[i], "worksheet");
        if (!relation) // a chart
            continue;
        str_addf(&known, "%s%s", known.len ? ", " : "", contents->sheet[i]);
        if (w->sheet_part && !wanted)
            str_addf(ret_rest, "%s%s", ret_rest->len ? ", " : "", contents->sheet[i]);
        if (w->sheet_part || (wanted && strcmp(wanted, contents->sheet[i]) != 0))
            continue;
        w->sheet = contents->sheet[i];
        w->sheet_part = relation->part;
    }
    if (w->sheet_part)
        return STATUS_OK;
    if (!known.len)
        return err_set(err, STATUS_INVALID, _("%s: this is no workbook (.xlsx)"), w->package.name);
    return err_set(err, STATUS_NOT_FOUND, _("%s: there is no sheet “%s”; there are: %s"),
                   w->package.name, wanted, known.buf);
}

static enum status read_relations(struct contents *contents, const char *part, struct err *err)
{
    const struct xml_reader reader = {read_relation, NULL, contents};
    contents->relations = 0;
    return read_part(contents->workbook, part, &reader, err);
}

// «xl/workbook.xml» is where programs put it; what names it stands in «_rels/.rels».
static enum status find_workbook(struct contents *contents, struct err *err)
{
    enum status status = read_relations(contents, "_rels/.rels", err);
    const struct relation *relation = find(contents, NULL, "officeDocument");
    if (status)
        return status;
    const char *part = relation ? relation->part : "xl/workbook.xml";
    const char *slash = strrchr(part, '/'), *file = slash ? slash + 1 : part;
    contents->folder = arena_text(&contents->workbook->texts, part, (size_t)(file - part));
    autostr references = STR_INIT;
    str_addf(&references, "%s_rels/%s.rels", contents->folder, file);
    const struct xml_reader reader = {read_sheet, NULL, contents};
    status = read_part(contents->workbook, part, &reader, err);
    return status ? status : read_relations(contents, references.buf, err);
}

enum status workbook_open(const char *name, const char *sheet, const struct str *bytes,
                          struct workbook *ret, struct str *ret_rest, struct err *err)
{
    *ret = (struct workbook){0};
    autofree struct contents *contents = mem_alloc(sizeof *contents);
    contents->workbook = ret;
    contents->folder = "";
    enum status status = package_open(name, bytes, &ret->package, err);
    if (status == STATUS_OK)
        status = find_workbook(contents, err);
    if (status == STATUS_OK)
        status = choose(contents, sheet, ret_rest, err);
    const struct relation *strings = find(contents, NULL, "sharedStrings");
    const struct relation *styles = find(contents, NULL, "styles");
    if (status == STATUS_OK && strings)
        status = read_strings(ret, strings->part, err);
    if (status == STATUS_OK && styles)
        status = styles_read(ret, styles->part, err);
    return status == STATUS_NOT_FOUND && !sheet ? STATUS_INVALID : status;
}

void workbook_close(struct workbook *workbook)
{
    package_close(&workbook->package);
    free(workbook->string);
    free(workbook->style);
    arena_done(&workbook->texts);
}

enum status workbook_read(const char *name, const char *sheet, const struct str *bytes,
                          struct str *ret, struct str *ret_sheet, struct str *ret_rest,
                          struct err *err)
{
    struct workbook workbook;
    enum status status = workbook_open(name, sheet, bytes, &workbook, ret_rest, err);
    if (status == STATUS_OK)
        status = sheet_read(&workbook, ret, err);
    if (status == STATUS_OK)
        str_add(ret_sheet, workbook.sheet);
    workbook_close(&workbook);
    return status;
}
