package events

import (
	"context"
	"strings"

	"saya/data"
	"saya/widgets"
)

// offered is how many volunteers are offered for a place at once; others are found by letters of their names.
const offered = 200

// candidates finds volunteers for a place, who fits best first. Those who cannot have it come last, with the reason.
func (m *model) candidates(n data.Need) func(ctx context.Context, query string) ([]widgets.Option, error) {
	return func(ctx context.Context, query string) ([]widgets.Option, error) {
		fits, err := m.env.Store.Fits(ctx, n.ID, data.VolunteerFilter{
			Listing: data.Listing{Search: query, Lang: m.env.Lang()}, Statuses: []data.VolunteerStatus{data.Active, data.OnLeave},
		})
		if err != nil {
			return nil, err
		}
		fits = fits[:min(offered, len(fits))]
		ids := make([]int64, len(fits))
		for i, f := range fits {
			ids[i] = f.VolunteerID
		}
		rows, err := m.env.Store.VolunteerRows(ctx, ids)
		return m.offers(rows, fits), err
	}
}

// offers says of volunteers how they fit, in the order of the fits. Who went to the bin meanwhile is in one of the two only.
func (m *model) offers(rows []data.VolunteerRow, fits []data.Fit) []widgets.Option {
	byID := make(map[int64]data.VolunteerRow, len(rows))
	for _, r := range rows {
		byID[r.ID] = r
	}
	out := make([]widgets.Option, 0, len(fits))
	for _, f := range fits {
		if r, ok := byID[f.VolunteerID]; ok {
			option := m.env.VolunteerOption(r)
			option.Note, option.Tone = m.fitNote(f)
			out = append(out, option)
		}
	}
	return out
}

// fitNote says in a few words why somebody is offered so early or so late.
func (m *model) fitNote(f data.Fit) (text string, tone widgets.Tone) {
	t := m.env.Text
	if f.Taken {
		return t.T("events.fit.taken"), widgets.ToneBad
	}
	var parts []string
	for _, found := range f.Findings {
		if f.Fits() || found.Severity != data.Warns {
			parts = append(parts, m.findingNote(found))
		}
	}
	if !f.Fits() {
		return sentenceOf(parts), widgets.ToneBad
	}
	tone = widgets.ToneDim
	if len(parts) > 0 || f.Coming == data.CannotCome {
		tone = widgets.ToneWarn
	}
	switch f.Coming {
	case data.CanCome:
		parts = append(parts, t.T("events.fit.can"))
	case data.CannotCome:
		parts = append(parts, t.T("events.fit.cannot"))
	default:
		parts = append(parts, t.T("events.fit.unknown"))
	}
	if f.Skill != "" {
		parts = append(parts, t.T("events.fit.skill", "Skill", f.Skill))
	}
	if f.Before {
		parts = append(parts, t.T("events.fit.before"))
	}
	return sentenceOf(append(parts, t.T("events.fit.recent", "Hours", t.Hours(f.Recent), "Days", data.RecentDays))), tone
}

// findingNote is a finding in a few words.
func (m *model) findingNote(f data.Finding) string {
	if f.Kind == data.MinorRule && f.Severity != data.Forbids {
		return m.env.T("events.fit.consent")
	}
	return m.env.T("events.fit."+string(f.Kind), f.Args...)
}

func sentenceOf(parts []string) string { return strings.Join(parts, " · ") }
