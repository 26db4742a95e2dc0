package sheetin

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"saya/data"
)

// read is [Read] without its net: what fuzzing calls.
func read(ctx context.Context, path string) (File, error) {
	// Looked at before it is opened: opening a pipe would wait for ever.
	info, err := os.Stat(path)
	if err != nil {
		return File{}, unopened(err)
	}
	switch {
	case !info.Mode().IsRegular():
		return File{}, refuse(data.Invalid, "sheetin.folder")
	case info.Size() == 0:
		return File{}, refuse(data.Invalid, "sheetin.empty")
	case info.Size() > MaxMegabytes<<20:
		return File{}, refuse(data.Invalid, "sheetin.too_large", "Limit", MaxMegabytes)
	}
	from, err := os.Open(path)
	if err != nil {
		return File{}, unopened(err)
	}
	defer from.Close()
	f, err := readContent(ctx, from, info.Size())
	f.Name = filepath.Base(path)
	return f, err
}

// source is an open file.
type source interface {
	Read([]byte) (int, error)
	ReadAt([]byte, int64) (int, error)
}

// readContent reads what a file of that many bytes holds.
func readContent(ctx context.Context, from source, size int64) (File, error) {
	head := make([]byte, min(size, 512))
	if _, err := from.ReadAt(head, 0); err != nil {
		return File{}, unopened(err)
	}
	switch foreign(head) {
	case "zip":
		return readWorkbook(ctx, from, size)
	case "ole":
		return File{}, oldDocument(from, size)
	case "picture":
		return File{}, refuse(data.Invalid, "sheetin.picture")
	case "document":
		return File{}, refuse(data.Invalid, "sheetin.not_a_table")
	}
	return readText(ctx, from, size)
}

// foreign tells by its first bytes what kind of file it is that is no text; "" for what may be one.
func foreign(head []byte) string {
	for _, m := range []struct{ begins, kind string }{
		{"PK\x03\x04", "zip"},
		{"PK\x05\x06", "zip"}, // with nothing in it
		{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"},
		{"\x89PNG", "picture"},
		{"\xff\xd8\xff", "picture"},
		{"GIF8", "picture"},
		{"BM", "bmp"},
		{"II*\x00", "picture"},
		{"MM\x00*", "picture"},
		{"RIFF", "riff"},
		{"%PDF", "document"},
		{"{\\rtf", "document"},
		{"Rar!\x1a", "document"},
		{"7z\xbc\xaf", "document"},
		{"\x1f\x8b", "document"},
		{"SQLite format 3", "document"},
	} {
		if !bytes.HasPrefix(head, []byte(m.begins)) {
			continue
		}
		switch {
		case m.kind == "bmp" && !bytes.Contains(head[:min(len(head), 16)], []byte{0}), m.kind == "riff" && !bytes.Contains(head, []byte("WEBP")):
			return "" // a text that begins with these letters
		case m.kind == "bmp", m.kind == "riff":
			return "picture"
		}
		return m.kind
	}
	if len(head) > 12 && string(head[4:8]) == "ftyp" { // photos of telephones
		return "picture"
	}
	return markup(head)
}

// markup tells pages and XML, which old programs save under the name .xls, from tables of text.
func markup(head []byte) string {
	start := bytes.ToLower(bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n"))
	for _, begins := range []string{"<!doctype", "<html", "<head", "<table", "<?xml"} {
		if bytes.HasPrefix(start, []byte(begins)) {
			return "document"
		}
	}
	return ""
}

// oldDocument refuses an OLE container: a workbook with a password, an .xls, or a document of another program. Which
// one, its table of contents says, whose names are UTF-16.
func oldDocument(from source, size int64) error {
	content := make([]byte, size)
	if _, err := from.ReadAt(content, 0); err != nil {
		return unopened(err)
	}
	switch {
	case bytes.Contains(content, wide("EncryptedPackage")):
		return refuse(data.Invalid, "sheetin.encrypted")
	case bytes.Contains(content, wide("Workbook")), bytes.Contains(content, wide("Book")):
		return refuse(data.Invalid, "sheetin.xls")
	}
	return refuse(data.Invalid, "sheetin.not_a_table")
}

func wide(s string) []byte {
	out := make([]byte, 0, 2*len(s))
	for i := range len(s) {
		out = append(out, s[i], 0)
	}
	return out
}

// unopened says why a file does not open. Of the system's error only the reason is kept: the path may hold a name.
func unopened(err error) error {
	reason := err
	var at *fs.PathError
	if errors.As(err, &at) {
		reason = at.Err
	}
	e := refuse(data.Storage, "sheetin.unreadable")
	switch {
	case errors.Is(err, fs.ErrNotExist):
		e = refuse(data.NotFound, "sheetin.missing")
	case heldElsewhere(reason):
		e = refuse(data.Storage, "sheetin.held")
	case errors.Is(err, fs.ErrPermission):
		e = refuse(data.Storage, "sheetin.no_access")
	}
	e.Err = reason
	return e
}
