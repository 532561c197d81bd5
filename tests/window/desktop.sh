#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The window on a display of its own: desktop.sh ORJON SOURCE_FOLDER ORJON_WINDOW DRAG. Keys come as a keyboard gives
# them, one behind the other; what they do is waited for.
# shellcheck source=../cli/lib.sh disable=SC2034,SC2154
. "$(dirname "$0")/../cli/lib.sh"
window=$3 drag=$4
for tool in Xvfb xdotool xkbcomp; do
    command -v $tool >/dev/null || { echo "$tool is not installed"; exit 77; }
done
extra=(XDG_CONFIG_HOME="$work/config" GTK_IM_MODULE=gtk-im-context-simple NO_AT_BRIDGE=1 GSETTINGS_BACKEND=memory)
extra+=(XDG_RUNTIME_DIR="$work" ASAN_OPTIONS="${ASAN_OPTIONS:-detect_leaks=0}")

# --- a display ---------------------------------------------------------------------------------------------------

# Letters of the tests, each on a key of its own, so that the keyboard need not be changed for them while keys are
# still on their way.
keyboard() {
    local key=13 letter
    echo 'xkb_keymap { xkb_keycodes { include "evdev+aliases(qwerty)" }; xkb_types { include "complete" };'
    echo 'xkb_compatibility { include "complete" }; xkb_symbols { include "pc+us+inet(evdev)"'
    for letter in 09EA 0986 09AC 09C7 09A6 09A8 09BF 09B7 09CD 09AA 09A4; do # ৪ and those of আবেদন নিষ্পত্তি
        echo "key <FK$key> { type = \"ONE_LEVEL\", [ U$letter ] };"
        key=$((key + 1))
    done
    echo '}; };'
}
display=
# It stays when its last client leaves, and a key is not repeated where its release comes late.
display_up() {
    local number=
    mkfifo number
    Xvfb -displayfd 3 -noreset -r -screen 0 1280x900x24 3>number 2>/dev/null &
    xvfb=$!
    read -r -t "$patience" number <number
    rm number
    [ "$number" ] || { echo "no display could be made"; exit 1; }
    display=:$number
    keyboard | xkbcomp -w0 - "$display" || exit 1
}
display_down() {
    kill "$xvfb" 2>/dev/null
    wait "$xvfb" 2>/dev/null
}
trap 'kill $xvfb $opened 2>/dev/null; chmod -R u+w "$work" 2>/dev/null; rm -rf "$work"' EXIT
x() { DISPLAY=$display xdotool "$@"; }
keys() { x key --clearmodifiers "$@"; }
typed() { x type "$1"; }

# --- a window ----------------------------------------------------------------------------------------------------

opened='' inside='' # the window's process and its program's
find_window() { x search --all --onlyvisible --pid "$opened" --class orjon-window 2>/dev/null; }
is_mapped() { find_window >/dev/null; }
has_child() { inside=$(pgrep -P "$opened" | head -n 1) && [ "$inside" ]; }
is_raw() { stty -F "/proc/$inside/fd/0" -a 2>/dev/null | grep -q -e -icanon; } # what is typed from now on are its keys
gone() { [ ! -e "/proc/$1" ] || grep -q '^State:.Z' "/proc/$1/status" 2>/dev/null; }
start_window() { # WORD…: for orjon-window
    scrubbed_exec DISPLAY="$display" "$window" "$@" >out 2>err &
    opened=$!
    wait_for is_mapped && wait_for has_child || { code=0 out=$(cat out) err=$(cat err) && fail "no window: $*"; }
}
open_window() { # WORD…: for orjon-window, with orjon in it
    start_window "$@" -- "$program" --db "$db" --as-of 2023-10-05
    wait_for is_raw || fail "its program does not take the terminal"
}
wait_closed() {
    wait_for gone "$opened" || { fail "it does not close" && kill -KILL "$opened"; }
    wait "$opened" 2>/dev/null
    code=$? out=$(cat out) err=$(cat err)
}
key_closes() { keys space && gone "$opened"; } # once its program has ended
journal() { scrubbed "$program" --db "$db" log --format tsv 2>/dev/null; }
logged() { journal | grep -q "$1"; }
saved() { wait_for logged "$1" || fail "never saved: $1"; }

sample
display_up

# A return is typed.
open_window --size 100x30
keys Return
typed 3
keys Return
typed ৪
keys Return Up
keys F6 F6
typed 'আবেদন নিষ্পত্তি'
keys Return F10
wait_closed
is "F10 reaches the program, and its window closes" "$code" 0
is "nothing is said" "$err" ""
check "a Latin digit was typed" logged $'\t3\t'
check "a Bengali digit was committed" logged $'\t৪\t'
check "a remark was committed, its conjuncts whole" logged 'আবেদন নিষ্পত্তি'

# Text is marked with the mouse, though the program takes clicks, then copied and pasted; and keys are those of xterm.
# The program knows from the window's answer that its text is there.
sentence='সেবা প্রদান প্রতিশ্রুতি হালনাগাদকরণ'
cat >subject <<'END'
stty raw -echo
printf '\033[?1000h\033[?1006h\033[2J\033[5;2H%s\033[6n' "$1"
while [ "$(dd bs=1 count=1 2>/dev/null)" != R ]; do :; done
: >shown
exec cat >got
END
has_come() { [ "$(cat got)" = "$1" ]; }
start_window --size 100x30 -- sh subject "$sentence"
wait_for test -e shown
x mousemove 15 116 mousedown 1 mousemove 200 116 mousemove 350 116 mouseup 1
keys ctrl+shift+c ctrl+shift+v
check "what was marked comes back as text" wait_for has_come "$sentence"
# … and from right to left as well, with the letter that it began on.
x mousemove 338 116 mousedown 1 mousemove 200 116 mousemove 15 116 mouseup 1
keys ctrl+shift+c Return ctrl+shift+v
check "marked from right to left" wait_for has_come "$sentence"$'\r'"$sentence"
keys Escape F10
check "Escape and a function key" wait_for has_come "$sentence"$'\r'"$sentence"$'\e\e[21~'
kill "$opened"
wait_closed

# Files dragged in come as a terminal types them. A window manager would say that the window is one.
if command -v xprop >/dev/null; then
    printf 'stty raw -echo\n: >shown\nexec cat >got\n' >subject
    rm -f shown got
    start_window --size 100x30 -- sh subject
    wait_for test -e shown
    DISPLAY=$display xprop -id "$(find_window | head -n 1)" -f WM_STATE 32c -set WM_STATE 1
    scrubbed_exec DISPLAY="$display" "$drag" 'file:///tmp/%e0%a6%95%20b.pdf' "file:///tmp/it's.pdf" >/dev/null 2>&1 &
    dragging=$!
    wait_for x search --onlyvisible --pid "$dragging" >/dev/null 2>&1
    dropped() { # again where the window did not answer in time
        x mousemove 1200 830 mousedown 1 mousemove 1150 800 mousemove 900 600 mousemove 300 200 mousemove 205 105 sleep 0.3 mouseup 1 sleep 0.3
        [ -s got ]
    }
    wait_for dropped
    is "files that are dropped" "$(cat got)" "'/tmp/ক b.pdf' '/tmp/it'\\''s.pdf'"
    kill "$dragging" "$opened"
    wait_closed
fi

# The window is told to end, its program is killed, its display goes away: what was saved is there.
for way in end kill display; do
    sample
    open_window --size 80x24
    keys Return
    typed 7
    keys Return
    saved $'\t7\t'
    typed 123
    case $way in
    end) kill "$opened" ;;
    kill) kill -KILL "$inside" && wait_for key_closes ;;
    display) display_down ;;
    esac
    wait_closed
    check "$way: the program has ended" wait_for gone "$inside"
    check "$way: the figure is there" logged $'\t7\t'
    run verify
    check "$way: the file is sound" test "$code" = 0
    [ "$way" = display ] && display_up
done

# Sizes of letters, colours, the whole screen; and they are remembered.
width() { x getwindowgeometry --shell "$(find_window)" | sed -n 's/^WIDTH=//p'; }
is_wider() { (($(width) > $1)); }
open_window --size 90x25 --dark
for step in 1 2; do
    was=$(width)
    keys ctrl+plus
    check "larger letters widen it ($step)" wait_for is_wider "$was"
done
keys F11 F11 F10
wait_closed
is "it lives through them" "$code" 0
check "the size of the letters is kept" grep -q 'font-size=20' config/orjon/window.ini
check "the colours are kept" grep -q 'dark=1' config/orjon/window.ini
check "the size of the window is kept" grep -q 'columns=90' config/orjon/window.ini
printf '\0garbage\n[window]\nfont-size=-3\nrows=99999999999\n' >config/orjon/window.ini
open_window
keys F10
wait_closed
is "settings that cannot be read are none" "$code" 0
printf '[window]\nfont=Gone Bengali\n' >config/orjon/window.ini
open_window
keys F10
wait_closed
is "a font that has gone is as if none were chosen" "$code" 0

# Keys as a Bengali layout gives them: with Shift held down all the time.
open_window
keys Return
typed 12
keys shift+BackSpace
typed 4
keys shift+Return F10
wait_closed
check "Shift+Backspace takes a digit away" logged $'\t14\t'

# A program that does not start, and one that fails.
scrubbed_exec DISPLAY="$display" "$window" -- no-such-program >out 2>err &
opened=$!
wait_for is_mapped
wait_for key_closes
wait_closed
is "a program that is not there" "$code" 127
display_down

# No display.
extra+=(DISPLAY=)
scrubbed "$window" -- true >out 2>err </dev/null
code=$? out=$(cat out) err=$(cat err)
check "no display and no terminal: refused" test "$code" = 1
check "with a sentence" has "$err" 'ডিসপ্লে'
if command -v script >/dev/null; then
    scrubbed script -qec "$window -- echo in the terminal" typed </dev/null >/dev/null
    check "no display: the program runs in the terminal" grep -q 'in the terminal' typed
fi

# Pictures need no display.
picture() { scrubbed "$window" "$@" >out 2>err; code=$? out=$(cat out) err=$(cat err); }
picture --lang en --screenshot one.png --keys '<Enter><F6>' -- "$program" --db "$db" --as-of 2023-10-05
ok "a picture"
is "of 80 by 24 letters" "$(od -An -j16 -N8 -tu1 one.png | tr -s ' ')" " 0 0 3 32 0 0 2 88"
picture --lang en --screenshot one.png -- true
check "a picture that exists is kept" test "$code" = 1
check "and named" has "$err" 'one.png'
picture --lang en --screenshot one.png --force --size 20x4 --font-size 24 -- true
ok "unless it is said otherwise"
picture --lang en --screenshot two.png --keys '<Nonsense>' -- true
check "no such key" test "$code" = 1
check "which is named" has "$err" 'Nonsense'
check "and no picture" test ! -e two.png
picture --lang en --screenshot two.png --font 'No Such Font' -- true
check "no such font" has "$err" 'No Such Font'
check "the package is named" has "$err" 'fonts-noto-core'
printf '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><cachedir>%s</cachedir></fontconfig>' \
    "$work/cache" >fonts.conf
extra+=(FONTCONFIG_FILE="$work/fonts.conf")
picture --screenshot two.png -- true
check "no fonts at all" test "$code" = 1
check "the package is named in Bengali" has "$err" 'fonts-noto-core'

# Words that are not understood.
for words in '--nonsense' '--size 80' '--size 0x0' '--size 80x24x3' '--size 99999x24' '--font-size 5' '--font-size big' \
    '--lang xx' '--keys a' '--screenshot' '--font '; do
    # shellcheck disable=SC2086 # words
    picture --lang en $words
    check "$words: refused" test "$code" = 2
    check "$words: with one line" one_line "$err"
done
picture --lang en --help
says "its help" '--screenshot FILE'
picture --help
check "its help in Bengali" bengali "$out"
picture --version
says "its version" 'orjon-window'
finish
