// SPDX-License-Identifier: GPL-3.0-or-later
// The turn to write: flock() on FILE.lock, which the kernel grants in the order of asking.
#include "db.h"

#include "orjon/base/refusal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#ifndef sigev_notify_thread_id
#define sigev_notify_thread_id _sigev_un._tid // glibc has the member without the name
#endif

static void wake_up(int signal_number)
{
    (void)signal_number; // that it came ends the flock() with EINTR
}

static int64_t now_ms(void)
{
    struct timespec now = {0};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

// flock() that waits keeps the order but knows no time limit, and asking again and again keeps no
// order. So it waits, and a timer wakes this thread when the time is up: again and again then,
// because once could be just before flock() begins to wait.
static int lock_waiting(int fd)
{
    const int number = SIGRTMAX - 1;
    const int64_t until = now_ms() + WAIT_MS;
    struct sigaction action = {.sa_handler = wake_up}, before;
    struct sigevent event = {.sigev_notify = SIGEV_THREAD_ID, .sigev_signo = number};
    event.sigev_notify_thread_id = gettid();
    const struct itimerspec times = {.it_value = {.tv_sec = WAIT_MS / 1000},
                                     .it_interval = {.tv_nsec = 100 * 1000 * 1000}};
    timer_t timer;
    if (sigaction(number, &action, &before))
        return errno;
    if (timer_create(CLOCK_MONOTONIC, &event, &timer)) {
        int error = errno;
        sigaction(number, &before, NULL);
        return error;
    }
    timer_settime(timer, 0, &times, NULL);
    int error = EINTR;
    while (error == EINTR && now_ms() < until)
        error = flock(fd, LOCK_EX) ? errno : 0;
    timer_delete(timer);
    sigaction(number, &before, NULL);
    return error == EINTR ? EWOULDBLOCK : error;
}

static int lock(int fd)
{
    if (flock(fd, LOCK_EX | LOCK_NB) == 0)
        return 0;
    return errno == EWOULDBLOCK ? lock_waiting(fd) : errno;
}

// Whoever closes last takes the lock file away; one who waited on it then holds a lock that nobody
// else will ever see.
static bool is_in_place(const struct store *store)
{
    struct stat held, named;
    return fstat(store->lock_fd, &held) == 0 && stat(store->lock_path, &named) == 0 &&
           held.st_ino == named.st_ino && held.st_dev == named.st_dev;
}

static void forget(struct store *store)
{
    close(store->lock_fd);
    store->lock_fd = -1;
}

// Some file systems show a file each time with another number, and some show none: then there is
// no telling whether the lock is everybody's, and no end of asking.
enum { TRIES_MAX = 100 };

enum status queue_enter(struct store *store, struct err *err)
{
    for (int tries = 0; store->lock_path && tries < TRIES_MAX; tries++) {
        enum status status = must_be_ordinary(store->lock_path, err);
        if (status)
            return status;
        if (store->lock_fd < 0)
            store->lock_fd = open(store->lock_path,
                                  O_RDONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0644);
        if (store->lock_fd < 0)
            return STATUS_OK;
        int error = lock(store->lock_fd);
        if (error == EWOULDBLOCK)
            return refuse_busy(store->path, err);
        if (error) {
            forget(store); // a file system without flock()
            return STATUS_OK;
        }
        if (is_in_place(store))
            return STATUS_OK;
        forget(store);
    }
    return STATUS_OK;
}

void queue_leave(struct store *store)
{
    if (store->lock_fd >= 0)
        flock(store->lock_fd, LOCK_UN);
}

void queue_close(struct store *store)
{
    if (store->lock_fd < 0)
        return;
    if (flock(store->lock_fd, LOCK_EX | LOCK_NB) == 0 && is_in_place(store))
        unlink(store->lock_path);
    forget(store);
}

// SQLite's own way to wait doubles its naps up to a tenth of a second, and in a crowd always naps
// when the file is free.
static int nap(void *data, int naps)
{
    struct store *store = data;
    if (naps == 0 && db_gives_no_locks(store))
        return 0; // there is nobody to wait for
    if (naps == 0)
        store->wait_until = now_ms() + WAIT_MS;
    if (now_ms() >= store->wait_until)
        return 0;
    const struct timespec time = {.tv_nsec = 2 * 1000 * 1000};
    nanosleep(&time, NULL);
    return 1;
}

void db_set_patience(struct store *store, bool waits)
{
    sqlite3_busy_handler(store->db, waits ? nap : NULL, store);
}
