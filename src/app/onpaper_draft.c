// SPDX-License-Identifier: GPL-3.0-or-later
// What was typed of a return on paper and not saved: kept aside, and taken up again.
#include "onpaper.h"

#include "orjon/app/draft.h"
#include "orjon/base/base64.h"

#include <stdlib.h>
#include <string.h>

void onpaper_remember(struct book *book)
{
    const size_t size = (book->plan->count + 1) * sizeof *book->opened;
    free(book->opened);
    book->opened = mem_alloc(size);
    memcpy(book->opened, book->years, book->plan->count * sizeof *book->opened);
}

// --- which of them ------------------------------------------------------------------------------

enum { PLACES = 99 };

// Two people may type the same return at once: each sitting has a draft of its own.
static void write_place(const struct book *book, int place, struct str *ret)
{
    str_add(ret, "onpaper");
    if (place > 1)
        str_addf(ret, "%d", place);
    str_addf(ret, " %lld %d %d %s", (long long)book->sender, book->plan->fiscal_year, book->quarter,
             book->plan->name);
}

static void remember_draft(struct book *book, int place, const struct str *letters)
{
    free(book->draft);
    book->draft = mem_copy_text(letters->buf, letters->len);
    book->draft_place = place;
}

static void forget_draft(struct book *book)
{
    free(book->draft);
    book->draft = NULL;
    book->draft_place = 0;
}

// Whether what lies there is still what this sitting has kept; another may have taken it up.
static bool is_own(const struct book *book, const char *place)
{
    autostr there = STR_INIT;
    return !draft_find_text(book->app, place, &there) || strcmp(there.buf, book->draft) == 0;
}

void onpaper_drop_draft(struct book *book)
{
    autostr place = STR_INIT;
    if (!book->draft_place)
        return;
    write_place(book, book->draft_place, &place);
    if (is_own(book, place.buf))
        draft_drop_text(book->app, place.buf);
    forget_draft(book);
}

// --- kept ---------------------------------------------------------------------------------------

// Beside what it was typed: beside anything else it would bring back what others have corrected.
static void write_beside(const struct book *book, struct str *ret)
{
    str_addf(ret, "%lld\n", (long long)book->beside);
}

// In the first place that is free.
static void begin_draft(struct book *book, const struct str *letters)
{
    enum status status = STATUS_EXISTS;
    for (int i = 1; status == STATUS_EXISTS && i <= PLACES; i++) {
        autostr place = STR_INIT;
        write_place(book, i, &place);
        status = draft_begin_text(book->app, place.buf, letters->buf, letters->len, NULL);
        if (!status)
            remember_draft(book, i, letters);
    }
}

// A draft is cleaned of tabs as it is read, so the table is put in letters.
void app_onpaper_keep(struct book *book)
{
    autostr place = STR_INIT, text = STR_INIT, letters = STR_INIT;
    if (!book->unsaved)
        return;
    write_beside(book, &text);
    if (!onpaper_write_typed(book, &text)) { // all of it was undone
        onpaper_drop_draft(book);
        return;
    }
    base64_write(&letters, text.buf, text.len);
    write_place(book, book->draft_place, &place);
    if (!book->draft_place || !is_own(book, place.buf))
        begin_draft(book, &letters);
    else if (!draft_keep_text(book->app, place.buf, letters.buf, letters.len, NULL))
        remember_draft(book, book->draft_place, &letters);
}

// --- taken up -----------------------------------------------------------------------------------

static bool is_beside(const struct book *book, const char *text)
{
    autostr beside = STR_INIT;
    write_beside(book, &beside);
    return strncmp(text, beside.buf, beside.len) == 0;
}

// Out of the way of the next one, as a table that «orjon receive --on-paper» reads.
static enum status set_aside(const struct book *book, const char *place, const char *table,
                             bool changed, struct err *err)
{
    autostr path = STR_INIT;
    enum status status = draft_set_aside(book->app, place, table, strlen(table), &path, err);
    if (status)
        return status;
    return changed
               ? err_set(err, STATUS_CHANGED,
                         _("The return of %s has been changed meanwhile. What was typed here and "
                           "not saved is not put over it; it is in the file %s"),
                         book->sender_name, path.buf)
               : err_set(err, STATUS_INVALID,
                         _("What was typed here for %s and not saved cannot be read any more; it "
                           "is in the file %s"),
                         book->sender_name, path.buf);
}

// The first that there is.
static int find_draft(const struct book *book, struct str *ret_place, struct str *ret)
{
    for (int i = 1; i <= PLACES; i++) {
        str_reset(ret_place);
        write_place(book, i, ret_place);
        if (draft_find_text(book->app, ret_place->buf, ret))
            return i;
    }
    return 0;
}

enum status app_onpaper_take_up(struct book *book, struct err *err)
{
    autostr place = STR_INIT, letters = STR_INIT, text = STR_INIT, faults = STR_INIT,
            notes = STR_INIT;
    size_t count = 0;
    const int at = find_draft(book, &place, &letters);
    if (!at)
        return err_set(err, STATUS_NOT_FOUND, "%s", status_text(STATUS_NOT_FOUND));
    const char *table =
        base64_read(&text, letters.buf, letters.len) ? strchr(text.buf, '\n') : NULL;
    if (!table)
        return set_aside(book, place.buf, letters.buf, false, err);
    table++; // behind the line of what it is beside
    if (!is_beside(book, text.buf))
        return set_aside(book, place.buf, table, true, err);
    if (app_onpaper_read(book, place.buf, table, strlen(table), &count, &faults, &notes, NULL))
        return set_aside(book, place.buf, table, false, err);
    remember_draft(book, at, &letters);
    return STATUS_OK;
}
