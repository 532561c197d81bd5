// SPDX-License-Identifier: GPL-3.0-or-later
// The register of memo numbers inside the app: what it is read as, and how it goes along with the
// papers whose numbers stand in it. All of these are called in a transaction that is open.
#pragma once

#include "orjon/app/book.h"
#include "orjon/app/memos.h"

// All of the register, and the records that it borrows from.
struct memo_book {
    struct records series, memos;
    struct memo_register r;
};
enum status memo_book_read(struct app *app, struct memo_book *ret, struct err *err);
void memo_book_done(struct memo_book *book);
#define automemobook __attribute__((cleanup(memo_book_done))) struct memo_book

// The field of a record that holds the number of a paper, and the one that holds its date.
struct memo_holder {
    enum record_kind kind;
    int64_t id;
    int number, date; // date: -1 for none
};
bool memo_holder_of(enum record_kind kind, int64_t id, int field, struct memo_holder *ret);
// Of «notice 12»; false for any other paper.
bool memo_holder_read(const char *paper, struct memo_holder *ret);
void memo_holder_write(struct str *ret, const struct memo_holder *holder);

// EXISTS, with where it was used.
enum status memo_refuse_used(const struct memo *memo, struct err *err);
// A new row, of kept texts.
struct memo_row {
    const char *number, *date, *subject, *to, *paper, *note; // NULL where there is none
};
enum status memo_add(struct app *app, const struct memo_row *row, struct err *err);
// Why a number is not used, as typed; appended.
enum status memo_read_note(const char *typed, struct str *ret, struct err *err);

// Before a field is put: a number is made whole (*text), and refused where it was used. Nothing for
// fields that have no part in the register.
enum status memos_before(struct app *app, enum record_kind kind, int64_t id, int field,
                         struct str *text, struct err *err);
// A paper called by its title, «notice of a meeting 12» in either language, as it is kept.
void memos_read_paper(struct str *text);
// After it was put, and before a record is removed: the row follows the paper, or the paper the
// row.
enum status memos_after(struct app *app, enum record_kind kind, int64_t id, int field,
                        struct err *err);
enum status memos_remove(struct app *app, enum record_kind kind, int64_t id, struct err *err);

// Puts a number, or "", into the particulars for the plans of a paper «return 2024-25 3 egov»;
// nothing for any other. LOCKED when one is finalised; number NULL: whether it would be.
enum status memos_give_return(struct app *app, const char *paper, const char *number,
                              struct err *err);
// Queries papers whose number does not stand in the register, as after an import.
enum status memos_check_papers(struct app *app, const struct memo_book *book, struct findings *ret,
                               struct err *err);

// The letter of a return that is being finalised.
enum status memos_take_return(struct book *book, struct err *err);
// Queries a number with which it will not be finalised.
enum status memos_check_return(const struct book *book, struct findings *ret, struct err *err);
