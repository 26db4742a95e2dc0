// Package record is what the cards of all kinds of records have in common: the history of the record, and deleting it.
package record

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"saya/app/page"
	"saya/assets/locale"
	"saya/data"
	"saya/data/store"
	"saya/widgets"
)

// History is what happened to a record, the newest first.
type History struct {
	table   store.Table
	entries []data.HistoryEntry
}

// latest is how many changes a card shows.
const latest = 3

// ReadHistory reads the history of a record; it runs off the UI goroutine.
func ReadHistory(ctx context.Context, env page.Env, table store.Table, id int64) (History, error) {
	entries, err := env.Store.History(ctx, table, id)
	return History{table, entries}, err
}

// AddTo puts the newest changes at the end of a card, with a way to all of them. A record that was loaded or imported
// long ago may have none.
func (h History) AddTo(body *fyne.Container, env page.Env) {
	if len(h.entries) == 0 {
		return
	}
	card := widgets.NewCard(env.T("audit.history"), h.lines(env, h.entries[:min(latest, len(h.entries))]))
	if len(h.entries) > latest {
		all := widgets.NewQuietButton(env.T("audit.all_changes", "Count", len(h.entries)), "", func() { h.show(env) })
		all.Compact = true
		card.Aside = all
	}
	body.Add(card)
}

// show opens the whole history.
func (h History) show(env page.Env) {
	env.Window.Modals().Show(widgets.Dialog{
		Title: env.T("audit.history"), Width: 640, Content: h.lines(env, h.entries),
		Actions: []widgets.Action{{Text: env.T("common.close"), Kind: widgets.ButtonPrimary, Default: true, Cancel: true}},
	})
}

func (h History) lines(env page.Env, entries []data.HistoryEntry) fyne.CanvasObject {
	lines := make([]fyne.CanvasObject, len(entries))
	for i, e := range entries {
		lines[i] = h.line(env, e)
	}
	return widgets.NewLines(lines...)
}

// line is one change: what was done, when and by whom, and the fields before and after.
func (h History) line(env page.Env, e data.HistoryEntry) fyne.CanvasObject {
	values := values{env, h.table}
	by := widgets.NewDimText(values.at(e.At.Local()) + " · " + e.Account)
	by.Cut = true
	rows := container.New(layout.NewCustomPaddedVBoxLayout(3), widgets.NewBody(locale.Title(env.T("store.did."+e.Kind))), by)
	for _, f := range e.Fields {
		rows.Add(widgets.NewBody(values.change(f)))
	}
	return rows
}
