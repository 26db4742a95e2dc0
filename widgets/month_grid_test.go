package widgets_test

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"github.com/stretchr/testify/require"

	"saya/assets"
	"saya/assets/locale"
	"saya/widgets"
)

func november(day int) time.Time { return time.Date(2026, time.November, day, 0, 0, 0, 0, time.UTC) }

// grid is November 2026 with a concert on the 5th, an exhibition from the 9th to the 12th, and thirty meetings on the 24th.
func grid(t *testing.T) (*widgets.MonthGrid, *desk, *[]string) {
	t.Helper()
	g, did := widgets.NewMonthGrid(locale.New(locale.English), november(22).Add(15*time.Hour), "Today"), &[]string{}
	heard := func(what string) { *did = append(*did, what) }
	g.OnOpen = func(id int64) { heard("open " + strconv.FormatInt(id, 10)) }
	g.OnEdit = func(id int64) { heard("edit " + strconv.FormatInt(id, 10)) }
	g.OnNew = func(day time.Time) { heard("new " + day.Format("02.01")) }
	g.OnTurn = func(month time.Time) { heard("turn " + month.Format("01.2006")) }
	g.MoreText = func(n int) string { return "+" + strconv.Itoa(n) + " more" }
	g.Legend = []widgets.MonthEntry{{Text: "planned"}, {Text: "held", Mark: widgets.MarkSquare}}
	entries := []widgets.MonthEntry{
		{ID: 1, From: november(5), To: november(5), Text: "18:00 Concert", Tone: widgets.ToneWarn, Mark: widgets.MarkRing},
		{ID: 2, From: november(9), To: november(12), Text: "10:00 Pictures", Tone: widgets.ToneOk, Mark: widgets.MarkSquare},
		{ID: 3, From: november(5), To: november(5), Text: "19:00 Off", Tone: widgets.ToneDim, Mark: widgets.MarkStruck},
	}
	for i := range 30 {
		entries = append(entries, widgets.MonthEntry{ID: int64(10 + i), From: november(24), To: november(24), Text: "Meeting " + strconv.Itoa(i)})
	}
	d := newDesk(t, container.NewStack(g))
	g.SetEntries(entries, map[time.Time]string{november(13): "A holiday"})
	widgets.Focus(g)
	return g, d, did
}

func TestTheGridByKeys(t *testing.T) {
	g, d, did := grid(t)
	d.press(fyne.KeyLeft, fyne.KeyUp, fyne.KeyRight, fyne.KeyDown, fyne.KeyDown)
	require.Equal(t, november(29), g.Day())
	d.press(fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeyHome)
	d.shortcut(fyne.KeyPageDown)
	require.Equal(t, "22.11.2027", g.Day().Format("02.01.2006"))
	d.press(fyne.KeyHome)
	require.Equal(t, []string{"turn 10.2026", "turn 11.2026", "turn 11.2027", "turn 11.2026"}, *did)

	*did = nil
	g.SetDay(november(5))
	d.press(fyne.KeyEnter, fyne.KeyReturn, fyne.KeyReturn)
	d.write("т")
	d.press(fyne.KeyInsert)
	require.Equal(t, []string{"open 1", "open 3", "open 1", "new 05.11", "new 05.11"}, *did)
	d.press(fyne.KeyF1)
	require.Equal(t, []fyne.KeyName{fyne.KeyF1}, d.keys, "what it has no use for is the window's")

	*did = nil
	g.SetDay(november(24))
	d.press(fyne.KeySpace, fyne.KeyDown, fyne.KeyReturn)
	require.Equal(t, []string{"open 11"}, *did, "all of a full day are in its menu")
}

func TestTheGridByMouse(t *testing.T) {
	g, d, did := grid(t)
	press := func(o fyne.CanvasObject) {
		at := place(o).Subtract(place(g)).AddXY(2, 2)
		g.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at, AbsolutePosition: at}, Button: desktop.MouseButtonPrimary})
	}
	double := func(o fyne.CanvasObject, dy float32) {
		at := place(o).Subtract(place(g)).AddXY(2, 2+dy)
		g.DoubleTapped(&fyne.PointEvent{Position: at})
	}
	press(said(t, g, "18:00 Concert"))
	require.Equal(t, november(5), g.Day())
	double(said(t, g, "18:00 Concert"), 0)
	double(said(t, g, "A holiday"), 0)
	require.Equal(t, []string{"open 1", "edit 1", "new 13.11"}, *did)
	press(said(t, g, "26")) // of October: the page stays under the second click
	require.Equal(t, "26.10.2026", g.Day().Format("02.01.2006"))
	require.Equal(t, "November 2026", title(g))
	d.wheel(g, -20)
	require.Equal(t, "turn 12.2026", (*did)[3], "a month on from the page")
}

func TestWhatTheGridShows(t *testing.T) {
	g, _, _ := grid(t)
	count := map[string]int{}
	for _, text := range texts(g) {
		count[text]++
	}
	require.Equal(t, 4, count["10:00 Pictures"], "on each of its days")
	require.Equal(t, 1, count["A holiday"])
	require.Equal(t, 1, count["planned"], "the legend names the marks")
	shown := 0
	for i := range 30 {
		shown += count["Meeting "+strconv.Itoa(i)]
	}
	require.Positive(t, shown)
	require.Equal(t, 1, count["+"+strconv.Itoa(30-shown)+" more"], "no entry is lost without a word")
	first, last := g.Page()
	require.Equal(t, "26.10.2026 06.12.2026", first.Format("02.01.2006 ")+last.Format("02.01.2006"))
	for month, weeks := range map[time.Time]int{
		time.Date(2027, 2, 5, 0, 0, 0, 0, time.UTC): 4, time.Date(2026, 12, 5, 0, 0, 0, 0, time.UTC): 5, november(5): 6,
	} {
		g.SetDay(month)
		first, last = g.Page()
		require.Equal(t, weeks*7-1, int(last.Sub(first).Hours()/24))
	}
}

// A title that is cut goes on in a second line where its day has room, and all signs are explained, in as many rows as they need.
func TestTheGridUsesItsRoom(t *testing.T) {
	g, d, _ := grid(t)
	long := "10:00 Meeting of everybody who ever came to one of them"
	g.SetEntries([]widgets.MonthEntry{{ID: 1, From: november(5), To: november(5), Text: long, Icon: assets.IconShelter}}, nil)
	require.Contains(t, texts(g), "10:00 Meeting")
	require.NotContains(t, strings.Join(texts(g), "|"), "10:00 Meeting…", "it is not cut in the first line")

	for i := range 7 {
		g.Legend = append(g.Legend, widgets.MonthEntry{Text: "another sign " + strconv.Itoa(i)})
	}
	d.window.Resize(fyne.NewSize(950, 700))
	g.Refresh()
	for _, e := range g.Legend {
		require.Contains(t, texts(g), e.Text)
	}
}

// What is cut in a narrow day is said where the pointer rests.
func TestTheGridSaysWhatIsCut(t *testing.T) {
	g, d, _ := grid(t)
	long := "10:00 Meeting of everybody who ever came to one of them, and of all who are going to come"
	g.SetEntries([]widgets.MonthEntry{
		{ID: 1, From: november(5), To: november(5), Text: long},
		{ID: 2, From: november(6), To: november(6), Text: "18:00 Concert"},
		{ID: 3, From: november(7), To: november(7), Text: "19:00 Concert", Short: "19:00"},
	}, nil)
	d.window.Resize(fyne.NewSize(600, 520))
	d.root.Tips().After = func(_ time.Duration, do func()) func() { do(); return func() {} }
	tip := func(words string) string {
		at := place(said(t, g, words)).Subtract(place(g)).AddXY(2, 2)
		g.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
		return d.root.Tips().Text()
	}
	require.Empty(t, tip("18:00"), "it is whole in two lines")
	require.Equal(t, long, tip("10:00"))
	require.Equal(t, "19:00 Concert", tip("19:00"), "only the time is drawn")
	g.Turn(1)
	require.Empty(t, d.root.Tips().Text(), "what it explains is gone")
}

// Only a month that is known to have nothing says so.
func TestAnEmptyMonthSaysSo(t *testing.T) {
	g, _, _ := grid(t)
	g.EmptyText = "Nothing this month"
	g.SetEntries(nil, nil)
	require.Contains(t, texts(g), g.EmptyText)
	g.Turn(1)
	require.NotContains(t, texts(g), g.EmptyText, "not before the answer")
}

func title(g *widgets.MonthGrid) string { return texts(g)[0] }

// said is the first drawn text with these words.
func said(t *testing.T, o fyne.CanvasObject, words string) fyne.CanvasObject {
	t.Helper()
	for _, o := range drawn(o) {
		if text, ok := o.(*canvas.Text); ok && text.Text == words {
			return text
		}
	}
	require.Fail(t, "nowhere is said "+words)
	return nil
}

// A week whose entries would be cut is higher than those that have room to spare.
func TestTheGridGivesRoomWhereItIsNeeded(t *testing.T) {
	g, d, _ := grid(t)
	d.window.Resize(fyne.NewSize(900, 560))
	entry := widgets.MonthEntry{ID: 1, From: november(5), To: november(5), Text: "10:00 Meeting of everybody who came"}
	another := entry
	another.ID = 2
	g.SetEntries([]widgets.MonthEntry{entry, another}, nil)
	shown := strings.Join(texts(g), " ")
	require.Equal(t, 2, strings.Count(shown, "everybody who came"), "both are whole")
	top := func(words string) float32 { return place(said(t, g, words)).Y }
	require.Greater(t, top("9")-top("3"), top("16")-top("10"), "the week has grown")
	require.InDelta(t, top("16")-top("10"), top("23")-top("17"), 1, "the others gave alike")
}
