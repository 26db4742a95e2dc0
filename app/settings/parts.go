package settings

import (
	"context"

	"saya/app/list"
	"saya/app/page"
	"saya/data"
	"saya/data/store"
)

// make makes what a part shows.
func (p *Page) make(name string) view {
	switch name {
	case partAccounts:
		return newAccounts(p.env)
	case partAccess:
		return newAccess(p.env)
	case partBackup:
		return newBackups(p.env)
	case partBin:
		return newBin(p.env)
	case partOutside:
		return newOutside(p.env)
	case partAudit:
		return newAudit(p.env)
	case partCentre:
		return newCentre(p.env)
	case partAppearance:
		return newAppearance(p.env)
	case partDirections:
		return newDirections(p.env)
	case partKinds:
		return newKinds(p.env)
	case partRequirements:
		return newRequirements(p.env)
	case partHolidays:
		return newHolidays(p.env)
	}
	return newMine(p.env)
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
		return []page.Scene{{Name: "bin-item", Show: func() { p.front.view.(*bin).ChooseRow(0) }}}
	case partOutside:
		return []page.Scene{{Name: "outside-file", Show: func() { p.front.view.(*outside).ChooseRow(0) }}}
	case partCentre:
		return []page.Scene{{Name: "centre-edit", Show: func() { p.sceneCentre() }}}
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
