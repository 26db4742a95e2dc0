package imports_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data/store/storetest"
)

// An import that was taken back comes in again as it was corrected and decided.
func TestUndoneImportIsDoneAgain(t *testing.T) {
	_, w, s := corrected(t)
	for range 2 {
		w.Press("Загрузить 3 строки")
		w.Press("Загрузить без них")
		require.Empty(t, w.Failed)
		require.Len(t, volunteers(t, s), 4)
		batches, err := s.Batches(t.Context(), storetest.Actor())
		require.NoError(t, err)
		require.NoError(t, s.Undo(t.Context(), storetest.Actor(), batches[0].ID))
		require.Len(t, volunteers(t, s), 1)
		require.True(t, w.Shows("Загрузка отменена"))
		w.Press("Вернуться к плану")
	}
	require.True(t, w.Offers("Загрузить 3 строки"))
}

// What was left out is settled in the window; what came in does not come again.
func TestRestIsSettledInTheWindow(t *testing.T) {
	p, w, s := corrected(t)
	w.Press("Загрузить 3 строки")
	w.Press("Загрузить без них")
	w.Press("Разобрать незагруженные")
	require.True(t, w.Shows("1 строка"))
	p.Rows(1)
	w.Press("Исправить")
	w.Fill(map[string]string{"given": "Мария"})
	p.Save()
	w.Press("Загрузить 1 строку")
	require.Empty(t, w.Failed)
	require.Len(t, volunteers(t, s), 5)
}
