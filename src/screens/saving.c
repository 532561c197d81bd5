// SPDX-License-Identifier: GPL-3.0-or-later
// The name of a file that is written from a screen, and what is to be asked about it.
#include "saving.h"

#include "orjon/base/file.h"
#include "orjon/base/folder.h"
#include "orjon/base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// --- the whole path -----------------------------------------------------------------------------

static void add_folder_here(struct str *ret)
{
    autofree char *here = realpath(".", NULL);
    str_add(ret, here ? here : ".");
    if (ret->buf[ret->len - 1] != '/')
        str_add_char(ret, '/');
}

// «~» as a shell has it; a folder gets a file of the usual name; no ending gets that of the format.
static void add_path(const struct saving *saving, const char *typed, struct str *ret)
{
    const char *home = getenv("HOME");
    if (home && strncmp(typed, "~/", 2) == 0)
        str_add(ret, home), typed++;
    else if (*typed != '/')
        add_folder_here(ret);
    str_add(ret, typed);
    if (folder_exists(ret->buf))
        str_addf(ret, "%s%s", ret->buf[ret->len - 1] == '/' ? "" : "/", saving->name);
    if (saving->writer && !*writer_ending(ret->buf))
        str_addf(ret, ".%s", saving->writer->extension);
}

static bool ends_otherwise(const struct saving *saving)
{
    return saving->writer && !writer_of_path(saving->path);
}

// --- questions ----------------------------------------------------------------------------------

static void go_on(struct saving *saving, struct desk *desk);

static void ask_again(struct saving *saving, struct desk *desk, const struct err *err);

static void write(struct saving *saving, struct desk *desk, bool replace)
{
    struct err err = {0};
    if (saving->write(saving->data, saving->path, replace, &err))
        ask_again(saving, desk, &err);
    else
        saving->written(saving->data, desk, saving->path);
}

static void take_ending(void *data, struct desk *desk, int choice)
{
    struct saving *saving = data;
    const size_t n = strlen(saving->path);
    if (choice) {
        ask_again(saving, desk, NULL);
        return;
    }
    snprintf(saving->path + n, sizeof saving->path - n, ".%s", saving->writer->extension);
    go_on(saving, desk);
}

static void ask_ending(struct saving *saving, struct desk *desk)
{
    autostr text = STR_INIT, yes = STR_INIT;
    str_addf(&text, _("No paper is written as “.%s”."), writer_ending(saving->path));
    str_addf(&yes, _("add .%s"), saving->writer->extension);
    const struct dialog_choice choices[] = {{"", yes.buf}, {"", _("another name")}};
    dialog_ask(desk, saving->title, text.buf, choices, 2, 0, take_ending, saving);
}

static void take_replace(void *data, struct desk *desk, int choice)
{
    if (choice)
        ask_again(data, desk, NULL);
    else
        write(data, desk, true);
}

static void ask_replace(struct saving *saving, struct desk *desk)
{
    autostr text = STR_INIT;
    const struct dialog_choice choices[] = {{_("rR"), _("replace it")}, {"", _("another name")}};
    str_addf(&text, _("There is a file of this name already:\n%s"), saving->path);
    dialog_ask(desk, saving->title, text.buf, choices, 2, 1, take_replace, saving);
}

static void go_on(struct saving *saving, struct desk *desk)
{
    if (ends_otherwise(saving))
        ask_ending(saving, desk);
    else if (file_exists(saving->path))
        ask_replace(saving, desk);
    else
        write(saving, desk, false);
}

// --- the name -----------------------------------------------------------------------------------

// Written at once where nothing is to be asked, so that the box tells what is wrong with the name.
static enum status accept(void *data, const char *typed, struct err *err)
{
    struct saving *saving = data;
    autostr path = STR_INIT;
    add_path(saving, typed, &path);
    if (path.len + SAVING_NAME > sizeof saving->path)
        return err_set(err, STATUS_INVALID, _("The name of the file is too long: %s"), path.buf);
    text_copy(saving->typed, sizeof saving->typed, typed);
    text_copy(saving->path, sizeof saving->path, path.buf);
    saving->is_written = !ends_otherwise(saving) && !file_exists(saving->path);
    return saving->is_written ? saving->write(saving->data, saving->path, false, err) : STATUS_OK;
}

static void done(void *data, struct desk *desk, const char *typed)
{
    struct saving *saving = data;
    (void)typed;
    if (saving->is_written)
        saving->written(saving->data, desk, saving->path);
    else
        go_on(saving, desk);
}

static void ask_name(struct saving *saving, struct desk *desk, const char *preset)
{
    autostr here = STR_INIT, hint = STR_INIT;
    add_folder_here(&here);
    str_addf(&hint, _("In the folder %s, unless another one stands before the name"), here.buf);
    const struct dialog_prompt prompt = {.title = saving->title,
                                         .label = _("File"),
                                         .hint = hint.buf,
                                         .preset = preset,
                                         .accept = accept,
                                         .done = done,
                                         .data = saving};
    dialog_prompt(desk, &prompt);
}

static void ask_again(struct saving *saving, struct desk *desk, const struct err *err)
{
    ask_name(saving, desk, saving->typed);
    if (err)
        desk_fail(desk, err);
}

void saving_ask(struct saving *saving, struct desk *desk, const char *folder, const char *name)
{
    autostr preset = STR_INIT;
    text_copy(saving->name, sizeof saving->name, name);
    str_addf(&preset, "%s%s", folder, name);
    ask_name(saving, desk, preset.buf);
}
