// SPDX-License-Identifier: GPL-3.0-or-later
// Texts that name dates, taken apart. Papers write months by name in two languages and two
// calendars, days with an ending (১২ই), and words behind the year.
#include "datetoken.h"

#include "orjon/base/str.h"
#include "orjon/base/text.h"

#include <string.h>
#include <strings.h>

struct word {
    const char *word; // where one begins another, the longest is meant
    enum date_token_kind kind;
    int value; // of a month 1 to 12; 1 of a sign that may end a sentence, and of a colon
};

static const struct word months[] = {
    {"জানুয়ারি", DATE_MONTH, 1},   {"জানুয়ারী", DATE_MONTH, 1},   {"জানু", DATE_MONTH, 1},
    {"ফেব্রুয়ারি", DATE_MONTH, 2},  {"ফেব্রুয়ারী", DATE_MONTH, 2},  {"ফেব্রু", DATE_MONTH, 2},
    {"মার্চ", DATE_MONTH, 3},      {"এপ্রিল", DATE_MONTH, 4},     {"মে", DATE_MONTH, 5},
    {"জুন", DATE_MONTH, 6},        {"জুলাই", DATE_MONTH, 7},      {"আগস্ট", DATE_MONTH, 8},
    {"আগষ্ট", DATE_MONTH, 8},      {"অগাস্ট", DATE_MONTH, 8},     {"সেপ্টেম্বর", DATE_MONTH, 9},
    {"সেপ্টে", DATE_MONTH, 9},     {"সেপ্ট", DATE_MONTH, 9},      {"অক্টোবর", DATE_MONTH, 10},
    {"অক্টো", DATE_MONTH, 10},     {"নভেম্বর", DATE_MONTH, 11},   {"নভে", DATE_MONTH, 11},
    {"ডিসেম্বর", DATE_MONTH, 12},  {"ডিসে", DATE_MONTH, 12},     {"january", DATE_MONTH, 1},
    {"jan", DATE_MONTH, 1},       {"february", DATE_MONTH, 2},  {"feb", DATE_MONTH, 2},
    {"march", DATE_MONTH, 3},     {"mar", DATE_MONTH, 3},       {"april", DATE_MONTH, 4},
    {"apr", DATE_MONTH, 4},       {"may", DATE_MONTH, 5},       {"june", DATE_MONTH, 6},
    {"jun", DATE_MONTH, 6},       {"july", DATE_MONTH, 7},      {"jul", DATE_MONTH, 7},
    {"august", DATE_MONTH, 8},    {"aug", DATE_MONTH, 8},       {"september", DATE_MONTH, 9},
    {"sept", DATE_MONTH, 9},      {"sep", DATE_MONTH, 9},       {"october", DATE_MONTH, 10},
    {"oct", DATE_MONTH, 10},      {"november", DATE_MONTH, 11}, {"nov", DATE_MONTH, 11},
    {"december", DATE_MONTH, 12}, {"dec", DATE_MONTH, 12},
};

static const struct word bengali_months[] = {
    {"বৈশাখ", DATE_MONTH, 1},   {"জ্যৈষ্ঠ", DATE_MONTH, 2},  {"জৈষ্ঠ", DATE_MONTH, 2},
    {"আষাঢ়", DATE_MONTH, 3},    {"শ্রাবণ", DATE_MONTH, 4},  {"ভাদ্র", DATE_MONTH, 5},
    {"আশ্বিন", DATE_MONTH, 6},   {"কার্তিক", DATE_MONTH, 7}, {"অগ্রহায়ণ", DATE_MONTH, 8},
    {"অগ্রহায়ন", DATE_MONTH, 8}, {"পৌষ", DATE_MONTH, 9},    {"মাঘ", DATE_MONTH, 10},
    {"ফাল্গুন", DATE_MONTH, 11},  {"ফাল্গুণ", DATE_MONTH, 11}, {"চৈত্র", DATE_MONTH, 12},
};

static const struct word others[] = {
    {"/", DATE_SIGN, 0},          {".", DATE_SIGN, 1},          {"।", DATE_SIGN, 1},
    {"৷", DATE_SIGN, 1},          {"⁄", DATE_SIGN, 0},          {"∕", DATE_SIGN, 0},
    {",", DATE_STOP, 0},          {";", DATE_STOP, 0},          {":", DATE_STOP, 1},
    {"ও", DATE_STOP, 0},          {"এবং", DATE_STOP, 0},        {"and", DATE_STOP, 0},
    {"&", DATE_STOP, 0},          {"থেকে", DATE_UNTIL, 0},      {"হতে", DATE_UNTIL, 0},
    {"to", DATE_UNTIL, 0},        {"বঙ্গাব্দ", DATE_BENGALI, 0},  {"বাংলা", DATE_BENGALI, 0},
    {"খ্রিস্টাব্দ", DATE_FILLER, 0}, {"খ্রিষ্টাব্দ", DATE_FILLER, 0}, {"খ্রীস্টাব্দ", DATE_FILLER, 0},
    {"খ্রীষ্টাব্দ", DATE_FILLER, 0}, {"খৃস্টাব্দ", DATE_FILLER, 0},   {"খৃষ্টাব্দ", DATE_FILLER, 0},
    {"খ্রি", DATE_FILLER, 0},      {"খ্রী", DATE_FILLER, 0},      {"খৃ", DATE_FILLER, 0},
    {"ঃ", DATE_FILLER, 0},        {"ইংরেজি", DATE_FILLER, 0},   {"ইং", DATE_FILLER, 0},
    {"তারিখের", DATE_FILLER, 0},  {"তারিখে", DATE_FILLER, 0},   {"তারিখ", DATE_FILLER, 0},
    {"তাং", DATE_FILLER, 0},      {"পর্যন্ত", DATE_FILLER, 0},    {"মধ্যে", DATE_FILLER, 0},
    {"এর", DATE_FILLER, 0},       {"সাল", DATE_FILLER, 0},      {"সালের", DATE_FILLER, 0},
    {"সন", DATE_FILLER, 0},       {"ই", DATE_FILLER, 0},        {"শে", DATE_FILLER, 0},
    {"লা", DATE_FILLER, 0},       {"রা", DATE_FILLER, 0},       {"ঠা", DATE_FILLER, 0},
    {"st", DATE_FILLER, 0},       {"nd", DATE_FILLER, 0},       {"rd", DATE_FILLER, 0},
    {"th", DATE_FILLER, 0},       {"of", DATE_FILLER, 0},       {"date", DATE_FILLER, 0},
    {"টি", DATE_UNIT, 0},         {"টা", DATE_UNIT, 0},         {"খানা", DATE_UNIT, 0},
    {"(", DATE_OPEN, 0},          {"[", DATE_OPEN, 0},          {")", DATE_CLOSE, 0},
    {"]", DATE_CLOSE, 0},
};

static const struct word dashes[] = {
    {"-", DATE_SIGN, 0}, {"–", DATE_SIGN, 0}, {"—", DATE_SIGN, 0},
    {"−", DATE_SIGN, 0}, {"‑", DATE_SIGN, 0}, {"‐", DATE_SIGN, 0},
};

// The longest word at s, if it is longer than the one found so far.
static bool find(const struct word *words, size_t count, const char *s, const struct word **found)
{
    bool better = false;
    for (size_t i = 0; i < count; i++) {
        const size_t len = strlen(words[i].word);
        if ((*found && len <= strlen((*found)->word)) || strncasecmp(s, words[i].word, len) != 0)
            continue;
        *found = &words[i];
        better = true;
    }
    return better;
}

#define FIND(words) find(words, sizeof(words) / sizeof *(words), s, &word)

// One token at s, which is no blank; returns its length.
static size_t take(const char *s, struct date_token *ret)
{
    size_t n = 0;
    const struct word *word = NULL;
    *ret = (struct date_token){.kind = DATE_NUMBER};
    for (; s[n] >= '0' && s[n] <= '9'; n++)
        if (ret->digits < DATE_DIGITS) {
            ret->digits++;
            ret->value = ret->value * 10 + (s[n] - '0');
        }
    if (n)
        return n;
    FIND(months);
    ret->bengali = FIND(bengali_months);
    if (FIND(others))
        ret->bengali = false;
    ret->dash = FIND(dashes);
    if (!word) {
        ret->kind = DATE_OTHER;
        return text_next(s, strlen(s), 0);
    }
    ret->kind = word->kind;
    ret->value = word->value;
    return strlen(word->word);
}

bool date_tokens(const char *s, size_t n, struct date_token ret[DATE_TOKENS_MAX + 2])
{
    autostr ascii = STR_INIT;
    text_digits(&ascii, s, n, DIGITS_LATIN);
    size_t count = 0;
    bool tight = false;
    for (const char *at = ascii.buf; *at;) {
        if (*at == ' ') {
            at++;
            tight = false;
            continue;
        }
        if (count == DATE_TOKENS_MAX) {
            ret[count].kind = DATE_END;
            return false;
        }
        at += take(at, &ret[count]);
        ret[count++].tight = tight;
        tight = true;
    }
    ret[count] = ret[count + 1] = (struct date_token){.kind = DATE_END};
    return true;
}
