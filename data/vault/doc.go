// Package vault keeps SQLite files encrypted: a header with the keys of those who may open the file, then pages that are
// encrypted sector by sector below SQLite, with its log and temporary files.
//
// The data key is random and never changes but by a new file. Each account that may open the file has a slot with the data
// key sealed to its key pair, and so has a recovery code. A password opens the key pair, in one file of a centre; the
// others open with what that gave. Names of accounts are not in the file.
package vault
