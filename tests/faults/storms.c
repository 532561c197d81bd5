// SPDX-License-Identifier: GPL-3.0-or-later
// Storms over the whole program: storms ORJON [ROUNDS [SEED [KIND …]]]. In a terminal, figures are
// typed into a return; in the midst of it the program is killed, told to end, stopped, resized,
// pasted into or fed with rubbish. Every figure it has called saved must be in the journal, the
// file sound, the terminal given back, and the program must end as it was told to.
#include "clerk.h"
#include "parcels.h"

#include "orjon/app/records.h"
#include "orjon/base/file.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
    LIVES_A_FILE = 40, // then a new one: the journal is read after each life
    ROUNDS = 2,
    PASTE = 1 << 20,
    OPENING = 4000, // allocations up to the first figure
    TYPING = 12000, // of a few figures and the copy of the day
    REFUSED = 1000, // milliseconds after which a clerk does not wait any more for «saved»
};

// From 16 microseconds to 65 milliseconds, the short ones as often as the long ones.
static void wait_a_little(struct storm *storm)
{
    const long micro = 1L << (4 + storm_any(storm, 12));
    nanosleep(
        &(struct timespec){.tv_nsec = (micro + (long)storm_any(storm, (unsigned)micro)) * 1000},
        NULL);
}

// --- storms -------------------------------------------------------------------------------------

// How many people have that note; -1 when they cannot be read.
static long people_of(const char *file, const char *note)
{
    const struct app_options options = {.file = file, .via = "test", .as_of = {true, 19700}};
    struct app *app = NULL;
    autorecords people = {0};
    long count = 0;
    enum status status = app_open(&options, &app, NULL);
    if (!status)
        status = app_load_records(app, RECORD_PERSON, 0, &people, NULL);
    for (size_t i = 0; i < people.count; i++)
        count += strcmp(people.record[i].text[PERSON_NOTE], note) == 0;
    app_close(&app);
    return status ? -1 : count;
}

// A signal while a figure is typed, or while it is saved.
static void end_by(struct storm *storm, int signal)
{
    struct saved figure;
    if (!clerk_begin(storm))
        return;
    clerk_type(storm, &figure);
    if (storm_any(storm, 4))
        life_press(&storm->life, "\r");
    wait_a_little(storm);
    kill(storm->life.program, signal);
    expect_signal(storm, signal);
    autostr left = STR_INIT;
    if (signal != SIGKILL)
        expect_given_back(storm);
    else if (life_gave_back(&storm->life, &left)) // the control: it cannot have
        storm_fail(storm, "what was not given back is not seen");
}

static void strike_kill(struct storm *storm)
{
    end_by(storm, SIGKILL);
}

// While a table is taken in: all of it is there afterwards, or nothing.
static void strike_import(struct storm *storm)
{
    enum { PEOPLE = 200 };
    autostr table = STR_INIT, path = STR_INIT, note = STR_INIT;
    str_addf(&note, "life %u", storm->typed++);
    str_addf(&path, "%s.tsv", storm->file);
    str_add(&table, "name\tnote\n");
    for (int i = 0; i < PEOPLE; i++)
        str_addf(&table, "ব্যক্তি %d\t%s\n", i, note.buf);
    file_write(path.buf, table.buf, table.len, true, NULL);
    char *const argv[] = {
        (char *)storm->program, "--db", (char *)storm->file, "import", "people", path.buf, NULL};
    storm->count = 0;
    if (!life_start(&storm->life, argv, "xterm-256color", 24, 80))
        return;
    for (unsigned i = storm_any(storm, 12); i > 0; i--)
        wait_a_little(storm);
    kill(storm->life.program, SIGKILL);
    life_await_end(&storm->life, PATIENCE);
    const long there = people_of(storm->file, note.buf);
    if (there != 0 && there != PEOPLE)
        storm_fail(storm, "LOST: half of a table, or unreadable");
    else if (WIFEXITED(storm->life.status) && WEXITSTATUS(storm->life.status) == 0 && !there)
        storm_fail(storm, "LOST: called taken in, and is not there");
    storm->total += there == PEOPLE;
}

// While a return of another office is taken in, and then undone: all of it is there, or
// nothing.
static void strike_receive(struct storm *storm)
{
    autostr parcel = STR_INIT, folder = STR_INIT, why = STR_INIT;
    str_add_n(&folder, storm->file, (size_t)(strrchr(storm->file, '/') - storm->file));
    str_addf(&parcel, "%s/parcel.orjon", folder.buf);
    if (!parcel_make(storm->program, folder.buf)) {
        storm_fail(storm, "no return of another office");
        return;
    }
    parcel_make_known(storm->program, storm->file, folder.buf); // refused when it is
    const int before = parcel_count(storm->file, &why);
    char *const in[] = {
        (char *)storm->program, "--db", (char *)storm->file, "receive", parcel.buf, NULL};
    char *const out[] = {
        (char *)storm->program, "--db", (char *)storm->file, "undo", "receive", NULL};
    storm->count = 0;
    if (!life_start(&storm->life, before ? out : in, "xterm-256color", 24, 80))
        return;
    for (unsigned i = storm_any(storm, 12); i > 0; i--)
        wait_a_little(storm);
    kill(storm->life.program, SIGKILL);
    life_await_end(&storm->life, PATIENCE);
    const int there = parcel_count(storm->file, &why);
    if (there != 0 && there != PARCEL_PLANS)
        storm_fail(storm, *why.buf ? why.buf : "LOST: half of a return");
    else if (WIFEXITED(storm->life.status) && WEXITSTATUS(storm->life.status) == 0 &&
             there == before)
        storm_fail(storm, "LOST: called taken in or back, and is not");
    storm->total += there == PARCEL_PLANS;
}

static void strike_term(struct storm *storm)
{
    end_by(storm, SIGTERM);
}

static void strike_hup(struct storm *storm)
{
    end_by(storm, SIGHUP);
}

static void strike_close(struct storm *storm)
{
    struct saved figure;
    if (!clerk_begin(storm))
        return;
    clerk_type(storm, &figure);
    wait_a_little(storm);
    life_close_window(&storm->life);
    expect_signal(storm, SIGHUP);
}

static void strike_stop(struct storm *storm)
{
    struct saved figure;
    if (!clerk_begin(storm))
        return;
    clerk_type(storm, &figure);
    for (unsigned i = storm_any(storm, 4); i > 0; i--) { // faster than it can follow
        kill(-storm->life.program, SIGTSTP);
        wait_a_little(storm);
        life_go_on(&storm->life);
    }
    life_await(&storm->life, figure.text, true, PATIENCE); // it is there again
    kill(-storm->life.program, SIGTSTP);
    if (!life_await_stop(&storm->life, PATIENCE))
        storm_fail(storm, "it does not stop");
    expect_given_back(storm);
    life_go_on(&storm->life);
    if (!clerk_save(storm, &figure))
        storm_fail(storm, "what was half typed is not saved after a stop");
    clerk_leave(storm);
}

static void strike_resize(struct storm *storm)
{
    static const int odd[][2] = {{0, 0}, {1, 1}, {1, 300}, {200, 1}, {24, 80}};
    const unsigned first = storm_any(storm, 5);
    struct saved figure;
    if (!clerk_start(storm, "xterm-256color", odd[first][0], odd[first][1]))
        return;
    wait_a_little(storm);
    life_resize(&storm->life, 24, 80);
    if (!clerk_open_return(storm))
        return;
    clerk_enter(storm, storm_any(storm, 3));
    clerk_type(storm, &figure);
    life_await(&storm->life, figure.text, true, PATIENCE); // a window too small takes no letters
    for (unsigned i = 0; i < 100; i++) {
        const unsigned pick = storm_any(storm, 20);
        if (pick < 5)
            life_resize(&storm->life, odd[pick][0], odd[pick][1]);
        else
            life_resize(&storm->life, (int)storm_any(storm, 200), (int)storm_any(storm, 300));
        if (i % 10 == 0)
            life_press(&storm->life, "\033[D"); // within the field
        if (i % 7 == 0)
            life_take(&storm->life);
    }
    life_resize(&storm->life, 24, 80);
    if (!clerk_save(storm, &figure))
        storm_fail(storm, "what was half typed is not saved after the storm");
    clerk_leave(storm);
}

static void strike_dumb(struct storm *storm)
{
    static const char *const terms[] = {"dumb", "", "no-such-terminal"};
    struct life *life = &storm->life;
    if (!clerk_start(storm, terms[storm_any(storm, 3)], 24, 80))
        return;
    if (!life_await_end(life, PATIENCE) || !WIFEXITED(life->status) || !WEXITSTATUS(life->status))
        storm_fail(storm, "it does not refuse");
    if (!life->sent.len || memchr(life->sent.buf, 27, life->sent.len))
        storm_fail(storm, "it does not say so in plain words");
    expect_given_back(storm);
}

static void strike_paste(struct storm *storm)
{
    static const char *const texts[] = {"০১২৩৪৫৬৭৮৯abcdef", "অভিযোগ প্রতিকার\t", "12\n"};
    const char *text = texts[storm_any(storm, 3)];
    autostr paste = STR_INIT;
    str_add(&paste, "\033[200~");
    str_add_repeat(&paste, text, PASTE / strlen(text));
    const bool ended = storm_any(storm, 8) != 0; // some windows forget to
    str_add(&paste, ended ? "\033[201~" : "");
    if (!clerk_begin(storm))
        return;
    life_type(&storm->life, paste.buf, paste.len);
    clerk_give_up_and_leave(storm);
}

// As a terminal without bracketed paste does it: a megabyte of keys, without Enter among them.
static void strike_flood(struct storm *storm)
{
    autostr keys = STR_INIT;
    str_add_repeat(&keys, "0123456789abcdef", PASTE / 16);
    if (!clerk_begin(storm))
        return;
    life_type(&storm->life, keys.buf, keys.len);
    clerk_give_up_and_leave(storm);
}

static void strike_utf8(struct storm *storm)
{
    char bytes[4096];
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (char)(0x80 + storm_any(storm, 0x80));
    if (!clerk_begin(storm))
        return;
    life_type(&storm->life, bytes, sizeof bytes);
    clerk_give_up_and_leave(storm);
}

static void strike_esc(struct storm *storm)
{
    static const char *const after[] = {"", "[", "O", "]", "P", "[<", "[1;"};
    autostr keys = STR_INIT;
    const char *piece = after[storm_any(storm, 7)];
    for (int i = 0; i < 4096; i++)
        str_addf(&keys, "\033%s", storm_any(storm, 3) ? "" : piece);
    if (!clerk_begin(storm))
        return;
    life_type(&storm->life, keys.buf, keys.len);
    kill(storm->life.program, SIGTERM); // it may be asking whether to leave
    expect_signal(storm, SIGTERM);
    expect_given_back(storm);
}

#ifdef FAIL_CALL
// An allocation fails while figures are typed, or all from then on. The program may refuse, and it
// may end; what it has called saved must be there, and the terminal given back.
static void strike_memory(struct storm *storm)
{
    char at[16];
    struct saved figure;
    struct life *life = &storm->life;
    snprintf(
        at, sizeof at, "%u",
        1 + (storm_any(storm, 4) ? OPENING + storm_any(storm, TYPING) : storm_any(storm, OPENING)));
    setenv("LD_PRELOAD", FAIL_CALL, 1);
    setenv("FAIL_WHAT", "malloc", 1);
    setenv("FAIL_AT", at, 1);
    if (storm_any(storm, 2))
        setenv("FAIL_FOREVER", "1", 1);
    const bool started = clerk_start(storm, "xterm-256color", 24, 80);
    unsetenv("LD_PRELOAD");
    unsetenv("FAIL_FOREVER");
    if (!started)
        return;
    bool saved = clerk_open_return_within(storm, REFUSED);
    for (int i = 0; i < 4 && saved; i++) { // what was refused keeps its field
        clerk_type(storm, &figure);
        saved = clerk_save_within(storm, &figure, REFUSED);
    }
    if (!clerk_give_up(storm))
        storm_fail(storm, "it does not end");
    else if (!WIFEXITED(life->status))
        storm_fail(storm, "it ends by a signal");
    expect_given_back(storm);
}
#endif

static const struct {
    const char *name;
    void (*strike)(struct storm *storm);
} kinds[] = {
    {"kill", strike_kill},       {"import", strike_import}, {"term", strike_term},
    {"receive", strike_receive}, {"hup", strike_hup},       {"close", strike_close},
    {"stop", strike_stop},       {"resize", strike_resize}, {"dumb", strike_dumb},
    {"paste", strike_paste},     {"flood", strike_flood},   {"utf8", strike_utf8},
    {"esc", strike_esc},
#ifdef FAIL_CALL
    {"memory", strike_memory},
#endif
};
enum { KINDS = sizeof kinds / sizeof *kinds };

static bool is_asked_for(const char *name, int argc, char **argv)
{
    for (int i = 4; i < argc; i++)
        if (strcmp(argv[i], name) == 0)
            return true;
    return argc <= 4;
}

// One kind, over and over; returns how many lives went wrong.
static long run(struct storm *storm, size_t kind, long rounds)
{
    long failed = 0;
    const size_t before = storm->total;
    for (long i = 0; i < rounds; i++) {
        const unsigned seed = storm->seed;
        if (i % LIVES_A_FILE == 0 && !clerk_new_office(storm))
            return rounds;
        str_reset(&storm->trouble);
        kinds[kind].strike(storm);
        if (*storm->trouble.buf)
            life_print(&storm->life);
        life_done(&storm->life);
        clerk_look_after(storm);
        if (!*storm->trouble.buf)
            continue;
        failed++;
        printf("FAILED: %s, seed %u:%s\n", kinds[kind].name, seed, storm->trouble.buf);
        fflush(stdout);
    }
    printf("%s: %ld lives, %zu figures or tables saved, %ld lives went wrong\n", kinds[kind].name,
           rounds, storm->total - before, failed);
    fflush(stdout);
    return failed;
}

// The control: a figure that nobody has saved must be missed.
static bool misses_a_loss(struct storm *storm)
{
    str_reset(&storm->trouble);
    storm->saved[0] = (struct saved){.text = "never"};
    storm->count = 1;
    clerk_look_after(storm);
    return *storm->trouble.buf != '\0';
}

int main(int argc, char **argv)
{
    char folder[] = "/tmp/orjon-storms-XXXXXX";
    if (argc < 2 || !mkdtemp(folder))
        return 1;
    autostr file = STR_INIT, command = STR_INIT;
    str_addf(&file, "%s/office.db", folder);
    struct storm storm = {.program = argv[1], .file = file.buf, .trouble = STR_INIT};
    storm.seed = argc > 3 ? (unsigned)atol(argv[3]) : 1;
    long failed = 0;
    for (size_t kind = 0; kind < KINDS; kind++)
        if (is_asked_for(kinds[kind].name, argc, argv))
            failed += run(&storm, kind, argc > 2 ? atol(argv[2]) : ROUNDS);
    if (!misses_a_loss(&storm)) {
        puts("FAILED: a loss is not seen");
        failed++;
    }
    str_done(&storm.trouble);
    str_addf(&command, "rm -rf '%s'", folder);
    return system(command.buf) || failed > 0;
}
