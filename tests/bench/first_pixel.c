// SPDX-License-Identifier: GPL-3.0-or-later
// How long a program takes from its start to its first pixel, beside another, in turn:
// first_pixel ONE OTHER. Each is a command line that execs; the display is otherwise empty.
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { ROUNDS = 15, GIVE_UP = 20000, WIDTH = 400, HEIGHT = 60 };

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static void rest(long milliseconds)
{
    nanosleep(&(struct timespec){.tv_nsec = milliseconds * 1000000}, NULL);
}

static bool is_seen(Display *display)
{
    XImage *image =
        XGetImage(display, DefaultRootWindow(display), 0, 0, WIDTH, HEIGHT, AllPlanes, ZPixmap);
    bool seen = false;
    for (int y = 0; image && y < HEIGHT && !seen; y += 4)
        for (int x = 0; x < WIDTH && !seen; x += 4)
            seen = XGetPixel(image, x, y) & 0xFFFFFF;
    if (image)
        XDestroyImage(image);
    return seen;
}

static double start(Display *display, const char *command)
{
    const double begun = now();
    const pid_t child = fork();
    if (child == 0) {
        execl("/bin/sh", "sh", "-c", command, (char *)NULL);
        _exit(127);
    }
    while (!is_seen(display) && now() - begun < GIVE_UP)
        rest(2);
    const double took = now() - begun;
    kill(child, SIGTERM);
    waitpid(child, NULL, 0);
    while (is_seen(display) && now() - begun < 2 * GIVE_UP)
        rest(2);
    return took;
}

static int compare(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

int main(int argc, char **argv)
{
    Display *display = XOpenDisplay(NULL);
    double times[2][ROUNDS];
    if (!display || argc != 3)
        return fprintf(stderr, "usage: first_pixel ONE OTHER\n"), 2;
    for (int i = -1; i < ROUNDS; i++) // the first of each reads from the disk
        for (int w = 0; w < 2; w++)
            times[w][i < 0 ? 0 : i] = start(display, argv[1 + w]);
    for (int w = 0; w < 2; w++)
        qsort(times[w], ROUNDS, sizeof **times, compare);
    const double one = times[0][ROUNDS / 2], other = times[1][ROUNDS / 2];
    printf("%.0f ms and %.0f ms\t%.2f x", one, other, one / other);
    XCloseDisplay(display);
    return 0;
}
