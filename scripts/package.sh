#!/usr/bin/env bash
# Builds what is given to a centre, into dist/: a Linux archive and a Windows one, each a folder that works wherever it is
# put, with the guide and the licences.
set -eu
cd "$(dirname "$0")/.."
version=$(awk -F'"' '/^Version/ {print $2}' FyneApp.toml)
flags=(-buildvcs=false -tags migrated_fynedo,no_animations,no_emoji)
stage=build/package
rm -rf "$stage" && mkdir -p "$stage" dist

# texts copies what goes with every program.
texts() {
	mkdir -p "$1"
	cp LICENSE NOTICE CHANGELOG.md scripts/package/README.txt "$1/"
	cp -R docs/guide docs/pictures "$1/"
}

# linux builds as make build does, so that its slow C parts are compiled once.
linux() {
	local name=saya-$version-linux-$(go env GOARCH) at
	at=$stage/$name
	texts "$at"
	go build "${flags[@]}" -ldflags "-s -w" -o "$at/saya" .
	cp scripts/package/saya.desktop scripts/package/saya.svg "$at/"
	cp assets/icons/app.png "$at/saya.png"
	tar -C "$stage" --owner 0 --group 0 -czf "dist/$name.tar.gz" "$name"
	echo "dist/$name.tar.gz"
}

# windows cross-builds with mingw-w64. The icon and the version reach the program as a resource object, which the Go
# linker takes from the folder of package main.
windows() {
	local name=saya-$version-windows-amd64 at resource=rsrc_windows_amd64.syso
	at=$stage/$name
	texts "$at"
	cp -R scripts/package/opengl "$at/"
	find "$at" -name '*.txt' -exec sed -i 's/$/\r/' {} + # for old editors
	trap "rm -f $resource" EXIT
	x86_64-w64-mingw32-windres --include-dir scripts/package -DVERSION="\\\"$version\\\"" scripts/package/saya.rc "$resource"
	CC=x86_64-w64-mingw32-gcc GOOS=windows GOARCH=amd64 CGO_ENABLED=1 \
		go build "${flags[@]}" -trimpath -ldflags "-s -w -H=windowsgui" -o "$at/saya.exe" .
	(cd "$stage" && rm -f "../../dist/$name.zip" && zip -qr "../../dist/$name.zip" "$name")
	echo "dist/$name.zip"
}

case ${1:-all} in
linux | windows) "$1" ;;
all)
	if [ "$(uname -s)" = Linux ]; then linux; fi
	windows
	;;
*) echo "usage: package.sh [linux|windows]" >&2 && exit 2 ;;
esac
