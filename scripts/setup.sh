#!/bin/sh
# Makes the system ready for a make target: setup.sh GROUP...
# Groups: build (Go, a C compiler, what Fyne links), window (a screen in memory), office (checks of workbooks),
# bench, windows (cross build), wine, pictures. It looks for each thing itself and installs only what is not there; it asks on a
# terminal, says what it does, and names what it could not get.
set -eu
cd "$(dirname "$0")/.."

say() { printf 'setup: %s\n' "$*"; }
die() { printf 'setup: %s\n' "$*" >&2; exit 1; }

# as_number turns a version, 1.26.8, into a number that can be compared.
as_number() { printf '%s\n' "$1" | awk -F'[^0-9]+' '{printf "%d%03d%03d\n", $1, $2, $3}'; }

check_go() {
	want=$(awk '$1 == "go" {print $2}' go.mod)
	get="Get it from https://go.dev/dl/ and put its bin folder on the PATH."
	command -v go >/dev/null 2>&1 || die "Saya needs Go $want or newer, and there is no 'go' command here. $get"
	# Outside the module and with GOTOOLCHAIN=local, so that the answer is what is installed.
	have=$(cd / && GOTOOLCHAIN=local go version | awk '{sub(/^go/, "", $3); print $3}')
	case $have in devel*) return ;; esac
	[ "$(as_number "$have")" -ge "$(as_number "$want")" ] ||
		die "Saya needs Go $want or newer; $(command -v go) is Go $have. $get"
}

find_manager() {
	for m in apt-get dnf pacman brew; do
		command -v $m >/dev/null 2>&1 && { echo $m; return; }
	done
	echo none
}

# want PROBE APT DNF PACMAN BREW: one need, what shows that it is there and the packages that bring it (- for none).
want() {
	sh -c "$1" >/dev/null 2>&1 && return
	case $manager in
	dnf) names=$3 ;;
	pacman) names=$4 ;;
	brew) names=$5 ;;
	*) names=$2 ;;
	esac
	[ "$names" = - ] || missing="$missing $names"
}

want_build() {
	want "echo '#include <stdlib.h>' | cc -E -" "gcc libc6-dev" "gcc glibc-devel" "gcc" -
	[ "$system" = Linux ] || return 0
	want "pkg-config --version" pkg-config pkgconf-pkg-config pkgconf -
	want "pkg-config gl" libgl-dev mesa-libGL-devel libglvnd -
	want "pkg-config egl" libegl-dev mesa-libEGL-devel libglvnd -
	want "pkg-config x11" libx11-dev libX11-devel libx11 -
	want "pkg-config xcursor" libxcursor-dev libXcursor-devel libxcursor -
	want "pkg-config xrandr" libxrandr-dev libXrandr-devel libxrandr -
	want "pkg-config xinerama" libxinerama-dev libXinerama-devel libxinerama -
	want "pkg-config xi" libxi-dev libXi-devel libxi -
	want "pkg-config xxf86vm" libxxf86vm-dev libXxf86vm-devel libxxf86vm -
	want "pkg-config wayland-client wayland-cursor wayland-egl" libwayland-dev wayland-devel wayland -
	want "pkg-config xkbcommon" libxkbcommon-dev libxkbcommon-devel libxkbcommon -
}

want_window() {
	want "command -v xvfb-run" "xvfb xauth" xorg-x11-server-Xvfb xorg-server-xvfb -
	want "command -v xdotool" xdotool xdotool xdotool -
	# The screen in memory has no graphics card: Mesa draws in software.
	want "ls /usr/lib/*/dri/swrast_dri.so || ls /usr/lib*/dri/swrast_dri.so || ls /usr/lib*/*/libgallium*.so" \
		libgl1-mesa-dri mesa-dri-drivers mesa -
}

want_office() {
	want "command -v soffice" libreoffice-calc libreoffice-calc libreoffice-fresh libreoffice
	want "/usr/bin/python3 -c 'import uno'" python3-uno libreoffice-pyuno libreoffice-fresh -
	want "command -v pdftoppm" poppler-utils poppler-utils poppler poppler
	want "command -v npm" npm npm npm node
}

want_bench() {
	want "pkg-config xlsxwriter" libxlsxwriter-dev libxlsxwriter-devel libxlsxwriter libxlsxwriter
	want "/usr/bin/python3 -c 'import openpyxl'" python3-openpyxl python3-openpyxl python-openpyxl -
}

want_windows() {
	want "command -v x86_64-w64-mingw32-gcc" gcc-mingw-w64-x86-64 mingw64-gcc mingw-w64-gcc mingw-w64
	want "command -v zip" zip zip zip -
}

want_pictures() {
	want "command -v import" imagemagick ImageMagick imagemagick imagemagick
}

want_wine() {
	want "command -v wine" "wine wine64" wine wine -
	want_pictures
}

look() {
	missing=
	for group in "$@"; do "want_$group"; done
	missing=$(printf '%s\n' $missing | sort -u | tr '\n' ' ')
	missing=${missing% }
}

# as_root runs a command as root, without asking for a password where nobody could type one.
as_root() {
	if [ "$(id -u)" = 0 ]; then "$@"; return; fi
	command -v sudo >/dev/null 2>&1 || die "run this as root: $*"
	if [ -t 0 ]; then sudo "$@"; else sudo -n "$@"; fi
}

install() {
	[ "$manager" != none ] || die "no package manager known here (apt-get, dnf, pacman, brew). Install these by hand, in Debian's names: $missing"
	say "missing here, to be installed with $manager: $missing"
	if [ -t 0 ]; then
		printf 'setup: go on? [Y/n] '
		read -r answer
		case $answer in [nN]*) die "nothing was installed" ;; esac
	fi
	case $manager in
	apt-get)
		as_root apt-get -qq update || say "the list of packages could not be refreshed; going on with the old one"
		as_root env DEBIAN_FRONTEND=noninteractive \
			apt-get -qq -y -o Dpkg::Use-Pty=0 --no-install-recommends install $missing >/dev/null
		;;
	dnf) as_root dnf -q -y install $missing ;;
	pacman) as_root pacman -Sy --noconfirm --needed $missing ;;
	brew) brew install $missing ;;
	esac || die "$manager could not install: $missing"
}

# Microsoft's Open XML validator comes from npm, into a cache outside the project (the Makefile puts it on the PATH).
# It is held at yargs 17: with the 18 it asks for, Debian's Node.js is too old.
install_validator() {
	dir=${SAYA_TOOLS:?set by the Makefile}
	"$dir/node_modules/.bin/ooxml-validate" --version >/dev/null 2>&1 && return
	say "installing the Open XML validator from npm into $dir"
	rm -rf "$dir/node_modules" "$dir/package-lock.json"
	mkdir -p "$dir"
	echo '{"private": true, "dependencies": {"@ooxml-tools/validate": "0.4.6"}, "overrides": {"yargs": "17.7.2"}}' >"$dir/package.json"
	npm install --silent --no-audit --no-fund --prefix "$dir" || die "npm could not install @ooxml-tools/validate"
}

system=$(uname -s)
manager=$(find_manager)
check_go
look "$@"
[ -z "$missing" ] || { install && look "$@"; }
[ -z "$missing" ] || die "still missing after the installation: $missing"
if [ "$system" = Darwin ] && ! command -v cc >/dev/null 2>&1; then
	die "no C compiler: run 'xcode-select --install' once"
fi
case " $* " in *" office "*) install_validator ;; esac
