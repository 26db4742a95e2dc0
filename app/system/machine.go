package system

import "runtime"

// Machine is the computer.
type Machine struct {
	System string // name and version of the operating system
	Kind   string // of processor, such as amd64
	Memory uint64 // bytes, 0 when it is not known
}

// ThisMachine describes the computer.
func ThisMachine() Machine {
	return Machine{System: systemName(), Kind: runtime.GOARCH, Memory: memory()}
}
