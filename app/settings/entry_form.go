package settings

import (
	"context"

	"saya/app/list"
	"saya/app/page"
	"saya/data"
	"saya/widgets"
)

// entryForm edits an entry of a catalogue; what stands in its fields goes where it came from when it is read.
type entryForm struct {
	*widgets.Form
	env   page.Env
	reads []func()
}

func newEntryForm(env page.Env) *entryForm { return &entryForm{Form: env.Form(), env: env} }

func (f *entryForm) read() {
	for _, read := range f.reads {
		read()
	}
}

// longName is how long, in bytes, a name is that one line cannot show: kinds of activity are named in the law's words.
const longName = 120

// names are fields of a name in three languages; also is what the rules call the whole name.
func (f *entryForm) names(name, also string, to *data.Names) {
	entries, long := [3]*widgets.Entry{}, max(len(to.KK), len(to.RU), len(to.EN)) > longName
	for i, value := range []string{to.KK, to.RU, to.EN} {
		entries[i] = widgets.NewEntry()
		if long {
			entries[i] = widgets.NewNote(4)
		}
		entries[i].MaxRunes = data.MaxText
		entries[i].SetText(value)
	}
	items := f.env.NameItems(name, entries[0], entries[1], entries[2])
	items[0].Also = also
	f.Add(items...)
	f.reads = append(f.reads, func() { *to = data.Names{KK: entries[0].Value(), RU: entries[1].Value(), EN: entries[2].Value()} })
}

func (f *entryForm) check(name, hint string, to *bool) {
	box := widgets.NewCheckField(f.env.T("field." + name))
	box.SetChecked(*to)
	f.Add(widgets.Item{Name: name, Hint: f.env.T(hint), Wide: true, Field: box})
	f.reads = append(f.reads, func() { *to = box.Checked() })
}

// panel is the editor beside the list; saved is the entry to show then.
func (f *entryForm) panel(title string, saved int64, save func(context.Context) error) *list.Panel {
	f.MarkClean()
	return &list.Panel{
		Shell: f.env.Editor(title, f.Form, f.read, save), Start: f.FocusFirst,
		Done: f.env.T("settings.entry_saved"), Saved: func() int64 { return saved },
	}
}
