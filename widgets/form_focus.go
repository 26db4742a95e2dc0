package widgets

import "fyne.io/fyne/v2"

// FocusWrong takes the keyboard to the first field that is wrong; false when
// none is.
func (f *Form) FocusWrong() bool {
	for _, i := range f.items {
		if i.wrong != "" {
			f.focus(i)
			return true
		}
	}
	return false
}

// FocusFirst takes the keyboard to the first field that can be changed.
func (f *Form) FocusFirst() {
	for _, i := range f.items {
		if !i.hidden && !i.Field.Disabled() {
			f.focus(i)
			return
		}
	}
}

// Current is the name of the field that has the keyboard, or had it last: whoever goes to change the language comes back
// to it. "" before any was entered.
func (f *Form) Current() string {
	if f.last == nil {
		return ""
	}
	return f.last.Name
}

// Focus takes the keyboard to a field; to none of a name that is not here.
func (f *Form) Focus(name string) {
	if i := f.item(name); i != nil {
		f.focus(i)
	}
}

func (f *Form) focus(i *formItem) {
	Focus(i.Field)
	f.showItem(i)
}

// Scrolled is how far the form is scrolled down.
func (f *Form) Scrolled() float32 { return f.scroll.Offset.Y }

// ScrollTo scrolls a form that is on screen, as far as there is something to scroll: to go on where another one stood.
func (f *Form) ScrollTo(down float32) { f.scroll.ScrollToOffset(fyne.NewPos(0, down)) }
