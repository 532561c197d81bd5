// SPDX-License-Identifier: GPL-3.0-or-later
// Times and bytes of the program at the desk, over a pseudo-terminal:
//     desk start ORJON FLOOR FILE    time to the first screen against that of the bare program
//     desk large ORJON FILE OTHER [KEY…]  the first screen of FILE, and what each key then opens,
//                                    against the first screen of OTHER
//     desk print ORJON FILE          a return as text, less what starting alone takes
//     desk bytes ORJON FILE          bytes to the terminal for a digit and for the next field: at
//                                    once, and for the rows that follow when keys rest
// FILE is an office with figures; `bytes` changes it.
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { ROUNDS = 15, QUIET_MS = 150, AT_ONCE_MS = 50, REST_MS = 400, ROWS = 30, COLUMNS = 120 };

static double ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static int order(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double median(double *values, size_t n)
{
    qsort(values, n, sizeof *values, order);
    return values[n / 2];
}

static pid_t start_on_pty(char **argv, int *ret_fd)
{
    struct winsize size = {.ws_row = ROWS, .ws_col = COLUMNS};
    pid_t pid = forkpty(ret_fd, NULL, NULL, &size);
    if (pid == 0) {
        setenv("TERM", "xterm-256color", 1);
        execv(argv[0], argv);
        _exit(127);
    }
    return pid;
}

// Reads until nothing has come for so long; the bytes, and when the last of them came.
static size_t drain_for(int fd, int quiet, double *ret_last)
{
    size_t bytes = 0;
    char part[65536];
    struct pollfd poll_fd = {.fd = fd, .events = POLLIN};
    while (poll(&poll_fd, 1, quiet) > 0) {
        ssize_t n = read(fd, part, sizeof part);
        if (n <= 0)
            break;
        bytes += (size_t)n;
        *ret_last = ms();
    }
    return bytes;
}

static size_t drain(int fd, double *ret_last)
{
    return drain_for(fd, QUIET_MS, ret_last);
}

static void stop(pid_t pid, int fd)
{
    kill(pid, SIGTERM);
    double last = 0;
    drain(fd, &last);
    close(fd);
    kill(pid, SIGKILL);
    waitpid(pid, NULL, 0);
}

static double time_first_screen(char **argv)
{
    int fd = -1;
    double begin = ms(), last = begin;
    pid_t pid = start_on_pty(argv, &fd);
    struct pollfd poll_fd = {.fd = fd, .events = POLLIN};
    poll(&poll_fd, 1, 5000);
    size_t bytes = drain(fd, &last);
    stop(pid, fd);
    if (bytes < 500) {
        fprintf(stderr, "desk: %s has painted nothing\n", argv[0]);
        exit(1);
    }
    return last - begin;
}

static int bench_start(char *program, char *bare, char *file)
{
    char *ours[] = {program, "--db", file, NULL}, *floor_words[] = {bare, file, NULL};
    double a[ROUNDS], b[ROUNDS], ratio[ROUNDS];
    time_first_screen(ours), time_first_screen(floor_words);
    for (int i = 0; i < ROUNDS; i++) {
        a[i] = time_first_screen(ours);
        b[i] = time_first_screen(floor_words);
        ratio[i] = a[i] / b[i];
    }
    double ours_ms = median(a, ROUNDS), floor_ms = median(b, ROUNDS);
    printf("start\tfirst screen %.1f ms, bare program %.1f ms\t%.2f\t1.5\n", ours_ms, floor_ms,
           median(ratio, ROUNDS));
    return 0;
}

// The first screen of a file, or what the last of the keys brings.
static double time_screen(char *program, char *file, char *const *keys, int count)
{
    char *words[] = {program, "--db", file, NULL};
    int fd = -1;
    double begin = ms(), last = begin;
    pid_t pid = start_on_pty(words, &fd);
    struct pollfd poll_fd = {.fd = fd, .events = POLLIN};
    poll(&poll_fd, 1, 5000);
    size_t bytes = drain(fd, &last);
    for (int i = 0; i < count && bytes; i++) {
        begin = last = ms();
        bytes = write(fd, keys[i], strlen(keys[i])) > 0 && poll(&poll_fd, 1, 5000) > 0
                    ? drain(fd, &last)
                    : 0;
    }
    stop(pid, fd);
    if (!bytes) {
        fprintf(stderr, "desk: %s has painted nothing\n", file);
        exit(1);
    }
    return last - begin;
}

static int bench_large(char *program, char *file, char *other, char *const *keys, int count)
{
    for (int n = 0; n <= count; n++) {
        double a[ROUNDS], b[ROUNDS], ratio[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            a[i] = time_screen(program, file, keys, n);
            b[i] = time_screen(program, other, keys, 0);
            ratio[i] = a[i] / b[i];
        }
        const double ours = median(a, ROUNDS), sample = median(b, ROUNDS);
        printf("%s of many offices\t%.1f ms, first screen of the sample %.1f ms\t%.2f\t1.5\n",
               n ? "next screen" : "first screen", ours, sample, median(ratio, ROUNDS));
    }
    return 0;
}

static double time_run(char **argv)
{
    double begin = ms();
    pid_t pid = fork();
    if (pid == 0) {
        if (!freopen("/dev/null", "w", stdout))
            _exit(126);
        execv(argv[0], argv);
        _exit(127);
    }
    int status = 0;
    waitpid(pid, &status, 0);
    if (status) {
        fprintf(stderr, "desk: %s %s failed\n", argv[0], argv[1]);
        exit(1);
    }
    return ms() - begin;
}

static int bench_print(char *program, char *file)
{
    char *paper[] = {program, "--db", file, "print", "return", "--plan", "egov", NULL};
    char *all[] = {program, "--db", file, "print", "return", "--plan", "all", NULL};
    char *nothing[] = {program, "--version", NULL};
    double a[ROUNDS * 3], b[ROUNDS * 3], c[ROUNDS * 3];
    for (int i = 0; i < ROUNDS * 3; i++) {
        a[i] = time_run(paper);
        b[i] = time_run(nothing);
        c[i] = time_run(all);
    }
    double one = median(a, ROUNDS * 3), start = median(b, ROUNDS * 3), five = median(c, ROUNDS * 3);
    printf("print\ta return %.1f ms, all plans %.1f ms, start alone %.1f ms\t%.1f ms\t5 ms\n", one,
           five, start, one - start);
    return 0;
}

// What a key brings at once, and what when keys rest.
static double bytes_for(int fd, const char *keys, double *ret_then)
{
    double last = 0;
    if (write(fd, keys, strlen(keys)) < 0)
        return 0;
    const size_t at_once = drain_for(fd, AT_ONCE_MS, &last);
    *ret_then = (double)drain_for(fd, REST_MS, &last);
    return (double)at_once;
}

static void print_bytes(const char *what, double *values, size_t n, int goal)
{
    printf("bytes\t%s:", what);
    for (size_t i = 0; i < n; i++)
        printf(" %.0f", values[i]);
    printf("\t%.0f\t%d\n", median(values, n), goal);
}

// Home, the first return, a field of it; then as a clerk types who looks at each digit.
static int bench_bytes(char *program, char *file)
{
    static const char *const digits[] = {"১", "২", "৩"};
    char *words[] = {program, "--db", file, NULL};
    double typed[12], live[12], onward[4], pane[4], last = 0;
    int fd = -1;
    size_t n = 0, m = 0;
    pid_t pid = start_on_pty(words, &fd);
    drain(fd, &last);
    bytes_for(fd, "\r", &last); // into the return
    for (int field = 0; field < 4; field++) {
        for (int i = 0; i < 3; i++, n++)
            typed[n] = bytes_for(fd, digits[i], &live[n]);
        onward[m] = bytes_for(fd, "\r", &pane[m]);
        m++;
    }
    stop(pid, fd);
    print_bytes("typing", typed, n, 20);
    print_bytes("typing, what it earns", live, n, 250);
    print_bytes("next field, saved", onward, m, 400);
    print_bytes("next field, what is said of it", pane, m, 600);
    return 0;
}

int main(int argc, char **argv)
{
    if (argc == 5 && strcmp(argv[1], "start") == 0)
        return bench_start(argv[2], argv[3], argv[4]);
    if (argc >= 5 && strcmp(argv[1], "large") == 0)
        return bench_large(argv[2], argv[3], argv[4], argv + 5, argc - 5);
    if (argc == 4 && strcmp(argv[1], "print") == 0)
        return bench_print(argv[2], argv[3]);
    if (argc == 4 && strcmp(argv[1], "bytes") == 0)
        return bench_bytes(argv[2], argv[3]);
    fputs("desk start ORJON FLOOR FILE | large ORJON FILE OTHER [KEY…] | print ORJON FILE | bytes "
          "ORJON FILE\n",
          stderr);
    return 2;
}
