package sheetin

import (
	"archive/zip"
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"path"
	"strings"

	"github.com/klauspost/compress/flate"
	"golang.org/x/text/encoding/unicode"

	"saya/data"
)

// book is a workbook being read: its parts, and what is left of the limits.
type book struct {
	ctx      context.Context
	parts    map[string]*zip.File // by path, in lower case
	unpacked int64                // bytes of parts that may still be read
	cells    int                  // cells that may still be kept
	strings  []string             // the shared strings, cleaned
	date1904 bool
}

// errUnpacked says that the parts of a workbook are larger than is allowed, whatever its table of contents promised.
var errUnpacked = errors.New("unpacks to too much")

func readWorkbook(ctx context.Context, from io.ReaderAt, size int64) (File, error) {
	archive, err := zip.NewReader(from, size)
	if err != nil {
		return File{}, refuse(data.Invalid, "sheetin.damaged")
	}
	archive.RegisterDecompressor(zip.Deflate, func(r io.Reader) io.ReadCloser { return flate.NewReader(r) })
	b := &book{ctx: ctx, parts: map[string]*zip.File{}, unpacked: maxUnpacked, cells: maxCells}
	for _, part := range archive.File {
		name := strings.ToLower(strings.Trim(strings.ReplaceAll(part.Name, `\`, "/"), "/"))
		if b.parts[name] == nil {
			b.parts[name] = part
		}
	}
	if err := b.kind(); err != nil {
		return File{}, err
	}
	sheets, err := b.sheets()
	if err != nil {
		return File{}, b.refusal(err)
	}
	if len(sheets) == 0 {
		return File{}, refuse(data.Invalid, "sheetin.empty")
	}
	return File{Sheets: sheets}, nil
}

// kind refuses archives that are no workbook of this kind.
func (b *book) kind() error {
	switch {
	case b.parts["_rels/.rels"] != nil && b.parts["xl/workbook.bin"] != nil:
		return refuse(data.Invalid, "sheetin.xlsb")
	case b.parts["[content_types].xml"] != nil && (b.parts["word/document.xml"] != nil || b.parts["ppt/presentation.xml"] != nil):
		return refuse(data.Invalid, "sheetin.not_a_table")
	case b.parts["mimetype"] != nil && b.parts["content.xml"] != nil:
		return refuse(data.Invalid, "sheetin.ods")
	case b.parts["_rels/.rels"] == nil:
		return refuse(data.Invalid, "sheetin.not_a_table")
	}
	return nil
}

// refusal says what is wrong in the words of a person.
func (b *book) refusal(err error) error {
	var refused *data.Error
	switch {
	case errors.As(err, &refused), b.ctx.Err() != nil:
		return err
	case errors.Is(err, errEntity):
		return refuse(data.Invalid, "sheetin.entities")
	case errors.Is(err, errUnpacked), errors.Is(err, errLongToken):
		return refuse(data.Invalid, "sheetin.bomb")
	}
	return refuse(data.Invalid, "sheetin.damaged")
}

// open opens a part, whose bytes count against what may be unpacked. A part that is not there is [io.ErrUnexpectedEOF].
func (b *book) open(name string) (io.ReadCloser, error) {
	part := b.parts[strings.ToLower(name)]
	if part == nil {
		return nil, io.ErrUnexpectedEOF
	}
	if part.UncompressedSize64 > uint64(b.unpacked) {
		return nil, errUnpacked
	}
	r, err := part.Open()
	if err != nil {
		return nil, err
	}
	return struct {
		io.Reader
		io.Closer
	}{utf8Reader(&countedReader{r: r, left: &b.unpacked, ctx: b.ctx}), r}, nil
}

// countedReader takes what it reads from the bytes that are left, and ends when nobody waits any more.
type countedReader struct {
	r    io.Reader
	left *int64
	ctx  context.Context
}

func (c *countedReader) Read(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := c.r.Read(p)
	if *c.left -= int64(n); *c.left < 0 {
		return n, errUnpacked
	}
	return n, err
}

// tags calls fn for every start tag of a part.
func (b *book) tags(name string, fn func(*scanner) error) error {
	r, err := b.open(name)
	if err != nil {
		return err
	}
	defer r.Close()
	s := newScanner(r)
	for {
		kind, err := s.next()
		if err != nil || kind == endOfFile {
			return err
		}
		if kind == startTag {
			if err := fn(s); err != nil {
				return err
			}
		}
	}
}

// relation is one reference from a part to another: its id, its kind and the path of the other part.
type relation struct{ id, kind, target string }

// relations reads what a part refers to; a part without such a list refers to nothing.
func (b *book) relations(of string) ([]relation, error) {
	folder, name := path.Split(of)
	list := folder + "_rels/" + name + ".rels"
	if b.parts[strings.ToLower(list)] == nil {
		return nil, nil
	}
	var all []relation
	err := b.tags(list, func(s *scanner) error {
		if !s.is("Relationship") {
			return nil
		}
		target := s.value("Target")
		if strings.HasPrefix(target, "/") {
			target = target[1:]
		} else {
			target = path.Join(path.Dir(of), target)
		}
		// The kinds of the two editions of the standard end alike.
		all = append(all, relation{id: s.value("Id"), kind: path.Base(s.value("Type")), target: target})
		return nil
	})
	return all, err
}

// utf8Reader turns UTF-16, which Excel takes too, into UTF-8, and drops a byte order mark.
func utf8Reader(r io.Reader) io.Reader {
	buffered := bufio.NewReader(r)
	mark, _ := buffered.Peek(3)
	if bytes.HasPrefix(mark, []byte{0xff, 0xfe}) || bytes.HasPrefix(mark, []byte{0xfe, 0xff}) {
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Reader(buffered)
	}
	if string(mark) == "\xef\xbb\xbf" {
		_, _ = buffered.Discard(len(mark)) // they are in the buffer
	}
	return buffered
}
