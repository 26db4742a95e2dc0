package imports

import (
	"strings"

	"saya/data/imports"
	"saya/widgets"
)

// choices are what the fields with a closed list take: names, or keys of texts.
type choices map[imports.Field][]string

// choicesOf reads them from a plan.
func choicesOf(p *imports.Plan) choices {
	out := choices{}
	for _, kind := range imports.Kinds() {
		for _, info := range imports.Fields(kind) {
			if list := p.Choices(info.Field); len(list) > 0 {
				out[info.Field] = list
			}
		}
	}
	return out
}

func (c choices) of(f imports.Field) []string { return c[f] }

// words are what a field with a closed list takes, as people write it.
func (p *planned) words(f imports.Field) []string {
	var out []string
	for _, choice := range p.choices.of(f) {
		out = append(out, p.env.T(choice))
	}
	return out
}

// cell is the field of a cell in the editor of a row.
type cell struct {
	widgets.Field
	value func() string
}

// cell makes the field of a cell: a list of what is taken, where there is one, that keeps any other word as written.
func (s *steps) cell(f imports.Field, text string) cell {
	words := s.planned.words(f)
	if len(words) == 0 || f.List() {
		e := widgets.NewEntry()
		e.SetText(text)
		return cell{e, e.Value}
	}
	options := make([]widgets.Option, len(words))
	for i, word := range words {
		options[i] = widgets.Option{ID: word, Text: word}
	}
	list := s.env.Select(options...)
	list.AllowNew, list.Optional = true, true
	list.SetSelected(widgets.Option{ID: text, Text: text})
	return cell{list, list.ID}
}

// hint names what a cell takes that holds several words of a closed list.
func (s *steps) hint(f imports.Field) string {
	if words := s.planned.words(f); len(words) > 0 && f.List() {
		return s.env.T("importpage.words", "Words", strings.Join(words, ", "))
	}
	return ""
}
