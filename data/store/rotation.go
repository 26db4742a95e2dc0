package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"

	"saya/data"
)

// How many backups stay: the newest of as many days, weeks and months on which there were any, and as many of each kind
// that somebody asked for or that was made before something went over the data.
const (
	keptDays   = 7
	keptWeeks  = 4
	keptMonths = 12
	keptBefore = 3
)

// rotate deletes the backups that [rotated] names, in both folders. The backups are locked.
func (s *Store) rotate(ctx context.Context) error {
	all, err := s.Backups(ctx)
	for _, second := range []bool{false, true} {
		these := slices.DeleteFunc(slices.Clone(all), func(b Backup) bool { return b.Second != second })
		for _, b := range rotated(these, data.StampOf(s.now())) {
			err = errors.Join(err, dropFolder(b.Path))
		}
	}
	return err
}

// rotated are the backups of one folder, the newest first, that are not needed any more. The newest one always stays,
// and so does the newest verified copy of each file. Backups with which something is wrong are left to people, and
// those of the future, too: the clock may have been set back.
func rotated(all []Backup, now data.Stamp) []Backup {
	all = slices.DeleteFunc(slices.Clone(all), func(b Backup) bool { return b.Wrong != "" || b.At > now })
	kept := map[string]bool{}
	for _, of := range shelves() {
		seen := map[string]bool{}
		for _, b := range all {
			if name := of.name(b); name != "" && !seen[name] && len(seen) < of.most {
				seen[name], kept[b.Path] = true, true
			}
		}
	}
	return slices.DeleteFunc(all, func(b Backup) bool { return kept[b.Path] })
}

// shelf keeps the newest backup of each name, for so many names; a backup without one is not for this shelf.
type shelf struct {
	most int
	name func(b Backup) string
}

func shelves() []shelf {
	out := []shelf{
		{keptDays, func(b Backup) string { return string(day(b)) }},
		{keptWeeks, func(b Backup) string {
			year, week := day(b).Time().ISOWeek()
			return fmt.Sprint(year, "-", week)
		}},
		{keptMonths, func(b Backup) string { return string(day(b).Month()) }},
	}
	for _, wall := range data.Walls() {
		out = append(out, shelf{1, func(b Backup) string { return map[bool]string{true: "verified"}[b.Verified(wall)] }})
	}
	for _, why := range []BackupReason{BackupAsked, BackupBeforeRestore, BackupMigration, BackupMassChange} {
		out = append(out, shelf{keptBefore, func(b Backup) string { return map[bool]string{true: b.Path}[b.Why == why] }})
	}
	return out
}

func day(b Backup) data.Date { return data.DateOf(b.At.Time().In(data.Zone())) }

// dropFolder deletes a backup. It is none any more before the first file goes.
func dropFolder(path string) error {
	gone := path + partEnding
	if err := os.Rename(path, gone); err != nil {
		return fmt.Errorf("deleting a backup: %w", err)
	}
	if err := os.RemoveAll(gone); err != nil {
		return fmt.Errorf("deleting a backup: %w", err)
	}
	return nil
}
