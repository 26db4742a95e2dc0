package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"

	"saya/widgets"
)

func hits() []widgets.Hit {
	return []widgets.Hit{
		{Group: "Жаңа жазба", Text: "Жаңа волонтер"},
		{Group: "Волонтерлер", Text: "Айгерім"},
		{Group: "Волонтерлер", Text: "Дана", Detail: "№ 7"},
	}
}

func TestFinder(t *testing.T) {
	f := widgets.NewFinder("Іздеу")
	d := newDesk(t, container.NewStack(f))
	var typed, chosen []string
	left := 0
	f.OnTyped = func(text string) { typed = append(typed, text) }
	f.OnChosen = func(h widgets.Hit) { chosen = append(chosen, h.Text) }
	f.OnEscape = func() { left++ }
	d.canvas.Focus(f.Field())
	press := func(keys ...fyne.KeyName) {
		for _, key := range keys {
			f.Field().TypedKey(&fyne.KeyEvent{Name: key})
		}
	}
	f.Offer(nil, "Ештеңе табылмады")
	require.Contains(t, texts(f), "Ештеңе табылмады")
	press(fyne.KeyReturn)
	require.Empty(t, chosen)

	f.Offer(hits(), "")
	require.Equal(t, []string{"Жаңа жазба", "Жаңа волонтер", "Волонтерлер", "Айгерім", "Дана", "№ 7"}, texts(f)[1:], "each group once")
	press(fyne.KeyReturn, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn, fyne.KeyUp, fyne.KeyReturn, fyne.KeyPageUp, fyne.KeyReturn)
	require.Equal(t, []string{"Жаңа волонтер", "Дана", "Айгерім", "Жаңа волонтер"}, chosen, "a heading is passed over")
	test.Type(f.Field(), "да")
	require.Equal(t, []string{"д", "да"}, typed)
	press(fyne.KeyEscape)
	require.Equal(t, 1, left)
}

// In a low place the list goes along with the arrows, and the heading of the first is seen again.
func TestFinderScrolls(t *testing.T) {
	f := widgets.NewFinder("")
	d := newDesk(t, container.NewStack(f))
	d.window.Resize(fyne.NewSize(300, 34+8+3*30+8))
	f.Offer(hits(), "")
	require.NotContains(t, texts(f), "Дана")
	for range 2 {
		f.Field().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	}
	require.Contains(t, texts(f), "Дана")
	for range 2 {
		f.Field().TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
	}
	require.Contains(t, texts(f), "Жаңа жазба")
}

// Names for which there is no room stand in another line, whole, and can be tapped there.
func TestTabsGoOnInAnotherLine(t *testing.T) {
	content := func() fyne.CanvasObject { return widgets.NewText("") }
	names := []string{"Жиынтық кесте", "Іс-шаралар", "Волонтерлер", "Сағаттар"}
	items := make([]widgets.TabItem, len(names))
	for i, name := range names {
		items[i] = widgets.TabItem{Text: name, Content: content()}
	}
	tabs := widgets.NewTabs(items...)
	d := newDesk(t, container.NewStack(tabs))
	d.window.Resize(fyne.NewSize(230, 300))
	require.Subset(t, texts(tabs), names, "nothing is cut")
	for _, o := range drawn(tabs) {
		if text, ok := o.(*canvas.Text); ok && text.Text == "Сағаттар" {
			require.Greater(t, text.Position().Y, float32(30))
			test.TapCanvas(d.canvas, place(text).AddXY(4, 4))
		}
	}
	require.Equal(t, 3, tabs.Page())
}
