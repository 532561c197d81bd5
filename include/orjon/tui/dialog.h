// SPDX-License-Identifier: GPL-3.0-or-later
// Small boxes over the screen: ask, tell, pick, prompt. Each is pushed on the desk and calls `done`
// after it has left; `done` may push others. Texts are copied.
#pragma once

#include "orjon/base/error.h"
#include "orjon/tui/screen.h"

#include <stddef.h>

struct dialog_choice {
    const char *keys; // characters that choose it, as _("yY"); a Bengali letter among them
    const char *text;
};

enum { DIALOG_CANCELLED = -1 }; // Esc

// Choices in a row, by letter, arrows and Enter; preset is the one Enter takes at first.
void dialog_ask(struct desk *desk, const char *title, const char *text,
                const struct dialog_choice *choices, int count, int preset,
                void (*done)(void *data, struct desk *desk, int choice), void *data);
// Yes or no; preset no. done is called only for yes.
void dialog_confirm(struct desk *desk, const char *title, const char *text,
                    void (*done)(void *data, struct desk *desk), void *data);
// Wrapped text to read; scrolls if it is long. done may be NULL.
void dialog_tell(struct desk *desk, const char *title, const char *text,
                 void (*done)(void *data, struct desk *desk), void *data);

// A list to choose from, by arrows or by typing part of an item (spelling pairs fold). item is
// called while the dialog is made only. What stands behind a tab is the second of two columns.
void dialog_pick(struct desk *desk, const char *title, int count, int preset,
                 void (*item)(void *data, int i, struct str *ret),
                 void (*done)(void *data, struct desk *desk, int choice), void *data);
// The same for one of several that are chosen one after the other: done is to ask again, until Esc,
// which the bar calls done.
void dialog_pick_several(struct desk *desk, const char *title, int count, int preset,
                         void (*item)(void *data, int i, struct str *ret),
                         void (*done)(void *data, struct desk *desk, int choice), void *data);

// The same with data that is the box's own: let_go is called once nobody needs it any more.
void dialog_pick_own(struct desk *desk, const char *title, int count,
                     void (*item)(void *data, int i, struct str *ret),
                     void (*done)(void *data, struct desk *desk, int choice), void *data,
                     void (*let_go)(void *data));

// The same where one click chooses, as in menus.
void dialog_menu(struct desk *desk, const char *title, int count,
                 void (*item)(void *data, int i, struct str *ret),
                 void (*done)(void *data, struct desk *desk, int choice), void *data,
                 void (*let_go)(void *data));

// A list of at most 32 to tick, by Space, arrows and the mouse. done is called for Enter only.
void dialog_tick(struct desk *desk, const char *title, int count, unsigned ticked,
                 void (*item)(void *data, int i, struct str *ret),
                 void (*done)(void *data, struct desk *desk, unsigned ticked), void *data);

// One line, at first with `preset`. accept may refuse: its sentence is shown in the box and the
// typed text stays. On OK the box leaves first and then done (may be NULL) is called.
struct dialog_prompt {
    const char *title, *label, *hint, *preset; // hint may be NULL
    const char *typed; // stands in the place of the preset, as if typed; NULL: nothing
    // What it is about beyond title and label. Then a text that is left with Esc stands there
    // again, as if typed, when the same is asked; NULL: it is gone.
    const char *about;
    enum status (*accept)(void *data, const char *text, struct err *err);
    void (*done)(void *data, struct desk *desk, const char *text);
    // Esc, where what was typed is other than the preset; may be NULL.
    void (*left)(void *data, struct desk *desk, const char *text);
    // What F6 leads to, N_(…), NULL: nothing; what was typed is taken first, as by Enter.
    const char *more;
    void (*go_on)(void *data, struct desk *desk);
    void *data;
};
void dialog_prompt(struct desk *desk, const struct dialog_prompt *prompt);
