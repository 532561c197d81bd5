// SPDX-License-Identifier: GPL-3.0-or-later
// The program: picks the verb and turns its status into an exit code and one line.
#include "command.h"

#include "orjon/base/mem.h"
#include "orjon/base/text.h"
#include "orjon/tui/terminal.h"

#include <fcntl.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const struct verb *const verbs[] = {
    &verb_screens,  &verb_init,         &verb_office,   &verb_plans,     &verb_enter,
    &verb_score,    &verb_progress,     &verb_explain,  &verb_check,     &verb_print,
    &verb_calendar, &verb_consolidated, &verb_answer,   &verb_rekey,     &verb_finalise,
    &verb_reopen,   &verb_undo,         &verb_redo,     &verb_audit,     &verb_backup,
    &verb_phrase,   &verb_restore,      &verb_verify,   &verb_log,       &verb_export,
    &verb_import,   &verb_layouts,      &verb_people,   &verb_committee, &verb_meeting,
    &verb_decision, &verb_memo,         &verb_evidence, &verb_send,      &verb_key,
    &verb_offices,  &verb_receive,      &verb_review,   &verb_find,      &verb_window,
    NULL,
};

enum status command_put(const struct str *text, struct err *err)
{
    if (fwrite(text->buf, 1, text->len, stdout) == text->len && fflush(stdout) == 0)
        return STATUS_OK;
    return err_set(err, STATUS_IO, _("The result could not be written"));
}

void command_talk(const char *text)
{
    autostr talk = STR_INIT;
    while (*text) { // a byte that is no text must not break the line
        const size_t n = strcspn(text, "\n");
        autofree char *line = mem_copy_text(text, n);
        text_show(&talk, line);
        str_add(&talk, text[n] ? "\n" : "");
        text += n + (text[n] != '\0');
    }
    fwrite(talk.buf, 1, talk.len, stderr);
}

static void drive_trouble(const char *sentence)
{
    autostr said = STR_INIT;
    str_addf(&said, "%s\n", sentence);
    command_talk(said.buf);
}

static const struct verb *find_verb(const char *name)
{
    for (const struct verb *const *v = verbs; *v; v++)
        if (strcmp((*v)->name, name) == 0)
            return *v;
    return NULL;
}

// Gives the terminal back before anything is said. Only async-signal-safe calls and no memory.
static void memory_exhausted(void)
{
    static const char sentence[] = "\norjon: স্মৃতি (মেমরি) ফুরিয়ে গেছে; সংরক্ষিত সব তথ্য ঠিক আছে।\n"
                                   "orjon: out of memory; everything saved is safe.\n";
    terminal_restore();
    ssize_t ignored = write(STDERR_FILENO, sentence, sizeof sentence - 1);
    (void)ignored;
    _exit(1);
}

static int finish(enum status status, const struct err *err)
{
    autostr line = STR_INIT;
    str_addf(&line, "orjon: %s\n", err_text(err));
    if (status && status != STATUS_FINDINGS)
        command_talk(line.buf);
    return status_exit_code(status);
}

static int show(struct str *text, struct err *err)
{
    return finish(command_put(text, err), err);
}

// A closed standard stream would lend its number to the next file that is opened, and what is said
// would end up in that file. What stands in for it can be read but not written, so that output to a
// closed stream still fails. A full disk is an error like others, no reason to be killed.
static void settle_in(void)
{
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", O_RDONLY) != fd)
            _exit(1);
    signal(SIGXFSZ, SIG_IGN);
    setlocale(LC_CTYPE, "C.UTF-8"); // Bengali everywhere, whatever the machine speaks
    mem_on_exhaustion(memory_exhausted);
    mem_keep_freed();
}

// The desktop's menu knows the window by a name of its own.
static bool is_window(const char *program)
{
    const char *slash = program ? strrchr(program, '/') : NULL;
    return program && strcmp(slash ? slash + 1 : program, "orjon-window") == 0;
}

int main(int argc, char **argv)
{
    struct err err = {0};
    struct command command = {.app = {.told = drive_trouble}};
    bool help = false;
    autostr text = STR_INIT;
    settle_in();
    int at = command_verb(argc, argv);
    const struct verb *verb = find_verb(at ? argv[at] : is_window(argv[0]) ? "window" : "");
    // Without the verb's own word, the rest is options and its words. An unknown verb still has its
    // --lang read, so that the refusal comes in the user's language.
    for (int i = at; at && i + 1 <= argc; i++)
        argv[i] = argv[i + 1];
    enum status status = command_parse(verb ? verb : &verb_screens, at ? argc - 1 : argc, argv,
                                       &command, &help, &err);
    if (!verb) {
        err_set(&err, STATUS_USAGE, _("There is no such command; see orjon --help"));
        return finish(STATUS_USAGE, &err);
    }
    if (status)
        return finish(status, &err);
    if (command.option['v'] && !help) {
        str_add(&text, "orjon " ORJON_VERSION "\n");
        return show(&text, &err);
    }
    if (help && verb != &verb_screens) {
        command_help(verb, &text);
        return show(&text, &err);
    }
    if (help) {
        command_overview(verbs, &text);
        return show(&text, &err);
    }
    command.app.via = *verb->name ? verb->name : "screen";
    status = verb->run(&command, &err);
    return finish(status, &err);
}
