package events_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"saya/assets"
	"saya/data/store/storetest"
)

// A role that was added by mistake goes again, as long as nobody has or had a place of it.
func TestRoleThatNobodyFillsIsRemoved(t *testing.T) {
	p, w, s := open(t)
	e := storetest.Event(t, s, tomorrow)
	need := storetest.Need(t, s, e.ID)
	p.Shown(e.ID)
	icons := w.Icons(assets.IconDelete)
	w.PressIcon(assets.IconDelete)
	require.Equal(t, []string{"Роль убрана"}, w.Said)
	require.Equal(t, []bool{true}, w.Undo)
	needs, err := s.Needs(t.Context(), e.ID)
	require.NoError(t, err)
	require.Empty(t, needs)

	batches, err := s.Batches(t.Context(), storetest.Actor())
	require.NoError(t, err)
	require.NoError(t, s.Undo(t.Context(), storetest.Actor(), batches[0].ID))
	require.Equal(t, icons, w.Icons(assets.IconDelete))
	_, err = s.AssignVolunteer(t.Context(), storetest.Actor(), need, storetest.Volunteer(t, s).ID, "")
	require.NoError(t, err)
	require.Equal(t, icons-1, w.Icons(assets.IconDelete))
}
