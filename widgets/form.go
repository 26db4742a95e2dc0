package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"saya/assets"
)

// Item is a field in a Form with what stands around it.
type Item struct {
	Name     string // of the field in errors, snapshots and calls; unique in the form
	Also     string // another name by which others mean the field, "" for none
	Label    string // above the field
	Hint     string // below it while nothing is wrong
	Required bool
	Or       []Field // any of which does in place of a required one
	Wide     bool    // across both columns
	Short    bool    // as a time: two beside each other also where other fields have a line of their own
	Beside   bool    // the label on one line with the field, cut, where the width allows; else above it
	Field    Field
}

// Form shows fields in one or two columns, labels above, what is wrong below,
// and scrolls. A field is checked when it is left after a change, all of them
// by Validate. It keeps every text as typed.
type Form struct {
	widget.BaseWidget
	// Say turns what is wrong with a field into a sentence: a Problem, or the
	// error of the field's own Rule.
	Say func(error) string
	// OnChanged hears of every change of a field.
	OnChanged func()
	// Later does something once whoever pressed beside a field has let go: what a
	// wrong field says below it must not move a button away between press and
	// release. Without it that is said at once.
	Later func(do func())
	// OnMessage hears that something else is said below a field: the form may be
	// higher or lower than before.
	OnMessage func()
	// Padding is the space at both sides, inside the scrolling part.
	Padding float32

	items   []*formItem
	rows    []formRow
	body    *fyne.Container
	scroll  *Scroll
	clean   map[string]string
	entered *formItem // has the keyboard, nil for none
	last    *formItem // has the keyboard or had it last, nil for none
}

// formItem is an item with its parts and what is known of it.
type formItem struct {
	Item
	label, message *textBlock
	icon           *canvas.Image
	wrong          string // what is wrong with the field, as a sentence, "" for nothing
	said           string // likewise, as it stands below the field
	foreign        bool   // wrong was said from outside and goes with the next change
	warning        string // what is odd about what stands there, which may be so all the same
	changed        bool   // since the field was entered
	hidden         bool
}

// NewForm returns a form without fields.
func NewForm(say func(error) string) *Form {
	f := &Form{Say: say}
	f.body = &fyne.Container{Layout: (*formLayout)(f)}
	f.scroll = NewVScroll(f.body)
	f.ExtendBaseWidget(f)
	return f
}

// Section starts a part with a heading.
func (f *Form) Section(title string) {
	heading := newTextBlock(title, colorInk, theme.SizeNameSubHeadingText)
	heading.Style.Bold = true
	f.addRow(formRow{heading: heading})
}

// Note adds a sentence of explanation.
func (f *Form) Note(text string) { f.addRow(formRow{object: newDimBlock(text)}) }

// AddObject adds anything else across both columns. It has no part in checks,
// snapshots and Dirty.
func (f *Form) AddObject(o fyne.CanvasObject) { f.addRow(formRow{object: o}) }

func (f *Form) addRow(row formRow) {
	f.rows = append(f.rows, row)
	f.body.Objects = append(f.body.Objects, row.objects()...)
}

// Add adds fields; Tab goes through them in this order.
func (f *Form) Add(items ...Item) {
	for _, item := range items {
		i := &formItem{Item: item, label: newItemLabel(item), message: newDimBlock(item.Hint)}
		i.icon = &canvas.Image{FillMode: canvas.ImageFillContain}
		i.icon.Hide()
		i.setRequired(item.Required)
		item.Field.Watch(func(e FieldEvent) { f.heard(i, e) })
		if entry, ok := item.Field.(*Entry); ok {
			entry.around = f.scroll
		}
		f.items = append(f.items, i)
		f.addRow(formRow{item: i})
	}
	f.MarkClean()
}

// warn shows the icon of a field that is wrong. It gets its picture when it is first seen: Fyne reads a picture again at
// each refresh of the form.
func (i *formItem) warn(on bool) {
	if on && i.icon.Resource == nil {
		i.icon.Resource = assets.IconIn(assets.IconWarning, assets.ColorBad)
		i.icon.Refresh()
	}
	setVisible(i.icon, on)
}

func (i *formItem) setRequired(required bool) {
	i.Required = required
	i.label.Mark = ""
	if required && len(i.Or) == 0 { // where one of several does, a hint says so
		i.label.Mark = "*"
	}
}

func (f *Form) item(name string) *formItem {
	for _, i := range f.items {
		if i.Name == name || i.Also != "" && i.Also == name {
			return i
		}
	}
	return nil
}

// SetVisible shows or hides a field; a hidden one is not checked and keeps
// what it holds.
func (f *Form) SetVisible(name string, visible bool) {
	if i := f.item(name); i != nil && i.hidden == visible {
		i.hidden = !visible
		for _, o := range (formRow{item: i}).objects() {
			setVisible(o, visible)
		}
		i.warn(visible && i.said != "")
		f.relayout()
	}
}

// SetRequired asks for a field, or no longer.
func (f *Form) SetRequired(name string, required bool) {
	if i := f.item(name); i != nil {
		i.setRequired(required)
		i.label.Refresh()
		if !required && i.Field.Empty() {
			f.setWrong(i, "", false)
		}
	}
}

// SetHint shows another sentence below a field while nothing is wrong with it.
func (f *Form) SetHint(name, hint string) {
	if i := f.item(name); i != nil {
		i.Hint = hint
		f.showMessage(i)
	}
}

// SetWarning shows below a field, in place of its hint, what is odd about what stands there; it can be saved all the
// same. "" takes the sentence away.
func (f *Form) SetWarning(name, sentence string) {
	if i := f.item(name); i != nil && i.warning != sentence {
		i.warning = sentence
		f.showMessage(i)
	}
}

func setVisible(o fyne.CanvasObject, visible bool) {
	if visible {
		o.Show()
	} else {
		o.Hide()
	}
}

// heard follows what happens to a field: text that became right stops being
// wrong at once, text that became wrong is said when the field is left.
func (f *Form) heard(i *formItem, e FieldEvent) {
	switch e {
	case FieldEntered:
		i.changed, f.entered, f.last = false, i, i
		f.showItem(i)
	case FieldLeft:
		if f.entered == i {
			f.entered = nil
		}
		if i.changed && !i.foreign {
			f.checkLeft(i)
		}
	case FieldChanged:
		i.changed = true
		for _, other := range f.items {
			if other.wrong != "" && slices.Contains(other.Or, i.Field) && f.problem(other) == "" {
				f.setWrong(other, "", false)
			}
		}
		if i.wrong != "" && (i.foreign || f.problem(i) == "") {
			f.setWrong(i, "", false)
		}
		if _, grows := i.Field.(tallFor); grows {
			f.relayout()
		}
		call(f.OnChanged)
	}
}

// problem is the sentence about what is wrong with a field now.
func (f *Form) problem(i *formItem) string {
	if i.hidden || i.Field.Disabled() {
		return ""
	}
	err := i.Field.Check()
	if err == nil && i.Required && i.Field.Empty() {
		err = i.missing()
	}
	if err == nil {
		return ""
	}
	return f.Say(err)
}

// missing is what is wrong with a required field that is empty.
func (i *formItem) missing() error {
	if len(i.Or) == 0 {
		return Problem{Code: ProblemRequired}
	}
	if slices.ContainsFunc(i.Or, func(o Field) bool { return !o.Empty() }) {
		return nil
	}
	return Problem{Code: ProblemNoneOf}
}

// checkLeft checks a field that is left: it is drawn as wrong at once, and says
// why when nothing is moved by that any more.
func (f *Form) checkLeft(i *formItem) {
	wrong := f.problem(i)
	if f.Later == nil || wrong == "" || wrong == i.wrong {
		f.setWrong(i, wrong, false)
		return
	}
	i.wrong, i.foreign = wrong, false
	i.Field.SetInvalid(true)
	f.Later(func() { f.showMessage(i) })
}

func (f *Form) check(i *formItem) bool {
	wrong := f.problem(i)
	f.setWrong(i, wrong, false)
	return wrong == ""
}

func (f *Form) setWrong(i *formItem, wrong string, foreign bool) {
	i.foreign = foreign
	if i.wrong != wrong || i.said != wrong {
		i.wrong = wrong
		f.showMessage(i)
	}
}

// showMessage draws a field and the sentence below it as right or wrong.
func (f *Form) showMessage(i *formItem) {
	wrong := i.wrong
	i.said = wrong
	i.Field.SetInvalid(wrong != "")
	i.message.Text, i.message.Color = i.Hint, assets.ColorDim
	if i.warning != "" {
		i.message.Text, i.message.Color = i.warning, assets.ColorWarn
	}
	if wrong != "" {
		i.message.Text, i.message.Color = wrong, assets.ColorBad
	}
	i.warn(wrong != "" && !i.hidden)
	i.message.Refresh()
	f.placeMessage()
	call(f.OnMessage)
}

// placeMessage makes room for what is said below a field. Where that moves the field that has the keyboard, it is
// brought back into view.
func (f *Form) placeMessage() {
	at := f.entered
	if at == nil {
		f.relayout()
		return
	}
	before := at.Field.Position().Y
	if f.relayout(); at.Field.Position().Y != before {
		f.showItem(at)
	}
}

// Validate checks every field, says what is wrong, and takes the keyboard to
// the first wrong one. What others found wrong is forgotten: they are asked again. True when all can be saved.
func (f *Form) Validate() bool {
	for _, i := range f.items {
		f.check(i)
	}
	return !f.FocusWrong()
}

// SetErrors says what others found wrong, by the names of the fields, and
// takes the keyboard to the first. It returns what belongs to no field here.
// Such a sentence stays until its field is changed.
func (f *Form) SetErrors(sentences map[string]string) (rest map[string]string) {
	rest = map[string]string{}
	for name, wrong := range sentences {
		if i := f.item(name); i != nil && !i.hidden {
			f.setWrong(i, wrong, true)
		} else {
			rest[name] = wrong
		}
	}
	if len(rest) < len(sentences) {
		f.FocusWrong()
	}
	return rest
}

// Errors are the sentences shown now, by the names of the fields.
func (f *Form) Errors() map[string]string {
	wrong := map[string]string{}
	for _, i := range f.items {
		if i.wrong != "" {
			wrong[i.Name] = i.wrong
		}
	}
	return wrong
}

// SetReadOnly shows all fields to read and copy.
func (f *Form) SetReadOnly(readOnly bool) {
	for _, i := range f.items {
		i.Field.SetReadOnly(readOnly)
	}
}

// SetLocked refuses changes while a save runs.
func (f *Form) SetLocked(locked bool) {
	for _, i := range f.items {
		i.Field.SetLocked(locked)
	}
}
