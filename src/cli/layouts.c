// SPDX-License-Identifier: GPL-3.0-or-later
// orjon layouts: list, show, install as the office's own, take out.
#include "command.h"

#include "orjon/app/layouts.h"
#include "orjon/base/tsv.h"

static enum status run_list(struct app *app, const struct command *c, struct err *err)
{
    autolayouts *layouts = NULL;
    const struct layout *layout = NULL;
    autostr text = STR_INIT;
    (void)c;
    enum status status = app_read_layouts(app, &layouts, err);
    if (status)
        return status;
    str_add(&text, "layout\tpaper\tsource\ttitle\n");
    for (size_t i = 0; (layout = layouts_at(layouts, i)); i++) {
        str_addf(&text, "%s\t%s\t%s\t", layout_name(layout), layout_paper(layout),
                 layouts_is_own(layouts, i) ? "office" : "built-in");
        tsv_write_cell(&text, layout_title(layout));
        str_add_char(&text, '\n');
    }
    return command_put(&text, err);
}

static enum status run_show(struct app *app, const struct command *c, struct err *err)
{
    autostr text = STR_INIT;
    enum status status = app_show_layout(app, c->word[1], &text, err);
    return status ? status : command_put(&text, err);
}

static enum status run_install(struct app *app, const struct command *c, struct err *err)
{
    autostr faults = STR_INIT;
    enum status status = app_install_layouts(app, c->word + 1, c->words - 1, &faults, err);
    command_talk(faults.buf);
    return status;
}

static enum status run_remove(struct app *app, const struct command *c, struct err *err)
{
    return app_remove_layout(app, c->word[1], err);
}

static const struct deed deeds[] = {
    {"list", 1, 1, run_list},
    {"show", 2, 2, run_show},
    {"install", 2, WORDS_MAX, run_install},
    {"remove", 2, 2, run_remove},
    {0},
};

static enum status run(const struct command *c, struct err *err)
{
    return command_run_deed(c, &verb_layouts, deeds, err);
}

const struct verb verb_layouts = {
    .name = "layouts",
    .arguments = "[list | show NAME | install FILE.tsv … | remove NAME]",
    .summary = N_("list how papers can look, install a layout of this office"),
    .details = N_("A layout of this office replaces the built-in one of its name. What “show” puts "
                  "out is a file to begin with; “install” takes it in again."),
    .options = "",
    .words_max = WORDS_MAX,
    .run = run,
};
