package place

import (
	"slices"
	"strings"
)

// localFuse are file systems in a program of the user that keep their files on a disk of this computer. All others
// (sshfs, rclone, gvfsd-fuse, s3fs, google-drive-ocamlfuse ...) fetch them from elsewhere.
var localFuse = []string{
	"bindfs", "cryfs", "encfs", "exfat", "exfat-fuse", "fuse-overlayfs", "gocryptfs", "mergerfs", "ntfs", "ntfs-3g", "securefs",
	"unionfs", "unionfs-fuse", "veracrypt", "zfs",
}

// remoteSystems are file systems of other computers, by the names that Linux and macOS give them, and "unc" and
// "network drive" for Windows. Folders that a virtual machine shares with its host are among them: SQLite cannot share
// memory through them.
var remoteSystems = []string{
	"9p", "afpfs", "afs", "ceph", "cifs", "coda", "ftp", "lustre", "ncpfs", "network drive", "nfs", "nfs4", "smb2", "smb3",
	"smbfs", "unc", "vboxsf", "vmhgfs", "webdav",
}

func isRemote(name string) bool {
	if program, ok := strings.CutPrefix(name, "fuse."); ok {
		return !slices.Contains(localFuse, program)
	}
	return slices.Contains(remoteSystems, name) || name == "fuse" || name == "macfuse" || name == "osxfuse"
}

// isUNC tells of a name of Windows whether it begins with another computer's: \\server\share, but not \\?\C:\folder.
func isUNC(name string) bool {
	name = strings.ReplaceAll(name, "/", `\`)
	rest, ok := strings.CutPrefix(name, `\\`)
	if !ok {
		return false
	}
	if device, ok := strings.CutPrefix(rest, `?\`); ok {
		return strings.HasPrefix(strings.ToUpper(device), `UNC\`)
	}
	return !strings.HasPrefix(rest, `.\`)
}

// mountedAs finds in Linux's table of mounts (/proc/self/mountinfo) as what the disk of a folder is mounted. It is
// empty when the table does not say.
func mountedAs(mounts, dir string) string {
	longest, name := "", ""
	for line := range strings.Lines(mounts) {
		mount, disk, ok := strings.Cut(line, " - ")
		fields := strings.Fields(mount)
		if !ok || len(fields) < 5 || strings.TrimSpace(disk) == "" {
			continue
		}
		point := unescape.Replace(fields[4])
		// Of several mounts over each other the last one counts.
		if len(point) >= len(longest) && (dir == point || strings.HasPrefix(dir, strings.TrimSuffix(point, "/")+"/")) {
			longest, name = point, strings.Fields(disk)[0]
		}
	}
	return name
}

// unescape reads the names in the table of mounts.
var unescape = strings.NewReplacer(`\040`, " ", `\011`, "\t", `\012`, "\n", `\134`, `\`)
