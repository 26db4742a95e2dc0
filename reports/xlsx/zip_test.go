package xlsx_test

import (
	"archive/zip"
	"bytes"
	"io"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// partOf returns a part of a workbook.
func partOf(t *testing.T, b []byte, name string) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	require.NoError(t, err)
	f, err := z.Open(name)
	require.NoError(t, err)
	defer f.Close()
	content, err := io.ReadAll(f)
	require.NoError(t, err)
	return content
}

func TestEntriesTellNothing(t *testing.T) {
	b := written(t, sample(events(3)), languages["kk"])
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	require.NoError(t, err)
	var names []string
	for _, f := range z.File {
		require.Equal(t, 1980, f.Modified.Year())
		names = append(names, f.Name)
	}
	require.Equal(t, "[Content_Types].xml", names[0], "readers tell the kind of file by its first entry")
	require.Equal(t, "xl/sharedStrings.xml", names[len(names)-1])
	require.True(t, slices.IsSorted(names[:len(names)-1]))
}
