package widgets_test

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"github.com/stretchr/testify/require"

	"saya/assets"
	"saya/widgets"
)

// A column gives way before another is left out, and what is left over goes to those that are cut.
func TestColumnsGiveWayBeforeOneIsLeftOut(t *testing.T) {
	columns := []widgets.Column{
		{ID: "day", Title: "Күні", Width: 100},
		{ID: "who", Title: "Кім", Flexible: true, MinWidth: 150, Width: 200},
		{ID: "what", Title: "Не", Width: 230, MinWidth: 150, Spare: 1},
	}
	for width, shown := range map[float32]string{390: "Күні Кім", 400: "Күні Кім Не", 465: "Күні Кім Не", 700: "Күні Кім Не"} {
		table := widgets.NewDataTable(columns)
		show(t, container.NewStack(table), width, 200)
		require.Equal(t, shown, strings.Join(texts(table), " "), width)
	}
}

// A picture before a text is told in words under the pointer, and so is the rest of a text that is cut.
func TestTipsOfCells(t *testing.T) {
	table := widgets.NewDataTable([]widgets.Column{{ID: "title", Title: "Атауы", Width: 120, Own: true, Icons: true}})
	d := newDesk(t, container.NewStack(table))
	table.SetRows(widgets.RowSlice{
		{ID: 1, Cells: []widgets.Cell{{Text: "Кездесу", Icon: assets.IconShelter, IconTip: "Тұрғындармен"}}},
		{ID: 2, Cells: []widgets.Cell{{Text: "Апталық қолдау тобы және тағы басқалар"}}},
		{ID: 3, Cells: []widgets.Cell{{Text: "Кездесу"}}},
	})
	d.root.Tips().After = func(_ time.Duration, do func()) func() { do(); return func() {} }
	tips := []string{}
	for row := range 3 {
		for _, o := range drawn(table) {
			if body, ok := o.(interface {
				desktop.Hoverable
				desktop.Mouseable
			}); ok {
				body.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: inRow(row)}})
			}
		}
		tips = append(tips, d.root.Tips().Text())
	}
	require.Equal(t, []string{"Тұрғындармен", "Апталық қолдау тобы және тағы басқалар", ""}, tips)
}

// A copied row says in words what its picture says.
func TestCopiedRowSaysWhatItsPictureSays(t *testing.T) {
	table := widgets.NewDataTable([]widgets.Column{{ID: "title", Title: "Атауы", Icons: true}, {ID: "venue", Title: "Орны"}})
	row := []widgets.Cell{{Text: "Саяхат", Icon: assets.IconShelter, IconTip: "тұрғындармен"}, {Text: "Парк"}}
	require.Equal(t, "Саяхат · тұрғындармен\tПарк", table.Line(row))
}
