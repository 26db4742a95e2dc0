package reports_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data/store"
	"saya/reports"
)

// impatient is a context that ends when it was looked at a number of times.
type impatient struct {
	context.Context
	end  context.CancelFunc
	left *int
}

func (i impatient) Done() <-chan struct{} {
	if *i.left--; *i.left <= 0 {
		i.end()
	}
	return i.Context.Done()
}

// The window is locked or hidden at any moment: what is read just then ends with an error, not with a crash.
func TestAReportIsInterruptedAnywhere(t *testing.T) {
	s := october(t)
	for name, read := range map[string]func(context.Context, *store.Store, reports.Params) error{
		"texts": func(ctx context.Context, s *store.Store, p reports.Params) error {
			_, err := reports.FreeTexts(ctx, s, p)
			return err
		},
		"front office": func(ctx context.Context, s *store.Store, p reports.Params) error {
			_, err := reports.FrontOffice(ctx, s, p)
			return err
		},
		"register": func(ctx context.Context, s *store.Store, p reports.Params) error {
			_, err := reports.Register(ctx, s, p)
			return err
		},
		"hours": func(ctx context.Context, s *store.Store, p reports.Params) error {
			_, err := reports.Hours(ctx, s, p)
			return err
		},
		"people": func(ctx context.Context, s *store.Store, p reports.Params) error {
			_, err := reports.NamedList(ctx, s, p)
			return err
		},
	} {
		t.Run(name, func(t *testing.T) {
			params := reports.Params{Period: month("2026-10"), Lang: "kk", Today: day("2026-11-01", "2026-11-01").From}
			for looks := 1; ; looks++ {
				require.Less(t, looks, 5000)
				ctx, end := context.WithCancel(t.Context())
				left := looks
				err := read(impatient{ctx, end, &left}, s, params)
				end()
				if err == nil {
					require.Greater(t, looks, 10, "it was interrupted")
					return
				}
				require.ErrorIs(t, err, context.Canceled)
			}
		})
	}
}
