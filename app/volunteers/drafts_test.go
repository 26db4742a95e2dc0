package volunteers_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"saya/app/page"
	"saya/app/page/pagetest"
	"saya/app/volunteers"
	"saya/data"
	"saya/data/store"
	"saya/data/store/storetest"
)

// session is the section in a window of its own, as after a start of the program.
type session struct {
	*volunteers.Page
	env   page.Env
	w     *pagetest.Window
	clock *pagetest.Clock
}

func start(t *testing.T, s *store.Store, as ...data.Actor) session {
	t.Helper()
	env, w := pagetest.NewEnv(t, s)
	if len(as) > 0 {
		env.Actor = as[0]
	}
	clock := &pagetest.Clock{}
	env.Run = clock
	p := volunteers.New(env)
	w.Show(p)
	return session{Page: p, env: env, w: w, clock: clock}
}

func drafts(t *testing.T, s *store.Store) []data.FormDraft {
	t.Helper()
	list, err := s.Drafts(t.Context(), storetest.Actor())
	require.NoError(t, err)
	return list
}

// change changes a volunteer as somebody else would.
func change(t *testing.T, s *store.Store, id int64, how func(*data.Volunteer)) {
	t.Helper()
	v, err := s.Volunteer(t.Context(), id)
	require.NoError(t, err)
	how(&v)
	_, err = s.SaveVolunteer(t.Context(), storetest.Actor(), v)
	require.NoError(t, err)
}

func TestWhatWasTypedSurvivesTheProgram(t *testing.T) {
	s := storetest.New(t)
	v := storetest.Volunteer(t, s)
	killed := start(t, s)
	killed.Edit(v.ID)
	killed.w.Fill(map[string]string{"surname": "Сапарова", "birth": "22.1"})
	require.Empty(t, drafts(t, s))
	killed.clock.Pass()
	require.Equal(t, map[string]string{"surname": "Сапарова", "birth": "22.1"}, drafts(t, s)[0].Values)

	next := start(t, s)
	next.env.OfferDrafts()
	require.True(t, next.w.Shows("10:00 · Қалиева Әсем"))
	next.w.Press("Продолжить")
	require.Equal(t, []string{"volunteers"}, next.w.Opened)
	next.Shown(v.ID)
	require.Equal(t, v.ID, next.Chosen())
	require.Equal(t, "Сапарова", next.w.Form().Snapshot()["surname"])
	require.Equal(t, "22.1", next.w.Form().Snapshot()["birth"])
	next.w.Fill(map[string]string{"birth": "22.01.1990"})
	next.Save()
	require.Empty(t, next.w.Failed)
	require.False(t, next.Editing())
	require.Empty(t, drafts(t, s), "what is saved is no draft any more")
	saved, err := s.Volunteer(t.Context(), v.ID)
	require.NoError(t, err)
	require.Equal(t, []any{"Сапарова", data.Date("1990-01-22")}, []any{saved.Surname, saved.Birth})
}

func TestNewRecordSurvivesTheProgramWhole(t *testing.T) {
	s := storetest.New(t)
	killed := start(t, s)
	killed.New()
	killed.w.Fill(map[string]string{"given": "Әсем"})
	killed.clock.Pass()
	next := start(t, s)
	next.env.Now = storetest.Now
	next.env.OfferDrafts()
	next.w.Press("Позже")
	next.New()
	require.True(t, next.w.Modals().Open(), "it is offered again where it belongs")
	next.w.Press("Продолжить")
	require.Equal(t, "Әсем", next.w.Form().Snapshot()["given"])
	require.Equal(t, "22.11.2026", drafts(t, s)[0].Values["accepted"], "the day on which it was typed")
}

func TestWhatIsThrownAwayIsNoDraft(t *testing.T) {
	for name, leave := range map[string]func(session){
		"left without saving": func(n session) {
			n.Leave(func() {})
			n.w.Press("Выйти без сохранения")
		},
		"as it was": func(n session) {
			n.w.Fill(map[string]string{"surname": "Қалиева"})
			n.clock.Pass()
		},
		"left as it was": func(n session) {
			n.w.Fill(map[string]string{"surname": "Қалиева"})
			n.Leave(func() {})
		},
		"left before it was kept": func(n session) {
			n.w.Fill(map[string]string{"surname": "Әлиева"})
			n.Leave(func() {})
			n.w.Press("Выйти без сохранения")
			n.clock.Pass()
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := storetest.New(t)
			v := storetest.Volunteer(t, s)
			n := start(t, s)
			n.Edit(v.ID)
			n.w.Fill(map[string]string{"surname": "Сапарова"})
			n.clock.Pass()
			require.Len(t, drafts(t, s), 1)
			leave(n)
			require.Empty(t, drafts(t, s))
		})
	}
}

func TestOfferedDraftIsThrownAway(t *testing.T) {
	s := storetest.New(t)
	v := storetest.Volunteer(t, s)
	require.NoError(t, s.SaveDraft(t.Context(), storetest.Actor(), data.FormDraft{
		DraftKey: data.DraftKey{Section: "volunteers", Record: v.ID}, Version: v.Version, Values: map[string]string{"surname": "Сапарова"},
	}))
	n := start(t, s)
	n.env.OfferDrafts()
	n.w.Press("Позже")
	n.Edit(v.ID)
	n.w.Press("Выбросить")
	require.Equal(t, "Қалиева", n.w.Form().Snapshot()["surname"])
	require.Empty(t, drafts(t, s))
	n.env.OfferDrafts()
	require.False(t, n.w.Modals().Open())
}

// The lock waits for no clock.
func TestEverythingOpenIsKeptAtOnce(t *testing.T) {
	s := storetest.New(t)
	v := storetest.Volunteer(t, s)
	n := start(t, s)
	require.NoError(t, n.env.KeepDrafts(t.Context()))
	n.Edit(v.ID)
	require.NoError(t, n.env.KeepDrafts(t.Context()))
	require.Empty(t, drafts(t, s))
	n.w.Fill(map[string]string{"surname": "Сапарова"})
	require.NoError(t, n.env.KeepDrafts(t.Context()))
	require.Len(t, drafts(t, s), 1)
	require.NoError(t, s.DropDraft(t.Context(), storetest.Actor(), drafts(t, s)[0].DraftKey))
	n.clock.Pass()
	require.Empty(t, drafts(t, s), "nothing comes after it")
}

func TestLockDuringTheQuestionKeepsTheDraft(t *testing.T) {
	s := storetest.New(t)
	v := storetest.Volunteer(t, s)
	n := start(t, s)
	n.Edit(v.ID)
	n.w.Fill(map[string]string{"surname": "Сапарова"})
	n.clock.Pass()
	next := start(t, s)
	next.env.OfferDrafts()
	next.w.Press("Позже")
	next.Edit(v.ID)
	require.NoError(t, next.env.KeepDrafts(t.Context()))
	require.Len(t, drafts(t, s), 1)
}

// outdated opens an editor, types into it, and lets somebody else change the record.
func outdated(t *testing.T) (n session, s *store.Store, id int64) {
	t.Helper()
	s = storetest.New(t)
	id = storetest.Volunteer(t, s).ID
	n = start(t, s)
	n.Edit(id)
	n.w.Fill(map[string]string{"surname": "Моя", "note": ""})
	change(t, s, id, func(v *data.Volunteer) { v.Surname, v.Note = "Их", "заметка" })
	n.Save()
	for _, text := range []string{"Сейчас сохранено: Их", "Введено вами: Моя", "Сейчас сохранено: заметка", "Вы это поле не меняли"} {
		require.True(t, n.w.Shows(text), text)
	}
	return n, s, id
}

func stored(t *testing.T, s *store.Store, id int64) [2]string {
	t.Helper()
	v, err := s.Volunteer(t.Context(), id)
	require.NoError(t, err)
	return [2]string{v.Surname, v.Note}
}

func TestOutdatedRecordKeepsMine(t *testing.T) {
	n, s, id := outdated(t)
	n.w.Press("Сохранить мое")
	require.Equal(t, [2]string{"Моя", "заметка"}, stored(t, s, id), "what I did not touch stays as they left it")
	require.False(t, n.Editing())
	require.Empty(t, n.w.Failed)
}

func TestOutdatedRecordTakesTheirs(t *testing.T) {
	n, s, id := outdated(t)
	n.clock.Pass()
	n.w.Press("Оставить сохраненное")
	require.Equal(t, "Их", n.w.Form().Snapshot()["surname"])
	require.Empty(t, drafts(t, s))
	n.w.Fill(map[string]string{"surname": "Вместе"})
	n.Save()
	require.Equal(t, [2]string{"Вместе", "заметка"}, stored(t, s, id))
}

func TestOutdatedRecordGoesBackToTheForm(t *testing.T) {
	n, s, id := outdated(t)
	n.w.Press("Вернуться к форме")
	require.Equal(t, "Моя", n.w.Form().Snapshot()["surname"])
	require.NotEmpty(t, n.w.Editor().Failure())
	n.Save()
	n.w.Press("Сохранить мое")
	require.Equal(t, [2]string{"Моя", "заметка"}, stored(t, s, id))
}

func TestDraftOfARecordThatChangedAsks(t *testing.T) {
	s := storetest.New(t)
	v := storetest.Volunteer(t, s)
	killed := start(t, s)
	killed.Edit(v.ID)
	killed.w.Fill(map[string]string{"surname": "Моя"})
	killed.clock.Pass()
	change(t, s, v.ID, func(v *data.Volunteer) { v.Surname, v.Note = "Их", "заметка" })
	for range 2 { // killed again before it was saved
		next := start(t, s)
		next.env.OfferDrafts()
		next.w.Press("Продолжить")
		next.Shown(v.ID)
		require.Equal(t, "Моя", next.w.Form().Snapshot()["surname"])
		require.Equal(t, "заметка", next.w.Form().Snapshot()["note"])
		next.clock.Pass()
		next.Save()
		require.Equal(t, [2]string{"Их", "заметка"}, stored(t, s, v.ID), "not before somebody was asked")
		require.True(t, next.w.Shows("Введено вами: Моя"))
		killed = next
	}
	killed.w.Press("Сохранить мое")
	require.Equal(t, [2]string{"Моя", "заметка"}, stored(t, s, v.ID))
	require.Empty(t, drafts(t, s))
}
