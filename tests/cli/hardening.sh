#!/usr/bin/env bash
# What the compiler and the linker were asked for is in the binary: hardening ORJON
set -u
orjon=$1
bad=0
checks=0
facts=$(readelf -Wl -Wd -Wh -Wn --dyn-syms "$orjon" 2>/dev/null) || exit 1
if grep -q __asan_init <<<"$facts"; then
    echo "built with sanitizers, which have their own ways"
    exit 77
fi
has() { # WHAT PATTERN
    checks=$((checks + 1))
    grep -qE "$2" <<<"$facts" || { echo "FAILED: $1"; bad=$((bad + 1)); }
}
has_not() {
    checks=$((checks + 1))
    grep -E "$2" <<<"$facts" && { echo "FAILED: $1"; bad=$((bad + 1)); }
}
has 'position independent' 'Type: +DYN'
has 'tables read-only' 'GNU_RELRO'
has 'bound at the start' 'BIND_NOW|Flags:.* NOW'
has 'a stack that is not run' 'GNU_STACK.* RW +0x'
has 'stack canaries' '__stack_chk_fail'
has 'checked copies' '__[a-z]+_chk(@|$)'
has_not 'no segment both written and run' 'LOAD.* RWE '
has_not 'no search path for libraries' 'RPATH|RUNPATH'
has_not 'no shell' ' (system|popen|wordexp)@'
has_not 'nothing without a bound' ' (gets|strcpy|strcat|sprintf|vsprintf)@'
echo "$checks checks, $bad failed"
[ "$bad" -eq 0 ]
