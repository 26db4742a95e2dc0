// Package check finds in an .xlsx file what makes Excel offer a repair and what
// schema validators let pass: numbers that point nowhere, counts that lie, names
// that clash.
package check

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// Problem is one fault of a workbook.
type Problem struct {
	Part string // name of the part in the zip file
	Text string
}

func (p Problem) String() string { return p.Part + ": " + p.Text }

// Workbook returns the faults of the .xlsx file in r, of size bytes, in the
// order in which they were met; nil for a sound one. It reads what this program
// writes, not everything that the format allows.
func Workbook(r io.ReaderAt, size int64) []Problem {
	c := &checker{parts: map[string][]byte{}, relations: map[string]map[string]relation{}, sheets: map[string]*sheet{}, tableNames: map[string]*table{}}
	c.unzip(r, size)
	if len(c.problems) > 0 {
		return c.problems
	}
	c.checkTypes()
	c.checkRelations()
	c.readStrings()
	c.checkStyles()
	c.readSheets()
	for _, part := range slices.Sorted(maps.Keys(c.sheets)) {
		c.checkSheet(c.sheets[part])
	}
	c.checkStringCounts()
	c.checkNames()
	c.checkFormulas()
	c.checkOffers()
	c.checkCharts()
	return c.problems
}

type checker struct {
	problems   []Problem
	parts      map[string][]byte
	relations  map[string]map[string]relation // by the part that has them, by id
	strings    []string
	counted    [2]string // what the shared strings say of themselves: count, unique
	shown      int       // cells that show a shared string
	formats    int       // cell formats in the styles
	order      []*sheet  // as in the workbook
	sheets     map[string]*sheet
	tableNames map[string]*table
	formulas   []formula
	offers     []formula // of drop-downs
}

type formula struct{ part, cell, text string }

func (c *checker) bad(part, format string, args ...any) {
	c.problems = append(c.problems, Problem{Part: part, Text: fmt.Sprintf(format, args...)})
}

func (c *checker) unzip(r io.ReaderAt, size int64) {
	z, err := zip.NewReader(r, size)
	if err != nil {
		c.bad("", "no zip file: %v", err)
		return
	}
	for _, f := range z.File {
		if _, twice := c.parts[f.Name]; twice {
			c.bad(f.Name, "is there twice")
		}
		content, err := readAll(f)
		if err != nil {
			c.bad(f.Name, "cannot be read: %v", err)
		}
		c.parts[f.Name] = content
	}
}

func readAll(f *zip.File) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return io.ReadAll(r)
}

// element is a start tag as walk meets it.
type element struct {
	xml.StartElement
	name   string
	parent string
	depth  int // 0: the root
}

// attr is an attribute by its local name, "" when it is not there.
func (e element) attr(name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// walk calls start for every start tag and text with the content of every
// element that holds nothing but text.
func (c *checker) walk(part string, start func(element), text func(name, content string)) {
	d := xml.NewDecoder(bytes.NewReader(c.parts[part]))
	var path []string
	var content strings.Builder
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			c.bad(part, "is no XML: %v", err)
			return
		}
		switch t := token.(type) {
		case xml.StartElement:
			e := element{StartElement: t, name: t.Name.Local, depth: len(path)}
			if len(path) > 0 {
				e.parent = path[len(path)-1]
			}
			path = append(path, e.name)
			content.Reset()
			if start != nil {
				start(e)
			}
		case xml.CharData:
			content.Write(t)
		case xml.EndElement:
			path = path[:len(path)-1]
			if text != nil {
				text(t.Name.Local, content.String())
			}
			content.Reset()
		}
	}
}
