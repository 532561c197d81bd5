// SPDX-License-Identifier: GPL-3.0-or-later
// Boxes that ask and tell.
#include "dialog_private.h"

#include "orjon/base/mem.h"

#include <string.h>

enum { DIALOG_COLUMNS = 68, CHOICES_MAX = 8 };

int dialog_columns(const struct canvas *canvas)
{
    int columns = canvas->cols - 8;
    return columns < DIALOG_COLUMNS ? columns : DIALOG_COLUMNS;
}

struct dialog_area dialog_frame(struct canvas *canvas, const char *title, int rows, int columns)
{
    int titles = text_columns(title, strlen(title)) + 2;
    columns = columns < titles ? titles : columns;
    columns = columns > canvas->cols - 6 ? canvas->cols - 6 : columns;
    rows = rows > canvas->rows - 2 ? canvas->rows - 2 : rows;
    int row = (canvas->rows - rows - 2) / 2, col = (canvas->cols - columns - 4) / 2;
    // a blank at each side, so that the screen below does not touch the frame
    canvas_fill(canvas, row, col - 1, rows + 2, columns + 6, STYLE_PLAIN);
    canvas_box(canvas, row, col, rows + 2, columns + 4);
    canvas_text(canvas, row, col + 2, titles < columns ? titles : columns, STYLE_TITLE,
                ALIGN_CENTRE, title, strlen(title));
    return (struct dialog_area){.row = row + 1, .col = col + 2, .rows = rows, .columns = columns};
}

void dialog_wheel(int rows, int view, int by, int *top, int *at)
{
    const int last = rows > view ? rows - view : 0, to = *top + by;
    *top = to > last ? last : to < 0 ? 0 : to;
    if (*at < *top)
        *at = *top;
    else if (*at >= *top + view)
        *at = *top + view - 1;
}

struct message_box {
    char *title, *text;
    struct dialog_choice choice[CHOICES_MAX];
    int count, at; // no choices: text to read
    int top, view; // of text that is longer than the box
    int lines;
    int row, col; // of the choices, as last drawn
    void (*done)(void *data, struct desk *desk, int choice);
    void (*yes)(void *data, struct desk *desk); // of a confirmation, or of telling
    void *data;
};

static char *copy(const char *text)
{
    return mem_copy_text(text ? text : "", text ? strlen(text) : 0);
}

static void box_free(void **state)
{
    struct message_box *box = *state;
    for (int i = 0; i < box->count; i++) {
        free((void *)(uintptr_t)box->choice[i].keys);
        free((void *)(uintptr_t)box->choice[i].text);
    }
    free(box->title);
    free(box->text);
    free(box);
    *state = NULL;
}

static int choice_columns(const struct message_box *box)
{
    int columns = 0;
    for (int i = 0; i < box->count; i++)
        columns += text_columns(box->choice[i].text, strlen(box->choice[i].text)) + 4;
    return columns;
}

static void draw_choices(struct message_box *box, struct canvas *canvas, int row,
                         const struct dialog_area *area)
{
    int col = area->col;
    box->row = row;
    box->col = col;
    for (int i = 0; i < box->count; i++) {
        const char *text = box->choice[i].text;
        int columns = text_columns(text, strlen(text)) + 2;
        enum style style = i == box->at ? STYLE_FOCUS : STYLE_FIELD;
        canvas_text(canvas, row, col, columns, style, ALIGN_CENTRE, text, strlen(text));
        if (i == box->at)
            canvas_cursor(canvas, row, col + 1);
        col += columns + 2;
    }
}

static void box_draw(void *state, struct canvas *canvas)
{
    struct message_box *box = state;
    autofree struct text_line *lines = NULL;
    int columns = dialog_columns(canvas), foot = box->count ? 2 : 0;
    box->lines = (int)text_wrap(box->text, strlen(box->text), columns, &lines);
    int widest = choice_columns(box);
    for (int i = 0; i < box->lines; i++) {
        int own = text_columns(box->text + lines[i].from, lines[i].len);
        widest = own > widest ? own : widest;
    }
    struct dialog_area area = dialog_frame(canvas, box->title, box->lines + foot, widest);
    box->view = area.rows - foot;
    if (box->top > box->lines - box->view)
        box->top = box->lines > box->view ? box->lines - box->view : 0;
    for (int i = 0; i < box->view && box->top + i < box->lines; i++)
        canvas_text(canvas, area.row + i, area.col, area.columns, STYLE_PLAIN, ALIGN_LEFT,
                    box->text + lines[box->top + i].from, lines[box->top + i].len);
    if (box->top + box->view < box->lines)
        canvas_say(canvas, area.row + area.rows, area.col, STYLE_KEY_NAME, _("more: Page Down"));
    canvas_cursor(canvas, area.row, area.col);
    draw_choices(box, canvas, area.row + area.rows - 1, &area);
}

// The box leaves, then its answer is given.
static void finish(struct message_box *box, struct desk *desk, int choice)
{
    desk_pop(desk);
    if (box->done)
        box->done(box->data, desk, choice);
    else if (box->yes && (choice == 0 || box->count == 0))
        box->yes(box->data, desk);
}

static int choice_of(const struct message_box *box, const char *text)
{
    for (int i = 0; i < box->count; i++)
        if (*text && strstr(box->choice[i].keys, text))
            return i;
    return DIALOG_CANCELLED;
}

// The choice under a click.
static int choice_at(const struct message_box *box, const struct key *key)
{
    int col = box->col;
    for (int i = 0; i < box->count && key->row == box->row; i++) {
        int columns = text_columns(box->choice[i].text, strlen(box->choice[i].text)) + 2;
        if (key->col >= col && key->col < col + columns)
            return i;
        col += columns + 2;
    }
    return DIALOG_CANCELLED;
}

static void scroll(struct message_box *box, enum key_code code)
{
    const bool page = code == K_PGUP || code == K_PGDN;
    if (code == K_UP || code == K_PGUP || code == K_WHEEL_UP)
        box->top -= page ? box->view : 1;
    else if (code == K_DOWN || code == K_PGDN || code == K_WHEEL_DOWN)
        box->top += page ? box->view : 1;
    if (box->top < 0)
        box->top = 0;
}

static bool box_key(void *state, struct desk *desk, const struct key *key)
{
    struct message_box *box = state;
    int chosen = key->code == K_TEXT    ? choice_of(box, key->text)
                 : key->code == K_CLICK ? choice_at(box, key)
                                        : DIALOG_CANCELLED;
    if (chosen >= 0)
        finish(box, desk, chosen);
    else if (box->count && (key->code == K_TAB || key->code == K_BACKTAB))
        box->at = (box->at + (key->code == K_TAB ? 1 : box->count - 1)) % box->count;
    else if (box->count &&
             key->code == K_RIGHT) // an arrow stays at the end: it is pressed to be sure
        box->at += box->at < box->count - 1;
    else if (box->count && key->code == K_LEFT)
        box->at -= box->at > 0;
    else
        scroll(box, key->code);
    return true;
}

static void choose(void *state, struct desk *desk, const struct key *key)
{
    const struct message_box *box = state;
    (void)key;
    finish(state, desk, box->at);
}

static void cancel(void *state, struct desk *desk, const struct key *key)
{
    (void)key;
    finish(state, desk, DIALOG_CANCELLED);
}

static void describe(const void *state, struct str *ret)
{
    const struct message_box *box = state;
    str_addf(ret, "%s\n%s\n\n", box->title, box->text);
}

static const struct action ask_actions[] = {
    {"Enter", NULL, N_("choose"), N_("choose"), WHEN_AT_REST, choose},
    {"Esc", NULL, N_("cancel"), N_("cancel"), WHEN_AT_REST, cancel},
    {0}};

static const struct action tell_actions[] = {
    {"Enter", NULL, N_("go on"), N_("go on"), WHEN_AT_REST, cancel},
    {"Esc", NULL, NULL, NULL, WHEN_AT_REST, cancel},
    {0}};

static const struct screen_ops ask_ops = {
    .name = "dialog",
    .overlay = true,
    .actions = ask_actions,
    .about =
        N_("A QUESTION\n"
           "\n"
           "The arrows or Tab go to an answer, Enter gives it; a click gives it too. Esc leaves "
           "everything as it is."),
    .describe = describe,
    .draw = box_draw,
    .key = box_key,
    .free = box_free,
};

static const struct screen_ops tell_ops = {
    .name = "dialog",
    .overlay = true,
    .actions = tell_actions,
    .about = N_("A NOTICE\n"
                "\n"
                "The arrows and Page Down show what has no room; Enter goes on."),
    .describe = describe,
    .draw = box_draw,
    .key = box_key,
    .free = box_free,
};

static struct message_box *push_box(struct desk *desk, const char *title, const char *text,
                                    const struct dialog_choice *choices, int count, void *data)
{
    struct message_box *box = mem_alloc(sizeof *box);
    box->title = copy(title);
    box->text = copy(text);
    box->count = count < CHOICES_MAX ? count : CHOICES_MAX;
    for (int i = 0; i < box->count; i++)
        box->choice[i] =
            (struct dialog_choice){.keys = copy(choices[i].keys), .text = copy(choices[i].text)};
    box->data = data;
    desk_push(desk, count ? &ask_ops : &tell_ops, box);
    return box;
}

void dialog_ask(struct desk *desk, const char *title, const char *text,
                const struct dialog_choice *choices, int count, int preset,
                void (*done)(void *data, struct desk *desk, int choice), void *data)
{
    struct message_box *box = push_box(desk, title, text, choices, count, data);
    box->at = preset >= 0 && preset < box->count ? preset : 0;
    box->done = done;
}

void dialog_confirm(struct desk *desk, const char *title, const char *text,
                    void (*done)(void *data, struct desk *desk), void *data)
{
    const struct dialog_choice choices[] = {
        {_("yY"), _("yes")}, // the Bengali catalogue adds the letter of its own word
        {_("nN"), _("no")},
    };
    struct message_box *box = push_box(desk, title, text, choices, 2, data);
    box->at = 1;
    box->yes = done;
}

void dialog_tell(struct desk *desk, const char *title, const char *text,
                 void (*done)(void *data, struct desk *desk), void *data)
{
    push_box(desk, title, text, NULL, 0, data)->yes = done;
}
