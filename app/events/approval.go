package events

import (
	"context"

	"saya/data"
)

// refusal is why one hours entry cannot be approved.
type refusal struct {
	entry, number int64 // of the entry, and of the volunteer
	err           error
}

// refusals finds out which entries cannot be approved, by the rules by which the store refuses them.
func (m *model) refusals(ctx context.Context, entries []data.HoursRow) ([]refusal, error) {
	locked, err := m.env.Store.LockedMonths(ctx)
	if err != nil {
		return nil, err
	}
	closed := map[data.Month]bool{}
	for _, month := range locked {
		closed[month] = true
	}
	var out []refusal
	var good []data.Hours // those before, which would be approved: two that wait can meet each other
	for _, h := range entries {
		wrong := data.CheckMonth(func(month data.Month) bool { return closed[month] }, h.Correction, h.Day)
		if wrong == nil {
			others, err := m.approvedAround(ctx, h.Hours)
			if err != nil {
				return nil, err
			}
			wrong = data.CheckHours(h.Hours, append(others, good...))
		}
		if wrong != nil {
			out = append(out, refusal{h.ID, h.Number, wrong})
			continue
		}
		h.Status = data.Approved
		good = append(good, h.Hours)
	}
	return out, nil
}

// approvedAround are the approved entries of the same person that an entry can meet.
func (m *model) approvedAround(ctx context.Context, h data.Hours) ([]data.Hours, error) {
	ids, err := m.env.Store.HoursList(ctx, data.HoursFilter{
		Days: data.Period{From: h.Day.AddDays(-1), To: h.Day.AddDays(1)}, VolunteerID: h.VolunteerID,
		Statuses: []data.HoursStatus{data.Approved},
	})
	if err != nil {
		return nil, err
	}
	rows, err := m.env.Store.HoursRows(ctx, ids)
	out := make([]data.Hours, len(rows))
	for i, r := range rows {
		out[i] = r.Hours
	}
	return out, err
}

func entryIDs(entries []data.HoursRow) []int64 {
	ids := make([]int64, len(entries))
	for i, h := range entries {
		ids[i] = h.ID
	}
	return ids
}
