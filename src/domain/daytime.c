// SPDX-License-Identifier: GPL-3.0-or-later
// Times of the day as clerks write them.
#include "orjon/domain/daytime.h"

#include "orjon/base/text.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum part { ANY, MORNING, DAY, AFTERNOON, NIGHT };

// Words beside the figures: the part of the day they name, and minutes that they add.
static const struct word {
    const char *text;
    enum part part;
    int minutes;
} words[] = {
    {"সকাল", MORNING, 0},
    {"সকালে", MORNING, 0},
    {"ভোর", MORNING, 0},
    {"পূর্বাহ্ন", MORNING, 0},
    {"am", MORNING, 0},
    {"a.m.", MORNING, 0},
    {"a.m", MORNING, 0},
    {"বেলা", DAY, 0},
    {"দুপুর", DAY, 0},
    {"দুপুরে", DAY, 0},
    {"বিকাল", AFTERNOON, 0},
    {"বিকালে", AFTERNOON, 0},
    {"বিকেল", AFTERNOON, 0},
    {"বিকেলে", AFTERNOON, 0},
    {"অপরাহ্ন", AFTERNOON, 0},
    {"সন্ধ্যা", AFTERNOON, 0},
    {"সন্ধ্যায়", AFTERNOON, 0},
    {"সন্ধা", AFTERNOON, 0},
    {"pm", AFTERNOON, 0},
    {"p.m.", AFTERNOON, 0},
    {"p.m", AFTERNOON, 0},
    {"রাত", NIGHT, 0},
    {"রাতে", NIGHT, 0},
    {"রাত্রি", NIGHT, 0},
    {"সাড়ে", ANY, 30},
    {"সোয়া", ANY, 15},
    {"পৌনে", ANY, -15},
    {"টা", ANY, 0},
    {"টায়", ANY, 0},
    {"টার", ANY, 0},
    {"ঘটিকা", ANY, 0},
    {"ঘটিকায়", ANY, 0},
    {"ঘটিকার", ANY, 0},
    {"ঘণ্টা", ANY, 0},
    {"মিনিট", ANY, 0},
    {"মিনিটে", ANY, 0},
    {"মি.", ANY, 0},
    {"মিঃ", ANY, 0},
    {"o'clock", ANY, 0},
    {"hours", ANY, 0},
    {"hrs", ANY, 0},
    {"h", ANY, 0},
    {".", ANY, 0},
    {"।", ANY, 0},
    {",", ANY, 0},
};

struct reading {
    int figure[2]; // hour, minute
    int figures;
    enum part part;
    int more; // minutes
};

static const struct word *find(const char *folded, size_t n)
{
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        autostr word = STR_INIT;
        text_fold(words[i].text, strlen(words[i].text), &word);
        if (word.len == n && memcmp(word.buf, folded, n) == 0)
            return &words[i];
    }
    return NULL;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

// The minutes stand behind a sign and have two digits, or follow a word and have one or two.
static bool take_figure(struct reading *reading, const char **at, bool behind_sign)
{
    char *end = NULL;
    const long figure = strtol(*at, &end, 10);
    const long digits = end - *at;
    *at = end;
    if (reading->figures == 2 || digits > 2 || (behind_sign && digits != 2))
        return false;
    reading->figure[reading->figures++] = (int)figure;
    return true;
}

static bool take_word(struct reading *reading, const char **at)
{
    size_t n = 0;
    while ((*at)[n] && (*at)[n] != ' ' && !is_digit((*at)[n]))
        n++;
    const struct word *word = find(*at, n);
    if (!word || (word->part && reading->part) || (word->minutes && reading->more))
        return false;
    if (word->part)
        reading->part = word->part;
    reading->more += word->minutes;
    *at += n;
    return true;
}

static size_t sign_before_digit(const char *at)
{
    static const char *const signs[] = {":", ".", "ঃ"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        const size_t n = strlen(signs[i]);
        if (strncmp(at, signs[i], n) == 0 && is_digit(at[n]))
            return n;
    }
    return 0;
}

static bool take_all(struct reading *reading, const char *at)
{
    bool fine = true;
    while (fine && *at) {
        const size_t sign = reading->figures == 1 ? sign_before_digit(at) : 0;
        if (*at == ' ')
            at++;
        else if (sign)
            fine = take_figure(reading, (at += sign, &at), true);
        else
            fine = is_digit(*at) ? take_figure(reading, &at, false) : take_word(reading, &at);
    }
    return fine && reading->figures > 0;
}

// The hour of the clock: «দুপুর ১টা» is 13, «রাত ১২টা» 0, «রাত ২টা» 2.
static int hour_of(const struct reading *reading)
{
    const int hour = reading->figure[0];
    if (reading->part == ANY || hour > 12)
        return hour;
    const bool after_noon = reading->part == AFTERNOON || (reading->part == DAY && hour < 6) ||
                            (reading->part == NIGHT && hour >= 6 && hour < 12);
    if (hour == 12)
        return reading->part == AFTERNOON || reading->part == DAY ? 12 : 0;
    return after_noon ? hour + 12 : hour;
}

enum status daytime_read(const char *s, size_t n, int *ret_minutes, struct err *err)
{
    struct reading reading = {0};
    autostr folded = STR_INIT;
    text_fold(s, n, &folded);
    const bool read = take_all(&reading, folded.buf);
    const int minutes = hour_of(&reading) * 60 + reading.figure[1] + reading.more;
    if (!read || reading.figure[1] > 59 || (reading.more && reading.figure[1]) || minutes < 0 ||
        minutes >= 24 * 60)
        return err_set(err, STATUS_INVALID, _("“%.*s” is no time of the day; write it as 10:30"),
                       (int)n, s);
    *ret_minutes = minutes;
    return STATUS_OK;
}

// From noon on the hours begin anew, and the part of the day stands before them.
static const struct {
    int until; // hour
    const char *word;
} parts[] = {{12, ""}, {15, "দুপুর "}, {18, "বিকাল "}, {20, "সন্ধ্যা "}, {24, "রাত "}};

void daytime_write(struct str *ret, int minutes, enum digits digits)
{
    const int hour = minutes / 60;
    autostr figures = STR_INIT;
    size_t part = 0;
    while (hour >= parts[part].until)
        part++;
    str_add(ret, parts[part].word);
    str_addf(&figures, part ? "%d.%02d" : "%02d.%02d", hour > 12 ? hour - 12 : hour, minutes % 60);
    text_digits(ret, figures.buf, figures.len, digits);
}

void daytime_write_iso(struct str *ret, int minutes)
{
    str_addf(ret, "%02d:%02d", minutes / 60, minutes % 60);
}
