// SPDX-License-Identifier: GPL-3.0-or-later
// The papers of records that tests print, and the offices whose they are.
#pragma once

#include "../dossier_case.h"
#include "../paper_case.h"

#include "orjon/report/writer.h"

struct record_golden {
    const char *name;    // of the file
    const char *records; // the file of them
    const char *kind, *layout;
};

static const struct record_golden record_goldens[] = {
    {"kahalu-cover", "kahalu", "cover", ""},
    {"kahalu-certificate", "kahalu", "certificate", ""},
    {"kahalu-certificate-new", "kahalu", "certificate", "certificate-new"},
    {"kahalu-notice", "kahalu", "notice", ""},
    {"kahalu-attendance", "kahalu", "attendance", ""},
    {"kahalu-minutes", "kahalu", "minutes", ""},
    {"kahalu-letter", "kahalu", "letter", ""},
    {"kahalu-decisions", "kahalu", "decisions", ""},
    {"kahalu-memos", "kahalu", "memos", ""},
    {"kahalu-proofs", "kahalu", "proofs", ""},
    {"khulna-progress", "khulna", "progress", ""},
    {"department-minutes", "department", "minutes", "minutes-headquarters"},
};
enum { RECORD_GOLDENS = sizeof record_goldens / sizeof *record_goldens };

static inline const struct record_golden *record_golden_find(const char *name)
{
    for (size_t i = 0; i < RECORD_GOLDENS; i++)
        if (strcmp(record_goldens[i].name, name) == 0)
            return &record_goldens[i];
    return NULL;
}

static const struct {
    const char *records;
    enum office_field field;
    const char *text;
} record_offices[] = {
    {"kahalu", OFFICE_NAME, "উপজেলা সমবায় কার্যালয়, কাহালু, বগুড়া"},
    {"kahalu", OFFICE_MINISTRY, "স্থানীয় সরকার, পল্লী উন্নয়ন ও সমবায় মন্ত্রণালয়"},
    {"kahalu", OFFICE_PLACE, "কাহালু, বগুড়া"},
    {"kahalu", OFFICE_MOTTOS, "“সমবায় শক্তি”; “সমবায় মুক্তি”"},
    {"kahalu", OFFICE_OFFICER, "মোঃ মাহফুজুর রহমান"},
    {"kahalu", OFFICE_DESIGNATION, "উপজেলা সমবায় অফিসার"},
    {"kahalu", OFFICE_SUPERIOR, "জেলা সমবায় অফিসার"},
    {"kahalu", OFFICE_SUPERIOR_OFFICE, "জেলা সমবায় কার্যালয়, বগুড়া"},
    {"kahalu", OFFICE_MEMO, "৪৭.৬১.১০৫৪.০০০.৩৯.০১৪.২২."},
    {"kahalu", OFFICE_COPIES, "জেলা সমবায় অফিসার, বগুড়া।; অফিস কপি।"},
    {"khulna", OFFICE_NAME, "জেলা সমবায় কার্যালয়, খুলনা"},
    {"khulna", OFFICE_PLACE, "খুলনা"},
    {"khulna", OFFICE_OFFICER, "গৌতম হরি মণ্ডল"},
    {"khulna", OFFICE_DESIGNATION, "জেলা সমবায় কর্মকর্তা"},
    {"department", OFFICE_NAME, "সমবায় অধিদপ্তর"},
    {"department", OFFICE_MINISTRY, "স্থানীয় সরকার, পল্লী উন্নয়ন ও সমবায় মন্ত্রণালয়"},
    {"department", OFFICE_BRANCH, "এমআইএস"},
    {"department", OFFICE_WEBSITE, "www.coop.gov.bd"},
    {"department", OFFICE_PLACE, "ঢাকা"},
};

static inline struct paper *record_golden_paper(const struct record_golden *golden)
{
    struct paper_case *c = case_new(4);
    autodossier dossier = {0};
    const bool kahalu = strcmp(golden->records, "kahalu") == 0;
    office_done(&c->office);
    for (size_t i = 0; i < sizeof record_offices / sizeof *record_offices; i++)
        if (strcmp(record_offices[i].records, golden->records) == 0)
            case_set(c, record_offices[i].field, record_offices[i].text);
    dossier_case_read(&dossier, golden->records);
    if (kahalu)
        case_load(c, "2023-24/coop-upazila-grades/egov");
    if (strcmp(golden->kind, "decisions") == 0)
        dossier_keep_open(&dossier, date_of(2024, 6, 30));
    dossier.plan = kahalu ? c->plan[0] : NULL;
    c->request.fiscal_year = kahalu ? 2023 : 2019;
    c->request.date = date_of(2024, 6, 30);
    c->request.dossier = &dossier;
    c->request.layout = golden->layout;
    struct paper *paper = case_compose(c, golden->kind);
    case_free(c);
    return paper;
}
