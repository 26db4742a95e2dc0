package settings

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"saya/app/page"
	"saya/data/store"
	"saya/widgets"
)

// cardsWidth is that of a column of cards: lines that are no longer can be read.
const cardsWidth float32 = 760

// cards is a part that is a column of cards, read anew when something of it changes.
type cards struct {
	env  page.Env
	load loader
	// tables are the kinds of records it shows.
	tables  []store.Table
	request int // of the newest question; older answers are dropped
	body    *fyne.Container
	root    fyne.CanvasObject
}

// loader reads off the UI goroutine what there is to show and returns what draws it.
type loader func(ctx context.Context) (draw func() []fyne.CanvasObject, err error)

func newCards(env page.Env, load loader, tables ...store.Table) *cards {
	c := &cards{env: env, load: load, tables: tables, body: widgets.NewStack(14)}
	column := container.New(leftLayout{}, c.body)
	c.root = widgets.NewVScroll(container.New(layout.NewCustomPaddedLayout(18, 18, 18, 18), column))
	c.reload()
	return c
}

// Content implements [view].
func (c *cards) Content() fyne.CanvasObject { return c.root }

// Changed implements [view].
func (c *cards) Changed(change store.Change) {
	if change.Touches(c.tables...) {
		c.reload()
	}
}

func (c *cards) reload() {
	c.request++
	request, draw := c.request, (func() []fyne.CanvasObject)(nil)
	c.env.Run.Go(func(ctx context.Context) (err error) {
		draw, err = c.load(ctx)
		return err
	}, func(err error) {
		switch {
		case request != c.request:
		case err != nil:
			c.env.Window.Fail(err)
		default:
			c.body.Objects = draw()
			c.body.Refresh()
			c.root.Refresh()
		}
	})
}

// leftLayout gives its one object the width of a column, or less where there is less room.
type leftLayout struct{}

func (leftLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	widgets.Settle(objects[0], fyne.NewSize(min(size.Width, cardsWidth), size.Height))
}

func (leftLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	least := objects[0].MinSize()
	return fyne.NewSize(min(least.Width, cardsWidth), least.Height)
}

// do does something that needs no form, and says so.
func do(env page.Env, work func(context.Context) error, said string) {
	env.Run.Go(work, func(err error) {
		if err != nil {
			env.Window.Fail(err)
			return
		}
		env.Window.Say(said, false)
	})
}

// line is a text, with one in small letters below it, and what can be done about it.
func line(text, below string, actions ...fyne.CanvasObject) fyne.CanvasObject {
	texts := []fyne.CanvasObject{widgets.NewBody(text)}
	if below != "" {
		texts = append(texts, widgets.NewParagraph(below))
	}
	left := container.NewVBox(layout.NewSpacer(), widgets.NewStack(1, texts...), layout.NewSpacer())
	right := container.New(layout.NewCustomPaddedHBoxLayout(8))
	for _, a := range actions {
		right.Add(container.NewCenter(a))
	}
	return widgets.NewSpread(left, right)
}

// compact is a small button in a line.
func compact(text string, do func()) *widgets.Button {
	b := widgets.NewButton(text, "", do)
	b.Compact = true
	return b
}
