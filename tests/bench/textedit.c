// SPDX-License-Identifier: GPL-3.0-or-later
// What a key costs in a text of 20 pages against one of a paragraph, with its picture: textedit
// Keys are typed, erased and broken into lines in the midst of the text. Rounds are taken in turn,
// and the fastest of each counts.
#include "orjon/tui/textedit.h"
#include "orjon/base/str.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

enum { PAGES = 20, PARAGRAPHS_OF_A_PAGE = 12, ROUNDS = 60, ROWS = 40, COLUMNS = 100 };

static const char paragraph[] =
    "১. সভাপতি উপস্থিত সকলকে স্বাগত জানিয়ে সভার কাজ শুরু করেন। কর্মপরিকল্পনা অনুযায়ী চলতি "
    "ত্রৈমাসিকের কার্যক্রমের অগ্রগতি পর্যালোচনা করা হয় এবং অবশিষ্ট কার্যক্রম নির্ধারিত সময়ের মধ্যে "
    "সম্পন্ন করার জন্য সংশ্লিষ্ট সকলকে অনুরোধ করা হয়।";

static const char *const keys[] = {"ক",      "্",       "ষ",    "া",       " ",
                                   "র",      "<BS>",   "<BS>", "<Enter>", "<BS>",
                                   "<Left>", "<Down>", "<Up>", "<Del>",   "<C-z>"};
enum { KEYS = sizeof keys / sizeof *keys };

struct scene {
    const char *name;
    struct textedit *edit;
    struct canvas *canvas;
    struct key_list list;
    double best; // microseconds a key
};

static double microseconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static void play(struct scene *scene, const struct key_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        textedit_key(scene->edit, NULL, &list->key[i]);
        canvas_clear(scene->canvas);
        textedit_draw(scene->edit, scene->canvas, 0, 0, ROWS, COLUMNS);
    }
}

static void open_scene(struct scene *scene, const char *name, size_t paragraphs, const char *gap)
{
    autostr text = STR_INIT, script = STR_INIT;
    struct key_list down = {0};
    for (size_t i = 0; i < paragraphs; i++)
        str_addf(&text, "%s%s", i ? gap : "", paragraph);
    *scene = (struct scene){.name = name, .edit = textedit_new(100000), .best = 1e12};
    scene->canvas = canvas_new(ROWS, COLUMNS);
    textedit_set(scene->edit, text.buf, text.len);
    textedit_draw(scene->edit, scene->canvas, 0, 0, ROWS, COLUMNS);
    str_addf(&script, "<Down>*%zu<C-Right>", 1 + paragraphs * 3 / 2);
    key_parse(script.buf, &down, NULL);
    play(scene, &down);
    key_list_done(&down);
    str_reset(&script);
    for (size_t i = 0; i < KEYS; i++)
        str_add(&script, keys[i]);
    key_parse(script.buf, &scene->list, NULL);
}

static void measure(struct scene *scene)
{
    const double begin = microseconds();
    play(scene, &scene->list);
    const double own = (microseconds() - begin) / (double)scene->list.count;
    scene->best = own < scene->best ? own : scene->best;
}

int main(void)
{
    // A screen that is full in both: what is drawn is not what is compared.
    struct scene scene[3];
    open_scene(&scene[0], "one page", PARAGRAPHS_OF_A_PAGE + 4, "\n");
    open_scene(&scene[1], "20 pages", PAGES * PARAGRAPHS_OF_A_PAGE, "\n");
    open_scene(&scene[2], "20 pages in one paragraph", PAGES * PARAGRAPHS_OF_A_PAGE, " ");
    for (int round = 0; round < ROUNDS; round++)
        for (size_t i = 0; i < 3; i++)
            measure(&scene[i]);
    for (size_t i = 1; i < 3; i++)
        printf("text\ta key in %s %.1f us, in %s %.1f us\t%.2f\t%s\n", scene[i].name, scene[i].best,
               scene[0].name, scene[0].best, scene[i].best / scene[0].best, i == 1 ? "1.1" : "2");
    for (size_t i = 0; i < 3; i++) {
        textedit_free(&scene[i].edit);
        canvas_free(&scene[i].canvas);
        key_list_done(&scene[i].list);
    }
    return 0;
}
