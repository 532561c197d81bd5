// SPDX-License-Identifier: GPL-3.0-or-later
// JSON read into structs: what is JSON and what is none, whoever wrote it.
#include "../test.h"

#include "json.h"

#include "orjon/base/i18n.h"

#include <string.h>

struct thing {
    const char *text;
    int64_t number;
    struct item *item;
    size_t items;
};
struct item {
    const char *name;
};

static const struct json_member item_members[] = {
    {"name", MEMBER_TEXT, offsetof(struct item, name), NULL, false, 0, 20},
};
static const struct json_shape item_shape = {sizeof(struct item), item_members, 1};
static const struct json_member thing_members[] = {
    {"text", MEMBER_TEXT, offsetof(struct thing, text), NULL, false, 0, 20},
    {"number", MEMBER_WHOLE, offsetof(struct thing, number), NULL, false, -5, INT64_MAX},
    {"items", MEMBER_LIST, offsetof(struct thing, item), &item_shape, false, 0, 3},
};
static const struct json_shape thing_shape = {sizeof(struct thing), thing_members, 3};

// What is read of it as one text, or the sentence by which it is refused.
static void expect(const char *json, const char *expected)
{
    struct arena arena = {0};
    struct thing thing;
    struct err err = {0};
    autostr found = STR_INIT;
    if (json_read(&thing_shape, json, strlen(json), &thing, &arena, &err)) {
        str_add(&found, err.text);
    } else {
        str_addf(&found, "%s %lld", thing.text, (long long)thing.number);
        for (size_t i = 0; i < thing.items; i++)
            str_addf(&found, " [%s]", thing.item[i].name);
    }
    if (strcmp(found.buf, expected) != 0)
        fail_msg("%.40s: %s, not %s", json, found.buf, expected);
    arena_done(&arena);
}

static const char none[] = "line 1: this is no JSON, or it is cut short";

static void what_is_json_is_read(void **state)
{
    (void)state;
    expect("{}", " 0");
    expect(" {\n\t\"number\" : -5 ,\r\n \"text\":\"ক\" } \n", "ক -5");
    expect("{\"text\":\"\\u0995\\\"\\\\\\/\",\"number\":9223372036854775807}",
           "ক\"\\/ 9223372036854775807");
    expect("{\"text\":\"\\ud83d\\ude00\"}", "\xf0\x9f\x98\x80 0");
    expect("{\"items\":[]}", " 0");
    expect("{\"items\":[{},{\"name\":\"a\"},{\"name\":\"b\"}],\"number\":1}", " 1 [] [a] [b]");
    expect("{\"x\":[1,-2.5e+3,true,false,null,{\"y\":[[],{}]},\"\\n\"],\"t\\u0065xt\":\"a\"}",
           "a 0");
}

static void what_is_none_is_refused(void **state)
{
    (void)state;
    static const char *const wrong[] = {
        "",
        "[]",
        "{",
        "{\"text\"",
        "{\"text\":\"a",
        "{\"text\":\"a\"",
        "{\"text\":\"a\",}",
        "{\"text\":\"a\"}x",
        "{\"text\":\"a\" \"number\":1}",
        "{\"text\":\"a\",\"text\":\"a\"}",
        "{\"text\":\"\\u0000\"}",
        "{\"text\":\"\\ud83d\"}",
        "{\"text\":\"\\ude00\"}",
        "{\"text\":\"\\ud83d\\u0041\"}",
        "{\"text\":\"\\x\"}",
        "{\"text\":\"\x01\"}",
        "{\"text\":\"\xff\"}",
        "{\"number\":01}",
        "{\"number\":-}",
        "{\"number\":1.}",
        "{\"number\":1e}",
        "{\"number\":+1}",
        "{\"items\":[{}}",
        "{\"items\":[{},]}",
        "{\"x\":nul}",
        "{\"x\":[}",
        "{x:1}",
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        expect(wrong[i], none);
    expect("{\n\n", "line 3: this is no JSON, or it is cut short");
}

static void another_thing_is_named(void **state)
{
    (void)state;
    expect("{\"text\":1}", "text: no text");
    expect("{\"text\":\"123456789012345678901\"}", "text: longer than it may be");
    expect("{\"number\":\"1\"}", "number: no whole number");
    expect("{\"number\":1.5}", "number: no whole number");
    expect("{\"number\":9223372036854775808}", "number: no whole number");
    expect("{\"number\":-6}", "number: a number that cannot be");
    expect("{\"items\":{}}", "items: no list");
    expect("{\"items\":[{},1]}", "items[2]: no object");
    expect("{\"items\":[{},{\"name\":[]}]}", "items[2].name: no text");
    expect("{\"items\":[{},{},{},{}]}", "items: longer than it may be");
}

static void nothing_is_too_deep(void **state)
{
    (void)state;
    autostr deep = STR_INIT;
    str_add(&deep, "{\"x\":");
    str_add_repeat(&deep, "[", 1000000);
    expect(deep.buf, none);
    str_reset(&deep);
    str_add(&deep, "{\"x\":");
    str_add_repeat(&deep, "[", 200);
    str_add_repeat(&deep, "]", 200);
    str_add(&deep, "}");
    expect(deep.buf, " 0");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_json_is_read),
        cmocka_unit_test(what_is_none_is_refused),
        cmocka_unit_test(another_thing_is_named),
        cmocka_unit_test(nothing_is_too_deep),
    };
    i18n_set_language(LANGUAGE_ENGLISH);
    i18n_set_digits(DIGITS_LATIN);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
