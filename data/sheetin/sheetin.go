package sheetin

import (
	"context"
	"runtime"

	"saya/data"
)

// The largest file that is read. Beyond any of these the file is refused with a sentence that names the limit.
const (
	MaxMegabytes  = 100       // of the file as it lies on the disk
	MaxRows       = 300_000   // of one sheet
	MaxColumns    = 500       // of one sheet, the last one with a value
	MaxCharacters = 32_767    // of one cell, the limit of Excel itself
	maxCells      = 8_000_000 // of all sheets, empty ones before a filled one included: about 200 MB
	maxUnpacked   = 512 << 20 // bytes of the parts of a workbook that are read
)

// File is a spreadsheet as it was read.
type File struct {
	Name      string  // base name
	Sheets    []Sheet // those that hold anything, in the order of the book; one of a text file
	Encoding  string  // of a text file: "utf-8", "utf-16", "windows-1251", "kz-1048", "ibm866", "koi8-r"; "" of a workbook
	Separator rune    // of a text file
}

// Sheet is one sheet of a [File].
type Sheet struct {
	Name     string // "" of a text file
	Hidden   bool
	Date1904 bool     // serials count days from 1904, as old books of the Macintosh do
	Rows     [][]Cell // from the first row of the sheet; trailing empty cells and rows are cut
}

// CellKind says what a cell holds.
type CellKind uint8

// The kinds of cells. A text file knows only Empty, Text and Failed.
const (
	Empty    CellKind = iota
	Text              // cleaned of invisible signs; line breaks inside stay
	Number            // the raw number with a point; also days and times, as serials
	Bool              // "1" or "0"
	Failed            // #N/A and its like: a formula that failed
	Unvalued          // a formula whose value the file does not hold
)

// Cell is one cell of a [Sheet].
type Cell struct {
	Text   string
	Kind   CellKind
	Merged bool // repeated from the first cell of a merged area
}

// Read reads a workbook or a text file by its content, not by its name. A file that cannot be read is a *[data.Error]
// that says what is wrong and what to do; its arguments may hold Sheet, Row and Column, never a path or a value.
func Read(ctx context.Context, path string) (f File, err error) {
	defer func() {
		// A file that no test thought of must not end the program and what is being written in it.
		if r := recover(); r != nil {
			damaged := refuse(data.Invalid, "sheetin.damaged")
			damaged.Err, _ = r.(runtime.Error) // it names indexes, never values
			f, err = File{}, damaged
		}
	}()
	return read(ctx, path)
}

// refuse makes the refusal of a file.
func refuse(code data.Code, key string, args ...any) *data.Error {
	return &data.Error{Code: code, Key: key, Args: args}
}
