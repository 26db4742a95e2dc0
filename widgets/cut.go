package widgets

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

const ellipsis = "…"

// cutText returns s, or as much of its beginning as fits into width with an
// ellipsis, by a function that measures. Line breaks become spaces: the text
// is one line. Where not even the ellipsis fits it returns "".
func cutText(s string, width float32, measure func(string) float32) string {
	s = oneLine(s)
	if s == "" || width <= 0 {
		return ""
	}
	// No letter of a readable size is narrower than two pixels: what is longer
	// is never measured whole.
	short := runePrefix(s, int(width/2)+1)
	if len(short) == len(s) && measure(s) <= width {
		return s
	}
	fits, over := 0, utf8.RuneCountInString(short)
	for fits+1 < over {
		half := (fits + over) / 2
		if measure(runePrefix(short, half)+ellipsis) <= width {
			fits = half
		} else {
			over = half
		}
	}
	if fits == 0 && measure(ellipsis) > width {
		return ""
	}
	return strings.TrimRight(runePrefix(short, fits), " ") + ellipsis
}

// measure returns a function that says how wide a text is when drawn like t.
func measure(t *canvas.Text) func(string) float32 {
	size, style := t.TextSize, t.TextStyle
	return func(s string) float32 { return fyne.MeasureText(s, size, style).Width }
}

func oneLine(s string) string {
	if !strings.ContainsAny(s, "\n\r\t\u2028\u2029") {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// runePrefix returns the first n runes of s.
func runePrefix(s string, n int) string {
	if n <= 0 {
		return ""
	}
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

// ruler measures and cuts texts of one size and style without asking the
// shaper for each: it adds up the widths of letters, asked once. Latin,
// Cyrillic and Greek need no more; a text with anything else is shaped.
// Kerning makes a text a little narrower than the sum, so it errs on the safe
// side by a pixel or two.
type ruler struct {
	size     float32
	style    fyne.TextStyle
	advances [maxSimpleRune]float32
}

// maxSimpleRune ends the alphabets that are drawn letter by letter: Armenian
// is the first block after Cyrillic.
const maxSimpleRune = 0x530

func newRuler(size float32, style fyne.TextStyle) *ruler {
	return &ruler{size: size, style: style}
}

func (r *ruler) shaped(s string) float32 { return fyne.MeasureText(s, r.size, r.style).Width }

// advance returns the width of a letter; false for letters that must be shaped
// together with their neighbours.
func (r *ruler) advance(letter rune) (float32, bool) {
	if letter >= maxSimpleRune || letter >= 0x300 && letter < 0x370 {
		return r.wide(letter)
	}
	if r.advances[letter] == 0 {
		r.advances[letter] = r.shaped(string(letter))
	}
	return r.advances[letter], true
}

// wide knows the few signs outside the alphabets that our texts are full of.
func (r *ruler) wide(letter rune) (float32, bool) {
	switch letter {
	case '–', '—', '…', '№', '₸', '•', '’', '“', '”':
		return r.shaped(string(letter)), true
	default:
		return 0, false
	}
}

// width returns how wide s is, or at least how wide.
func (r *ruler) width(s string) float32 {
	sum := float32(0)
	for _, letter := range s {
		w, ok := r.advance(letter)
		if !ok {
			return r.shaped(s)
		}
		sum += w
	}
	return sum
}

// cut returns s, or its beginning with an ellipsis where s is wider than width.
func (r *ruler) cut(s string, width float32) string {
	s = oneLine(s)
	sum, fits := float32(0), 0
	room := width - r.width(ellipsis)
	for i, letter := range s {
		w, ok := r.advance(letter)
		if !ok {
			return cutText(s, width, r.shaped)
		}
		sum += w
		if sum <= room {
			fits = i + utf8.RuneLen(letter)
		}
		if sum > width {
			return r.ending(s[:fits], room)
		}
	}
	return s
}

func (r *ruler) ending(s string, room float32) string {
	if room < 0 {
		return ""
	}
	return strings.TrimRight(s, " ") + ellipsis
}
