// SPDX-License-Identifier: GPL-3.0-or-later
// The docx module: the parts of the package. The office that gets it can change it in Word.
#include "day.h"
#include "docx.h"
#include "zip/parts.h"

#include <stdio.h>
#include <string.h>

#define DOCUMENT_TYPE "application/vnd.openxmlformats-officedocument.wordprocessingml."
#define PACKAGE_TYPE "application/vnd.openxmlformats-package."
#define RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define PACKAGE_SPACE "http://schemas.openxmlformats.org/package/2006/"

static const char package_relations[] = DOCX_HEAD
    "<Relationships xmlns=\"" PACKAGE_SPACE "relationships\">"
    "<Relationship Id=\"rId1\" Type=\"" RELATIONS "officeDocument\" Target=\"word/document.xml\"/>"
    "<Relationship Id=\"rId2\" Type=\"" PACKAGE_SPACE "relationships/metadata/core-properties\" "
    "Target=\"docProps/core.xml\"/></Relationships>\n";

// The font of the government's offices; where it is missing, one that shapes as well.
static const char font_table[] = DOCX_HEAD
    "<w:fonts " DOCX_SPACES "><w:font w:name=\"Nikosh\"><w:altName w:val=\"Noto Serif Bengali\"/>"
    "<w:charset w:val=\"00\"/><w:family w:val=\"roman\"/><w:pitch w:val=\"variable\"/></w:font>"
    "</w:fonts>\n";

// As Word lays out since 2013: the edge of a table stands on the margin.
static const char settings_part[] =
    DOCX_HEAD "<w:settings " DOCX_SPACES "><w:zoom w:percent=\"100\"/><w:compat>"
              "<w:compatSetting w:name=\"compatibilityMode\" "
              "w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/>"
              "</w:compat><w:themeFontLang w:val=\"bn-BD\" w:bidi=\"bn-BD\"/></w:settings>\n";

// A style of paragraphs, its size in half points. Its outline level is -1 where it heads nothing.
struct style {
    const char *id, *name;
    int size;
    bool bold;
    int outline;
};

static void add_style(struct str *ret, const struct style *style)
{
    str_addf(ret,
             "<w:style w:type=\"paragraph\" w:styleId=\"%s\"><w:name w:val=\"%s\"/>"
             "<w:basedOn w:val=\"Normal\"/><w:qFormat/><w:pPr>",
             style->id, style->name);
    str_addf(ret, "<w:spacing w:line=\"%d\" w:lineRule=\"exact\"/>", docx_line(style->size));
    if (style->outline >= 0)
        str_addf(ret, "<w:outlineLvl w:val=\"%d\"/>", style->outline);
    str_addf(ret, "</w:pPr><w:rPr>%s<w:sz w:val=\"%d\"/><w:szCs w:val=\"%d\"/></w:rPr></w:style>",
             style->bold ? "<w:b/><w:bCs/>" : "", style->size, style->size);
}

enum { LARGEST = 20 }; // half points of what stands in a cell

static void add_styles(struct str *ret, enum language language)
{
    static const struct style styles[] = {
        {"Heading1", "heading 1", 24, true, 0}, {"Heading2", "heading 2", 22, true, 1},
        {"Title", "Title", 40, true, -1},       {"Large", "Large", 40, false, -1},
        {"TOC1", "toc 1", 20, false, -1},       {"Foot", "Foot", 18, false, -1},
        {"Gap", "Gap", 2, false, -1},
    };
    str_addf(ret,
             DOCX_HEAD
             "<w:styles " DOCX_SPACES "><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts "
             "w:ascii=\"Nikosh\" w:hAnsi=\"Nikosh\" w:eastAsia=\"Nikosh\" w:cs=\"Nikosh\"/>"
             "<w:sz w:val=\"20\"/><w:szCs w:val=\"20\"/>"
             "<w:lang w:val=\"%s\" w:bidi=\"bn-BD\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
             "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"%d\" w:lineRule=\"exact\"/></w:pPr>"
             "</w:pPrDefault></w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\" "
             "w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>",
             language == LANGUAGE_ENGLISH ? "en-GB" : "bn-BD", docx_line(20));
    for (size_t i = 0; i < sizeof styles / sizeof *styles; i++)
        add_style(ret, &styles[i]);
    for (int size = 1; size <= LARGEST; size++) {
        char id[16], name[32];
        snprintf(id, sizeof id, "Cell%d", size);
        snprintf(name, sizeof name, "Cell %d.%d", size / 2, size % 2 * 5);
        add_style(ret, &(struct style){id, name, size, false, -1});
    }
    str_add(ret, "</w:styles>\n");
}

static void add_document(const struct docx *docx)
{
    str_add(docx->ret, DOCX_HEAD "<w:document " DOCX_SPACES "><w:body>\n");
    docx_blocks(docx);
    docx_section_end(docx, docx->printed.parts - 1);
    str_add(docx->ret, "</w:body></w:document>\n");
}

static void add_element(struct str *ret, const char *name, const char *text)
{
    str_addf(ret, "<%s>", name);
    docx_escape(ret, text);
    str_addf(ret, "</%s>", name);
}

static void add_core(struct str *ret, const struct paper_settings *settings)
{
    static const char *const dates[] = {"created", "modified"};
    str_add(ret, DOCX_HEAD
            "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/"
            "metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
            "xmlns:dcterms=\"http://purl.org/dc/terms/\" "
            "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">");
    add_element(ret, "dc:title", settings->title);
    add_element(ret, "dc:subject", settings->subject);
    add_element(ret, "dc:creator", settings->author);
    add_element(ret, "dc:language", settings->language == LANGUAGE_ENGLISH ? "en-GB" : "bn-BD");
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
        str_addf(ret, "<dcterms:%s xsi:type=\"dcterms:W3CDTF\">", dates[i]);
        day_write(ret, settings->day);
        str_addf(ret, "T00:00:00Z</dcterms:%s>", dates[i]);
    }
    str_add(ret, "</cp:coreProperties>\n");
}

enum {
    TYPES,
    PACKAGE,
    CORE,
    DOCUMENT,
    LINKS,
    STYLES,
    SETTINGS,
    FONTS,
    PAGES = DOCX_PAGES, // a header and a footer for each section
};

// What the parts are: a name, a content type, and the document's name for it.
static const struct kind {
    const char *name, *type, *relation;
} kinds[] = {
    [TYPES] = {"[Content_Types].xml", NULL, NULL},
    [PACKAGE] = {"_rels/.rels", NULL, NULL},
    [CORE] = {"docProps/core.xml", PACKAGE_TYPE "core-properties+xml", NULL},
    [DOCUMENT] = {"word/document.xml", DOCUMENT_TYPE "document.main+xml", NULL},
    [LINKS] = {"word/_rels/document.xml.rels", NULL, NULL},
    [STYLES] = {"word/styles.xml", DOCUMENT_TYPE "styles+xml", "styles"},
    [SETTINGS] = {"word/settings.xml", DOCUMENT_TYPE "settings+xml", "settings"},
    [FONTS] = {"word/fontTable.xml", DOCUMENT_TYPE "fontTable+xml", "fontTable"},
    [PAGES] = {NULL, DOCUMENT_TYPE "header+xml", "header"},
    [PAGES + 1] = {NULL, DOCUMENT_TYPE "footer+xml", "footer"},
};

static const struct kind *kind_of(size_t part)
{
    return &kinds[part < PAGES ? part : PAGES + part % 2];
}

// The list of content types, and that of what belongs to the document.
static void add_lists(struct part *parts, size_t count)
{
    struct str *types = &parts[TYPES].text, *links = &parts[LINKS].text;
    str_add(types, DOCX_HEAD "<Types xmlns=\"" PACKAGE_SPACE "content-types\">"
                             "<Default Extension=\"rels\" ContentType=\"" PACKAGE_TYPE
                             "relationships+xml\"/>"
                             "<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
    str_add(links, DOCX_HEAD "<Relationships xmlns=\"" PACKAGE_SPACE "relationships\">");
    for (size_t i = 0; i < count; i++) {
        const struct kind *kind = kind_of(i);
        if (kind->type)
            str_addf(types, "<Override PartName=\"/%s\" ContentType=\"%s\"/>", parts[i].name,
                     kind->type);
        if (kind->relation)
            str_addf(links, "<Relationship Id=\"rId%zu\" Type=\"" RELATIONS "%s\" Target=\"%s\"/>",
                     i, kind->relation, parts[i].name + strlen("word/"));
    }
    str_add(types, "</Types>\n");
    str_add(links, "</Relationships>\n");
}

static void add_parts(struct docx *docx, struct part *parts)
{
    str_add(&parts[PACKAGE].text, package_relations);
    str_add(&parts[SETTINGS].text, settings_part);
    str_add(&parts[FONTS].text, font_table);
    add_core(&parts[CORE].text, &docx->paper->settings);
    add_styles(&parts[STYLES].text, docx->paper->settings.language);
    docx->ret = &parts[DOCUMENT].text, add_document(docx);
    for (size_t i = 0; i < docx->printed.parts; i++) {
        docx->ret = &parts[PAGES + 2 * i].text, docx_header(docx, i);
        docx->ret = &parts[PAGES + 2 * i + 1].text, docx_footer(docx, i);
    }
    add_lists(parts, PAGES + 2 * docx->printed.parts);
}

writer_function docx_write; // what module.c loads
enum status docx_write(const struct paper *paper, const struct writer_options *options,
                       struct str *ret, struct err *err)
{
    struct arena arena = {0};
    struct docx docx = {.paper = paper, .options = options};
    printed_lay(paper, &docx.printed);
    size_t count = PAGES + 2 * docx.printed.parts;
    autofree struct part *parts = mem_alloc(count * sizeof *parts);
    for (size_t i = 0; i < count; i++) {
        char name[64];
        int n = snprintf(name, sizeof name, "word/%s%zu.xml", kind_of(i)->relation, i / 2);
        parts[i].name = i < PAGES ? kinds[i].name : arena_text(&arena, name, (size_t)n);
        parts[i].text = STR_INIT;
    }
    add_parts(&docx, parts);
    enum status status = parts_pack(parts, count, ret, err);
    for (size_t i = 0; i < count; i++)
        str_done(&parts[i].text);
    printed_done(&docx.printed);
    arena_done(&arena);
    return status;
}
