package place

import (
	"cmp"
	"fmt"
	"os"

	"golang.org/x/sys/unix"
)

// The numbers of file systems that x/sys does not name (statfs(2) and the kernel's headers).
const (
	vboxMagic   = 0x786f4256
	vmwareMagic = 0xbacbacbc
	lustreMagic = 0x0bd00bd0
)

// fileSystem names the file system of a folder.
func fileSystem(dir string) (string, error) {
	var s unix.Statfs_t
	if err := unix.Statfs(dir, &s); err != nil {
		return "", fmt.Errorf("statfs: %w", err)
	}
	name := kernelName(uint32(s.Type))
	if name != "fuse" {
		return name, nil
	}
	mounts, err := os.ReadFile("/proc/self/mountinfo")
	if err != nil {
		return "", fmt.Errorf("reading the table of mounts: %w", err)
	}
	return cmp.Or(mountedAs(string(mounts), dir), name), nil
}

// kernelName names the file systems that matter here; all others are of this computer. Which program is behind "fuse"
// the table of mounts tells.
func kernelName(magic uint32) string {
	switch magic {
	case unix.NFS_SUPER_MAGIC:
		return "nfs"
	case unix.CIFS_SUPER_MAGIC:
		return "cifs"
	case unix.SMB2_SUPER_MAGIC:
		return "smb2"
	case unix.SMB_SUPER_MAGIC:
		return "smbfs"
	case unix.V9FS_MAGIC:
		return "9p"
	case unix.AFS_SUPER_MAGIC, unix.AFS_FS_MAGIC:
		return "afs"
	case unix.NCP_SUPER_MAGIC:
		return "ncpfs"
	case unix.CODA_SUPER_MAGIC:
		return "coda"
	case unix.CEPH_SUPER_MAGIC:
		return "ceph"
	case lustreMagic:
		return "lustre"
	case vboxMagic:
		return "vboxsf"
	case vmwareMagic:
		return "vmhgfs"
	case unix.FUSE_SUPER_MAGIC:
		return "fuse"
	}
	return ""
}
