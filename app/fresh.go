package app

import (
	"math/rand/v2"
	"strings"

	"fyne.io/fyne/v2"

	"saya/assets"
	"saya/data"
	"saya/data/store"
	"saya/widgets"
)

// fresh is a new centre whose recovery codes are on paper nowhere yet: they are told once.
type fresh struct {
	*Program
	dir    string
	centre data.Centre
	codes  []code
	saved  string // the sheet, "" = none
}

// code is the recovery code of one file.
type code struct {
	wall  data.Wall
	text  string // eight groups of four signs
	group int    // that has to be typed, counted from 0
}

func newFresh(p *Program, dir string, centre data.Centre, codes map[store.Wall]string) *fresh {
	f := &fresh{Program: p, dir: dir, centre: centre}
	for _, w := range data.Walls() {
		f.codes = append(f.codes, code{wall: w, text: codes[w], group: rand.N(len(codeGroups(codes[w])))})
	}
	return f
}

func codeGroups(code string) []string { return strings.Split(code, "-") }

const freshWidth float32 = 640

// showCodes shows all codes to be written down or printed.
func (f *fresh) showCodes() {
	t := f.Text
	c := column(freshWidth, f.step(), widgets.NewHeading(t.T("start.codes_title")), widgets.NewBody(t.T("start.codes_text")))
	for _, code := range f.codes {
		line := widgets.NewText(code.text)
		line.TextSize, line.Bold = assets.SizeCardTitle, true
		c.Add(widgets.NewStack(2, widgets.NewText(t.T("lock.wall."+string(code.wall))),
			line, widgets.NewDimText(t.T("start.code_for."+string(code.wall)))))
	}
	if f.saved != "" {
		said := widgets.NewMessage()
		said.Color = assets.ColorWarn
		said.SetText(t.T("start.sheet_saved", "File", f.saved))
		c.Add(said)
	}
	on := widgets.NewPrimaryButton(t.T("start.codes_written"), "", f.askCodes)
	c.Add(buttons([]fyne.CanvasObject{widgets.NewButton(t.T("start.save_sheet"), assets.IconSave, f.saveSheet)}, []fyne.CanvasObject{on}))
	f.show(front{content: panel(c), focus: on})
	f.keepOpen()
}

// step says that nothing of a new centre comes after its codes.
func (f *fresh) step() fyne.CanvasObject {
	return widgets.NewDimText(f.Text.T("start.step", "Number", createSteps, "Of", createSteps))
}

// askCodes asks for one group of each code, so that nobody goes on without the codes on paper.
func (f *fresh) askCodes() {
	t, form := f.Text, f.env().Form()
	fields := map[data.Wall]*widgets.Entry{}
	for _, code := range f.codes {
		e := widgets.NewEntry()
		label := t.T("start.group", "Wall", t.T("lock.wall."+string(code.wall)), "Number", code.group+1)
		form.Add(widgets.Item{Name: string(code.wall), Label: label, Required: true, Field: e})
		fields[code.wall] = e
	}
	confirm := func() {
		if form.Validate() {
			form.SetErrors(f.wrong(fields))
		}
		f.settle()
		if len(form.Errors()) == 0 {
			f.confirmed()
		}
	}
	form.OnChanged = f.settle
	f.show(front{content: panel(column(freshWidth,
		f.step(), widgets.NewHeading(t.T("start.confirm_title")), widgets.NewBody(t.T("start.confirm_text")), form,
		buttons([]fyne.CanvasObject{widgets.NewButton(t.T("start.codes_again"), assets.IconBack, f.showCodes)},
			[]fyne.CanvasObject{widgets.NewPrimaryButton(t.T("start.confirm"), "", confirm)}),
	)), enter: confirm})
	f.keepOpen()
	form.FocusFirst()
}

// wrong says which groups are not those of the codes.
func (f *fresh) wrong(fields map[data.Wall]*widgets.Entry) map[string]string {
	wrong := map[string]string{}
	for _, code := range f.codes {
		if readGroup(fields[code.wall].Value()) != codeGroups(code.text)[code.group] {
			wrong[string(code.wall)] = f.Text.T("start.group_wrong")
		}
	}
	return wrong
}

// readGroup is a part of a code as somebody typed it: signs that look alike are one.
func readGroup(typed string) string {
	return strings.NewReplacer(" ", "", "-", "", "O", "0", "I", "1", "L", "1").Replace(strings.ToUpper(typed))
}

// keepOpen asks before the window is closed: the codes would be lost.
func (f *fresh) keepOpen() {
	f.window.SetCloseIntercept(func() {
		t := f.Text
		f.modals.CloseAll()
		f.modals.Confirm(t.T("start.codes_leave_title"), t.T("start.codes_leave_text"),
			widgets.Action{Text: t.T("start.codes_leave"), Kind: widgets.ButtonDanger, Do: f.window.Close}, t.T("common.cancel"))
	})
}

// confirmed ends with the codes: who signed in already goes on, else somebody signs in now.
func (f *fresh) confirmed() {
	p := f.Program
	p.fresh = nil
	note := p.Text.T("start.ready")
	if f.saved != "" {
		note += "\n" + p.Text.T("start.sheet_delete", "File", f.saved)
	}
	if p.session == nil {
		p.signIn(signingIn{dir: f.dir, note: note})
		return
	}
	p.notes = append(p.notes, note)
	p.goOn()
}
