#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# with_drive COMMAND…: runs it with the folder of a pen drive in $DRIVE, mounted in a name space of its own. Where that
# is not allowed $DRIVE is empty. A drive is none that is in memory; what lies over it is not seen to be.
set -u
if [ -z "${DRIVE-}" ] && unshare -rm true 2>/dev/null; then
    DRIVE=to_mount exec unshare -rm "$BASH" "$0" "$@"
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/stick" "$folder/memory"
if [ -n "${DRIVE-}" ] && mount -t tmpfs -o size=20m memory "$folder/memory" && mkdir "$folder/memory/"{lower,upper,work} &&
    mount -t overlay -o "lowerdir=$folder/memory/lower,upperdir=$folder/memory/upper,workdir=$folder/memory/work" stick "$folder/stick"; then
    trap 'umount "$folder/stick" "$folder/memory"; rm -rf "$folder"' EXIT
    export DRIVE=$folder/stick
else
    export DRIVE=
fi
"$@"
