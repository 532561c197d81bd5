// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of dates as they stand in the cells of the papers: «২ ৩১/১২/২০২৩ ৩০/০৬/২০২৪».
#include "orjon/domain/date.h"

#include "orjon/base/text.h"

#include <string.h>

static size_t skip_blanks(const char *s, size_t at)
{
    while (s[at] == ' ')
        at++;
    return at;
}

static size_t skip_digits(const char *s, size_t at)
{
    while (s[at] >= '0' && s[at] <= '9')
        at++;
    return at;
}

static bool is_separator(char c)
{
    return c == '/' || c == '.' || c == '-';
}

// The end of digits and one separator at `at` (blanks around allowed), or 0.
static size_t part_end(const char *s, size_t at)
{
    size_t digits = skip_blanks(s, at), end = skip_digits(s, digits);
    size_t separator = skip_blanks(s, end);
    return end > digits && is_separator(s[separator]) ? separator + 1 : 0;
}

// The end of a year: up to four digits, of which the last two may stand apart («২০ ২৪») unless they
// begin the next date.
static size_t year_end(const char *s, size_t at)
{
    size_t start = skip_blanks(s, at), end = skip_digits(s, start);
    if (end - start != 2)
        return end;
    size_t more = skip_blanks(s, end), more_end = skip_digits(s, more);
    bool next_date = is_separator(s[skip_blanks(s, more_end)]);
    return more_end - more == 2 && strncmp(s + start, "20", 2) == 0 && !next_date ? more_end : end;
}

// The end of the date that starts at `at`, or 0 when none does.
static size_t date_end(const char *s, size_t at)
{
    size_t day = part_end(s, at);
    size_t month = day ? part_end(s, day) : 0;
    size_t end = month ? year_end(s, month) : 0;
    return end > month ? end : 0;
}

// The end of a word that may stand between or behind dates.
static size_t filler_end(const char *s, size_t at)
{
    static const char *const words[] = {
        ",",    ";",   " ",  "।",      "খ্রিস্টাব্দ", "খ্রিঃ", "খ্রি.", "খ্রি:",
        "খ্রি।", "খ্রি", "ইং", "তারিখে", "তারিখ",    "টি",   "ও",    "ও",
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strncmp(s + at, words[i], strlen(words[i])) == 0)
            return at + strlen(words[i]);
    return 0;
}

enum status date_read_list(const char *s, size_t n, enum date_mode mode, int32_t *ret_date,
                           size_t max, size_t *ret_count, int *ret_stated, bool *ret_clamped,
                           struct err *err)
{
    autostr text = STR_INIT;
    text_digits(&text, s, n, DIGITS_LATIN);
    size_t count = 0;
    int stated = -1;
    for (size_t at = 0; at < text.len;) {
        size_t end = date_end(text.buf, at);
        size_t digits = skip_digits(text.buf, at);
        if (end) {
            if (count == max)
                return err_set(err, STATUS_INVALID, _("At most %s dates fit here"), SAY(max));
            enum status status =
                date_read(text.buf + at, end - at, mode, &ret_date[count], ret_clamped, err);
            if (status)
                return status;
            count++;
        } else if (digits > at && digits - at <= 3 && count == 0 && stated < 0) {
            stated = 0;
            for (size_t i = at; i < digits; i++)
                stated = stated * 10 + (text.buf[i] - '0');
            end = digits;
        } else {
            end = filler_end(text.buf, at);
        }
        if (!end) // let the reader of one date say what is wrong
            return date_read(s, n, mode, ret_date, ret_clamped, err) == STATUS_OK
                       ? err_set(err, STATUS_INVALID, "%s", status_text(STATUS_INVALID))
                       : STATUS_INVALID;
        at = end;
    }
    *ret_count = count;
    *ret_stated = stated;
    return STATUS_OK;
}
