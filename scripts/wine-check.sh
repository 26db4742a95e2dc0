#!/usr/bin/env bash
# Starts the Windows program under Wine on a sample centre, in a screen in memory, and passes when its window comes.
# The picture of it stays in build/wine/window.png. wine-check.sh [PROGRAM.exe]
set -eu
cd "$(dirname "$0")/.."
dir=$PWD/build/wine
mkdir -p "$dir"
exe=${1:-}
if [ -z "$exe" ]; then
	scripts/package.sh windows
	exe=$(ls -t build/package/saya-*-windows-amd64/saya.exe | head -n 1)
fi
exe=$(realpath "$exe")

export WINEPREFIX=$dir/prefix WINEDEBUG=-all WINEDLLOVERRIDES="mscoree,mshtml=;bcryptprimitives=n"
x86_64-w64-mingw32-gcc -O2 -shared -s -o "$dir/bcryptprimitives.dll" scripts/wine/bcryptprimitives.c -ladvapi32
rm -rf "$dir/centre" "$dir/window.png"

cat >"$dir/show.sh" <<'SHOW'
cd "$1"
[ -d prefix/drive_c/windows/system32 ] || wineboot -i
cp bcryptprimitives.dll prefix/drive_c/windows/system32/
trap 'wineserver -k' EXIT
wine "$2" sample --dir centre --seed 1 --until 2026-10-31 >sample.log 2>&1 || { echo "saya.exe sample failed"; cat sample.log; exit 1; }
wine "$2" --dir centre >saya.log 2>&1 &
for _ in $(seq 180); do
	window=$(xdotool search --onlyvisible --name 'Saya|Сая' 2>/dev/null | head -n 1)
	[ -z "$window" ] || break
	kill -0 $! 2>/dev/null || { echo "the program ended before its window came"; cat saya.log; exit 1; }
	sleep 0.5
done
[ -n "$window" ] || { echo "no window came in 90 seconds"; exit 1; }
sleep 6
import -window root window.png
xdotool getwindowname "$window"
SHOW
xvfb-run -a -s "-screen 0 1440x900x24" bash "$dir/show.sh" "$dir" "$exe"
colours=$(identify -format %k "$dir/window.png")
[ "$colours" -gt 8 ] || { echo "the window came but nothing is drawn in it ($colours colours)"; exit 1; }
echo "wine-check: PASSED, the picture is build/wine/window.png"
