// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of a return that came: marks, what is proposed, what is odd, and back and forth.
#include "received.h"

#include "orjon/base/text.h"

#include <string.h>

// --- one key a mark -----------------------------------------------------------------------------

// In the column of marks the key is the mark, and the next indicator is due; elsewhere it is typed.
static void mark_by_key(void *state, struct desk *desk, const struct key *key)
{
    struct received_screen *screen = state;
    const int row = grid_row(screen->grid);
    size_t changed = 0;
    struct err err = {0};
    if (received_column(screen) != RECEIVED_MARK) {
        grid_key(screen->grid, desk, key);
        return;
    }
    if (row < 0)
        return;
    const int before = screen->review->row[row].mark.mark;
    if (received_put(screen, desk, row, RECEIVED_MARK, key->text, &changed, &err)) {
        desk_fail(desk, &err);
        return;
    }
    if (!changed)
        desk_say(desk, MESSAGE_INFO, "%s", _("Nothing changed: it stood there already"));
    received_ask_remark(screen, desk, row, before);
    if ((size_t)row + 1 < screen->review->rows)
        grid_select(screen->grid, row + 1, grid_col(screen->grid));
}

static void put(struct received_screen *screen, struct desk *desk, enum received_field field,
                const char *text)
{
    size_t changed = 0;
    struct err err = {0};
    if (received_put(screen, desk, grid_row(screen->grid), field, text, &changed, &err))
        desk_fail(desk, &err);
    else if (!changed)
        desk_say(desk, MESSAGE_INFO, "%s", _("Nothing changed: it stood there already"));
}

static void clear(void *state, struct desk *desk, const struct key *key)
{
    struct received_screen *screen = state;
    (void)key;
    put(screen, desk, received_column(screen),
        received_column(screen) == RECEIVED_FOLLOW ? "no" : "");
}

static void follow_up(void *state, struct desk *desk, const struct key *key)
{
    struct received_screen *screen = state;
    const struct app_review_row *row = received_marked(screen);
    (void)key;
    if (!row)
        return;
    put(screen, desk, RECEIVED_FOLLOW, row->mark.follow_up ? "no" : "yes");
    row = received_marked(screen);
    if (!*desk_message(desk) && row)
        desk_say(desk, MESSAGE_GOOD, "%s",
                 row->mark.follow_up ? _("It is asked for again in the next quarter")
                                     : _("It is not asked for again"));
}

// The note on the whole return is a remark, and is changed there wherever the cursor stands.
static void change(void *state, struct desk *desk, const struct key *key)
{
    struct received_screen *screen = state;
    const struct app_review_row *row = received_marked(screen);
    (void)desk;
    (void)key;
    if (row && strcmp(row->code, APP_REVIEW_NOTE) == 0)
        grid_select(screen->grid, grid_row(screen->grid),
                    received_column_of(screen, RECEIVED_REMARK));
    grid_edit(screen->grid, NULL);
}

static void propose(void *state, struct desk *desk, const struct key *key)
{
    struct received_screen *screen = state;
    struct err err = {0};
    size_t count = 0;
    (void)key;
    const enum status status = app_take_proposals(screen->app, &screen->of, &count, &err);
    received_show(screen, desk);
    if (status)
        desk_fail(desk, &err);
    else
        desk_say(desk, MESSAGE_GOOD,
                 tr_count("%s mark taken as proposed; Ctrl-Z undoes it",
                          "%s marks taken as proposed; Ctrl-Z undoes them together", count),
                 SAY(count));
}

// --- what is odd --------------------------------------------------------------------------------

static void say_finding(void *data, int i, struct str *ret)
{
    const struct received_screen *screen = data;
    const struct finding *finding = &screen->review->findings.finding[i];
    text_digits(ret, finding->indicator, strlen(finding->indicator), i18n_digits());
    str_addf(ret, "%s%s%s", *finding->indicator ? "  " : "", finding->message,
             finding->answer ? " ✓" : "");
}

static void to_finding(void *data, struct desk *desk, int i)
{
    struct received_screen *screen = data;
    const struct findings *findings = &screen->review->findings;
    (void)desk;
    for (size_t r = 0; i >= 0 && (size_t)i < findings->count && r < screen->review->rows; r++)
        if (strcmp(screen->review->row[r].code, findings->finding[i].indicator) == 0)
            grid_select(screen->grid, (int)r, grid_col(screen->grid));
}

static void list_findings(void *state, struct desk *desk, const struct key *key)
{
    struct received_screen *screen = state;
    (void)key;
    if (screen->review->findings.count)
        dialog_pick(desk, _("Check"), (int)screen->review->findings.count, 0, say_finding,
                    to_finding, screen);
    else
        desk_say(desk, MESSAGE_GOOD, "%s", _("Nothing is missing and nothing is odd"));
}

// --- back and forth -----------------------------------------------------------------------------

static void undo(void *state, struct desk *desk, const struct key *key)
{
    struct received_screen *screen = state;
    review_undo_run(desk, &screen->undo, key_is_ctrl(key, 'y'));
}

// --- the note, and the file ---------------------------------------------------------------------

static const char *note_of(const struct app_review *r)
{
    for (size_t i = 0; i < r->rows; i++)
        if (strcmp(r->row[i].code, APP_REVIEW_NOTE) == 0)
            return r->row[i].mark.remark;
    return "";
}

static enum status put_note(void *data, const char *text, struct err *err)
{
    struct received_screen *screen = data;
    const struct app_mark note = {.code = APP_REVIEW_NOTE, .remark = text};
    const enum status status = app_put_marks(screen->app, &screen->of, &note, 1, NULL, err);
    return status ? status : received_load(screen, err);
}

static void note_put(void *data, struct desk *desk, const char *text)
{
    (void)data;
    (void)text;
    desk_say(desk, MESSAGE_GOOD, "%s", _("Saved"));
}

static void ask_note(void *state, struct desk *desk, const struct key *key)
{
    struct received_screen *screen = state;
    autostr about = STR_INIT;
    received_name(screen, &about);
    const struct dialog_prompt prompt = {.title = screen->review->name,
                                         .label = _("Note on the whole return"),
                                         .hint = _("printed under the office's table as “বি:দ্র:”"),
                                         .preset = note_of(screen->review),
                                         .about = about.buf,
                                         .accept = put_note,
                                         .done = note_put,
                                         .data = screen};
    (void)key;
    dialog_prompt(desk, &prompt);
}

static void write_file(void *state, struct desk *desk, const struct key *key)
{
    struct received_screen *screen = state;
    (void)key;
    screen->file = (struct review_file){.app = screen->app, .of = screen->of};
    screen->file.of.plan = NULL; // all plans of the quarter: the office gets one file
    review_file_ask(desk, &screen->file);
}

static void type_in(void *state, struct desk *desk, const struct key *key)
{
    const struct received_screen *screen = state;
    const struct app_review_of *of = &screen->of;
    struct err err = {0};
    (void)key;
    if (paper_return_push(desk, screen->app, of->office, of->fiscal_year, of->plan, of->quarter,
                          &err))
        desk_fail(desk, &err);
}

enum { RESTING = WHEN_AT_REST & ~MODE_READ_ONLY, ALL = WHEN_AT_REST | WHEN_SETTLED };

const struct action received_actions[] = {
    {NULL, "y 1 ১ ✓ √ হ x n 0 ০ ✗ × ন -", NULL,
     N_("✓ (y, 1), ✗ (x, n, 0) or not stated (-), and on to the next"), RESTING, mark_by_key},
    {"F2", NULL, N_("change"), N_("change what stands there"), WHEN_OPEN, change},
    {"F9", NULL, N_("verdict"), N_("accept this return, send it back, withdraw the verdict"),
     RESTING | WHEN_SETTLED, received_ask_verdict},
    {"F4", NULL, N_("ask again"), N_("to be asked for again in the next quarter, or not"),
     RESTING | WHEN_SETTLED, follow_up},
    {"F5", NULL, N_("as proposed"), N_("mark all that has no mark as proposed"),
     RESTING | WHEN_SETTLED, propose},
    {"F6", NULL, N_("history"), N_("what came, was said and was answered of the indicator"), ALL,
     received_history},
    {"F7", NULL, N_("check"), N_("what is missing or odd; to one of them"), ALL, list_findings},
    {"F8", NULL, N_("review file"), N_("write the signed review file for the office"), ALL,
     write_file},
    {"C-n", NULL, N_("note"), N_("the note on the whole return"), RESTING, ask_note},
    {"Ins", NULL, N_("type in"), N_("type in what came on paper only"), RESTING, type_in},
    {"Del BS", NULL, N_("clear"), N_("empty the field"), WHEN_OPEN, clear},
    {"F3 C-f", NULL, N_("find"), N_("find an indicator"), ALL | MODE_FINDING, screen_find},
    {"C-Left", NULL, N_("office before"), N_("the office before"), WHEN_AT_REST,
     received_other_office},
    {"C-Right", NULL, N_("office after"), N_("the office after"), WHEN_AT_REST,
     received_other_office},
    {"C-Up", NULL, N_("plan before"), N_("the office's plan before"), WHEN_AT_REST,
     received_other_plan},
    {"C-Down", NULL, N_("plan after"), N_("the office's plan after"), WHEN_AT_REST,
     received_other_plan},
    {"C-z", NULL, N_("undo"), N_("undo the last marks or verdicts"), RESTING, undo},
    {"C-y", NULL, N_("redo"), N_("redo what was undone"), RESTING, undo},
    {0}};
