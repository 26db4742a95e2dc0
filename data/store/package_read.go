package store

import (
	"archive/zip"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"saya/data"
)

// ReadPackage makes the centre of a package in a folder that is empty or not there yet, on a disk of this computer. It is
// opened then as ever. Every file is compared with its hash; after a refusal nothing is left.
func ReadPackage(ctx context.Context, packagePath, dir string) (err error) {
	defer func() { err = refuse(ended(ctx, err)) }()
	s, err := newStore(dir, nil)
	if err != nil {
		return err
	}
	p, err := openPackage(packagePath)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, p.Close()) }()
	if err := s.knows(p.manifest); err != nil {
		return err
	}
	made, err := s.prepareFolder()
	if err != nil {
		return err
	}
	if err := s.settle(ctx, p); err != nil {
		return errors.Join(err, s.sweep(made))
	}
	return nil
}

// settle unpacks a package beside the places of its files and moves them there when all are right, the centre's own
// last: where it is, the centre is whole.
func (s *Store) settle(ctx context.Context, p *packed) error {
	if err := p.unpack(ctx, s.dir); err != nil {
		return err
	}
	for _, f := range s.files() {
		if err := sealedAs(f.path+partEnding, f.wall); err != nil {
			return err
		}
	}
	for _, f := range s.files() {
		for _, path := range []string{f.path + "-wal", f.path} {
			if err := rename(path+partEnding, path); err != nil {
				return err
			}
		}
	}
	return syncPath(s.dir)
}

// packed is a package that is open.
type packed struct {
	io.Closer
	manifest manifest
	parts    map[string]*zip.File
}

func openPackage(path string) (*packed, error) {
	h, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("opening a package: %w", err)
	}
	info, err := h.Stat()
	if err != nil {
		return nil, errors.Join(fmt.Errorf("opening a package: %w", err), h.Close())
	}
	p, err := readPackage(h, info.Size())
	if err != nil {
		return nil, errors.Join(err, h.Close())
	}
	p.Closer = h
	return p, nil
}

// readPackage finds the manifest and all files that it names, and nothing else.
func readPackage(r io.ReaderAt, size int64) (*packed, error) {
	z, err := zip.NewReader(r, size)
	if err != nil {
		return nil, &data.Error{Code: data.Storage, Key: "backup.no_package", Err: err}
	}
	p := &packed{parts: map[string]*zip.File{}}
	for _, f := range z.File {
		if p.parts[f.Name] != nil || f.Method != zip.Store || f.CompressedSize64 != f.UncompressedSize64 {
			return nil, brokenPackage(nil)
		}
		p.parts[f.Name] = f
	}
	if p.manifest, err = p.readManifest(); err != nil {
		return nil, err
	}
	if len(p.manifest.Files) != len(data.Walls()) || len(p.parts) != 1+len(p.manifest.parts()) {
		return nil, brokenPackage(nil)
	}
	for _, want := range p.manifest.parts() {
		f := p.parts[want.Name]
		if f == nil || f.UncompressedSize64 != uint64(want.Bytes) {
			return nil, brokenPackage(nil)
		}
	}
	return p, nil
}

func (p *packed) readManifest() (m manifest, err error) {
	f := p.parts[manifestName]
	if f == nil || f.UncompressedSize64 > longestManifest {
		return m, brokenPackage(nil)
	}
	r, err := f.Open()
	if err != nil {
		return m, brokenPackage(err)
	}
	m, err = decodeManifest(r)
	if len(data.Refusals(err)) > 0 {
		return m, err
	}
	if err := errors.Join(err, r.Close()); err != nil {
		return m, brokenPackage(err)
	}
	return m, nil
}

// unpack writes all files into a folder, each with an ending that says that it is not in its place yet, and compares
// them with their hashes; without a folder it compares only.
func (p *packed) unpack(ctx context.Context, dir string) error {
	for _, want := range p.manifest.parts() {
		r, err := p.parts[want.Name].Open()
		if err != nil {
			return brokenPackage(err)
		}
		var got BackupPart
		if dir == "" {
			got, err = sumOf(ctx, r, io.Discard)
		} else {
			got, err = writePart(ctx, r, filepath.Join(dir, want.Name+partEnding))
		}
		err = errors.Join(err, r.Close())
		if isBroken(err) || err == nil && (got.Bytes != want.Bytes || got.SHA256 != want.SHA256) {
			return brokenPackage(err)
		}
		if err != nil {
			return fmt.Errorf("unpacking %s: %w", want.Name, err)
		}
	}
	return nil
}

// isBroken tells whether a package and not the disk is to blame.
func isBroken(err error) bool {
	return slices.ContainsFunc([]error{zip.ErrFormat, zip.ErrAlgorithm, zip.ErrChecksum, io.ErrUnexpectedEOF}, func(e error) bool {
		return errors.Is(err, e)
	})
}

func brokenPackage(err error) error {
	return &data.Error{Code: data.Storage, Key: "backup.package_broken", Err: err}
}
