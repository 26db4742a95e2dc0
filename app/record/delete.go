package record

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"saya/app/page"
	"saya/assets"
	"saya/data"
	"saya/widgets"
)

// Deletion is how a card deletes its record.
type Deletion struct {
	Right data.Right // that it takes
	Do    func(ctx context.Context, actor data.Actor, id int64) error
	Done  string // what is said then, beside an offer to take it back
}

// Beside puts a button for what is seldom done with a record after the one that edits it: deleting, which nobody is asked
// about because it can be taken back. Who may not has neither.
func (d Deletion) Beside(edit fyne.CanvasObject, env page.Env, id int64) fyne.CanvasObject {
	var more *widgets.Button
	more = widgets.NewQuietButton("", assets.IconMore, func() {
		widgets.ShowMenu(more, widgets.MenuItem{Text: env.T("audit.delete"), Icon: assets.IconDelete, Do: func() { d.run(env, id) }})
	})
	more.Tip = env.T("audit.more")
	return env.Only(d.Right, container.NewHBox(edit, more))
}

func (d Deletion) run(env page.Env, id int64) {
	env.Run.Go(func(ctx context.Context) error { return d.Do(ctx, env.Actor, id) }, func(err error) {
		if err != nil {
			env.Window.Fail(err)
			return
		}
		env.Window.Say(d.Done, true)
	})
}
