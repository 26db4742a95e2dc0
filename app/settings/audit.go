package settings

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"saya/app/page"
	"saya/assets"
	"saya/data"
	"saya/data/store"
	"saya/widgets"
)

// audit is who did what and when, and whether somebody meddled with that.
type audit struct {
	env     page.Env
	filter  auditFilter
	request int // of the newest question; older answers are dropped
	count   *widgets.Text
	chain   *fyne.Container
	account *widgets.SearchSelect
	table   *widgets.DataTable
	root    fyne.CanvasObject
}

func newAudit(env page.Env) *audit {
	a := &audit{env: env, filter: auditFilter{period: periodMonth}, count: widgets.NewDimText(""), chain: container.New(widgets.NewFlow(8))}
	t := env.Text
	a.table = widgets.NewDataTable([]widgets.Column{
		{ID: "at", Title: t.T("field.at"), Width: 134, NoSort: true},
		{ID: "account", Title: t.T("field.account"), Width: 130, NoSort: true},
		{ID: "kind", Title: t.T("settings.audit_kind"), Width: 250, NoSort: true},
		{ID: "record", Title: t.T("settings.audit_record"), Width: 200, NoSort: true},
		{ID: "about", Title: t.T("settings.audit_about"), Flexible: true, MinWidth: 120, Style: widgets.StyleDim, NoSort: true},
	})
	a.table.LoadingText, a.table.EmptyText = t.T("common.loading"), t.T("common.nothing_found")
	bar := page.Bar("", a.count, a.fields()...)
	a.root = page.Frame(bar, a.chain, a.table)
	a.reload()
	a.check()
	return a
}

// Content implements [view].
func (a *audit) Content() fyne.CanvasObject { return a.root }

// Changed implements [view]: every change is written down.
func (a *audit) Changed(store.Change) { a.reload() }

// fields narrow what is shown.
func (a *audit) fields() []fyne.CanvasObject {
	t := a.env.Text
	period := a.env.Select(periods(a.env)...)
	period.SetID(a.filter.period)
	period.OnChanged = a.narrows(&a.filter.period)
	a.account = a.env.Select()
	account, kind, entity := a.account, a.env.Select(kinds(a.env)...), a.env.Select(entities(a.env)...)
	account.PlaceHolder, kind.PlaceHolder, entity.PlaceHolder = t.T("field.account"), t.T("settings.audit_kind"), t.T("settings.audit_record")
	account.OnChanged, kind.OnChanged, entity.OnChanged = a.narrows(&a.filter.account), a.narrows(&a.filter.kind), a.narrows(&a.filter.entity)
	for _, f := range []*widgets.SearchSelect{account, kind, entity} {
		f.Optional = true
	}
	const wide, narrow float32 = 190, 110
	return []fyne.CanvasObject{
		page.Elastic(account, 136, wide), page.Elastic(kind, narrow, wide), page.Elastic(entity, narrow, wide), page.Elastic(period, narrow, wide),
	}
}

func (a *audit) narrows(to *string) func(widgets.Option) {
	return func(o widgets.Option) {
		*to = o.ID
		a.reload()
	}
}

func (a *audit) reload() {
	a.request++
	request, filter, lines, all := a.request, a.filter.of(a.env.Today()), []data.AuditLine(nil), []data.Account(nil)
	a.env.Run.Go(func(ctx context.Context) (err error) {
		if all, err = a.env.Store.Accounts(ctx); err == nil {
			lines, err = a.env.Store.Audit(ctx, filter)
		}
		return err
	}, func(err error) {
		switch {
		case request != a.request:
		case err != nil:
			a.env.Window.Fail(err)
		default:
			a.show(lines, all)
		}
	})
}

func (a *audit) show(lines []data.AuditLine, all []data.Account) {
	a.account.SetOptions(accountOptions(all))
	rows := make(widgets.RowSlice, len(lines))
	for i, l := range lines {
		rows[i] = widgets.Row{ID: int64(i + 1), Cells: a.cells(l, all)}
	}
	a.table.SetRows(rows)
	text := a.env.T("settings.audit_count", "Count", len(lines))
	if len(lines) == auditLimit {
		text = a.env.T("settings.audit_newest", "Count", len(lines))
	}
	a.count.SetText(text)
}

func (a *audit) cells(l data.AuditLine, all []data.Account) []widgets.Cell {
	account := widgets.Cell{Text: l.Account}
	if l.Account == "" {
		account = widgets.Cell{Text: a.env.T("settings.audit_nobody"), Tone: widgets.ToneDim}
	}
	return []widgets.Cell{{Text: moment(a.env, l.At)}, account, {Text: a.env.T("store.did." + l.Kind)}, {Text: recordName(a.env, l, all)}, {Text: about(a.env, l)}}
}

// check says whether the lines are all there, as they were written.
func (a *audit) check() {
	var states []data.ChainState
	a.env.Run.Go(func(ctx context.Context) (err error) {
		states, err = a.env.Store.CheckAudit(ctx)
		return err
	}, func(err error) {
		if err != nil {
			a.env.Window.Fail(err)
			return
		}
		a.chain.Objects = nil
		for _, s := range states {
			a.chain.Objects = append(a.chain.Objects, a.chainView(s)...)
		}
		a.root.Refresh()
	})
}

// chainView is a tag for a file whose lines are intact, or sentences on what is wrong.
func (a *audit) chainView(s data.ChainState) []fyne.CanvasObject {
	name := wallName(a.env, s.Wall)
	if s.Intact() {
		return []fyne.CanvasObject{widgets.NewTag(a.env.T("settings.audit_intact", "File", name), widgets.ToneOk)}
	}
	var out []fyne.CanvasObject
	for key, row := range map[string]int64{"audit.problem_broken": s.BrokenAt, "audit.problem_missing": s.Missing} {
		if row == 0 {
			continue
		}
		see := widgets.NewButton(a.env.T("settings.audit_broken", "File", name), assets.IconWarning, func() {
			a.env.Window.Modals().Show(widgets.Dialog{
				Title: a.env.T("settings.audit_broken", "File", name), Text: a.env.T(key, "Wall", name, "Row", row), Width: 520,
				Actions: []widgets.Action{{Text: a.env.T("common.close"), Default: true, Cancel: true}},
			})
		})
		see.Compact = true
		out = append(out, see)
	}
	return out
}
