// SPDX-License-Identifier: GPL-3.0-or-later
// People and the form of a person: a name that is like another's, a transfer, what is odd.
#include "record_screens.h"

#include "orjon/app/people.h"
#include "orjon/base/text.h"
#include "orjon/domain/date.h"

#include <stdio.h>
#include <string.h>

// --- a transfer ---------------------------------------------------------------------------------

// Who may take a post over, as the box lists them.
struct successors {
    struct record_form *form;
    struct records people;
};

static void let_go(void *data)
{
    struct successors *of = data;
    records_done(&of->people);
    free(of);
}

enum { NOBODY }; // the first line

static void say_successor(void *data, int i, struct str *ret)
{
    const struct successors *of = data;
    if (i == NOBODY) {
        str_add(ret, _("nobody yet"));
        return;
    }
    const struct record *person = &of->people.record[i - 1];
    autostr rest = STR_INIT;
    record_say_name(of->form->app, person, ret);
    record_say_rest(of->form->app, person, &rest);
    if (rest.len)
        str_addf(ret, " · %s", rest.buf);
}

static void say_done(const struct record_form *form, struct desk *desk, const char *successor,
                     bool was_set)
{
    autostr text = STR_INIT;
    if (successor)
        str_addf(&text, _("From %s the post is held by %s"), form->code, successor);
    else
        str_addf(&text, _("The post ends the day before %s; nobody holds it yet"), form->code);
    if (was_set && !app_signer_is_set(form->app))
        str_addf(&text, "; %s",
                 _("Papers now name who held the post on their date, not the officer of the "
                   "office's settings"));
    desk_say(desk, MESSAGE_GOOD, "%s", text.buf);
}

static void pass_on(void *data, struct desk *desk, int choice)
{
    const struct successors *of = data;
    struct record_form *form = of->form;
    const bool was_set = app_signer_is_set(form->app);
    const struct record *to = choice > NOBODY ? &of->people.record[choice - 1] : NULL;
    char from_id[24], to_id[24];
    int64_t id = 0;
    struct err err = {0};
    if (choice < 0)
        return;
    snprintf(from_id, sizeof from_id, "%lld", (long long)form->id);
    snprintf(to_id, sizeof to_id, "%lld", to ? (long long)to->id : 0);
    const struct app_transfer transfer = {
        .person = from_id, .successor = to ? to_id : NULL, .from = form->code};
    if (app_transfer(form->app, &transfer, &id, &err)) {
        desk_fail(desk, &err);
        return;
    }
    record_form_reload(form, desk);
    say_done(form, desk, to ? to->text[PERSON_NAME] : NULL, was_set);
}

static void ask_successor(void *data, struct desk *desk, const char *day)
{
    struct record_form *form = data;
    struct successors *of = mem_alloc(sizeof *of);
    struct err err = {0};
    of->form = form;
    free(form->code);
    form->code = mem_copy_text(day, strlen(day));
    if (app_load_records(form->app, RECORD_PERSON, 0, &of->people, &err)) {
        let_go(of);
        desk_fail(desk, &err);
        return;
    }
    records_drop(&of->people, form->id);
    dialog_pick_own(desk, _("Who takes the post over"), (int)of->people.count + 1, say_successor,
                    pass_on, of, let_go);
}

static enum status accept_day(void *data, const char *text, struct err *err)
{
    int32_t day = 0;
    (void)data;
    return date_read(text, strlen(text), DATE_STRICT, &day, NULL, err);
}

static void transfer(void *state, struct desk *desk, const struct key *key)
{
    struct record_form *form = state;
    autostr today = STR_INIT;
    (void)key;
    if (!form->there) {
        desk_say(desk, MESSAGE_INFO, "%s", _("Fill in a field first; then it is there"));
        return;
    }
    date_write(&today, app_today(form->app), i18n_digits());
    const struct dialog_prompt prompt = {.title = _("Transfer"),
                                         .label = _("From"),
                                         .hint = _("The first day on which another holds the post"),
                                         .preset = today.buf,
                                         .accept = accept_day,
                                         .done = ask_successor,
                                         .data = form};
    dialog_prompt(desk, &prompt);
}

// --- what is odd --------------------------------------------------------------------------------

static void tell_odd(struct app *app, struct desk *desk)
{
    __attribute__((cleanup(findings_done))) struct findings odd = {0};
    struct err err = {0};
    if (app_check_people(app, &odd, &err))
        desk_fail(desk, &err);
    else
        record_tell_findings(desk, &odd);
}

static void check_list(void *state, struct desk *desk, const struct key *key)
{
    (void)key;
    tell_odd(((struct record_list *)state)->app, desk);
}

static void check_form(void *state, struct desk *desk, const struct key *key)
{
    (void)key;
    tell_odd(((struct record_form *)state)->app, desk);
}

static const struct action people_actions[] = {
    {"F7", NULL, N_("check"), N_("what is odd about people and posts"), RECORD_ALL, check_list},
    {0}};

static const struct action person_actions[] = {
    {"F5", NULL, N_("transfer"), N_("the post passes over to another on a day"), RECORD_WRITABLE,
     transfer},
    {"F7", NULL, N_("check"), N_("what is odd about people and posts"), RECORD_ALL, check_form},
    {0}};

const struct screen_ops people_ops = RECORD_LIST_OPS(
    "people", people_actions, record_list_actions,
    N_("PEOPLE\n"
       "\n"
       "Who chairs, signs, comes to meetings and sits on committees is chosen from here. Enter "
       "opens a person with the posts held; there F5 enters a transfer."));

const struct screen_ops person_ops = RECORD_FORM_OPS(
    "person", person_actions, record_form_actions,
    N_("A PERSON\n"
       "\n"
       "Below the particulars stand the posts, each with its days: a paper names who held the post "
       "on its date. F5 enters a transfer: the post ends the day before, and the next one begins "
       "with whoever takes it over. A name that is like another's is asked about."));
