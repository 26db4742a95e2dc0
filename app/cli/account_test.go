package cli_test

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
	"saya/data/store"
	"saya/data/store/storetest"
)

// given puts a password into a file and names that in a variable.
func given(t *testing.T, variable, password string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "secret")
	require.NoError(t, os.WriteFile(path, []byte(password+"\n"), 0o600))
	t.Setenv(variable, path)
}

func TestAccountsWithoutAWindow(t *testing.T) {
	t.Setenv("LC_ALL", "en_GB.UTF-8")
	const admin, manager, mine = "терезе алдында қызғалдақ", "жеті қабат көк аспан", "ащы бұрыш тәтті қауын"
	dir := filepath.Join(t.TempDir(), "centre")
	st, err := store.Create(t.Context(), dir, store.CreateOptions{Centre: storetest.Profile(), Accounts: []store.NewAccount{
		{Name: "admin", Role: data.Admin, Password: admin}, {Name: "boss", Role: data.Manager, Password: manager},
	}})
	require.NoError(t, err)
	codes := st.RecoveryCodes()
	require.NoError(t, st.Close())

	does := func(want int, says string, args ...string) string {
		t.Helper()
		code, out, errs := run(t, append(args, "--dir", dir)...)
		require.Equal(t, want, code, errs)
		require.Contains(t, out+errs, says)
		return out
	}
	does(2, "--user", "check")
	does(1, "SAYA_PASSWORD_FILE", "check", "--user", "boss")
	given(t, "SAYA_PASSWORD_FILE", admin)
	does(1, "Wrong name or password", "check", "--user", "boss")
	does(0, "", "check", "--user", "admin")
	once := regexp.MustCompile(`[0-9a-z-]{19}`).FindString(does(0, "One-time", "account", "add", "Айгүл", "--role", "staff", "--user", "admin"))
	does(1, "no such account", "account", "disable", "nobody", "--user", "admin")
	does(2, "--role", "account", "add", "x", "--role", "boss", "--user", "admin")

	given(t, "SAYA_PASSWORD_FILE", once)
	does(1, "passwd", "check", "--user", "айгүл")
	given(t, "SAYA_NEW_PASSWORD_FILE", "12345678")
	does(1, "guess", "account", "passwd", "--user", "айгүл")
	given(t, "SAYA_NEW_PASSWORD_FILE", mine)
	does(0, "", "account", "passwd", "--user", "айгүл")

	given(t, "SAYA_PASSWORD_FILE", manager)
	does(0, "", "account", "let-in", "айгүл", "--file", "people", "--user", "boss")
	require.Contains(t, does(0, "", "account", "list", "--user", "boss"), "Айгүл\tstaff\tactive\tcentre people\n")
	given(t, "SAYA_PASSWORD_FILE", mine)
	does(0, "", "check", "--user", "айгүл")
	does(1, "may not", "report", "hours", "--user", "айгүл", "--from", "2026-10-01", "--to", "2026-10-31", "--out", filepath.Join(t.TempDir(), "o.xlsx"))

	given(t, "SAYA_RECOVERY_FILE", codes[data.CentreWall])
	given(t, "SAYA_NEW_PASSWORD_FILE", mine+" 2")
	does(0, "", "account", "recover", "admin")
	given(t, "SAYA_PASSWORD_FILE", mine+" 2")
	does(0, "", "account", "disable", "айгүл", "--user", "admin")
	require.Contains(t, does(0, "", "account", "list", "--user", "admin"), "Айгүл\tstaff\tdisabled")
}
