package settings

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"saya/app/list"
	"saya/app/page"
	"saya/assets"
	"saya/data"
	"saya/data/fold"
	"saya/data/store"
	"saya/widgets"
)

// requirements is what the centre asks proofs of.
type requirements struct {
	*list.Page
	env  page.Env
	rows small[numbered[data.Requirement]]
}

func newRequirements(env page.Env) *requirements {
	r := &requirements{env: env}
	r.rows = small[numbered[data.Requirement]]{r.load, func(e numbered[data.Requirement]) int64 { return e.n }, r.cells}
	t := env.Text
	r.Page = list.New(env, list.Config{
		ID: "requirements", Hint: t.T("settings.catalogue_search"), New: t.T("settings.requirements_new"),
		Empty: t.T("settings.requirements_empty"), Nothing: t.T("common.nothing_found_hint"), Chips: catalogueChips(env),
		Columns: []widgets.Column{
			{ID: "name", Title: t.T("field.name"), Flexible: true, MinWidth: 220, NoSort: true},
			{ID: "blocks", Title: t.T("settings.without_proof"), Width: 190, Style: widgets.StyleTag, NoSort: true},
			{ID: "months", Title: t.T("settings.validity"), Width: 150, NoSort: true, Spare: 1},
			{ID: "state", Title: t.T("field.status"), Width: 140, Style: widgets.StyleTag, NoSort: true, Spare: 2},
		},
		Source: r.rows.source, Count: func(n int) string { return t.T("settings.entries", "Count", n) },
		Card: r.card, Edit: r.edit, Shows: func(c store.Change) bool { return c.Touches(store.Requirements) },
	})
	return r
}

// list is for pictures.
func (r *requirements) list() *list.Page { return r.Page }

func (r *requirements) load(ctx context.Context, chip string) ([]numbered[data.Requirement], error) {
	all, err := number(r.env.Store.Requirements(ctx))
	return slices.DeleteFunc(all, func(e numbered[data.Requirement]) bool { return chip == chipCurrent && e.entry.Retired }), err
}

func (r *requirements) cells(e numbered[data.Requirement]) []widgets.Cell {
	blocks, tone := r.blocks(e.entry)
	state := widgets.Cell{}
	if e.entry.Retired {
		state = widgets.Cell{Text: r.env.T("settings.retired"), Tone: widgets.ToneDim}
	}
	return []widgets.Cell{{Text: e.entry.Names.In(r.env.Lang())}, {Text: blocks, Tone: tone}, {Text: r.validity(e.entry)}, state}
}

// blocks says what happens without the proof.
func (r *requirements) blocks(e data.Requirement) (string, widgets.Tone) {
	if e.Blocks {
		return r.env.T("settings.blocks"), widgets.ToneBad
	}
	return r.env.T("settings.warns"), widgets.ToneWarn
}

func (r *requirements) validity(e data.Requirement) string {
	if e.Months == 0 {
		return r.env.T("settings.no_end")
	}
	return r.env.T("settings.months", "Count", e.Months)
}

// requirementCard is a requirement with the names of those that it includes.
type requirementCard struct {
	numbered[data.Requirement]
	includes []string
}

func (r *requirements) card(ctx context.Context, id int64) (func() fyne.CanvasObject, error) {
	all, err := r.load(ctx, chipAll)
	if err != nil {
		return nil, err
	}
	if id < 1 || id > int64(len(all)) {
		return nil, gone()
	}
	c := requirementCard{numbered: all[id-1]}
	for _, other := range all {
		if slices.Contains(c.entry.Includes, other.entry.Code) {
			c.includes = append(c.includes, other.entry.Names.In(r.env.Lang()))
		}
	}
	return func() fyne.CanvasObject { return r.cardView(c) }, nil
}

func (r *requirements) cardView(c requirementCard) fyne.CanvasObject {
	t, entry := r.env.Text, c.entry
	tags := container.New(widgets.NewFlow(6), widgets.NewTag(r.blocks(entry)))
	if entry.Retired {
		tags.Add(widgets.NewTag(t.T("settings.retired"), widgets.ToneDim))
	}
	retire := retireButton(r.env, entry.Retired, func(ctx context.Context) error {
		entry.Retired = !entry.Retired
		return r.env.Store.SaveRequirement(ctx, r.env.Actor, entry)
	})
	edit := widgets.NewButton(t.T("common.edit"), assets.IconEdit, func() { r.Edit(c.n) })
	head := widgets.NewStack(7, widgets.NewHeading(entry.Names.In(r.env.Lang())), tags, container.New(widgets.NewFlow(8), edit, retire))
	return page.Panel(head, page.Facts(append(nameFacts(r.env, page.NameKeys("name"), entry.Names),
		page.Fact{Label: t.T("settings.validity"), Value: r.validity(entry)},
		page.Fact{Label: t.T("field.includes"), Value: strings.Join(c.includes, ", ")},
	)...))
}

func (r *requirements) edit(ctx context.Context, id int64) (func() *list.Panel, error) {
	all, err := r.env.Store.Requirements(ctx)
	if err != nil {
		return nil, err
	}
	var codes []string
	var others []widgets.Option
	for i, e := range all {
		codes = append(codes, e.Code)
		if int64(i+1) != id {
			others = append(others, widgets.Option{ID: e.Code, Text: e.Names.In(r.env.Lang())})
		}
	}
	next, saved, title := data.Requirement{Code: nextCode(codes), Blocks: true}, int64(len(all)+1), r.env.T("settings.requirements_new")
	if id > 0 && id <= int64(len(all)) {
		next, saved, title = all[id-1], id, r.env.T("settings.requirements_edit")
	}
	return func() *list.Panel {
		return r.form(&next, others).panel(title, saved, func(ctx context.Context) error {
			return r.env.Store.SaveRequirement(ctx, r.env.Actor, next)
		})
	}, nil
}

// What happens without a proof.
const (
	proofBlocks = "blocks"
	proofWarns  = "warns"
)

func (r *requirements) form(to *data.Requirement, others []widgets.Option) *entryForm {
	t, f := r.env.Text, newEntryForm(r.env)
	blocks := widgets.NewSegments(
		widgets.Option{ID: proofBlocks, Text: t.T("settings.blocks")}, widgets.Option{ID: proofWarns, Text: t.T("settings.warns")})
	blocks.SetID(proofWarns)
	if to.Blocks {
		blocks.SetID(proofBlocks)
	}
	months := widgets.NewNumberField()
	months.SetMin(0)
	if to.Months > 0 {
		months.SetValue(int64(to.Months))
	}
	includes := widgets.NewMultiSelect(fold.Key, r.env.SelectTexts())
	includes.SetOptions(others)
	includes.SetIDs(to.Includes)
	f.names("name", "names", &to.Names)
	f.Add(
		widgets.Item{Name: "blocks", Label: t.T("settings.without_proof"), Hint: t.T("settings.blocks_hint"), Wide: true, Field: blocks},
		widgets.Item{Name: "months", Label: t.T("field.months"), Hint: t.T("settings.months_hint"), Wide: true, Field: months},
		widgets.Item{Name: "includes", Label: t.T("field.includes"), Hint: t.T("settings.includes_hint"), Wide: true, Field: includes},
	)
	f.reads = append(f.reads, func() {
		n, _ := months.Value()
		to.Blocks, to.Months, to.Includes = blocks.ID() == proofBlocks, int(n), includes.IDs()
	})
	f.check("retired", "settings.retired_hint", &to.Retired)
	return f
}
