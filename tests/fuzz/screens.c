// SPDX-License-Identifier: GPL-3.0-or-later
// The screens, played with keys that nobody would press in that order, on the sample office or on
// the guide that makes one. What is saved stays sound whatever was pressed.
#include "fuzz.h"

#include "folder.h"

#include "orjon/app/verify.h"
#include "orjon/base/file.h"
#include "orjon/screens/screens.h"

enum { DAY = 19700 };
static struct str office = STR_INIT; // the file as each script finds it
static struct app_options options = {.file = "office.db",
                                     .via = "test",
                                     .as_of = {true, DAY},
                                     .language_given = true,
                                     .digits_given = true};

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc, (void)argv;
    const struct app_new_office sample = {.sample = true};
    fuzz_folder();
    require(app_init(&options, &sample, NULL) == STATUS_OK);
    require(file_read("office.db", &office, NULL) == STATUS_OK);
    return 0;
}

// Keys that lead somewhere are more than one byte each. No stroke: a name that is typed cannot lead
// out of the folder.
static void add_key(struct str *script, uint8_t byte)
{
    static const char *const keys[] = {
        "<Up>",     "<Down>",   "<Left>",    "<Right>",  "<Enter>",   "<Esc>",    "<Tab>",
        "<S-Tab>",  "<Home>",   "<End>",     "<PgUp>",   "<PgDn>",    "<Ins>",    "<Del>",
        "<BS>",     "<F1>",     "<F2>",      "<F3>",     "<F4>",      "<F5>",     "<F6>",
        "<F7>",     "<F8>",     "<F9>",      "<F10>",    "<F11>",     "<F12>",    "<C-Up>",
        "<C-Down>", "<C-z>",    "<C-y>",     "<C-r>",    "<C-c>",     "<C-v>",    "<C-x>",
        "<C-a>",    "<C-e>",    "<C-k>",     "<C-u>",    "<C-w>",     "<C-l>",    "<C-f>",
        "<C-g>",    "<C-p>",    "<C-n>",     "<C-d>",    "<C-t>",     "<Wait>",   "<S-Up>",
        "<S-Down>", "<S-Left>", "<S-Right>", "<C-Left>", "<C-Right>", "<S-Home>", "<S-End>",
    };
    static const char *const texts[] = {
        "১",
        "২",
        "৫",
        "০",
        "%",
        "-",
        ".",
        "(",
        ")",
        " ",
        "ক",
        "খ",
        "ক্ষ",
        "অ",
        "া",
        "্",
        "১৫.১২.২৩",
        "৪০%(৪৪)",
        "n",
        "d",
        "c",
        "a",
        "x",
        "?",
        "q",
        "y",
        "1",
        "2",
        "9",
        "31.12.2023",
        "<Paste:১\\n২\\n৩>",
        "<Paste:ক\\tখ>",
    };
    const size_t key_count = sizeof keys / sizeof *keys, text_count = sizeof texts / sizeof *texts;
    str_add(script, byte < 160 ? keys[byte % key_count] : texts[byte % text_count]);
}

static void play(struct desk *desk, const uint8_t *data, size_t n, int rows, int cols)
{
    autostr script = STR_INIT;
    struct err err = {0};
    for (size_t i = 0; i < n; i++)
        add_key(&script, data[i]);
    if (desk_play(desk, script.buf, rows, cols, NULL, &err)) {
        fprintf(stderr, "%s: %s\n", script.buf, err.text); // a key that is none
        abort();
    }
}

static void check(void)
{
    struct app *app = NULL;
    struct app_verdict verdict;
    struct err err = {0};
    const struct app_options look = {
        .file = options.file, .via = "test", .as_of = {true, DAY}, .read_only = true};
    require(app_open(&look, &app, &err) == STATUS_OK);
    require(app_verify(app, &verdict, &err) == STATUS_OK);
    app_close(&app);
}

// The first byte is the size of the terminal, and whether there is an office yet.
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    enum { KEYS_MAX = 200 };
    if (n < 1)
        return 0;
    const unsigned how = data[0];
    const int rows = how & 1 ? 24 : 10 + (int)(how >> 3), cols = how & 2 ? 80 : 50 + (int)how;
    struct session session = {.options = &options};
    struct err err = {0};
    const bool guide = how % 16 == 4;
    file_remove(options.file);
    fuzz_folder_empty("backups"); // they know more than the file that is put back
    if (!guide) {
        require(file_write(options.file, office.buf, office.len, true, &err) == STATUS_OK);
        require(app_open(&options, &session.app, &err) == STATUS_OK);
    }
    struct desk *desk = desk_new(NULL, how & 4);
    if (guide)
        screens_guide(desk, &session);
    else
        require(screens_start(desk, &session, &err) == STATUS_OK);
    play(desk, data + 1, n - 1 < KEYS_MAX ? n - 1 : KEYS_MAX, rows, cols);
    desk_free(&desk);
    const bool there = session.app != NULL;
    app_close(&session.app);
    if (there)
        check();
    return 0;
}
