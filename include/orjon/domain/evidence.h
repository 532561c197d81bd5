// SPDX-License-Identifier: GPL-3.0-or-later
// Proofs of an indicator (প্রমাণক): what a plan asks for, what was put, and files as people name
// them.
#pragma once

#include "orjon/domain/plan.h"
#include "orjon/domain/record.h"

struct evidence_list {
    const char **text;
    size_t count, cap;
    struct arena arena; // owns the texts
};
void evidence_list_done(struct evidence_list *list);
void evidence_list_add(struct evidence_list *list, const char *s, size_t n);
#define autoevidencelist __attribute__((cleanup(evidence_list_done))) struct evidence_list

// The proofs that an indicator's evidence text asks for, added to ret; none for "". They are told
// apart by commas, semicolons, strokes «।», line breaks and the word এবং; by ও only behind the name
// of a paper (নোটিশ ও কার্যবিবরণী, but কর্মকর্তা ও কর্মচারীর তালিকা). What is between brackets stays
// whole, so does «পত্র/আদেশ», where either will do, and a number with commas.
void evidence_asked(const char *text, struct evidence_list *ret);

// The files that were typed, pasted or dropped, added to ret as the system names them, byte for
// byte: one path, blanks in it and all; or several on lines of their own, or as terminals and
// desktops put them: in quotes, with strokes before blanks, as file:// addresses. «~/» is the
// folder `home` (NULL: not known). INVALID when nothing is named, a quote is left open, or an
// address is none of a file of this machine. Nothing is looked up.
enum status evidence_path_read(const char *text, size_t n, const char *home,
                               struct evidence_list *ret, struct err *err);

// What a file that was named is called, appended, as its copy can be called in any folder: without
// folders, clean, in one line, not hidden and not longer than file systems take. Whether that is
// another name than it had.
bool evidence_file_name(const char *path, struct str *ret);

enum evidence_there { EVIDENCE_NOT_STATED, EVIDENCE_THERE, EVIDENCE_NOT_THERE };
const char *evidence_mark(enum evidence_there there); // ✓ ✗ and ""

enum evidence_file {
    EVIDENCE_NO_FILE, // on paper, a meeting, or nothing at all
    EVIDENCE_SOUND,
    EVIDENCE_MISSING,
    EVIDENCE_ALTERED,
    EVIDENCE_UNREAD, // the disk or the rights of its folder are in the way
};
const char *evidence_file_word(enum evidence_file file); // «altered», for machines; "" for no file
const char *evidence_file_label(enum evidence_file file); // likewise, for people
const char *evidence_file_label_in(enum language language, enum evidence_file file);

// A proof that is asked for, with what was put for it (a row for each), or one that was put
// besides.
struct evidence_row {
    const struct indicator *indicator;
    int quarter;
    int number;       // 1: the first that the plan asks for; 0: it does not ask for this
    const char *name; // as the plan has it, or as it was put
    enum evidence_there there;
    const struct record *proof; // NULL: nothing was put
    enum evidence_file file;    // SOUND until somebody has looked at it
};
struct evidence {
    struct evidence_row *row;
    size_t count, cap;
    struct arena arena; // owns the names
};
void evidence_done(struct evidence *evidence);
#define autoevidence __attribute__((cleanup(evidence_done))) struct evidence

// The rows of an indicator in a quarter, added to ret; proofs are records of its plan and year, and
// those of others are passed over. It borrows from both.
void evidence_of(const struct indicator *indicator, int quarter, const struct records *proofs,
                 struct evidence *ret);
// Whether a proof is of that indicator and quarter.
bool evidence_is_of(const struct record *proof, const struct indicator *indicator, int quarter);
// There, when it has a file or a meeting or is said to be.
enum evidence_there evidence_there(const struct record *proof);
