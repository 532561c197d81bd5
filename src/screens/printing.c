// SPDX-License-Identifier: GPL-3.0-or-later
// Printing from the screens: three boxes, then the spooler's answer.
#include "printing.h"

#include "orjon/app/printer.h"

#include <string.h>

void printing_done(struct printing *printing)
{
    free(printing->names);
    *printing = (struct printing){0};
}

static const char *name_at(const struct printing *printing, int i)
{
    const char *name = printing->names;
    while (i-- > 0)
        name += strlen(name) + 1;
    return name;
}

static enum status print(void *data, const char *pages, struct err *err)
{
    struct printing *printing = data;
    autostr pdf = STR_INIT, said = STR_INIT;
    const struct writer_options options = {0};
    const struct printer_job job = {.printer = printing->printer,
                                    .title = tr(paper_kind_find(printing->paper->paper)->title),
                                    .pages = pages,
                                    .copies = printing->copies};
    enum status status = app_print(printing->app, printing->paper, "pdf", &options, &pdf, err);
    printing->misfit = status == STATUS_MISFIT;
    return status && !printing->misfit ? status : printer_print(&job, &pdf, &said, err);
}

static void printed(void *data, struct desk *desk, const char *pages)
{
    const struct printing *printing = data;
    (void)pages;
    if (printing->misfit)
        desk_say(desk, MESSAGE_ERROR, _("Sent to the printer %s; it does not fit its seal"),
                 printing->printer);
    else
        desk_say(desk, MESSAGE_GOOD, _("Sent to the printer %s"), printing->printer);
}

static enum status take_copies(void *data, const char *text, struct err *err)
{
    struct printing *printing = data;
    __int128 value = 0;
    enum status status = number_read(text, strlen(text), &value, NULL, err);
    if (status)
        return status;
    if (value % NUMBER_ONE || value < NUMBER_ONE || value > PRINTER_COPIES_MAX * NUMBER_ONE)
        return err_set(err, STATUS_USAGE, _("The copies are 1 to %s"), SAY(PRINTER_COPIES_MAX));
    printing->copies = (int)(value / NUMBER_ONE);
    return STATUS_OK;
}

static void ask_pages(void *data, struct desk *desk, const char *copies)
{
    (void)copies;
    struct dialog_prompt prompt = {
        .title = _("Print"),
        .label = _("Pages"),
        .hint = _("like 1-2,5; all of them if left empty"),
        .preset = "",
        .accept = print,
        .done = printed,
        .data = data,
    };
    dialog_prompt(desk, &prompt);
}

static void ask_copies(void *data, struct desk *desk, int choice)
{
    struct printing *printing = data;
    if (choice < 0)
        return;
    printing->printer = name_at(printing, choice);
    struct dialog_prompt prompt = {
        .title = printing->printer,
        .label = _("Copies"),
        .preset = SAY(1),
        .accept = take_copies,
        .done = ask_pages,
        .data = printing,
    };
    dialog_prompt(desk, &prompt);
}

static void printer_name(void *data, int i, struct str *ret)
{
    str_add(ret, name_at(data, i));
}

void printing_ask(struct printing *printing, struct desk *desk)
{
    struct err err = {0};
    autostr names = STR_INIT;
    if (printer_list(&names, &err)) {
        desk_fail(desk, &err);
        return;
    }
    int count = 0;
    for (char *end = names.buf; (end = strchr(end, '\n')); count++)
        *end++ = '\0';
    free(printing->names);
    printing->names = str_detach(&names);
    dialog_pick(desk, _("Which printer?"), count, 0, printer_name, ask_copies, printing);
}

void printing_show(const struct printing *printing, struct desk *desk)
{
    struct err err = {0};
    autostr pdf = STR_INIT, path = STR_INIT;
    bool opened = false;
    const struct writer_options options = {0};
    const enum status status =
        app_print(printing->app, printing->paper, "pdf", &options, &pdf, &err);
    if ((status && status != STATUS_MISFIT) ||
        printer_show(printing->paper->paper, &pdf, &path, &opened, &err) || status)
        desk_fail(desk, &err);
    else if (opened)
        desk_say(desk, MESSAGE_GOOD, _("Opened: %s"), path.buf);
    else
        desk_say(
            desk, MESSAGE_INFO,
            _("The PDF could not be shown here; F2 writes the paper to a file of your choice"));
}
