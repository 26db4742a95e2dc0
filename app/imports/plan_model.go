package imports

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"saya/app/list"
	"saya/app/page"
	"saya/assets/locale"
	"saya/data"
	"saya/data/imports"
	"saya/data/sheetin"
	"saya/widgets"
)

const (
	colLine    = "line"
	colOutcome = "outcome"
	colNote    = "note"
)

// columnsShown is how many columns of the file the plan lists.
const columnsShown = 7

const chipAll = "all"

// planned is a plan on screen: the file, who works with its plan, and what a person changed in it.
type planned struct {
	*reading
	*worker
	*corrections
	outdated bool   // the centre was changed since the plan was made
	look     string // how the list of the plan before was looked at, "" for no such plan
}

// planOf is what a plan is made of.
func planOf(r *reading, c *corrections) *planned { return &planned{reading: r, corrections: c.clone()} }

// in is the same plan on another page.
func (p *planned) in(env page.Env) *planned {
	again := *p
	again.reading = p.reading.in(env)
	return &again
}

// rest is the file with only the rows that the plan does not take.
func (p *planned) rest() *reading {
	left := map[int]bool{}
	for _, row := range p.rows {
		left[row.Line] = row.Outcome == imports.Doubtful || row.Outcome == imports.Rejected || row.Outcome == imports.Skipped
	}
	r := p.reading.in(p.env)
	r.table.Lines = slices.DeleteFunc(slices.Clone(r.table.Lines), func(l sheetin.Line) bool { return !left[l.Row] })
	return r
}

// listing is where the list gets its rows; the id of a row is its place in the plan, counted from 1.
func (p *planned) listing(q list.Query) list.Source {
	rows, fields := p.rows, p.whole()
	search := strings.ToLower(strings.TrimSpace(q.Search))
	return list.Source{
		IDs: func(context.Context) ([]int64, error) {
			var ids []int64
			for i, row := range rows {
				if (q.Chip == chipAll || q.Chip == string(row.Outcome)) && p.holds(row, fields, search) {
					ids = append(ids, int64(i+1))
				}
			}
			return ids, nil
		},
		Cells: func(_ context.Context, ids []int64) ([][]widgets.Cell, error) {
			out := make([][]widgets.Cell, len(ids))
			for i, id := range ids {
				out[i] = p.cells(rows[id-1])
			}
			return out, nil
		},
	}
}

// holds tells whether a row shows a text, in small letters. What is hidden is not searched, or it could be guessed digit
// by digit.
func (p *planned) holds(row imports.Row, fields imports.Mapping, search string) bool {
	if search == "" {
		return true
	}
	shows := func(f imports.Field, text string) bool {
		return strings.Contains(strings.ToLower(p.legible(f, text)), search)
	}
	texts := row.Texts()
	for i, f := range fields {
		if f != "" && shows(f, texts[i]) {
			return true
		}
	}
	for f, text := range row.Extra() {
		if shows(f, text) {
			return true
		}
	}
	return false
}

func (p *planned) row(id int64) imports.Row { return p.rows[id-1] }

// cells are the texts of a row in the order of the columns.
func (p *planned) cells(row imports.Row) []widgets.Cell {
	out := []widgets.Cell{
		{Text: strconv.Itoa(row.Line)},
		{Text: p.env.T(row.Outcome.TextKey()), Tone: tone(row.Outcome)},
	}
	texts := row.Texts()
	for _, f := range p.listed() {
		out = append(out, widgets.Cell{Text: p.legible(f, texts[p.column(f)])})
	}
	return append(out, widgets.Cell{Text: p.note(row)})
}

// listed are the fields that have a column in the list of the plan.
func (p *planned) listed() []imports.Field {
	fields := p.fields()
	return fields[:min(len(fields), columnsShown)]
}

// note says in a line what a person should know of a row.
func (p *planned) note(row imports.Row) string {
	switch {
	case len(row.Problems) > 0:
		return p.sentence(row.Problems[0])
	case row.Outcome == imports.Doubtful && len(row.Candidates) > 0:
		return p.label(row.Candidates[0])
	case len(row.Changes) > 0:
		names := make([]string, len(row.Changes))
		for i, c := range row.Changes {
			names[i] = p.env.T(c.Field.TextKey())
		}
		return strings.Join(names, ", ")
	case len(row.Warnings) > 0 && row.Outcome != imports.Same:
		return p.sentence(row.Warnings[0])
	}
	return ""
}

// label names a record that a row may be the same as: a known one, or that of a row above.
func (p *planned) label(c imports.Candidate) string {
	label := p.numbered(dotted(p.env.Text, c.Label))
	if c.Row > 0 {
		return p.env.T("importpage.row_above", "Line", c.Row, "Label", label)
	}
	return label
}

// numbered writes «№ 7 Name», as a plan names a volunteer, as everything else in the window does.
func (p *planned) numbered(label string) string {
	said, ok := strings.CutPrefix(label, "№ ")
	number, name, _ := strings.Cut(said, " ")
	n, err := strconv.ParseInt(number, 10, 64)
	if !ok || err != nil {
		return label
	}
	return p.env.Numbered(n, name)
}

// sentence says what is wrong with a row, naming the field.
func (p *planned) sentence(e *data.Error) string {
	text := p.env.T(e.Key, e.Args...)
	if e.Field == "" {
		return text
	}
	if label := p.env.T("field." + e.Field); !strings.HasPrefix(text, label) {
		text = label + ": " + text
	}
	return text
}

// value is a value before or after a change: a word of a closed list comes as the key of its text.
func (p *planned) value(f imports.Field, v string) string {
	switch {
	case v == "":
		return "–"
	case p.env.Text.Has(v):
		return p.env.T(v)
	case f == "minutes":
		if minutes, ok := locale.ParseHours(v); ok {
			return p.env.Text.Hours(minutes)
		}
	}
	return p.plain(f, v) // an IIN comes masked
}

// can tells whether a field is one that a column of this kind of table can hold.
func (p *planned) can(f imports.Field) bool {
	return slices.ContainsFunc(imports.Fields(p.kind), func(info imports.FieldInfo) bool { return info.Field == f })
}

// found says how many rows have an outcome, by the chip that shows them.
func (p *planned) found() map[string]int {
	c := p.counts
	return map[string]int{
		chipAll: len(p.rows), string(imports.New): c.New, string(imports.Changed): c.Changed, string(imports.Same): c.Same,
		string(imports.Doubtful): c.Doubtful, string(imports.Rejected): c.Rejected, string(imports.Skipped): c.Skipped,
	}
}

// taken counts the rows that would be written.
func (p *planned) taken() int {
	return p.counts.New + p.counts.Changed
}

// left counts the rows that somebody has still to look at.
func (p *planned) left() int {
	return p.counts.Doubtful + p.counts.Rejected
}

func tone(o imports.Outcome) widgets.Tone {
	switch o {
	case imports.New:
		return widgets.ToneOk
	case imports.Changed:
		return widgets.ToneInfo
	case imports.Doubtful:
		return widgets.ToneWarn
	case imports.Rejected:
		return widgets.ToneBad
	}
	return widgets.ToneDim
}
