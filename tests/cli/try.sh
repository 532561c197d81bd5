#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# ./try in a folder that was moved after it had been built there. Nothing is installed or built here: stand-ins note
# that they were asked. Usage: try.sh PROGRAM SOURCE
# shellcheck source=lib.sh disable=SC2154
. "$(dirname "$0")/lib.sh"
at="$work/আমার ফোল্ডার"
mkdir -p "$at/tools" "$at/build/sample" "$at/build/CMakeFiles" bin
cp "$source_dir/try" "$at/"
printf '#!/bin/sh\necho "$@" >>"%s/asked"\n' "$work" | tee bin/cmake >"$at/tools/install-missing"
printf '#!/bin/sh\necho "the sample"\n' >"$at/build/orjon"
chmod +x bin/cmake "$at/tools/install-missing" "$at/build/orjon"
touch "$at/build/sample/office.db"
tries() { # FOLDER: built there
    echo "CMAKE_HOME_DIRECTORY:INTERNAL=$1" >"$at/build/CMakeCache.txt"
    extra=(PATH="$work/bin:$PATH")
    scrubbed "$at/try" >out 2>err </dev/null
    code=$? out=$(cat out) err=$(cat err)
}
tries "$at"
is "where it was built" "$code $out $err" "0 the sample "
check "what CMake knows stays" test -e "$at/build/CMakeCache.txt"
check "packages are asked for" has "$(cat asked)" libsqlite3-dev
check "it is built" has "$(cat asked)" "--build build"
tries "$work/elsewhere"
is "where it was moved to" "$code $out $err" "0 the sample "
check "what CMake knows is of the other folder and goes" test ! -e "$at/build/CMakeCache.txt" -a ! -e "$at/build/CMakeFiles"
check "the sample stays" test -e "$at/build/sample/office.db"
finish
