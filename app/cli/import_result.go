package cli

import (
	"slices"
	"strings"

	"saya/data"
	"saya/data/imports"
	"saya/reports"
)

// keyDoubtful says that there may be such a record already.
const keyDoubtful = "cli.doubtful"

// rowsNamed is how many rows are named of which the same is said.
const rowsNamed = 5

// importResult is what became of a file: what import prints with --json. Texts are in the language of the command and
// hold nothing of what the cells hold.
type importResult struct {
	Sheet    string `json:"sheet,omitempty"`
	New      int    `json:"new"`
	Changed  int    `json:"changed"`
	Same     int    `json:"same"`
	Doubtful int    `json:"doubtful"`
	Rejected int    `json:"rejected"`
	Warnings int    `json:"warnings"` // about rows that are taken all the same or have to be confirmed
	// Notices hold for the whole import.
	Notices []string `json:"notices,omitempty"`
	// LeftOut are the rejected and the doubtful rows, in their order.
	LeftOut []leftOut `json:"left_out,omitempty"`
	// Warned are the warnings about the other rows, once for what is the same.
	Warned []*repeated `json:"warned,omitempty"`
}

// reason is something that is said of a row, and at which cell.
type reason struct {
	Key    string        `json:"key"`
	Field  string        `json:"field,omitempty"`
	Column string        `json:"column,omitempty"` // its letter, "" where the file has no column of the field
	Text   string        `json:"text"`
	bare   func() string // the text without its arguments, nil where it has none
}

// leftOut is a row that was not taken.
type leftOut struct {
	Row     int             `json:"row"`
	Outcome imports.Outcome `json:"outcome"`
	Reasons []reason        `json:"reasons"`
}

// repeated is what is the same of several rows.
type repeated struct {
	reason
	Count int   `json:"count"`
	Rows  []int `json:"rows"` // the first ones
	mixed bool  // the texts differ in their arguments
}

// gathered are reasons by key and field, in the order in which they came first.
type gathered struct {
	list []*repeated
	at   map[[2]string]*repeated
}

// add counts what is said of a row. Where it differs from row to row, it is said without its arguments.
func (g *gathered) add(row int, said reason) {
	id := [2]string{said.Key, said.Field}
	r := g.at[id]
	if r == nil {
		if g.at == nil {
			g.at = map[[2]string]*repeated{}
		}
		r = &repeated{reason: said}
		g.at[id] = r
		g.list = append(g.list, r)
	}
	if !r.mixed && r.Text != said.Text && said.bare != nil {
		r.mixed, r.Text = true, said.bare()
	}
	if r.Count++; len(r.Rows) < rowsNamed {
		r.Rows = append(r.Rows, row)
	}
}

// result says what becomes of the rows of a plan.
func (p place) result(plan *imports.Plan) importResult {
	counts := plan.Counts()
	out := importResult{
		Sheet: p.src.Table.Sheet, New: counts.New, Changed: counts.Changed, Same: counts.Same, Doubtful: counts.Doubtful,
		Rejected: counts.Rejected,
	}
	for _, n := range plan.Notices() {
		out.Notices = append(out.Notices, p.sentence(n.Key, withoutValues(p.text, n.Args)))
	}
	var warned gathered
	for _, row := range plan.Rows() {
		switch row.Outcome {
		case imports.Rejected:
			out.LeftOut = append(out.LeftOut, leftOut{row.Line, row.Outcome, p.reasons(row.Problems)})
			continue
		case imports.Doubtful:
			out.LeftOut = append(out.LeftOut, leftOut{row.Line, row.Outcome, p.doubts(row)})
		case imports.Same, imports.Skipped:
			continue
		}
		said := p.reasons(row.Warnings)
		if out.Warnings += len(said); row.Outcome == imports.Doubtful && len(row.Candidates) == 0 {
			continue // said as what is doubted
		}
		for _, r := range said {
			warned.add(row.Line, r)
		}
	}
	out.Warned = warned.list
	return out
}

// doubts are why a row has to be looked at: the records that it may be the same as, or else what has to be confirmed.
func (p place) doubts(row imports.Row) []reason {
	if len(row.Candidates) > 0 {
		return []reason{{Key: keyDoubtful, Text: p.text.T(keyDoubtful)}}
	}
	return p.reasons(row.Warnings)
}

// reasons are what is said of a row, once where two cells are wrong in the same way.
func (p place) reasons(list []*data.Error) []reason {
	out := make([]reason, 0, len(list))
	for _, e := range list {
		r := reason{Key: e.Key, Field: e.Field, Text: p.sentence(e.Key, withoutValues(p.text, e.Args))}
		if i := slices.Index(p.src.Mapping, imports.Field(e.Field)); i >= 0 && i < len(p.src.Mapping)-p.more && e.Field != "" {
			r.Column = reports.ColumnLetters(i)
		}
		if len(e.Args) > 0 {
			r.bare = func() string { return p.sentence(e.Key, withoutArgs(p.text, e.Args)) }
		}
		if !slices.ContainsFunc(out, func(o reason) bool { return o.Field == r.Field && o.Text == r.Text }) {
			out = append(out, r)
		}
	}
	return out
}

// sentence is a text in which dots stand for values; at its end they are its full stop too.
func (p place) sentence(key string, args []any) string {
	return strings.ReplaceAll(p.text.T(key, args...), "….", "…")
}
