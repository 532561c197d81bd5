// SPDX-License-Identifier: GPL-3.0-or-later
// The particulars of an office, as its papers show them.
#pragma once

#include "orjon/base/error.h"
#include "orjon/base/i18n.h"
#include "orjon/base/mem.h"

#include <stdbool.h>
#include <stddef.h>

// key in the office file and on the command line, label, hint
#define OFFICE_FIELD_LIST(_)                                                                       \
    _(NAME, "name", N_("Office"), N_("as on the papers: উপজেলা সমবায় কার্যালয়, কাজিপুর, সিরাজগঞ্জ"))  \
    _(MINISTRY, "ministry", N_("Ministry"), N_("second line of the letterhead"))                   \
    _(PLACE, "place", N_("Place"), N_("upazila and district, under the signature"))                \
    _(OFFICER, "officer", N_("Officer who signs"),                                                 \
      N_("name; empty: who holds the post on the date of the paper"))                              \
    _(DESIGNATION, "designation", N_("Designation"), N_("with (অঃদাঃ) if acting"))                 \
    _(SUPERIOR, "superior", N_("Return goes to"), N_("designation of the superior officer"))       \
    _(SUPERIOR_OFFICE, "superior_office", N_("Superior office"), N_("its name and place"))         \
    _(MEMO, "memo", N_("Memo number"),                                                             \
      N_("what ends with a full stop gets a dotted line for the pen; “blank”: only that"))         \
    _(DATE, "date", N_("Date on the papers"),                                                      \
      N_("empty: the day of printing; “blank”: a dotted line for the pen"))                        \
    _(COPIES, "copies", N_("Copies to"), N_("one after the other with ; between"))                 \
    _(FISCAL_YEAR, "fiscal_year", N_("Fiscal year in hand"), N_("like 2024-25"))                   \
    _(QUARTER, "quarter", N_("Quarter in hand"), N_("1 to 4"))                                     \
    _(CLOSED_YEAR, "closed_year", N_("Closed up to year"),                                         \
      N_("figures up to it stay as they are; empty: no year is closed"))                           \
    _(FAMILY, "family", N_("Family of plans"), N_("which offices' plans it follows"))              \
    _(LEVEL, "level", N_("Level"), N_("upazila, district, division or department"))                \
    _(BRANCH, "branch", N_("Branch"), N_("line of the letterhead under the office; may be empty")) \
    _(WEBSITE, "website", N_("Website"), N_("last line of the letterhead; may be empty"))          \
    _(MOTTOS, "mottos", N_("Mottos"), N_("of the cover, one after the other with ; between"))      \
    _(CODE, "code", N_("Code"), N_("by which the office above knows this one"))                    \
    _(PACKET, "packet", N_("Parts of the packet"), N_("cover,contents,return,…; empty: all"))      \
    _(SAMPLE, "sample", N_("Sample"), N_("1 marks screens and papers as a sample"))

enum office_field {
#define X(name, key, label, hint) OFFICE_##name,
    OFFICE_FIELD_LIST(X)
#undef X
        OFFICE_FIELDS
};

// What an office may have otherwise for one of its plans, with the key «memo.egov».
#define OFFICE_OWN_LIST(_)                                                                         \
    _(MEMO, "memo")     /* its letter's memo number, in place of the office's */                   \
    _(ORDER, "order")   /* its place among the plans, in place of the template's */                \
    _(PACKET, "packet") /* the parts of its packet alone, in place of the office's */

enum office_own {
#define X(name, key) OFFICE_OWN_##name,
    OFFICE_OWN_LIST(X)
#undef X
        OFFICE_OWNS
};
enum { OFFICE_ORDER_MAX = 999 };

// What a particular says that is left to the pen: «blank» in the file.
extern const char office_blank[];

struct office_own_set {
    const char *key, *text;
};

struct office {
    const char *field[OFFICE_FIELDS]; // never NULL; clean NFC text
    struct office_own_set *own;       // those that are set
    size_t owns;
    int fiscal_year, quarter; // read from their fields
    int closed_year;          // likewise; 0: none
    bool sample;
    bool officer_by_post,
        designation_by_post; // not set, but of who holds the signing post (post.h)
    struct arena text;       // owns the fields
};

const char *office_key(enum office_field field);
const char *office_label(enum office_field field); // in the user's language
const char *office_hint(enum office_field field);
int office_field_from_key(const char *key); // -1 when unknown

// The plan that the key of a particular of one plan names, in the key; NULL when it is no such key.
const char *office_own_plan(const char *key);
// What is set for that plan; "" when nothing is.
const char *office_own(const struct office *office, enum office_own own, const char *plan);

// What people call a level of offices in a language: of the usual four it knows the words of both,
// any other is called as it was written.
const char *office_level_name(enum language language, const char *level);

void office_init(struct office *office); // all empty
void office_done(struct office *office);
// The parts of a packet (packet.h) of that plan alone; plan NULL: of all.
unsigned office_packet(const struct office *office, const char *plan);
// Checks and sets a field from what was typed; INVALID says what was expected.
enum status office_set(struct office *office, enum office_field field, const char *s, size_t n,
                       struct err *err);
// The same for whichever particular has that key, also one of a plan; NOT_FOUND when none has.
// *ret_text is what is kept; may be NULL.
enum status office_set_key(struct office *office, const char *key, const char *s, size_t n,
                           const char **ret_text, struct err *err);
// LOCKED: a figure or target of that year may not change, as the year is closed; how it is opened.
enum status office_refuse_closed(int fiscal_year, struct err *err);
