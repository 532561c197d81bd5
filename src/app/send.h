// SPDX-License-Identifier: GPL-3.0-or-later
// Sending inside the room.
#pragma once

#include "orjon/app/send.h"
#include "orjon/exchange/signature.h"

// app_send, signed with a key that the caller has (NULL: the office's own).
enum status send_signed(struct app *app, int fiscal_year, int quarter,
                        const struct signing_key *key, struct str *ret, struct str *ret_talk,
                        struct err *err);
