// SPDX-License-Identifier: GPL-3.0-or-later
// orjon print: papers.
#include "command.h"

#include "orjon/app/print.h"
#include "orjon/app/printer.h"
#include "orjon/base/tsv.h"
#include "orjon/domain/number.h"
#include "orjon/domain/packet.h"
#include "orjon/papers/papers.h"

#include <string.h>
#include <unistd.h>

static enum status read_copies(const char *typed, int *ret, struct err *err)
{
    __int128 value = NUMBER_ONE;
    enum status status = typed ? number_read(typed, strlen(typed), &value, NULL, NULL) : STATUS_OK;
    if (status || value % NUMBER_ONE || value < NUMBER_ONE ||
        value > PRINTER_COPIES_MAX * NUMBER_ONE)
        return err_set(err, STATUS_USAGE, _("The copies are 1 to %s"), SAY(PRINTER_COPIES_MAX));
    *ret = (int)(value / NUMBER_ONE);
    return STATUS_OK;
}

// What is asked for beside --printer, before anything is composed.
static enum status read_job(const struct command *c, struct printer_job *ret, struct err *err)
{
    if (!c->option['P'] && (c->option['c'] || c->option['g']))
        return err_set(err, STATUS_USAGE, _("--copies and --pages go with --printer NAME"));
    if (!c->option['P'])
        return STATUS_OK;
    if (c->option['o'] || (c->option['t'] && strcmp(c->option['t'], "pdf") != 0))
        return err_set(err, STATUS_USAGE, _("A printer takes PDF only; omit --format and -o"));
    *ret = (struct printer_job){
        .printer = c->option['P'], .title = c->word[0], .pages = c->option['g']};
    return read_copies(c->option['c'], &ret->copies, err);
}

static enum status send(const struct printer_job *job, const struct str *pdf, struct err *err)
{
    autostr said = STR_INIT;
    enum status status = printer_print(job, pdf, &said, err);
    if (status == STATUS_OK && said.len) {
        str_add_char(&said, '\n');
        command_talk(said.buf);
    }
    return status;
}

static void tell(const struct command *c, const struct app_paper_said *said)
{
    if (said->kept_digits && c->option['D'])
        command_talk(_("What is finalised keeps the digits that it was finalised with\n"));
    if (said->one_memo)
        command_talk(_("Several letters carry the same memo number; orjon office memo.PLAN=… sets "
                       "one for a plan\n"));
}

static void add_row(struct str *ret, const char *what, const char *name, const char *title)
{
    const char *const cell[] = {what, name, title};
    tsv_write_cells(ret, cell, sizeof cell / sizeof *cell);
    str_add_char(ret, '\n');
}

// What there is to choose from, so that nobody has to guess.
static enum status list(struct err *err)
{
    autostr text = STR_INIT;
    str_add(&text, "what\tname\ttitle\n");
    for (const struct paper_kind *kind = paper_kinds; kind->name; kind++)
        add_row(&text, "paper", kind->name, tr(kind->title));
    for (int part = 0; part < PACKET_PARTS; part++)
        add_row(&text, "part", packet_word((enum packet_part)part),
                packet_label((enum packet_part)part));
    for (const struct writer *writer = writers; writer->name; writer++)
        if (writer->write)
            add_row(&text, "format", writer->name, writer->extension);
    return command_put(&text, err);
}

static struct writer_options options_of(const struct command *c)
{
    return (struct writer_options){.ascii = c->option['a'] != NULL,
                                   .bom = c->option['b'] != NULL,
                                   .no_shading = c->option['W'] != NULL,
                                   .legal = c->option['G'] != NULL,
                                   .as_text = c->option['T'] != NULL};
}

static enum status run(const struct command *c, struct err *err)
{
    if (strcmp(c->word[0], "list") == 0)
        return list(err);
    struct app_paper_said said = {0};
    struct app_paper wanted = {
        .paper = c->word[0],
        .plan = c->option['p'],
        .under = c->option['u'],
        .parts = c->option['K'],
        .layout = c->option['l'],
        .fiscal_year = c->fiscal_year,
        .quarter = c->quarter,
        .digits = i18n_digits(),
        .ret_said = &said,
    };
    // Papers stay in Bengali digits in an English program unless it is said otherwise.
    if (!c->option['D'])
        wanted.digits = DIGITS_BENGALI;
    const struct writer_options options = options_of(c);
    const char *output = c->option['o'], *format = NULL;
    struct printer_job job = {0};
    enum status status = command_format(c, &format, err);
    if (!status && c->option['M'])
        status = command_read_id(c->option['M'], &wanted.meeting, err);
    if (status == STATUS_OK)
        status = read_job(c, &job, err);
    if (status)
        return status;
    if (job.printer)
        format = "pdf";
    const struct writer *writer = writer_find(format);
    bool to_file = output && strcmp(output, "-") != 0;
    if (writer && writer->binary && !to_file && !job.printer && isatty(STDOUT_FILENO))
        return err_set(err, STATUS_USAGE, _("%s cannot be shown here; name a file with -o FILE"),
                       format);
    __attribute__((cleanup(app_close))) struct app *app = NULL;
    autostr text = STR_INIT;
    status = app_open(&c->app, &app, err);
    if (status == STATUS_OK)
        status = app_print(app, &wanted, format, &options, &text, err);
    if (status && status != STATUS_MISFIT)
        return status;
    tell(c, &said);
    const enum status put = job.printer
                                ? send(&job, &text, err)
                                : command_put_out(&text, output, c->option['f'] != NULL, err);
    return put ? put : status;
}

const struct verb verb_print = {
    .name = "print",
    .arguments =
        "list|return|targets|scoresheet|packet|cover|proofs|decisions|memos|"
        "consolidated|ranking|outliers|trend|matrix|monitoring|missing|reminder|notice|"
        "attendance|minutes|letter|progress|certificate "
        "[--plan P|all] [--quarter N] [--meeting N] [--under CODE] [--parts LIST] [--layout L] "
        "[--format text|csv|html|pdf|docx|xlsx] [-o FILE] "
        "[--printer NAME [--copies N] [--pages 1-2]]",
    .summary = N_("papers of a quarter, of a meeting, and lists of the office"),
    .details = N_("orjon print list lists the papers, the parts of a packet (--parts) and the "
                  "formats that this orjon writes."),
    .options = "ypquMKltofabGTWPcg",
    .words_min = 1,
    .words_max = 1,
    .run = run,
};
