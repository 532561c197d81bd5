// SPDX-License-Identifier: GPL-3.0-or-later
// The papers that tests print: every layout with figures of its own.
#pragma once

#include "../paper_case.h"

#include "orjon/report/writer.h"

struct golden {
    const char *name; // of the file
    const char *kind, *layout;
    int quarter;
    const char *plans[CASE_PLANS];
};

static const struct golden goldens[] = {
    {"return-11", "return", "", 2, {"2024-25/coop-upazila/grs", "2024-25/coop-upazila/egov"}},
    {"return-11-areas", "return", "", 2, {"2024-25/coop-upazila/integrity"}},
    {"return-methods", "return", "", 2, {"2024-25/coop-upazila/apa"}},
    {"return-13", "return", "", 1, {"2023-24/coop-upazila/egov"}},
    {"return-14", "return", "", 1, {"2023-24/coop-upazila/grs", "2023-24/coop-upazila/charter"}},
    {"return-14-targets", "return", "", 1, {"2023-24/coop-upazila/integrity"}},
    {"return-15", "return", "", 1, {"2023-24/coop-upazila/rti"}},
    {"return", "return", "return", 2, {"2023-24/coop-division/charter", "2024-25/coop-upazila/rti"}},
    {"targets", "targets", "", 4, {"2023-24/coop-upazila/rti"}},
    {"grades",
     "targets",
     "grades",
     4,
     {"2023-24/coop-upazila-grades/egov", "2023-24/coop-upazila/rti"}},
    {"scoresheet",
     "scoresheet",
     "",
     1,
     {"2023-24/coop-upazila/grs", "2023-24/coop-upazila/rti", "2023-24/coop-upazila/integrity",
      "2023-24/coop-upazila/egov", "2023-24/coop-upazila/charter"}},
    {"scoresheet-year", "scoresheet", "", 4, {"2023-24/coop-upazila-grades/egov"}},
    {"packet",
     "packet",
     "",
     1,
     {"2023-24/coop-upazila/grs", "2023-24/coop-upazila/rti", "2023-24/coop-upazila/integrity",
      "2023-24/coop-upazila/egov", "2023-24/coop-upazila/charter"}},
};
enum { GOLDENS = sizeof goldens / sizeof *goldens };

static inline struct paper *golden_paper(const struct golden *golden)
{
    struct paper_case *c = case_new(golden->quarter);
    for (size_t i = 0; i < CASE_PLANS && golden->plans[i]; i++) {
        case_load(c, golden->plans[i]);
        case_enter_file(c, i, golden->plans[i]);
    }
    c->request.layout = golden->layout;
    c->request.draft = golden->quarter == 4;
    struct paper *paper = case_compose(c, golden->kind);
    case_free(c);
    return paper;
}
