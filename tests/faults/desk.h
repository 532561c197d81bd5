// SPDX-License-Identifier: GPL-3.0-or-later
// A few records of every sort for files that are struck: people, a meeting with an item of many
// lines and decisions, one changed and one undone.
#pragma once

#include "orjon/app/records.h"

#include <stdbool.h>

static inline int64_t desk_record(struct app *app, enum record_kind kind, int64_t parent,
                                  const char *field, const char *text)
{
    const struct app_word word = {field, text};
    int64_t id = 0;
    return app_new_record(app, kind, parent, &word, 1, &id, NULL) == STATUS_OK ? id : 0;
}

static inline bool desk_fill(struct app *app)
{
    autostr told = STR_INIT, lines = STR_INIT;
    const int64_t person = desk_record(app, RECORD_PERSON, 0, "name", "নেপাল চন্দ্র সরকার");
    const int64_t meeting = desk_record(app, RECORD_MEETING, 0, "title", "ত্রৈমাসিক সভা");
    const int64_t item = desk_record(app, RECORD_ITEM, meeting, "subject", "ই-নথি");
    const struct app_word more[] = {{"chair", "নেপাল চন্দ্র সরকার"}, {"date", "১০/৬/২৪"}};
    for (int i = 0; i < 100; i++) // longer than a page of the file
        str_addf(&lines, "%d. আলোচনা ও \"সিদ্ধান্ত\"\n\n", i);
    return desk_record(app, RECORD_TERM, person, "designation", "উপজেলা সমবায় অফিসার") &&
           desk_record(app, RECORD_DECISION, item, "text", "ই-নথিতে কাজ করতে হবে") && item &&
           app_set_record(app, RECORD_MEETING, meeting, more, 2, NULL) == STATUS_OK &&
           app_put_field(app, RECORD_ITEM, item, ITEM_DISCUSSION, NULL, lines.buf, NULL) ==
               STATUS_OK &&
           app_put_field(app, RECORD_ITEM, item, ITEM_SUBJECT, NULL, "অন্য", NULL) == STATUS_OK &&
           app_undo_records(app, false, &told, NULL) == STATUS_OK;
}
