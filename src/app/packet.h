// SPDX-License-Identifier: GPL-3.0-or-later
// What a packet has besides the plans of a quarter.
#pragma once

#include "orjon/app/print.h"

struct packet {
    struct paper_packet paper; // borrows from the rest
    struct dossier *meeting;
    struct dossier office;
};
// The parts that are wanted, and the records of the quarter for them: its meetings in the order of
// their dates, of all plans or of none in particular and the one asked for; or the one meeting
// asked for. INVALID for parts that are none.
enum status packet_load(struct app *app, const struct shelf *shelf, const struct app_paper *wanted,
                        struct packet *ret, struct err *err);
void packet_done(struct packet *packet);
