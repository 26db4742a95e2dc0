package store

import (
	"context"

	"saya/data"
)

// BackupChanges backs up the centre if anything was changed since its newest backup: before a mass change, and when it is
// closed. Sample centres are not backed up by themselves: they can be made again.
func (s *Store) BackupChanges(ctx context.Context, actor data.Actor, why BackupReason) error {
	centre, err := s.Centre(ctx)
	if err != nil || centre.Sample {
		return err
	}
	changed, err := s.LastChange(ctx)
	if err != nil {
		return err
	}
	backups, err := s.Backups(ctx)
	if err != nil {
		return err
	}
	for _, b := range backups {
		if !b.Second && b.Wrong == "" && s.past(b) && b.At >= changed {
			return nil
		}
	}
	_, err = s.Backup(ctx, actor, why, nil)
	return err
}
