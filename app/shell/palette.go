package shell

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"saya/assets"
	"saya/assets/locale"
	"saya/data"
	"saya/data/fold"
	"saya/widgets"
)

const (
	paletteWidth  float32 = 620
	paletteHeight float32 = 420
	// paletteDelay is how long typing must rest before records are looked for.
	paletteDelay = 80 * time.Millisecond
	// fewFound is how many records of a section are offered: who is not among them is looked for by more letters.
	fewFound = 5
)

// palette asks for a command or a record by a few letters.
type palette struct {
	shell    *Shell
	modal    *widgets.Modal
	finder   *widgets.Finder
	commands []widgets.Hit
	matching []widgets.Hit // of the commands
	asked    int           // only the newest answer is shown
	end      func()        // ends the search that is under way
	wait     func()        // stops the clock of the typing
}

// Palette implements [page.Window].
func (s *Shell) Palette() {
	if s.modals.Open() {
		return
	}
	t := s.env.Text
	p := &palette{shell: s, finder: widgets.NewFinder(t.T("shell.palette_hint")), commands: s.commands(), end: func() {}, wait: func() {}}
	p.finder.OnTyped = p.typed
	p.finder.OnChosen = func(h widgets.Hit) {
		p.modal.Close()
		h.Do()
	}
	p.finder.OnEscape = func() { p.modal.Close() }
	p.modal = s.modals.Show(widgets.Dialog{
		Width: paletteWidth, Content: widgets.NewStretch(p.finder, paletteHeight), Focus: p.finder.Field(),
		Actions: []widgets.Action{}, OnClosed: p.drop,
	})
	p.typed("")
}

// typed shows the commands that match at once, and asks for records.
func (p *palette) typed(text string) {
	p.drop()
	key := fold.Key(text)
	p.matching = matching(p.commands, key, p.shell.env.T("shell.commands"))
	if key == "" {
		p.finder.Offer(p.matching, "")
		return
	}
	p.finder.Offer(p.matching, p.shell.env.T("common.loading"))
	p.wait = p.shell.env.Run.After(paletteDelay, func() { p.ask(text) })
}

// drop lets go of what is still searched for.
func (p *palette) drop() {
	p.asked++
	p.wait()
	p.end()
}

// ask looks for records off the UI goroutine.
func (p *palette) ask(text string) {
	asked, found := p.asked, []widgets.Hit(nil)
	ended, end := context.WithCancel(context.Background())
	p.end = end
	p.shell.env.Run.Go(func(ctx context.Context) (err error) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		defer context.AfterFunc(ended, cancel)()
		found, err = p.shell.find(ctx, text)
		return err
	}, func(err error) {
		end()
		switch {
		case asked != p.asked: // something else was typed meanwhile
		case err != nil:
			p.shell.Fail(err)
		default:
			p.finder.Offer(append(p.matching, found...), p.shell.env.T("common.nothing_found"))
		}
	})
}

// find looks for records in all sections that the account has.
func (s *Shell) find(ctx context.Context, text string) (hits []widgets.Hit, err error) {
	for _, section := range s.sections {
		if section.Find == nil {
			continue
		}
		found, err := section.Find(ctx, s.env, text, fewFound)
		if err != nil {
			return nil, err
		}
		for _, f := range found {
			hits = append(hits, widgets.Hit{
				Group: s.env.T(section.Title), Icon: section.Icon, Text: f.Text, Detail: f.Detail,
				Do: func() { s.Open(section.ID, f.ID) },
			})
		}
	}
	return hits, nil
}

// matching are the commands in whose words all that was typed begins a word: first the one that is called so, then what
// is made, the group makes, and those whose name begins so.
func matching(commands []widgets.Hit, key, makes string) []widgets.Hit {
	var out []widgets.Hit
	for _, c := range commands {
		text, all := " "+fold.Key(c.Text), true
		for word := range strings.FieldsSeq(key) {
			all = all && strings.Contains(text, " "+word)
		}
		if all {
			out = append(out, c)
		}
	}
	distance := func(c widgets.Hit) int {
		switch name := fold.Key(c.Text); {
		case name == key:
			return 0
		case c.Group == makes, strings.HasPrefix(name, key):
			return 1
		}
		return 2
	}
	slices.SortStableFunc(out, func(a, b widgets.Hit) int { return cmp.Compare(distance(a), distance(b)) })
	return out
}

// commands are all that can be done from anywhere by who has signed in.
func (s *Shell) commands() []widgets.Hit {
	var makes, acts, goes []widgets.Hit
	for _, section := range s.sections {
		for _, c := range section.Commands {
			hit := widgets.Hit{Group: s.env.T("shell.acts"), Icon: section.Icon, Text: s.env.T(c.Title), Do: func() { s.visitThen(section.ID, c) }}
			switch {
			case c.Right != "" && !s.env.May(c.Right):
			case c.Makes:
				hit.Group = s.env.T("shell.commands")
				makes = append(makes, hit)
			default:
				acts = append(acts, hit)
			}
		}
		if !section.Files || s.env.May(data.ImportRecords) {
			goes = append(goes, widgets.Hit{
				Group: s.env.T("shell.keys_go"), Icon: section.Icon, Text: s.env.T(section.Title), Detail: s.keysOf(section.Title),
				Do: func() { s.Open(section.ID, 0) },
			})
		}
	}
	return slices.Concat(makes, acts, goes, s.windowCommands())
}

// visitThen does something in a section once the page in front lets go.
func (s *Shell) visitThen(section string, c Command) {
	if section == s.current {
		c.Do(s.Page())
		return
	}
	s.visit(section, func() {
		s.trail.goOn(spot{section: section})
		s.show(section, 0)
		c.Do(s.Page())
	})
}

// windowCommands are those that mean no section.
func (s *Shell) windowCommands() []widgets.Hit {
	t := s.env.Text
	var hits []widgets.Hit
	add := func(icon assets.IconName, title string, do func()) {
		hits = append(hits, widgets.Hit{Group: t.T("shell.keys_window"), Icon: icon, Text: t.T(title), Detail: s.keysOf(title), Do: do})
	}
	add(assets.IconUndo, "shell.undo", s.undoKey)
	add(assets.IconHistory, "shell.done", s.ShowDone)
	add(assets.IconHelp, "shell.help", s.Help)
	add(assets.IconLock, "lock.lock", s.lock)
	add(assets.IconHide, "lock.hide", s.hide)
	add(assets.IconEdit, "lock.change_password", s.changePassword)
	add(assets.IconPerson, "lock.switch", s.switchAccount)
	for _, l := range locale.Languages() {
		if l != t.Lang() {
			add(assets.IconLanguage, "shell.speak."+string(l), func() { s.SetLanguage(l) })
		}
	}
	for _, look := range []struct {
		name string
		icon assets.IconName
	}{{"light", assets.IconLight}, {"dark", assets.IconDark}, {themeSystem, assets.IconSettings}} {
		if look.name != s.Theme() {
			add(look.icon, "shell.look."+look.name, func() { s.SetTheme(look.name) })
		}
	}
	return hits
}
