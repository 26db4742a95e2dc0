package store

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"saya/data"
)

// A restore makes everything ready in a folder of its own: in "in" what comes, in "out" the manifest of what goes. Then
// it writes its plan. Without a plan nothing has been moved, and what is ready is thrown away; with one, everything is
// moved, by whoever opens the centre next if need be.
const (
	restoreFolder = "restore.part"
	planName      = "restore.json"
)

// restorePlan says that files are being moved.
type restorePlan struct {
	Format int    `json:"format"`
	Aside  string `json:"aside"` // the name of the backup that the present files become
}

const planFormat = 1

func restoreIn(dir string) string  { return filepath.Join(dir, restoreFolder, "in") }
func restoreOut(dir string) string { return filepath.Join(dir, restoreFolder, "out") }

// resumeRestore finishes a restore that was cut off, or takes it back when it had not begun to move files. It leaves one
// alone that is at work.
func resumeRestore(ctx context.Context, dir string) (err error) {
	planned, begun := there(filepath.Join(dir, planName)), there(filepath.Join(dir, restoreFolder))
	if !planned && !begun {
		return nil
	}
	g, alone, err := takeGuard(ctx, dir, false)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, g.unlock()) }()
	if !alone { // whoever restores has the folder to herself once there is a plan
		return nil
	}
	return refuse(finishRestore(dir))
}

func there(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// finishRestore does what the plan says, if there is one, and clears up. It can be done again from any point. The folder
// is locked.
func finishRestore(dir string) error {
	p, planned, err := readPlan(dir)
	if err != nil {
		return err
	}
	if planned {
		if err := p.carryOut(dir); err != nil {
			return err
		}
	}
	return clearRestore(dir)
}

func clearRestore(dir string) error {
	if err := os.RemoveAll(filepath.Join(dir, restoreFolder)); err != nil {
		return fmt.Errorf("clearing up after a restore: %w", err)
	}
	return nil
}

func readPlan(dir string) (p restorePlan, planned bool, err error) {
	text, err := os.ReadFile(filepath.Join(dir, planName))
	if errors.Is(err, os.ErrNotExist) {
		return p, false, nil
	}
	if err != nil {
		return p, false, fmt.Errorf("reading the plan of a restore: %w", err)
	}
	if json.Unmarshal(text, &p) != nil || p.Format < 1 || !backupName().MatchString(p.Aside) {
		return p, false, &data.Error{Code: data.Storage, Key: "backup.plan_broken"}
	}
	if p.Format > planFormat {
		return p, false, newerBackup()
	}
	return p, true, nil
}

func (p restorePlan) write(dir string) error {
	text, err := json.Marshal(p)
	if err != nil {
		return fmt.Errorf("encoding the plan of a restore: %w", err)
	}
	return writeWhole(filepath.Join(dir, planName), text)
}

// carryOut moves the files. While a file waits in "in", what lies in its place is the present one.
func (p restorePlan) carryOut(dir string) error {
	in, out := restoreIn(dir), restoreOut(dir)
	for _, wall := range data.Walls() {
		if there(filepath.Join(in, fileName(wall))) {
			if err := setAside(dir, out, wall); err != nil {
				return err
			}
			if err := moveIfThere(in, dir, fileName(wall)); err != nil {
				return err
			}
		}
		if err := moveIfThere(in, dir, logName(wall)); err != nil {
			return err
		}
	}
	if err := syncPath(dir); err != nil {
		return err
	}
	backups := filepath.Join(dir, backupsFolder)
	if err := rename(out, filepath.Join(backups, p.Aside)); err != nil {
		return err
	}
	if err := syncPath(backups); err != nil {
		return err
	}
	if err := os.Remove(filepath.Join(dir, planName)); err != nil {
		return fmt.Errorf("ending a restore: %w", err)
	}
	return syncPath(dir)
}

// setAside moves a present file with its log. The log must never meet the file that comes: an older copy of the same
// file would take it for its own.
func setAside(dir, out string, wall Wall) error {
	if err := os.MkdirAll(out, 0o700); err != nil {
		return fmt.Errorf("setting a file aside: %w", err)
	}
	for _, name := range []string{fileName(wall), logName(wall)} {
		if err := moveIfThere(dir, out, name); err != nil {
			return err
		}
	}
	if err := removeIfThere(filepath.Join(dir, fileName(wall)+"-shm")); err != nil {
		return err
	}
	return errors.Join(syncPath(out), syncPath(dir))
}

func moveIfThere(from, to, name string) error {
	return rename(filepath.Join(from, name), filepath.Join(to, name))
}

// rename moves what is there; what is not has been moved before.
func rename(from, to string) error {
	if !there(from) {
		return nil
	}
	if err := os.Rename(from, to); err != nil {
		return fmt.Errorf("moving a file of a restore: %w", err)
	}
	return nil
}
