package settings

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"saya/app/list"
	"saya/app/page"
	"saya/app/record"
	"saya/assets"
	"saya/assets/locale"
	"saya/data"
	"saya/data/store"
	"saya/widgets"
)

// bin is what was deleted and can still be brought back.
type bin struct {
	*list.Page
	env  page.Env
	rows small[data.BinItem]
}

func newBin(env page.Env) *bin {
	b := &bin{env: env}
	b.rows = small[data.BinItem]{b.load, func(i data.BinItem) int64 { return i.ID.N }, b.cells}
	t := env.Text
	b.Page = list.New(env, list.Config{
		ID: "bin", Hint: t.T("settings.bin_search"), Empty: t.T("settings.bin_empty"), Nothing: t.T("common.nothing_found_hint"),
		Columns: []widgets.Column{
			{ID: "what", Title: t.T("settings.bin_what"), Flexible: true, MinWidth: 220, NoSort: true},
			{ID: "at", Title: t.T("settings.bin_at"), Width: 140, NoSort: true},
			{ID: "account", Title: t.T("field.account"), Width: 130, NoSort: true, Spare: 1},
			{ID: "left", Title: t.T("settings.bin_left"), Width: 124, Style: widgets.StyleTag, NoSort: true},
		},
		Source: b.rows.source, Count: func(n int) string { return t.T("settings.bin_count", "Count", n) },
		Card: b.card, Shows: func(store.Change) bool { return true },
	})
	return b
}

func (b *bin) load(ctx context.Context, _ string) ([]data.BinItem, error) {
	return b.env.Store.Bin(ctx)
}

func (b *bin) cells(i data.BinItem) []widgets.Cell {
	return []widgets.Cell{{Text: b.title(i)}, {Text: moment(b.env, i.At)}, {Text: i.Account}, b.left(i)}
}

// title names the first record of an item, and how many others went with it.
func (b *bin) title(i data.BinItem) string {
	if len(i.Things) == 0 {
		return b.env.T("store.did." + i.Kind)
	}
	title := record.Deleted(b.env, i.Things[0])
	if more := len(i.Things) - 1; more > 0 {
		title += " " + b.env.T("settings.bin_more", "Count", more)
	}
	return title
}

// left is how long the item stays.
func (b *bin) left(i data.BinItem) widgets.Cell {
	days := daysLeft(i, b.env.Today())
	tone := widgets.TonePlain
	if days <= soonGone {
		tone = widgets.ToneWarn
	}
	return widgets.Cell{Text: b.env.T("settings.days", "Count", days), Tone: tone}
}

func (b *bin) card(ctx context.Context, id int64) (func() fyne.CanvasObject, error) {
	i, ok, err := b.rows.find(ctx, id)
	if !ok && err == nil {
		err = gone()
	}
	return func() fyne.CanvasObject { return b.cardView(i) }, err
}

func (b *bin) cardView(i data.BinItem) fyne.CanvasObject {
	t := b.env.Text
	head := widgets.NewStack(7, widgets.NewHeading(locale.Title(t.T("store.did."+i.Kind))), widgets.NewDimText(moment(b.env, i.At)+" · "+i.Account))
	if i.Mine {
		head.Add(container.NewHBox(widgets.NewPrimaryButton(t.T("settings.restore_item"), assets.IconUndo, func() { b.restore(i) })))
	} else {
		head.Add(widgets.NewParagraph(t.T("settings.bin_not_mine")))
	}
	var lines []fyne.CanvasObject
	for _, thing := range i.Things {
		lines = append(lines, widgets.NewBody(record.Deleted(b.env, thing)))
	}
	body := widgets.NewStack(13, widgets.NewCard(t.T("settings.bin_things"), widgets.NewLines(lines...)))
	if i.Changes > 0 {
		body.Add(widgets.NewParagraph(t.T("settings.bin_changes", "Count", i.Changes)))
	}
	return page.Panel(head, body)
}

func (b *bin) restore(i data.BinItem) {
	do(b.env, func(ctx context.Context) error {
		return b.env.Store.RestoreDeleted(ctx, b.env.Actor, i.ID)
	}, b.env.T("settings.restored_item"))
}

// moment is day and time in the centre.
func moment(env page.Env, at data.Stamp) string {
	local := at.Local()
	return env.Text.Date(local.Date().Time()) + " " + env.Text.Time(local.MinuteOfDay())
}
