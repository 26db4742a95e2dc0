package data_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
)

func TestCheckMinor(t *testing.T) {
	adultsOnly := data.Choice{Code: "3", AdultsOnly: true}
	open, closed := data.Venue{ID: 5}, data.Venue{ID: 5, Closed: true}
	residents := func(e *data.Event) { e.Residents = true }
	public := func(*data.Event) {}
	for _, c := range []struct {
		name     string
		birth    data.Date
		consent  data.Date
		event    func(*data.Event)
		kind     data.Choice
		venue    data.Venue
		severity data.Severity // "" = nothing found
		key      string
	}{
		{"adult with residents", "1990-01-01", "", residents, adultsOnly, closed, "", ""},
		{"18 on the day", "2008-11-28", "", residents, adultsOnly, closed, "", ""},
		{"18 the day after", "2008-11-29", "", residents, data.Choice{}, open, data.Forbids, "errors.minor_with_residents"},
		{"18 by midnight, when the event still goes on", "2008-11-29", "", func(e *data.Event) {
			e.Residents, e.Start, e.End = true, "2026-11-28T22:00", "2026-11-29T02:00"
		}, data.Choice{}, open, data.Forbids, "errors.minor_with_residents"},
		{"minor in a closed venue", "2010-01-01", "", public, data.Choice{}, closed, data.Forbids, "rules.minor_closed_venue"},
		{"minor in a kind for adults", "2010-01-01", "", public, adultsOnly, open, data.Forbids, "errors.minor_adults_only"},
		{"minor at a concert", "2010-01-01", "", public, data.Choice{}, open, "", ""},
		{"14 on the day", "2012-11-28", "", public, data.Choice{}, open, "", ""},
		{"13 without consent", "2012-11-29", "", public, data.Choice{}, open, data.NeedsReason, "rules.minor_unaccompanied"},
		{"13 with consent of the day", "2012-11-29", "2026-11-28", public, data.Choice{}, open, "", ""},
		{"13 with consent given later", "2012-11-29", "2026-11-29", public, data.Choice{}, open, data.NeedsReason, "rules.minor_unaccompanied"},
		{"13 with consent, residents present", "2012-11-29", "2026-11-01", residents, data.Choice{}, open, data.Forbids, "errors.minor_with_residents"},
		{"birth unknown, residents present", "", "", residents, data.Choice{}, open, data.Forbids, "errors.birth_unknown_residents"},
		{"birth unknown, closed venue", "", "", public, data.Choice{}, closed, data.Forbids, "rules.birth_unknown_closed"},
		{"birth unknown, a kind for adults", "", "", public, adultsOnly, open, data.Forbids, "rules.birth_unknown_adults_only"},
		{"birth unknown elsewhere", "", "", public, data.Choice{}, open, data.Warns, "rules.birth_unknown"},
		{"born after the event", "2026-12-01", "", residents, data.Choice{}, open, data.Forbids, "errors.birth_unknown_residents"},
	} {
		t.Run(c.name, func(t *testing.T) {
			person := data.Person{Birth: c.birth, GuardianConsent: c.consent}
			found := data.CheckMinor(person, anEvent(c.event), c.kind, c.venue)
			if c.severity == "" {
				require.Empty(t, found)
				return
			}
			require.Len(t, found, 1)
			require.Equal(t, c.severity, found[0].Severity)
			require.Equal(t, c.key, found[0].Key)
			if c.severity == data.Forbids {
				require.True(t, data.IsCode(data.Refuse(found, "the manager says so"), data.Denied), "nobody overrides it")
			}
		})
	}
}
