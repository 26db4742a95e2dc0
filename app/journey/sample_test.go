package journey_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data/sample"
)

// sampleOnce makes the sample centre of which every journey has a copy: making one takes longer than most journeys.
var sampleOnce = sync.OnceValues(func() (dir string, err error) {
	dir, err = os.MkdirTemp("", "saya-journey-")
	if err != nil {
		return "", err
	}
	return dir, sample.Make(context.Background(), filepath.Join(dir, "c"), sample.Options{Seed: 7, Until: until, Volunteers: 60, Events: 60})
})

func TestMain(m *testing.M) {
	code := m.Run()
	if dir, err := sampleOnce(); err == nil {
		err = os.RemoveAll(dir)
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
		}
	}
	os.Exit(code)
}

// copySample makes dir a sample centre.
func copySample(tb testing.TB, dir string) {
	tb.Helper()
	made, err := sampleOnce()
	require.NoError(tb, err)
	require.NoError(tb, os.CopyFS(dir, os.DirFS(filepath.Join(made, "c"))))
}
