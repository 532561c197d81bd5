// SPDX-License-Identifier: GPL-3.0-or-later
// Printing and looking at a PDF.
#include "orjon/app/printer.h"

#include "orjon/base/file.h"
#include "orjon/base/text.h"

#include "child.h"
#include "viewer.h"

#include <stdio.h>
#include <string.h>

// What a program said, as one clean line for the user.
static enum status complain(const char *program, int code, const struct str *said, struct err *err)
{
    autostr line = STR_INIT;
    size_t n = said->len;
    while (n > 0 && strchr(" \n", said->buf[n - 1]))
        n--;
    if (n == 0 || text_clean(said->buf, n, &line, NULL))
        return err_set(err, STATUS_FAILED, _("%s failed and gave no reason (%s)"), program,
                       SAY(code));
    return err_set(err, STATUS_FAILED, "%s", line.buf);
}

static enum status run(const struct child *child, struct str *ret, struct err *err)
{
    int code = 0;
    size_t from = ret->len;
    enum status status = child_run(child, ret, &code, err);
    if (status == STATUS_OK && code != 0) {
        autostr said = STR_INIT;
        str_add(&said, ret->buf + from);
        status = complain(child->argv[0], code, &said, err);
    }
    if (status)
        str_cut(ret, from);
    return status;
}

// Keeps the first word of each line.
static void add_names(const char *said, struct str *ret)
{
    for (const char *line = said; *line; line += strcspn(line, "\n"), line += *line == '\n') {
        autostr name = STR_INIT;
        size_t n = strcspn(line, " \t\r\n");
        if (n && text_clean(line, n, &name, NULL) == STATUS_OK && name.len)
            str_addf(ret, "%s\n", name.buf);
    }
}

enum status printer_list(struct str *ret, struct err *err)
{
    static const char *const ways[] = {"-e", "-a"}; // old ones do not know -e
    enum status status = STATUS_OK;
    size_t from = ret->len;
    for (size_t i = 0; i < sizeof ways / sizeof *ways && ret->len == from; i++) {
        autostr said = STR_INIT;
        const char *const argv[] = {"lpstat", ways[i], NULL};
        status = run(&(struct child){.argv = argv, .seconds = PRINTER_SECONDS}, &said, err);
        if (status == STATUS_OK)
            add_names(said.buf, ret);
        if (status == STATUS_NOT_FOUND)
            return err_set(err, status, _("This machine cannot print yet: install cups-client"));
        if (status == STATUS_BUSY)
            return status;
    }
    if (ret->len > from)
        return STATUS_OK;
    return status ? status : err_set(err, STATUS_NOT_FOUND, _("No printer was found"));
}

// «5» or «1-2».
static bool is_range(const char *s, size_t n)
{
    enum { PAGE_DIGITS = 5 };
    size_t first = strspn(s, "0123456789"), second;
    if (first == 0 || first > PAGE_DIGITS)
        return false;
    if (first == n)
        return true;
    second = strspn(s + first + 1, "0123456789");
    return s[first] == '-' && second > 0 && second <= PAGE_DIGITS && first + 1 + second == n;
}

// «১-২, ৫» as lp wants it.
static enum status read_pages(const char *typed, struct str *ret, struct err *err)
{
    const size_t from = ret->len;
    autostr ascii = STR_INIT;
    text_digits(&ascii, typed, strlen(typed), DIGITS_LATIN);
    for (const char *s = ascii.buf; *s; s++)
        if (*s != ' ')
            str_add_char(ret, *s);
    for (const char *s = ret->buf + from; *s;) {
        size_t n = strcspn(s, ",");
        if (!is_range(s, n) || (s[n] && !s[n + 1]))
            return err_set(err, STATUS_USAGE, _("“%s” is not a page range; write 1-2,5"), typed);
        s += n + (s[n] == ',');
    }
    return STATUS_OK;
}

static enum status check(const struct printer_job *job, struct err *err)
{
    if (!*job->printer)
        return err_set(err, STATUS_USAGE, _("No printer was named"));
    if (job->copies < 0 || job->copies > PRINTER_COPIES_MAX)
        return err_set(err, STATUS_USAGE, _("The copies are 1 to %s"), SAY(PRINTER_COPIES_MAX));
    return STATUS_OK;
}

enum status printer_print(const struct printer_job *job, const struct str *pdf, struct str *ret,
                          struct err *err)
{
    autostr printer = STR_INIT, copies = STR_INIT, title = STR_INIT, pages = STR_INIT;
    autostr said = STR_INIT;
    // Values are joined to their option, so that no name can be taken for one.
    str_addf(&printer, "-d%s", job->printer);
    str_addf(&copies, "-n%d", job->copies ? job->copies : 1);
    str_addf(&title, "-t%s", job->title ? job->title : "orjon");
    str_add(&pages, "-P");
    enum status status = check(job, err);
    if (status == STATUS_OK && job->pages)
        status = read_pages(job->pages, &pages, err);
    if (status)
        return status;
    const bool all = strcmp(pages.buf, "-P") == 0;
    const char *const argv[] = {
        "lp", printer.buf, copies.buf, title.buf, all ? "--" : pages.buf, all ? NULL : "--", NULL};
    const struct child child = {.argv = argv,
                                .input = pdf->buf,
                                .n = pdf->len,
                                .seconds = job->seconds ? job->seconds : PRINTER_SECONDS};
    status = run(&child, &said, err);
    if (status == STATUS_NOT_FOUND)
        return err_set(err, status, _("This machine cannot print yet: install cups-client"));
    if (status == STATUS_OK)
        text_clean(said.buf, said.len, ret, NULL);
    return status;
}

enum status printer_show(const char *name, const struct str *pdf, struct str *ret, bool *ret_opened,
                         struct err *err)
{
    autostr path = STR_INIT;
    *ret_opened = false;
    enum status status = viewer_make_folder(&path, err);
    if (status)
        return status;
    str_addf(&path, "/%s.pdf", name);
    status = file_write(path.buf, pdf->buf, pdf->len, false, err);
    if (status)
        return status;
    *ret_opened = viewer_open(path.buf);
    if (*ret_opened)
        str_add(ret, path.buf);
    else
        viewer_remove(path.buf);
    return STATUS_OK;
}
