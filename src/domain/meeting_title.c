// SPDX-License-Identifier: GPL-3.0-or-later
// The number of a meeting in its subject: «নৈতিকতা কমিটির ৩য় সভা».
#include "orjon/domain/meeting.h"

#include "orjon/base/text.h"

#include <stdlib.h>
#include <string.h>

static const char meeting_word[] = " সভা";
enum { NUMBER_MAX = 999 };

static const char *ending(int number)
{
    static const char *const endings[] = {"ম", "য়", "য়", "র্থ", "ম", "ষ্ঠ", "ম", "ম", "ম", "ম"};
    return number <= (int)(sizeof endings / sizeof *endings) ? endings[number - 1] : "তম";
}

// The word that begins at `from` and ends at `to` as an ordinal; 0 when it is none.
static int read_ordinal(const char *from, const char *to)
{
    autostr word = STR_INIT;
    char *end = NULL;
    text_digits(&word, from, (size_t)(to - from), DIGITS_LATIN);
    const long number = strtol(word.buf, &end, 10);
    if (end == word.buf || number < 1 || number > NUMBER_MAX)
        return 0;
    return strcmp(end, ending((int)number)) == 0 || strcmp(end, "তম") == 0 ? (int)number : 0;
}

void meeting_next_title(const char *title, bool anew, struct str *ret)
{
    const char *end = strstr(title, meeting_word);
    const char *from = end;
    while (from && from > title && from[-1] != ' ')
        from--;
    const int number = end ? read_ordinal(from, end) : 0;
    if (!number) {
        str_add(ret, title);
        return;
    }
    autostr next = STR_INIT;
    str_addf(&next, "%d", anew ? 1 : number + 1);
    str_add_n(ret, title, (size_t)(from - title));
    text_digits(ret, next.buf, next.len, DIGITS_BENGALI);
    str_addf(ret, "%s%s", ending(anew ? 1 : number + 1), end);
}
