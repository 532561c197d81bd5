// SPDX-License-Identifier: GPL-3.0-or-later
// No key changes a figure other than the marked one: random keys and words on every screen, each
// row of the journal held against what was marked and against the action's `when`.
//
// ORJON_RANDOM_KEYS says how many (100,000), ORJON_RANDOM_SEED which. What failed is told with the
// keys that led there.
#include "../../src/app/private.h"
#include "../../src/screens/record_screens.h"
#include "../../src/screens/return.h"
#include "../../src/screens/text.h"
#include "../../src/tui/screen_private.h"
#include "../sample_office.h"
#include "../test.h"

#include "orjon/base/file.h"
#include "orjon/domain/date.h"
#include "orjon/store/journal.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { KEYS = 100000, KEYS_OF_AN_OFFICE = 1000, TRAIL = 60 };

// --- chance -------------------------------------------------------------------------------------

static uint64_t chance = 88172645463325252U;

static size_t any(size_t n)
{
    chance ^= chance << 13;
    chance ^= chance >> 7;
    chance ^= chance << 17;
    return (size_t)(chance % n);
}

static const char *const special[] = {
#define NAME(code, name) "<" name ">",
    KEY_CODE_LIST(NAME)
#undef NAME
};

static const char *const often[] = {
    "<Enter>", "<Enter>", "<Esc>",    "<Esc>",     "<Down>",
    "<Down>",  "<Up>",    "<Left>",   "<Right>",   "<Tab>",
    "<F2>",    "<F3>",    "<F4>",     "<F7>",      "<Del>",
    "<BS>",    "<C-z>",   "<C-z>",    "<C-y>",     "<C-x>",
    "<C-c>",   "<C-v>",   "<F5>",     "+",         "-",
    "t",       "*",       "n",        "d",         "a",
    "ন",       "ব",       "প",        "ত",         "y",
    "হ",       "1",       "৪",        "৮০%",       "<C-t>",
    "<C-r>",   "<F6>",    "<C-Left>", "<C-Right>", "<F3>উদ্ভাবন<Enter>"};

static const char *const words[] = {"প্রতিবেদন",
                                    "data",
                                    "নাই",
                                    "নেই",
                                    "শূন্য",
                                    "প্রযোজ্য নয়",
                                    "৪০/৫০",
                                    "৮০%",
                                    "১৬/০৩/২৪",
                                    "n",
                                    "1 31/12/23",
                                    "xyz",
                                    "৩,৪",
                                    "<Paste:৫>",
                                    "<Paste:২\\n৩\\n৪\\n>",
                                    "<Paste:1\\t2\\t3\\n4\\t5\\t6>",
                                    "<Paste:২\\n\\nxyz\\n৭>",
                                    "<Paste:n\\nd\\n\\n\\n\\n\\n\\n\\n\\n\\n৯>"};

// A key or a word as a script. What would print, or open a viewer, is not of this program.
static void next_keys(struct str *ret)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789/%(). ";
    switch (any(10)) {
    case 0:
        str_add(ret, special[any(sizeof special / sizeof *special)]);
        return;
    case 1:
        str_addf(ret, "<C-%c>", letters[any(26)]);
        return;
    case 2:
        str_add(ret, words[any(sizeof words / sizeof *words)]);
        return;
    case 3:
        str_add_char(ret, letters[any(sizeof letters - 1)]);
        return;
    case 4:
        str_addf(ret, "<Click:%zu,%zu>", any(24), any(100));
        return;
    default:
        str_add(ret, often[any(sizeof often / sizeof *often)]);
    }
}

// --- what is seen before a key ------------------------------------------------------------------

struct seen {
    const struct screen_ops *ops; // of the top screen; a box's may be gone after the key
    bool boxed;
    const struct screen_ops *under; // likewise, or of what is below boxes
    enum screen_mode mode;
    const struct return_screen *form; // the return on top, or below boxes; NULL
    bool marked;
    int64_t indicator, plan;
    int quarter;
    int64_t record, line; // the form's, and the one marked below it; a list's marked one; 0: none
    const char *kind;     // of the first; NULL on a screen without records
    const struct screen_ops *menu; // whose menu of what can be done is on top; NULL: none is
    int64_t seq;                   // of the journal's last row
};

static enum status last_seq(void *data, const struct journal_row *row)
{
    *(int64_t *)data = row->seq;
    return STATUS_OK;
}

static void look_at_records(const struct layer *layer, struct seen *ret)
{
    if (layer->ops->draw == record_list_draw) {
        const struct record_list *list = layer->state;
        const struct record *marked = record_list_marked(list);
        ret->kind = record_shape(list->kind)->word;
        ret->record = marked ? marked->id : 0;
    } else if (layer->ops->draw == record_form_draw) {
        const struct record_form *form = layer->state;
        const struct record_line *line = record_form_line(form);
        ret->kind = record_shape(form->kind)->word;
        ret->record = form->there ? form->id : 0;
        ret->line = line ? line->id : 0;
    } else if (layer->ops == &evidence_ops) {
        ret->kind = record_shape(RECORD_PROOF)->word;
    }
}

// A box over a row of which no figure is marked may ask for the remark of the quarter in hand,
// which it names.
static void look_at_remark(const struct remark *remark, struct seen *ret)
{
    size_t i = 0;
    const struct indicator *indicator = remark->book ? remark_indicator(remark, &i) : NULL;
    if (!indicator)
        return;
    ret->marked = true;
    ret->quarter = remark->quarter;
    ret->indicator = indicator->id;
}

static void look(const struct desk *desk, struct app *app, struct seen *ret)
{
    *ret = (struct seen){0};
    store_read_journal(app->store, &(struct journal_query){.limit = 1}, last_seq, &ret->seq, NULL);
    if (!desk->open.count)
        return;
    size_t top = desk->open.count - 1;
    ret->ops = desk->open.at[top].ops;
    ret->boxed = ret->ops->overlay;
    ret->mode = desk_mode(desk);
    while (top > 0 && (desk->open.at[top].ops->overlay || desk->open.at[top].ops == &text_ops))
        top--; // boxes, and a text that is written for what is below it
    ret->under = desk->open.at[top].ops;
    look_at_records(&desk->open.at[top], ret);
    if (desk->open.at[top].ops != &return_ops)
        return;
    struct return_place place;
    ret->form = desk->open.at[top].state;
    ret->plan = ret->form->book->plan->id;
    ret->marked = return_marked(ret->form, &place);
    ret->quarter = place.quarter;
    if (ret->marked)
        ret->indicator = ret->form->book->plan->indicator[place.indicator].id;
    else if (ret->boxed)
        look_at_remark(&ret->form->remark, ret);
}

// --- what may have come of it -------------------------------------------------------------------

struct outcome {
    const struct seen *before;
    const struct key *key;
    bool may_act; // as may_act says
    size_t figures, records, undone;
    const char *wrong;
};

// Whether the key's row lets it act where it was pressed.
static bool may_act(const struct seen *before, const struct key *key)
{
    const bool typed = before->mode & (MODE_TYPING | MODE_FINDING);
    if (key->code == K_TEXT && typed)
        return true; // text
    const struct action *action = screen_action(before->ops, key);
    return !action || action->when & before->mode || (typed && action->when & WHEN_SETTLED);
}

static void judge_figure(struct outcome *v, const struct journal_row *row)
{
    const struct seen *before = v->before;
    const bool boxed = before->boxed;
    const bool block = v->key->code == K_PASTE || key_is_ctrl(v->key, 'v') || boxed;
    v->figures++;
    if (row->plan != before->plan || !before->form)
        v->wrong = "a figure of another return";
    else if (!before->marked || row->quarter != before->quarter)
        v->wrong = "a figure of another quarter";
    else if (row->indicator != before->indicator && !block && before->ops != &indicator_ops)
        v->wrong = "a figure that was not marked";
    else if (before->mode == MODE_FINDING && !boxed)
        v->wrong = "a figure while finding";
    else if (!v->may_act)
        v->wrong = "an action outside of its modes";
}

// A field of a record is that of the form on top, or of what it or a list has marked; what hangs on
// it is of another kind.
static void judge_record(struct outcome *v, const struct journal_row *row)
{
    const struct seen *before = v->before;
    const bool ends = v->key->code == K_F10 || key_is_ctrl(v->key, 'q'); // keeps what is half typed
    v->records++;
    if (ends)
        return;
    if (!before->kind)
        v->wrong = "a record changed on a screen without records";
    else if (before->mode == MODE_FINDING && !before->boxed)
        v->wrong = "a record while finding";
    else if (before->mode != MODE_TYPING && !v->may_act) // typing ends by any key
        v->wrong = "an action outside of its modes";
    else if (before->record && !before->boxed && strcmp(row->kind, before->kind) == 0 &&
             row->record != before->record && row->record != before->line)
        v->wrong = "a record that was not marked";
}

static enum status judge(void *data, const struct journal_row *row)
{
    struct outcome *v = data;
    const struct seen *before = v->before;
    if (row->seq <= before->seq)
        return STATUS_NOT_FOUND; // the rest is older
    if (row->what == JOURNAL_RECORD || row->what == JOURNAL_RECORD_NEW) {
        judge_record(v, row);
    } else if (row->what == JOURNAL_FIGURE && before->ops != &indicator_ops && before->form) {
        judge_figure(v, row);
    } else if (row->what == JOURNAL_UNDO || row->what == JOURNAL_REDO) {
        v->undone++;
        const struct screen_ops *ops = before->menu ? before->menu : before->under;
        const bool answered = before->boxed; // to what that key asked
        if (!answered && !before->menu &&
            !key_is_ctrl(v->key, row->what == JOURNAL_UNDO ? 'z' : 'y'))
            v->wrong = "undone by another key";
        else if (ops == &return_ops && row->plan != before->plan)
            v->wrong = "undone in another return";
        else if (!before->kind && row->record)
            v->wrong = "a record undone elsewhere";
        else if (ops != &return_ops && ops != &home_ops && !*row->name)
            v->wrong = "a figure undone elsewhere";
    } else if (row->what == JOURNAL_FIGURE && !before->boxed) {
        v->wrong = "a figure changed on a screen without figures";
    } else if (before->mode == MODE_FINDING && !before->boxed && row->what != JOURNAL_SETTING) {
        v->wrong = "a change while finding";
    }
    return STATUS_OK;
}

// --- the test -----------------------------------------------------------------------------------

struct trial {
    char folder[64];
    struct str office;
    struct app_options options;
    struct session session;
    struct desk *desk;
    struct str trail[TRAIL]; // the keys that led here
    size_t played, figures, records, undone;
    const struct screen_ops *menu; // as in struct seen
};

static void open_office(struct trial *t)
{
    struct err err = {0};
    sample_office_put(&t->options, NULL);
    t->session = (struct session){.options = &t->options};
    if (app_open(&t->options, &t->session.app, &err))
        fail_msg("%s", err.text);
}

static void open_desk(struct trial *t)
{
    t->desk = desk_new(NULL, false);
    assert_int_equal(screens_start(t->desk, &t->session, NULL), STATUS_OK);
}

static void fail_with_trail(const struct trial *t, const char *wrong)
{
    print_error("%s, after ", wrong);
    for (size_t i = t->played > TRAIL ? t->played - TRAIL : 0; i < t->played; i++)
        print_error("%s", t->trail[i % TRAIL].buf);
    print_error("\n");
    fail();
}

static bool is_of_this_program(const struct desk *desk, const struct key *key)
{
    const struct screen_ops *top =
        desk->open.count ? desk->open.at[desk->open.count - 1].ops : NULL;
    const bool leaves = key->code == K_TERMINATE;
    const bool prints = top == &preview_ops && (key->code == K_F8 || key->code == K_TEXT);
    return !leaves && !prints;
}

static void press(struct trial *t, const struct key *key, const char *script)
{
    struct seen before, after;
    look(t->desk, t->session.app, &before);
    before.menu = t->menu;
    struct key meant = *key;
    desk_bar_key(t->desk, key, &meant); // a click on a button
    struct outcome v = {.before = &before, .key = &meant, .may_act = may_act(&before, &meant)};
    desk_play(t->desk, script, 24, 100, NULL, NULL);
    store_read_journal(t->session.app->store, &(struct journal_query){.limit = 400}, judge, &v,
                       NULL);
    look(t->desk, t->session.app, &after);
    if (!after.ops || !after.ops->overlay)
        t->menu = NULL;
    else if (key_is_ctrl(&meant, 'b') && !before.boxed)
        t->menu = before.ops;
    if (v.undone && before.under == &return_ops && !after.marked)
        v.wrong = "undone, but the figure is not marked";
    t->figures += v.figures;
    t->records += v.records;
    t->undone += v.undone;
    if (v.wrong)
        fail_with_trail(t, v.wrong);
}

// A word key by key, as it is typed.
static void play_keys(struct trial *t, const char *script)
{
    struct key_list keys = {0};
    assert_int_equal(key_parse(script, &keys, NULL), STATUS_OK);
    for (size_t i = 0; i < keys.count; i++) {
        struct str *trail = &t->trail[t->played % TRAIL];
        str_reset(trail);
        if (keys.count == 1)
            str_add(trail, script);
        else if (keys.key[i].code == K_TEXT)
            str_add(trail, *keys.key[i].text == '<' ? "<lt>" : keys.key[i].text);
        else
            str_add(trail, keys.key[i].code == K_F3 ? "<F3>" : "<Enter>"); // of a word in `often`
        if (!is_of_this_program(t->desk, &keys.key[i]))
            continue;
        t->played++;
        press(t, &keys.key[i], trail->buf);
        if (desk_ended(t->desk)) {
            desk_free(&t->desk);
            open_desk(t);
        }
    }
    key_list_done(&keys);
}

// Out of whatever screen this is, into some row of some return.
static void go_to_a_return(struct trial *t)
{
    for (int i = 0; i < 12 && t->desk->open.at[t->desk->open.count - 1].ops != &home_ops; i++)
        play_keys(t, "<Esc>");
    for (size_t i = any(6); i > 0; i--)
        play_keys(t, any(2) ? "<Down>" : "<Up>");
    play_keys(t, "<Enter>");
    for (size_t i = any(8); i > 0; i--)
        play_keys(t, "<Down>");
}

// Out of whatever screen this is, into some register, and now and then to a new record of it.
static void go_to_the_registers(struct trial *t)
{
    for (int i = 0; i < 12 && t->desk->open.at[t->desk->open.count - 1].ops != &home_ops; i++)
        play_keys(t, "<Esc>");
    play_keys(t, "<F2>");
    for (size_t i = any(8); i > 0; i--)
        play_keys(t, "<Down>");
    play_keys(t, "<Enter>");
    play_keys(t, any(2) ? "<Ins>" : "<Enter>");
}

static size_t from_environment(const char *name, size_t otherwise)
{
    const char *text = getenv(name);
    return text ? strtoul(text, NULL, 10) : otherwise;
}

static void begin(struct trial *t)
{
    *t = (struct trial){.office = STR_INIT};
    snprintf(t->folder, sizeof t->folder, "%s/orjon-random-XXXXXX",
             access("/dev/shm", W_OK) ? "/tmp" : "/dev/shm");
    assert_non_null(mkdtemp(t->folder));
    assert_int_equal(chdir(t->folder), 0);
    str_addf(&t->office, "%s/office.db", t->folder);
    for (size_t i = 0; i < TRAIL; i++)
        t->trail[i] = STR_INIT;
    t->options = (struct app_options){
        .file = t->office.buf, .via = "screen", .as_of = {true, date_of(2023, 10, 5)}};
}

static void end(struct trial *t)
{
    autostr command = STR_INIT;
    str_addf(&command, "rm -rf '%s'", t->folder);
    assert_int_equal(system(command.buf), 0);
    for (size_t i = 0; i < TRAIL; i++)
        str_done(&t->trail[i]);
    str_done(&t->office);
}

static void no_key_changes_what_is_not_marked(void **state)
{
    (void)state;
    const size_t keys = from_environment("ORJON_RANDOM_KEYS", KEYS);
    struct trial t;
    begin(&t);
    chance += from_environment("ORJON_RANDOM_SEED", 0) * 2654435761U;
    while (t.played < keys) {
        const size_t until = t.played + KEYS_OF_AN_OFFICE;
        open_office(&t);
        open_desk(&t);
        while (t.played < until && t.played < keys) {
            autostr script = STR_INIT;
            if (any(16) == 0)
                go_to_a_return(&t);
            if (any(50) == 0)
                go_to_the_registers(&t);
            next_keys(&script);
            play_keys(&t, script.buf);
        }
        desk_free(&t.desk);
        app_close(&t.session.app);
    }
    print_message("%zu keys, %zu figures changed, %zu fields of records, %zu taken back\n",
                  t.played, t.figures, t.records, t.undone);
    assert_true(t.figures > keys / 200); // it did get to the figures, and to the records
    assert_true(t.records > keys / 500);
    end(&t);
}

// --- each key in each mode ----------------------------------------------------------------------

// Ways to every screen and box, and on them to every mode.
static const char *const places[] = {
    "",
    "<F3>x",
    "<F1>",
    "<F4>",
    "<F4>x",
    "<F5>",
    "<F5><F3>x",
    "<F8><Enter>",
    "<F8><Enter>/x",
    "<F9>",
    "<Esc>",
    "<Down>*3<Enter>",                // a state
    "<Down>*3<Enter><Down>*4",        // a figure
    "<Down>*3<Enter><C-Right>",       // empty
    "<Down>*3<Enter><C-Right><Left>", // another quarter
    "<Down>*3<Enter><Left>*9",        // no figure's column
    "<Down>*3<Enter><F3>x",
    "<Down>*3<Enter><Down>*4৫",
    "<Down>*3<Enter><Down>*4ন", // a question
    "<Down>*3<Enter><F4>",
    "<Down>*3<Enter><C-Right><Paste:১\\nxyz>",
    "<Down>*3<Enter><F6>",
    "<Down>*3<Enter><F6><F6>/x",
    "<Down>*3<Enter><F6><F6>",
    "<Down>*3<Enter><F7>",
    "<Down>*3<Enter><F7><F3>x",
    "<Down>*3<Enter><F7><F2>",
    "<Down>*3<Enter><F9>",
    "<Down>*2<Enter><F9>y", // finalised
    "<Down>*2<Enter><F9>y<F9>",
    "<Down>*3<Enter><C-r>",
    "<Down>*3<Enter><C-r><Down>*4৭",
    "<Down>*3<Enter><C-r><Down>*4৭<Enter><F9>y",
    "<F2>",
    "<F2><Enter>",
    "<F2><Enter><F3>x",
    "<F2><Enter><Ins>",
    "<F2><Enter><Ins>সভা",
    "<F2><Enter><Ins>সভা<Enter>",                             // a word to choose
    "<F2><Enter><Ins>সভা<Enter><F2>",                         // the list of them
    "<F2><Enter><Ins>সভা<Enter><F6>",                         // a line to make more
    "<F2><Enter><Ins>সভা<Enter><F6><Enter>বিবিধ<Enter><Esc>", // an item
    "<F2><Enter><Ins>সভা<Enter><F6><Enter>বিবিধ<Enter><Esc><Del>",
    "<F2><Down><Enter>",
    "<F2><Down>*2<Enter><Ins>কেউ<Enter><Esc>",
    "<F2><Down>*4<Enter>",
    "<F2><Down>*5<Enter>",
    "<F2><Enter><Down><Enter>", // a meeting with its items
    "<F2><Enter><Down><Enter><F6><Down>",
    "<F2><Enter><Down><Enter><F6><F3>x",
    "<F2><Enter><Down><Enter><F5>",
    "<F2><Enter><Down><Enter><F9>",
    "<F2><Down><Enter><F3>x",
    "<F2><Down><Enter>+x", // the text of a line of progress
    "<F2><Down>*4<Enter><Ins>",
    "<F2><Down>*6<Enter>",
    "<Down>*2<Enter><C-e>",
    "<Down>*2<Enter><C-e><F6>x",
    "<Down>*2<Enter><C-e><F3>x",
};

static void add_keys(struct key_list *ret)
{
    autostr script = STR_INIT;
    for (size_t i = 0; i < sizeof special / sizeof *special; i++)
        str_add(&script, special[i]);
    for (char c = 'a'; c <= 'z'; c++)
        str_addf(&script, "<C-%c>", c);
    str_add(&script, "nNdDaAtTyYpPxনবপতহক0৫+-*/%. <A-x><Paste:৫><Paste:৫\\n৬\\t৭><Click:6,60>");
    assert_int_equal(key_parse(script.buf, ret, NULL), STATUS_OK);
}

// The key as a script again.
static void write_key(const struct key *key, struct str *ret)
{
    static const char *const names[] = {
#define NAME(code, name) [K_##code] = name,
        KEY_CODE_LIST(NAME)
#undef NAME
    };
    if (key->code == K_TEXT)
        str_add(ret, strcmp(key->text, " ") == 0 ? "<Space>" : key->text);
    else if (key->code == K_CTRL || key->code == K_ALT)
        str_addf(ret, "<%c-%s>", key->code == K_CTRL ? 'C' : 'A', key->text);
    else if (key->code == K_PASTE)
        str_add(ret, key->paste_len > 5 ? "<Paste:৫\\n৬\\t৭>" : "<Paste:৫>");
    else if (key->code == K_CLICK)
        str_addf(ret, "<Click:%d,%d>", key->row, key->col);
    else
        str_addf(ret, "<%s>", names[key->code]);
}

// A key that a row has, but not for this mode, is refused in words.
static bool is_refused(const struct seen *before, const struct key *key)
{
    const bool typed = before->mode & (MODE_TYPING | MODE_FINDING);
    const struct action *action = screen_action(before->ops, key);
    return action && !typed && !(action->when & before->mode);
}

static void press_at(struct trial *t, const char *place, const struct key *key)
{
    struct seen fresh, before, after;
    open_desk(t);
    look(t->desk, t->session.app, &fresh);
    desk_play(t->desk, place, 24, 100, NULL, NULL);
    look(t->desk, t->session.app, &before);
    str_reset(&t->trail[0]);
    str_add(&t->trail[0], place);
    str_reset(&t->trail[1]);
    write_key(key, &t->trail[1]);
    t->played = 2;
    if (is_of_this_program(t->desk, key) && !desk_ended(t->desk)) {
        const bool refused = is_refused(&before, key);
        press(t, key, t->trail[1].buf);
        if (refused && !desk_ended(t->desk) && !*desk_message(t->desk))
            fail_with_trail(t, "refused without a word");
    }
    look(t->desk, t->session.app, &after);
    desk_free(&t->desk);
    if (after.seq == fresh.seq)
        return;
    app_done(t->session.app); // the next key finds the sample as it was, so nothing is copied
    free(t->session.app);
    open_office(t);
}

static void each_key_in_each_mode(void **state)
{
    (void)state;
    struct trial t;
    struct key_list keys = {0};
    begin(&t);
    add_keys(&keys);
    open_office(&t);
    for (size_t p = 0; p < sizeof places / sizeof *places; p++)
        for (size_t k = 0; k < keys.count; k++)
            press_at(&t, places[p], &keys.key[k]);
    app_close(&t.session.app);
    key_list_done(&keys);
    end(&t);
}

// --- large pastes -------------------------------------------------------------------------------

static void large_blocks_are_named_and_not_taken(void **state)
{
    (void)state;
    enum { ROWS = 300, COLUMNS_PASTED = 20 };
    struct trial t;
    autostr script = STR_INIT, picture = STR_INIT;
    begin(&t);
    open_office(&t);
    open_desk(&t);
    str_add(&script, "<Down>*3<Enter><C-Right><Paste:");
    for (int row = 0; row < ROWS; row++)
        for (int col = 0; col < COLUMNS_PASTED; col++)
            str_add(&script, col + 1 < COLUMNS_PASTED ? "২\\t" : "২\\n");
    str_add_char(&script, '>');
    desk_play(t.desk, script.buf, 24, 100, &picture, NULL);
    assert_non_null(strstr(picture.buf, "এগুলো নেওয়া যাবে না"));
    str_reset(&picture);
    desk_play(t.desk, "<Enter>", 24, 100, &picture, NULL); // the preset is nothing
    assert_non_null(strstr(picture.buf, "পেস্টের কিছুই সংরক্ষিত হয়নি"));
    assert_non_null(strstr(picture.buf, "০/৭"));
    str_reset(&script);
    str_add(&script, "<Paste:"); // a megabyte in one cell
    str_add_repeat(&script, "১", 1 << 18);
    str_add_repeat(&script, "2", 1 << 18);
    str_add(&script, "><Enter>");
    str_reset(&picture);
    desk_play(t.desk, script.buf, 24, 100, &picture, NULL);
    assert_non_null(strstr(picture.buf, "!"));
    assert_non_null(strstr(picture.buf, "০/৭"));
    desk_free(&t.desk);
    app_close(&t.session.app);
    end(&t);
}

int main(void)
{
    i18n_set_language(LANGUAGE_BENGALI);
    i18n_set_digits(DIGITS_BENGALI);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_key_changes_what_is_not_marked),
        cmocka_unit_test(each_key_in_each_mode),
        cmocka_unit_test(large_blocks_are_named_and_not_taken),
    };
    return cmocka_run_group_tests_name("random_keys", tests, NULL, NULL);
}
