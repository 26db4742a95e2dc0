// Package vault keeps SQLite files encrypted: a header with the keys of those who may open the file, then pages that are
// encrypted sector by sector below SQLite, with its log and temporary files.
//
// The data key is random and never changes but by a new file. Each account has a slot that gives it the data key for a
// password; a recovery code has one, too. Names of accounts are not in the file.
package vault
