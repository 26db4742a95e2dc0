package imports_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/store/storetest"
)

// Whoever was added while the plan was on screen is known to it, and no correction is lost.
func TestPlanFollowsTheCentre(t *testing.T) {
	p, w, s := corrected(t)
	storetest.Volunteer(t, s, func(v *data.Volunteer) {
		v.Surname, v.Given, v.Phones = "Ахметова", "Айгуль", data.List{"+77010000011"}
	})
	require.True(t, w.Offers("Загрузить 2 записи"))
	left := false
	p.Leave(func() { left = true })
	require.False(t, left, "there are corrections still")
}
