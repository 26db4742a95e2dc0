package system

import (
	"fmt"
	"unsafe"

	"golang.org/x/sys/windows"
)

// firstOf11 is the build with which Windows 11 began: it still calls itself 10.
const firstOf11 = 22000

func systemName() string {
	v := windows.RtlGetVersion()
	major := v.MajorVersion
	if major == 10 && v.BuildNumber >= firstOf11 {
		major = 11
	}
	return fmt.Sprintf("Windows %d (%d.%d.%d)", major, v.MajorVersion, v.MinorVersion, v.BuildNumber)
}

// memoryStatus is MEMORYSTATUSEX.
type memoryStatus struct {
	length, load                                                                uint32
	total, available, totalPage, availablePage, totalVirtual, available1, extra uint64
}

func memory() uint64 {
	var s memoryStatus
	s.length = uint32(unsafe.Sizeof(s))
	ask := windows.NewLazySystemDLL("kernel32.dll").NewProc("GlobalMemoryStatusEx")
	if done, _, _ := ask.Call(uintptr(unsafe.Pointer(&s))); done == 0 {
		return 0
	}
	return s.total
}

func free(dir string) (bytes uint64, err error) {
	name, err := windows.UTF16PtrFromString(dir)
	if err != nil {
		return 0, err
	}
	err = windows.GetDiskFreeSpaceEx(name, &bytes, nil, nil)
	return bytes, err
}
