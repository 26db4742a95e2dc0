package settings

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"saya/app/list"
	"saya/app/page"
	"saya/assets"
	"saya/data"
	"saya/data/store"
	"saya/reports"
	"saya/widgets"
)

// outside is the files that were made outside of the encrypted ones.
type outside struct {
	*list.Page
	env  page.Env
	rows small[data.OutsideFile]
}

// newOutside shows the files that read tells of.
func newOutside(env page.Env, read func(context.Context) ([]data.OutsideFile, error)) *outside {
	o := &outside{env: env}
	load := func(ctx context.Context, _ string) ([]data.OutsideFile, error) { return read(ctx) }
	o.rows = small[data.OutsideFile]{load, func(f data.OutsideFile) int64 { return f.ID }, o.cells}
	t := env.Text
	o.Page = list.New(env, list.Config{
		ID: "outside", Hint: t.T("settings.outside_search"), Empty: t.T("settings.outside_empty"), Nothing: t.T("common.nothing_found_hint"),
		Columns: []widgets.Column{
			{ID: "name", Title: t.T("field.file_name"), Flexible: true, MinWidth: 180, NoSort: true},
			{ID: "kind", Title: t.T("settings.outside_kind"), Width: 190, NoSort: true, Spare: 1},
			{ID: "folder", Title: t.T("field.folder"), Width: 200, Style: widgets.StyleDim, NoSort: true, Spare: 2},
			{ID: "age", Title: t.T("settings.outside_age"), Width: 120, NoSort: true},
			{ID: "there", Title: t.T("settings.outside_there"), Width: 118, Style: widgets.StyleTag, NoSort: true},
		},
		Source: o.rows.source, Count: func(n int) string { return t.T("settings.outside_count", "Count", n) },
		Card: o.card, Shows: func(c store.Change) bool { return c.Touches(store.OutsideFiles) },
	})
	return o
}

func (o *outside) cells(f data.OutsideFile) []widgets.Cell {
	text, tone := o.there(f)
	return []widgets.Cell{
		{Text: filepath.Base(f.Path)},
		{Text: o.kind(f.Kind)},
		{Text: filepath.Dir(f.Path)},
		{Text: o.age(f)},
		{Text: text, Tone: tone},
	}
}

// age says for how long a file has lain there.
func (o *outside) age(f data.OutsideFile) string {
	if days := o.env.Today().DaysSince(f.At.Local().Date()); days > 0 {
		return o.env.T("settings.days", "Count", days)
	}
	return o.env.T("settings.backup_today")
}

func (o *outside) there(f data.OutsideFile) (string, widgets.Tone) {
	if f.There {
		return o.env.T("settings.outside_is_there"), widgets.ToneWarn
	}
	return o.env.T("settings.outside_gone"), widgets.ToneDim
}

// kind is what a file was made for.
func (o *outside) kind(code string) string { return fileKind(o.env, code) }

func fileKind(env page.Env, code string) string {
	name := map[string]string{
		string(reports.OfficeFile): "reports.kind.office", string(reports.RegisterFile): "reports.kind.register",
		string(reports.HoursFile): "reports.kind.hours", string(reports.PeopleFile): "reports.kind.people",
		string(reports.RejectedFile): "reports.kind.rejected", string(reports.ViewFile): "reports.kind.view", "recovery_sheet": "start.sheet_title",
	}[code]
	if name == "" {
		return code
	}
	return env.T(name)
}

func (o *outside) card(ctx context.Context, id int64) (func() fyne.CanvasObject, error) {
	f, ok, err := o.rows.find(ctx, id)
	if !ok && err == nil {
		err = gone()
	}
	return func() fyne.CanvasObject { return o.cardView(f) }, err
}

func (o *outside) cardView(f data.OutsideFile) fyne.CanvasObject {
	t := o.env.Text
	text, tone := o.there(f)
	actions := container.New(widgets.NewFlow(8))
	if f.There {
		actions.Add(widgets.NewDangerButton(t.T("settings.outside_delete"), assets.IconDelete, func() { o.askDelete(f) }))
	}
	actions.Add(widgets.NewButton(t.T("settings.outside_forget"), "", func() { o.askForget(f) }))
	head := widgets.NewStack(7, widgets.NewHeading(filepath.Base(f.Path)), container.NewHBox(widgets.NewTag(text, tone)), actions)
	return page.Panel(head, widgets.NewStack(13, page.Facts(
		page.Fact{Label: t.T("settings.outside_kind"), Value: o.kind(f.Kind)},
		page.Fact{Label: t.T("field.folder"), Value: filepath.Dir(f.Path)},
		page.Fact{Label: t.T("field.at"), Value: moment(o.env, f.At)},
		page.Fact{Label: t.T("field.account"), Value: f.Account},
	), widgets.NewParagraph(t.T("settings.outside_text"))))
}

func (o *outside) askDelete(f data.OutsideFile) {
	env := o.env
	env.Window.Modals().Confirm(env.T("settings.outside_delete_title"), env.T("settings.outside_delete_text", "File", filepath.Base(f.Path)),
		widgets.Action{Text: env.T("settings.outside_delete"), Kind: widgets.ButtonDanger, Do: func() {
			do(env, func(ctx context.Context) error {
				return env.Store.DeleteOutside(ctx, env.Actor, f.ID)
			}, env.T("settings.outside_deleted"))
		}}, env.T("common.cancel"))
}

func (o *outside) askForget(f data.OutsideFile) {
	env := o.env
	env.Window.Modals().Confirm(env.T("settings.outside_forget_title"), env.T("settings.outside_forget_text", "File", filepath.Base(f.Path)),
		widgets.Action{Text: env.T("settings.outside_forget"), Kind: widgets.ButtonPrimary, Do: func() {
			do(env, func(ctx context.Context) error {
				return env.Store.ForgetOutside(ctx, env.Actor, f.ID)
			}, env.T("settings.outside_forgotten"))
		}}, env.T("common.cancel"))
}
