// SPDX-License-Identifier: GPL-3.0-or-later
// The docx module: the parts of the package. The office that gets it can change it in Word.
#include "day.h"
#include "docx.h"
#include "zip/parts.h"

enum { TOP = 12000, EDGE = 6000 };

#define TYPES "application/vnd.openxmlformats-officedocument.wordprocessingml."
#define RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

static const char content_types[] = DOCX_HEAD
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
    "<Default Extension=\"rels\" "
    "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    "<Override PartName=\"/word/document.xml\" ContentType=\"" TYPES "document.main+xml\"/>"
    "<Override PartName=\"/word/styles.xml\" ContentType=\"" TYPES "styles+xml\"/>"
    "<Override PartName=\"/word/settings.xml\" ContentType=\"" TYPES "settings+xml\"/>"
    "<Override PartName=\"/word/fontTable.xml\" ContentType=\"" TYPES "fontTable+xml\"/>"
    "<Override PartName=\"/word/header1.xml\" ContentType=\"" TYPES "header+xml\"/>"
    "<Override PartName=\"/word/footer1.xml\" ContentType=\"" TYPES "footer+xml\"/>"
    "<Override PartName=\"/docProps/core.xml\" "
    "ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
    "</Types>\n";

static const char package_relations[] = DOCX_HEAD
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    "<Relationship Id=\"rId1\" Type=\"" RELATIONS "officeDocument\" Target=\"word/document.xml\"/>"
    "<Relationship Id=\"rId2\" "
    "Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
    "core-properties\" "
    "Target=\"docProps/core.xml\"/></Relationships>\n";

static const char document_relations[] = DOCX_HEAD
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    "<Relationship Id=\"rId1\" Type=\"" RELATIONS "styles\" Target=\"styles.xml\"/>"
    "<Relationship Id=\"rId2\" Type=\"" RELATIONS "settings\" Target=\"settings.xml\"/>"
    "<Relationship Id=\"rId3\" Type=\"" RELATIONS "fontTable\" Target=\"fontTable.xml\"/>"
    "<Relationship Id=\"rId4\" Type=\"" RELATIONS "header\" Target=\"header1.xml\"/>"
    "<Relationship Id=\"rId5\" Type=\"" RELATIONS "footer\" Target=\"footer1.xml\"/>"
    "</Relationships>\n";

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

// A paragraph style with a size in half points; a line height of 0 leaves it to the font.
static void add_style(struct str *ret, const char *name, int half_points)
{
    str_addf(ret,
             "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"%s\"><w:name "
             "w:val=\"%s\"/><w:basedOn w:val=\"Normal\"/><w:rPr><w:sz w:val=\"%d\"/><w:szCs "
             "w:val=\"%d\"/></w:rPr></w:style>",
             name, name, half_points, half_points);
}

static void add_styles(struct str *ret, enum language language)
{
    str_addf(ret,
             DOCX_HEAD
             "<w:styles " DOCX_SPACES "><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts "
             "w:ascii=\"Nikosh\" w:hAnsi=\"Nikosh\" w:eastAsia=\"Nikosh\" w:cs=\"Nikosh\"/>"
             "<w:sz w:val=\"20\"/><w:szCs w:val=\"20\"/>"
             "<w:lang w:val=\"%s\" w:bidi=\"bn-BD\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
             "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/></w:pPr>"
             "</w:pPrDefault></w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\" "
             "w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>",
             language == LANGUAGE_ENGLISH ? "en-GB" : "bn-BD");
    add_style(ret, "Large", 40);
    add_style(ret, "Cell", 20);
    add_style(ret, "CellSmall", 18);
    add_style(ret, "Gap", 2);
    str_add(ret, "</w:styles>\n");
}

static void add_document(const struct docx *docx)
{
    const struct paper_settings *settings = &docx->paper->settings;
    str_add(docx->ret, DOCX_HEAD "<w:document " DOCX_SPACES "><w:body>\n");
    docx_blocks(docx);
    str_addf(docx->ret,
             "<w:sectPr>%s<w:footerReference w:type=\"default\" r:id=\"rId5\"/><w:pgSz w:w=\"%d\" "
             "w:h=\"%d\"%s/><w:pgMar w:top=\"%d\" w:right=\"%d\" w:bottom=\"%d\" w:left=\"%d\" "
             "w:header=\"%d\" w:footer=\"%d\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>\n",
             *settings->mark ? "<w:headerReference w:type=\"default\" r:id=\"rId4\"/>" : "",
             docx_twips(settings->landscape ? A4_LONG : A4_SHORT),
             docx_twips(settings->landscape ? A4_SHORT : A4_LONG),
             settings->landscape ? " w:orient=\"landscape\"" : "", docx_twips(TOP),
             docx_twips(MARGIN), docx_twips(TOP), docx_twips(MARGIN_BINDING), docx_twips(EDGE),
             docx_twips(EDGE));
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
    TYPES_PART,
    RELATIONS_PART,
    CORE,
    DOCUMENT,
    LINKS,
    STYLES,
    SETTINGS,
    FONTS,
    HEADER,
    FOOTER,
    PARTS
};

writer_function docx_write; // what module.c loads
enum status docx_write(const struct paper *paper, const struct writer_options *options,
                       struct str *ret, struct err *err)
{
    static const char *const names[PARTS] = {"[Content_Types].xml",
                                             "_rels/.rels",
                                             "docProps/core.xml",
                                             "word/document.xml",
                                             "word/_rels/document.xml.rels",
                                             "word/styles.xml",
                                             "word/settings.xml",
                                             "word/fontTable.xml",
                                             "word/header1.xml",
                                             "word/footer1.xml"};
    static const char *const fixed[PARTS] = {[TYPES_PART] = content_types,
                                             [RELATIONS_PART] = package_relations,
                                             [LINKS] = document_relations,
                                             [SETTINGS] = settings_part,
                                             [FONTS] = font_table};
    struct part parts[PARTS];
    for (int i = 0; i < PARTS; i++) {
        parts[i] = (struct part){names[i], STR_INIT};
        str_add(&parts[i].text, fixed[i] ? fixed[i] : "");
    }
    bool wide = paper->settings.landscape;
    struct docx docx = {.paper = paper,
                        .options = options,
                        .width = (wide ? A4_LONG : A4_SHORT) - MARGIN_BINDING - MARGIN,
                        .height = (wide ? A4_SHORT : A4_LONG) - 2 * TOP};
    add_core(&parts[CORE].text, &paper->settings);
    add_styles(&parts[STYLES].text, paper->settings.language);
    docx.ret = &parts[DOCUMENT].text, add_document(&docx);
    docx.ret = &parts[HEADER].text, docx_header(&docx);
    docx.ret = &parts[FOOTER].text, docx_footer(&docx);
    enum status status = parts_pack(parts, PARTS, ret, err);
    for (int i = 0; i < PARTS; i++)
        str_done(&parts[i].text);
    return status;
}
