#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The window on a display of its own: desktop.sh ORJON SOURCE_FOLDER ORJON_WINDOW. Keys come as a keyboard gives
# them, Bengali as an input method commits it.
# shellcheck source=../cli/lib.sh disable=SC2034,SC2154
. "$(dirname "$0")/../cli/lib.sh"
window=$3
for tool in Xvfb xdotool; do
    command -v $tool >/dev/null || { echo "$tool is not installed"; exit 77; }
done
extra=(XDG_CONFIG_HOME="$work/config" GTK_IM_MODULE=gtk-im-context-simple NO_AT_BRIDGE=1 GSETTINGS_BACKEND=memory)
extra+=(XDG_RUNTIME_DIR="$work" ASAN_OPTIONS="${ASAN_OPTIONS:-detect_leaks=0}")

wait_for() { # SECONDS COMMAND…: until it is true
    local tries=$(($1 * 20))
    shift
    while ! "$@"; do
        ((tries-- > 0)) || return 1
        sleep 0.05
    done
}
display=
display_up() {
    Xvfb -displayfd 3 -screen 0 1280x900x24 3>number 2>/dev/null &
    xvfb=$!
    wait_for 10 test -s number || { echo "no display could be made"; exit 1; }
    display=:$(cat number)
    rm number
}
display_down() {
    kill "$xvfb" 2>/dev/null
    wait "$xvfb" 2>/dev/null
}
trap 'kill $xvfb 2>/dev/null; chmod -R u+w "$work" 2>/dev/null; rm -rf "$work"' EXIT
x() { DISPLAY=$display xdotool "$@"; }
keys() { # each at its time, as from a hand
    local key
    for key; do
        x key --clearmodifiers "$key"
        sleep 0.2
    done
}
typed() {
    x type --delay 60 "$1"
    sleep 0.3
}
open_window() { # WORD…: for orjon-window
    scrubbed DISPLAY="$display" "$window" "$@" -- "$program" --db "$db" --as-of 2023-10-05 >out 2>err &
    opened=$!
    wait_for 10 x search --class orjon-window >/dev/null 2>&1 || { code=0 out=$(cat out) err=$(cat err) && fail "no window"; }
    sleep 1.2
}
closed() { ! kill -0 "$opened" 2>/dev/null; }
wait_closed() {
    wait_for 10 closed || pkill -KILL -f "^$window "
    wait "$opened" 2>/dev/null
    code=$? out=$(cat out) err=$(cat err)
}
journal() { scrubbed "$program" --db "$db" log --format tsv 2>/dev/null | tail -n "${1:-1}"; }

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
keys Return Escape Escape F10
wait_closed
is "F10 reaches the program, and its window closes" "$code" 0
is "nothing is said" "$err" ""
check "a Latin digit was typed" grep -q $'\t3\t' <(journal 3)
check "a Bengali digit was committed" grep -q $'\t৪\t' <(journal 3)
check "a remark was committed, its conjuncts whole" grep -q 'আবেদন নিষ্পত্তি' <(journal)

# Text is marked with the mouse, copied and pasted.
open_window --size 100x30
keys Return
x mousemove 15 431 mousedown 1 mousemove 200 431 mousemove 350 431 mouseup 1
sleep 0.3
keys ctrl+shift+c F6 F6
keys ctrl+shift+v Return Escape Escape F10
wait_closed
is "closed again" "$code" 0
check "what was marked came back as text" grep -q 'সেবা প্রদান প্রতিশ্রুতি হালনাগাদকরণ' <(journal)

# … and from right to left as well, with the letter that it began on.
open_window --size 100x30
keys Return
x mousemove 338 431 mousedown 1 mousemove 200 431 mousemove 15 431 mouseup 1
sleep 0.3
keys ctrl+shift+c Down F6 F6
keys ctrl+shift+v Return Escape Escape F10
wait_closed
check "marked from right to left" grep -q 'সেবা প্রদান প্রতিশ্রুতি হালনাগাদকরণ' <(journal)

# The window is told to end, its program is killed, its display goes away: what was saved is there.
for way in end kill display; do
    open_window --size 80x24
    keys Return
    typed 7
    keys Return
    typed 123
    case $way in
    end) pkill -TERM -f "^$window " ;;
    kill) kill -KILL "$(pgrep -f "^$program --db $db")" ;;
    display) display_down ;;
    esac
    sleep 0.5
    [ "$way" = kill ] && keys space
    wait_closed
    wait_for 10 sh -c "! pgrep -f '^$program --db $db' >/dev/null"
    check "$way: the program has ended" sh -c "! pgrep -f '^$program --db $db' >/dev/null"
    check "$way: the figure is there" grep -q $'\t7\t' <(journal 4)
    run verify
    check "$way: the file is sound" test "$code" = 0
    [ "$way" = display ] && display_up
    run undo >/dev/null
done

# Sizes of letters, colours, the whole screen; and they are remembered.
open_window --size 90x25 --dark
keys ctrl+plus ctrl+plus F11 F11
keys F10
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
check "Shift+Backspace takes a digit away" grep -q $'\t14\t' <(journal 4)

# A program that does not start, and one that fails.
scrubbed DISPLAY="$display" "$window" -- no-such-program >out 2>err &
opened=$!
sleep 1.5
keys space
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
