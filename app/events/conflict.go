package events

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"saya/data"
)

// unsettled is a save that waits for a decision: conflicts that nobody has accepted yet.
type unsettled struct {
	findings []data.Finding
	lines    []string // the findings as sentences, those that need a reason first
}

// Error names the kinds of conflicts.
func (u *unsettled) Error() string {
	return fmt.Sprintf("%d conflicts are not accepted", len(u.findings))
}

// needsReason tells whether a sentence has to say why the event is held all the same.
func (u *unsettled) needsReason() bool {
	return slices.ContainsFunc(u.findings, func(f data.Finding) bool { return f.Severity == data.NeedsReason })
}

// forbidden tells whether nobody can accept it.
func (u *unsettled) forbidden() bool {
	return slices.ContainsFunc(u.findings, func(f data.Finding) bool { return f.Severity == data.Forbids })
}

// saver saves one event and remembers which of its conflicts were accepted.
type saver struct {
	model    *model
	accepted []data.Finding
}

// save saves an event. Conflicts that are new come back as [unsettled]: the user has to see them first.
func (s *saver) save(ctx context.Context, e data.Event) (id int64, err error) {
	err = s.settled(ctx, e, func() error {
		id, err = s.model.env.Store.SaveEvent(ctx, s.model.env.Actor, e)
		return err
	})
	return id, err
}

// settled writes an event unless it has conflicts that nobody has seen: those come back as [unsettled].
func (s *saver) settled(ctx context.Context, e data.Event, write func() error) error {
	e.Normalise()
	if err := e.Validate(s.model.env.Today()); err != nil {
		return err
	}
	open, err := s.model.open(ctx, e, s.accepted)
	if err != nil {
		return err
	}
	if len(open) == 0 {
		return write()
	}
	lines, err := s.model.sentences(ctx, open)
	if err != nil {
		return err
	}
	return &unsettled{findings: open, lines: lines}
}

// accept notes that the user has seen conflicts and saves all the same.
func (s *saver) accept(u *unsettled) { s.accepted = append(s.accepted, u.findings...) }

// open are the conflicts of an event as it would be saved that are neither accepted nor were there before.
func (m *model) open(ctx context.Context, e data.Event, accepted []data.Finding) ([]data.Finding, error) {
	found, err := m.env.Store.EventFindings(ctx, e)
	if err != nil || len(found) == 0 {
		return nil, err
	}
	var before []data.Finding
	if e.ID != 0 {
		old, err := m.env.Store.Event(ctx, e.ID)
		if err != nil {
			return nil, err
		}
		if before, err = m.env.Store.EventFindings(ctx, old); err != nil {
			return nil, err
		}
	}
	found = slices.DeleteFunc(found, func(f data.Finding) bool {
		switch f.Severity {
		case data.Forbids:
			return false
		case data.NeedsReason:
			return e.OverrideReason != "" && (among(accepted, f) || among(before, f))
		}
		return among(accepted, f) || among(before, f)
	})
	slices.SortStableFunc(found, func(a, b data.Finding) int { return rank(a.Severity) - rank(b.Severity) })
	return found, nil
}

// rank puts what forbids first and warnings last.
func rank(s data.Severity) int {
	return slices.Index([]data.Severity{data.Forbids, data.NeedsReason, data.Warns}, s)
}

func among(list []data.Finding, f data.Finding) bool {
	return slices.ContainsFunc(list, func(o data.Finding) bool {
		return o.Kind == f.Kind && o.VolunteerID == f.VolunteerID && fmt.Sprint(o.Key, o.Args) == fmt.Sprint(f.Key, f.Args)
	})
}

// sentences says findings for reading, each with the name and number of the volunteer it is about.
func (m *model) sentences(ctx context.Context, findings []data.Finding) ([]string, error) {
	var ids []int64
	for _, f := range findings {
		if f.VolunteerID != 0 {
			ids = append(ids, f.VolunteerID)
		}
	}
	people := map[int64]data.VolunteerRow{}
	rows, err := m.env.Store.VolunteerRows(ctx, ids)
	for _, r := range rows {
		people[r.ID] = r
	}
	lines := make([]string, len(findings))
	for i, f := range findings {
		lines[i] = m.env.T(f.Key, f.Args...)
		if v, ok := people[f.VolunteerID]; ok {
			lines[i] = m.env.T("events.of_volunteer", "Name", v.FullName(), "Number", v.Number, "Text", lines[i])
		}
	}
	return lines, err
}

// joined is all that stands against giving a place to one volunteer, as one text.
func (m *model) joined(findings []data.Finding) string {
	lines := make([]string, len(findings))
	for i, f := range findings {
		lines[i] = m.env.T(f.Key, f.Args...)
	}
	return strings.Join(lines, "\n")
}

// asUnsettled is the decision that an error asks for, if it asks for one.
func asUnsettled(err error) (u *unsettled, ok bool) { return u, errors.As(err, &u) }
