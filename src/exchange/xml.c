// SPDX-License-Identifier: GPL-3.0-or-later
// Expat with everything closed that reaches out of the document.
#include "xml.h"

#include "orjon/base/mem.h"

#include <expat.h>
#include <string.h>

enum { DEPTH_MAX = 64, TEXT_MAX = 1 << 20 };
#define NAMESPACE_END '|'

static const char *local(const char *name)
{
    const char *end = strrchr(name, NAMESPACE_END);
    return end ? end + 1 : name;
}

void xml_stop(struct xml *xml, enum status status)
{
    if (xml->status)
        return;
    xml->status = status;
    XML_StopParser(xml->parser, XML_FALSE);
}

static void refuse(struct xml *xml, const char *sentence)
{
    err_set(&xml->err, STATUS_INVALID, "%s: %s", xml->file, sentence);
    xml_stop(xml, STATUS_INVALID);
}

static void XMLCALL start(void *data, const char *name, const char **attributes)
{
    struct xml *xml = data;
    if (++xml->depth > DEPTH_MAX) {
        refuse(xml, _("the file is nested deeper than any workbook; it is not read"));
        return;
    }
    str_reset(&xml->text);
    xml->reader->start(xml, local(name), attributes);
}

static void XMLCALL end(void *data, const char *name)
{
    struct xml *xml = data;
    xml->depth--;
    if (xml->reader->end && !xml->status)
        xml->reader->end(xml, local(name));
    str_reset(&xml->text);
}

static void XMLCALL characters(void *data, const char *s, int n)
{
    struct xml *xml = data;
    if (xml->text.len + (size_t)n > TEXT_MAX)
        refuse(xml, _("a text in the file is longer than any cell; it is not read"));
    else
        str_add_n(&xml->text, s, (size_t)n);
}

static void XMLCALL doctype(void *data, const char *name, const char *system, const char *public,
                            int internal)
{
    (void)name, (void)system, (void)public, (void)internal;
    refuse(data, _("the file brings a document type with entities; it is not read"));
}

enum status xml_read(const char *file, const struct str *text, const struct xml_reader *reader,
                     struct err *err)
{
    struct xml xml = {.file = file, .reader = reader, .data = reader->data, .text = STR_INIT};
    XML_Parser parser = mem_there(XML_ParserCreateNS(NULL, NAMESPACE_END));
    xml.parser = parser;
    XML_SetUserData(parser, &xml);
    XML_SetElementHandler(parser, start, end);
    XML_SetCharacterDataHandler(parser, characters);
    XML_SetStartDoctypeDeclHandler(parser, doctype);
    const bool whole = XML_Parse(parser, text->buf, (int)text->len, XML_TRUE) == XML_STATUS_OK;
    XML_ParserFree(parser);
    str_done(&xml.text);
    if (xml.status)
        return err_set(err, xml.status, "%s", err_text(&xml.err));
    if (!whole)
        return err_set(err, STATUS_INVALID,
                       _("%s: the file is broken or cut off; save it once more"), file);
    return STATUS_OK;
}

const char *xml_attribute(const char **attributes, const char *name)
{
    for (; *attributes; attributes += 2)
        if (strcmp(*attributes, name) == 0)
            return attributes[1];
    return NULL;
}

const char *xml_reference(const char **attributes)
{
    for (; *attributes; attributes += 2)
        if (strchr(*attributes, NAMESPACE_END) && strcmp(local(*attributes), "id") == 0)
            return attributes[1];
    return NULL;
}

bool xml_is(const char *name, const char *wanted)
{
    return strcmp(name, wanted) == 0;
}
