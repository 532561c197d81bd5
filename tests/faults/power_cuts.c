// SPDX-License-Identifier: GPL-3.0-or-later
// Power cuts over the whole program: power_cuts ORJON POWER_CUT.so [LIVES [SEED [KIND …]]], with a
// pen drive where DRIVE names its folder (with_drive.sh). Every figure that was called saved must
// be in the journal, the file and every copy sound; a file that takes another's place, or is
// brought up to date, is the one or the other.
#include "wreck.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LIVES_A_FILE = 40, LIVES = 3 };

static const struct {
    const char *name;
    void (*live)(struct wreck *wreck);
    bool goes_on; // from the wreck of the life before
} kinds[] = {
    {"enter", cut_enter, true},    {"screens", cut_screens, true},
    {"import", cut_import, true},  {"restore", cut_restore, false},
    {"rescue", cut_rescue, false}, {"migrate", cut_migrate, false},
    {"evidence", cut_proof, true}, {"receive", cut_receive, true},
};
enum { KINDS = sizeof kinds / sizeof *kinds };

static long run(struct wreck *wreck, size_t kind, long lives)
{
    struct storm *storm = &wreck->storm;
    const size_t total = storm->total;
    long failed = 0;
    wreck->in_time = wreck->before = wreck->after = 0;
    for (long i = 0; i < lives; i++) {
        const unsigned seed = storm->seed;
        str_reset(&storm->trouble);
        if (kinds[kind].goes_on && i % LIVES_A_FILE == 0)
            wreck_new_office(wreck);
        kinds[kind].live(wreck);
        if (!*storm->trouble.buf)
            continue;
        failed++;
        printf("FAILED: %s, life %ld, seed %u:%s\n", kinds[kind].name, i, seed, storm->trouble.buf);
        fflush(stdout);
    }
    printf("%s%s: %ld lives, %ld power cuts, ", kinds[kind].name,
           kinds[kind].goes_on && wreck->drive ? " with a pen drive" : "", lives, wreck->in_time);
    if (kinds[kind].goes_on)
        printf("%zu times saved, ", storm->total - total);
    else
        printf("%ld times as it was, %ld times the new, ", wreck->before, wreck->after);
    printf("%ld lives went wrong\n", failed);
    fflush(stdout);
    return failed;
}

static bool is_asked_for(const char *name, int argc, char **argv)
{
    for (int i = 5; i < argc; i++)
        if (strcmp(argv[i], name) == 0)
            return true;
    return argc <= 5;
}

int main(int argc, char **argv)
{
    struct wreck wreck = {.folder = "/tmp/orjon-power-XXXXXX", .drive = getenv("DRIVE")};
    if (argc == 2) // itself, under a cut
        return !migrate_alone(argv[1]);
    if (wreck.drive && !*wreck.drive)
        wreck.drive = NULL;
    if (argc < 3 || !mkdtemp(wreck.folder))
        return 2;
    snprintf(wreck.office, sizeof wreck.office, "%s/office", wreck.folder);
    snprintf(wreck.look, sizeof wreck.look, "%s/look", wreck.folder);
    snprintf(wreck.file, sizeof wreck.file, "%s/office.db", wreck.office);
    snprintf(wreck.seen, sizeof wreck.seen, "%s/office.db", wreck.look);
    wreck.storm = (struct storm){.program = argv[1], .file = wreck.file, .trouble = STR_INIT};
    wreck.storm.seed = argc > 4 ? (unsigned)atol(argv[4]) : 1;
    wreck.preload = argv[2];
    long failed = 0;
    for (size_t kind = 0; kind < KINDS; kind++)
        if (is_asked_for(kinds[kind].name, argc, argv))
            failed += run(&wreck, kind, argc > 3 ? atol(argv[3]) : LIVES);
    wreck_do(&wreck, "rm -rf '%s'", wreck.folder);
    str_done(&wreck.storm.trouble);
    return failed > 0;
}
