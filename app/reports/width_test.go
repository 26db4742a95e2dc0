package reports_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"saya/app/page/pagetest"
	"saya/app/reports"
	"saya/data/store/storetest"
)

// Whatever the report has for columns, the page fits into the narrowest window beside the navigation.
func TestPreviewFitsIntoTheWindow(t *testing.T) {
	s := storetest.New(t)
	env, w := pagetest.NewEnv(t, s)
	p := reports.New(env)
	w.Show(p)
	require.LessOrEqual(t, p.Content().MinSize().Width, float32(1024-200))
}
