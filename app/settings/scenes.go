package settings

import (
	"context"
	"path/filepath"

	"saya/app/list"
	"saya/app/page"
	"saya/data"
	"saya/data/store"
	"saya/reports"
)

// Scenes implements [page.Page]. They need a runner that works in the foreground.
func (p *Page) Scenes() []page.Scene {
	var out []page.Scene
	for _, t := range p.parts {
		out = append(out, page.Scene{Name: t.name, Show: func() {
			p.env.Window.Modals().CloseAll()
			p.turn(t, func() {})
		}})
		out = append(out, p.scenesOf(t.name)...)
	}
	return append(out, page.Scene{Name: "end", Show: func() {
		p.env.Window.Modals().CloseAll()
		p.turn(p.parts[0], func() {})
	}})
}

// scenesOf are the states of a part worth a picture, beside the part as it opens.
func (p *Page) scenesOf(name string) []page.Scene {
	switch name {
	case partAccounts:
		list := func() *accounts { return p.front.view.(*accounts) }
		return []page.Scene{
			{Name: "account", Show: func() { list().ChooseRow(2) }},
			{Name: "account-new", Show: func() { list().New() }},
		}
	case partBackup:
		list := func() *backups { return p.front.view.(*backups) }
		return []page.Scene{
			{Name: "backup-made", Show: func() { list().backUp() }},
			{Name: "backup-one", Show: func() { list().ChooseRow(0) }},
			{Name: "backup-restore", Show: func() { list().sceneRestore() }},
			{Name: "backup-end", Show: p.env.Window.Modals().CloseAll},
		}
	case partBin:
		return []page.Scene{{Name: "bin-item", Show: func() { p.front.view.(*bin).sceneItem() }}}
	case partOutside:
		return []page.Scene{{Name: "outside-file", Show: p.sceneFile}}
	case partCentre:
		return []page.Scene{{Name: "centre-edit", Show: p.sceneCentre}}
	case partDirections, partKinds, partRequirements:
		list := func() *list.Page { return p.front.view.(interface{ list() *list.Page }).list() }
		return []page.Scene{
			{Name: name + "-card", Show: func() { list().ChooseRow(0) }},
			{Name: name + "-edit", Show: func() { list().Edit(list().Chosen()) }},
			{Name: name + "-wrong", Show: func() { p.New(); p.Save() }},
		}
	case partHolidays:
		return []page.Scene{{Name: "holidays-new", Show: p.New}}
	}
	return nil
}

// sceneCentre opens the editor of the profile.
func (p *Page) sceneCentre() {
	var c data.Centre
	p.env.Run.Go(func(ctx context.Context) (err error) {
		c, err = p.env.Store.Centre(ctx)
		return err
	}, func(err error) {
		if err == nil {
			editCentre(p.env, c)
		}
	})
}

// sceneItem shows what is in the bin, or something that is deleted for the picture when it is empty.
func (b *bin) sceneItem() {
	b.env.Run.Go(func(ctx context.Context) error {
		there, err := b.env.Store.Bin(ctx)
		if err != nil || len(there) > 0 {
			return err
		}
		ids, err := b.env.Store.Contributions(ctx, data.ContributionFilter{Listing: data.Listing{Limit: 1}})
		if err != nil || len(ids) == 0 {
			return err
		}
		c, err := b.env.Store.Contribution(ctx, ids[0])
		if err != nil {
			return err
		}
		c.ID, c.Version = 0, 0 // another one like it
		id, err := b.env.Store.SaveContribution(ctx, b.env.Actor, c)
		if err != nil {
			return err
		}
		return b.env.Store.DeleteContribution(ctx, b.env.Actor, id)
	}, func(err error) {
		if err != nil {
			b.env.Window.Fail(err)
		}
		b.ChooseRow(0)
	})
}

// fileThere is where a picture says that a file is, which is nowhere on this computer.
const fileThere = "C:/Saya/2026-10_esep.xlsx"

// sceneFile shows a file that was made outside: there is none, nothing is written and no place of this computer is told.
func (p *Page) sceneFile() {
	file := data.OutsideFile{
		ID: 1, At: data.StampOf(p.env.Now()), Account: p.env.Actor.Account, Kind: string(reports.OfficeFile),
		Path: filepath.FromSlash(fileThere), There: true,
	}
	o := newOutside(p.env, func(context.Context) ([]data.OutsideFile, error) { return []data.OutsideFile{file}, nil })
	p.front.view = o
	p.show()
	o.ChooseRow(0)
}

// sceneRestore asks about restoring the chosen backup.
func (b *backups) sceneRestore() {
	var all []store.Backup
	b.env.Run.Go(func(ctx context.Context) (err error) {
		all, err = b.env.Store.Backups(ctx)
		return err
	}, func(error) {
		if len(all) > 0 {
			b.askRestore(all[0])
		}
	})
}
