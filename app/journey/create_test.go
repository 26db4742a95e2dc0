package journey_test

import (
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"github.com/stretchr/testify/require"

	"saya/app/page/pagetest"
	"saya/assets/locale"
	"saya/data"
	"saya/data/store"
)

const (
	adminWords   = "қайың терезе самауыр бұлт"
	managerWords = "алма көпір домбыра жаңбыр"
)

func TestJourneyCreateACentre(t *testing.T) {
	v, dir := newVisitor(t, locale.Kazakh), filepath.Join(t.TempDir(), "Орталық")
	v.program.Start("")
	v.press("start.create")
	v.chooseFolder(dir)
	v.fillProfile()
	v.fillAccounts()
	codes := v.codes()
	v.printCodes(codes)
	v.confirmCodes(codes)
	v.enterNewCentre(dir)
	v.firstSignIn(dir)
}

// chooseFolder tries a folder with something in it first.
func (v *visitor) chooseFolder(dir string) {
	v.t.Helper()
	full := v.t.TempDir()
	require.NoError(v.t, os.WriteFile(filepath.Join(full, "other"), nil, 0o600))
	v.fill("folder", full)
	v.press("common.next")
	v.sees("errors.folder_not_empty")
	v.fill("folder", dir)
	v.hit(fyne.KeyReturn)
}

// fillProfile goes back once: nothing typed is lost.
func (v *visitor) fillProfile() {
	v.t.Helper()
	v.fill("name_kk", "Үлгі орталығы")
	v.press("common.next")
	v.sees("errors.required")
	v.fill("name_ru", "Центр Арай")
	v.fill("region", "Алматы")
	v.fill("short_name", "ulgi")
	before := v.form().Snapshot()
	v.press("common.back")
	v.press("common.next")
	require.Equal(v.t, before, v.form().Snapshot())
	v.press("common.next")
}

func (v *visitor) fillAccounts() {
	v.t.Helper()
	v.fillAccount("Бас әкімші", "saya2026", "saya2026")
	v.sees("password.weak")
	v.fillAccount("Бас әкімші", adminWords, managerWords)
	v.sees("lock.not_the_same")
	v.fillAccount("Бас әкімші", adminWords, adminWords)
	v.fillAccount("бас әкімші", managerWords, managerWords)
	v.sees("start.same_name")
	v.sees("start.step", "Number", 4, "Of", 5)
	v.fillAccount("Басшы", managerWords, managerWords)
}

func (v *visitor) fillAccount(name, password, again string) {
	v.t.Helper()
	v.fill("account_name", name)
	v.fill("password", password)
	v.fill("password_again", again)
	v.hit(fyne.KeyReturn)
}

// codes copies the codes from the screen.
func (v *visitor) codes() []string {
	v.t.Helper()
	v.sees("start.codes_title")
	v.sees("start.step", "Number", 5, "Of", 5)
	var found []string
	pagetest.Walk(v.window.Content(), func(o fyne.CanvasObject) {
		if text, ok := o.(*canvas.Text); ok && regexp.MustCompile(`^([0-9A-Z]{4}-){7}[0-9A-Z]{4}$`).MatchString(text.Text) {
			found = append(found, text.Text)
		}
	})
	require.Len(v.t, found, len(data.Walls()))
	return found
}

// printCodes saves the sheet and reads it.
func (v *visitor) printCodes(codes []string) {
	v.t.Helper()
	dir := v.t.TempDir()
	for range 2 { // a second sheet does not replace the first
		v.press("start.save_sheet")
		v.fill("folder", dir)
		v.press("common.save")
	}
	for _, name := range []string{"saya-ulgi-2026-11-22.html", "saya-ulgi-2026-11-22-2.html"} {
		path := filepath.Join(dir, name)
		info, err := os.Stat(path)
		require.NoError(v.t, err)
		require.Equal(v.t, os.FileMode(0o600), info.Mode().Perm())
		content, err := os.ReadFile(path)
		require.NoError(v.t, err)
		for _, code := range codes {
			for group := range strings.SplitSeq(code, "-") {
				require.Contains(v.t, string(content), ">"+group+"<")
			}
		}
		require.NotContains(v.t, string(content), "http", "it fetches nothing")
		require.Contains(v.t, string(content), v.text.LongDate(until.Time()))
	}
	v.sees("start.sheet_saved", "File", filepath.Join(dir, "saya-ulgi-2026-11-22-2.html"))
}

// confirmCodes types one group of each, a wrong one first. Hiding the window meanwhile asks for a password.
func (v *visitor) confirmCodes(codes []string) {
	v.t.Helper()
	v.press("start.codes_written")
	require.NotContains(v.t, v.words(), codes[0], "the paper is needed")
	v.fill("centre", "0000")
	v.hit(fyne.KeyReturn)
	v.sees("errors.required")
	for _, wall := range data.Walls() {
		v.fill(string(wall), "0000")
	}
	v.press("start.confirm")
	v.sees("start.group_wrong")

	v.hit(fyne.KeyF9)
	v.hit(fyne.KeyReturn)
	v.sees("start.sign_in_title")
	v.signIn("Басшы", managerWords)
	require.Nil(v.t, v.program.Shell(), "the codes come first")
	require.Equal(v.t, codes, v.codes())

	v.press("start.codes_written")
	for i, wall := range data.Walls() {
		v.fill(string(wall), strings.ToLower(strings.Split(codes[i], "-")[v.askedGroup(wall)-1]))
	}
	v.press("start.confirm")
}

// askedGroup reads which group of a code is asked for.
func (v *visitor) askedGroup(wall data.Wall) int {
	v.t.Helper()
	name := v.text.T("lock.wall." + string(wall))
	for line := range strings.SplitSeq(v.words(), "\n") {
		if rest, ok := strings.CutPrefix(line, name+":"); ok {
			n, err := strconv.Atoi(regexp.MustCompile(`\d+`).FindString(rest))
			require.NoError(v.t, err)
			return n
		}
	}
	require.Fail(v.t, "no group of "+string(wall))
	return 0
}

// enterNewCentre is where the manager is after the codes: in an empty centre.
func (v *visitor) enterNewCentre(dir string) {
	v.t.Helper()
	require.NotNil(v.t, v.program.Shell())
	require.True(v.t, v.program.Shell().Has("volunteers"))
	require.NotContains(v.t, v.words(), v.text.T("common.sample"))
	v.ctrl(fyne.KeyL)
	v.closed(dir, "Басшы", managerWords)
}

// firstSignIn lets somebody in who has to choose a password of her own.
func (v *visitor) firstSignIn(dir string) {
	v.t.Helper()
	ctx := context.Background()
	st, err := store.Open(ctx, dir, store.OpenOptions{Account: "Бас әкімші", Password: adminWords})
	require.NoError(v.t, err)
	_, err = st.AddAccount(ctx, st.Actor(), store.NewAccount{Name: "Айгүл", Role: data.Staff, Password: "4kq7-m2xd-9rtb", OneTime: true})
	require.NoError(v.t, err)
	require.NoError(v.t, st.Close())

	v.signIn("Айгүл", "4kq7-m2xd-9rtb")
	require.Nil(v.t, v.program.Shell())
	v.sees("start.choose_title")
	v.fill("password", "тұман сағат керуен алша")
	v.fill("password_again", "тұман сағат керуен алша")
	v.press("start.set_password")
	v.shell = v.program.Shell()
	require.NotNil(v.t, v.shell)
	v.sees("lock.not_let_in", "Wall", v.text.T("lock.wall.people"))
	v.ctrl(fyne.KeyL)
	v.closed(dir, "Айгүл", "тұман сағат керуен алша")
}

// A recovery code sets a new password when nobody knows the old one.
func TestJourneyRecoveryCode(t *testing.T) {
	v, dir := newVisitor(t, locale.Russian), filepath.Join(t.TempDir(), "c")
	st, err := store.Create(context.Background(), dir, store.CreateOptions{
		Centre: data.Centre{Name: data.Names{RU: "Учебный центр"}, WaitDays: 7},
		Accounts: []store.NewAccount{
			{Name: "Бас әкімші", Role: data.Admin, Password: adminWords}, {Name: "Басшы", Role: data.Manager, Password: managerWords},
		},
	})
	require.NoError(t, err)
	code := st.RecoveryCodes()[data.CentreWall]
	require.NoError(t, st.Close())
	v.program.Start(dir)
	v.press("start.forgotten")
	v.fill("account_name", "Бас әкімші")
	v.fill("recovery_code", "0000")
	v.fill("password", "тұман сағат керуен алша")
	v.fill("password_again", "тұман сағат керуен алша")
	v.press("start.set_password")
	v.sees("store.wrong_code")
	v.fill("recovery_code", strings.ToLower(code))
	v.hit(fyne.KeyReturn)
	v.sees("start.recovered")
	v.fill("password", "тұман сағат керуен алша")
	v.hit(fyne.KeyReturn)
	require.NotNil(t, v.program.Shell())
}
