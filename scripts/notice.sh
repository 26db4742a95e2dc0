#!/usr/bin/env bash
# Writes NOTICE: the licence of everything that is linked into the program for Linux, Windows and macOS, and of the
# fonts and pictures in it. Stops at a licence that is not on the list of permissive ones.
set -eu
cd "$(dirname "$0")/.."
allowed=' MIT BSD-2-Clause BSD-3-Clause ISC Apache-2.0 Zlib '
bin=${SAYA_TOOLS:?set by the Makefile}/bin
GOBIN=$bin go install github.com/google/go-licenses@v1.6.0

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# shellcheck disable=SC2016
printf '{{range .}}{{.Name}}\t{{.Version}}\t{{.LicenseName}}\t{{.LicensePath}}\n{{end}}' >"$work/template"
for system in linux windows darwin; do
	# It also looks for addresses of the licences on the internet; without one it only grumbles.
	GOOS=$system GOFLAGS=-tags=migrated_fynedo,no_animations,no_emoji CGO_ENABLED=1 \
		"$bin/go-licenses" report . --ignore saya --template "$work/template" 2>"$work/$system.log" ||
		{ tail -n 5 "$work/$system.log" >&2; exit 1; }
done | sort -u >"$work/libraries"

section() { printf '\n%s\n%s\n' "$1" '--------------------------------------------------------------------------------'; }

while IFS=$'\t' read -r name _ licence path; do
	[[ $allowed == *" $licence "* ]] && [ -f "$path" ] && continue
	echo "notice: the licence of $name ($licence) is not one of:$allowed" >&2
	exit 1
done <"$work/libraries"

{
	echo 'Saya contains or is linked with the works of others listed here. Written by `make notice`.'
	echo
	echo "Go and its standard library: BSD-3-Clause"
	echo "Noto Sans (assets/fonts): SIL Open Font License 1.1"
	echo "Phosphor icons (assets/icons): MIT"
	echo "SQLite (in github.com/mattn/go-sqlite3): public domain, https://sqlite.org/copyright.html"
	echo "GLFW (in github.com/go-gl/glfw): Zlib"
	echo "Fonts of Fyne (in fyne.io/fyne/v2): SIL Open Font License 1.1, Bitstream Vera, MIT"
	while IFS=$'\t' read -r name version licence _; do echo "$name $version: $licence"; done <"$work/libraries"
	section 'Go and its standard library'
	cat "$(go env GOROOT)/LICENSE"
	section 'Noto Sans'
	cat assets/fonts/OFL.txt
	section 'Phosphor icons'
	cat assets/icons/LICENSE
	section 'GLFW'
	cat "$(go list -m -f '{{.Dir}}' github.com/go-gl/glfw/v3.4/glfw)/glfw/LICENSE.md"
	section 'Fonts of Fyne'
	cat "$(go list -m -f '{{.Dir}}' fyne.io/fyne/v2)"/theme/font/LICENSE*
	while IFS=$'\t' read -r name _ _ path; do
		section "$name"
		cat "$path"
	done <"$work/libraries"
} | sed 's/\r$//; s/[ \t]*$//' >"$work/NOTICE"
mv "$work/NOTICE" NOTICE
echo "NOTICE: $(wc -l <"$work/libraries") libraries, all of them permissive"
