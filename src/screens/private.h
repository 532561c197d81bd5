// SPDX-License-Identifier: GPL-3.0-or-later
// What the screens share.
#pragma once

#include "orjon/app/book.h"
#include "orjon/app/reviews.h"
#include "orjon/app/undo.h"
#include "orjon/screens/screens.h"
#include "orjon/tui/canvas.h"
#include "orjon/tui/dialog.h"
#include "orjon/tui/grid.h"

extern const struct screen_ops guide_ops, home_ops, return_ops, indicator_ops, findings_ops,
    rekey_ops, differences_ops, preview_ops, progress_ops, found_ops, office_ops, plan_ops,
    year_ops, records_ops, record_ops, meeting_ops, meetings_ops, decisions_ops, memos_ops,
    phrases_ops, evidence_ops, proofs_ops, people_ops, person_ops, received_ops, receive_ops,
    matrix_ops, below_ops;
extern const struct screen_ops onpaper_ops;

void guide_push(struct desk *desk, struct session *session);

enum status home_push(struct desk *desk, struct session *session, struct err *err);
// The same under another first screen: Esc goes back there.
enum status own_push(struct desk *desk, struct session *session, struct err *err);
// Language, digits, colours and mouse as the office file has them; a list to change them.
void settings_apply(const struct session *session, struct desk *desk);
void settings_push(struct desk *desk, struct session *session);
void screens_switch_language(const struct session *session, struct desk *desk);
enum status return_push(struct desk *desk, struct app *app, int fiscal_year, const char *plan,
                        int quarter, const char *indicator, struct err *err);
// The return in which a figure was left half typed, typed again; NOT_FOUND without a word where
// there is none, or figures were saved since.
enum status return_push_left(struct desk *desk, struct app *app, struct err *err);
// The plan of a book, to change its targets; the book is the caller's and is read again.
void plan_push(struct desk *desk, struct book *book);
void indicator_push(struct desk *desk, struct book *book, size_t indicator, int quarter);
// A paper to look at: of plans and a quarter, or of a meeting.
struct paper_choice {
    struct app *app;
    const char *plan; // NULL: all plans
    int fiscal_year, quarter;
    int64_t meeting;    // 0: of none
    bool from_above;    // another office held it: its notice and minutes are none of ours
    const char *layout; // NULL: as the paper has it
    const char *under;  // an office and all below it; NULL: all
    bool has_below;     // other offices stand below this one; preview_choose fills it in
    bool has_own;       // the office sends returns itself; likewise
};
void preview_push(struct desk *desk, const struct paper_choice *choice, const char *paper);
// Asks which first, of those that there are of a meeting or of none; the choice lives in the screen
// that asks.
void preview_choose(struct desk *desk, struct paper_choice *choice);
// Asks for a text, lists where it stands in all plans, years and records, and opens one of them.
void find_ask(struct desk *desk, struct app *app);
// The year to date: where marks can still be won.
void progress_push(struct desk *desk, struct app *app);
// The targets of the next year, or of one that has just begun, beside last year's; carries plans
// on.
void year_push(struct desk *desk, struct app *app);
// People, committees, meetings, memos: asks which of them to look at.
void registers_push(struct desk *desk, struct app *app);
// The proofs of an indicator in a quarter; the book is the caller's and is read again.
void evidence_push(struct desk *desk, struct book *book, const char *code, int quarter);
void office_push(struct desk *desk, struct app *app);
// --- the offices below ---------------------------------------------------------------------------

extern const struct screen_ops supervision_ops, own_ops, sent_ops, offices_ops;

// The first screen of an office with others below it: what came today, what is late, what is asked,
// what is due; the office's own returns are a key away.
enum status supervision_push(struct desk *desk, struct session *session, struct err *err);
// The tree of the offices; each opens its record.
void offices_push(struct desk *desk, struct app *app);
// Who has sent what in a quarter: offices × plans. fiscal_year and quarter 0: those in hand.
void sent_push(struct desk *desk, struct app *app, int fiscal_year, int quarter);
// Files that came: what is in each beside what is here; taken whole or plan by plan. path: a file
// or a folder to begin with; NULL: asks.
void receive_push(struct desk *desk, struct app *app, const char *path);
// One return that came: figures, proofs, marks and remarks of each indicator, and the verdict.
void received_push(struct desk *desk, struct app *app, const struct app_review_of *of,
                   const char *indicator);
// Undoes what the reviewer did last, or does it again; asks first where that was not done
// on the screen or is much. It lives with the screen.
struct review_undo {
    struct app *app;
    int64_t since;    // the last row of the journal when the screen was opened
    bool marks_alone; // no verdicts
    bool redo;        // filled in
    int64_t asked;    // likewise: the step that was asked about; nothing else is done for it
    void (*show)(void *screen, struct desk *desk); // reads it again
    void *screen;
};
void review_undo_run(struct desk *desk, struct review_undo *undo, bool redo);
// The same of records. It lives with the screen, and is filled in.
struct record_undo {
    struct app *app;
    bool redo;
    int64_t asked; // the step that was asked about
};
// A ✗ became ✓, and the remark that said why it was ✗ stands there still: done hears
// STALE_TAKE_AWAY where it is to go.
enum { STALE_TAKE_AWAY };
void stale_ask(struct desk *desk, const char *title, const char *remark,
               void (*done)(void *data, struct desk *desk, int choice), void *data);
// A return that came on paper only, typed in for that office: the form of the own returns, saved as
// it is left. fiscal_year and quarter 0: those in hand. As app_onpaper_open.
enum status paper_return_push(struct desk *desk, struct app *app, int64_t office, int fiscal_year,
                              const char *plan, int quarter, struct err *err);
// ✓ and ✗ of a plan and quarter: offices × indicators. plan NULL: asks where there are several.
void matrix_push(struct desk *desk, struct app *app, int fiscal_year, int quarter,
                 const char *plan);
// Which of the plans of the offices below: calls then with it; where there is only one, at once.
void plan_pick(struct desk *desk, struct app *app, int fiscal_year, int quarter,
               void (*then)(struct desk *desk, struct app *app, int fiscal_year, int quarter,
                            const char *plan));
// Totals, ranking and outliers of what came, of a plan and quarter.
void below_push(struct desk *desk, struct app *app, int fiscal_year, int quarter, const char *plan);

// The findings of a book: jump is called with the one chosen, as the list leaves; a query can be
// answered there. quarter is 0 for the target or the plan.
void findings_push(struct desk *desk, struct book *book,
                   void (*jump)(void *data, struct desk *desk, const char *indicator, int quarter),
                   void *data);
// The same of all plans of the year and quarter in hand, and of the registers.
void findings_push_all(struct desk *desk, struct app *app);

// The top line of a screen: what it is, whose where there is room, and where in the year; a sample
// office says so.
void title_draw(struct canvas *canvas, const struct app *app, const char *name, int fiscal_year,
                int quarter);
// The same for a screen of the offices below: `what` before the first of a plan's two names that
// there is room for.
void title_draw_below(struct canvas *canvas, const struct app *app, const char *what,
                      const char *const names[2], int fiscal_year, int quarter);
// The same for a screen of a plan: its short name where the title has no room, and what stage the
// return of the quarter is at. `what` comes before the name; "" for the return itself.
enum title_stage { TITLE_NO_STAGE, TITLE_DRAFT, TITLE_FINAL, TITLE_RETURNED };
enum title_stage title_stage_of(const struct book *book, int quarter);
void title_draw_plan(struct canvas *canvas, const struct book *book, const char *what, int quarter,
                     enum title_stage stage);
// A heading's words in as many lines of so many columns as they need, or as a grid shows.
const char *heading_wrap(struct arena *texts, const char *heading, int columns);
// The columns in which a column of a grid cuts neither a word of its heading nor a cell.
int column_room(const struct grid_ops *ops, void *data, int rows, int col, const char *heading);
// Reads again what somebody else may have changed, by the screen's `resume`. False, and said, when
// what `seen` appends is then another: the key was not meant for that. What is typed is compared
// when it is saved.
bool look_again(void *state, struct desk *desk, const struct key *key, const struct grid *grid,
                struct app *app, void (*resume)(void *state, struct desk *desk),
                void (*seen)(const void *state, struct str *ret));
// Why figures of a quarter cannot be changed; where it can be opened again, also how: «F9», which a
// command has not.
void say_locked(struct desk *desk, const struct book *book, int quarter, const char *key,
                const struct err *err);
// Why nothing can be changed, as a command says it.
void say_read_only(const struct app *app, struct desk *desk);
// The mode of a table, in a file in which perhaps nothing can be changed.
enum screen_mode table_mode(const struct grid *grid, const struct app *app);
// Appends a mark with two decimals in the user's digits, or a dash.
void say_mark(struct str *ret, const struct mark *mark, int decimals);
void say_marks(struct str *ret, struct maybe marks);
// A figure for the eye: as papers print it, but a state by its name, short.
void say_entry(struct str *ret, const struct indicator *indicator, const struct entry *entry);
// «৪ → আবেদন নেই», as the field has them; what reads alike as it was typed. indicator NULL: as
// typed.
void say_change(struct str *ret, const struct indicator *indicator, enum entry_state from,
                const char *typed_from, enum entry_state to, const char *typed_to);
// A state that stands in the place of a figure, short.
void say_short_state(struct str *ret, enum entry_state state);
// Who changed the figures of an indicator when, a line each, the newest first.
void say_history(struct book *book, size_t indicator, struct str *ret);
// Says «১.১.১ লক্ষ্যমাত্রা: “৪” → “৬”», all in the user's digits.
void say_replaced(struct desk *desk, const char *what, const char *from, const char *to);
// How wide a column of the plans' short names is: as the longest of them, but no more than a fifth
// of the screen.
int plan_names_columns(const struct shelf *shelf, int width);
// What a box is about (dialog_prompt): what is left in it comes back for the same year, plan,
// indicator and quarter alone; "" and 0: the plan's own.
void name_place(struct str *ret, const struct book *book, const char *code, int quarter);
// «১.১.১, ১ম ত্রৈমাসিক»; quarter 0: none.
void say_place(struct str *ret, const char *code, int quarter);
// With at least so many decimals, those of total_decimals: a total keeps what its figures have.
void say_total(struct str *ret, const struct indicator *indicator, const struct score *score,
               int decimals);
struct number_style user_style(void);
