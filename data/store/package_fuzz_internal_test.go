package store

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
)

// seeds are the manifest and the package of a small centre whose files are too short to be real.
func seeds(f *testing.F) (text, packed []byte) {
	f.Helper()
	dir := f.TempDir()
	m := manifest{Format: backupFormat, At: "2026-11-22T05:00:00.000Z", Why: BackupAsked}
	for _, w := range data.Walls() {
		require.NoError(f, os.WriteFile(filepath.Join(dir, fileName(w)), []byte(w), 0o600))
		p, err := hashPart(f.Context(), filepath.Join(dir, fileName(w)))
		require.NoError(f, err)
		m.Files = append(m.Files, BackupFile{Wall: w, Schema: 1, Parts: []BackupPart{p}})
	}
	require.NoError(f, m.write(dir))
	text, err := os.ReadFile(filepath.Join(dir, manifestName))
	require.NoError(f, err)
	var out bytes.Buffer
	require.NoError(f, pack(f.Context(), dir, &out))
	return text, out.Bytes()
}

// FuzzManifest holds that whatever is taken for a manifest names our files only.
func FuzzManifest(f *testing.F) {
	text, _ := seeds(f)
	f.Add(text)
	f.Add([]byte(`{"format":1}`))
	f.Add([]byte(`{"format":2}`))
	f.Add([]byte(`null`))
	f.Fuzz(func(t *testing.T, text []byte) {
		m, err := decodeManifest(bytes.NewReader(text))
		if err != nil {
			return
		}
		require.Equal(t, backupFormat, m.Format)
		require.LessOrEqual(t, len(m.Files), 4)
		for _, p := range m.parts() {
			require.Equal(t, filepath.Base(p.Name), p.Name)
			require.Regexp(t, `^(centre|people|shelter|cases)\.saya(-wal)?$`, p.Name)
			require.Len(t, p.SHA256, 64)
		}
		again, err := json.Marshal(m)
		require.NoError(t, err)
		_, err = decodeManifest(bytes.NewReader(again))
		require.NoError(t, err)
	})
}

// FuzzPackage holds that a package is either refused with a sentence or unpacks into what its manifest says.
func FuzzPackage(f *testing.F) {
	_, packed := seeds(f)
	f.Add(packed)
	f.Add(packed[:len(packed)/2])
	f.Add([]byte("PK\x05\x06" + string(make([]byte, 18))))
	f.Fuzz(func(t *testing.T, pack []byte) {
		p, err := readPackage(bytes.NewReader(pack), int64(len(pack)))
		if err != nil {
			require.NotEmpty(t, data.Refusals(err))
			return
		}
		dir := t.TempDir()
		if err := p.unpack(t.Context(), dir); err != nil {
			require.NotEmpty(t, data.Refusals(err))
			return
		}
		entries, err := os.ReadDir(dir)
		require.NoError(t, err)
		require.Len(t, entries, len(p.manifest.parts()))
		for _, want := range p.manifest.parts() {
			got, err := hashPart(t.Context(), filepath.Join(dir, want.Name+partEnding))
			require.NoError(t, err)
			require.Equal(t, want.SHA256, got.SHA256)
		}
	})
}
