package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"time"

	"github.com/gofrs/flock"

	"saya/data"
)

// Backups is what the acts of this file signal: see [Store.OnChange].
const Backups Table = "backups"

const (
	backupsFolder = "backups"
	backupLayout  = "20060102T150405Z"
	partEnding    = ".part" // of a folder that is not a backup yet, or not any more
	// backupPatience is how long one who backs up waits for another to end.
	backupPatience = time.Minute
)

// backupName is the form of the name of a backup's folder: UTC, and a number where there are several of one second.
func backupName() *regexp.Regexp { return regexp.MustCompile(`^\d{8}T\d{6}Z(-\d+)?$`) }

// Backup copies all files of the centre into a folder of its own, in the centre's folder and in the second one, if it
// is set and there. Files that the account opens are looked through and verified; others are copied as they are, to be
// verified by whoever opens them, see [Store.VerifyBackup]. progress, which may be nil, is told in bytes. A second folder
// that could not be reached is told in the backup's Warning. Then old backups go, see [rotate].
func (s *Store) Backup(ctx context.Context, actor data.Actor, why BackupReason, progress func(done, total int64)) (b Backup, err error) {
	defer func() { err = refuse(ended(ctx, err)) }()
	if err := s.permitAny(actor); err != nil {
		return Backup{}, err
	}
	if b, err = s.makeBackup(ctx, why, progress); err != nil {
		return Backup{}, err
	}
	return b, s.act(ctx, actor, "backup", string(why))
}

// act writes an act down that changes no record; about is the reason of a backup, or the name of its folder.
func (s *Store) act(ctx context.Context, actor data.Actor, kind, about string) error {
	return s.inTx(ctx, s.centre, actor, kind, func(w *tx) error {
		w.acted(about)
		return nil
	})
}

func (w *tx) acted(about string) {
	w.touched[Backups] = true
	w.note("", 0, "", about)
}

func (s *Store) makeBackup(ctx context.Context, why BackupReason, progress func(done, total int64)) (b Backup, err error) {
	unlock, err := s.lockBackups(ctx)
	if err != nil {
		return Backup{}, err
	}
	defer func() { err = errors.Join(err, unlock()) }()
	m := newMeter(s.files(), progress)
	made := manifest{Format: backupFormat, At: data.StampOf(s.now()), Why: why}
	dir, err := writeFolder(s.backups(), made.At, func(dir string) error {
		for _, f := range s.files() {
			copied, err := s.copyFile(ctx, f, dir, m)
			if err != nil {
				return err
			}
			made.Files = append(made.Files, copied)
		}
		return made.write(dir)
	})
	if err != nil {
		return Backup{}, err
	}
	warning := s.copyToSecond(ctx, dir, made)
	warning = errors.Join(warning, s.rotate(ctx))
	b = s.inspect(dir, false)
	b.Warning = refuse(warning)
	m.end()
	return b, nil
}

// beforeMigration backs up once, however many files are changed then.
func (s *Store) beforeMigration(ctx context.Context) error {
	if s.migrating {
		return nil
	}
	_, err := s.makeBackup(ctx, BackupMigration, nil)
	s.migrating = err == nil
	return err
}

func (s *Store) backups() string { return filepath.Join(s.dir, backupsFolder) }

// lockBackups lets one program at a time make, mark and delete backups.
func (s *Store) lockBackups(ctx context.Context) (unlock func() error, err error) {
	if err := errors.Join(os.MkdirAll(s.backups(), 0o700), syncPath(s.dir)); err != nil {
		return nil, fmt.Errorf("making the folder of backups: %w", err)
	}
	lock := flock.New(filepath.Join(s.backups(), "lock"), flock.SetPermissions(0o600))
	waiting, cancel := context.WithTimeout(ctx, backupPatience)
	defer cancel()
	ok, err := lock.TryLockContext(waiting, lockRetry)
	switch {
	case ok:
		return lock.Unlock, nil
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case err == nil || errors.Is(err, context.DeadlineExceeded):
		return nil, &data.Error{Code: data.Locked, Key: "backup.busy"}
	}
	return nil, fmt.Errorf("locking the backups: %w", err)
}

// writeFolder fills a folder of backups with one more: under another name, flushed, and only then given its own. After a
// failure nothing of it is left; what a crash left is swept away. The backups are locked.
func writeFolder(folder string, at data.Stamp, fill func(dir string) error) (dir string, err error) {
	if err := sweepParts(folder); err != nil {
		return "", err
	}
	if dir, err = freeName(folder, at); err != nil {
		return "", err
	}
	part := dir + partEnding
	if err := os.Mkdir(part, 0o700); err != nil {
		return "", fmt.Errorf("making the folder of a backup: %w", err)
	}
	if err = fill(part); err == nil {
		err = syncPath(part)
	}
	if err == nil {
		err = os.Rename(part, dir)
	}
	if err != nil {
		return "", errors.Join(fmt.Errorf("making a backup: %w", err), os.RemoveAll(part))
	}
	return dir, syncPath(folder)
}

// freeName is the path of a backup of that moment, after all others of that second.
func freeName(folder string, at data.Stamp) (string, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return "", fmt.Errorf("naming a backup: %w", err)
	}
	name, n := at.Time().UTC().Format(backupLayout), 0
	for _, e := range entries {
		if rest, ok := strings.CutPrefix(e.Name(), name); ok {
			other, _ := strconv.Atoi(strings.TrimPrefix(rest, "-")) // the first has no number
			n = max(n, other, 1)
		}
	}
	if n > 0 {
		name += "-" + strconv.Itoa(n+1)
	}
	return filepath.Join(folder, name), nil
}

func sweepParts(folder string) error {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return fmt.Errorf("listing backups: %w", err)
	}
	for _, e := range entries {
		name, half := strings.CutSuffix(e.Name(), partEnding)
		if half && backupName().MatchString(name) {
			err = errors.Join(err, os.RemoveAll(filepath.Join(folder, e.Name())))
		}
	}
	return err
}

// syncPath flushes a file or, where the system can, a folder.
func syncPath(path string) error {
	flag := os.O_RDWR // what Windows wants for flushing
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		if runtime.GOOS == "windows" {
			return nil
		}
		flag = os.O_RDONLY
	}
	h, err := os.OpenFile(path, flag, 0)
	if err != nil {
		return fmt.Errorf("flushing: %w", err)
	}
	return errors.Join(h.Sync(), h.Close())
}
