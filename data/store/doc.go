// Package store keeps a centre in its folder: one SQLite file for the profile and catalogues (centre.saya), one for
// volunteers, events, hours and contributions (people.saya). Every write names its actor and leaves one batch in
// the journal of its file, from which undo and history read. No transaction spans files.
package store
