// SPDX-License-Identifier: GPL-3.0-or-later
// The guide of the first run: five pages that end in an office file with its plans. guide_draw.c
// draws them.
#include "guide.h"

#include "orjon/app/preferences.h"
#include "orjon/base/text.h"

#include <string.h>

static const struct screen_ops welcome_ops;

static const enum office_field office_fields[] = {OFFICE_NAME, OFFICE_PLACE, OFFICE_MINISTRY};
static const enum office_field officer_fields[] = {OFFICE_OFFICER, OFFICE_DESIGNATION,
                                                   OFFICE_SUPERIOR, OFFICE_SUPERIOR_OFFICE};

// The field behind the last of them is the folder of plans.
static const enum office_field other_fields[] = {OFFICE_FAMILY, OFFICE_FISCAL_YEAR, OFFICE_FIELDS};

static const enum office_field *fields_of(const struct guide *guide, int *ret_count)
{
    switch (guide->page) {
    case PAGE_OFFICE:
        *ret_count = sizeof office_fields / sizeof *office_fields;
        return office_fields;
    case PAGE_OFFICER:
        *ret_count = sizeof officer_fields / sizeof *officer_fields;
        return officer_fields;
    default:
        *ret_count = guide->other ? sizeof other_fields / sizeof *other_fields : 0;
        return other_fields;
    }
}

static enum office_field field_of(const struct guide *guide, int field)
{
    int count = 0;
    return fields_of(guide, &count)[field];
}

static void value(void *data, int field, struct str *ret)
{
    const struct guide *guide = data;
    const enum office_field of = field_of(guide, field);
    str_add(ret, of == OFFICE_FIELDS ? guide->folder.buf : guide->office.field[of]);
}

// The first fault of its plans names file and line.
static enum status check_folder(const char *path, struct err *err)
{
    autostr faults = STR_INIT;
    enum status status = app_check_files(&path, 1, &faults, err);
    str_cut(&faults, strcspn(faults.buf, "\n"));
    return faults.len ? err_set(err, status, "%s", faults.buf) : status;
}

static enum status accept(void *data, int field, const char *text, struct err *err)
{
    struct guide *guide = data;
    const enum office_field of = field_of(guide, field);
    if (of != OFFICE_FIELDS)
        return office_set(&guide->office, of, text, strlen(text), err);
    str_reset(&guide->folder);
    str_add(&guide->folder, text);
    return *text ? check_folder(text, err) : STATUS_OK;
}

static void make_form(struct guide *guide)
{
    int count = 0;
    const enum office_field *fields = fields_of(guide, &count);
    form_free(&guide->form);
    for (int i = 0; i < count; i++) {
        const bool folder = fields[i] == OFFICE_FIELDS;
        guide->field[i] =
            (struct form_field){.label = folder ? _("Folder of plans") : office_label(fields[i]),
                                .hint = folder ? _("where the plans' files are; may stay empty")
                                               : office_hint(fields[i]),
                                .value = value,
                                .accept = accept};
    }
    if (count)
        guide->form = form_new(guide->field, count, guide);
}

static void go(struct guide *guide, enum page page)
{
    guide->page = page;
    guide->chosen = 0;
    guide->other = false;
    make_form(guide);
}

static void put_on(struct guide *guide, struct desk *desk)
{
    guide->layers++;
    desk_push(desk, guide->page == PAGE_WELCOME ? &welcome_ops : &guide_ops, guide);
}

// The first page has a key bar of its own.
static void turn(struct guide *guide, struct desk *desk, enum page page)
{
    const enum page from = guide->page;
    go(guide, page);
    if ((from == PAGE_WELCOME) != (page == PAGE_WELCOME)) {
        desk_pop(desk); // its layer goes after this key
        put_on(guide, desk);
    }
}

// --- making the file ----------------------------------------------------------------------------

static enum status set_rest(struct guide *guide, struct err *err)
{
    enum status status = STATUS_OK;
    for (int i = 0; i < OFFICE_FIELDS && status == STATUS_OK; i++) {
        bool done = i == OFFICE_NAME || i == OFFICE_FAMILY || i == OFFICE_FISCAL_YEAR;
        if (!done && *guide->office.field[i])
            status = app_set_office(guide->session->app, (enum office_field)i,
                                    guide->office.field[i], err);
    }
    return status;
}

// sample: the family of the one that is wanted, or NULL.
static enum status make(struct guide *guide, const char *sample, struct str *talk, struct err *err)
{
    const struct office *office = &guide->office;
    struct app_new_office new_office = {.sample = sample != NULL, .family = sample, .talk = talk};
    if (!sample) {
        new_office.name = office->field[OFFICE_NAME];
        new_office.family = office->field[OFFICE_FAMILY];
        new_office.fiscal_year = office->field[OFFICE_FISCAL_YEAR];
        new_office.plans = guide->folder.len ? guide->folder.buf : NULL;
    }
    enum status status = app_init(guide->session->options, &new_office, err);
    if (status == STATUS_OK)
        status = app_open(guide->session->options, &guide->session->app, err);
    // The language chosen in the guide stays.
    if (status == STATUS_OK && i18n_language() == LANGUAGE_ENGLISH)
        status = app_set_preference(guide->session->app, PREFERENCE_LANGUAGE, "en", err);
    if (status == STATUS_OK && i18n_digits() == DIGITS_LATIN)
        status = app_set_preference(guide->session->app, PREFERENCE_DIGITS, "latin", err);
    return status || sample ? status : set_rest(guide, err);
}

static void finish(struct guide *guide, struct desk *desk, const char *sample)
{
    struct err err = {0};
    autostr talk = STR_INIT;
    enum status status = make(guide, sample, &talk, &err);
    if (status == STATUS_OK)
        status = home_push(desk, guide->session, &err);
    if (status)
        desk_fail(desk, &err);
    else
        desk_close(desk, guide); // the guide goes, the first screen stays
    if (talk.len)
        dialog_tell(desk, _("Plans"), talk.buf, NULL, NULL);
}

// --- keys ---------------------------------------------------------------------------------------

static void take_family(struct guide *guide)
{
    const struct app_family *family = &guide->family[guide->chosen];
    autostr year = STR_INIT;
    period_write_year_short(&year, family->fiscal_year);
    str_reset(&guide->folder);
    office_set(&guide->office, OFFICE_FAMILY, family->family, strlen(family->family), NULL);
    office_set(&guide->office, OFFICE_FISCAL_YEAR, year.buf, year.len, NULL);
}

// What the office file cannot be made without.
static void leave_form(struct guide *guide, struct desk *desk)
{
    const char *const *field = guide->office.field;
    const int missing = guide->page == PAGE_OFFICE    ? (*field[OFFICE_NAME] ? -1 : 0)
                        : guide->page != PAGE_PLANS   ? -1
                        : !*field[OFFICE_FAMILY]      ? 0
                        : !*field[OFFICE_FISCAL_YEAR] ? 1
                                                      : -1;
    if (missing < 0) {
        go(guide, guide->page + 1);
        return;
    }
    if (guide->page == PAGE_OFFICE)
        desk_say(desk, MESSAGE_WARNING, "%s", _("The office needs a name"));
    else
        desk_say(desk, MESSAGE_WARNING, _("“%s” is needed"), guide->field[missing].label);
    form_set_focus(guide->form, missing);
}

// Enter goes on: to the next field of a form, from its last to the next page.
static void go_on(void *state, struct desk *desk, const struct key *key)
{
    struct guide *guide = state;
    if (guide->form) {
        if (form_key(guide->form, desk, key) == FORM_LAST)
            leave_form(guide, desk);
    } else if (guide->page == PAGE_SUMMARY || (guide->page == PAGE_WELCOME && guide->chosen)) {
        finish(guide, desk,
               guide->page == PAGE_WELCOME ? app_sample_family((size_t)guide->chosen - 1) : NULL);
    } else {
        if (guide->page == PAGE_PLANS && guide->chosen == guide->families) {
            guide->other = true;
            make_form(guide);
            return;
        }
        if (guide->page == PAGE_PLANS)
            take_family(guide);
        turn(guide, desk, guide->page + 1);
    }
}

static void go_back(void *state, struct desk *desk, const struct key *key)
{
    struct guide *guide = state;
    (void)key;
    if (guide->page == PAGE_WELCOME)
        desk_quit(desk);
    else
        turn(guide, desk, guide->other ? PAGE_PLANS : guide->page - 1);
}

static void language(void *state, struct desk *desk, const struct key *key)
{
    (void)key;
    screens_switch_language(((struct guide *)state)->session, desk);
}

static int samples(void)
{
    int count = 0;
    while (app_sample_family((size_t)count))
        count++;
    return count;
}

static bool key(void *state, struct desk *desk, const struct key *key)
{
    struct guide *guide = state;
    int choices = guide->page == PAGE_WELCOME ? 1 + samples()
                  : guide->page == PAGE_PLANS ? guide->families + 1
                                              : 1;
    if (guide->form) {
        const enum form_event event = form_key(guide->form, desk, key);
        if (event == FORM_LAST)
            leave_form(guide, desk);
        return event != FORM_IGNORED;
    }
    if (key->code == K_UP && choices)
        guide->chosen = (guide->chosen + choices - 1) % choices;
    else if (key->code == K_DOWN && choices)
        guide->chosen = (guide->chosen + 1) % choices;
    return true;
}

static enum screen_mode mode(const void *state)
{
    const struct guide *guide = state;
    return guide->form && form_editing(guide->form) ? MODE_TYPING : MODE_LOOKING;
}

static bool settle(void *state, struct desk *desk)
{
    const struct guide *guide = state;
    (void)desk; // the form itself says why it was refused
    return !guide->form || form_commit(guide->form, NULL) == STATUS_OK;
}

static const struct action welcome_actions[] = {
    {"Enter", NULL, N_("go on"), N_("go on"), WHEN_AT_REST, go_on},
    {"Esc", NULL, N_("leave"), N_("leave the program"), WHEN_AT_REST, go_back},
    {"F12 C-g", NULL, "English/বাংলা", N_("Bengali or English"), WHEN_AT_REST, language},
    {0}};

static const struct action actions[] = {
    {"Enter", NULL, N_("go on"), N_("go on"), WHEN_AT_REST | MODE_TYPING, go_on},
    {"Esc", NULL, N_("back"), N_("go back; on the first page, leave the program"), WHEN_AT_REST,
     go_back},
    {"F12 C-g", NULL, "English/বাংলা", N_("Bengali or English"), WHEN_AT_REST | MODE_TYPING,
     language},
    {0}};

static void free_guide(void **state)
{
    struct guide *guide = *state;
    *state = NULL;
    if (--guide->layers > 0)
        return;
    form_free(&guide->form);
    str_done(&guide->folder);
    office_done(&guide->office);
    free(guide);
}

#define GUIDE_OPS(table)                                                                           \
    {                                                                                              \
        .name = "guide", .actions = table, .about = ABOUT, .mode = mode, .settle = settle,         \
        .draw = guide_draw, .key = key, .free = free_guide                                         \
    }
#define ABOUT                                                                                      \
    N_("FIRST STEPS\n"                                                                             \
       "\n"                                                                                        \
       "Five pages ask for what an office file needs. All of it can be changed later.")
static const struct screen_ops welcome_ops = GUIDE_OPS(welcome_actions);
const struct screen_ops guide_ops = GUIDE_OPS(actions);

void guide_push(struct desk *desk, struct session *session)
{
    struct guide *guide = mem_alloc(sizeof *guide);
    guide->session = session;
    guide->folder = STR_INIT;
    office_init(&guide->office);
    guide->families = (int)app_families(guide->family, FAMILIES_MAX);
    put_on(guide, desk);
}
