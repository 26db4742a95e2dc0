package reports

import (
	"maps"

	"fyne.io/fyne/v2"

	"saya/reports"
	"saya/widgets"
)

// textsHeight is that of the texts where there is room for more than some.
const textsHeight float32 = 560

// readTexts shows every free text that could leave, in full. Only what is ticked leaves: people write names, days and
// places of residents into free text, and no program sees that.
func (p *Page) readTexts() {
	t := p.env.Text
	ticks := maps.Clone(p.model.ticked)
	list := widgets.NewStack(10)
	for _, record := range records(p.shown.texts) {
		list.Add(p.textCard(record, ticks))
	}
	content := fyne.CanvasObject(widgets.NewRoll(list, textsHeight))
	if len(p.shown.texts) == 0 {
		content = widgets.NewParagraph(t.T("reports.texts_none"))
	}
	p.env.Window.Modals().Show(widgets.Dialog{
		Title: t.T("reports.texts_title"), Text: t.T("reports.texts_text"), Width: 760, Content: content,
		Actions: []widgets.Action{
			{Text: t.T("common.cancel"), Cancel: true},
			{Text: t.T("common.apply"), Kind: widgets.ButtonPrimary, Default: true, Do: func() {
				p.model.ticked = ticks
				p.reload()
			}},
		},
	})
}

func (p *Page) textCard(texts []reports.Text, ticks map[reports.TextID]string) fyne.CanvasObject {
	id := texts[0].ID
	lines := widgets.NewStack(6)
	for _, text := range texts {
		lines.Add(widgets.NewStack(1, widgets.NewDimText(p.env.T(text.Field)), widgets.NewBody(text.Value)))
	}
	read := widgets.NewCheckField(p.env.T("reports.texts_tick"))
	read.SetChecked(p.shown.ticked[id])
	read.OnChanged = func(on bool) {
		delete(ticks, id)
		if on {
			ticks[id] = wording(texts)
		}
	}
	lines.Add(read)
	return widgets.NewCard("", lines)
}
