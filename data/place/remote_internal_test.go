package place

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestFileSystems(t *testing.T) {
	for name, want := range map[string]bool{
		"": false, "ext4": false, "btrfs": false, "apfs": false, "hfs": false, "msdos": false, "exfat": false, "tmpfs": false,
		"fuseblk": false, "fuse.ntfs-3g": false, "fuse.gocryptfs": false, "virtiofs": false, "overlay": false,
		"nfs": true, "nfs4": true, "cifs": true, "smb2": true, "smbfs": true, "afpfs": true, "webdav": true, "9p": true,
		"fuse.sshfs": true, "fuse.rclone": true, "fuse.gvfsd-fuse": true, "fuse": true, "macfuse": true, "unc": true,
		"network drive": true, "vboxsf": true,
	} {
		require.Equal(t, want, isRemote(name), name)
	}
}

func TestNamesOfOtherComputers(t *testing.T) {
	for name, want := range map[string]bool{
		`C:\Users\a`: false, `D:`: false, `\\?\C:\a`: false, `\\.\PhysicalDrive0`: false, `a\b`: false, ``: false, `\a`: false,
		`\\server\share\a`: true, `//server/share`: true, `\\?\UNC\server\share`: true, `\\?\unc\server`: true,
		`\\wsl.localhost\Debian`: true,
	} {
		require.Equal(t, want, isUNC(name), name)
	}
}

func TestTheTableOfMounts(t *testing.T) {
	const mounts = `22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
23 22 0:40 / /home/a/remote rw - fuse.sshfs host:/ rw,user_id=1000
24 22 0:41 / /media/a/Red\040stick rw - fuseblk /dev/sdb1 rw
25 22 0:42 / /srv rw - ext4 /dev/sdc1 rw
26 25 0:43 / /srv rw master:1 propagate_from:2 - fuse.rclone drive: rw
broken
27 22 0:44 / /broken rw -
28 22 0:45 / /later rw - fuse.encfs
`
	for dir, want := range map[string]string{
		"/": "ext4", "/home/a": "ext4", "/home/a/remote": "fuse.sshfs", "/home/a/remote/x/y": "fuse.sshfs",
		"/home/a/remotely": "ext4", "/media/a/Red stick/Saya": "fuseblk", "/srv/x": "fuse.rclone", "/broken": "ext4",
		"/later/x": "fuse.encfs",
	} {
		require.Equal(t, want, mountedAs(mounts, dir), dir)
	}
	require.Empty(t, mountedAs("", "/home"))
}
