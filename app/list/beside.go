package list

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"saya/app/page"
	"saya/data"
	"saya/widgets"
)

// Panel is an editor beside the list, in place of the card.
type Panel struct {
	Shell *widgets.EditorShell
	Start func()  // takes the keyboard
	Done  string  // what is said after a save
	Width float32 // 0 for that of a card
	// Saved is the record to show after a save; nil for the one shown before.
	Saved func() int64
	// Key hears keys before the shell does; may be nil.
	Key func(*fyne.KeyEvent) bool
	// Keys are those that Key hears, for the help.
	Keys []widgets.KeySet
	// Subject says what is edited, without the section; of what is in no table neither a draft is kept nor a change by
	// others asked about.
	Subject page.Subject
	// Again does as Config.Edit for this panel; nil for the editor that Config.Edit makes.
	Again func(ctx context.Context) (open func() *Panel, err error)

	typed *page.OpenForm
	edits bool // the section's editor of a record, and no other form
}

// Editing implements [page.Page].
func (p *Page) Editing() bool { return p.panel != nil }

// Leave implements [page.Page]. While an editor saves, the last call waits for the end of it; a save that is refused
// keeps the editor.
func (p *Page) Leave(proceed func()) {
	if p.panel == nil {
		if p.opens { // an editor that is still read would open behind the back
			p.wish++
			p.opens = false
		}
		proceed()
		return
	}
	if p.panel.Shell.Saving() {
		p.waits = proceed
		return
	}
	p.panel.Shell.Leave(func() {
		p.shut()
		proceed()
		p.closed()
	})
}

// shut takes the editor away: what was typed in it is saved, or thrown away.
func (p *Page) shut() {
	if p.panel != nil {
		p.panel.typed.Forget()
		p.panel = nil
	}
}

// closed goes on after an editor was closed.
func (p *Page) closed() {
	p.goOn()
	if p.config.Closed != nil {
		p.config.Closed()
	}
}

// goOn does what waited for a save.
func (p *Page) goOn() {
	if proceed := p.waits; proceed != nil {
		p.waits = nil
		p.Leave(proceed)
	}
}

// New implements [page.Page].
func (p *Page) New() { p.Edit(0) }

// Save implements [page.Page].
func (p *Page) Save() {
	if p.panel != nil {
		p.panel.Shell.Save()
	}
}

// Key implements [page.Page]. Esc without an editor leaves one of several chosen rows, and a card that covers the list.
func (p *Page) Key(e *fyne.KeyEvent) bool {
	if p.panel == nil {
		return e.Name == fyne.KeyEscape && (p.chooseOne() || p.uncover())
	}
	return p.panel.Key != nil && p.panel.Key(e) || p.panel.Shell.HandleKey(e)
}

// Edit opens the editor of a record, after an open one let go; 0 makes a new record.
func (p *Page) Edit(id int64) {
	if p.config.Edit == nil {
		return
	}
	if p.panel != nil && p.panel.edits && id != 0 && id == p.panel.Subject.Record { // as by a double click
		p.panel.Start()
		return
	}
	p.Leave(func() {
		p.wish++
		p.opens = true
		wish, open := p.wish, (func() *Panel)(nil)
		p.env.Run.Go(func(ctx context.Context) (err error) {
			open, err = p.config.Edit(ctx, id)
			return err
		}, func(err error) {
			if p.wish != wish { // overtaken by another editor, in which somebody may have typed already, or by a choice
				return
			}
			p.opens = false
			if err != nil {
				p.env.Window.Fail(err)
				return
			}
			p.choose(id)
			panel := open()
			panel.edits = true
			p.Open(panel)
		})
	})
}

// Step implements [page.Stepper]: it goes to the record after the one beside the list, or before it with -1, and edits
// that one if this one was edited.
func (p *Page) Step(by int) {
	at := slices.Index(p.model.ids, p.chosen)
	to := at + by
	if at < 0 && by < 0 || to < 0 || to >= len(p.model.ids) {
		return
	}
	id, edits := p.model.ids[to], p.panel != nil && p.panel.edits
	p.Leave(func() {
		if edits {
			p.Edit(id)
			return
		}
		p.choose(id)
		p.showCard(id)
	})
}

// Open puts an editor beside the list in place of the card.
func (p *Page) Open(next *Panel) {
	next.Shell.OnSaved = func() {
		p.env.Window.Say(next.Done, true)
		if next.Saved == nil {
			return
		}
		if id := next.Saved(); id != p.chosen {
			p.choose(id)
			p.seek(id)
		}
	}
	next.Shell.OnClose = func() {
		p.shut()
		p.showCard(p.chosen)
		p.closed()
	}
	p.guard(next)
	p.wish++
	p.panel, p.opens = next, false
	content := fyne.CanvasObject(next.Shell)
	if next.Width > 0 {
		content = page.Wide(content, next.Width)
	}
	p.beside(content)
	next.Start()
	p.env.Watch(next.typed)
}

// showCard shows a record beside the list, or nothing.
func (p *Page) showCard(id int64) {
	if id == 0 {
		p.beside(nil)
		p.focusRows()
		return
	}
	p.wish++
	p.opens = false
	wish, draw := p.wish, (func() fyne.CanvasObject)(nil)
	p.env.Run.Go(func(ctx context.Context) (err error) {
		draw, err = p.config.Card(ctx, id)
		return err
	}, func(err error) {
		switch {
		case p.wish != wish: // overtaken by another choice
		case data.IsCode(err, data.NotFound):
			p.beside(nil)
		case err != nil:
			p.env.Window.Fail(err)
		default:
			p.beside(draw())
		}
	})
}

// beside puts an object beside the list, nil takes it away. Whatever had the keyboard in the one before leaves it to the
// rows.
func (p *Page) beside(content fyne.CanvasObject) {
	p.split.show(content)
	rows, _ := p.split.list.(fyne.Focusable)
	widgets.Refocus(p.root, rows)
}
