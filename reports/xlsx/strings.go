package xlsx

import (
	"io"
	"strconv"
)

// stringTable is the shared strings of a workbook. Some readers and previewers
// show strings written in place as blanks, so every text goes through it.
type stringTable struct {
	index map[string]int
	texts []string // clean
	refs  int
}

func newStringTable() *stringTable { return &stringTable{index: map[string]int{}} }

// add returns the index of a text, counted as used once.
func (t *stringTable) add(s string) int {
	t.refs++
	return t.place(s)
}

// place returns the index of a text, which is in the table from now on.
func (t *stringTable) place(s string) int {
	i, known := t.index[s]
	if known {
		return i
	}
	tidy := clean(s)
	if i, known = t.index[tidy]; !known {
		i = len(t.texts)
		t.texts = append(t.texts, tidy)
		t.index[tidy] = i
	}
	if tidy != s {
		t.index[s] = i
	}
	return i
}

// writeTo writes the part xl/sharedStrings.xml.
func (t *stringTable) writeTo(w io.Writer) error {
	b := make([]byte, 0, chunk+maxCell)
	b = append(b, xmlHeader+`<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="`...)
	b = strconv.AppendInt(b, int64(t.refs), 10)
	b = append(b, `" uniqueCount="`...)
	b = strconv.AppendInt(b, int64(len(t.texts)), 10)
	b = append(b, `">`...)
	for _, s := range t.texts {
		b = append(b, "<si><t"...)
		if padded(s) {
			b = append(b, ` xml:space="preserve"`...)
		}
		b = append(b, '>')
		b = appendText(b, s)
		b = append(b, "</t></si>"...)
		if len(b) >= chunk {
			if _, err := w.Write(b); err != nil {
				return err
			}
			b = b[:0]
		}
	}
	_, err := w.Write(append(b, "</sst>"...))
	return err
}

// padded reports whether a reader would trim the text or fold its line breaks.
func padded(s string) bool {
	if s == "" {
		return false
	}
	return s[0] <= ' ' || s[len(s)-1] <= ' '
}
