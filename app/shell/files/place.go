package files

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/adrg/xdg"
)

// PlaceKind says what a place is.
type PlaceKind string

// The kinds of places. All but a Drive have names in the language of the person.
const (
	Home      PlaceKind = "home"
	Desktop   PlaceKind = "desktop"
	Documents PlaceKind = "documents"
	Downloads PlaceKind = "downloads"
	Drive     PlaceKind = "drive" // a letter of Windows, a stick or a disk that is connected
)

// Place is a folder from which to begin.
type Place struct {
	Kind PlaceKind
	Path string
	Name string // of a Drive
}

// Places are the places of this computer that exist, the drives last.
func Places() []Place {
	var places []Place
	add := func(kind PlaceKind, path, name string) {
		info, err := os.Stat(path)
		known := slices.ContainsFunc(places, func(p Place) bool { return p.Path == path })
		if err == nil && info.IsDir() && !known {
			places = append(places, Place{Kind: kind, Path: path, Name: name})
		}
	}
	home, err := os.UserHomeDir()
	if err == nil {
		add(Home, home, "")
	}
	dirs := xdg.UserDirs
	add(Desktop, dirs.Desktop, "")
	add(Documents, dirs.Documents, "")
	add(Downloads, dirs.Download, "")
	for _, drive := range drives() {
		add(Drive, drive, driveName(drive))
	}
	return places
}

// Start is where a chooser begins: the folder asked for if there is one, else the documents, else the home.
func Start(wanted string, places []Place) string {
	if info, err := os.Stat(wanted); err == nil && info.IsDir() {
		if path, err := filepath.Abs(wanted); err == nil {
			return path
		}
	}
	for _, kind := range []PlaceKind{Documents, Home, Drive} {
		for _, p := range places {
			if p.Kind == kind {
				return p.Path
			}
		}
	}
	return string(filepath.Separator)
}

// Path is what a person means who typed or pasted text as a path while in a folder: quotes around it and space are
// dropped, ~ is his home, and a path that does not begin at the top begins in that folder.
func Path(typed, folder string) string {
	path := strings.Trim(strings.TrimSpace(typed), `"'`)
	if rest, ok := strings.CutPrefix(path, "~"); ok && (rest == "" || os.IsPathSeparator(rest[0])) {
		if home, err := os.UserHomeDir(); err == nil {
			path = home + rest
		}
	}
	if volume := filepath.VolumeName(path); volume != "" && volume == path {
		path += string(filepath.Separator) // C: alone is wherever that drive was left
	}
	if !filepath.IsAbs(path) {
		path = filepath.Join(folder, path)
	}
	return filepath.Clean(path)
}
