package imports

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"saya/app/page"
	"saya/assets"
	"saya/data"
	"saya/data/imports"
	"saya/widgets"
)

// optionsWidth is that of the columns' fields beside the rows of the file.
const optionsWidth float32 = 400

// columns shows the second step: what was understood of the file, to be corrected.
func (p *Page) columns(r *reading) {
	t := p.env.Text
	p.reading, p.steps, p.ended = r, nil, nil
	p.request++
	header := p.header(r)
	back := widgets.NewButton(t.T("importpage.other_file"), assets.IconBack, func() { p.drop(p.start) })
	compare := widgets.NewPrimaryButton(t.T("importpage.compare"), assets.IconRight, func() {
		if row, ok := header.Value(); ok && int(row) != r.table.Header {
			header.OnEnter() // a row that was only typed changes what is to be seen first
			return
		}
		p.compare(planOf(r, r.corrected()), func() { p.columns(r) })
	})
	bar := page.Bar(t.T("importpage.title"), fileName(r.file.Name), back, compare)
	p.form = p.questions(r, header)
	p.form.Padding = 18
	form := widgets.NewSurface(assets.ColorPanel, container.New(layout.NewCustomPaddedLayout(16, 0, 0, 0), p.form))
	body := container.NewBorder(nil, nil, page.Wide(form, optionsWidth), nil, preview(r))
	p.show(page.Frame(bar, nil, body), compare)
}

// answered shows the step anew after an answer; the keyboard and what is seen stay where it was given.
func (p *Page) answered(r *reading, name string) {
	if r.lost {
		r.lost = false
		p.env.Window.Say(p.env.T("importpage.corrections_lost"), false)
	}
	seen := p.form.Scrolled()
	p.columns(r)
	p.form.ScrollTo(seen)
	p.form.Focus(name)
}

// header chooses the row of the titles.
func (p *Page) header(r *reading) *widgets.NumberField {
	header := widgets.NewNumberField()
	header.SetMin(1)
	header.SetValue(int64(r.table.Header))
	header.OnEnter = func() {
		if row, ok := header.Value(); ok {
			r.setHeader(int(row))
			p.answered(r, "header")
		}
	}
	return header
}

// questions are the fields in which a person says what the file holds.
func (p *Page) questions(r *reading, header widgets.Field) *widgets.Form {
	t, form := p.env.Text, p.env.Form()
	kinds := make([]widgets.Option, 0, len(imports.Kinds()))
	for _, k := range imports.Kinds() {
		kinds = append(kinds, widgets.Option{ID: string(k), Text: t.T(k.TextKey())})
	}
	kind := p.choice(kinds, string(r.kind), func(id string) { r.setKind(imports.Kind(id)); p.answered(r, "kind") })
	if n := r.corrected().count(); n > 0 {
		form.AddObject(widgets.NewParagraph(t.T("importpage.corrections_kept", "Count", n)))
	}
	form.Add(widgets.Item{Name: "kind", Label: t.T("importpage.kind"), Wide: true, Field: kind})
	if len(r.file.Sheets) > 1 {
		form.Add(widgets.Item{Name: "sheet", Label: t.T("importpage.sheet"), Hint: r.others(), Wide: true, Field: p.sheets(r)})
	}
	form.Add(widgets.Item{Name: "header", Label: t.T("importpage.header"), Hint: t.T("importpage.header_hint"), Field: header})
	form.Section(t.T("importpage.columns"))
	warn := func(text string) {
		form.AddObject(widgets.NewSurface(assets.ColorBadSoft, container.New(layout.NewCustomPaddedLayout(6, 6, 8, 8), widgets.NewBody(text))))
	}
	if !p.env.May(rightOf(r.kind)) { // the store would refuse the rows in the end
		warn(t.T("importpage.not_allowed"))
	}
	if missing := imports.Missing(r.kind, r.whole()); len(missing) > 0 {
		warn(t.T("importpage.missing", "Field", t.T(missing[0].TextKey())))
	}
	for i := range r.table.Titles {
		form.Add(widgets.Item{Name: nameOf(i), Label: r.title(i), Hint: r.example(i), Wide: true, Field: p.field(r, i)})
	}
	p.forAll(form, r)
	foot := canvas.NewRectangle(color.Transparent) // below the last field where the form is scrolled to its end
	foot.SetMinSize(fyne.NewSize(0, 6))
	form.AddObject(foot)
	return form
}

// rightOf is the right to write records of a kind.
func rightOf(k imports.Kind) data.Right {
	switch k {
	case imports.Volunteers, imports.Applications:
		return data.KeepVolunteers
	case imports.Hours:
		return data.KeepHours
	case imports.Contributions:
		return data.KeepContributions
	}
	return data.KeepEvents
}

// fileName is the name of a file, which may be longer than the bar is wide.
func fileName(name string) fyne.CanvasObject {
	text := widgets.NewDimText(name)
	text.Cut = true
	return text
}

// nameOf is the name of the question about a column.
func nameOf(column int) string { return "column" + strconv.Itoa(column) }

// sheets chooses among the sheets of a workbook.
func (p *Page) sheets(r *reading) widgets.Field {
	options := make([]widgets.Option, len(r.file.Sheets))
	for i, s := range r.file.Sheets {
		options[i] = widgets.Option{ID: strconv.Itoa(i), Text: s.Name}
		if s.Hidden {
			options[i].Detail = p.env.T("importpage.hidden")
		}
	}
	return p.choice(options, strconv.Itoa(r.sheet), func(id string) {
		if i, err := strconv.Atoi(id); err == nil {
			r.setSheet(i)
			p.answered(r, "sheet")
		}
	})
}

// field chooses what a column holds.
func (p *Page) field(r *reading, column int) widgets.Field {
	options := make([]widgets.Option, 0, 40)
	for _, f := range imports.Fields(r.kind) {
		options = append(options, widgets.Option{ID: string(f.Field), Text: p.env.T(f.Field.TextKey())})
	}
	s := p.choice(options, string(r.mapping[column]), func(id string) { r.setField(column, imports.Field(id)); p.answered(r, nameOf(column)) })
	s.PlaceHolder = p.env.T("importpage.left_out")
	return s
}

func (p *Page) choice(options []widgets.Option, id string, chosen func(id string)) *widgets.SearchSelect {
	s := p.env.Select(options...)
	s.SetID(id)
	s.OnChanged = func(o widgets.Option) {
		if o.ID != id {
			chosen(o.ID)
		}
	}
	return s
}

// preview shows the first rows of the file as they will be read.
func preview(r *reading) fyne.CanvasObject {
	columns := make([]widgets.Column, len(r.table.Titles))
	for i := range columns {
		columns[i] = widgets.Column{ID: strconv.Itoa(i), Title: r.title(i), Width: 150, NoSort: true}
		if r.mapping[i] == "" {
			columns[i].Style = widgets.StyleDim
		}
	}
	lines := r.table.Lines[:min(len(r.table.Lines), shown)]
	rows := make(widgets.RowSlice, len(lines))
	for i, line := range lines {
		rows[i].ID = int64(line.Row)
		for column, c := range line.Cells {
			rows[i].Cells = append(rows[i].Cells, widgets.Cell{Text: r.cell(column, c)})
		}
	}
	table := widgets.NewDataTable(columns)
	table.EmptyText = r.env.T("importpage.no_rows")
	table.OnCopied = r.env.CopySecret
	table.SetRows(rows)
	return table
}
