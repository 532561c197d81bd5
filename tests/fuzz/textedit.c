// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes of a terminal, to keys, to a text of many lines. The rows kept up to date are those of the
// whole text laid anew, the cursor stands between syllables, and undo leads back to the beginning.
#include "fuzz.h"

#include "../../src/tui/textedit_private.h"

#include <string.h>

enum { LETTERS = 2000, ROWS = 10, COLUMNS = 30 };

static const char start[] = "১. সভায় আলোচনা হয়।\n২. কর্ম পরিকল্পনা অনুযায়ী কাজ ";

static void check(const struct textedit *edit)
{
    const struct lineedit *line = &edit->edit;
    const struct str *text = &line->text;
    struct textedit_rows whole = {0};
    require(text_is_utf8(text->buf, text->len));
    require(text_is_boundary(text->buf, text->len, line->cursor));
    require(text_is_boundary(text->buf, text->len, line->anchor));
    require(edit->rows.letters <= LETTERS);
    textedit_rows_lay(&whole, text->buf, text->len, edit->rows.columns);
    require(whole.count == edit->rows.count && whole.words == edit->rows.words);
    require(memcmp(whole.row, edit->rows.row, whole.count * sizeof *whole.row) == 0);
    free(whole.row);
}

static void check_kept(const struct textedit *edit)
{
    autostr kept = STR_INIT, again = STR_INIT;
    textedit_commit(edit, &kept);
    require(text_clean_lines(kept.buf, kept.len, &again, NULL) == STATUS_OK);
    require(strcmp(kept.buf, again.buf) == 0);
}

// The first byte is the width.
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    if (n < 1)
        return 0;
    struct key key;
    struct key_decoder *decoder = key_decoder_new();
    struct canvas *canvas = canvas_new(ROWS, COLUMNS);
    struct desk *desk = desk_new(NULL, false);
    struct textedit *edit = textedit_new(LETTERS);
    textedit_set(edit, start, strlen(start));
    textedit_draw(edit, canvas, 0, 0, ROWS, 2 + data[0] % (COLUMNS - 2));
    key_decoder_feed(decoder, (const char *)data + 1, n - 1, 0);
    for (int64_t quiet = 0; quiet >= 0; quiet = key_decoder_due(decoder) >= 0 ? INT64_MAX : -1)
        while (key_decoder_next(decoder, quiet, &key)) {
            textedit_key(edit, desk, &key);
            check(edit);
        }
    check_kept(edit);
    while (edit->edit.undo)
        lineedit_take_back(&edit->edit, false);
    require(strcmp(edit->edit.text.buf, start) == 0);
    check(edit);
    textedit_free(&edit);
    desk_free(&desk);
    canvas_free(&canvas);
    key_decoder_free(&decoder);
    return 0;
}
