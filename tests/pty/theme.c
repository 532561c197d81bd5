// SPDX-License-Identifier: GPL-3.0-or-later
// Roles that can stand side by side look different without colours.
#include "../test.h"

#include "terminal_private.h"

#include <stdlib.h>

static const enum style side_by_side[] = {STYLE_PLAIN,   STYLE_FIELD,    STYLE_FOCUS,
                                          STYLE_EDIT,    STYLE_GOOD,     STYLE_ERROR,
                                          STYLE_WARNING, STYLE_SELECTED, STYLE_MARK};
enum { ROLES = sizeof side_by_side / sizeof *side_by_side };

static void assert_differ(const char *term, enum theme theme, enum style less)
{
    struct painter painter = {0};
    assert_true(info_open(term));
    painter_init(&painter);
    painter.valid = true;
    painter_set_theme(&painter, theme);
    assert_false(painter.valid); // everything is painted anew
    for (size_t i = 0; i < ROLES; i++)
        for (size_t k = i + 1; k < ROLES; k++) {
            enum style a = side_by_side[i], b = side_by_side[k];
            bool told = a != less && b != less;
            if (told && strcmp(painter.attributes[a].buf, painter.attributes[b].buf) == 0)
                fail_msg("%s, theme %d: styles %d and %d look alike", term, (int)theme, (int)a,
                         (int)b);
        }
    painter_done(&painter);
    info_close();
}

static void roles_differ_in_every_theme(void **state)
{
    (void)state;
    unsetenv("NO_COLOR");
    for (int theme = 0; theme < THEME_COUNT; theme++) {
        assert_differ("xterm-256color", (enum theme)theme, STYLE_COUNT);
        assert_differ("xterm", (enum theme)theme, STYLE_COUNT);
        assert_differ("linux", (enum theme)theme, STYLE_COUNT);
    }
}

static void roles_differ_without_colours(void **state)
{
    (void)state;
    setenv("NO_COLOR", "1", 1);
    for (int theme = 0; theme < THEME_COUNT; theme++)
        assert_differ("xterm-256color", (enum theme)theme, STYLE_COUNT);
    // bold, underline and reverse are all there is: a good message has its sign
    assert_differ("vt100", THEME_AUTO, STYLE_GOOD);
    unsetenv("NO_COLOR");
}

static void no_color_has_no_colours(void **state)
{
    (void)state;
    assert_true(info_open("xterm-256color"));
    assert_int_equal(theme_in_force(THEME_DARK), THEME_DARK);
    setenv("NO_COLOR", "", 1);
    assert_int_equal(theme_in_force(THEME_DARK), THEME_DARK); // empty counts as unset
    setenv("NO_COLOR", "1", 1);
    assert_int_equal(theme_in_force(THEME_DARK), THEME_MONO);
    for (int i = 0; i < STYLE_COUNT; i++)
        assert_int_equal(theme_look(THEME_MONO, (enum style)i).front, LOOK_OWN);
    unsetenv("NO_COLOR");
    info_close();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(roles_differ_in_every_theme),
        cmocka_unit_test(roles_differ_without_colours),
        cmocka_unit_test(no_color_has_no_colours),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
