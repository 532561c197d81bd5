// SPDX-License-Identifier: GPL-3.0-or-later
// Dates as they are typed and printed: one, a list, and entries of rows that take them. What is
// written of a date reads back as the same day.
#include "fuzz.h"
#include "printed.h"

#include "orjon/base/text.h"
#include "orjon/domain/date.h"

#include <string.h>

static void reads_back(int32_t date)
{
    for (int i = 0; i < 3; i++) {
        autostr text = STR_INIT, words = STR_INIT;
        int32_t again = 0;
        const struct civil c = date_civil(date);
        if (i < 2)
            date_write(&text, date, i ? DIGITS_LATIN : DIGITS_BENGALI);
        else
            date_write_iso(&text, date);
        require(date_read(text.buf, text.len, DATE_STRICT, &again, NULL, NULL) == STATUS_OK);
        require(again == date && date_of(c.year, c.month, c.day) == date);
        date_write_bengali(&words, date, DIGITS_BENGALI);
        date_write_long(&words, date, DIGITS_BENGALI);
    }
}

static void try_date(const char *s, size_t n, enum date_mode mode)
{
    int32_t date = 0;
    bool clamped = false;
    struct err err = {0};
    if (date_read(s, n, mode, &date, &clamped, &err) == STATUS_OK)
        reads_back(date);
    else
        require(*err.text != '\0');
    require(!clamped || mode == DATE_CLAMP);
    if (date_read_iso(s, n, &date, NULL) == STATUS_OK)
        reads_back(date);
}

static void try_list(const char *s, size_t n, enum date_mode mode)
{
    enum { FEW = 3 };
    int32_t dates[FEW + 1] = {[FEW] = -1}; // the last is not ours to write
    size_t count = 0;
    int stated = 0;
    struct err err = {0};
    bool clamped = false;
    if (date_read_list(s, n, mode, dates, FEW, &count, &stated, &clamped, &err) == STATUS_OK) {
        require(count <= FEW && stated >= -1 && stated <= 999);
        for (size_t i = 0; i < count; i++)
            reads_back(dates[i]);
    } else {
        require(*err.text != '\0');
    }
    require(dates[FEW] == -1);
}

static void try_entry(enum kind kind, enum entry_mode mode, const char *s, size_t n)
{
    const struct indicator indicator = {.unit = "তারিখ", .kind = kind};
    struct entry entry = {0}, again = {0};
    struct err err = {0};
    autostr text = STR_INIT;
    if (entry_read(&indicator, s, n, mode, &entry, &err)) {
        require(*err.text != '\0');
        return;
    }
    require(entry.state < ENTRY_STATE_COUNT && entry.dates <= DATES_MAX);
    entry_write(&text, &indicator, &entry, (struct number_style){.digits = DIGITS_BENGALI});
    require(entry_read(&indicator, text.buf, text.len, ENTRY_PRINTED, &again, &err) == STATUS_OK);
    require(again.state == printed_state(entry.state) && again.dates == entry.dates);
    require(memcmp(again.date, entry.date, entry.dates * sizeof *entry.date) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    const char *s = (const char *)data;
    autostr clean = STR_INIT;
    try_date(s, n, DATE_STRICT);
    if (text_clean(s, n, &clean, NULL))
        return 0;
    for (int mode = 0; mode < 2; mode++) {
        try_date(clean.buf, clean.len, mode ? DATE_CLAMP : DATE_STRICT);
        try_list(clean.buf, clean.len, mode ? DATE_CLAMP : DATE_STRICT);
        try_entry(KIND_DATE, mode ? ENTRY_PRINTED : ENTRY_TYPED, s, n);
        try_entry(KIND_DATES, mode ? ENTRY_PRINTED : ENTRY_TYPED, s, n);
    }
    return 0;
}
