// SPDX-License-Identifier: GPL-3.0-or-later
// What is told of the marked file or plan: what it was made with, and each figure that differs.
#include "receive.h"

#include "orjon/base/text.h"

#include <string.h>

void receive_say_arrival(const struct app_arrival *arrival, struct str *ret)
{
    str_addf(ret, "%s: %s\n", arrival->title, tr(arrival_name(arrival->arrival)));
    if (*arrival->misread)
        str_addf(ret, "! %s\n", arrival->misread);
    if (arrival->changed.rows)
        str_addf(ret, "! %s\n", _("made with a plan of other rows than the last one here"));
    if (arrival->changed.targets)
        str_addf(ret, "! %s\n", _("targets or weights are others than in the last one here"));
    if (arrival->other_rows)
        str_addf(ret, "! %s\n", _("other offices' plan of this name has other rows"));
    if (*arrival->unknown)
        str_addf(ret, "! %s: %s\n", _("indicators that no other office has"), arrival->unknown);
    str_add(ret, arrival->changes);
    for (size_t i = 0; i < arrival->differences; i++) {
        const struct app_difference *d = &arrival->difference[i];
        say_place(ret, d->indicator, d->quarter);
        str_addf(ret, ": “%s” → “%s”", d->before, d->now);
        if (strcmp(d->remark_before, d->remark_now) != 0)
            str_addf(ret, _("; remark “%s” → “%s”"), d->remark_before, d->remark_now);
        str_add_char(ret, '\n');
    }
}

// Without the name of the file, which stands above it.
const char *receive_why(const struct receive_file *file)
{
    const char *text = err_text(&file->err);
    const size_t n = strlen(file->path);
    return strncmp(text, file->path, n) == 0 && strncmp(text + n, ": ", 2) == 0 ? text + n + 2
                                                                                : text;
}

static void say_whole(const struct receive_file *file, struct str *ret)
{
    if (file->parcel.digits) {
        str_addf(ret,
                 file->parcel.other_key
                     ? _("! It is signed with another key than that of %s: %s\n")
                     : _("! It is signed with a key that is not yet known as that of %s: %s\n"),
                 file->parcel.name, file->parcel.digits);
        str_add(ret,
                _("Ring the office up; if it reads these digits of “orjon key”, press Enter and "
                  "type them as they are read"));
    } else
        str_add(ret, file->err.status ? receive_why(file) : file->talk.buf);
}

void receive_draw_pane(const struct receive_screen *screen, struct canvas *canvas, int row,
                       int rows)
{
    const struct receive_row *line = receive_marked(screen);
    autostr text = STR_INIT;
    canvas_rule(canvas, row, 0, canvas->cols, RULE_HORIZONTAL);
    if (!line)
        return;
    const struct receive_file *file = &screen->file[line->file];
    if (line->arrival >= 0)
        receive_say_arrival(&file->parcel.arrival[line->arrival], &text);
    else
        say_whole(file, &text);
    for (const char *at = text.buf; *at && rows > 1;) {
        const size_t n = strcspn(at, "\n");
        const enum style style = *at == '!' ? STYLE_WARNING : STYLE_PLAIN;
        const int used =
            canvas_wrapped(canvas, row + 1, 1, rows - 1, canvas->cols - 2, style, at, n);
        row += used;
        rows -= used;
        at += n + (at[n] == '\n');
    }
}
