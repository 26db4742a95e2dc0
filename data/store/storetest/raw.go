package storetest

import (
	"database/sql"
	"errors"
	"net/url"
	"path/filepath"
	"strconv"
	"testing"

	_ "github.com/mattn/go-sqlite3" // raw connections
	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/store"
	"saya/data/vault"
)

// SQL opens a file of a closed sample centre as SQLite sees it, past the store; the test closes it.
func SQL(t testing.TB, dir string, wall data.Wall) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite3", Address(t, dir, wall))
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, db.Close()) })
	return db
}

// Address is that of a file of a sample centre for SQLite, until the end of the test.
func Address(t testing.TB, dir string, wall data.Wall) string {
	t.Helper()
	f := Vault(t, dir, wall)
	u := url.URL{
		Scheme: "file", Path: filepath.ToSlash(filepath.Join(dir, string(wall)+".saya")), RawQuery: "vfs=" + f.VFS(),
	}
	return u.String()
}

// Vault opens a file of a sample centre with any account that can; it is closed at the end of the test.
func Vault(t testing.TB, dir string, wall data.Wall) *vault.File {
	t.Helper()
	for i, role := range data.Roles() {
		f, id, err := vault.Open(filepath.Join(dir, "centre.saya"), string(data.CentreWall), string(role), store.SamplePassword)
		require.NoError(t, err)
		if wall != data.CentreWall {
			f.Close()
			f, err = vault.OpenAs(filepath.Join(dir, string(wall)+".saya"), string(wall), "a"+strconv.Itoa(i+1), id)
		}
		if errors.Is(err, vault.ErrPassword) {
			continue
		}
		require.NoError(t, err)
		t.Cleanup(f.Close)
		return f
	}
	require.Fail(t, "nobody opens the file")
	return nil
}
