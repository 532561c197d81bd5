// SPDX-License-Identifier: GPL-3.0-or-later
// Figures as they are typed: a number alone, and entries of rows that count or give a percent. What
// is written of a number reads back as the same one.
#include "fuzz.h"
#include "printed.h"

#include "orjon/base/text.h"

static void reads_back(__int128 value)
{
    for (int i = 0; i < 4; i++) {
        const struct number_style style = {.digits = i % 2 ? DIGITS_LATIN : DIGITS_BENGALI,
                                           .grouped = i / 2 == 1};
        autostr text = STR_INIT;
        __int128 again = -1;
        number_write(&text, value, style);
        require(number_read(text.buf, text.len, &again, NULL, NULL) == STATUS_OK);
        require(again == value);
    }
}

static void try_number(const char *s, size_t n)
{
    __int128 value = -1;
    struct number_look look = {0};
    struct err err = {0};
    enum status status = number_read(s, n, &value, &look, &err);
    if (status) {
        require(*err.text != '\0');
        return;
    }
    int decimals = -1;
    require(value >= 0 && look.decimals <= NUMBER_DECIMALS);
    require(number_unpack(number_pack(value, look.decimals), &decimals) == value);
    require(decimals <= look.decimals || decimals == number_decimals(value));
    reads_back(value);
}

static void try_entry(struct indicator *indicator, enum entry_mode mode, const char *s, size_t n)
{
    struct entry entry = {0}, again = {0};
    struct err err = {0};
    autostr text = STR_INIT;
    if (entry_read(indicator, s, n, mode, &entry, &err)) {
        require(*err.text != '\0');
        return;
    }
    require(entry.state < ENTRY_STATE_COUNT);
    require((!entry.value.set || entry.value.value >= 0) &&
            (!entry.count.set || entry.count.value >= 0) &&
            (!entry.denominator.set || entry.denominator.value > 0));
    entry_write(&text, indicator, &entry, (struct number_style){.digits = DIGITS_BENGALI});
    enum status status = entry_read(indicator, text.buf, text.len, ENTRY_PRINTED, &again, &err);
    require(status == STATUS_OK || (status == STATUS_OVERFLOW && !entry.value.set)); // a percent of
    // what was typed may be too large for a figure
    require(status || again.state == printed_state(entry.state));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    static const char *const units[] = {"", "সংখ্যা", "জন (লক্ষ)", "টাকা"};
    const char *s = (const char *)data;
    autostr clean = STR_INIT;
    try_number(s, n);
    if (text_clean(s, n, &clean, NULL))
        return 0;
    try_number(clean.buf, clean.len);
    for (int i = 0; i < 16; i++) {
        struct indicator indicator = {
            .scale = &scale_usual,
            .unit = units[i % 4],
            .kind = i / 8 ? KIND_PERCENT : KIND_NUMBER,
            .target_count = {.set = i % 2, .value = 50 * NUMBER_ONE},
        };
        try_entry(&indicator, i / 4 % 2 ? ENTRY_PRINTED : ENTRY_TYPED, s, n);
    }
    return 0;
}
