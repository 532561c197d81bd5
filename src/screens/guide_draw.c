// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of the guide as they are drawn.
#include "guide.h"

#include <string.h>

static const char *page_text(enum page page)
{
    static const char *const texts[PAGES] = {
        [PAGE_WELCOME] =
            N_("Welcome to orjon. With it you fill in the quarterly returns of the governance "
               "action plans, see the marks at once and print the tables for signature.\n"
               "There is no office file yet. Make one for your office, or look around in a sample "
               "first."),
        [PAGE_OFFICE] = N_("What is your office called? It stands like this on every paper."),
        [PAGE_PLANS] = N_("Which office is it, and for which year? For an office that is not "
                          "listed the plans come from files."),
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
    if (i == guide->families) {
        str_add(ret, _("Another office, or another year"));
        return;
    }
    period_write_year(ret, family->fiscal_year, i18n_digits());
    str_add(ret, "  ");
    app_family_name(family->family, ret);
    str_add(ret, "  (");
    str_addf(ret, tr_count("%s plan", "%s plans", family->plans), SAY(family->plans));
    str_add_char(ret, ')');
}

static void add_sample(const char *family, struct str *ret)
{
    autostr name = STR_INIT;
    app_family_name(family, &name);
    str_addf(ret, _("A sample to look around in: %s"), name.buf);
}

static void draw_summary(const struct guide *guide, struct canvas *canvas, int row)
{
    static const enum office_field shown[] = {
        OFFICE_NAME,    OFFICE_PLACE,       OFFICE_FAMILY,   OFFICE_FISCAL_YEAR,
        OFFICE_OFFICER, OFFICE_DESIGNATION, OFFICE_SUPERIOR, OFFICE_SUPERIOR_OFFICE};
    for (size_t i = 0; i < sizeof shown / sizeof *shown && row < canvas->rows; i++, row++) {
        const char *label = office_label(shown[i]);
        autostr text = STR_INIT;
        app_say_particular(shown[i], guide->office.field[shown[i]], &text);
        canvas_text(canvas, row, 4, 24, STYLE_LABEL, ALIGN_LEFT, label, strlen(label));
        canvas_text(canvas, row, 30, canvas->cols - 32, STYLE_PLAIN, ALIGN_LEFT, text.buf,
                    text.len);
    }
}

void guide_draw(void *state, struct canvas *canvas)
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
        for (int i = 0; app_sample_family((size_t)i) && row + 1 + i < canvas->rows; i++) {
            autostr sample = STR_INIT;
            add_sample(app_sample_family((size_t)i), &sample);
            draw_choice(canvas, row + 1 + i, guide->chosen == 1 + i, sample.buf);
        }
    } else if (guide->page == PAGE_PLANS && !guide->form) {
        for (int i = 0; i <= guide->families && row + i < canvas->rows; i++) {
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
