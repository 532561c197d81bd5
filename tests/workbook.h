// SPDX-License-Identifier: GPL-3.0-or-later
// Workbooks made for tests: the parts that every one has around the XML of one sheet.
#pragma once

#include "orjon/base/mem.h"
#include "orjon/base/str.h"

#include <string.h>
#include <zip.h>

#define WORKBOOK_MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define WORKBOOK_REFERENCES "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define WORKBOOK_RELATION(id, type, target)                                                        \
    "<Relationship Id='" id "' Type='" WORKBOOK_REFERENCES "/" type "' Target='" target "'/>"
#define WORKBOOK_RELATIONS(relations)                                                              \
    "<Relationships "                                                                              \
    "xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>" relations              \
    "</Relationships>"
#define WORKBOOK_ROWS(rows)                                                                        \
    "<worksheet xmlns='" WORKBOOK_MAIN "'><sheetData>" rows "</sheetData></worksheet>"

struct workbook_part {
    const char *name, *text;
    size_t n; // 0: as long as the text
};

static inline void workbook_pack(const struct workbook_part *parts, size_t count, struct str *ret)
{
    zip_error_t error;
    zip_source_t *buffer = zip_source_buffer_create(NULL, 0, 0, &error);
    zip_t *zip = mem_there(zip_open_from_source(buffer, ZIP_TRUNCATE, &error));
    zip_stat_t about;
    zip_source_keep(buffer);
    for (size_t i = 0; i < count; i++) {
        const size_t n = parts[i].n ? parts[i].n : strlen(parts[i].text);
        zip_file_add(zip, parts[i].name, zip_source_buffer(zip, parts[i].text, n, 0), 0);
    }
    mem_there(zip_close(zip) ? NULL : buffer);
    zip_source_stat(buffer, &about);
    autofree char *bytes = mem_alloc(about.size + 1);
    zip_source_open(buffer);
    zip_source_read(buffer, bytes, about.size);
    zip_source_close(buffer);
    zip_source_free(buffer);
    str_add_n(ret, bytes, about.size);
}

// A workbook of the sheets «প্রথম», whose XML it is, and «second», with formats and shared texts.
static inline void workbook_make(const char *sheet, size_t n, struct str *ret)
{
    const struct workbook_part parts[] = {
        {"_rels/.rels",
         WORKBOOK_RELATIONS(WORKBOOK_RELATION("r1", "officeDocument", "xl/workbook.xml")), 0},
        {"xl/workbook.xml",
         "<workbook xmlns='" WORKBOOK_MAIN "' xmlns:r='" WORKBOOK_REFERENCES
         "'><sheets><sheet name='প্রথম' sheetId='1' r:id='r1'/>"
         "<sheet name='second' sheetId='2' r:id='r2'/></sheets></workbook>",
         0},
        {"xl/_rels/workbook.xml.rels",
         WORKBOOK_RELATIONS(WORKBOOK_RELATION("r1", "worksheet", "worksheets/sheet1.xml")
                                WORKBOOK_RELATION("r2", "worksheet", "/xl/worksheets/sheet2.xml")
                                    WORKBOOK_RELATION("r3", "sharedStrings", "sharedStrings.xml")
                                        WORKBOOK_RELATION("r4", "styles", "styles.xml")),
         0},
        {"xl/sharedStrings.xml",
         "<sst xmlns='" WORKBOOK_MAIN "'><si><t>plain</t></si><si><r><t>এক, </t></r>"
         "<r><t>\"দুই\"</t></r><rPh><t>aside</t></rPh></si></sst>",
         0},
        {"xl/styles.xml",
         "<styleSheet xmlns='" WORKBOOK_MAIN "'><numFmts>"
         "<numFmt numFmtId='164' formatCode='[$-5000445]dd\\/mm\\/yyyy;@'/>"
         "<numFmt numFmtId='165' formatCode='[Red]00&quot; টি&quot;'/></numFmts>"
         "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs><xf numFmtId='0'/>"
         "<xf numFmtId='9'/><xf numFmtId='14'/><xf numFmtId='164'/><xf numFmtId='165'/>"
         "<xf numFmtId='2'/><xf numFmtId='10'/></cellXfs></styleSheet>",
         0},
        {"xl/worksheets/sheet1.xml", sheet, n},
        {"xl/worksheets/sheet2.xml",
         WORKBOOK_ROWS("<row><c t='inlineStr'><is><t>two</t></is></c></row>"), 0},
    };
    workbook_pack(parts, sizeof parts / sizeof *parts, ret);
}
