package place

import (
	"encoding/json"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// trace gives a service away: a pattern in small letters ([path.Match]) for the name of a folder on the way, or of
// something that the service puts into its folder.
type trace struct{ pattern, service string }

const (
	oneDrive   = "OneDrive"
	dropbox    = "Dropbox"
	google     = "Google Drive"
	yandex     = "Яндекс Диск"
	mailRu     = "Облако Mail.ru"
	iCloud     = "iCloud Drive"
	nextcloud  = "Nextcloud"
	ownCloud   = "ownCloud"
	syncthing  = "Syncthing"
	resilio    = "Resilio Sync"
	mega       = "MEGA"
	pCloud     = "pCloud"
	fileStream = "CloudStorage" // where macOS keeps the folders of all services
)

// names are folders on the way.
var names = []trace{
	{"onedrive", oneDrive},
	{"onedrive - *", oneDrive}, // with the name of an organisation
	{"onedrive-*", oneDrive},
	{"skydrive", oneDrive},
	{"dropbox", dropbox},
	{"dropbox (*", dropbox},
	{"google drive", google},
	{"google диск", google},
	{"googledrive", google},
	{"googledrive-*", google},
	{"my drive", google},
	{"мой диск", google},
	{"менің дискім", google},
	{"yandexdisk", yandex},
	{"yandex.disk", yandex},
	{"yandex.disk.localized", yandex},
	{"yandex disk", yandex},
	{"яндекс.диск", yandex},
	{"яндекс диск", yandex},
	{"облако mail.ru", mailRu},
	{"облако mail", mailRu},
	{"cloud mail.ru", mailRu},
	{"mail.ru cloud", mailRu},
	{"iclouddrive", iCloud},
	{"icloud drive", iCloud},
	{"mobile documents", iCloud},
	{"com~apple~clouddocs", iCloud},
	{"nextcloud", nextcloud},
	{"owncloud", ownCloud},
	{"megasync", mega},
	{"pclouddrive", pCloud},
	{"pcloud drive", pCloud},
	{"cloudstorage", fileStream},
}

// markers are what services put into their folders.
var markers = []trace{
	{".dropbox", dropbox},
	{".dropbox.cache", dropbox},
	{".849c9593-d756-4e56-8d6e-42412f2a707b", oneDrive},
	{".tmp.drivedownload", google},
	{".tmp.driveupload", google},
	{".shortcut-targets-by-id", google},
	{".nextcloudsync.log", nextcloud},
	{".owncloudsync.log", ownCloud},
	{".csync_journal.db", ownCloud},
	{".sync_*.db", nextcloud},
	{"._sync_*.db", nextcloud},
	{".stfolder*", syncthing},
	{".sync", resilio},
}

// settings are markers that mean nothing as a folder in the home folder: programs keep their settings there.
var settings = []string{".dropbox", ".sync"}

// service names what keeps a folder in step with other computers, empty when nothing does.
func (c computer) service(dir string) string {
	for _, root := range c.roots() {
		if within(dir, root.pattern) {
			return root.service
		}
	}
	for at := dir; ; at = filepath.Dir(at) {
		if s := find(names, filepath.Base(at)); s != "" {
			return s
		}
		if s := c.marked(at); s != "" {
			return s
		}
		if filepath.Dir(at) == at {
			return ""
		}
	}
}

// marked names the service whose marker is in a folder. One that is not there yet or cannot be listed has none.
func (c computer) marked(dir string) string {
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		own := e.IsDir() && slices.Contains(settings, e.Name()) && strings.EqualFold(dir, followed(c.home))
		if s := find(markers, e.Name()); s != "" && !own {
			return s
		}
	}
	return ""
}

func find(traces []trace, name string) string {
	name = strings.ToLower(name)
	for _, t := range traces {
		if ok, _ := path.Match(t.pattern, name); ok {
			return t.service
		}
	}
	return ""
}

// roots are the folders that services have told the system or their own settings about.
func (c computer) roots() []trace {
	var roots []trace
	for _, name := range []string{"OneDrive", "OneDriveConsumer", "OneDriveCommercial"} {
		roots = append(roots, trace{c.env(name), oneDrive})
	}
	for _, dir := range []string{
		filepath.Join(c.home, ".dropbox"),
		filepath.Join(c.env("APPDATA"), "Dropbox"),
		filepath.Join(c.env("LOCALAPPDATA"), "Dropbox"),
	} {
		for _, root := range dropboxRoots(filepath.Join(dir, "info.json")) {
			roots = append(roots, trace{root, dropbox})
		}
	}
	return slices.DeleteFunc(roots, func(r trace) bool { return !filepath.IsAbs(r.pattern) })
}

// dropboxRoots reads where Dropbox keeps the files of each of its accounts. A file that cannot be read says nothing.
func dropboxRoots(info string) []string {
	text, err := os.ReadFile(info)
	if err != nil {
		return nil
	}
	var accounts map[string]struct {
		Path string `json:"path"`
	}
	if json.Unmarshal(text, &accounts) != nil {
		return nil
	}
	var roots []string
	for _, a := range accounts {
		roots = append(roots, a.Path)
	}
	return roots
}

// within tells whether a folder is root or under it. Case does not matter, as on Windows and macOS.
func within(dir, root string) bool {
	root = followed(root)
	for at := dir; ; at = filepath.Dir(at) {
		if strings.EqualFold(at, root) {
			return true
		}
		if filepath.Dir(at) == at {
			return false
		}
	}
}

// followed is a folder without links on the way, as far as they can be followed.
func followed(dir string) string {
	if real, err := filepath.EvalSymlinks(dir); err == nil {
		return real
	}
	return filepath.Clean(dir)
}
