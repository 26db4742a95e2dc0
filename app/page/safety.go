package page

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"saya/data"
	"saya/data/store"
	"saya/widgets"
)

// Safety is what everybody sees on her first page of how safe the data are.
type Safety struct {
	Newest data.Stamp // of the verified backups, empty for none
	In     int        // accounts that wait to be let into files by whoever looks
	Out    int        // accounts that are to be shut out by her
}

// ReadSafety reads it; it runs off the UI goroutine.
func (e Env) ReadSafety(ctx context.Context) (s Safety, err error) {
	if s.Newest, err = e.Store.NewestVerified(ctx); err != nil {
		return s, err
	}
	all, err := e.Store.Access(ctx)
	in, out := map[int64]bool{}, map[int64]bool{}
	for _, a := range all {
		if !e.Keeps(a.Wall) {
			continue
		}
		in[a.Account.ID] = in[a.Account.ID] || a.Wanted && !a.Has
		out[a.Account.ID] = out[a.Account.ID] || a.Has && !a.Wanted
	}
	s.In, s.Out = count(in), count(out)
	return s, err
}

func count(of map[int64]bool) (n int) {
	for _, is := range of {
		if is {
			n++
		}
	}
	return n
}

// SafetyTouched tells whether a change is seen in a [Safety].
func SafetyTouched(c store.Change) bool { return c.Touches(store.Backups, store.Accounts) }

// SafetyCard says it, with the way to where something can be done.
func (e Env) SafetyCard(s Safety) fyne.CanvasObject {
	age, tone := e.BackupAge(s.Newest)
	lines := []fyne.CanvasObject{e.safetyLine(e.T("settings.backup_newest"), age, tone, SettingsBackup)}
	if s.In > 0 {
		lines = append(lines, e.safetyLine(e.T("settings.wait_in", "Count", s.In), e.T("settings.to_let_in"), widgets.ToneWarn, SettingsAccess))
	}
	if s.Out > 0 {
		lines = append(lines, e.safetyLine(e.T("settings.wait_out", "Count", s.Out), e.T("settings.to_shut_out"), widgets.ToneBad, SettingsAccess))
	}
	return widgets.NewCard(e.T("settings.safety"), widgets.NewLines(lines...))
}

func (e Env) safetyLine(text, tag string, tone widgets.Tone, part int64) fyne.CanvasObject {
	line := widgets.NewText(text)
	line.Cut = true
	open := widgets.NewQuietButton(e.T("common.open"), "", func() { e.Window.Open("settings", part) })
	open.Compact, open.FlushEnd = true, true
	return widgets.NewSpread(line, container.NewHBox(container.NewCenter(widgets.NewTag(tag, tone)), open))
}
