// SPDX-License-Identifier: GPL-3.0-or-later
// Records on the screen: one list and one form for all kinds. What a kind has of its own is a row
// of data, its view (record_view.c), and a table of actions where it has keys of its own.
//
// record_list.c is the list; record_form.c the form, record_field.c what is typed in it,
// record_pick.c what is chosen in it, record_tree.c what belongs to the record and stands below.
#pragma once

#include "orjon/app/records.h"
#include "orjon/tui/form.h"
#include "orjon/tui/grid.h"
#include "private.h"

enum { RECORD_NONE = -1, RECORD_COLUMNS_MAX = 8 };

// A column of a list; of the list below a record the first says what it is called, the others
// stand behind that.
struct record_column {
    int field;           // RECORD_NONE: worked out by say
    int columns;         // 0: as wide as such a field is
    const char *heading; // N_(…); NULL: the field's label
    void (*say)(struct app *app, const struct record *record, struct grid_cell *ret);
};

struct record_view {
    const char *title; // of the list, N_(…)
    const char *none;  // what an empty list says, N_(…); NULL: that Ins begins the first one
    const struct record_column *column;
    int columns;
    int order; // the list is in the order of this field, of the records' numbers where RECORD_NONE
    bool newest_first;
    int section;    // a heading stands where this field changes; RECORD_NONE: nowhere
    int turn;       // one key gives this choice its next word; RECORD_NONE: no key does
    unsigned shown; // fields that are only shown, each a bit: others than those the program keeps
    // Words of a new one, parted by blanks: «sort=meeting»; «@today» and «@year» are those in hand.
    const char *preset;
    bool from_first; // one begins in its first field, though that is preset
    bool (*is_past)(const struct record *record); // not listed until all are asked for; NULL: none
    // What is to be known or is odd about it, a line above its fields. NULL: nothing ever.
    void (*note)(struct app *app, const struct record *record, struct grid_cell *ret);
    // What else a new one begins with, in the field `proposed`; appended. NULL: nothing.
    int proposed;
    void (*propose)(struct app *app, struct str *ret);
    // Where it takes more than the record to make it, or to give it another place
    // among its own, from 1; NULL: no more (for the last: its number tells its place).
    enum status (*make)(struct app *app, int64_t parent, const struct app_word *words, size_t count,
                        int64_t *ret_id, struct err *err);
    // The same where `make` said EXISTS, with the one that is like it, and the user that it is
    // another.
    enum status (*make_another)(struct app *app, int64_t parent, const struct app_word *words,
                                size_t count, int64_t *ret_id, struct err *err);
    enum status (*move)(struct app *app, int64_t id, int64_t place, struct err *err);
    const struct screen_ops *list, *form;
};
const struct record_view *record_view(enum record_kind kind); // never NULL

// A field or what is worked out, as it stands in a list.
void record_say(struct app *app, const struct record *record, const struct record_column *column,
                struct grid_cell *ret);
// What it is called in a list and in a sentence; appended.
void record_say_name(struct app *app, const struct record *record, struct str *ret);
// What stands behind the name: its list's other columns that hold something; appended.
void record_say_rest(struct app *app, const struct record *record, struct str *ret);
int record_column_width(const struct record_column *column, enum record_kind kind);
void record_preset(struct app *app, const char *word, struct str *ret); // «@today» and its like

// What lists and forms do alike. True when something has changed.
void record_ask_remove(struct desk *desk, struct app *app, const struct record *record,
                       void (*yes)(void *data, struct desk *desk), void *data);
bool record_turn(struct desk *desk, struct app *app, const struct record *record);
void record_tell_findings(struct desk *desk, const struct findings *odd);
// The last change of records. It asks first where that is not of the record of that id (0: of any;
// -1: of one that is not there yet), or was done before the program was opened; the screen resumes
// after it.
void record_undo_run(struct desk *desk, struct record_undo *undo, struct app *app, int64_t id,
                     bool redo);

// --- the list -----------------------------------------------------------------------------------

enum { RECORD_ALL = WHEN_AT_REST | WHEN_SETTLED, RECORD_WRITABLE = RECORD_ALL & ~MODE_READ_ONLY };

struct record_list {
    struct app *app;
    enum record_kind kind;
    const struct record_view *view;
    bool all; // also those that are past
    // The column by which the rows go, from the greatest; RECORD_NONE: in the view's own order.
    int sorted;
    bool backwards;
    struct records records;
    struct arena texts;
    struct record_cell *cell; // of each record, as many as there are columns; said when first seen
    int *row;                 // of the grid: a record, or -1 - i for the heading above record i
    int rows;
    int64_t newest, asked; // the highest number; the record that a question is about
    struct record_undo undo;
    struct paper_choice paper;
    struct grid *grid;
    struct grid_column column[RECORD_COLUMNS_MAX];
};
void record_list_push(struct desk *desk, struct app *app, enum record_kind kind);
const struct record *record_list_marked(const struct record_list *list); // NULL: none
void record_list_resume(void *state, struct desk *desk);

extern const struct action record_list_actions[]; // what each list can do
void record_list_turn(void *state, struct desk *desk, const struct key *key);
void record_list_all(void *state, struct desk *desk, const struct key *key);
#define RECORD_LIST_OPS(word, table, others, text)                                                 \
    {                                                                                              \
        .name = word, .actions = table, .shared = others, .about = text, .grid = record_list_grid, \
        .mode = record_list_mode, .look = record_list_look, .draw = record_list_draw,              \
        .resume = record_list_resume, .free = record_list_free                                     \
    }
struct grid *record_list_grid(const void *state);
enum screen_mode record_list_mode(const void *state);
bool record_list_look(void *state, struct desk *desk, const struct key *key);
void record_list_draw(void *state, struct canvas *canvas);
void record_list_free(void **state);

// --- what belongs to a record -------------------------------------------------------------------

enum { TREE_NUMBER, TREE_NAME, TREE_REST, TREE_COLUMNS };

struct record_line {
    enum { LINE_HEADING, LINE_RECORD, LINE_ADD } what; // LINE_ADD: Enter makes one more there
    enum record_kind kind;
    int64_t id, parent;
    const char *text[TREE_COLUMNS];
};
struct record_tree {
    struct record_line *line;
    int count;
    size_t cap;
    struct arena texts;
};
void record_tree_done(struct record_tree *tree);
// All that belongs to a record, what belongs to that below it. add: with lines to make one more.
enum status record_tree_read(struct app *app, enum record_kind kind, int64_t id, bool add,
                             struct record_tree *ret, struct err *err);
bool record_has_children(enum record_kind kind);
extern const struct grid_ops record_tree_grid; // data: a struct record_tree

// --- the form -----------------------------------------------------------------------------------

struct record_form {
    struct app *app;
    enum record_kind kind;
    const struct record_view *view;
    int64_t id, parent; // id 0: made when its first field is left
    bool there;
    struct records records; // one: as it was seen last; blank but for presets where it is not there
    struct form *form;
    struct form_field *field;
    struct record_tree tree;
    struct grid *grid; // of the tree
    struct grid_column column[TREE_COLUMNS];
    int written;  // the field that is open on a screen of its own
    bool goes_on; // by Enter: the next field comes when it is saved
    bool below;   // the keys go to the tree
    int64_t like; // a new one is like this; what was typed waits for an answer
    bool another; // and is another all the same
    struct str note;
    enum style note_style;
    struct record_line asked; // that a question is about; of a meeting also:
    char *code;               // the indicator; of a person the day of a transfer
    int64_t made;             // the next one, and what it carries over
    size_t carried;
    struct record_undo undo;
    struct paper_choice paper;
    struct record_choices *pick; // what is chosen from
    bool awaits;                 // the record that is being made for the field picked last
    int64_t newest;              // of its kind before
};
// Opens it. The desk shows why, where that fails.
void record_form_push(struct desk *desk, struct app *app, enum record_kind kind, int64_t id);
// A new one of a kind, of a parent where the kind has one; presets as in a view, or NULL.
void record_form_push_new(struct desk *desk, struct app *app, enum record_kind kind, int64_t parent,
                          const char *presets);
const struct record *record_form_record(const struct record_form *form);
void record_form_reload(struct record_form *form, struct desk *desk);

// record_field.c
void record_form_make_fields(struct record_form *form); // labels and hints in the user's language
// What was typed or chosen for a field: saved, or the new record made with it.
enum status record_form_accept(void *data, int field, const char *text, struct err *err);
void record_form_value(void *data, int field, struct str *ret);
// Opens a field of many lines; first as in struct text_task.
void record_form_write(struct record_form *form, struct desk *desk, int field,
                       const struct key *first);
void record_form_blank(struct record_form *form, const char *presets);
// Asks about the one that a new one is like, if that is why a field was refused.
void record_form_ask_like(struct record_form *form, struct desk *desk);
// record_pick.c
bool record_form_can_pick(const struct record_form *form, int field);
void record_form_pick(struct record_form *form, struct desk *desk, int field);
// Puts into the field the record that was made for it meanwhile, if there is one.
void record_form_take_made(struct record_form *form, struct desk *desk);
void record_choices_free(struct record_choices **p);

extern const struct action record_form_actions[]; // what each form can do
#define RECORD_FORM_OPS(word, table, others, text)                                                 \
    {                                                                                              \
        .name = word, .actions = table, .shared = others, .about = text, .grid = record_form_grid, \
        .mode = record_form_mode, .look = record_form_look, .settle = record_form_settle,          \
        .draw = record_form_draw, .key = record_form_key, .fill = record_form_fill,                \
        .commit = record_form_commit, .resume = record_form_resume, .free = record_form_free       \
    }
struct grid *record_form_grid(const void *state); // the tree where that has the keys, else NULL
enum screen_mode record_form_mode(const void *state);
bool record_form_look(void *state, struct desk *desk, const struct key *key);
bool record_form_settle(void *state, struct desk *desk);
void record_form_draw(void *state, struct canvas *canvas);
void record_form_fill(const void *state, const char *name, struct str *ret);
bool record_form_key(void *state, struct desk *desk, const struct key *key);
bool record_form_types(const struct key *key); // whether it would begin to type in a field
void record_form_commit(void *state);
void record_form_resume(void *state, struct desk *desk);
void record_form_free(void **state);
// The marked line of the tree; NULL when the form has the keys, or none is marked.
const struct record_line *record_form_line(const struct record_form *form);
