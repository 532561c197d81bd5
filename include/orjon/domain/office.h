// SPDX-License-Identifier: GPL-3.0-or-later
// The particulars of an office, as its papers show them.
#pragma once

#include "orjon/base/error.h"
#include "orjon/base/mem.h"

#include <stdbool.h>
#include <stddef.h>

// key in the office file and on the command line, label, hint
#define OFFICE_FIELD_LIST(_)                                                                       \
    _(NAME, "name", N_("Office"), N_("as on the papers: উপজেলা সমবায় কার্যালয়, কাজিপুর, সিরাজগঞ্জ"))  \
    _(MINISTRY, "ministry", N_("Ministry"), N_("second line of the letterhead"))                   \
    _(PLACE, "place", N_("Place"), N_("upazila and district, under the signature"))                \
    _(OFFICER, "officer", N_("Officer who signs"), N_("name"))                                     \
    _(DESIGNATION, "designation", N_("Designation"), N_("with (অঃদাঃ) if acting"))                 \
    _(SUPERIOR, "superior", N_("Return goes to"), N_("designation of the superior officer"))       \
    _(SUPERIOR_OFFICE, "superior_office", N_("Superior office"), N_("its name and place"))         \
    _(MEMO, "memo", N_("Memo number"), N_("the fixed part, to which the number is added by hand")) \
    _(COPIES, "copies", N_("Copies to"), N_("one after the other with ; between"))                 \
    _(FISCAL_YEAR, "fiscal_year", N_("Fiscal year in hand"), N_("like 2024-25"))                   \
    _(QUARTER, "quarter", N_("Quarter in hand"), N_("1 to 4"))                                     \
    _(FAMILY, "family", N_("Family of plans"), N_("which offices' plans it follows"))              \
    _(LEVEL, "level", N_("Level"), N_("upazila, district, division or department"))                \
    _(SAMPLE, "sample", N_("Sample"), N_("1 marks screens and papers as a sample"))

enum office_field {
#define X(name, key, label, hint) OFFICE_##name,
    OFFICE_FIELD_LIST(X)
#undef X
        OFFICE_FIELDS
};

struct office {
    const char *field[OFFICE_FIELDS]; // never NULL; clean NFC text
    int fiscal_year, quarter;         // read from their fields
    bool sample;
    struct arena text; // owns the fields
};

const char *office_key(enum office_field field);
const char *office_label(enum office_field field); // in the user's language
const char *office_hint(enum office_field field);
int office_field_from_key(const char *key); // -1 when unknown

void office_init(struct office *office); // all empty
void office_done(struct office *office);
// Checks and sets a field from what was typed; INVALID says what was expected.
enum status office_set(struct office *office, enum office_field field, const char *s, size_t n,
                       struct err *err);
