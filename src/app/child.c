// SPDX-License-Identifier: GPL-3.0-or-later
// Other programs: started by posix_spawn, fed from memory, listened to, and killed with all they
// started when they take too long.
#include "child.h"

#include "orjon/base/clock.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

enum { NAP = 50, START_WAIT = 1500 }; // milliseconds

static void close_fd(int *fd)
{
    if (*fd >= 0)
        close(*fd);
}
#define autoclose __attribute__((cleanup(close_fd)))

static enum status fail(const char *program, int error, struct err *err)
{
    if (error == ENOENT)
        return err_set(err, STATUS_NOT_FOUND, _("The program %s is not installed"), program);
    return err_set(err, STATUS_FAILED, _("%s could not be started: %s"), program, strerror(error));
}

// What a program reads, as a file that is nowhere on a disk: it may leave without reading, and we
// never wait for it or are killed by its leaving.
static int open_input(const struct child *child)
{
    if (!child->input)
        return open("/dev/null", O_RDONLY | O_CLOEXEC);
    int fd = memfd_create("orjon", MFD_CLOEXEC);
    for (size_t at = 0; fd >= 0 && at < child->n;) {
        ssize_t n = write(fd, child->input + at, child->n - at);
        if (n < 0 && errno != EINTR) {
            close(fd);
            return -1;
        }
        at += n > 0 ? (size_t)n : 0;
    }
    if (fd >= 0)
        lseek(fd, 0, SEEK_SET);
    return fd;
}

// Signals that we ignore or hold back are the program's to decide about. Its own group or session,
// so that it can be killed with what it started and Ctrl-C is not for it.
static int spawn(const char *const *argv, int in, int out, bool session, pid_t *ret)
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
    posix_spawn_file_actions_adddup2(&actions, in, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, out, STDERR_FILENO);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &all);
    posix_spawnattr_setflags(&attributes,
                             (short)(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF |
                                     (session ? POSIX_SPAWN_SETSID : POSIX_SPAWN_SETPGROUP)));
    int error =
        posix_spawnp(ret, argv[0], &actions, &attributes, (char *const *)(uintptr_t)argv, environ);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    return error;
}

// Takes what is there to read, waiting at most a nap. False at the end.
static bool listen_to(int fd, struct str *ret)
{
    struct pollfd wait = {.fd = fd, .events = POLLIN};
    if (poll(&wait, 1, NAP) <= 0)
        return true;
    char piece[4096];
    ssize_t n = read(fd, piece, sizeof piece);
    if (n <= 0)
        return n < 0 && errno == EINTR;
    if (ret && ret->len + (size_t)n <= CHILD_SAID_MAX)
        str_add_n(ret, piece, (size_t)n);
    return true;
}

// Listens until the program has ended; something it started may hold the pipe longer. False when
// the time was up.
static bool attend(pid_t pid, int fd, int64_t milliseconds, struct str *ret, int *ret_how)
{
    const int64_t end = clock_ticks() + milliseconds;
    for (bool open = true; clock_ticks() < end;) {
        bool ended = waitpid(pid, ret_how, WNOHANG) == pid;
        if (open)
            open = listen_to(fd, ret);
        else if (!ended)
            poll(NULL, 0, NAP);
        if (!ended)
            continue;
        fcntl(fd, F_SETFL, O_NONBLOCK);
        for (int reads = 0; open && reads < 4; reads++)
            open = listen_to(fd, ret); // its last words
        return true;
    }
    kill(-pid, SIGKILL);
    waitpid(pid, ret_how, 0);
    return false;
}

static int code_of(int how)
{
    return WIFEXITED(how) ? WEXITSTATUS(how) : 128 + (WIFSIGNALED(how) ? WTERMSIG(how) : 0);
}

enum status child_run(const struct child *child, struct str *ret, int *ret_code, struct err *err)
{
    int ends[2], how = 0;
    pid_t pid = 0;
    autoclose int in = open_input(child);
    if (in < 0 || pipe2(ends, O_CLOEXEC))
        return fail(child->argv[0], errno, err);
    autoclose int out = ends[0];
    int error = spawn(child->argv, in, ends[1], false, &pid);
    close(ends[1]);
    if (error)
        return fail(child->argv[0], error, err);
    if (!attend(pid, out, child->seconds * INT64_C(1000), ret, &how))
        return err_set(err, STATUS_BUSY, _("%s gave no answer for %s seconds and was stopped"),
                       child->argv[0], SAY(child->seconds));
    *ret_code = code_of(how);
    return STATUS_OK;
}

// In our group, so that the terminal's signals reach it.
static int spawn_here(const char *const *argv, pid_t *ret)
{
    posix_spawnattr_t attributes;
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &all);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    const int error =
        posix_spawnp(ret, argv[0], NULL, &attributes, (char *const *)(uintptr_t)argv, environ);
    posix_spawnattr_destroy(&attributes);
    return error;
}

// Waits for its end through interruptions; false when there is nothing to wait for.
static bool await_end(pid_t pid, int *ret_how)
{
    for (;;) {
        const pid_t got = waitpid(pid, ret_how, WUNTRACED);
        if (got < 0 && errno != EINTR)
            return false;
        if (got == pid && !WIFSTOPPED(*ret_how))
            return true;
        if (got == pid)
            raise(SIGSTOP); // the shell has the terminal until the job goes on, which both do
    }
}

enum status child_attend(const char *const *argv, int *ret_code, struct err *err)
{
    struct sigaction ignore = {.sa_handler = SIG_IGN}, interrupt, quit;
    int how = 0;
    pid_t pid = 0;
    sigaction(SIGINT, &ignore, &interrupt);
    sigaction(SIGQUIT, &ignore, &quit);
    const int error = spawn_here(argv, &pid);
    const bool ended = !error && await_end(pid, &how);
    sigaction(SIGINT, &interrupt, NULL);
    sigaction(SIGQUIT, &quit, NULL);
    if (error || !ended)
        return fail(argv[0], error ? error : errno, err);
    *ret_code = code_of(how);
    return STATUS_OK;
}

enum status child_start(const char *const *argv, int *ret_code, struct err *err)
{
    int how = 0;
    pid_t pid = 0;
    autoclose int null = open("/dev/null", O_RDWR | O_CLOEXEC);
    int error = null < 0 ? errno : spawn(argv, null, null, true, &pid);
    if (error)
        return fail(argv[0], error, err);
    *ret_code = 0;
    for (int64_t end = clock_ticks() + START_WAIT; clock_ticks() < end; poll(NULL, 0, NAP))
        if (waitpid(pid, &how, WNOHANG) == pid) {
            *ret_code = code_of(how);
            break;
        }
    return STATUS_OK;
}
