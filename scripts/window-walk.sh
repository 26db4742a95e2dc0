#!/usr/bin/env bash
# Opens the real window on a sample centre in a screen in memory, walks through every section by keyboard, and fails on
# what Fyne says about calls from the wrong goroutine. Built without the migrated_fynedo tag and away from FyneApp.toml:
# only then does Fyne check, and only in its real driver; under the test driver a wrong call stays silent.
set -eu
cd "$(dirname "$0")/.."

for name in xvfb-run xdotool; do
	command -v $name >/dev/null 2>&1 && continue
	echo "$name is not here, so the window is not walked through (SAYA_REQUIRE_WINDOW=1 make test installs it)"
	[ -n "${SAYA_REQUIRE_WINDOW:-}" ] && exit 1
	exit 77
done

dir=$PWD/build/walk
rm -rf "$dir" && mkdir -p "$dir/home"
go build -buildvcs=false -tags no_animations,no_emoji -o "$dir/saya" .
"$dir/saya" sample --dir "$dir/centre" --seed 1 --until 2026-10-31 --volunteers 60 --events 40

cat >"$dir/walk.sh" <<'WALK'
cd "$1"
export HOME=$1/home XDG_CONFIG_HOME=$1/home XDG_CACHE_HOME=$1/home LANG=ru_RU.UTF-8 LIBGL_ALWAYS_SOFTWARE=1
unset WAYLAND_DISPLAY
./saya --dir centre >saya.log 2>&1 &
program=$!
trap 'kill $program 2>/dev/null' EXIT
for _ in $(seq 120); do
	window=$(xdotool search --onlyvisible --name 'Saya|Сая' 2>/dev/null | head -n 1)
	[ -z "$window" ] || break
	kill -0 $program 2>/dev/null || { echo "the program ended before its window came"; exit 1; }
	sleep 0.5
done
[ -n "$window" ] || { echo "no window came in a minute"; exit 1; }
sleep 2
xdotool windowfocus "$window"
for section in 1 2 3 4 5 6 7 8 1; do
	xdotool key "ctrl+$section"
	sleep 1
done
for key in ctrl+2 ctrl+f b a ctrl+n Escape Escape ctrl+3 Down Down Return; do
	xdotool key "$key"
	sleep 0.5
done
kill -0 $program 2>/dev/null || { echo "the program ended during the walk"; exit 1; }
WALK
xvfb-run -a -s "-screen 0 1440x900x24" bash "$dir/walk.sh" "$dir" || { cat "$dir/saya.log"; exit 1; }
if grep -n 'Error in Fyne call thread\|panic:\|fatal error:' -A 4 "$dir/saya.log" | head -n 60 | grep .; then
	echo "Fyne was called from the wrong goroutine (or the program broke): see the lines above"
	exit 1
fi
