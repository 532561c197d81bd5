// SPDX-License-Identifier: GPL-3.0-or-later
// What stands around the tables: settings, heading lines, memo and date, forwarding sentence,
// signature, copies.
#include "compose.h"

#include "phrase.h"

#include <string.h>

enum { SIGNATURE_SPACE = 3, COPIES_MAX = 20 };

static const char *keep(struct arena *arena, const struct str *text)
{
    return arena_text(arena, text->buf, text->len);
}

static const char *filled(const char *phrase, const struct paper_request *request,
                          struct arena *arena)
{
    autostr text = STR_INIT;
    phrase_write(&text, phrase, request, NULL);
    return keep(arena, &text);
}

static const char *subject_of(const struct paper_request *request, struct arena *arena)
{
    autostr text = STR_INIT;
    for (size_t i = 0; i < request->count; i++)
        str_addf(&text, "%s%s", i ? ", " : "", request->plans[i].plan->title);
    return keep(arena, &text);
}

// Neither a paper that may still change, nor one in another layout than was signed, nor one with
// invented figures may pass for a return.
static const char *mark_of(const struct paper_request *request, struct arena *arena)
{
    autostr text = STR_INIT;
    if (request->misfit)
        str_add(&text, "সিলের সাথে মেলে না");
    else if (request->draft)
        str_add(&text, "খসড়া");
    else if (request->copy)
        str_add(&text, "অনুলিপি – স্বাক্ষরিত প্রতিবেদন নয়");
    if (request->office->sample)
        str_addf(&text, "%sনমুনা – প্রকৃত প্রতিবেদন নয়", text.len ? ", " : "");
    return keep(arena, &text);
}

const char *letterhead_footer(const struct paper_request *request, const struct paper_plan *of,
                              struct arena *arena)
{
    const struct paper_plan *only = request->count == 1 ? request->plans : of;
    autostr text = STR_INIT;
    phrase_write(&text, "<{office} · ><{plan} · >{months} ({ordinal} ত্রৈমাসিক)", request,
                 only ? only->plan : NULL);
    if (only && only->seal)
        str_addf(&text, " · %s", only->seal);
    return keep(arena, &text);
}

void letterhead_part(struct paper *paper, const char *title, const struct paper_request *request,
                     const struct paper_plan *of)
{
    struct arena arena = {0};
    autostr text = STR_INIT;
    phrase_write(&text, title, request, of ? of->plan : NULL);
    paper_part(paper, text.buf, letterhead_footer(request, of, &arena));
    if (of) {
        struct plan brief = *of->plan;
        brief.title = brief.short_name;
        str_reset(&text);
        phrase_write(&text, title, request, &brief);
        paper_part_name(paper, text.buf);
    }
    arena_done(&arena);
}

void letterhead_settings(const struct paper_request *request, const char *title,
                         const struct layout *const *layouts, size_t count,
                         struct paper_settings *ret, struct arena *arena)
{
    *ret = PAPER_SETTINGS;
    ret->digits = request->digits;
    ret->day = request->date;
    ret->title = filled(title, request, arena);
    ret->author = filled("{office}", request, arena);
    ret->subject = subject_of(request, arena);
    ret->mark = mark_of(request, arena);
    ret->warns = request->misfit;
    ret->footer = letterhead_footer(request, NULL, arena);
    ret->columns = 0;
    ret->landscape = false;
    for (size_t i = 0; i < count; i++) {
        ret->landscape |= !layouts[i]->portrait;
        if (ret->columns < layouts[i]->page_columns)
            ret->columns = layouts[i]->page_columns;
    }
}

static void put_line(struct paper *paper, const struct layout_line *line,
                     const struct paper_request *request, const struct plan *plan)
{
    autostr text = STR_INIT;
    phrase_write(&text, line->text, request, plan);
    if (text.len)
        paper_line(paper, (struct line){.text = text.buf,
                                        .align = line->align,
                                        .bold = line->bold,
                                        .large = line->large,
                                        .keep = true});
}

void letterhead_lines(struct paper *paper, const struct layout_line *lines,
                      const struct paper_request *request, const struct plan *plan)
{
    for (; lines->text; lines++)
        put_line(paper, lines, request, plan);
}

void letterhead_title(struct paper *paper, const struct layout *layout, bool of_plan,
                      const struct paper_request *request, const struct plan *plan)
{
    for (size_t i = 0; i < layout->lines; i++)
        if (layout->line[i].of_plan == of_plan)
            put_line(paper, &layout->line[i], request, plan);
}

static void put_memo(struct paper *paper, const struct layout *layout,
                     const struct paper_request *request)
{
    autostr memo = STR_INIT, date = STR_INIT, forwarding = STR_INIT;
    phrase_write(&memo, layout->memo, request, NULL);
    phrase_write(&date, layout->date, request, NULL);
    phrase_write(&forwarding, layout->forwarding, request, NULL);
    if (memo.len || date.len) {
        paper_space(paper, 1);
        paper_pair(paper, memo.buf, date.buf);
    }
    if (forwarding.len) {
        paper_space(paper, 1);
        paper_text(paper, forwarding.buf);
    }
}

// «জেলা সমবায় অফিসার, বগুড়া; অফিস কপি»
static void put_copies(struct paper *paper, const struct layout *layout,
                       const struct paper_request *request)
{
    const char *text = request->office->field[OFFICE_COPIES];
    autofree char *copy = mem_copy_text(text, strlen(text));
    const char *items[COPIES_MAX];
    size_t count = 0;
    for (char *rest = copy, *item; count < COPIES_MAX && (item = strsep(&rest, ";"));) {
        item += strspn(item, " ");
        size_t n = strlen(item);
        while (n > 0 && item[n - 1] == ' ')
            item[--n] = '\0';
        if (n)
            items[count++] = item;
    }
    if (!count)
        return;
    autostr heading = STR_INIT;
    phrase_write(&heading, layout->copies, request, NULL);
    paper_space(paper, 1);
    paper_line(paper, (struct line){.text = heading.buf, .keep = true});
    paper_copies(paper, 2, items, count);
}

void letterhead_seal(struct paper *paper, const struct paper_plan *of)
{
    autostr text = STR_INIT;
    if (!of->seal)
        return;
    str_addf(&text, "সিল: %s", of->seal);
    paper_line(paper, (struct line){.text = text.buf, .record = true});
}

void letterhead_foot(struct paper *paper, const struct layout *layout,
                     const struct paper_request *request)
{
    autostr signature = STR_INIT;
    put_memo(paper, layout, request);
    phrase_write(&signature, layout->sign, request, NULL);
    if (signature.len)
        paper_signature(paper, SIGNATURE_SPACE, signature.buf);
    if (*layout->copies)
        put_copies(paper, layout, request);
}
