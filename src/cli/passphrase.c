// SPDX-License-Identifier: GPL-3.0-or-later
// Asking for the officer's passphrase.
#include "passphrase.h"

#include "command.h"

#include "orjon/app/finalise.h"
#include "orjon/app/replace.h"
#include "orjon/base/file.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

enum { CANCEL = 3, END = 4, BACKSPACE = 8, ERASE_LINE = 21, DELETE = 127, PASSPHRASE_MAX = 1024 };

static void erase_letter(struct str *ret)
{
    size_t n = ret->len;
    while (n > 0 && (ret->buf[n - 1] & 0xC0) == 0x80)
        n--;
    str_cut(ret, n > 0 ? n - 1 : 0);
}

// One line, byte by byte: what comes behind it belongs to the next question.
static enum status read_line(bool terminal, struct str *ret, struct err *err)
{
    unsigned char c;
    ssize_t n;
    while ((n = read(STDIN_FILENO, &c, 1)) != 0) {
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0 || ret->len >= PASSPHRASE_MAX || (terminal && c == CANCEL))
            return err_set(err, STATUS_FAILED, _("No passphrase was entered"));
        if (c == '\n' || (c == '\r' && terminal) || (c == END && terminal))
            return STATUS_OK;
        if (terminal && (c == BACKSPACE || c == DELETE))
            erase_letter(ret);
        else if (terminal && c == ERASE_LINE)
            str_cut(ret, 0);
        else if (c != '\r')
            str_add_char(ret, (char)c);
    }
    return STATUS_OK;
}

static enum status ask(const char *question, struct str *ret, struct err *err)
{
    struct termios before, silent;
    const bool terminal = isatty(STDIN_FILENO) && tcgetattr(STDIN_FILENO, &before) == 0;
    if (terminal) {
        // Keys one by one and no signals: an interrupt must not leave the terminal without echo.
        silent = before;
        silent.c_lflag &= (tcflag_t) ~(ECHO | ECHONL | ICANON | ISIG);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
        command_talk(question);
    }
    autosecret line = STR_INIT;
    enum status status = read_line(terminal, &line, err);
    if (terminal) {
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
        command_talk("\n");
    }
    return status ? status : secret_read(line.buf, ret, err);
}

static enum status from_file(const char *path, struct str *ret, struct err *err)
{
    autosecret text = STR_INIT;
    enum status status = file_read(path, &text, err);
    str_cut(&text, strcspn(text.buf, "\r\n"));
    return status ? status : secret_read(text.buf, ret, err);
}

static enum status obtain(struct str *ret, struct err *err)
{
    const char *file = getenv("ORJON_PASSPHRASE_FILE");
    return file && *file ? from_file(file, ret, err)
                         : ask(_("The officer's passphrase: "), ret, err);
}

enum status passphrase_ask(struct app *app, struct str *ret, struct err *err)
{
    return app_has_passphrase(app) ? obtain(ret, err) : STATUS_OK;
}

enum status passphrase_ask_to_replace(const struct app_options *options, const char *source,
                                      struct str *ret, struct err *err)
{
    autostr goes = STR_INIT;
    bool asks = false;
    enum status status = app_weigh(options, source, &goes, &asks, err);
    if (status == STATUS_OK)
        command_talk(goes.buf);
    return status == STATUS_OK && asks ? obtain(ret, err) : status;
}

static enum status ask_new(struct str *ret, struct err *err)
{
    autosecret again = STR_INIT;
    enum status status = ask(_("New passphrase (empty: none): "), ret, err);
    if (status || !isatty(STDIN_FILENO))
        return status;
    status = ask(_("Once more: "), &again, err);
    if (status == STATUS_OK && strcmp(again.buf, ret->buf) != 0)
        status = err_set(err, STATUS_INVALID, _("The two are not the same; nothing was changed"));
    return status;
}

enum status passphrase_change(const struct app_options *options, struct err *err)
{
    __attribute__((cleanup(app_close))) struct app *app = NULL;
    autosecret old = STR_INIT, passphrase = STR_INIT;
    enum status status = app_open(options, &app, err);
    if (status == STATUS_OK)
        status = passphrase_ask(app, &old, err);
    if (status == STATUS_OK)
        status = app_officer(app, old.buf, err); // before the new one is typed
    if (status == STATUS_OK)
        status = ask_new(&passphrase, err);
    if (status == STATUS_OK)
        status = app_set_passphrase(app, old.buf, passphrase.buf, err);
    if (status)
        return status;
    command_talk(passphrase.len ? _("The passphrase is set\n") : _("There is no passphrase now\n"));
    return STATUS_OK;
}
