#!/usr/bin/env bash
# Every check, each with its time; the last line says whether all of them passed.
set -u
cd "$(dirname "$0")/.."
tags=(-tags migrated_fynedo,no_animations,no_emoji)
failed=() skipped=()

# step NAME COMMAND...: status 77 of the command means that it could not be done here.
step() {
	local name=$1 start=$SECONDS status
	shift
	printf '\n== %s\n' "$name"
	"$@"
	status=$?
	case $status in
	0) printf '== %s: passed, %d s\n' "$name" $((SECONDS - start)) ;;
	77) printf '== %s: SKIPPED\n' "$name" && skipped+=("$name") ;;
	*) printf '== %s: FAILED, %d s\n' "$name" $((SECONDS - start)) && failed+=("$name") ;;
	esac
}

formatted() {
	local files
	files=$(go run mvdan.cc/gofumpt@v0.12.0 -l .) || return 1
	[ -z "$files" ] || { printf 'not formatted by gofumpt:\n%s\n' "$files" && return 1; }
}

# raced runs the packages in which goroutines meet, but not the programs that open workbooks. The screens are not
# among them: their tests do everything on one goroutine, and what the window does on others the walk sees.
raced() {
	go test -race -vet=off -timeout 20m -skip 'LibreOffice|Microsoft|Sizes|Killed|PowerCuts|NothingOfACentre|EveryBit' ./data ./data/store ./assets/locale ./reports/xlsx
}

office() {
	local name missing=
	for name in soffice pdftoppm ooxml-validate; do
		command -v $name >/dev/null 2>&1 || missing+=" $name"
	done
	[ -n "$missing" ] || return 0
	echo "not here, so workbooks are not opened with:$missing (SAYA_REQUIRE_OFFICE=1 make test installs them)"
	[ -z "${SAYA_REQUIRE_OFFICE:-}" ] && return 77
}

start=$SECONDS
step "format (gofumpt)" formatted
step "go vet" go vet "${tags[@]}" ./...
step "staticcheck" go run honnef.co/go/tools/cmd/staticcheck@v0.8.2 "${tags[@]}" ./...
step "programs that open workbooks" office
step "tests" go test -vet=off -timeout 20m "${tags[@]}" ./...
step "tests under the race detector" raced
step "walk through the window" scripts/window-walk.sh

printf '\n'
[ ${#skipped[@]} -eq 0 ] || printf 'skipped: %s\n' "${skipped[@]}"
if [ ${#failed[@]} -gt 0 ]; then
	printf 'failed: %s\n' "${failed[@]}"
	printf 'make test: FAILED after %d s\n' $((SECONDS - start))
	exit 1
fi
printf 'make test: PASSED in %d s\n' $((SECONDS - start))
