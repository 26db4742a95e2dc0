package settings

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"saya/app/list"
	"saya/app/page"
	"saya/data"
	"saya/data/store"
	"saya/reports"
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
		return []page.Scene{{Name: "bin-item", Show: func() { p.front.view.(*bin).sceneItem() }}}
	case partOutside:
		return []page.Scene{{Name: "outside-file", Show: func() { p.front.view.(*outside).sceneFile() }}}
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

// sceneItem deletes something and shows it in the bin.
func (b *bin) sceneItem() {
	b.env.Run.Go(func(ctx context.Context) error {
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

// sceneFile lists a file that was made outside and shows it.
func (o *outside) sceneFile() {
	path := filepath.Join(os.TempDir(), "2026-10_esep.xlsx")
	o.env.Run.Go(func(ctx context.Context) error {
		if err := os.WriteFile(path, []byte("\n"), 0o600); err != nil {
			return fmt.Errorf("writing a file: %w", err)
		}
		_, err := o.env.Store.AddOutside(ctx, o.env.Actor, string(reports.OfficeFile), path)
		return err
	}, func(err error) {
		if err != nil {
			o.env.Window.Fail(err)
		}
		o.ChooseRow(0)
		_ = os.Remove(path) // it was there for the picture
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
