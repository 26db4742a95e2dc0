package shell

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"saya/app/page"
	"saya/assets"
	"saya/data"
	"saya/widgets"
)

const (
	statusGap    float32 = 18
	statusHeight float32 = 26
	workWidth    float32 = 110 // of the line that fills up
)

// status is the bar at the foot of the window: how safe the data are, whose they are, what is under way, and how many
// rows the page shows. What there is no room for gives way whole: nothing in it is ever cut.
type status struct {
	shell    *Shell
	backup   *widgets.Press
	age      *widgets.Text
	work     *fyne.Container
	title    *widgets.Text
	progress *widgets.Progress
	stop     *widgets.Button
	rows     *widgets.Text
	layout   *statusLayout
	row      *fyne.Container
	newest   *work // that Stop means
}

func newStatus(s *Shell) *status {
	t := s.env.Text
	b := &status{shell: s, rows: widgets.NewDimText(""), title: widgets.NewDimText(""), age: widgets.NewDimText("")}
	b.progress = widgets.NewProgress(0, widgets.TonePlain)
	b.stop = widgets.NewQuietButton("", assets.IconClose, b.stopWork)
	b.stop.Compact, b.stop.Tip = true, t.T("common.stop")
	b.work = container.New(layout.NewCustomPaddedHBoxLayout(10), container.NewCenter(b.title),
		container.NewCenter(container.New(layout.NewGridWrapLayout(fyne.NewSize(workWidth, statusHeight)), b.progress)), b.stop)
	b.backup = widgets.NewPress(container.NewCenter(b.age), func() { s.Open("settings", page.SettingsBackup) })
	encrypted := middle(icon(assets.IconLock), container.NewCenter(widgets.NewDimText(t.T("shell.encrypted"))))
	safe := b.explained(encrypted, "shell.encrypted", "shell.encrypted_tip")
	account := container.NewCenter(widgets.NewDimText(s.env.Actor.Account))
	b.layout = &statusLayout{}
	b.row = container.New(b.layout)
	if s.centre.Sample {
		b.add(b.sampleTag(), 0, false)
	}
	b.add(safe, 3, false)
	b.add(account, 5, false)
	b.add(b.backup, 4, false)
	b.add(container.NewCenter(b.rows), 1, true)
	b.add(b.work, 2, true)
	b.showWorks(nil)
	b.showBackup("")
	return b
}

// add puts an object into the bar. Those of a higher rank give way first; those at the right are added from the right.
func (b *status) add(o fyne.CanvasObject, rank int, right bool) {
	b.layout.parts = append(b.layout.parts, statusPart{o: o, rank: rank, right: right})
	b.row.Add(o)
}

// part is where an object stands in the bar.
func (b *status) part(o fyne.CanvasObject) *statusPart {
	for i := range b.layout.parts {
		if b.layout.parts[i].o == o {
			return &b.layout.parts[i]
		}
	}
	return nil
}

// content is the bar with its surface.
func (b *status) content() fyne.CanvasObject {
	bar := widgets.NewSurface(assets.ColorSide, container.New(layout.NewCustomPaddedLayout(2, 2, 18, 18), b.row))
	return container.New(layout.NewCustomPaddedVBoxLayout(0), widgets.NewLine(), bar)
}

// sampleTag marks a sample centre on every screen.
func (b *status) sampleTag() fyne.CanvasObject {
	tag := widgets.NewTag(b.shell.env.T("common.sample"), widgets.ToneWarn)
	return b.explained(container.NewCenter(tag), "common.sample", "shell.sample_note")
}

// explained is an object that says what it means to the pointer that rests on it, and to who presses it.
func (b *status) explained(o fyne.CanvasObject, title, text string) fyne.CanvasObject {
	t := b.shell.env.Text
	p := widgets.NewPress(o, func() {
		b.shell.modals.Show(widgets.Dialog{Title: t.T(title), Text: t.T(text), Actions: []widgets.Action{
			{Text: t.T("common.close"), Kind: widgets.ButtonPrimary, Default: true, Cancel: true},
		}})
	})
	p.Tip = t.T(text)
	return p
}

// showBackup says how old the newest verified backup is.
func (b *status) showBackup(newest data.Stamp) {
	text, tone := b.shell.env.BackupAge(newest)
	b.age.Color = assets.ColorDim
	if tone != widgets.ToneOk {
		b.age.Color = tone.Ink()
	}
	b.age.Text = b.shell.env.T("shell.backup", "Age", text)
	b.age.Refresh()
	b.row.Refresh()
}

// showRows says how many rows the page in front shows.
func (b *status) showRows(text string) {
	if b.rows.Text == text {
		return
	}
	b.rows.SetText(text)
	b.row.Refresh()
}

// showWorks shows the work that was begun last, and how much more there is.
func (b *status) showWorks(works []*work) {
	part := b.part(b.work)
	part.off = len(works) == 0
	if !part.off {
		w := works[len(works)-1]
		b.newest = w
		title := w.title
		if more := len(works) - 1; more > 0 {
			title = b.shell.env.T("shell.more_works", "Title", title, "Count", more)
		}
		share, known := w.share()
		b.title.SetText(title)
		b.progress.Hidden = !known
		b.progress.SetValue(share)
		b.stop.Hidden = w.stop == nil
		b.stop.SetBusy(w.stopped)
	}
	b.row.Refresh()
}

func (b *status) stopWork() {
	b.newest.end()
	b.stop.SetBusy(true)
}

// statusPart is an object of the bar.
type statusPart struct {
	o     fyne.CanvasObject
	rank  int
	right bool
	off   bool // there is nothing to show
}

// statusLayout puts parts at both ends of a line and leaves out those for which there is no room.
type statusLayout struct{ parts []statusPart }

// Layout implements fyne.Layout.
func (l *statusLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	shown := l.fitting(size.Width)
	left, right := float32(0), size.Width
	for _, p := range l.parts {
		if !shown[p.o] {
			p.o.Hide()
			continue
		}
		p.o.Show()
		width := p.o.MinSize().Width
		x := left
		if p.right {
			x = right - width
			right = x - statusGap
		} else {
			left += width + statusGap
		}
		p.o.Move(fyne.NewPos(x, 0))
		p.o.Resize(fyne.NewSize(width, size.Height))
	}
}

// fitting are the parts that there is room for in a width.
func (l *statusLayout) fitting(width float32) map[fyne.CanvasObject]bool {
	shown, need, last := map[fyne.CanvasObject]bool{}, -statusGap, 0
	for _, p := range l.parts {
		if w := p.o.MinSize().Width; !p.off && w > 0 {
			shown[p.o] = true
			need += w + statusGap
			last = max(last, p.rank)
		}
	}
	for rank := last; rank > 0 && need > width; rank-- {
		for _, p := range l.parts {
			if p.rank == rank && shown[p.o] {
				delete(shown, p.o)
				need -= p.o.MinSize().Width + statusGap
			}
		}
	}
	return shown
}

// MinSize implements fyne.Layout: the bar takes the width it is given.
func (l *statusLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, statusHeight) }

// middle puts objects side by side.
func middle(objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewCustomPaddedHBoxLayout(6), objects...)
}

// icon is a small picture that stands beside a word.
func icon(name assets.IconName) fyne.CanvasObject {
	picture := canvas.NewImageFromResource(assets.IconIn(name, assets.ColorDim))
	picture.FillMode = canvas.ImageFillContain
	picture.SetMinSize(fyne.NewSquareSize(14))
	return container.NewCenter(picture)
}

// sampleFrame is drawn around everything in the window of a sample centre: seen on every screen, also on a picture of it.
func sampleFrame() fyne.CanvasObject {
	edges := make([]fyne.CanvasObject, 4)
	for i := range edges {
		edges[i] = widgets.NewSurface(assets.ColorWarn, canvas.NewRectangle(color.Transparent))
	}
	return container.New(edgesLayout{}, edges...)
}

// edgesLayout puts four objects along the edges of their place.
type edgesLayout struct{}

const edge float32 = 2

func (edgesLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	across, down := fyne.NewSize(size.Width, edge), fyne.NewSize(edge, size.Height)
	for i, s := range []fyne.Size{across, down, across, down} {
		objects[i].Resize(s)
	}
	objects[2].Move(fyne.NewPos(0, size.Height-edge))
	objects[3].Move(fyne.NewPos(size.Width-edge, 0))
}

func (edgesLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }
