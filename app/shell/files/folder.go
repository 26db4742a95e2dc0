// Package files is what a chooser of files knows of the disk. It has no window: its calls may wait for a disk or a
// network, so they do not belong on the UI goroutine.
package files

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"

	"saya/data"
	"saya/data/fold"
)

// Item is a folder, or a file that fits, in a folder.
type Item struct {
	Name    string
	Folder  bool
	Size    int64 // bytes of a file
	Changed time.Time

	order         []byte // sort key of the name
	lower, folded string // search keys of the name
}

// Folder is a folder as it was read.
type Folder struct {
	Path  string // absolute
	Items []Item // folders first, by name
	// File is the path of a file in it, when that was asked for in place of the folder, else "".
	File string
}

// Reader reads folders for one chooser. It is safe for concurrent use.
type Reader struct {
	// Endings of the files that fit, in small letters with the dot; none for a chooser of folders.
	Endings  []string
	Alphabet *data.Alphabet // orders the names
}

// Open reads the folder at a path; the path of a file that fits is answered with its folder. Hidden files are left
// out, as is what cannot be looked at. Its errors are those of [Refusal], or that of a context that has ended.
func (r Reader) Open(ctx context.Context, path string) (Folder, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return Folder{}, Refusal(err)
	case info.IsDir():
		return r.read(ctx, path)
	case len(r.Endings) == 0:
		return Folder{}, refuse("files.not_folder")
	case !r.fits(path) || !info.Mode().IsRegular():
		return Folder{}, refuse("files.not_fitting")
	}
	folder, err := r.read(ctx, filepath.Dir(path))
	folder.File = path
	return folder, err
}

// batch is how many names are read before the context is asked again.
const batch = 256

func (r Reader) read(ctx context.Context, path string) (folder Folder, err error) {
	folder.Path = path
	dir, err := os.Open(path)
	if err != nil {
		return folder, Refusal(err)
	}
	defer func() { err = errors.Join(err, dir.Close()) }()
	for {
		if err := ctx.Err(); err != nil {
			return folder, err
		}
		entries, err := dir.ReadDir(batch)
		for _, entry := range entries {
			if item, ok := r.item(path, entry); ok {
				folder.Items = append(folder.Items, item)
			}
		}
		switch {
		case errors.Is(err, io.EOF):
			slices.SortFunc(folder.Items, compareNames)
			return folder, nil
		case err != nil:
			return folder, Refusal(err)
		}
	}
}

// item looks at one name; false when it is not shown.
func (r Reader) item(dir string, entry fs.DirEntry) (Item, bool) {
	name := entry.Name()
	if strings.HasPrefix(name, ".") || !entry.IsDir() && entry.Type()&fs.ModeSymlink == 0 && !r.fits(name) {
		return Item{}, false
	}
	info, err := entry.Info()
	if err == nil && info.Mode()&fs.ModeSymlink != 0 {
		info, err = os.Stat(filepath.Join(dir, name))
	}
	if err != nil || hidden(info) || !info.IsDir() && !(info.Mode().IsRegular() && r.fits(name)) {
		return Item{}, false
	}
	item := Item{
		Name: name, Folder: info.IsDir(), Size: info.Size(), Changed: info.ModTime(),
		order: r.Alphabet.Key(name), lower: strings.ToLower(name), folded: fold.Key(name),
	}
	return item, true
}

func (r Reader) fits(name string) bool {
	return slices.Contains(r.Endings, strings.ToLower(filepath.Ext(name)))
}

// Make makes a folder of this name, which only its owner may look into.
func Make(parent, name string) error {
	if strings.HasPrefix(name, ".") || strings.ContainsAny(name, `<>:"/\|?*`) || !filepath.IsLocal(name) {
		return refuse("files.bad_name")
	}
	if err := os.Mkdir(filepath.Join(parent, name), 0o700); err != nil {
		return Refusal(err)
	}
	return nil
}

// Refusal is why the disk refused, as a person can read it.
func Refusal(err error) error {
	key := "files.unreadable"
	switch {
	case errors.Is(err, fs.ErrPermission):
		key = "files.denied"
	case errors.Is(err, fs.ErrExist):
		key = "files.exists"
	case errors.Is(err, fs.ErrNotExist):
		key = "files.missing"
	case errors.Is(err, syscall.ENOTDIR):
		key = "files.not_folder"
	}
	return &data.Error{Code: data.Storage, Key: key, Err: err}
}

func refuse(key string) error { return &data.Error{Code: data.Invalid, Key: key} }
