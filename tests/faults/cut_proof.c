// SPDX-License-Identifier: GPL-3.0-or-later
// A proof is taken in, or goes along with copies, and the power goes meanwhile: what was called
// taken in is there as it was, and no record names a file that is not.
#include "wreck.h"

#include "orjon/app/evidence.h"
#include "orjon/base/file.h"

#include <stdio.h>
#include <string.h>

enum { DAY = 19700, STEPS_PROOF = 300, BYTES_MAX = 200000 };

static void make_file(struct wreck *wreck, const char *path)
{
    struct storm *storm = &wreck->storm;
    autostr text = STR_INIT;
    str_addf(&text, "%u ", storm->typed++);
    str_add_repeat(&text, "ক", storm_any(storm, 4) ? storm_any(storm, 2000) : BYTES_MAX / 3);
    file_write(path, text.buf, text.len, true, NULL);
}

static bool has_record(struct app *app, const char *file)
{
    autorecords proofs = {0};
    bool found = false;
    app_load_records(app, RECORD_PROOF, 0, &proofs, NULL);
    for (size_t i = 0; i < proofs.count; i++)
        found |= record_is(&proofs.record[i], PROOF_FILE, file);
    return found;
}

static void look_for(struct wreck *wreck, const char *file)
{
    const struct app_options options = {
        .file = wreck->seen, .via = "test", .as_of = {true, DAY}, .read_only = true};
    struct app *app = NULL;
    struct err err = {0};
    if (app_open(&options, &app, &err))
        wreck_say(wreck, "the file", &err);
    else if (!has_record(app, file))
        storm_fail(&wreck->storm, "a proof that was taken in is not there");
    app_close(&app);
}

static void cut_add(struct wreck *wreck)
{
    struct storm *storm = &wreck->storm;
    char name[32];
    autostr path = STR_INIT;
    snprintf(name, sizeof name, "%u.pdf", storm->typed);
    str_addf(&path, "%s/%s", wreck->folder, name);
    make_file(wreck, path.buf);
    const char *const argv[] = {
        storm->program, "--db",      wreck->file, "evidence", "add", "charter",
        "1.1.1",        "--quarter", "1",         path.buf,   NULL};
    storm->count = 0;
    wreck_arm(wreck, STEPS_PROOF);
    const int code = wreck_run(wreck, argv);
    wreck_disarm();
    if (code > 0)
        storm_fail(storm, "the proof is refused");
    wreck_look_after(wreck); // verify reads the files of all that is named
    if (code == 0) {
        storm->total++;
        look_for(wreck, name);
    }
    file_remove(path.buf);
}

void cut_proof(struct wreck *wreck)
{
    if (storm_any(&wreck->storm, 3))
        cut_add(wreck);
    else
        cut_enter(wreck); // with a copy before it
}
