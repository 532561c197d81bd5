// SPDX-License-Identifier: GPL-3.0-or-later
// Another file in the place of the office file.
#include "orjon/app/replace.h"

#include "orjon/app/finalise.h"
#include "orjon/base/file.h"
#include "orjon/store/copies.h"
#include "private.h"
#include "replace.h"

#include <stdlib.h>
#include <string.h>

// «2023 egov» as «egov 2023-24»
static void say_plan(const char *plan, struct str *ret)
{
    const char *blank = strchr(plan, ' ');
    str_addf(ret, "%s ", blank ? blank + 1 : plan);
    period_write_year_short(ret, (int)strtol(plan, NULL, 10));
}

static void say_seals(const struct store_loss *loss, struct str *ret)
{
    for (size_t i = 0; i < loss->gones; i++) {
        const struct store_gone *gone = &loss->gone[i];
        autostr plan = STR_INIT, letters = STR_INIT;
        say_plan(gone->plan, &plan);
        app_seal_letters(gone->hash, &letters);
        if (letters.len)
            str_addf(ret,
                     _("The seal of %s, %s, goes: %s; it is finalised next as revision "
                       "%s\n"),
                     plan.buf, SAY_QUARTER(gone->quarter), letters.buf, SAY(gone->next));
        else
            str_addf(ret,
                     _("%s, %s, was finalised and opened again; it is finalised next "
                       "as revision %s\n"),
                     plan.buf, SAY_QUARTER(gone->quarter), SAY(gone->next));
    }
}

static void say_figures(const struct store_loss *loss, struct str *ret)
{
    autostr names = STR_INIT;
    for (size_t i = 0; i < loss->figures && i < STORE_LOST_NAMED; i++) {
        const struct store_lost *lost = &loss->lost[i];
        str_addf(&names, "%s%s %s ", i ? ", " : "", lost->plan, lost->code);
        period_say_quarter_short(&names, lost->quarter);
        str_addf(&names, " “%s”", lost->typed);
    }
    if (loss->figures > STORE_LOST_NAMED)
        str_add(&names, " …");
    if (loss->figures)
        str_addf(ret, tr_count("%s figure goes: %s\n", "%s figures go: %s\n", loss->figures),
                 SAY(loss->figures), names.buf);
}

static void say_loss(const struct store_loss *loss, const char *path, struct str *ret)
{
    if (loss->state == STORE_STATE_UNREAD)
        str_addf(ret,
                 _("%s cannot be read: what was finalised in it is not known, and each quarter "
                   "is finalised next as a revision\n"),
                 path);
    if (loss->state == STORE_STATE_MISSING)
        str_addf(ret, _("%s is not there or empty, but copies of it know more than this one\n"),
                 path);
    say_seals(loss, ret);
    say_figures(loss, ret);
}

static enum status find_place(const struct app_options *options, struct str *ret, struct err *err)
{
    enum status status = file_office_path(options->file, ret, err);
    if (status || !options->read_only)
        return status;
    return err_set(err, STATUS_READ_ONLY,
                   _("%s or its folder can only be read: nothing was changed"), ret->buf);
}

enum status app_weigh(const struct app_options *options, const char *source, struct str *ret,
                      bool *ret_asks, struct err *err)
{
    struct app present = {0};
    struct store_loss loss = {0};
    autostr path = STR_INIT;
    *ret_asks = false;
    enum status status = find_place(options, &path, err);
    if (status == STATUS_OK && source && !file_exists(source))
        status = err_set(err, STATUS_NOT_FOUND, _("There is no file %s"), source);
    if (status == STATUS_OK) {
        status = store_open(path.buf, STORE_WRITE, &present.store, err);
        status = store_is_lost(status) ? STATUS_OK : status;
    }
    if (status == STATUS_OK)
        status = store_weigh(present.store, path.buf, source, &loss, err);
    if (status == STATUS_OK)
        say_loss(&loss, path.buf, ret);
    // Whether a passphrase is right is asked last, in the file itself.
    if (status == STATUS_OK && present.store)
        *ret_asks = app_has_passphrase(&present);
    store_close(&present.store);
    store_loss_done(&loss);
    return status;
}

static enum status may(const void *data, struct store *present, struct err *err)
{
    return officer_check(present, data, err);
}

struct store_permission replace_permission(const struct app_options *options,
                                           const char *passphrase)
{
    return (struct store_permission){.via = options->via, .may = may, .data = passphrase};
}

enum status app_restore(const struct app_options *options, const char *source,
                        const char *passphrase, struct str *ret_kept, struct str *ret_talk,
                        struct err *err)
{
    const struct store_permission permission = replace_permission(options, passphrase);
    autostr path = STR_INIT;
    enum status status = find_place(options, &path, err);
    return status ? status : store_restore(source, path.buf, &permission, ret_kept, ret_talk, err);
}
