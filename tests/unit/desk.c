// SPDX-License-Identifier: GPL-3.0-or-later
// The desk and the widgets on it: dialogs, form, pager.
#include "../test.h"

#include "orjon/base/mem.h"
#include "orjon/tui/dialog.h"
#include "orjon/tui/form.h"
#include "orjon/tui/pager.h"

#include <stdio.h>
#include <stdlib.h>

// Wider than the desk by a few letters.
#define KEYS                                                                                       \
    "F12, Ctrl-G   what it does, told in more letters than sixty columns can hold\nand a plain "   \
    "line of as many letters, which goes on at the edge as before\n"
#define WIDE "from here it is sixty letters and a few more to where is the end\n"

// A screen that does a thing for each letter and remembers what happened.
struct trial {
    struct str log;
    struct form *form;
    struct str values[3];
};

static struct trial trial;

static void log_choice(void *data, struct desk *desk, int choice)
{
    (void)desk;
    str_addf(data, "%d;", choice);
}

static void log_yes(void *data, struct desk *desk)
{
    str_add(data, "yes;");
    desk_say(desk, MESSAGE_GOOD, "agreed");
}

static enum status accept_short(void *data, const char *text, struct err *err)
{
    (void)data;
    return strlen(text) > 4 ? err_set(err, STATUS_INVALID, "too long") : STATUS_OK;
}

static void log_text(void *data, struct desk *desk, const char *text)
{
    (void)desk;
    str_addf(data, "<%s>;", text);
}

static void log_more(void *data, struct desk *desk)
{
    (void)desk;
    str_add(data, "more;");
}

static void an_item(void *data, int i, struct str *ret)
{
    static const char *const items[] = {"ই-গভর্ন্যান্স", "তথ্য অধিকার", "অভিযোগ প্রতিকার", "সেবা প্রদান"};
    (void)data;
    str_add(ret, items[i]);
}

static void wide_item(void *data, int i, struct str *ret)
{
    (void)data;
    (void)i;
    str_add_repeat(ret, "w", 80);
    str_add(ret, "\tF4");
}

static void draw(void *state, struct canvas *canvas)
{
    (void)state;
    canvas_say(canvas, 0, 0, STYLE_TITLE, "trial");
    canvas_say(canvas, canvas->rows - 1, 0, STYLE_PLAIN, "last row");
}

static bool key(void *state, struct desk *desk, const struct key *key)
{
    struct trial *t = state;
    struct dialog_prompt prompt = {.title = "Name",
                                   .label = "name:",
                                   .preset = "old",
                                   .accept = accept_short,
                                   .done = log_text,
                                   .data = &t->log};
    switch (key->code == K_TEXT ? key->text[0] : 0) {
    case 'y':
        dialog_confirm(desk, "Sure?", "Do it?", log_yes, &t->log);
        break;
    case 'p':
        dialog_pick(desk, "Plans", 4, 1, an_item, log_choice, &t->log);
        break;
    case 'w':
        dialog_pick(desk, "Wide", 1, 0, wide_item, log_choice, &t->log);
        break;
    case 'n':
        dialog_prompt(desk, &prompt);
        break;
    case 'a':
    case 'b':
        prompt.about = key->text;
        dialog_prompt(desk, &prompt);
        break;
    case 'm':
        prompt.more = "more";
        prompt.go_on = log_more;
        dialog_prompt(desk, &prompt);
        break;
    case 'e':
        desk_say(desk, MESSAGE_ERROR, "wrong");
        break;
    case 'v':
        pager_push(desk, "Text", "one\ntwo\nপ্রতিষ্ঠান\nfour\n", strlen("one\ntwo\nপ্রতিষ্ঠান\nfour\n"),
                   false);
        break;
    case 'W':
        pager_push(desk, "Wide", WIDE, strlen(WIDE), false);
        break;
    case 'K':
        pager_push(desk, "Keys", KEYS, strlen(KEYS), true);
        break;
    case 't':
        dialog_tell(desk, "News", "all is well", NULL, NULL);
        break;
    default:
        return false;
    }
    return true;
}

static void close_it(void *state, struct desk *desk, const struct key *key)
{
    (void)key;
    desk_close(desk, state);
}

static const struct action actions[] = {
    {"F1", NULL, "help", NULL, WHEN_AT_REST, close_it},
    {"F9", NULL, "a hint that is much too long for a window of sixty columns, so it is left out",
     NULL, WHEN_AT_REST, close_it},
    {"Esc", NULL, "back", NULL, WHEN_AT_REST, close_it},
    {0}};

static void commit(void *state)
{
    str_add(&((struct trial *)state)->log, "commit;");
}

static void resumed(void *state, struct desk *desk)
{
    (void)desk;
    str_add(&((struct trial *)state)->log, "top;");
}

static void let_go(void **state)
{
    *state = NULL;
}

static const struct screen_ops trial_ops = {.name = "trial",
                                            .draw = draw,
                                            .key = key,
                                            .actions = actions,
                                            .commit = commit,
                                            .resume = resumed,
                                            .free = let_go};

static int setup(void **state)
{
    i18n_set_language(LANGUAGE_ENGLISH);
    i18n_set_digits(DIGITS_LATIN);
    trial = (struct trial){.log = STR_INIT};
    struct desk *desk = desk_new(NULL, false);
    desk_push(desk, &trial_ops, &trial);
    *state = desk;
    return 0;
}

static int teardown(void **state)
{
    struct desk *desk = *state;
    desk_free(&desk);
    str_done(&trial.log);
    return 0;
}

static void play(struct desk *desk, const char *script, struct str *ret)
{
    struct err err = {0};
    str_reset(ret);
    assert_int_equal(desk_play(desk, script, 16, 60, ret, &err), STATUS_OK);
}

static void assert_shows(const struct str *picture, const char *text)
{
    if (!strstr(picture->buf, text))
        fail_msg("«%s» is not in:\n%s", text, picture->buf);
}

static void message_and_key_bar(void **state)
{
    autostr picture = STR_INIT;
    play(*state, "e", &picture);
    assert_string_equal(picture.buf,
                        "trial\n\n\n\n\n\n\n\n\n\n\n\n\nlast row\n! wrong\nF1 help  Esc back\n");
    play(*state, "z", &picture); // a key takes the message away
    assert_null(strstr(picture.buf, "wrong"));
    play(*state, "<Overlong>", &picture);
    assert_shows(&picture, "longer than 16 MB; nothing was taken");
}

static void boxes_answer(void **state)
{
    autostr picture = STR_INIT;
    play(*state, "y", &picture);
    assert_shows(&picture, "Do it?");
    assert_shows(&picture, "trial");   // the screen stays below
    play(*state, "<Enter>", &picture); // no is preset
    play(*state, "y<Left><Enter>", &picture);
    assert_shows(&picture, "✓ agreed");
    play(*state, "yY", &picture);
    assert_string_equal(trial.log.buf, "top;yes;top;yes;top;");
    play(*state, "t", &picture);
    assert_shows(&picture, "all is well");
    play(*state, "<Esc>", &picture);
    assert_int_equal(desk_depth(*state), 1);
}

static void lists_are_searched(void **state)
{
    autostr picture = STR_INIT;
    play(*state, "p<Down><Enter>", &picture);
    play(*state, "pসেবা", &picture);
    assert_null(strstr(picture.buf, "অভিযোগ"));
    play(*state, "<Enter>p<Esc>", &picture);
    assert_string_equal(trial.log.buf, "2;top;3;top;-1;top;");
}

static void a_wide_line_stays_in_its_box(void **state)
{
    autostr picture = STR_INIT;
    play(*state, "w", &picture);
    const char *line = strstr(picture.buf, "│ www");
    assert_non_null(line);
    const char *end = strchr(line, '\n'), *right = strstr(line, "…");
    assert_true(right && right < end);
    assert_true(strstr(right, "│") && strstr(right, "│") < end);
}

static void prompts_keep_what_is_refused(void **state)
{
    autostr picture = STR_INIT;
    play(*state, "nabcdef<Enter>", &picture);
    assert_shows(&picture, "! too long");
    assert_shows(&picture, "abcdef");
    play(*state, "<BS>*3<Enter>", &picture);
    assert_string_equal(trial.log.buf, "<abc>;top;");
}

// F6 takes what was typed, as Enter does, and goes on; what was not changed is not taken.
// What was left stands there again, in the box of the same thing alone.
static void prompts_keep_what_is_left(void **state)
{
    autostr picture = STR_INIT;
    play(*state, "axyz<Esc>", &picture);
    assert_shows(&picture, "“xyz” was not saved; it stands there again");
    play(*state, "b", &picture);
    assert_shows(&picture, "old");
    play(*state, "<Esc>a", &picture);
    assert_shows(&picture, "xyz");
    assert_shows(&picture, "This was left here; Ctrl-Z brings back");
    play(*state, "w<C-z>*2", &picture);
    assert_shows(&picture, "old");
    play(*state, "<C-y><Enter>", &picture);
    assert_shows(&trial.log, "<xyz>;");
    play(*state, "a", &picture); // it was taken
    assert_shows(&picture, "old");
    play(*state, "v<Esc>av<C-z>*2<Esc>a", &picture); // and so was this, but as nothing
    assert_shows(&picture, "old");
    play(*state, "<Esc>nlost<Esc>n", &picture); // about nothing
    assert_shows(&picture, "old");
    play(*state, "<Esc>", &picture);
}

static void a_prompt_leads_on(void **state)
{
    autostr picture = STR_INIT;
    play(*state, "m", &picture);
    assert_shows(&picture, "Enter done  Esc cancel  F6 more");
    play(*state, "<F6>", &picture);
    play(*state, "mtoo long<F6>", &picture);
    assert_shows(&picture, "! too long");
    play(*state, "<C-u>new<F6>", &picture);
    assert_string_equal(trial.log.buf, "more;top;<new>;more;top;");
    play(*state, "n<F6><Esc>", &picture); // where nothing is more
    assert_null(strstr(picture.buf, "F6"));
}

static void pages_are_searched(void **state)
{
    autostr picture = STR_INIT;
    play(*state, "v/প্রতি<Enter>", &picture);
    assert_shows(&picture, "lines 1 to 4 of 4");
    autostr styles = STR_INIT;
    canvas_dump_styles(desk_canvas(*state), &styles);
    assert_shows(&styles, "mmmm");
    play(*state, "<Right>", &picture);
    assert_shows(&picture, "one"); // nothing stands beside
    play(*state, "/zz<Enter>", &picture);
    assert_shows(&picture, "Not found: zz");
    play(*state, "<Esc>", &picture);
    assert_int_equal(desk_depth(*state), 1);
}

static void what_a_key_does_hangs_under_its_text(void **state)
{
    autostr picture = STR_INIT;
    play(*state, "K", &picture);
    assert_shows(&picture, "\nF12, Ctrl-G   what it does");
    assert_shows(&picture, "\n              ");
    assert_shows(&picture, "\nand a plain line");
    assert_null(strstr(picture.buf, "\n hold"));
    assert_null(strstr(picture.buf, "\nhold"));
}

static void a_wide_text_goes_on_beside_as_far_as_it_reaches(void **state)
{
    autostr picture = STR_INIT;
    play(*state, "W", &picture);
    assert_shows(&picture, "← →: the rest beside");
    play(*state, "<Right>", &picture);
    assert_null(strstr(picture.buf, "from"));
    assert_shows(&picture, "end");
    play(*state, "<Right>", &picture); // no further
    assert_shows(&picture, "end");
    assert_shows(&picture, "← →: the rest beside");
    play(*state, "<Left>", &picture);
    assert_shows(&picture, "from");
    play(*state, "<Esc>", &picture);
}

static void small_windows_say_so(void **state)
{
    autostr picture = STR_INIT;
    struct err err = {0};
    desk_play(*state, "<Resize:40x10>e", 16, 60, &picture, &err);
    assert_shows(&picture, "too small");
    assert_string_equal(desk_message(*state), "");
    desk_play(*state, "<Resize:80x24>", 10, 40, &picture, &err);
    assert_shows(&picture, "last row");
}

static void ending_commits(void **state)
{
    autostr picture = STR_INIT;
    play(*state, "n<Terminate>x", &picture);
    assert_string_equal(trial.log.buf, "commit;");
    assert_true(desk_ended(*state));
}

// --- form ---------------------------------------------------------------------------------------

static void form_value(void *data, int field, struct str *ret)
{
    struct trial *t = data;
    str_add(ret, t->values[field].buf);
}

static enum status form_accept(void *data, int field, const char *text, struct err *err)
{
    struct trial *t = data;
    if (strchr(text, '!'))
        return err_set(err, STATUS_INVALID, "no exclamations");
    str_reset(&t->values[field]);
    str_add(&t->values[field], text);
    return STATUS_OK;
}

static const struct form_field fields[] = {
    {.label = "Name", .hint = "of the office", .value = form_value, .accept = form_accept},
    {.label = "Fixed", .value = form_value},
    {.label = "Place", .value = form_value, .accept = form_accept},
};

static void form_screen_draw(void *state, struct canvas *canvas)
{
    form_draw(((struct trial *)state)->form, canvas, 0, 0, canvas->rows, canvas->cols);
}

static bool form_screen_key(void *state, struct desk *desk, const struct key *key)
{
    enum form_event event = form_key(((struct trial *)state)->form, desk, key);
    if (event == FORM_LAST)
        desk_quit(desk);
    return event != FORM_IGNORED;
}

static void forms_are_filled(void **state)
{
    static const struct screen_ops ops = {
        .name = "form", .draw = form_screen_draw, .key = form_screen_key, .free = let_go};
    autostr picture = STR_INIT;
    trial.form = form_new(fields, 3, &trial);
    for (int i = 0; i < 3; i++)
        trial.values[i] = STR_INIT;
    desk_push(*state, &ops, &trial);
    play(*state, "ab!<Enter>", &picture);
    assert_shows(&picture, "no exclamations");
    assert_shows(&picture, "Name   ab!");
    play(*state, "<BS>c<Down>", &picture);
    assert_string_equal(trial.values[0].buf, "abc");
    assert_int_equal(form_focus(trial.form), 2);
    play(*state, "x<Esc>yz<Up>q<Esc><Tab>", &picture);
    assert_string_equal(trial.values[2].buf, "yz");
    assert_string_equal(trial.values[0].buf, "abc");
    play(*state, "<C-z><Enter>", &picture);
    assert_string_equal(trial.values[0].buf, "q");
    play(*state, "<C-z>", &picture); // something was saved since
    assert_false(form_editing(trial.form));
    play(*state, "lost<Esc>", &picture);
    assert_shows(&picture, "“lost” was not saved; Ctrl-Z brings it back");
    play(*state, "<Up><C-z>", &picture);
    assert_true(form_editing(trial.form));
    assert_int_equal(form_focus(trial.form), 2);
    play(*state, "<C-z><Esc><C-z>", &picture); // in the field it undoes the typing
    assert_false(form_editing(trial.form));
    assert_string_equal(trial.values[2].buf, "yz");
    play(*state, "<Enter>", &picture);
    assert_true(desk_ended(*state));
    form_free(&trial.form);
    for (int i = 0; i < 3; i++)
        str_done(&trial.values[i]);
}

// As of a form that is opened again.
static void forms_keep_what_is_left(void **state)
{
    static const struct screen_ops ops = {
        .name = "form", .draw = form_screen_draw, .key = form_screen_key, .free = let_go};
    autostr picture = STR_INIT;
    for (int i = 0; i < 3; i++)
        trial.values[i] = STR_INIT;
    for (int life = 0; life < 4; life++) {
        trial.form = form_new(fields, 3, &trial);
        desk_push(*state, &ops, &trial);
        form_keep(trial.form, *state, "trial");
        play(*state, "", &picture);
        if (life == 0)
            play(*state, "<Down>lost<Esc>", &picture);
        if (life < 2)
            assert_shows(&picture, "Place: “lost” was not saved; Ctrl-Z brings it back");
        else
            assert_null(strstr(picture.buf, "not saved")); // for something was
        if (life == 1)
            play(*state, "<C-z><Up>", &picture);
        if (life == 2) // brought back, undone and let go
            play(*state, "found<Esc><C-z><C-z><Esc>", &picture);
        desk_pop(*state);
        form_free(&trial.form);
    }
    assert_string_equal(trial.values[2].buf, "lost");
    for (int i = 0; i < 3; i++)
        str_done(&trial.values[i]);
}

static void show_help(void *data, struct desk *desk, const struct key *key)
{
    (void)data;
    (void)key;
    desk_help(desk);
}

// However many keys every screen has, the page of help has them all.
static void help_has_every_common_key(void **state)
{
    enum { LETTERS = 26, FUNCTIONS = 12, ROWS = LETTERS + FUNCTIONS };
    struct action common[ROWS + 1] = {{0}};
    char keys[ROWS][8];
    autostr picture = STR_INIT;
    for (int i = 0; i < ROWS; i++) {
        snprintf(keys[i], sizeof *keys, i < LETTERS ? "C-%c" : "F%d",
                 i < LETTERS ? 'a' + i : i - LETTERS + 1);
        common[i] = (struct action){keys[i], NULL, NULL, "one of many", WHEN_AT_REST, show_help};
    }
    desk_set_common(*state, common, NULL);
    play(*state, "<C-d><End>", &picture);
    assert_shows(&picture, "F12");
    play(*state, "<Esc>", &picture);
    desk_set_common(*state, NULL, NULL);
}

// Two letters at once, a pause for as long as the desk likes, and the end.
struct slow_front {
    int reads, shown, rests, shown_at_rest;
};

static void slow_read(void *self, int timeout, struct key *ret)
{
    struct slow_front *front = self;
    const int n = front->reads;
    if (n < 2 || timeout < 0) {
        *ret = (struct key){.code = n < 2 ? K_TEXT : K_TERMINATE, .text = "x"};
        front->reads++;
    } else {
        *ret = (struct key){.code = K_TIMEOUT};
    }
}

static void slow_show(void *self, const struct canvas *canvas)
{
    (void)canvas;
    ((struct slow_front *)self)->shown++;
}

static void slow_size(void *self, int *ret_rows, int *ret_cols)
{
    (void)self;
    *ret_rows = 24;
    *ret_cols = 80;
}

static void count_rest(void *data, struct desk *desk)
{
    struct slow_front *front = data;
    front->rests++;
    front->shown_at_rest = front->shown;
    desk_redraw(desk); // does not make it rest again
}

static void rest_comes_once_behind_the_picture(void **state)
{
    (void)state;
    struct slow_front slow = {0};
    const struct desk_front front = {
        .self = &slow, .read = slow_read, .show = slow_show, .size = slow_size};
    struct trial other = {.log = STR_INIT};
    struct desk *desk = desk_new(&front, false);
    desk_push(desk, &trial_ops, &other);
    desk_set_rest(desk, count_rest, &slow);
    assert_true(desk_run(desk));
    assert_int_equal(slow.rests, 1);
    assert_int_equal(slow.shown_at_rest, 1);
    assert_int_equal(slow.shown, 2);
    desk_free(&desk);
    str_done(&other.log);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(message_and_key_bar),
        TEST(boxes_answer),
        TEST(lists_are_searched),
        TEST(a_wide_line_stays_in_its_box),
        TEST(prompts_keep_what_is_refused),
        TEST(prompts_keep_what_is_left),
        TEST(a_prompt_leads_on),
        TEST(pages_are_searched),
        TEST(a_wide_text_goes_on_beside_as_far_as_it_reaches),
        TEST(what_a_key_does_hangs_under_its_text),
        TEST(small_windows_say_so),
        TEST(ending_commits),
        TEST(forms_are_filled),
        TEST(forms_keep_what_is_left),
        TEST(help_has_every_common_key),
        TEST(rest_comes_once_behind_the_picture),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
