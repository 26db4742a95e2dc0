package vault

import "errors"

// What a file answers to those who want to open it.
var (
	// ErrPassword is the one answer to an unknown account, a wrong password and a wrong code.
	ErrPassword = errors.New("vault: wrong name or password")
	// ErrHeader says that the header is damaged, was changed outside of the program, or is none.
	ErrHeader = errors.New("vault: no valid header")
	// ErrKind says that the file is another of the centre's files than the one it was opened as.
	ErrKind = errors.New("vault: a file of another kind")
	// ErrNewer says that a newer program wrote the file.
	ErrNewer = errors.New("vault: written by a newer version")
	// ErrFull says that no more accounts fit into the file.
	ErrFull = errors.New("vault: no room for another account")
	// ErrEmpty says that a password is empty.
	ErrEmpty = errors.New("vault: an empty password")
)
