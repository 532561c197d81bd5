// SPDX-License-Identifier: GPL-3.0-or-later
// What the files of this room share.
#pragma once

#include "orjon/app/app.h"
#include "orjon/store/store.h"

struct app {
    struct store *store;
    struct office office;
    struct maybe as_of;       // of the options
    enum digits paper_digits; // likewise
    int32_t copied_on;        // by the clock
    struct err copy_trouble;
    void (*told)(const char *sentence); // of the options
    int64_t seen;                       // last row of the journal as it was opened
    struct err drive_trouble;
    int64_t drive_seq;         // last row of the journal that is on the pen drive; 0: not known
    bool daily_due, drive_due; // one is to be made as soon as nobody waits
    bool draft_passed;         // a figure was saved since the draft was kept
    struct came_shelf *came;   // plans that came; NULL: none yet
    struct app_offices *known_offices; // as they were last looked at; NULL: not yet
    int64_t known_stamp;               // of the records then
    int32_t known_day;
};

// Installs the built-in plans of the office's family for its fiscal year, unless the year has plans
// already; *ret_count is how many were there.
enum status app_install_year(struct app *app, size_t *ret_count, struct err *err);

// app_set_office without that.
enum status app_put_office(struct app *app, enum office_field field, const char *text,
                           struct err *err);

// A copy beside the file and on the pen drive, before or after something large.
void app_keep_copy(struct app *app, const char *why);
// One a day as something is typed: due from then on, and made when nobody waits.
void app_keep_daily(struct app *app);
// On the pen drive, if one is named and there.
void app_keep_on_drive(struct app *app);
// Makes the drive's that is due; false when none was.
bool app_catch_up_drive(struct app *app);
// As the file is closed: what is due is made, the drive's once more if anything was changed, and
// whoever listens is told of trouble with it.
void app_leave_copies(struct app *app);
void app_leave_drive(struct app *app);

// Whether the passphrase is that of a file. DAMAGED when the file's own is not what was set.
enum status officer_check(struct store *store, const char *passphrase, struct err *err);

// app_check; with `whole` the files of proofs are read, not only looked at.
struct book;
enum status check_book(struct book *book, bool whole, struct findings *ret, struct err *err);

// Gives back all that it holds, without copies and words: what app_close does last.
void app_done(struct app *app);

// Reads the particulars from the store.
enum status app_load_office(struct app *app, struct err *err);

// Begins a change that is typed: a copy of the day is due, and nobody else writes. Ended by
// app_end.
enum status app_begin(struct app *app, struct err *err);
// Ends what app_begin or store_begin_write began: commits, or after a failure rolls back and reads
// the particulars again, which may have been put. Returns the failure, or the commit's.
enum status app_end(struct app *app, enum status status, struct err *err);

// Undoes, or does again, the figures that were changed as one with the records that just
// were; nothing when there are none.
enum status undo_figures_too(struct app *app, bool redo, struct str *ret_told, struct err *err);
struct undone;
enum status undo_tell_figures_too(struct app *app, bool redo,
                                  void (*each)(void *data, const struct undone *undone), void *data,
                                  struct err *err);
// Within the transaction of an undo or a redo: the newest row that it undoes, or the newest that
// undid what it redoes; 0: long ago. before: the last row before the transaction.
int64_t undo_newest(struct app *app, int64_t before, bool redo);
// Likewise particulars: the memo number of a return, who was set to sign.
enum status undo_particulars_too(struct app *app, bool redo, struct str *ret_told, struct err *err);
// The last change of records, whole, within a transaction of the caller's.
enum status undo_records_too(struct app *app, bool redo, struct str *ret_told, struct err *err);
