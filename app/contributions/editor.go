package contributions

import (
	"context"

	"saya/app/page"
	"saya/data"
	"saya/widgets"
)

// editor is the panel in which a contribution is entered or changed; the names of its fields are those of the rules'
// refusals.
type editor struct {
	shell                      *widgets.EditorShell
	form                       *widgets.Form
	before                     data.Contribution
	kind                       *widgets.SearchSelect
	giverKind                  *widgets.Segments
	day, pledged, thanked      *widgets.DateField
	value                      *widgets.MoneyField
	reach                      *widgets.NumberField
	mayName                    *widgets.CheckField
	event, campaign            *widgets.SearchSelect
	giver, channel, link       *widgets.Entry
	what, purpose, basis, note *widgets.Entry
	saved                      int64 // the record's id after a save
}

func newEditor(env page.Env, m *model, k data.ContributionRow, campaigns []widgets.Option) *editor {
	e := &editor{
		form: env.Form(), before: k.Contribution,
		kind:      env.Select(page.Statuses(env, "contribution", data.ContributionKinds()...)...),
		giverKind: widgets.NewSegments(page.Statuses(env, "giver", data.GiverKinds()...)...),
		day:       env.DateField(), pledged: env.DateField(), thanked: env.DateField(),
		value: widgets.NewMoneyField(env.Text), reach: widgets.NewNumberField(),
		mayName: widgets.NewCheckField(env.T("field.may_name")), event: env.EventField(), campaign: env.Select(campaigns...),
		giver: widgets.NewEntry(), channel: widgets.NewEntry(), link: widgets.NewEntry(),
		what: widgets.NewNote(2), purpose: widgets.NewNote(2), basis: widgets.NewNote(2), note: widgets.NewNote(2),
	}
	e.campaign.AllowNew, e.campaign.Optional = true, true
	e.reach.SetMin(0)
	for _, t := range e.texts(&data.Contribution{}) {
		t.field.MaxRunes = t.most
	}
	e.set(k, env)
	e.layout(env)
	e.form.OnChanged = e.follow
	e.follow()
	e.form.MarkClean()
	title := env.T("contributions.edit_title")
	if k.ID == 0 {
		title = env.T("contributions.new")
	}
	next := k.Contribution
	e.shell = env.Editor(title, e.form, func() { e.read(&next) }, func(ctx context.Context) (err error) {
		e.saved, err = env.Store.SaveContribution(ctx, env.Actor, next)
		return err
	})
	if k.ID != 0 {
		e.shell.Subtitle = m.giver(k.Contribution)
	}
	return e
}

// text is an entry, the text that it shows, and the most that it holds.
type text struct {
	field *widgets.Entry
	value *string
	most  int
}

func (e *editor) texts(k *data.Contribution) []text {
	return []text{
		{e.giver, &k.Giver, data.MaxLine},
		{e.channel, &k.Channel, data.MaxLine},
		{e.link, &k.Link, data.MaxLine},
		{e.what, &k.What, data.MaxText},
		{e.purpose, &k.Purpose, data.MaxText},
		{e.basis, &k.Basis, data.MaxText},
		{e.note, &k.Note, data.MaxText},
	}
}

// set shows a contribution.
func (e *editor) set(k data.ContributionRow, env page.Env) {
	for _, t := range e.texts(&k.Contribution) {
		t.field.SetText(*t.value)
	}
	e.kind.SetID(string(k.Kind))
	e.giverKind.SetID(string(k.GiverKind))
	page.SetDate(e.day, k.Day)
	page.SetDate(e.pledged, k.PledgedOn)
	page.SetDate(e.thanked, k.ThankedOn)
	if k.Value > 0 {
		e.value.SetValue(k.Value)
	}
	if k.Reach.Known {
		e.reach.SetValue(int64(k.Reach.N))
	}
	e.mayName.SetChecked(k.MayName)
	if k.EventID != 0 {
		e.event.SetSelected(env.EventOption(k.EventID, k.EventTitle, k.Day))
	}
	e.campaign.SetSelected(widgets.Option{ID: k.Campaign, Text: k.Campaign})
}

// layout puts the fields into the form, the most asked first.
func (e *editor) layout(env page.Env) {
	wide := func(name string, field widgets.Field) widgets.Item {
		item := env.Item(name, field)
		item.Wide = true
		return item
	}
	kind, giverKind := env.Item("kind", e.kind), wide("giver_kind", e.giverKind)
	kind.Required, giverKind.Required = true, true
	day := env.Item("day", e.day)
	day.Label, day.Hint = env.T("field.received_on"), env.T("contributions.hint_day")
	e.form.Add(kind, env.Item("value", e.value), day, env.Item("pledged_on", e.pledged),
		giverKind, wide("giver", e.giver), widgets.Item{Name: "may_name", Wide: true, Field: e.mayName},
		wide("what", e.what), wide("purpose", e.purpose), wide("basis", e.basis),
		env.Item("channel", e.channel), env.Item("reach", e.reach), wide("link", e.link))
	e.form.Section(env.T("contributions.section_rest"))
	campaign := wide("campaign", e.campaign)
	campaign.Hint = env.T("contributions.hint_campaign")
	e.form.Add(wide("event_id", e.event), campaign, env.Item("thanked_on", e.thanked), wide("note", e.note))
}

// fields are those that not every contribution has.
func fields() []string {
	return []string{"giver", "may_name", "value", "basis", "what", "channel", "link", "reach"}
}

// visible tells whether a field means something for the kind of contribution and giver, or holds something all the same.
func (e *editor) visible(field string) bool {
	k := e.before
	held := map[string]bool{
		"value": k.Value > 0, "basis": k.Basis != "", "what": k.What != "", "channel": k.Channel != "",
		"link": k.Link != "", "reach": k.Reach.Known,
	}
	return held[field] || shows(field, data.ContributionKind(e.kind.ID()), data.GiverKind(e.giverKind.ID()))
}

// follow shows the fields that mean something.
func (e *editor) follow() {
	for _, field := range fields() {
		e.form.SetVisible(field, e.visible(field))
	}
	e.form.SetRequired("value", data.ContributionKind(e.kind.ID()) == data.Money)
	e.form.SetRequired("giver", e.visible("giver"))
}

// read puts what stands in the fields into a contribution; what was typed into a field that the kind has taken away does
// not hold.
func (e *editor) read(k *data.Contribution) {
	for _, t := range e.texts(k) {
		*t.value = t.field.Value()
	}
	k.Kind, k.GiverKind = data.ContributionKind(e.kind.ID()), data.GiverKind(e.giverKind.ID())
	k.Day, k.PledgedOn, k.ThankedOn = page.Date(e.day), page.Date(e.pledged), page.Date(e.thanked)
	k.Value, _ = e.value.Value()
	k.Reach = data.Count{}
	if n, ok := e.reach.Value(); ok {
		k.Reach = data.KnownCount(int(n))
	}
	k.MayName = e.mayName.Checked()
	k.EventID, k.Campaign = page.ID(e.event.ID()), e.campaign.ID()
	empty := map[string]func(){
		"value": func() { k.Value = 0 }, "basis": func() { k.Basis = "" }, "what": func() { k.What = "" },
		"channel": func() { k.Channel = "" }, "link": func() { k.Link = "" }, "reach": func() { k.Reach = data.Count{} },
	}
	for field, do := range empty {
		if !e.visible(field) {
			do()
		}
	}
}
