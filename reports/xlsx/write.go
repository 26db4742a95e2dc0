// Package xlsx writes a report as an Excel workbook. excelize makes the
// structure, an encoder of our own the rows: the same report gives the same
// bytes, formulas carry their values, and memory does not grow with the XML.
package xlsx

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"time"

	"github.com/klauspost/compress/flate"

	"saya/reports/spec"
)

// zipTime is the date of every entry: a workbook tells nothing of the moment
// it was made.
var zipTime = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// level of compression: 6 would save three hundredths of the size and cost a
// sixth more work.
const level = 5

// Write writes the report to w. It gives up between two chunks of rows when ctx
// is cancelled; what w holds then is no workbook. A table beyond the limits of
// Excel is ErrTooLarge.
func Write(ctx context.Context, w io.Writer, r spec.Report, p spec.Printer) error {
	if len(r.Sheets) == 0 {
		return errors.New("write a workbook: the report has no sheets")
	}
	pages, err := layout(r, p)
	if err != nil {
		return fmt.Errorf("write a workbook: %w", err)
	}
	b, err := newBook(r, pages, p)
	if err != nil {
		return fmt.Errorf("write a workbook: %w", err)
	}
	if err := b.pack(ctx, w, pages, p); err != nil {
		return fmt.Errorf("write a workbook: %w", err)
	}
	return nil
}

// pack writes the parts in the order of their names, the shared strings last:
// they are known once every row is written.
func (b *book) pack(ctx context.Context, w io.Writer, pages []page, p spec.Printer) error {
	z := zip.NewWriter(w)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) {
		return flate.NewWriter(w, level)
	})
	sheets := map[string]*page{}
	for i := range pages {
		sheets[partOfSheet(i)] = &pages[i]
	}
	texts := newStringTable()
	for _, name := range slices.Sorted(maps.Keys(b.parts)) {
		if name == partOfStrings {
			continue
		}
		entry, err := create(z, name)
		if err != nil {
			return err
		}
		if g := sheets[name]; g == nil {
			_, err = entry.Write(b.parts[name])
		} else {
			delete(sheets, name)
			err = b.writeSheet(ctx, entry, name, &rowWriter{encoder: newEncoder(g.lastCol(), texts, p), page: g, styles: &b.styles})
		}
		if err != nil {
			return err
		}
	}
	if len(sheets) > 0 || b.parts[partOfStrings] == nil {
		return errors.New("the structure lacks a sheet or the shared strings")
	}
	entry, err := create(z, partOfStrings)
	if err != nil {
		return err
	}
	if err := texts.writeTo(entry); err != nil {
		return err
	}
	return z.Close()
}

func create(z *zip.Writer, name string) (io.Writer, error) {
	return z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: zipTime})
}

// writeSheet writes the part of a sheet with its rows in it.
func (b *book) writeSheet(ctx context.Context, out io.Writer, name string, rows *rowWriter) error {
	before, after, found := splitSheet(b.parts[name])
	if !found {
		return fmt.Errorf("%s has no sheet data", name)
	}
	if _, err := out.Write(append(bytes.Clone(before), "<sheetData>"...)); err != nil {
		return err
	}
	var running context.Context
	running, rows.out = newRelay(ctx, out)
	rows.writeRows(running)
	if err := rows.out.close(running); err != nil {
		return err
	}
	_, err := out.Write(append([]byte("</sheetData>"), after...))
	return err
}
