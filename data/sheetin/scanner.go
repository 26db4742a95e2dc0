package sheetin

import (
	"bytes"
	"errors"
	"io"
	"strconv"
	"unicode/utf8"
)

// What makes a part of a workbook unreadable.
var (
	errMalformed = errors.New("malformed XML")
	errEntity    = errors.New("XML with entities")
	errLongToken = errors.New("a text or tag of XML is too long")
)

// maxToken is the longest text or tag in bytes: a full cell whose every character is written as an entity.
const maxToken = 1 << 20

type tokenKind uint8

const (
	startTag tokenKind = iota
	endTag
	textRun
	endOfFile
)

// scanner reads the XML of a workbook, several times faster than encoding/xml. It knows elements, attributes, texts and
// CDATA, and skips comments and instructions. It takes no document type, so that nothing can be defined in a file. Names
// are without their prefix.
type scanner struct {
	r    io.Reader
	buf  []byte // read but not yet used: buf[pos:]
	pos  int
	done bool // r is at its end

	name  []byte // of the tag, valid until the next call of next
	tag   []byte // attributes of a start tag, likewise
	text  []byte // of a textRun, with entities replaced, likewise
	depth int    // elements open after this token
	empty bool   // the start tag was <c/>: its end tag comes next
}

func newScanner(r io.Reader) *scanner { return &scanner{r: r, buf: make([]byte, 0, 64<<10)} }

// next reads the next token. At the end of a file whose elements are not all closed it fails.
func (s *scanner) next() (tokenKind, error) {
	if s.empty {
		s.empty = false
		s.depth--
		return endTag, nil
	}
	for {
		if s.pos == len(s.buf) {
			if err := s.fill(); errors.Is(err, io.EOF) {
				return endOfFile, s.closed()
			} else if err != nil {
				return endOfFile, err
			}
		}
		if s.buf[s.pos] != '<' {
			return s.readText()
		}
		kind, found, err := s.readMarkup()
		if err != nil || found {
			return kind, err
		}
	}
}

func (s *scanner) closed() error {
	if s.depth != 0 {
		return io.ErrUnexpectedEOF
	}
	return nil
}

// readText reads up to the next tag.
func (s *scanner) readText() (tokenKind, error) {
	raw, err := s.until([]byte("<"))
	if errors.Is(err, io.ErrUnexpectedEOF) && s.depth == 0 {
		raw, err = s.buf[s.pos:], nil // white space after the last element
	}
	if err != nil {
		return endOfFile, err
	}
	s.pos += len(raw)
	s.text, err = unescape(raw)
	return textRun, err
}

// readMarkup reads what begins with <; found is false for what is skipped.
func (s *scanner) readMarkup() (kind tokenKind, found bool, err error) {
	if !s.looksAt("<!") && !s.looksAt("<?") {
		kind, err = s.readTag()
		return kind, true, err
	}
	for _, m := range []struct{ opens, closes string }{{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}} {
		if s.looksAt(m.opens) {
			s.pos += len(m.opens)
			raw, err := s.until([]byte(m.closes))
			if err != nil {
				return endOfFile, false, err
			}
			s.pos += len(raw) + len(m.closes)
			s.text = raw
			return textRun, m.closes == "]]>", nil
		}
	}
	return endOfFile, false, errEntity
}

// readTag reads a start or end tag.
func (s *scanner) readTag() (tokenKind, error) {
	raw, err := s.wholeTag()
	if err != nil {
		return endOfFile, err
	}
	s.pos += len(raw) + 1
	raw = raw[1:]
	if len(raw) > 0 && raw[0] == '/' {
		s.setName(bytes.TrimSpace(raw[1:]))
		if s.depth--; s.depth < 0 {
			return endOfFile, errMalformed
		}
		return endTag, nil
	}
	if s.empty = bytes.HasSuffix(raw, []byte("/")); s.empty {
		raw = raw[:len(raw)-1]
	}
	name := raw
	s.tag = nil
	if i := bytes.IndexAny(raw, " \t\r\n"); i >= 0 {
		name, s.tag = raw[:i], raw[i:]
	}
	s.setName(name)
	s.depth++
	return startTag, nil
}

// wholeTag returns a tag from its < to before its >, which may also stand inside an attribute.
func (s *scanner) wholeTag() ([]byte, error) {
	var quote byte
	for i := 0; ; i++ {
		for s.pos+i >= len(s.buf) {
			if err := s.fill(); errors.Is(err, io.EOF) {
				return nil, io.ErrUnexpectedEOF
			} else if err != nil {
				return nil, err
			}
		}
		switch c := s.buf[s.pos+i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '>':
			return s.buf[s.pos : s.pos+i], nil
		}
	}
}

func (s *scanner) setName(name []byte) {
	s.name = name[bytes.IndexByte(name, ':')+1:]
}

// is tells whether the tag has that name.
func (s *scanner) is(name string) bool { return string(s.name) == name }

// value is the value of an attribute of the start tag with its entities replaced, "" when it has none or a wrong one.
func (s *scanner) value(name string) string {
	value, err := unescape(s.attr(name))
	if err != nil {
		return ""
	}
	return string(value)
}

// attr returns the value of an attribute of the start tag as it is written, nil when it has none.
func (s *scanner) attr(name string) []byte {
	rest := s.tag
	for {
		rest = bytes.TrimLeft(rest, " \t\r\n")
		eq := bytes.IndexByte(rest, '=')
		if eq < 0 {
			return nil
		}
		key := bytes.TrimRight(rest[bytes.IndexByte(rest[:eq], ':')+1:eq], " \t\r\n")
		rest = bytes.TrimLeft(rest[eq+1:], " \t\r\n")
		if len(rest) == 0 {
			return nil
		}
		end := bytes.IndexByte(rest[1:], rest[0])
		if end < 0 {
			return nil
		}
		if string(key) == name {
			return rest[1 : end+1]
		}
		rest = rest[end+2:]
	}
}

func (s *scanner) looksAt(prefix string) bool {
	for len(s.buf)-s.pos < len(prefix) {
		if s.fill() != nil {
			return false
		}
	}
	return string(s.buf[s.pos:s.pos+len(prefix)]) == prefix
}

// until returns what stands before delim, which is then in the buffer too.
func (s *scanner) until(delim []byte) ([]byte, error) {
	seen := 0
	for {
		rest := s.buf[s.pos:]
		if i := bytes.Index(rest[seen:], delim); i >= 0 {
			return rest[:seen+i], nil
		}
		seen = max(0, len(rest)-len(delim)+1)
		if err := s.fill(); errors.Is(err, io.EOF) {
			return nil, io.ErrUnexpectedEOF
		} else if err != nil {
			return nil, err
		}
	}
}

// fill reads more, moving what is not used yet to the beginning of the buffer.
func (s *scanner) fill() error {
	if s.done {
		return io.EOF
	}
	n := len(s.buf) - s.pos
	if s.pos > 0 {
		copy(s.buf, s.buf[s.pos:])
		s.buf, s.pos = s.buf[:n], 0
	}
	if n == cap(s.buf) {
		if n >= maxToken {
			return errLongToken
		}
		s.buf = append(make([]byte, 0, 2*n), s.buf...)
	}
	got, err := io.ReadAtLeast(s.r, s.buf[n:cap(s.buf)], 1)
	s.buf = s.buf[:n+got]
	if errors.Is(err, io.EOF) {
		s.done = true
	}
	if got > 0 {
		return nil
	}
	return err
}

// unescape replaces the entities that XML itself knows, and line ends as XML wants them. Any other entity is refused.
func unescape(raw []byte) ([]byte, error) {
	if bytes.IndexByte(raw, '&') < 0 {
		return raw, nil
	}
	out := make([]byte, 0, len(raw))
	for {
		i := bytes.IndexByte(raw, '&')
		if i < 0 {
			return append(out, raw...), nil
		}
		out, raw = append(out, raw[:i]...), raw[i+1:]
		end := bytes.IndexByte(raw, ';')
		r, ok := entity(raw[:max(end, 0)])
		if !ok {
			return nil, errEntity
		}
		out, raw = utf8.AppendRune(out, r), raw[end+1:]
	}
}

// entity is the sign that an entity stands for.
func entity(name []byte) (rune, bool) {
	switch string(name) {
	case "amp":
		return '&', true
	case "lt":
		return '<', true
	case "gt":
		return '>', true
	case "quot":
		return '"', true
	case "apos":
		return '\'', true
	}
	number, ok := bytes.CutPrefix(name, []byte("#"))
	if !ok {
		return 0, false
	}
	base := 10
	if hex, is := bytes.CutPrefix(number, []byte("x")); is {
		number, base = hex, 16
	}
	n, err := strconv.ParseUint(string(number), base, 21)
	return rune(n), err == nil
}
