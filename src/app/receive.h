// SPDX-License-Identifier: GPL-3.0-or-later
// A parcel inside the room.
#pragma once

#include "came.h"
#include "orjon/app/receive.h"

struct parcel_plan {
    struct came *came; // the plan with which it came
    struct store_received *figure;
    struct entry *entry;
    size_t figures;
    int64_t beside; // receipt that was in force as it was looked at; 0: none
};

struct parcel {
    const char *zip; // where its proofs are; NULL: it came alone
    struct str bytes;
    struct bundle bundle;
    struct parcel_plan *plan; // one for each of the bundle
};

// app_parcel_open of bytes that are there already, and are the parcel's from then on; name is what
// sentences call them.
enum status parcel_open(struct app *app, const char *name, struct str *bytes,
                        struct app_parcel *ret, struct err *err);
// Appends the signed file, alone or out of a zip with its proofs.
enum status parcel_read(const char *path, bool *ret_zip, struct str *ret, struct err *err);
// What each plan is beside what is here.
enum status parcel_compare(struct app *app, struct app_parcel *parcel, struct err *err);
// CHANGED when another return of that plan has come since it was looked at.
enum status parcel_must_be_as_seen(struct app *app, const struct app_parcel *parcel, size_t at,
                                   struct err *err);
// The day on which something came is that of the office, which is Bangladesh's wherever the machine
// thinks it is.
int32_t today_in_dhaka(const struct app *app);
// Every receipt that is in force against the signed file with which it came. DAMAGED, naming the
// first that is another. *ret: how many.
enum status received_verify(struct app *app, size_t *ret, struct err *err);

// The files of the proofs that came in a zip, of those the plans have that are taken in (plan NULL:
// all), are kept, unless they are here. MISFIT when one is not what was signed.
enum status parcel_keep_proofs(struct app *app, const struct app_parcel *parcel, const char *plan,
                               struct err *err);
