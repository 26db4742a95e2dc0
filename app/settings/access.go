package settings

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"saya/app/page"
	"saya/app/sheet"
	"saya/assets"
	"saya/data"
	"saya/data/store"
	"saya/widgets"
)

// newAccess shows who waits to be let into a file or to be shut out of it, and who opens which file.
func newAccess(env page.Env) *cards {
	return newCards(env, func(ctx context.Context) (func() []fyne.CanvasObject, error) {
		all, err := env.Store.Access(ctx)
		if err != nil {
			return nil, err
		}
		return func() []fyne.CanvasObject { return access(env, files(all)) }, nil
	}, store.Accounts)
}

func access(env page.Env, all []file) []fyne.CanvasObject {
	t := env.Text
	var in, out, lines []fyne.CanvasObject
	for _, f := range all {
		if !env.Keeps(f.wall) && !env.May(data.ManageAccounts) {
			continue
		}
		k := keeper{env, f}
		for _, a := range f.in {
			in = append(in, k.letInLine(a))
		}
		for _, a := range f.out {
			out = append(out, k.shutOutLine(a))
		}
		lines = append(lines, k.fileLine())
	}
	if len(in) == 0 {
		in = append(in, widgets.NewDimText(t.T("settings.nobody_waits")))
	}
	cards := []fyne.CanvasObject{widgets.NewCard(t.T("settings.in_title"), widgets.NewLines(in...))}
	if len(out) > 0 {
		cards = append(cards, widgets.NewCard(t.T("settings.out_title"), widgets.NewLines(out...)))
	}
	return append(cards, widgets.NewCard(t.T("settings.files_title"), widgets.NewStack(8, widgets.NewLines(lines...), widgets.NewParagraph(t.T("settings.keys_note")))))
}

// keeper is what an account does about one file.
type keeper struct {
	env page.Env
	file
}

// who says which account, by name and role.
func (k keeper) who(a data.Account) string {
	return a.Name + " · " + k.env.Text.Status("role", string(a.Role))
}

// doneBy says who could do what this account cannot.
func (k keeper) doneBy() string {
	if able := k.able(); len(able) > 0 {
		return k.env.T("settings.done_by", "Names", strings.Join(names(able), ", "))
	}
	return k.env.T("settings.done_by_nobody")
}

func (k keeper) letInLine(a data.Account) fyne.CanvasObject {
	if k.env.Keeps(k.wall) {
		return line(k.who(a), wallName(k.env, k.wall), compact(k.env.T("settings.let_in"), func() { k.letIn(a) }))
	}
	byCode := compact(k.env.T("settings.by_code"), func() { k.letInByCode(a) })
	return line(k.who(a), wallName(k.env, k.wall)+". "+k.doneBy(), byCode)
}

func (k keeper) letIn(a data.Account) {
	do(k.env, func(ctx context.Context) error {
		return k.env.Store.LetIn(ctx, k.env.Actor, a.ID, k.wall)
	}, k.env.T("settings.was_let_in", "Name", a.Name, "File", wallName(k.env, k.wall)))
}

// letInByCode asks for the recovery code of the file, as when nobody opens it yet.
func (k keeper) letInByCode(a data.Account) {
	env, code := k.env, widgets.NewEntry()
	form := env.Form()
	form.Note(env.T("settings.by_code_text", "Name", a.Name, "File", wallName(env, k.wall)))
	addRequired(env, form, "recovery_code", code)
	form.SetHint("recovery_code", env.T("start.code_hint"))
	typed := ""
	d := &page.FormDialog{
		Title: env.T("settings.by_code"), Yes: env.T("settings.let_in"), Form: form, Read: func() { typed = code.Value() },
	}
	d.Save = func(ctx context.Context) error { return env.Store.LetInByCode(ctx, env.Actor, a.ID, k.wall, typed) }
	d.Saved = func() {
		env.Window.Say(env.T("settings.was_let_in", "Name", a.Name, "File", wallName(env, k.wall)), false)
	}
	d.Show(env)
}

func (k keeper) shutOutLine(a data.Account) fyne.CanvasObject {
	if !k.env.Keeps(k.wall) {
		return line(k.who(a), wallName(k.env, k.wall)+". "+k.doneBy())
	}
	return line(k.who(a), wallName(k.env, k.wall), compact(k.env.T("settings.shut_out"), func() { k.askShutOut(a) }))
}

// askShutOut shuts an account out, with a new key of the file or without.
func (k keeper) askShutOut(a data.Account) {
	env := k.env
	env.Window.Modals().Show(widgets.Dialog{
		Title: env.T("settings.shut_out_title"), Width: 520,
		Text: env.T("settings.shut_out_text", "Name", a.Name, "File", wallName(env, k.wall)),
		Actions: []widgets.Action{
			{Text: env.T("common.cancel"), Cancel: true},
			{Text: env.T("settings.shut_out_only"), Do: func() { k.shutOut(a, false) }},
			{Text: env.T("settings.shut_out_rekey"), Kind: widgets.ButtonPrimary, Default: true, Do: func() { k.shutOut(a, true) }},
		},
	})
}

func (k keeper) shutOut(a data.Account, rekey bool) {
	do(k.env, func(ctx context.Context) error {
		return k.env.Store.ShutOut(ctx, k.env.Actor, a.ID, k.wall, rekey)
	}, k.env.T("settings.was_shut_out", "Name", a.Name, "File", wallName(k.env, k.wall)))
}

// fileLine says who opens a file, and what can be done about its keys by whoever opens it.
func (k keeper) fileLine() fyne.CanvasObject {
	below := k.env.T("settings.opened_by_nobody")
	if len(k.open) > 0 {
		below = k.env.T("settings.opened_by", "Names", strings.Join(names(k.open), ", "))
	}
	if !k.env.Keeps(k.wall) {
		return line(wallName(k.env, k.wall), below)
	}
	return line(wallName(k.env, k.wall), below,
		compact(k.env.T("settings.new_code"), k.askCode), compact(k.env.T("settings.rekey"), k.askRekey))
}

func (k keeper) askRekey() {
	env := k.env
	env.Window.Modals().Confirm(env.T("settings.rekey_title"), env.T("settings.rekey_text", "File", wallName(env, k.wall)),
		widgets.Action{Text: env.T("settings.rekey"), Kind: widgets.ButtonPrimary, Do: k.rekey}, env.T("common.cancel"))
}

func (k keeper) rekey() {
	do(k.env, func(ctx context.Context) error {
		return k.env.Store.Rekey(ctx, k.env.Actor, k.wall)
	}, k.env.T("settings.rekeyed", "File", wallName(k.env, k.wall)))
}

// askCode makes a recovery code instead of the one there was, and tells it once.
func (k keeper) askCode() {
	env, code := k.env, ""
	var centre data.Centre
	env.Window.Modals().Confirm(env.T("settings.new_code_title"), env.T("settings.new_code_text", "File", wallName(env, k.wall)),
		widgets.Action{Text: env.T("settings.new_code"), Kind: widgets.ButtonDanger, Do: func() {
			env.Run.Go(func(ctx context.Context) (err error) {
				if centre, err = env.Store.Centre(ctx); err != nil {
					return err
				}
				code, err = env.Store.NewRecoveryCode(ctx, env.Actor, k.wall)
				return err
			}, func(err error) {
				if err != nil {
					env.Window.Fail(err)
					return
				}
				tellSecret(env, env.T("settings.code_title", "File", wallName(env, k.wall)), env.T("settings.code_text"), code,
					widgets.Action{Text: env.T("start.save_sheet"), Icon: assets.IconSave, Stay: true, Do: func() { k.saveSheet(centre, code) }})
			})
		}}, env.T("common.cancel"))
}

// saveSheet writes a new code to be printed. The file is listed among those outside by who can see that list.
func (k keeper) saveSheet(centre data.Centre, code string) {
	env := k.env
	sheet.Asking{
		Sheet: sheet.New(env, centre, map[data.Wall]string{k.wall: code}), Modals: env.Window.Modals(), Choose: env.Window.ChooseFolder,
		Saved: func(path string) {
			said := env.T("start.sheet_saved", "File", path)
			if !env.Store.Holds(data.PeopleWall) {
				env.Window.Say(said, false)
				return
			}
			do(env, func(ctx context.Context) error {
				_, err := env.Store.AddOutside(ctx, env.Actor, "recovery_sheet", path)
				return err
			}, said)
		},
	}.Show(env)
}
