// SPDX-License-Identifier: GPL-3.0-or-later
// The files that came: opened, compared with what is here, taken in.
#include "receive.h"

#include "orjon/base/file.h"
#include "orjon/base/folder.h"
#include "orjon/domain/evidence.h"

#include <stdlib.h>
#include <string.h>

const struct receive_row *receive_marked(const struct receive_screen *screen)
{
    const int row = grid_row(screen->grid);
    return row < 0 || row >= screen->rows ? NULL : &screen->row[row];
}

void receive_close(struct receive_file *file)
{
    app_parcel_done(&file->parcel);
    str_done(&file->bytes);
    str_done(&file->talk);
    free(file->taken);
    file->taken = NULL;
    file->opened = file->review = file->new_review = false;
}

// --- opening ------------------------------------------------------------------------------------

static void open_review(struct receive_screen *screen, struct receive_file *file)
{
    file->review = true;
    app_receive_review(screen->app, &file->bytes, NULL, true, &file->new_review, &file->talk,
                       &file->err);
}

void receive_open(struct receive_screen *screen, struct receive_file *file)
{
    receive_close(file);
    file->err = (struct err){0};
    file->bytes = file->talk = (struct str)STR_INIT;
    if (file_read_ordinary(file->path, &file->bytes, NULL) == STATUS_OK &&
        app_is_review(&file->bytes)) {
        open_review(screen, file);
        return;
    }
    str_reset(&file->bytes);
    file->opened = app_parcel_open(screen->app, file->path, &file->parcel, &file->err) == STATUS_OK;
    file->taken = mem_alloc((file->parcel.arrivals + 1) * sizeof *file->taken);
}

static struct receive_file *find(struct receive_screen *screen, const char *path)
{
    for (size_t i = 0; i < screen->files; i++)
        if (strcmp(screen->file[i].path, path) == 0)
            return &screen->file[i];
    if (screen->files == screen->cap) {
        screen->cap = screen->cap ? 2 * screen->cap : 8;
        screen->file = mem_resize(screen->file, screen->cap, sizeof *screen->file);
    }
    struct receive_file *file = &screen->file[screen->files++];
    *file = (struct receive_file){
        .path = mem_copy_text(path, strlen(path)), .bytes = STR_INIT, .talk = STR_INIT};
    return file;
}

enum status receive_add(struct receive_screen *screen, struct desk *desk, const char *path,
                        struct err *err)
{
    autofolder folder = {0};
    if (!folder_exists(path)) {
        if (!file_exists(path))
            return err_set(err, STATUS_NOT_FOUND, _("%s: there is no such file or folder"), path);
        receive_open(screen, find(screen, path));
        receive_list(screen);
        return STATUS_OK;
    }
    const enum status status = app_parcels_in(path, &folder, err);
    for (size_t i = 0; i < folder.count && !status; i++) {
        receive_open(screen, find(screen, folder.path[i]));
        desk_progress(desk, _("Reading the files"), (int64_t)i + 1, (int64_t)folder.count);
    }
    receive_list(screen);
    return status;
}

enum status receive_add_paths(struct receive_screen *screen, struct desk *desk, const char *text,
                              size_t n, struct err *err)
{
    autoevidencelist paths = {0};
    enum status status = evidence_path_read(text, n, getenv("HOME"), &paths, err);
    for (size_t i = 0; !status && i < paths.count; i++)
        status = receive_add(screen, desk, paths.text[i], err);
    return status;
}

// --- the list -----------------------------------------------------------------------------------

static void add_row(struct receive_screen *screen, size_t file, int arrival)
{
    screen->row[screen->rows++] = (struct receive_row){file, arrival};
}

void receive_list(struct receive_screen *screen)
{
    size_t count = 0;
    for (size_t i = 0; i < screen->files; i++)
        count += 2 + screen->file[i].parcel.arrivals;
    screen->row = mem_resize(screen->row, count + 1, sizeof *screen->row);
    screen->rows = 0;
    for (size_t i = 0; i < screen->files; i++) {
        const struct receive_file *file = &screen->file[i];
        add_row(screen, i, FILE_HEAD);
        if (!file->opened)
            add_row(screen, i, FILE_WHOLE);
        for (size_t a = 0; file->opened && a < file->parcel.arrivals; a++)
            add_row(screen, i, (int)a);
    }
    grid_set_rows(screen->grid, screen->rows);
}

void receive_look(struct receive_screen *screen)
{
    for (size_t i = 0; i < screen->files; i++) {
        struct receive_file *file = &screen->file[i];
        if (file->opened && app_parcel_look(screen->app, &file->parcel, &file->err))
            file->opened = false;
        else if (file->review && !file->err.status) {
            str_reset(&file->talk);
            open_review(screen, file);
        }
    }
    receive_list(screen);
}

// --- taking in ----------------------------------------------------------------------------------

static enum status take_review(struct receive_screen *screen, struct receive_file *file,
                               size_t *ret_taken, struct err *err)
{
    bool new = false;
    *ret_taken = 0;
    if (!file->new_review)
        return STATUS_OK;
    str_reset(&file->talk);
    enum status status =
        app_receive_review(screen->app, &file->bytes, NULL, false, &new, &file->talk, err);
    *ret_taken = !status && new;
    return status;
}

enum status receive_take(struct receive_screen *screen, struct receive_file *file, int arrival,
                         size_t *ret_taken, struct err *err)
{
    struct app_parcel *parcel = &file->parcel;
    *ret_taken = 0;
    if (file->review)
        return take_review(screen, file, ret_taken, err);
    if (!file->opened)
        return STATUS_OK;
    enum status status =
        app_parcel_take(screen->app, parcel, arrival < 0 ? NULL : parcel->arrival[arrival].plan,
                        !screen->copied, ret_taken, err);
    if (status)
        return status;
    screen->copied = screen->copied || *ret_taken;
    for (size_t a = 0; a < parcel->arrivals; a++)
        if (arrival < 0 ? arrival_is_welcome(parcel->arrival[a].arrival) : (int)a == arrival)
            file->taken[a] = true;
    return STATUS_OK;
}
