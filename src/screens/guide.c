// SPDX-License-Identifier: GPL-3.0-or-later
// The guide of the first run: five pages that end in an office file with its plans.
#include "private.h"

#include "orjon/app/preferences.h"
#include "orjon/base/text.h"
#include "orjon/tui/form.h"

#include <string.h>

enum page { PAGE_WELCOME, PAGE_OFFICE, PAGE_PLANS, PAGE_OFFICER, PAGE_SUMMARY, PAGES };
enum { FAMILIES_MAX = 32, FIELDS_MAX = 4 };

struct guide {
    struct session *session;
    enum page page;
    struct office office; // as filled in so far
    struct app_family family[FAMILIES_MAX];
    int families, chosen; // of them; on the first page 0 = new office, 1 = sample
    struct form *form;    // of the pages that have one
    struct form_field field[FIELDS_MAX];
};

static const enum office_field office_fields[] = {OFFICE_NAME, OFFICE_PLACE, OFFICE_MINISTRY};
static const enum office_field officer_fields[] = {OFFICE_OFFICER, OFFICE_DESIGNATION,
                                                   OFFICE_SUPERIOR, OFFICE_SUPERIOR_OFFICE};

static const enum office_field *fields_of(enum page page, int *ret_count)
{
    bool office = page == PAGE_OFFICE;
    *ret_count = office                 ? (int)(sizeof office_fields / sizeof *office_fields)
                 : page == PAGE_OFFICER ? (int)(sizeof officer_fields / sizeof *officer_fields)
                                        : 0;
    return office ? office_fields : officer_fields;
}

static void value(void *data, int field, struct str *ret)
{
    const struct guide *guide = data;
    int count = 0;
    str_add(ret, guide->office.field[fields_of(guide->page, &count)[field]]);
}

static enum status accept(void *data, int field, const char *text, struct err *err)
{
    struct guide *guide = data;
    int count = 0;
    return office_set(&guide->office, fields_of(guide->page, &count)[field], text, strlen(text),
                      err);
}

static void go(struct guide *guide, enum page page)
{
    int count = 0;
    guide->page = page;
    guide->chosen = 0;
    const enum office_field *fields = fields_of(page, &count);
    form_free(&guide->form);
    for (int i = 0; i < count; i++)
        guide->field[i] = (struct form_field){.label = office_label(fields[i]),
                                              .hint = office_hint(fields[i]),
                                              .value = value,
                                              .accept = accept};
    if (count)
        guide->form = form_new(guide->field, count, guide);
}

static const char *page_text(enum page page)
{
    static const char *const texts[PAGES] = {
        [PAGE_WELCOME] =
            N_("Welcome to orjon. With it you fill in the quarterly returns of the governance "
               "action plans, see the marks at once and print the tables for signature.\n"
               "There is no office file yet. Make one for your office, or look around in a sample "
               "first."),
        [PAGE_OFFICE] = N_("What is your office called? It stands like this on every paper."),
        [PAGE_PLANS] = N_("Which plans does your office follow? Choose the family and the year."),
        [PAGE_OFFICER] = N_("Who signs the returns, and to whom do they go? All of it can be "
                            "changed later."),
        [PAGE_SUMMARY] = N_("Press Enter to make the office file. Then the first screen opens, and "
                            "you can fill in the first return."),
    };
    return tr(texts[page]);
}

static void draw_choice(struct canvas *canvas, int row, bool chosen, const char *text)
{
    canvas_text(canvas, row, 4, canvas->cols - 8, chosen ? STYLE_FOCUS : STYLE_PLAIN, ALIGN_LEFT,
                text, strlen(text));
    if (chosen)
        canvas_cursor(canvas, row, 4);
}

static void add_family(const struct guide *guide, int i, struct str *ret)
{
    const struct app_family *family = &guide->family[i];
    period_write_year(ret, family->fiscal_year, i18n_digits());
    str_addf(ret, "  %s  (", family->family);
    str_addf(ret, _("%s plans"), SAY(family->plans));
    str_add_char(ret, ')');
}

static void draw_summary(const struct guide *guide, struct canvas *canvas, int row)
{
    static const enum office_field shown[] = {
        OFFICE_NAME,    OFFICE_PLACE,       OFFICE_FAMILY,   OFFICE_FISCAL_YEAR,
        OFFICE_OFFICER, OFFICE_DESIGNATION, OFFICE_SUPERIOR, OFFICE_SUPERIOR_OFFICE};
    for (size_t i = 0; i < sizeof shown / sizeof *shown && row < canvas->rows; i++, row++) {
        const char *label = office_label(shown[i]), *text = guide->office.field[shown[i]];
        canvas_text(canvas, row, 4, 24, STYLE_LABEL, ALIGN_LEFT, label, strlen(label));
        canvas_text(canvas, row, 30, canvas->cols - 32, STYLE_PLAIN, ALIGN_LEFT, text,
                    strlen(text));
    }
}

static void draw(void *state, struct canvas *canvas)
{
    struct guide *guide = state;
    autostr title = STR_INIT;
    str_addf(&title, _(" orjon: first steps, page %s of %s"), SAY(guide->page + 1), SAY(PAGES));
    canvas_text(canvas, 0, 0, canvas->cols, STYLE_TITLE, ALIGN_LEFT, title.buf, title.len);
    const char *text = page_text(guide->page);
    int row =
        2 + canvas_wrapped(canvas, 2, 2, 6, canvas->cols - 4, STYLE_PLAIN, text, strlen(text));
    row++;
    if (guide->page == PAGE_WELCOME) {
        draw_choice(canvas, row, guide->chosen == 0, _("A new office"));
        draw_choice(canvas, row + 1, guide->chosen == 1, _("The sample office, to look around"));
    } else if (guide->page == PAGE_PLANS) {
        for (int i = 0; i < guide->families && row + i < canvas->rows; i++) {
            autostr family = STR_INIT;
            add_family(guide, i, &family);
            draw_choice(canvas, row + i, guide->chosen == i, family.buf);
        }
    } else if (guide->form) {
        form_draw(guide->form, canvas, row, 2, canvas->rows - row, canvas->cols - 4);
    } else {
        draw_summary(guide, canvas, row);
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

static enum status make(struct guide *guide, bool sample, struct err *err)
{
    const struct office *office = &guide->office;
    struct app_new_office new_office = {.sample = sample};
    if (!sample) {
        new_office.name = office->field[OFFICE_NAME];
        new_office.family = office->field[OFFICE_FAMILY];
        new_office.fiscal_year = office->field[OFFICE_FISCAL_YEAR];
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

static void finish(struct guide *guide, struct desk *desk, bool sample)
{
    struct err err = {0};
    enum status status = make(guide, sample, &err);
    if (status == STATUS_OK)
        status = home_push(desk, guide->session, &err);
    if (status)
        desk_fail(desk, &err);
    else
        desk_close(desk, guide); // the guide goes, the first screen stays
}

// --- keys ---------------------------------------------------------------------------------------

static void take_family(struct guide *guide)
{
    const struct app_family *family = &guide->family[guide->chosen];
    autostr year = STR_INIT;
    period_write_year_short(&year, family->fiscal_year);
    office_set(&guide->office, OFFICE_FAMILY, family->family, strlen(family->family), NULL);
    office_set(&guide->office, OFFICE_FISCAL_YEAR, year.buf, year.len, NULL);
}

static void leave_form(struct guide *guide, struct desk *desk)
{
    if (guide->page != PAGE_OFFICE || *guide->office.field[OFFICE_NAME]) {
        go(guide, guide->page + 1);
        return;
    }
    desk_say(desk, MESSAGE_WARNING, "%s", _("The office needs a name"));
    form_set_focus(guide->form, 0);
}

// Enter goes on: to the next field of a form, from its last to the next page.
static void go_on(void *state, struct desk *desk, const struct key *key)
{
    struct guide *guide = state;
    if (guide->form) {
        if (form_key(guide->form, desk, key) == FORM_LAST)
            leave_form(guide, desk);
    } else if (guide->page == PAGE_SUMMARY || (guide->page == PAGE_WELCOME && guide->chosen == 1)) {
        finish(guide, desk, guide->page == PAGE_WELCOME);
    } else {
        if (guide->page == PAGE_PLANS && guide->families)
            take_family(guide);
        go(guide, guide->page + 1);
    }
}

static void go_back(void *state, struct desk *desk, const struct key *key)
{
    struct guide *guide = state;
    (void)key;
    if (guide->page == PAGE_WELCOME)
        desk_quit(desk);
    else
        go(guide, guide->page - 1);
}

static void language(void *state, struct desk *desk, const struct key *key)
{
    (void)key;
    screens_switch_language(((struct guide *)state)->session, desk);
}

static bool key(void *state, struct desk *desk, const struct key *key)
{
    struct guide *guide = state;
    int choices = guide->page == PAGE_WELCOME ? 2 : guide->page == PAGE_PLANS ? guide->families : 1;
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

static const struct action actions[] = {
    {"Enter", NULL, N_("go on"), N_("go on"), WHEN_AT_REST | MODE_TYPING, go_on},
    {"Esc", NULL, N_("back"), N_("back; on the first page: leave"), WHEN_AT_REST, go_back},
    {"F12 C-g", NULL, "English/বাংলা", N_("Bengali or English"), WHEN_AT_REST | MODE_TYPING,
     language},
    {0}};

static void free_guide(void **state)
{
    struct guide *guide = *state;
    form_free(&guide->form);
    office_done(&guide->office);
    free(guide);
    *state = NULL;
}

const struct screen_ops guide_ops = {
    .name = "guide",
    .actions = actions,
    .about = N_("FIRST STEPS\n"
                "\n"
                "Five pages ask for what an office file needs. All of it can be changed later."),
    .mode = mode,
    .settle = settle,
    .draw = draw,
    .key = key,
    .free = free_guide,
};

void guide_push(struct desk *desk, struct session *session)
{
    struct guide *guide = mem_alloc(sizeof *guide);
    guide->session = session;
    office_init(&guide->office);
    guide->families = (int)app_families(guide->family, FAMILIES_MAX);
    desk_push(desk, &guide_ops, guide);
}
