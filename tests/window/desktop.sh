#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The window on a display of its own: desktop.sh ORJON SOURCE_FOLDER ORJON_WINDOW DRAG CLOSE. Keys come as a keyboard gives
# them, one behind the other; what they do is waited for.
# shellcheck source=../cli/lib.sh disable=SC2034,SC2154
. "$(dirname "$0")/../cli/lib.sh"
window=$3 drag=$4 close=$5
for tool in Xvfb xdotool xkbcomp; do
    command -v $tool >/dev/null || { echo "$tool is not installed"; exit 77; }
done
extra=(XDG_CONFIG_HOME="$work/config" GTK_IM_MODULE=gtk-im-context-simple NO_AT_BRIDGE=1 GSETTINGS_BACKEND=memory)
extra+=(XDG_RUNTIME_DIR="$work" ASAN_OPTIONS="${ASAN_OPTIONS:-detect_leaks=0}")

# --- a display ---------------------------------------------------------------------------------------------------

# Letters of the tests, each on a key of its own, so that the keyboard need not be changed for them while keys are
# still on their way. F1 to F12 are of one level: xdotool takes Alt for a part of those of xkb-data 2.48.
keyboard() {
    local key letter
    echo 'xkb_keymap { xkb_keycodes { include "evdev+aliases(qwerty)" }; xkb_types { include "complete" };'
    echo 'xkb_compatibility { include "complete" }; xkb_symbols { include "pc+us+inet(evdev)"'
    for ((key = 1; key <= 12; key++)); do
        printf 'replace key <FK%02d> { type = "ONE_LEVEL", [ F%d ] };\n' $key $key
    done
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

opened='' # the window's process
find_window() { x search --all --onlyvisible --pid "$opened" --class orjon-window 2>/dev/null; }
is_mapped() { find_window >/dev/null; }
is_titled() { x getwindowname "$(find_window | tail -n 1)" | grep -q "^$1\$"; }
gone() { [ ! -e "/proc/$1" ] || grep -q '^State:.Z' "/proc/$1/status" 2>/dev/null; }
open_window() { # WORD…
    scrubbed_exec DISPLAY="$display" "$window" --db "$db" --as-of 2023-10-05 "$@" >out 2>err &
    opened=$!
    wait_for is_mapped || { code=0 out=$(cat out) err=$(cat err) && fail "no window: $*"; }
}
wait_closed() {
    wait_for gone "$opened" || { fail "it does not close" && kill -KILL "$opened"; }
    wait "$opened" 2>/dev/null
    code=$? out=$(cat out) err=$(cat err)
}
journal() { scrubbed "$program" --db "$db" log --format tsv 2>/dev/null; }
logged() { journal | grep -q -e "$1"; }
saved() { wait_for logged "$1" || fail "never saved: $1"; }

# The window has taken every key that was sent: it sleeps, and nothing wakes it, for there is no clock in it.
switches() { grep ctxt "/proc/$opened/status" 2>/dev/null; }
sleeps() {
    local before
    before=$(switches)
    sleep 0.2
    grep -q '^State:.S' "/proc/$opened/status" && [ "$before" = "$(switches)" ]
}

# The return is seen, for what the mouse does is about what is seen: its first figure is typed anew and saved.
see_return() { # FIGURE
    typed "$1"
    keys Return
    saved $'\t'"$1"$'\t'
    keys Up
}

sample
display_up
mkdir -p config/orjon
printf '[window]\nline-spacing=0\n' >config/orjon/window.ini # rows are clicked where the letters alone set them

# A return is typed.
open_window --size 100x30
check "the title names the office" wait_for is_titled 'উপজেলা সমবায় কার্যালয়.* – অর্জন'
keys Return
check "the title names the plan" wait_for is_titled 'অভিযোগ প্রতিকার[^–]* – উপজেলা.* – অর্জন'
typed 3
keys Return
typed ৪
keys Return Up
keys F6
typed 'আবেদন নিষ্পত্তি'
keys Return F10
wait_closed
is "F10 leaves, and the window closes" "$code" 0
is "nothing is said" "$err" ""
check "a Latin digit was typed" logged $'\t3\t'
check "a Bengali digit was committed" logged $'\t৪\t'
check "a remark was committed, its conjuncts whole" logged 'আবেদন নিষ্পত্তি'

# Text is marked with the mouse, then copied and pasted; keys typed meanwhile wait behind it. The name of the first
# indicator stands in the sixth row.
marked='অভিযোগ নিষ্পত্তি'
open_window --size 100x30
keys Return
see_return 5
x mousemove 91 141 mousedown 1 mousemove 124 141 mousemove 201 141 mouseup 1
keys ctrl+shift+c F6 ctrl+a
keys ctrl+shift+v
typed ' x'
keys Return
check "what was marked comes back as text" wait_for logged "$marked x"
# … and from right to left as well, with the letter that it began on; Ctrl+V takes what the desktop has.
see_return 6
x mousemove 201 141 mousedown 1 mousemove 124 141 mousemove 91 141 mouseup 1
keys ctrl+shift+c F6 ctrl+u
keys ctrl+v
typed ' y'
keys Return
check "marked from right to left" wait_for logged "$marked y"
see_return 8
x mousemove 91 141 mousedown 1 mousemove 124 141 mousemove 201 141 mouseup 1
keys F6 ctrl+u
x mousemove 91 700 click 2
typed ' z'
keys Return
check "what is marked, by the middle button" wait_for logged "$marked z"
# A field's own text goes to the desktop.
keys F6 ctrl+a ctrl+c Escape Escape
keys F10
wait_closed
is "it closes" "$code" 0

# A click marks a row and is a key of the key bar; the wheel moves.
open_window --size 100x30
keys Return
see_return 9
x mousemove 640 341 click 1
typed 17
keys Return
check "a click goes to its row" wait_for logged $'2\\.2\\.1.*\t17\t'
x mousemove 640 341 click --repeat 2 --delay 20 1
keys BackSpace Return
check "a double click changes what is there" wait_for logged $'2\\.2\\.1.*\t1\t'
x mousemove 134 741 click 1 # Esc on the bar
x mousemove 540 166 click 5
keys Return
typed 2
keys Return F10
wait_closed
is "it lives through them" "$code" 0

# Files dragged in. A window manager would say that the window is one.
if command -v xprop >/dev/null; then
    printf '%%PDF-1.4\n' >'ক b.pdf'
    printf '%%PDF-1.5\n' >"it's.pdf"
    open_window --size 100x30
    keys Return ctrl+e
    DISPLAY=$display xprop -id "$(find_window | head -n 1)" -f WM_STATE 32c -set WM_STATE 1
    scrubbed_exec DISPLAY="$display" "$drag" "file://$work/%e0%a6%95%20b.pdf" "file://$work/it's.pdf" >/dev/null 2>&1 &
    dragging=$!
    wait_for x search --onlyvisible --pid "$dragging" >/dev/null 2>&1
    dropped() { # again where the window did not answer in time
        x mousemove 1200 830 mousedown 1 mousemove 1150 800 mousemove 900 600 mousemove 300 200 mousemove 205 105 sleep 0.3 mouseup 1 sleep 0.3
        logged 'ক b.pdf'
    }
    check "a file that is dropped is evidence" wait_for dropped
    check "and another" logged "it's.pdf"
    kill "$dragging" "$opened"
    wait_closed
fi

# The window is closed or told to end, it is killed, the display goes away: what was saved is there, and but for the
# one that is killed what was half typed as well.
for way in close end kill display; do
    sample
    open_window --size 80x24
    keys Return
    typed 7
    keys Return
    saved $'\t7\t'
    typed 123
    wait_for sleeps
    case $way in
    close) DISPLAY=$display "$close" "$(find_window | head -n 1)" ;;
    end) kill "$opened" ;;
    kill) kill -KILL "$opened" ;;
    display) display_down ;;
    esac
    wait_closed
    check "$way: the figure is there" logged $'\t7\t'
    [ "$way" = kill ] || check "$way: so is what was half typed" logged 'draft.*123'
    run verify
    check "$way: the file is sound" test "$code" = 0
    [ "$way" = display ] && display_up
done

# Sizes of letters, which the window keeps its own through, the whole screen; and they are remembered.
width() { x getwindowgeometry --shell "$(find_window)" | sed -n 's/^WIDTH=//p'; }
open_window --size 90x25 --dark
was=$(width)
keys ctrl+plus ctrl+plus
is "larger letters leave its size" "$(width)" "$was"
keys F11 F11 F10
wait_closed
is "it lives through them" "$code" 0
check "the size of the letters is kept" grep -q 'font-size=20' config/orjon/window.ini
check "there are fewer of them" grep -q 'columns=7' config/orjon/window.ini
open_window --size 90x25
keys F8 Return F2 Return ctrl+a
typed "$work/paper"
keys ctrl+plus
typed .pdf
keys Return
check "in a box over a paper's pages they are not typed" wait_for test -s "$work/paper.pdf"
keys F10
wait_closed
printf '\0garbage\n[window]\nfont-size=-3\nline-spacing=-7\nrows=99999999999\n' >config/orjon/window.ini
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
display_down

# No display.
extra+=(DISPLAY=)
scrubbed "$window" --db "$db" >out 2>err </dev/null
code=$? out=$(cat out) err=$(cat err)
check "no display and no terminal: refused" test "$code" = 1
check "with a sentence" has "$err" 'ডিসপ্লে'
if command -v script >/dev/null; then
    printf '\033[21~' | scrubbed TERM=xterm script -qec "$window --db $db" typed >/dev/null # F10
    check "no display: the screens open in the terminal" grep -q "$(printf '\033')" typed
fi

# Pictures need no display.
picture() { scrubbed "$window" --lang en --db "$db" --as-of 2023-10-05 "$@" >out 2>err; code=$? out=$(cat out) err=$(cat err); }
picture --screenshot one.png --keys '<Enter><F6>'
ok "a picture"
is "of 80 by 24 letters" "$(od -An -j16 -N8 -tu1 one.png | tr -s ' ')" " 0 0 3 48 0 0 2 176"
picture --screenshot one.png
check "a picture that exists is kept" test "$code" = 1
check "and named" has "$err" 'one.png'
picture --screenshot one.png --force --size 70x20 --font-size 24 --dark
ok "unless it is said otherwise"
picture --screenshot two.png --keys '<Nonsense>'
check "no such key" test "$code" = 1
check "which is named" has "$err" 'Nonsense'
check "and no picture" test ! -e two.png
picture --screenshot two.png --font 'No Such Font'
check "no such font" has "$err" 'No Such Font'
check "the package is named" has "$err" 'fonts-noto-core'
printf '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><cachedir>%s</cachedir></fontconfig>' \
    "$work/cache" >fonts.conf
extra+=(FONTCONFIG_FILE="$work/fonts.conf")
picture --screenshot two.png
check "no fonts at all" test "$code" = 1
check "the package is named" has "$err" 'fonts-noto-core'

# Words that are not understood.
for words in '--nonsense' '--size 80' '--size 0x0' '--size 80x24x3' '--size 99999x24' '--font-size 5' '--font-size big' \
    '--lang xx' '--keys a' '--screenshot' '--font ' 'word'; do
    # shellcheck disable=SC2086 # words
    picture $words
    check "$words: refused" test "$code" = 2
    check "$words: with one line" one_line "$err"
done
picture --help
says "its help" '--screenshot=FILE'
bare window --help
check "its help in Bengali" bengali "$out"
picture --version
says "its version" "orjon "
finish
