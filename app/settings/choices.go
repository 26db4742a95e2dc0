package settings

import (
	"cmp"
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"saya/app/list"
	"saya/app/page"
	"saya/assets"
	"saya/data"
	"saya/data/store"
	"saya/widgets"
)

// choices is a catalogue of the centre: its directions, or its kinds of activity. Entries are renamed and retired, never
// deleted: records of earlier years name them by their codes, which stay.
type choices struct {
	*list.Page
	env  page.Env
	of   catalogue
	rows small[numbered[data.Choice]]
}

// catalogue is where the entries are and what they are called in texts.
type catalogue struct {
	name   string
	texts  [2]string // keys: a new entry, the title of the editor of one
	table  store.Table
	load   func(context.Context) ([]data.Choice, error)
	save   func(context.Context, data.Actor, data.Choice) error
	adults bool // an entry may be for adults only
}

// numbered is an entry of a catalogue with its place in it, by which a list knows it.
type numbered[T any] struct {
	n     int64
	entry T
}

func number[T any](entries []T, err error) ([]numbered[T], error) {
	out := make([]numbered[T], len(entries))
	for i, e := range entries {
		out[i] = numbered[T]{int64(i + 1), e}
	}
	return out, err
}

func newDirections(env page.Env) *choices {
	return newChoices(env, catalogue{
		name: "directions", texts: [2]string{"settings.directions_new", "settings.directions_edit"}, table: store.Directions,
		load: env.Store.Directions, save: env.Store.SaveDirection,
	})
}

func newKinds(env page.Env) *choices {
	return newChoices(env, catalogue{
		name: "kinds", texts: [2]string{"settings.kinds_new", "settings.kinds_edit"}, table: store.Kinds,
		load: env.Store.Kinds, save: env.Store.SaveKind, adults: true,
	})
}

// Chips of catalogues.
const chipCurrent = "current"

func newChoices(env page.Env, of catalogue) *choices {
	c := &choices{env: env, of: of}
	c.rows = small[numbered[data.Choice]]{c.load, func(e numbered[data.Choice]) int64 { return e.n }, c.cells}
	t := env.Text
	columns := []widgets.Column{
		{ID: "name", Title: t.T("field.name"), Width: 260, MinWidth: 230, NoSort: true, Names: true},
		{ID: "full", Title: t.T("settings.full_name"), Flexible: true, MinWidth: 200, Style: widgets.StyleDim, NoSort: true, Spare: 1},
		{ID: "state", Title: t.T("field.status"), Width: 160, Style: widgets.StyleTag, NoSort: true},
	}
	c.Page = list.New(env, list.Config{
		ID: of.name, Hint: t.T("settings.catalogue_search"), New: t.T(of.texts[0]),
		Nothing: t.T("common.nothing_found_hint"), Columns: columns, Chips: catalogueChips(env),
		Source: c.rows.source, Count: func(n int) string { return t.T("settings.entries", "Count", n) },
		Card: c.card, Edit: c.edit, Shows: func(change store.Change) bool { return change.Touches(of.table) },
	})
	return c
}

func catalogueChips(env page.Env) []list.Chip {
	return []list.Chip{{ID: chipCurrent, Text: env.T("settings.current")}, {ID: chipAll, Text: env.T("common.all")}}
}

// list is for pictures.
func (c *choices) list() *list.Page { return c.Page }

func (c *choices) load(ctx context.Context, chip string) ([]numbered[data.Choice], error) {
	all, err := number(c.of.load(ctx))
	return slices.DeleteFunc(all, func(e numbered[data.Choice]) bool { return chip == chipCurrent && e.entry.Retired }), err
}

func (c *choices) cells(e numbered[data.Choice]) []widgets.Cell {
	state := widgets.Cell{}
	switch {
	case e.entry.Retired:
		state = widgets.Cell{Text: c.env.T("settings.retired"), Tone: widgets.ToneDim}
	case e.entry.AdultsOnly:
		state = widgets.Cell{Text: c.env.T("settings.adults"), Tone: widgets.ToneInfo}
	}
	return []widgets.Cell{{Text: c.called(e.entry)}, {Text: e.entry.Names.In(c.env.Lang())}, state}
}

// called is what screens call an entry.
func (c *choices) called(entry data.Choice) string {
	return cmp.Or(entry.Short.In(c.env.Lang()), entry.Names.In(c.env.Lang()))
}

func (c *choices) card(ctx context.Context, id int64) (func() fyne.CanvasObject, error) {
	e, ok, err := c.rows.find(ctx, id)
	if !ok && err == nil {
		err = gone()
	}
	return func() fyne.CanvasObject { return c.cardView(e) }, err
}

func (c *choices) cardView(e numbered[data.Choice]) fyne.CanvasObject {
	t, entry := c.env.Text, e.entry
	tags := container.New(widgets.NewFlow(6))
	if entry.AdultsOnly {
		tags.Add(widgets.NewTag(t.T("settings.adults"), widgets.ToneInfo))
	}
	if entry.Retired {
		tags.Add(widgets.NewTag(t.T("settings.retired"), widgets.ToneDim))
	}
	retire := retireButton(c.env, entry.Retired, func(ctx context.Context) error {
		entry.Retired = !entry.Retired
		return c.of.save(ctx, c.env.Actor, entry)
	})
	edit := widgets.NewButton(t.T("common.edit"), assets.IconEdit, func() { c.Edit(e.n) })
	head := widgets.NewStack(7, widgets.NewHeading(c.called(entry)), tags, container.New(widgets.NewFlow(8), edit, retire))
	facts := slices.Concat(nameFacts(c.env, page.NameKeys("name"), entry.Names), nameFacts(c.env, page.NameKeys("short"), entry.Short))
	return page.Panel(head, page.Facts(append(facts, page.Fact{Label: t.T("field.code"), Value: entry.Code})...))
}

// nameFacts are a name in all languages that it has.
func nameFacts(env page.Env, keys [3]string, n data.Names) []page.Fact {
	return []page.Fact{
		{Label: env.T(keys[0]), Value: n.KK}, {Label: env.T(keys[1]), Value: n.RU}, {Label: env.T(keys[2]), Value: n.EN},
	}
}

// retireButton takes an entry out of what is offered, or puts it back.
func retireButton(env page.Env, retired bool, save func(context.Context) error) *widgets.Button {
	text, icon, said := "settings.retire", assets.IconBan, "settings.was_retired"
	if retired {
		text, icon, said = "settings.offer", assets.IconCheck, "settings.was_offered"
	}
	return widgets.NewButton(env.T(text), icon, func() { change(env, save, env.T(said)) })
}

// change saves something that can be taken back.
func change(env page.Env, save func(context.Context) error, said string) {
	env.Run.Go(save, func(err error) {
		if err != nil {
			env.Window.Fail(err)
			return
		}
		env.Window.Say(said, true)
	})
}

func (c *choices) edit(ctx context.Context, id int64) (func() *list.Panel, error) {
	all, err := c.of.load(ctx)
	if err != nil {
		return nil, err
	}
	codes := make([]string, len(all))
	next := data.Choice{Position: 1}
	for i, e := range all {
		codes[i], next.Position = e.Code, max(next.Position, e.Position+1)
	}
	next.Code = nextCode(codes)
	saved := int64(len(all) + 1)
	if id > 0 && id <= int64(len(all)) {
		next, saved = all[id-1], id
	}
	return func() *list.Panel { return c.editor(next, id == 0, saved) }, nil
}

func (c *choices) editor(entry data.Choice, isNew bool, saved int64) *list.Panel {
	f := newEntryForm(c.env)
	f.names("name", "names", &entry.Names)
	f.names("short", "short", &entry.Short)
	f.SetRequired("short", false)
	f.SetHint("short", "")
	if c.of.adults {
		f.check("adults_only", "settings.adults_hint", &entry.AdultsOnly)
	}
	f.check("retired", "settings.retired_hint", &entry.Retired)
	title := c.env.T(c.of.texts[1])
	if isNew {
		title = c.env.T(c.of.texts[0])
	}
	return f.panel(title, saved, func(ctx context.Context) error { return c.of.save(ctx, c.env.Actor, entry) })
}
