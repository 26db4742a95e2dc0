package app

import (
	"errors"
	"os"
	"path/filepath"

	"saya/app/page"
	"saya/data"
	"saya/data/place"
	"saya/data/reference"
	"saya/data/store"
	"saya/widgets"
)

// newCreation returns the steps with nothing typed.
func (p *Program) newCreation() *creation {
	c := &creation{Program: p}
	c.profile = newProfileForm(p.env())
	about := func() []string { return c.profile.names() }
	c.admin = newAccountForm(p.env(), data.Admin, about)
	c.manager = newAccountForm(p.env(), data.Manager, about)
	c.steps = []*createStep{
		c.folderStep(),
		{title: "start.profile_title", text: "start.profile_text", form: c.profile.form, read: c.profile.read, check: c.profile.check},
		{title: "start.admin_title", text: "start.admin_text", form: c.admin.form, read: c.admin.read, check: c.admin.check},
		{title: "start.manager_title", text: "start.manager_text", form: c.manager.form, read: c.manager.read, check: c.checkManager},
	}
	return c
}

// folderStep asks where the centre is to be kept.
func (c *creation) folderStep() *createStep {
	form := c.env().Form()
	folder := page.NewFolderEntry(c.Text.T("files.choose_folder"), c.chooseFolder)
	folder.SetText(usualFolder())
	item := c.env().Item("folder", folder)
	item.Required, item.Wide, item.Hint = true, true, c.Text.T("start.folder_hint")
	form.Add(item)
	step := &createStep{title: "start.folder_title", text: "start.folder_text", form: form}
	step.read = func() { c.dir = folder.Value() }
	step.check = func() error { return atField("folder", checkFolder(c.dir)) }
	return step
}

// usualFolder is proposed for a centre: one of its own among the documents.
func usualFolder() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return ""
	}
	for _, documents := range []string{filepath.Join(home, "Documents"), home} {
		if _, err := os.Stat(documents); err == nil {
			return filepath.Join(documents, "Saya")
		}
	}
	return ""
}

// checkFolder refuses a folder in which no centre can be made.
func checkFolder(dir string) error {
	entries, err := os.ReadDir(dir)
	switch {
	case err == nil && len(entries) > 0:
		return &data.Error{Code: data.Conflict, Key: "errors.folder_not_empty"}
	case err != nil && !errors.Is(err, os.ErrNotExist):
		return &data.Error{Code: data.Storage, Key: "start.folder_unreadable", Err: err}
	}
	return place.Check(dir)
}

// atField makes the refusals in err those of a field.
func atField(field string, err error) error {
	var out data.Errors
	for _, r := range data.Refusals(err) {
		at := *r
		at.Field = field
		out = append(out, &at)
	}
	if len(out) == 0 {
		return err
	}
	return out.OrNil()
}

// profileForm asks for what a centre has to be known by; the rest of its profile can be added later.
type profileForm struct {
	form   *widgets.Form
	centre data.Centre // once read

	kk, ru, en, short, address, phone, email *widgets.Entry
	region                                   *widgets.SearchSelect
}

func newProfileForm(e page.Env) *profileForm {
	f := &profileForm{form: e.Form(), region: e.Select(e.Choices(reference.Regions())...)}
	for _, field := range []**widgets.Entry{&f.kk, &f.ru, &f.en, &f.short, &f.address, &f.phone, &f.email} {
		*field = widgets.NewEntry()
	}
	kk, ru, en := e.Item("name_kk", f.kk), e.Item("name_ru", f.ru), e.Item("name_en", f.en)
	kk.Required, kk.Wide, ru.Required, ru.Wide, en.Wide = true, true, true, true, true
	region, short, address := e.Item("region", f.region), e.Item("short_name", f.short), e.Item("address", f.address)
	region.Required, short.Hint = true, e.T("start.short_hint")
	address.Wide, address.Hint = true, e.T("start.address_hint")
	f.form.Add(kk, ru, en, region, short, e.Item("phone", f.phone), e.Item("email", f.email), address)
	return f
}

func (f *profileForm) read() {
	f.centre = data.Centre{
		Name:      data.Names{KK: f.kk.Value(), RU: f.ru.Value(), EN: f.en.Value()},
		ShortName: f.short.Value(), Address: f.address.Value(), Phone: f.phone.Value(), Email: f.email.Value(), WaitDays: usualWait,
	}
	if region, ok := f.region.Selected(); ok {
		f.centre.Region = region.ID
	}
}

// usualWait is after how many days an application waits for too long, until the centre decides otherwise.
const usualWait = 7

func (f *profileForm) check() error {
	f.centre.Normalise()
	return f.centre.Validate()
}

// names are those by which everybody knows the centre.
func (f *profileForm) names() []string {
	return []string{f.kk.Value(), f.ru.Value(), f.en.Value(), f.short.Value()}
}

// accountForm asks for one of the first accounts.
type accountForm struct {
	form    *widgets.Form
	account store.NewAccount // once read

	name            *widgets.Entry
	password, again *widgets.PasswordField
	about           func() []string
}

func newAccountForm(e page.Env, role data.Role, about func() []string) *accountForm {
	f := &accountForm{form: e.Form(), name: widgets.NewEntry(), account: store.NewAccount{Role: role}}
	f.about = func() []string { return append(about(), f.name.Value()) }
	name := e.Item("account_name", f.name)
	name.Required, name.Wide, name.Hint = true, true, e.T("start.account_hint")
	f.form.Add(name)
	f.password, f.again = page.AddPassword(e, f.form, f.about)
	return f
}

func (f *accountForm) restore(before *accountForm) {
	f.password.SetText(before.password.Value())
	f.again.SetText(before.again.Value())
}

func (f *accountForm) read() { f.account.Name, f.account.Password = f.name.Value(), f.password.Value() }

func (f *accountForm) check() error {
	return atField("account_name", data.CheckAccountName(f.account.Name))
}

// checkManager also refuses the name of the administrator.
func (c *creation) checkManager() error {
	if data.SameAccountName(c.admin.account.Name, c.manager.account.Name) {
		return &data.Error{Code: data.Conflict, Field: "account_name", Key: "start.same_name"}
	}
	return c.manager.check()
}
