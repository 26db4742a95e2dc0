#!/usr/bin/env bash
# Starts the Windows program under Wine on a sample centre, in a screen in memory, and passes when its window comes, when
# nothing is written into its folder, and when a message comes in place of the window where there is no OpenGL.
# Pictures: build/wine/window.png, build/wine/no-opengl.png. wine-check.sh [PROGRAM.exe]
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
rm -rf "$dir/centre" "$dir/window.png" "$dir/no-opengl.png" "$dir/without"
mkdir -p "$dir/without"
cp "$exe" "$dir/without/saya.exe"
x86_64-w64-mingw32-gcc -O2 -shared -s -Wno-attributes -o "$dir/without/opengl32.dll" scripts/wine/opengl32.c

cat >"$dir/show.sh" <<'SHOW'
cd "$1"
[ -d prefix/drive_c/windows/system32 ] || wineboot -i
cp bcryptprimitives.dll prefix/drive_c/windows/system32/
trap 'wineserver -k' EXIT

# shown NAME PICTURE: waits for a window of the program $! and takes its picture.
shown() {
	local window=
	for _ in $(seq 180); do
		window=$(xdotool search --onlyvisible --name "$1" 2>/dev/null | head -n 1)
		[ -z "$window" ] || break
		kill -0 "$program" 2>/dev/null || { echo "the program ended before its window came"; cat saya.log; exit 1; }
		sleep 0.5
	done
	[ -n "$window" ] || { echo "no window came in 90 seconds"; exit 1; }
	sleep 6
	import -window root "$2"
	xdotool getwindowname "$window"
}

find "$(dirname "$2")" | sort >before
wine "$2" check --system --dir . --lang ru || { echo "saya.exe does not think that it can run here"; exit 1; }
wine "$2" sample --dir centre --seed 1 --until 2026-10-31 >sample.log 2>&1 || { echo "saya.exe sample failed"; cat sample.log; exit 1; }
wine "$2" --dir centre >saya.log 2>&1 &
program=$!
shown 'Saya|Сая' window.png
kill $program && wait $program
wineserver -k
find "$(dirname "$2")" | sort | cmp - before || { echo "the program wrote into its own folder: an update would lose that"; exit 1; }

export WINEDLLOVERRIDES="$WINEDLLOVERRIDES;opengl32=n"
if wine without/saya.exe check --system --dir . --lang ru; then echo "no OpenGL, and nobody was told"; exit 1; fi
wine without/saya.exe --dir centre >saya.log 2>&1 &
program=$!
shown 'Saya|Сая' no-opengl.png
xdotool key Return
wait $program && { echo "without OpenGL the program ended as if all were well"; exit 1; }
grep -q OpenGL saya.log
SHOW
xvfb-run -a -s "-screen 0 1440x900x24" bash "$dir/show.sh" "$dir" "$exe"
for picture in window no-opengl; do
	colours=$(identify -format %k "$dir/$picture.png")
	[ "$colours" -gt 8 ] || { echo "the window came but nothing is drawn in it ($colours colours): $picture.png"; exit 1; }
done
echo "wine-check: PASSED, the pictures are build/wine/window.png and build/wine/no-opengl.png"
