package venues

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"saya/app/list"
	"saya/app/page"
	"saya/app/record"
	"saya/app/venue"
	"saya/assets"
	"saya/data"
	"saya/data/reference"
	"saya/data/store"
	"saya/widgets"
)

// cardView is the panel of one venue.
func (p *Page) cardView(c card, history record.History) fyne.CanvasObject {
	body := widgets.NewStack(13, p.facts(c))
	events := fyne.CanvasObject(widgets.NewDimText(p.env.T("venues.nothing_coming")))
	if len(c.coming) > 0 {
		events = p.env.EventLines(c.coming)
	}
	body.Add(widgets.NewCard(p.env.T("venues.coming_title"), events))
	history.AddTo(body, p.env)
	return page.Panel(p.head(c), body)
}

func (p *Page) head(c card) fyne.CanvasObject {
	t, v := p.env.Text, c.venue
	edit := widgets.NewButton(t.T("common.edit"), assets.IconEdit, func() { p.Edit(v.ID) })
	deletion := record.Deletion{Right: data.KeepEvents, Do: p.env.Store.DeleteVenue, Done: t.T("audit.deleted.venues")}
	name := container.NewBorder(nil, nil, nil, container.NewVBox(deletion.Beside(edit, p.env, v.ID)), widgets.NewHeading(v.Name.In(p.env.Lang())))
	head := widgets.NewStack(7, name)
	tags := container.New(widgets.NewFlow(6))
	tag := func(on bool, key string, tone widgets.Tone) {
		if on {
			tags.Add(widgets.NewTag(t.T(key), tone))
		}
	}
	tag(v.Closed, "field.closed", widgets.ToneAccent)
	tag(v.WomenOnly, "field.women_only", widgets.ToneInfo)
	tag(v.Retired, "field.retired", widgets.ToneDim)
	if len(tags.Objects) > 0 {
		head.Add(tags)
	}
	text, icon := "venues.retire", assets.IconBan
	if v.Retired {
		text, icon = "venues.offer", assets.IconCheck
	}
	retire := widgets.NewButton(t.T(text), icon, func() { p.retire([]int64{v.ID}, !v.Retired) })
	head.Add(p.env.Only(data.KeepEvents, container.NewHBox(retire)))
	return head
}

// facts never hold an address of a closed venue: there is none.
func (p *Page) facts(c card) fyne.CanvasObject {
	t, v := p.env.Text, c.venue
	region := ""
	for _, r := range reference.Regions() {
		if r.Code == v.Region {
			region = r.Names.In(p.env.Lang())
		}
	}
	return page.Facts(
		page.Fact{Label: t.T("field.address"), Value: v.Address},
		page.Fact{Label: t.T("field.region"), Value: region},
		page.Fact{Label: t.T("venues.capacity"), Value: number(v.Capacity)},
		page.Fact{Label: t.T("field.parallel"), Value: strconv.Itoa(v.Parallel)},
		page.Fact{Label: t.T("venues.coming"), Value: strconv.Itoa(c.row.Coming)},
		page.Fact{Label: t.T("venues.all_events"), Value: strconv.Itoa(c.row.Events)},
		page.Fact{Label: t.T("field.note"), Value: v.Note},
	)
}

func (p *Page) edit(ctx context.Context, id int64) (func() *list.Panel, error) {
	v, err := data.Venue{}, error(nil)
	if id != 0 {
		v, err = p.env.Store.Venue(ctx, id)
	}
	return func() *list.Panel { return p.editor(v) }, err
}

// editor is the panel in which a venue is entered or changed; one without an id is new.
func (p *Page) editor(v data.Venue) *list.Panel {
	f, saved, id := venue.NewForm(p.env), int64(0), v.ID
	f.Rest()
	f.Set(v)
	title := p.env.T("venues.edit_title")
	if id == 0 {
		title = p.env.T("venues.new")
	}
	shell := p.env.Editor(title, f.Form, func() { f.Read(&v) }, func(ctx context.Context) (err error) {
		saved, err = p.env.Store.SaveVenue(ctx, p.env.Actor, v)
		return err
	})
	shell.Subtitle = v.Name.In(p.env.Lang())
	return &list.Panel{
		Shell: shell, Start: f.FocusFirst, Done: p.env.T("venues.saved"), Saved: func() int64 { return saved },
		Subject: page.Subject{DraftKey: data.DraftKey{Record: id}, Version: v.Version, Table: store.Venues},
	}
}
