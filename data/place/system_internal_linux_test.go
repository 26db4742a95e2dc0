package place

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/sys/unix"
)

func TestNumbersOfFileSystems(t *testing.T) {
	for magic, want := range map[uint32]string{
		unix.EXT4_SUPER_MAGIC: "", unix.BTRFS_SUPER_MAGIC: "", unix.TMPFS_MAGIC: "", unix.MSDOS_SUPER_MAGIC: "",
		0x6969: "nfs", 0xff534d42: "cifs", 0xfe534d42: "smb2", 0x517b: "smbfs", 0x01021997: "9p", 0x65735546: "fuse",
		0x00c36400: "ceph", 0x786f4256: "vboxsf",
	} {
		require.Equal(t, want, kernelName(magic), "%#x", magic)
		require.Equal(t, want != "", isRemote(kernelName(magic)), "%#x", magic)
	}
}

func TestTheFileSystemOfAFolder(t *testing.T) {
	_, err := fileSystem(filepath.Join(t.TempDir(), "missing"))
	require.ErrorIs(t, err, unix.ENOENT)
	_, err = fileSystem(t.TempDir())
	require.NoError(t, err)
}
