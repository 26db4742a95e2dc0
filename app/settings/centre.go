package settings

import (
	"context"

	"fyne.io/fyne/v2"

	"saya/app/page"
	"saya/assets"
	"saya/assets/locale"
	"saya/data"
	"saya/data/reference"
	"saya/data/store"
	"saya/widgets"
)

// newCentre shows the profile of the centre, as reports and letters have it, and edits it.
func newCentre(env page.Env) *cards {
	return newCards(env, func(ctx context.Context) (func() []fyne.CanvasObject, error) {
		c, err := env.Store.Centre(ctx)
		return func() []fyne.CanvasObject { return centreView(env, c) }, err
	}, store.Profile)
}

func centreView(env page.Env, c data.Centre) []fyne.CanvasObject {
	t := env.Text
	fact := func(field, value string) page.Fact { return page.Fact{Label: t.T("field." + field), Value: value} }
	region := ""
	for _, r := range reference.Regions() {
		if r.Code == c.Region {
			region = r.Names.In(env.Lang())
		}
	}
	edit := widgets.NewButton(t.T("common.edit"), assets.IconEdit, func() { editCentre(env, c) })
	edit.Compact = true
	lists := page.FactLists(
		[]page.Fact{
			fact("name_kk", c.Name.KK), fact("name_ru", c.Name.RU), fact("name_en", c.Name.EN), fact("short_name", c.ShortName),
			fact("bin", c.BIN), fact("region", region), fact("address", c.Address), fact("phone", data.ShowPhone(c.Phone)), fact("email", c.Email),
		},
		[]page.Fact{
			fact("head", c.Head), fact("head_post", c.HeadPost.In(env.Lang())), fact("executor", c.Executor),
			fact("executor_phone", data.ShowPhone(c.ExecutorPhone)), fact("responsible", c.Responsible),
			fact("front_office", c.FrontOffice.In(env.Lang())), fact("wait_days", t.Int(int64(c.WaitDays))),
		},
	)
	about := widgets.NewCard(t.T("settings.centre_about"), lists[0])
	about.Aside = edit
	return []fyne.CanvasObject{about, widgets.NewCard(t.T("settings.centre_signers"), lists[1])}
}

// editCentre opens the profile in a dialog.
func editCentre(env page.Env, c data.Centre) {
	f := newCentreForm(env, &c)
	d := &page.FormDialog{Title: env.T("settings.part.centre"), Form: f.form, Read: f.read}
	d.Save = func(ctx context.Context) error { return env.Store.SaveCentre(ctx, env.Actor, c) }
	d.Saved = func() { env.Window.Say(env.T("settings.centre_saved"), true) }
	d.Show(env)
}

// centreForm has a field for each part of the profile.
type centreForm struct {
	env   page.Env
	form  *widgets.Form
	reads []func()
}

func newCentreForm(env page.Env, c *data.Centre) *centreForm {
	f := &centreForm{env: env, form: env.Form()}
	f.form.Section(env.T("settings.centre_about"))
	f.names("name", &c.Name)
	f.region(&c.Region)
	f.text("short_name", "start.short_hint", &c.ShortName)
	f.text("bin", "", &c.BIN).Rule = data.CheckBIN
	f.text("address", "start.address_hint", &c.Address)
	f.phone("phone", &c.Phone)
	f.text("email", "", &c.Email)
	f.form.Section(env.T("settings.centre_signers"))
	f.text("head", "", &c.Head)
	f.names("head_post", &c.HeadPost)
	f.text("executor", "", &c.Executor)
	f.phone("executor_phone", &c.ExecutorPhone)
	f.text("responsible", "", &c.Responsible)
	f.names("front_office", &c.FrontOffice)
	f.days(&c.WaitDays)
	return f
}

// read takes the values out of the fields.
func (f *centreForm) read() {
	for _, read := range f.reads {
		read()
	}
}

func (f *centreForm) add(name, label, hint string, to *string) *widgets.Entry {
	return f.put(widgets.Item{Name: name, Label: label, Hint: hint}, to)
}

func (f *centreForm) put(item widgets.Item, to *string) *widgets.Entry {
	e := widgets.NewEntry()
	e.SetText(*to)
	item.Wide, item.Field = true, e
	f.form.Add(item)
	f.reads = append(f.reads, func() { *to = e.Value() })
	return e
}

// phone is a number as people read it; it is stored as E.164.
func (f *centreForm) phone(name string, to *string) {
	*to = data.ShowPhone(*to)
	e := f.text(name, "", to)
	e.Format = func(typed string) string {
		if number, err := data.ParsePhone(typed); err == nil {
			return data.ShowPhone(number)
		}
		return typed
	}
	e.Rule = func(typed string) error {
		if _, err := data.ParsePhone(typed); err != nil {
			return &data.Error{Code: data.Invalid, Key: "errors.phone"}
		}
		return nil
	}
}

func (f *centreForm) text(name, hint string, to *string) *widgets.Entry {
	if hint != "" {
		hint = f.env.T(hint)
	}
	return f.add(name, f.env.T("field."+name), hint, to)
}

// names asks for a name in the three languages; the first field says what is wrong with it.
func (f *centreForm) names(name string, n *data.Names) {
	values := map[locale.Lang]*string{locale.Kazakh: &n.KK, locale.Russian: &n.RU, locale.English: &n.EN}
	for i, lang := range f.env.NameOrder() {
		item := widgets.Item{Name: name + "_" + string(lang), Label: f.env.T("settings.in."+string(lang), "Field", f.env.T("field."+name))}
		if i == 0 {
			item.Also = name
		}
		item.Required = name == "name" && lang != locale.English // letters and reports go out in both
		f.put(item, values[lang])
	}
}

func (f *centreForm) region(to *string) {
	field := f.env.Select(f.env.Choices(reference.Regions())...)
	field.SetID(*to)
	f.form.Add(widgets.Item{Name: "region", Label: f.env.T("field.region"), Wide: true, Required: true, Field: field})
	f.reads = append(f.reads, func() { *to = field.ID() })
}

func (f *centreForm) days(to *int) {
	field := widgets.NewNumberField()
	field.SetValue(int64(*to))
	f.form.Add(widgets.Item{Name: "wait_days", Label: f.env.T("field.wait_days"), Wide: true, Required: true, Field: field})
	f.reads = append(f.reads, func() {
		days, _ := field.Value()
		*to = int(days)
	})
}
