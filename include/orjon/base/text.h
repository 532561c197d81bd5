// SPDX-License-Identifier: GPL-3.0-or-later
// Bengali text on a grid: syllables, columns, wrapping, cleaning.
//
// A syllable here is a grapheme cluster, joined over hasanta (U+09CD) with the consonant after it,
// as Unicode 15.1's rule GB9c has it and libunistring 1.0 has not: প্র|তি|ষ্ঠা|নি|ক. ZWNJ is a break.
// A column is what glibc, libunistring and most terminals count: spacing vowel signs 1, the others
// 0. It is a count for layout, never a measure of ink.
// All text is NFC UTF-8; positions are byte offsets on syllable boundaries.
#pragma once

#include "orjon/base/error.h"
#include "orjon/base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

size_t text_next(const char *s, size_t n, size_t at); // boundary after `at`; n at the end
size_t text_prev(const char *s, size_t n, size_t at); // boundary before `at`; 0 at the start
bool text_is_boundary(const char *s, size_t n, size_t at);
// Where the letter before `at` begins, which is less than a syllable; a nukta goes with its letter:
// ড় is one, however it is written. 0 at the start.
size_t text_letter_before(const char *s, size_t at);

int text_columns(const char *s, size_t n);
// The longest prefix of whole syllables that takes at most `columns`.
size_t text_fit(const char *s, size_t n, int columns);
// Appends s where it has at most `letters` code points, else its first words and «…», which count
// too; of one long word its first syllables.
void text_shorten(struct str *ret, const char *s, size_t letters);
// Into an array of that size, NUL-terminated: whole syllables, as many as there is room for.
void text_copy(char *ret, size_t size, const char *s);

// Makes text from outside safe: valid UTF-8 in NFC. Blanks and line breaks become single blanks,
// those at both ends go; what is not seen goes: control characters, what turns the direction, and
// everything that Unicode calls default-ignorable or no character. Of these only ZWNJ and ZWJ stay,
// beside a hasanta. ঁ stands behind the vowel sign of its letter. INVALID, naming the byte, when it
// is not UTF-8. ret is appended to.
enum status text_clean(const char *s, size_t n, struct str *ret, struct err *err);
// The same for a text of many lines: line breaks stay, each as «\n» (CR LF, CR and what Unicode has
// besides); blanks beside them go, and so do line breaks at both ends. Empty lines within stay.
enum status text_clean_lines(const char *s, size_t n, struct str *ret, struct err *err);

// What a text is that is typed or read, and how many code points of it there may be: whatever is
// kept in the office file is one of these.
#define TEXT_LIMIT_LIST(_)                                                                         \
    _(SHORT, 25)     /* a plan's short name: a sheet's name has at most 31 letters */              \
    _(CODE, 40)      /* of a plan, an indicator, an activity; a family, a layout, a level */       \
    _(NAME, 500)     /* of a person, an office, an area; a title, a unit; a figure as typed */     \
    _(REMARK, 10000) /* a reason, what an indicator or an activity is, a list of copies */         \
    _(LINES, 100000) /* a text of many lines: what was discussed, what was decided */
enum text_limit {
#define X(name, max) TEXT_##name,
    TEXT_LIMIT_LIST(X)
#undef X
};
#define X(name, max) TEXT_##name##_MAX = (max),
enum { TEXT_LIMIT_LIST(X) };
#undef X
// No row of the office file has more bytes: the journal's has two texts of many lines, as they were
// and as they are, and three names, each code point four bytes long.
enum { TEXT_ROW_BYTES = 1 << 20 };

// Cleans a text and refuses one that is Bijoy's or of question marks, and one that is longer than
// it may be (INVALID, saying both numbers): what is too long is never cut. ret is appended to, on
// success only.
enum status text_read(enum text_limit limit, const char *s, size_t n, struct str *ret,
                      struct err *err);
// The same for TEXT_LINES, whose line breaks stay.
enum status text_read_lines(const char *s, size_t n, struct str *ret, struct err *err);

// Where what is typed at `at` belongs before the ঁ that ends there, as a vowel sign does, appends
// both in their order and returns the bytes of s in whose place they go; else 0.
size_t text_order_typed(const char *s, size_t at, const char *typed, struct str *ret);

bool text_is_utf8(const char *s, size_t n);
// Whether it is surely what text_clean would make of it, at a short look.
bool text_is_plain(const char *s, size_t n);
bool text_is_plain_lines(const char *s, size_t n); // likewise of text_clean_lines
// Whether the character at s, alone, is one of those that text_clean leaves out everywhere, or
// none.
bool text_is_unseen(const char *s, size_t n);
// Appends a name that is not ours to change, of a file or a word of the command, as it can stand in
// a sentence: «?» for what is not seen, for line breaks, and for each byte that is no text.
void text_show(struct str *ret, const char *s);

// The same text in NFC, to be freed by the caller; NULL when it is not UTF-8.
char *text_compose(const char *s, size_t n, size_t *ret_n);
// n bytes of UTF-16 as UTF-8 of *ret_n bytes, to be freed by the caller and not NUL-terminated;
// NULL when they are none.
char *text_from_utf16(const char *s, size_t n, bool big, size_t *ret_n);
// UTF-8 without white space at its ends: where it begins, and in *n how long it is.
const char *text_trim(const char *s, size_t *n);

// Folds what is spelled in two ways: lower case, nukta and what is not seen dropped, ই=ঈ, উ=ঊ, ি=ী,
// ু=ূ, ণ=ন, শ=ষ=স, ত্=ৎ, digits to ASCII. Two names that fold to the same are the same.
void text_fold(const char *s, size_t n, struct str *ret);
// The same for finding, where blanks and hyphens count for nothing either: what was typed into any
// field that finds. Then whether a text has it in it, for whoever looks for it.
void text_sought(const char *s, size_t n, struct str *ret);
bool text_has(const char *s, const char *sought);

// One line of wrapped text: bytes from .. from+len of the source.
struct text_line {
    size_t from;
    size_t len;
};

// Breaks s into lines of at most `columns` columns: at blanks, after hyphens and slashes; never
// inside a date, a number, a word of 14 code points or fewer, or a syllable; a longer word that
// fits on no line is cut between syllables. Newlines in s are kept as breaks. Returns the number of
// lines (at least 1) in *ret_lines, which the caller frees. A line is wider than `columns` only
// where one short word or number is.
size_t text_wrap(const char *s, size_t n, int columns, struct text_line **ret_lines);

// The same line by line, from any place where a piece begins: what comes behind does not depend on
// what was before. At the end of the text `at` is n.
struct text_wrapping {
    size_t at;       // where the next line begins
    size_t word_end; // of a word that is being cut, where that is behind `at`
};
struct text_line text_wrap_next(struct text_wrapping *wrapping, const char *s, size_t n,
                                int columns);

// A piece that text_wrap keeps on one line, for whoever measures lines in another way.
struct text_piece {
    size_t end;    // of the piece's own text; then comes a blank, or nothing
    size_t after;  // where the next piece starts
    bool cuttable; // a long word, to be cut between syllables where no line holds it
    bool newline;  // a break must follow
};
struct text_piece text_piece_at(const char *s, size_t n, size_t at);

// The columns of the widest piece that text_wrap will not cut.
int text_unbreakable_columns(const char *s, size_t n);

enum align { ALIGN_LEFT, ALIGN_RIGHT, ALIGN_CENTRE };
// Appends s padded with blanks to exactly `columns`, cut between syllables if it is wider.
void text_pad(struct str *ret, const char *s, size_t n, int columns, enum align align);

// Copies s with every ASCII digit in the digits asked for (or back to ASCII for DIGITS_LATIN).
void text_digits(struct str *ret, const char *s, size_t n, enum digits digits);
