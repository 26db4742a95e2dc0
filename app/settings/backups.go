package settings

import (
	"context"
	"errors"
	"hash/fnv"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"saya/app/list"
	"saya/app/page"
	"saya/assets"
	"saya/data"
	"saya/data/store"
	"saya/widgets"
)

// backups is the list of backups below what can be done about all of them.
type backups struct {
	*list.Page
	env      page.Env
	rows     small[store.Backup]
	head     *fyne.Container
	root     fyne.CanvasObject
	request  int               // of the newest question about the head; older answers are dropped
	progress *widgets.Progress // of the backup that is being made, nil for none
	cancel   context.CancelFunc
}

func newBackups(env page.Env) *backups {
	b := &backups{env: env, head: container.NewStack()}
	b.rows = small[store.Backup]{
		func(ctx context.Context, _ string) ([]store.Backup, error) { return env.Store.Backups(ctx) }, backupID, b.cells,
	}
	t := env.Text
	b.Page = list.New(env, list.Config{
		ID: "backups", Hint: t.T("settings.backup_search"), Empty: t.T("settings.backup_empty"), Nothing: t.T("common.nothing_found_hint"),
		Columns: []widgets.Column{
			{ID: "at", Title: t.T("settings.bin_at"), Width: 140, NoSort: true},
			{ID: "why", Title: t.T("settings.backup_why"), Flexible: true, MinWidth: 150, NoSort: true},
			{ID: "where", Title: t.T("settings.backup_where"), Width: 150, NoSort: true, Spare: 1},
			{ID: "size", Title: t.T("settings.backup_size"), Width: 92, Align: fyne.TextAlignTrailing, NoSort: true},
			{ID: "state", Title: t.T("field.status"), Width: 150, Style: widgets.StyleTag, NoSort: true},
		},
		Source: b.rows.source, Count: func(n int) string { return t.T("settings.backup_count", "Count", n) },
		Card: b.card, Shows: func(c store.Change) bool { return c.Touches(store.Backups) },
	})
	top := container.New(layout.NewCustomPaddedLayout(18, 14, 18, 18), b.head)
	b.root = page.Above(top, b.Page.Content())
	b.reload()
	return b
}

// backupID is a number for the path of a backup.
func backupID(b store.Backup) int64 {
	h := fnv.New64a()
	_, _ = h.Write([]byte(b.Path)) // never fails
	return int64(h.Sum64() >> 1)
}

// Content implements [view].
func (b *backups) Content() fyne.CanvasObject { return b.root }

// Changed implements [view].
func (b *backups) Changed(c store.Change) {
	b.Page.Changed(c)
	if c.Touches(store.Backups) {
		b.reload()
	}
}

// reload reads the head again.
func (b *backups) reload() {
	b.request++
	request, newest, folder := b.request, data.Stamp(""), ""
	b.env.Run.Go(func(ctx context.Context) (err error) {
		if newest, err = b.env.Store.NewestVerified(ctx); err == nil {
			folder, err = b.env.Store.BackupFolder(ctx)
		}
		return err
	}, func(err error) {
		switch {
		case request != b.request:
		case err != nil:
			b.env.Window.Fail(err)
		default:
			b.head.Objects = []fyne.CanvasObject{b.headView(newest, folder)}
			b.root.Refresh()
		}
	})
}

// headView is how old the newest copy is, the second folder and the way to another computer.
func (b *backups) headView(newest data.Stamp, folder string) fyne.CanvasObject {
	lines := []fyne.CanvasObject{b.ageLine(newest), b.folderLine(folder)}
	if b.env.May(data.RestoreBackups) {
		lines = append(lines, line(b.env.T("settings.package"), b.env.T("settings.package_text"),
			compact(b.env.T("settings.package_write"), b.writePackage)))
	}
	return widgets.NewCard("", widgets.NewLines(lines...))
}

func (b *backups) ageLine(newest data.Stamp) fyne.CanvasObject {
	text, tone := b.env.BackupAge(newest)
	below := ""
	if newest != "" {
		below = moment(b.env, newest)
	}
	actions := []fyne.CanvasObject{widgets.NewTag(text, tone)}
	if b.progress != nil {
		actions = append(actions, page.Wide(b.progress, 160), compact(b.env.T("common.stop"), b.cancel))
	} else {
		now := widgets.NewPrimaryButton(b.env.T("settings.backup_now"), assets.IconSave, b.backUp)
		now.Compact = true
		actions = append(actions, compact(b.env.T("settings.backup_check_all"), b.checkAll), now)
	}
	return line(b.env.T("settings.backup_newest"), below, actions...)
}

func (b *backups) folderLine(folder string) fyne.CanvasObject {
	below := folder
	if folder == "" {
		below = b.env.T("settings.folder_none")
	}
	var actions []fyne.CanvasObject
	if b.env.May(data.KeepCentre) {
		if folder != "" {
			actions = append(actions, compact(b.env.T("settings.folder_drop"), func() { b.setFolder("") }))
		}
		actions = append(actions, compact(b.env.T("settings.folder_choose"), func() { b.env.Window.ChooseFolder(folder, b.setFolder) }))
	}
	return line(b.env.T("settings.folder"), below, actions...)
}

func (b *backups) setFolder(dir string) {
	said := b.env.T("settings.folder_set")
	if dir == "" {
		said = b.env.T("settings.folder_dropped")
	}
	do(b.env, func(ctx context.Context) error { return b.env.Store.SetBackupFolder(ctx, b.env.Actor, dir) }, said)
}

// backUp makes a backup now; it can be given up.
func (b *backups) backUp() {
	if b.progress != nil {
		return
	}
	ctx, cancel := context.WithCancel(context.Background())
	progress, made := widgets.NewProgress(0, widgets.ToneAccent), store.Backup{}
	b.progress, b.cancel = progress, cancel
	b.reload()
	work := b.env.Window.Begin(b.env.T("settings.backing_up"), cancel)
	b.env.Run.Go(func(session context.Context) (err error) {
		defer work.End()
		defer context.AfterFunc(session, cancel)()
		made, err = b.env.Store.Backup(ctx, b.env.Actor, store.BackupAsked, func(done, total int64) {
			work.Progress(done, total)
			fyne.Do(func() { progress.SetValue(float64(done) / float64(max(1, total))) })
		})
		return err
	}, func(err error) {
		cancel()
		b.progress = nil
		b.reload()
		switch {
		case errors.Is(err, context.Canceled):
			b.env.Window.Say(b.env.T("settings.backup_cancelled"), false)
		case err != nil:
			b.env.Window.Fail(err)
		case made.Warning != nil:
			b.env.Window.Fail(made.Warning)
		default:
			b.env.Window.Say(b.env.T("settings.backup_made"), false)
		}
	})
}

// checkAll verifies what nobody has verified yet.
func (b *backups) checkAll() {
	n := 0
	b.env.Run.Go(func(ctx context.Context) (err error) {
		n, err = b.env.Store.VerifyBackups(ctx)
		return err
	}, func(err error) {
		if err != nil {
			b.env.Window.Fail(err)
			return
		}
		b.env.Window.Say(b.env.T("settings.backup_checked", "Count", n), false)
		b.checked()
	})
}

// checked shows what a check has found.
func (b *backups) checked() {
	b.Reload()
	b.reload()
}

func (b *backups) writePackage() {
	centre, err := data.Centre{}, error(nil)
	b.env.Run.Go(func(ctx context.Context) error {
		centre, err = b.env.Store.Centre(ctx)
		return err
	}, func(err error) {
		if err != nil {
			b.env.Window.Fail(err)
			return
		}
		d := &page.SaveDialog{
			Title: b.env.T("settings.package"), Text: b.env.T("settings.package_how"), Yes: b.env.T("settings.package_write"),
			Name: packageName(centre, b.env.Today()), Ending: store.PackageEnding,
			Write: func(ctx context.Context, path string) error { return b.env.Store.WritePackage(ctx, b.env.Actor, path) },
		}
		d.Show(b.env)
	})
}

// where says in which folder a backup lies.
func (b *backups) where(c store.Backup) string {
	if c.Second {
		return b.env.T("settings.in_second")
	}
	return b.env.T("settings.in_first")
}

func (b *backups) cells(c store.Backup) []widgets.Cell {
	state, tone := b.state(c)
	return []widgets.Cell{
		{Text: moment(b.env, c.At)}, {Text: b.why(c)}, {Text: b.where(c)}, {Text: b.env.Text.FileSize(c.Bytes())}, {Text: state, Tone: tone},
	}
}

func (b *backups) why(c store.Backup) string {
	if c.Why == "" {
		return filepath.Base(c.Path)
	}
	return b.env.T("backup.why." + string(c.Why))
}

// state says whether a backup can be relied on, as far as this account can tell.
func (b *backups) state(c store.Backup) (string, widgets.Tone) {
	switch {
	case c.Wrong != "":
		return b.env.T("settings.backup_wrong"), widgets.ToneBad
	case c.Verified(held(b.env)...):
		return b.env.T("settings.backup_verified"), widgets.ToneOk
	}
	return b.env.T("settings.backup_unverified"), widgets.ToneWarn
}
