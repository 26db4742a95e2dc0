package list

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"saya/app/page"
	"saya/assets"
	"saya/widgets"
)

// steps goes from the card beside the list to the one before and the next one, and says where in the list it is.
type steps struct {
	page           *Page
	place          *widgets.Text
	previous, next *widgets.Button
	content        *fyne.Container
}

func newSteps(p *Page) *steps {
	s := &steps{page: p, place: widgets.NewDimText("")}
	s.previous, s.next = s.button(-1, assets.IconUp, "list.previous"), s.button(1, assets.IconDown, "list.next")
	s.content = container.NewHBox(container.NewCenter(s.place), s.previous, s.next)
	return s
}

func (s *steps) button(by int, icon assets.IconName, text string) *widgets.Button {
	b := widgets.NewQuietButton("", icon, func() { s.page.Step(by) })
	b.Compact, b.Tip = true, s.page.env.T(text)+" ("+page.StepKey(by).Label()+")"
	return b
}

// follow shows where the card is now; beside an editor, or a record that the list does not show, there is nothing to say.
func (s *steps) follow() {
	ids := s.page.model.ids
	at := slices.Index(ids, s.page.chosen)
	s.content.Hidden = at < 0 || s.page.panel != nil || s.page.model.partial
	if at < 0 {
		return
	}
	t := s.page.env.Text
	s.place.SetText(t.Int(int64(at+1)) + " / " + t.Int(int64(len(ids))))
	enable(s.previous, at > 0)
	enable(s.next, at+1 < len(ids))
}

func enable(b *widgets.Button, on bool) {
	if on {
		b.Enable()
	} else {
		b.Disable()
	}
}
