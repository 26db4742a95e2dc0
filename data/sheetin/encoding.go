package sheetin

import (
	"bytes"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"saya/data"
)

// decoded gives the text of a file and the name of its encoding. What no encoding explains is refused as binary.
func decoded(content []byte) (io.Reader, string, error) {
	if bytes.HasPrefix(content, []byte("\xff\xfe")) || bytes.HasPrefix(content, []byte("\xfe\xff")) {
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Reader(bytes.NewReader(content)), "utf-16", nil
	}
	content = bytes.TrimPrefix(content, []byte("\xef\xbb\xbf"))
	content = bytes.TrimRight(content, "\x1a") // the end of a file in DOS
	if binary(content) {
		return nil, "", refuse(data.Invalid, "sheetin.binary")
	}
	if bytes.IndexByte(content, '\n') < 0 {
		content = bytes.ReplaceAll(content, []byte("\r"), []byte("\n")) // lines of old Macintosh programs
	}
	if utf8.Valid(content) {
		return bytes.NewReader(content), "utf-8", nil
	}
	best := guess(content[:min(len(content), 256<<10)])
	if best.name == "" {
		return nil, "", refuse(data.Invalid, "sheetin.binary")
	}
	return &charReader{from: content, table: best.table}, best.name, nil
}

// binary tells whether the bytes are no text: a zero, or more than one control sign in a hundred bytes.
func binary(content []byte) bool {
	controls := 0
	for _, c := range content {
		switch {
		case c == 0:
			return true
		case c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f':
			controls++
		}
	}
	return controls*100 > len(content)
}

// charTable says which sign each byte stands for.
type charTable [256]rune

// codePage is an encoding of one byte a sign.
type codePage struct {
	name  string
	table *charTable
}

// codePages lists the encodings that Cyrillic is written in, the likeliest first.
func codePages() []codePage {
	windows := tableOf(charmap.Windows1251)
	kazakh := *windows
	// KZ-1048 (СТ РК 1048-2002) is windows-1251 with these sixteen in the place of letters of other languages.
	for at, r := range map[byte]rune{
		0x8d: 'Қ', 0x8e: 'Һ', 0x9d: 'қ', 0x9e: 'һ', 0xa1: 'Ұ', 0xa2: 'ұ', 0xa3: 'Ә', 0xa5: 'Ө',
		0xaa: 'Ғ', 0xaf: 'Ү', 0xb4: 'ө', 0xba: 'ғ', 0xbc: 'ә', 0xbd: 'Ң', 0xbe: 'ң', 0xbf: 'ү',
	} {
		kazakh[at] = r
	}
	return []codePage{
		{"windows-1251", windows},
		{"kz-1048", &kazakh},
		{"ibm866", tableOf(charmap.CodePage866)},
		{"koi8-r", tableOf(charmap.KOI8R)},
	}
}

func tableOf(c *charmap.Charmap) *charTable {
	var t charTable
	for i := range t {
		t[i] = c.DecodeByte(byte(i))
	}
	return &t
}

// guess chooses the code page in which a text looks most like Russian or Kazakh; the zero one when in none.
func guess(content []byte) codePage {
	var best codePage
	highest := 0
	for _, page := range codePages() {
		if s := score(content, page.table); s > highest {
			best, highest = page, s
		}
	}
	return best
}

// score is higher the more letters of Russian and Kazakh there are, and the more frequent ones. A small letter before a
// capital inside a word counts against: so looks KOI8-R read as windows-1251.
func score(content []byte, t *charTable) int {
	var weights [256]int8
	var small, capital [256]bool
	for i, r := range t {
		weights[i] = weight(r)
		small[i] = 'а' <= r && r <= 'я'
		capital[i] = 'А' <= r && r <= 'Я'
	}
	sum := 0
	var before byte
	for _, c := range content {
		sum += int(weights[c])
		if small[before] && capital[c] {
			sum -= 8
		}
		before = c
	}
	return sum
}

func weight(r rune) int8 {
	switch r {
	case 'о', 'е', 'а', 'и', 'н', 'т', 'с', 'р', 'О', 'Е', 'А', 'И', 'Н', 'Т', 'С', 'Р':
		return 4
	case 'ё', 'Ё', 'ә', 'ғ', 'қ', 'ң', 'ө', 'ұ', 'ү', 'һ', 'і', 'Ә', 'Ғ', 'Қ', 'Ң', 'Ө', 'Ұ', 'Ү', 'Һ', 'І':
		return 3
	case '№', '«', '»', '–', '—', '“', '”', '„', '…', '\u00a0', '°':
		return 0
	}
	switch {
	case 'А' <= r && r <= 'я':
		return 3
	case r < 0x80:
		return 0
	}
	return -4
}

// charReader decodes bytes by a table.
type charReader struct {
	from  []byte
	table *charTable
}

func (c *charReader) Read(p []byte) (int, error) {
	if len(c.from) == 0 {
		return 0, io.EOF
	}
	out := p[:0]
	used := 0
	for used < len(c.from) && len(out)+utf8.UTFMax <= len(p) {
		out = utf8.AppendRune(out, c.table[c.from[used]])
		used++
	}
	c.from = c.from[used:]
	return len(out), nil
}
