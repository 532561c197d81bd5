// SPDX-License-Identifier: GPL-3.0-or-later
#include "parcels.h"

#include "orjon/app/verify.h"
#include "orjon/base/file.h"
#include "orjon/store/receipts.h"

#include <stdarg.h>
#include <stdlib.h>

enum { DAY = 19700 };

static bool run(const char *format, ...) __attribute__((format(printf, 1, 2)));
static bool run(const char *format, ...)
{
    autostr line = STR_INIT;
    va_list args;
    va_start(args, format);
    str_addv(&line, format, args);
    va_end(args);
    return system(line.buf) == 0;
}

bool parcel_make(const char *program, const char *folder)
{
    autostr parcel = STR_INIT;
    str_addf(&parcel, "%s/parcel.orjon", folder);
    if (file_exists(parcel.buf))
        return true;
    return run("cd '%s' && orjon='%s --db below.db' && rm -f below.db* && {"
               " $orjon init --sample && $orjon office code=9901 &&"
               " $orjon finalise egov --quarter 1 && $orjon finalise grs --quarter 1 &&"
               " $orjon send --quarter 1 -o parcel.orjon && $orjon key >digits; } >/dev/null 2>&1",
               folder, program);
}

bool parcel_make_known(const char *program, const char *file, const char *folder)
{
    return run(
        "orjon='%s --db %s' && { $orjon office code=9900 &&"
        " $orjon offices add code=9901 name=খ &&"
        " $orjon offices key 9901 '%s/parcel.orjon' \"$(cat '%s/digits')\"; } >/dev/null 2>&1",
        program, file, folder, folder);
}

static enum status count(void *data, const struct store_receipt *receipt)
{
    (void)receipt;
    ++*(int *)data;
    return STATUS_OK;
}

int parcel_count(const char *file, struct str *ret_why)
{
    const struct app_options options = {.file = file, .via = "test", .as_of = {true, DAY}};
    struct app *app = NULL;
    struct store *store = NULL;
    struct app_verdict verdict;
    struct err err = {0};
    int plans = 0;
    enum status status = app_open(&options, &app, &err);
    if (!status)
        status = app_verify(app, &verdict, &err);
    app_close(&app);
    if (!status)
        status = store_open(file, STORE_READ, &store, &err);
    if (!status)
        status = store_each_receipt(store, 0, 2023, NULL, 1, count, &plans, &err);
    if (store)
        store_close(&store);
    if (!status)
        return plans;
    str_add(ret_why, err_text(&err));
    return -1;
}
