// SPDX-License-Identifier: GPL-3.0-or-later
// A finalised quarter on its way to the office above, signed with a key of the office's own.
//
// The key is in a file beside the office file, «office.db.key», and in no copy of it. Its public
// half is a particular of the office («key»), so that the journal tells of every key that there
// was.
#pragma once

#include "orjon/app/app.h"

// Appends the bundle of all returns of the quarter (0: in hand) that are finalised; those that are
// not are named in ret_talk, a line each. Makes the key at first use. NOT_FOUND when none is
// finalised, USAGE when the office has no code, MISFIT when a sealed return no longer fits its seal
// or the key is not the office's.
enum status app_send(struct app *app, int fiscal_year, int quarter, struct str *ret,
                     struct str *ret_talk, struct err *err);

// The same as a zip with the files of its proofs, written to path (EXISTS unless force). A file
// that is missing or is not what was put is left out and told.
enum status app_send_with_proofs(struct app *app, int fiscal_year, int quarter, const char *path,
                                 bool force, struct str *ret_talk, struct err *err);

// The key as two people compare it over the telephone, appended; made at first use.
enum status app_key_write(struct app *app, struct str *ret, struct err *err);
// Another key in place of one that was lost or that others have seen: the old file, if there is
// one, is kept beside it under another name. The office above must be told, by memo and telephone.
enum status app_key_renew(struct app *app, const char *passphrase, struct err *err);
