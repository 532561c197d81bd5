// SPDX-License-Identifier: GPL-3.0-or-later
// How long from a key to the first pixel that changes, in one window of the display and another,
// in turn: key_to_pixel WINDOW_ID X Y WINDOW_ID X Y. Both show the same field, which is typed in;
// it stands at X, Y of each, and they stand beside each other.
#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XTest.h>
#include <X11/keysym.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { KEYS = 60, GIVE_UP = 2000, WIDTH = 120, HEIGHT = 20 };

struct field {
    Window window;
    int x, y;
};

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static unsigned long sum(Display *display, const struct field *field)
{
    XImage *image =
        XGetImage(display, field->window, field->x, field->y, WIDTH, HEIGHT, AllPlanes, ZPixmap);
    unsigned long ret = 5381;
    for (int i = 0; image && i < image->height * image->bytes_per_line; i++)
        ret = ret * 33 + (unsigned char)image->data[i];
    if (image)
        XDestroyImage(image);
    return ret;
}

static void sleep_for(long milliseconds)
{
    nanosleep(&(struct timespec){.tv_nsec = milliseconds * 1000000}, NULL);
}

static double press(Display *display, const struct field *field, KeySym key)
{
    const KeyCode code = XKeysymToKeycode(display, key);
    const unsigned long before = sum(display, field);
    const double start = now();
    XTestFakeKeyEvent(display, code, True, 0);
    XTestFakeKeyEvent(display, code, False, 0);
    XSync(display, False);
    while (sum(display, field) == before && now() - start < GIVE_UP)
        ;
    return now() - start;
}

// As on a desktop, where a window manager is; without one GTK asks for it at each key.
static void announce_manager(Display *display)
{
    const Window root = DefaultRootWindow(display);
    const Window own = XCreateSimpleWindow(display, root, -9, -9, 1, 1, 0, 0, 0);
    const Atom check = XInternAtom(display, "_NET_SUPPORTING_WM_CHECK", False);
    const Window named[] = {root, own};
    for (int i = 0; i < 2; i++)
        XChangeProperty(display, named[i], check, XA_WINDOW, 32, PropModeReplace,
                        (const unsigned char *)&own, 1);
}

static int compare(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

int main(int argc, char **argv)
{
    Display *display = XOpenDisplay(NULL);
    double times[2][KEYS];
    if (!display || argc != 7)
        return fprintf(stderr, "usage: key_to_pixel WINDOW_ID X Y WINDOW_ID X Y\n"), 2;
    announce_manager(display);
    for (int i = 0; i < KEYS; i++)
        for (int w = 0; w < 2; w++) {
            char **words = argv + 1 + 3 * w;
            const struct field field = {strtoul(words[0], NULL, 0), atoi(words[1]), atoi(words[2])};
            XSetInputFocus(display, field.window, RevertToPointerRoot, CurrentTime);
            XSync(display, False);
            sleep_for(80);
            times[w][i] = press(display, &field, i % 2 ? XK_BackSpace : XK_1);
        }
    for (int w = 0; w < 2; w++)
        qsort(times[w], KEYS, sizeof **times, compare);
    const double one = times[0][KEYS / 2], other = times[1][KEYS / 2];
    printf("%.1f ms and %.1f ms\t%.2f x", one, other, one / other);
    XCloseDisplay(display);
    return 0;
}
