// SPDX-License-Identifier: GPL-3.0-or-later
// orjon office: show or set the office's particulars.
#include "command.h"
#include "passphrase.h"

#include "orjon/app/drive.h"
#include "orjon/app/preferences.h"

#include <string.h>

// Whether a word sets the key; what it sets it to.
static const char *value_of(const char *word, const char *key)
{
    size_t n = strlen(key);
    return strncmp(word, key, n) == 0 && word[n] == '=' ? word + n + 1 : NULL;
}

static enum status take_field(struct app *app, enum office_field field, const char *value,
                              struct err *err)
{
    if (app)
        return app_set_office(app, field, value, err);
    struct office office;
    office_init(&office);
    enum status status = office_set(&office, field, value, strlen(value), err);
    office_done(&office);
    return status;
}

static enum status take_preference(struct app *app, enum preference preference, const char *value,
                                   struct err *err)
{
    int choice = 0;
    return app ? app_set_preference(app, preference, value, err)
               : preference_read(preference, value, &choice, err);
}

static enum status take_drive(struct app *app, const char *value, struct err *err)
{
    autostr clean = STR_INIT;
    return app ? app_set_drive(app, value, err) : app_read_drive(value, &clean, err);
}

// «memo.egov=…»: what the office has for one of its plans.
static enum status take_own(struct app *app, const char *key, const char *value, struct err *err)
{
    struct office office;
    if (app)
        return app_set_own(app, key, value, err);
    office_init(&office);
    enum status status = office_set_key(&office, key, value, strlen(value), NULL, err);
    office_done(&office);
    return status;
}

// Checks one word, or sets it where app is given.
static enum status take_word(struct app *app, const char *word, struct err *err)
{
    autostr known = STR_INIT, own = STR_INIT;
    for (int i = 0; i < OFFICE_FIELDS; i++) {
        const char *key = office_key((enum office_field)i), *value = value_of(word, key);
        if (value)
            return take_field(app, (enum office_field)i, value, err);
        str_addf(&known, "%s, ", key);
    }
    for (int i = 0; i < PREFERENCES; i++) {
        const char *key = preference_key((enum preference)i), *value = value_of(word, key);
        if (value)
            return take_preference(app, (enum preference)i, value, err);
        str_addf(&known, "%s, ", key);
    }
    if (value_of(word, app_drive_key))
        return take_drive(app, value_of(word, app_drive_key), err);
    str_addf(&known, "%s, memo.PLAN, order.PLAN, packet.PLAN", app_drive_key);
    str_add_n(&own, word, strcspn(word, "="));
    if (word[own.len] && office_own_plan(own.buf))
        return take_own(app, own.buf, word + own.len + 1, err);
    return err_set(err, STATUS_USAGE,
                   _("“%s” is not of the form KEY=VALUE with one of the keys %s"), word, known.buf);
}

// Whoever names a folder that gets no copies now hears it, though it is kept: the drive may come.
static void say_drive(struct app *app)
{
    autostr said = STR_INIT;
    const enum app_drive drive = app_drive(app);
    if (drive == APP_DRIVE_NONE || drive > APP_DRIVE_NOT_ONE)
        return;
    app_drive_folder(app, &said);
    str_addf(&said, ": %s\n", app_drive_name(drive));
    command_talk(said.buf);
}

static enum status run(const struct command *c, struct err *err)
{
    if (c->words == 1 && strcmp(c->word[0], "passphrase") == 0)
        return passphrase_change(&c->app, err);
    __attribute__((cleanup(app_close))) struct app *app = NULL;
    enum status status = app_open(&c->app, &app, err);
    // All of them are read before the first is set.
    for (size_t i = 0; i < c->words && status == STATUS_OK; i++)
        status = take_word(NULL, c->word[i], err);
    for (size_t i = 0; i < c->words && status == STATUS_OK; i++)
        status = take_word(app, c->word[i], err);
    for (size_t i = 0; i < c->words && status == STATUS_OK; i++)
        if (value_of(c->word[i], app_drive_key))
            say_drive(app);
    if (status || c->words)
        return status;
    autostr text = STR_INIT;
    for (int i = 0; i < OFFICE_FIELDS; i++)
        str_addf(&text, "%s=%s\n", office_key((enum office_field)i), app_office(app)->field[i]);
    for (size_t i = 0; i < app_office(app)->owns; i++)
        str_addf(&text, "%s=%s\n", app_office(app)->own[i].key, app_office(app)->own[i].text);
    for (int i = 0; i < PREFERENCES; i++) {
        enum preference preference = (enum preference)i;
        str_addf(&text, "%s=%s\n", preference_key(preference),
                 preference_word(preference, app_preference(app, preference)));
    }
    str_addf(&text, "%s=", app_drive_key);
    app_drive_folder(app, &text);
    str_add_char(&text, '\n');
    return command_put(&text, err);
}

const struct verb verb_office = {
    .name = "office",
    .arguments = "[KEY=VALUE …]|passphrase",
    .summary = N_("show or set the office's particulars"),
    .options = "",
    .words_max = WORDS_MAX,
    .run = run,
};
