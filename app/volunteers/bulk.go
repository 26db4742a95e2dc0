package volunteers

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"

	"saya/app/page"
	"saya/assets"
	"saya/data"
	"saya/widgets"
)

// acts are what can be done with chosen volunteers.
func (p *Page) acts(ids []int64) []widgets.MenuItem {
	t := p.env.Text
	return []widgets.MenuItem{
		{Text: t.T("volunteers.set_status"), Icon: assets.IconCheck, Do: func() { p.setStatus(ids) }},
		{Text: t.T("volunteers.add_direction"), Icon: assets.IconPlus, Do: func() { p.addDirection(ids) }},
		{Text: t.T("volunteers.join_group"), Icon: assets.IconGroups, Do: func() { p.joinGroup(ids) }},
		{Text: t.T("volunteers.leave_group"), Icon: assets.IconMinus, Do: func() { p.do(ids, data.VolunteerChange{LeaveGroup: true}) }},
		{Text: t.T("volunteers.mark_paper"), Icon: assets.IconNote, Do: func() { p.markPaper(ids) }},
		{Text: t.T("volunteers.set_naming"), Icon: assets.IconPerson, Do: func() { p.setNaming(ids) }},
	}
}

// many is from how many volunteers on a change is shown in the status bar, where it can be stopped.
const many = 500

// bulk is one change of many, from the form to what is said of it.
type bulk struct {
	page *Page
	data.Bulk
	out  data.BulkResult
	work page.Work // nil for few
	halt context.Context
}

// begin shows a change that takes long; it is called on the UI goroutine.
func (b *bulk) begin() {
	b.halt = context.Background()
	if len(b.IDs) >= many {
		halt, stop := context.WithCancel(b.halt)
		b.halt, b.work = halt, b.page.env.Window.Begin(b.page.env.T("volunteers.changing", "Count", len(b.IDs)), stop)
	}
}

// save makes the change off the UI goroutine.
func (b *bulk) save(ctx context.Context) (err error) {
	ctx, cancel := context.WithCancel(ctx)
	defer context.AfterFunc(b.halt, cancel)()
	defer cancel()
	var progress func(done, total int64)
	if b.work != nil {
		defer b.work.End()
		progress = b.work.Progress
	}
	b.out, err = b.page.env.Store.ChangeVolunteers(ctx, b.page.env.Actor, b.Bulk, progress)
	if errors.Is(err, context.Canceled) && b.halt.Err() != nil {
		err = &data.Error{Code: data.Conflict, Key: "volunteers.stopped"}
	}
	if err == nil && b.out.Changed == 0 && len(b.out.Refused) > 0 && !b.Others {
		err = errRefused
	}
	return err
}

// errRefused is the end of a change that was not made, as some of the volunteers cannot be changed so.
var errRefused = errors.New("some volunteers cannot be changed so")

// saved says what came of the change.
func (b *bulk) saved() {
	env := b.page.env
	if b.out.Changed == 0 {
		env.Window.Say(env.T("volunteers.nothing_changed"), false)
		return
	}
	env.Window.Say(env.T("volunteers.changed", "Count", b.out.Changed), true)
}

// refusedAll are the sentences by field when it is the form that is refused of everybody, else nil.
func (b *bulk) refusedAll() map[string]string {
	if len(b.out.Refused) < len(b.IDs) {
		return nil
	}
	refused := make([]error, len(b.out.Refused))
	for i, r := range b.out.Refused {
		refused[i] = r.Err
	}
	return b.page.env.SameFields(refused)
}

// named is how many of those who cannot be changed are named.
const named = 6

// askOthers names those whom a rule keeps as they are and offers to change the others, which again does.
func (b *bulk) askOthers(again func()) {
	env := b.page.env
	var lines []fyne.CanvasObject
	for _, r := range b.out.Refused[:min(named, len(b.out.Refused))] {
		lines = append(lines, widgets.NewStack(1, widgets.NewBody(env.Numbered(r.Number, r.Name)), widgets.NewParagraph(env.Sentence(r.Err))))
	}
	if rest := len(b.out.Refused) - len(lines); rest > 0 {
		lines = append(lines, widgets.NewParagraph(env.T("volunteers.and_more", "Count", rest)))
	}
	actions := []widgets.Action{{Text: env.T("common.close"), Cancel: true}}
	if others := len(b.IDs) - len(b.out.Refused); others > 0 {
		actions = append(actions, widgets.Action{
			Text: env.T("volunteers.change_others", "Count", others), Kind: widgets.ButtonPrimary, Default: true,
			Do: func() { b.Others = true; again() },
		})
	}
	env.Window.Modals().Show(widgets.Dialog{
		Title: env.T("volunteers.refused", "Count", len(b.out.Refused)), Content: widgets.NewLines(lines...), Width: 520, Actions: actions,
	})
}

// run makes a change that needs no form.
func (b *bulk) run() {
	b.begin()
	b.page.env.Run.Go(b.save, func(err error) {
		switch {
		case errors.Is(err, errRefused):
			b.askOthers(b.run)
		case err != nil:
			b.page.env.Window.Fail(err)
		default:
			b.saved()
		}
	})
}

// do makes one change of several volunteers.
func (p *Page) do(ids []int64, c data.VolunteerChange) {
	(&bulk{page: p, Bulk: data.Bulk{IDs: ids, Change: c}}).run()
}

// ask opens the form of a change; read takes the change out of its fields.
func (p *Page) ask(ids []int64, title string, form *widgets.Form, read func(*data.VolunteerChange)) *page.FormDialog {
	b := &bulk{page: p, Bulk: data.Bulk{IDs: ids}}
	d := &page.FormDialog{
		Title: p.env.T(title), Form: form, Save: b.save, Saved: b.saved, Yes: p.env.T("volunteers.change", "Count", len(ids)),
		Read: func() {
			b.Change = data.VolunteerChange{}
			read(&b.Change)
			b.begin()
		},
	}
	if len(ids) == 1 {
		d.About = page.About(p.env.VolunteerNamed, ids[0])
	}
	d.Settle = func(err error) bool {
		others := b.Others
		if b.Others = false; others || !errors.Is(err, errRefused) {
			return false
		}
		if same := b.refusedAll(); same == nil || len(form.SetErrors(same)) > 0 {
			b.askOthers(d.Submit)
		}
		return true
	}
	d.Show(p.env)
	return d
}
