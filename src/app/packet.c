// SPDX-License-Identifier: GPL-3.0-or-later
// The packet of a quarter out of the office file.
#include "packet.h"

#include "orjon/app/dossier.h"
#include "orjon/app/records.h"
#include "orjon/domain/packet.h"

#include "dossier.h"
#include "private.h"

#include <stdlib.h>
#include <string.h>

static bool is_one_plan(const struct app_paper *wanted)
{
    return wanted->plan && *wanted->plan && strcmp(wanted->plan, "all") != 0;
}

static bool is_of_quarter(const struct record *meeting, const struct shelf *shelf,
                          const struct app_paper *wanted)
{
    const char *plan = meeting->text[MEETING_PLAN];
    int32_t date = 0;
    if (wanted->meeting)
        return meeting->id == wanted->meeting;
    return record_date(meeting, MEETING_DATE, &date) &&
           period_year_of(date) == shelf->fiscal_year &&
           period_quarter_of(date) == shelf->quarter &&
           (!*plan || !is_one_plan(wanted) || strcmp(plan, wanted->plan) == 0);
}

static int by_date(const void *a, const void *b)
{
    const struct record *x = *(const struct record *const *)a,
                        *y = *(const struct record *const *)b;
    const int order = strcmp(x->text[MEETING_DATE], y->text[MEETING_DATE]); // 2024-06-10
    return order ? order : (x->id > y->id) - (x->id < y->id);
}

static const struct plan *plan_of(const struct record *meeting, const struct shelf *shelf)
{
    for (size_t i = 0; i < shelf->count; i++)
        if (strcmp(shelf->book[i]->plan->name, meeting->text[MEETING_PLAN]) == 0)
            return shelf->book[i]->plan;
    return NULL;
}

static enum status load_meetings(struct app *app, const struct shelf *shelf,
                                 const struct app_paper *wanted, struct packet *ret,
                                 struct err *err)
{
    autorecords all = {0};
    enum status status = app_load_records(app, RECORD_MEETING, 0, &all, err);
    autofree const struct record **ours = mem_alloc((all.count + 1) * sizeof *ours);
    size_t count = 0;
    for (size_t i = 0; i < all.count; i++)
        if (is_of_quarter(&all.record[i], shelf, wanted))
            ours[count++] = &all.record[i];
    qsort(ours, count, sizeof *ours, by_date);
    ret->meeting = mem_alloc((count + 1) * sizeof *ret->meeting);
    for (size_t i = 0; i < count && status == STATUS_OK; i++) {
        status = app_load_dossier(app, ours[i]->id, &ret->meeting[i], err);
        if (status == STATUS_OK)
            status = dossier_continue(app, &ret->meeting[i], err);
        ret->meeting[i].plan = plan_of(ours[i], shelf);
        ret->paper.meetings++;
    }
    if (status == STATUS_OK && wanted->meeting && !count)
        status = err_set(err, STATUS_NOT_FOUND, _("There is no %s with the number %s"),
                         tr(record_shape(RECORD_MEETING)->name), SAY(wanted->meeting));
    return status;
}

enum status packet_load(struct app *app, const struct shelf *shelf, const struct app_paper *wanted,
                        struct packet *ret, struct err *err)
{
    enum status status = STATUS_OK;
    *ret = (struct packet){
        .paper.parts = office_packet(&app->office, is_one_plan(wanted) ? wanted->plan : NULL)};
    if (wanted->parts)
        status = packet_read(wanted->parts, &ret->paper.parts, err);
    if (status == STATUS_OK)
        status = load_meetings(app, shelf, wanted, ret, err);
    if (status == STATUS_OK)
        status =
            dossier_of_quarter(app, is_one_plan(wanted) ? wanted->plan : NULL, shelf->fiscal_year,
                               shelf->quarter, wanted->digits, &ret->office, err);
    ret->paper.meeting = ret->meeting;
    ret->paper.office = &ret->office;
    return status;
}

void packet_done(struct packet *packet)
{
    for (size_t i = 0; i < packet->paper.meetings; i++)
        dossier_done(&packet->meeting[i]);
    free(packet->meeting);
    dossier_done(&packet->office);
    *packet = (struct packet){0};
}
