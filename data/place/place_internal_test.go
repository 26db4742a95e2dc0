package place

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
)

// local is a computer with an empty home folder, on a disk of its own.
func local(t *testing.T) computer {
	t.Helper()
	home, err := filepath.EvalSymlinks(t.TempDir())
	require.NoError(t, err)
	return computer{
		home:       home,
		env:        func(string) string { return "" },
		fileSystem: func(string) (string, error) { return "ext4", nil },
	}
}

// put makes a folder, or a file when it has a text.
func (c computer) put(t *testing.T, name, text string) string {
	t.Helper()
	whole := filepath.Join(c.home, filepath.FromSlash(name))
	if text == "" {
		require.NoError(t, os.MkdirAll(whole, 0o700))
		return whole
	}
	require.NoError(t, os.MkdirAll(filepath.Dir(whole), 0o700))
	require.NoError(t, os.WriteFile(whole, []byte(text), 0o600))
	return whole
}

func (c computer) refusal(t *testing.T, dir string) (key string, service any) {
	t.Helper()
	err := c.check(dir, refusal{remote: "place.remote", synced: "place.synced"})
	if err == nil {
		return "", nil
	}
	refusals := data.Refusals(err)
	require.Len(t, refusals, 1, "%v", err)
	require.Equal(t, data.Denied, refusals[0].Code)
	require.Len(t, refusals[0].Args, 2)
	require.Equal(t, "Service", refusals[0].Args[0])
	return refusals[0].Key, refusals[0].Args[1]
}

func TestFoldersOfThisComputerAreTaken(t *testing.T) {
	c := local(t)
	c.put(t, ".dropbox/info.json", "{}")
	c.put(t, ".sync", "")
	c.put(t, "Documents/desktop.ini", "[.ShellClassInfo]")
	for _, dir := range []string{
		"", "Documents", "Documents/Saya", "Documents/not/there/yet", "Құжаттар/Сая", "My Drives", "Dropboxes", "sync",
	} {
		key, _ := c.refusal(t, filepath.Join(c.home, dir))
		require.Empty(t, key, dir)
	}
}

func TestFoldersOnTheWayToAServiceAreRefused(t *testing.T) {
	for dir, want := range map[string]string{
		"OneDrive/Documents":            oneDrive,
		"OneDrive - Crisis Centre/Saya": oneDrive,
		"onedrive":                      oneDrive,
		"Dropbox/Saya":                  dropbox,
		"Dropbox (Personal)":            dropbox,
		"G/My Drive/Saya":               google,
		"Мой диск":                      google,
		"Google Drive":                  google,
		"YandexDisk/центр":              yandex,
		"Яндекс.Диск":                   yandex,
		"Yandex.Disk":                   yandex,
		"Облако Mail.Ru/Saya":           mailRu,
		"iCloudDrive/Saya":              iCloud,
		"Library/Mobile Documents/com~apple~CloudDocs":  iCloud,
		"Library/CloudStorage/OneDrive-Personal/Saya":   oneDrive,
		"Library/CloudStorage/GoogleDrive-a@b.invalid/": google,
		"Library/CloudStorage/Another":                  fileStream,
		"Nextcloud/Saya":                                nextcloud,
	} {
		for _, there := range []bool{false, true} {
			c := local(t)
			if there {
				c.put(t, dir, "")
			}
			key, service := c.refusal(t, filepath.Join(c.home, filepath.FromSlash(dir)))
			require.Equal(t, "place.synced", key, dir)
			require.Equal(t, want, service, dir)
		}
	}
}

func TestFoldersWithAMarkerAreRefused(t *testing.T) {
	for marker, want := range map[string]string{
		".dropbox":                              dropbox,
		".dropbox.cache/":                       dropbox,
		".stfolder/":                            syncthing,
		".stfolder":                             syncthing,
		".stfolder (1)/":                        syncthing,
		".sync/":                                resilio,
		".nextcloudsync.log":                    nextcloud,
		".sync_0a1b2c3d4e5f.db":                 nextcloud,
		".849C9593-D756-4E56-8D6E-42412F2A707B": oneDrive,
		".tmp.driveupload/":                     google,
		".shortcut-targets-by-id/":              google,
		".owncloudsync.log":                     ownCloud,
	} {
		c := local(t)
		text := "x"
		if marker[len(marker)-1] == '/' {
			text = ""
		}
		c.put(t, "Work/"+marker, text)
		for _, dir := range []string{"Work", "Work/Saya", "Work/a/b/c"} {
			key, service := c.refusal(t, filepath.Join(c.home, dir))
			require.Equal(t, "place.synced", key, "%s in %s", marker, dir)
			require.Equal(t, want, service, marker)
		}
		key, _ := c.refusal(t, filepath.Join(c.home, "Beside"))
		require.Empty(t, key, marker)
	}
}

// A home folder that is synced as a whole is known by a file in it; a folder of settings says nothing.
func TestMarkersInTheHomeFolder(t *testing.T) {
	c := local(t)
	c.put(t, ".stfolder", "")
	_, service := c.refusal(t, filepath.Join(c.home, "Documents"))
	require.Equal(t, syncthing, service)

	c = local(t)
	c.put(t, ".dropbox", "x")
	_, service = c.refusal(t, filepath.Join(c.home, "Documents"))
	require.Equal(t, dropbox, service)
}

func TestTheEnvironmentNamesOneDrive(t *testing.T) {
	for _, name := range []string{"OneDrive", "OneDriveConsumer", "OneDriveCommercial"} {
		c := local(t)
		c.env = func(asked string) string {
			if asked == name {
				return filepath.Join(c.home, "Облако") + string(filepath.Separator)
			}
			return ""
		}
		_, service := c.refusal(t, filepath.Join(c.home, "облако", "Saya"))
		require.Equal(t, oneDrive, service, name)
		key, _ := c.refusal(t, filepath.Join(c.home, "Облако 2"))
		require.Empty(t, key)
	}
}

func TestDropboxSaysWhereItsFoldersAre(t *testing.T) {
	c := local(t)
	info, err := json.Marshal(map[string]map[string]any{
		"personal": {"path": filepath.Join(c.home, "Own"), "host": 1}, "business": {"path": filepath.Join(c.home, "Team")},
	})
	require.NoError(t, err)
	c.put(t, ".dropbox/info.json", string(info))
	for dir, want := range map[string]any{"Own/Saya": dropbox, "Team": dropbox, "Other": nil} {
		_, service := c.refusal(t, filepath.Join(c.home, dir))
		require.Equal(t, want, service, dir)
	}

	c = local(t)
	c.put(t, "Roaming/Dropbox/info.json", string(info))
	c.env = func(name string) string { return map[string]string{"APPDATA": filepath.Join(c.home, "Roaming")}[name] }
	var accounts map[string]struct{ Path string }
	require.NoError(t, json.Unmarshal(info, &accounts))
	_, service := c.refusal(t, accounts["business"].Path)
	require.Equal(t, dropbox, service)
}

func TestBrokenSettingsOfDropboxSayNothing(t *testing.T) {
	for _, text := range []string{"{", `[]`, `{"personal":{"path":""}}`, `{"personal":{"path":"."}}`, `{"personal":null}`} {
		c := local(t)
		c.put(t, ".dropbox/info.json", text)
		key, _ := c.refusal(t, filepath.Join(c.home, "Documents"))
		require.Empty(t, key, text)
	}
}

func TestLinksAreFollowed(t *testing.T) {
	c := local(t)
	target := c.put(t, "Dropbox/deep", "")
	link := filepath.Join(c.home, "Plain")
	if err := os.Symlink(target, link); err != nil {
		t.Skip("links cannot be made here")
	}
	for _, dir := range []string{link, filepath.Join(link, "Saya", "new")} {
		_, service := c.refusal(t, dir)
		require.Equal(t, dropbox, service, dir)
	}
}

func TestOtherComputersAreRefused(t *testing.T) {
	c := local(t)
	asked := ""
	c.fileSystem = func(dir string) (string, error) { asked = dir; return "fuse.sshfs", nil }
	key, service := c.refusal(t, filepath.Join(c.home, "not", "there", "yet"))
	require.Equal(t, "place.remote", key)
	require.Equal(t, "fuse.sshfs", service)
	require.Equal(t, c.home, asked, "the nearest folder that is there")

	c.fileSystem = func(string) (string, error) { return "", errors.New("broken") }
	require.ErrorContains(t, c.check(c.home, refusal{}), "broken")
}

func TestBackupsHaveTheirOwnWords(t *testing.T) {
	require.NoError(t, CheckBackup(t.TempDir()))
	require.NoError(t, Check(t.TempDir()))
	dir := filepath.Join(t.TempDir(), "Dropbox")
	require.Equal(t, "place.synced", data.Refusals(Check(dir))[0].Key)
	require.Equal(t, "place.backup_synced", data.Refusals(CheckBackup(dir))[0].Key)
}
