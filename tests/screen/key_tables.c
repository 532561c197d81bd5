// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of keys in README, manual page and Bengali help are those of the screens, and each
// table of actions is well made. ORJON_TEST_WRITE=1 writes the documents anew.
#include "../test.h"

#include "orjon/base/file.h"
#include "orjon/screens/screens.h"

#include <ctype.h>
#include <locale.h>
#include <stdlib.h>
#include <wchar.h>

static const struct screen_ops *const *const screens = screens_all;

// The first line of a screen's page of help, as a heading: «THE RETURN» is «The return».
static void heading(const struct screen_ops *ops, struct str *ret)
{
    const char *about = tr(ops->about);
    str_add_n(ret, about, strcspn(about, "\n"));
    for (char *at = ret->buf; *at && *++at;)
        *at = (char)tolower((unsigned char)*at);
}

struct document {
    const char *path, *begin, *end;
    enum language language;
    void (*open)(struct str *ret, const char *heading);
    void (*row)(struct str *ret, const char *keys, const char *help);
    const char *close;
};

static void open_markdown(struct str *ret, const char *title)
{
    str_addf(ret, "**%s**\n\n| %s | %s |\n|---|---|\n", title,
             i18n_language() == LANGUAGE_BENGALI ? "বোতাম" : "key",
             i18n_language() == LANGUAGE_BENGALI ? "কাজ" : "what it does");
}

static void row_markdown(struct str *ret, const char *keys, const char *help)
{
    str_addf(ret, "| %s | %s |\n", keys, help);
}

// Letters beyond ASCII by their number: not every formatter takes them as they are.
static void add_roff(struct str *ret, const char *s)
{
    while (*s) {
        wchar_t c = 0;
        mbtowc(NULL, NULL, 0);
        const int n = mbtowc(&c, s, strlen(s));
        assert_true(n > 0);
        if (n == 1)
            str_add_char(ret, *s);
        else
            str_addf(ret, "\\[u%04X]", (unsigned)c);
        s += n;
    }
}

static void open_man(struct str *ret, const char *title)
{
    str_addf(ret, ".Ss %s\n.Bl -tag -width \"Ctrl-Left, Ctrl-Right\" -compact\n", title);
}

static void row_man(struct str *ret, const char *keys, const char *help)
{
    str_add(ret, ".It ");
    add_roff(ret, keys);
    str_addf(ret, "\n%s\n", help);
}

static const struct document documents[] = {
    {TEST_ROOT "/README.md", "<!-- keys: written by tests/screen/key_tables -->\n",
     "<!-- end of keys -->", LANGUAGE_ENGLISH, open_markdown, row_markdown, "\n"},
    {TEST_ROOT "/docs/orjon.bn.md", "<!-- keys: written by tests/screen/key_tables -->\n",
     "<!-- end of keys -->", LANGUAGE_BENGALI, open_markdown, row_markdown, "\n"},
    {TEST_ROOT "/man/orjon.1", ".\\\" keys: written by tests/screen/key_tables\n",
     ".\\\" end of keys", LANGUAGE_ENGLISH, open_man, row_man, ".El\n"},
};

static void add_rows(const struct document *d, const struct action *table, struct str *ret)
{
    for (const struct action *row = table; row && row->act; row++) {
        autostr names = STR_INIT;
        action_names(row, &names);
        if (row->help)
            d->row(ret, names.buf, tr(row->help));
    }
}

// What a screen has in common with another stands where that one is.
static bool is_of_another(const struct action *table)
{
    for (size_t i = 0; screens[i]; i++)
        if (screens[i]->actions == table)
            return true;
    return false;
}

static void add_table(const struct document *d, const char *title, const struct action *table,
                      const struct action *shared, struct str *ret)
{
    d->open(ret, title);
    add_rows(d, table, ret);
    if (!is_of_another(shared))
        add_rows(d, shared, ret);
    str_add(ret, d->close);
}

static void add_all(const struct document *d, struct str *ret)
{
    i18n_set_language(d->language);
    i18n_set_digits(d->language == LANGUAGE_BENGALI ? DIGITS_BENGALI : DIGITS_LATIN);
    add_table(d, d->language == LANGUAGE_BENGALI ? "সব পর্দায়" : "On every screen", screens_common,
              NULL, ret);
    for (size_t i = 0; screens[i]; i++) {
        autostr title = STR_INIT;
        heading(screens[i], &title);
        add_table(d, title.buf, screens[i]->actions, screens[i]->shared, ret);
    }
}

static void the_documents_name_the_keys(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof documents / sizeof *documents; i++) {
        const struct document *d = &documents[i];
        autostr file = STR_INIT, wanted = STR_INIT, whole = STR_INIT;
        assert_int_equal(file_read(d->path, &file, NULL), STATUS_OK);
        char *begin = strstr(file.buf, d->begin);
        char *end = begin ? strstr(begin, d->end) : NULL;
        if (!end)
            fail_msg("%s has no place for the keys", d->path);
        begin += strlen(d->begin);
        add_all(d, &wanted);
        if (wanted.len == (size_t)(end - begin) && memcmp(begin, wanted.buf, wanted.len) == 0)
            continue;
        if (!getenv("ORJON_TEST_WRITE"))
            fail_msg("%s does not have the keys of the screens", d->path);
        str_add_n(&whole, file.buf, (size_t)(begin - file.buf));
        str_add_n(&whole, wanted.buf, wanted.len);
        str_add(&whole, end);
        assert_int_equal(file_write(d->path, whole.buf, whole.len, true, NULL), STATUS_OK);
    }
}

// Each row can be reached, can act at some time, and no two rows of a table have the same key.
static void check_table(const char *name, const struct action *table)
{
    for (const struct action *row = table; row && row->act; row++) {
        const struct key key = action_key(row);
        if (key.code == K_NONE || key.code == K_UNKNOWN || !(row->when & ~(unsigned)WHEN_SETTLED))
            fail_msg("%s: a row of %s has no key or no time", name,
                     row->keys ? row->keys : "letters");
        assert_ptr_equal(action_of_key(table, &key), row);
        const struct action rest[] = {*row, {0}};
        for (const struct action *other = row + 1; other->act; other++) {
            const struct key taken = action_key(other);
            if (action_of_key(rest, &taken))
                fail_msg("%s: %s stands in two rows", name, other->keys ? other->keys : "letters");
        }
        if (row->letters && row->when & (MODE_TYPING | MODE_FINDING) && !row->keys)
            fail_msg("%s: letters belong to what is typed", name);
    }
}

static void the_tables_are_well_made(void **state)
{
    (void)state;
    check_table("common", screens_common);
    for (size_t i = 0; screens[i]; i++) {
        assert_non_null(screens[i]->about);
        check_table(screens[i]->name, screens[i]->actions);
        check_table(screens[i]->name, screens[i]->shared);
    }
}

int main(void)
{
    setlocale(LC_CTYPE, "C.UTF-8");
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_documents_name_the_keys),
                                       cmocka_unit_test(the_tables_are_well_made)};
    return cmocka_run_group_tests_name("key_tables", tests, NULL, NULL);
}
