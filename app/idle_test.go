package app

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"saya/app/shell"
)

// watched is an idle window with a clock that is moved by hand.
type watched struct {
	*idle
	clock time.Time
	said  []string
	works bool
}

func newWatched() *watched {
	w := &watched{clock: time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)}
	w.idle = &idle{
		limit: 10 * time.Minute,
		now:   func() time.Time { return w.clock },
		busy:  func() bool { return w.works },
		warn:  func(left time.Duration) { w.said = append(w.said, left.String()) },
		calm:  func() { w.said = append(w.said, "calm") },
		end:   func() { w.said = append(w.said, "end") },
	}
	w.used()
	return w
}

func (w *watched) after(d time.Duration) {
	w.clock = w.clock.Add(d)
	w.tick()
}

func TestIdle(t *testing.T) {
	for name, tt := range map[string]struct {
		steps func(*watched)
		said  []string
	}{
		"somebody works":         {func(w *watched) { w.after(8 * time.Minute); w.used(); w.after(8 * time.Minute) }, nil},
		"a minute's warning":     {func(w *watched) { w.after(9 * time.Minute); w.after(30 * time.Second) }, []string{"1m0s", "30s"}},
		"any movement ends it":   {func(w *watched) { w.after(9*time.Minute + 59*time.Second); w.used(); w.after(time.Second) }, []string{"1s", "calm"}},
		"nobody comes":           {func(w *watched) { w.after(9 * time.Minute); w.after(time.Minute) }, []string{"1m0s", "end"}},
		"the computer slept":     {func(w *watched) { w.after(3 * time.Hour) }, []string{"end"}},
		"an import runs":         {func(w *watched) { w.works = true; w.after(time.Hour); w.works = false; w.after(time.Minute) }, nil},
		"the clock was set back": {func(w *watched) { w.after(-time.Hour); w.after(10 * time.Minute) }, []string{"end"}},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWatched()
			tt.steps(w)
			require.Equal(t, tt.said, w.said)
		})
	}
}

func TestIdleLimit(t *testing.T) {
	for saved, want := range map[string]time.Duration{
		"": 10 * time.Minute, "5": 5 * time.Minute, "0": 10 * time.Minute, "-1": 10 * time.Minute, "600": 10 * time.Minute, "x": 10 * time.Minute,
	} {
		require.Equal(t, want, idleLimit(forgotten{shell.PrefLock: saved}), saved)
	}
}
