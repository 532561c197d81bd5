// SPDX-License-Identifier: GPL-3.0-or-later
// XML from outside, element by element.
#pragma once

#include "orjon/base/error.h"
#include "orjon/base/str.h"

struct xml;
// Names are without their namespace.
struct xml_reader {
    void (*start)(struct xml *xml, const char *name, const char **attributes);
    void (*end)(struct xml *xml, const char *name);
    void *data;
};

struct xml {
    const char *file; // for messages
    const struct xml_reader *reader;
    void *data;      // the reader's
    struct str text; // of the element that is read, since its start
    int depth;
    enum status status; // what the reader sets ends the reading
    struct err err;
    void *parser;
};

// Reads a whole document. INVALID: it is not well formed, is nested beyond reason or brings a
// document type, the door of entities: none of our files has one.
enum status xml_read(const char *file, const struct str *text, const struct xml_reader *reader,
                     struct err *err);
// For the reader: the reading ends with the sentence in xml->err.
void xml_stop(struct xml *xml, enum status status);
// The value of an attribute by its name without namespace; NULL when it is not there.
const char *xml_attribute(const char **attributes, const char *name);
// Likewise with «r:» before it, where there is another of the name without.
const char *xml_reference(const char **attributes);
bool xml_is(const char *name, const char *wanted);
