package events

import (
	"testing"

	"github.com/stretchr/testify/require"

	"saya/app/page/pagetest"
	"saya/data"
	"saya/data/store/storetest"
)

// Somebody goes to the bin between the question who fits and the one for the names.
func TestOthersAreOfferedWhenOneIsGone(t *testing.T) {
	env, _ := pagetest.NewEnv(t, storetest.New(t))
	m := &model{env: env}
	row := func(id int64) data.VolunteerRow { return data.VolunteerRow{ID: id} }
	offers := m.offers([]data.VolunteerRow{row(1), row(3)}, []data.Fit{{VolunteerID: 3, Taken: true}, {VolunteerID: 2}, {VolunteerID: 1}})
	require.Len(t, offers, 2)
	require.Equal(t, []string{"3", "1"}, []string{offers[0].ID, offers[1].ID})
	require.Equal(t, env.T("events.fit.taken"), offers[0].Note)
}
