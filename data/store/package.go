package store

import (
	"archive/zip"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"saya/data"
	"saya/data/place"
)

// PackageEnding is that of the names of packages.
const PackageEnding = ".saya-package"

// WritePackage backs up the centre and writes that backup as one file, for another computer or whoever runs the centre
// next. All in it but the manifest is encrypted: it opens with the accounts and recovery codes of today. A file of that
// name is replaced.
func (s *Store) WritePackage(ctx context.Context, actor data.Actor, path string) (err error) {
	defer func() { err = refuse(ended(ctx, err)) }()
	if err := s.permit(actor, data.RestoreBackups); err != nil {
		return err
	}
	if err := place.CheckBackup(filepath.Dir(path)); err != nil {
		return err
	}
	b, err := s.makeBackup(ctx, BackupAsked, nil)
	if err != nil {
		return err
	}
	if err := s.act(ctx, actor, "write_package", ""); err != nil { // first: there is no package without a line
		return err
	}
	return writePackage(ctx, b.Path, path)
}

// writePackage packs the folder of a backup: written beside its place, read back, and only then given its name.
func writePackage(ctx context.Context, dir, path string) (err error) {
	part, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".*"+partEnding) // for its owner only
	if err != nil {
		return fmt.Errorf("writing a package: %w", err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, removeIfThere(part.Name()))
		}
	}()
	err = pack(ctx, dir, part)
	if err == nil {
		err = part.Sync()
	}
	if err := errors.Join(err, part.Close()); err != nil {
		return fmt.Errorf("writing a package: %w", err)
	}
	p, err := openPackage(part.Name())
	if err != nil {
		return err
	}
	if err := errors.Join(p.unpack(ctx, ""), p.Close()); err != nil {
		return err
	}
	if err := os.Rename(part.Name(), path); err != nil {
		return fmt.Errorf("naming a package: %w", err)
	}
	return syncPath(filepath.Dir(path))
}

func pack(ctx context.Context, dir string, to io.Writer) error {
	m, err := readManifest(dir)
	if err != nil {
		return err
	}
	z := zip.NewWriter(to)
	names := []string{manifestName}
	for _, p := range m.parts() {
		names = append(names, p.Name)
	}
	for _, name := range names {
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
		if err == nil {
			err = packFile(ctx, filepath.Join(dir, name), w)
		}
		if err != nil {
			return fmt.Errorf("packing %s: %w", name, err)
		}
	}
	return z.Close()
}

func packFile(ctx context.Context, path string, to io.Writer) error {
	h, err := os.Open(path)
	if err != nil {
		return err
	}
	_, err = sumOf(ctx, h, to)
	return errors.Join(err, h.Close())
}
