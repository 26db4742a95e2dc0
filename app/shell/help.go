package shell

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"saya/app/page"
	"saya/widgets"
)

const helpWidth float32 = 760

// Help shows all keys that mean something on the page in front, and takes them away when they are there.
func (s *Shell) Help() {
	if s.help != nil {
		s.help.Close()
		return
	}
	t := s.env.Text
	left, right := halves(s.keyGroups())
	s.help = s.modals.Show(widgets.Dialog{
		Title: t.T("shell.help"), Width: helpWidth, Content: container.New(widgets.NewColumns(28), keyColumn(left), keyColumn(right)),
		Actions:  []widgets.Action{{Text: t.T("common.close"), Kind: widgets.ButtonPrimary, Default: true, Cancel: true}},
		OnClosed: func() { s.help = nil },
	})
}

// keyGroup are keys that stand together, a line each.
type keyGroup struct {
	title string
	lines [][2]string // what is done, by which keys
}

// keyGroups are those of the window, of the page in front, and of every form.
func (s *Shell) keyGroups() []keyGroup {
	t := s.env.Text
	groups := []keyGroup{s.windowKeys("shell.keys_window"), s.windowKeys("shell.keys_page")}
	for _, set := range s.pageKeys() {
		groups = append(groups, s.setKeys(set))
	}
	return append(groups, s.windowKeys("shell.keys_go"), keyGroup{t.T("shell.keys_form"), [][2]string{
		{t.T("shell.key_default"), "Enter"},
		{t.T("shell.key_next_field"), "Tab"},
		{t.T("shell.key_close"), "Esc"},
	}})
}

// pageKeys are those of the page in front, or of the table that has the keyboard on a page without keys of its own.
func (s *Shell) pageKeys() []widgets.KeySet {
	if p, ok := s.Page().(page.Keyed); ok {
		return p.Keys()
	}
	if rows, ok := s.window.Canvas().Focused().(interface{ KeySets() []widgets.KeySet }); ok {
		return rows.KeySets()
	}
	return nil
}

// windowKeys are keys of the window that belong together.
func (s *Shell) windowKeys(group string) keyGroup {
	g := keyGroup{title: s.env.T(group)}
	for _, k := range s.keys {
		if k.group == group {
			g.lines = append(g.lines, [2]string{s.env.T(k.title), k.name()})
		}
	}
	return g
}

// setKeys are keys that the page hears itself.
func (s *Shell) setKeys(set widgets.KeySet) keyGroup {
	g := keyGroup{title: s.env.T("keys.in." + set.Name)}
	does, keys := set.Keys.Told()
	for i := range does {
		g.lines = append(g.lines, [2]string{s.env.T("keys.does." + does[i]), keys[i]})
	}
	return g
}

// halves are groups in two columns, as equal as they can be.
func halves(groups []keyGroup) (left, right []keyGroup) {
	least := math.MaxInt
	for i := range groups {
		if height := max(heightOf(groups[:i]), heightOf(groups[i:])); height < least {
			least, left, right = height, groups[:i], groups[i:]
		}
	}
	return left, right
}

// heightOf is that of groups one below the other, in lines.
func heightOf(groups []keyGroup) (lines int) {
	for _, g := range groups {
		lines += len(g.lines) + 2
	}
	return lines
}

func keyColumn(groups []keyGroup) fyne.CanvasObject {
	column := container.New(layout.NewCustomPaddedVBoxLayout(14))
	for _, g := range groups {
		column.Add(KeyList(g.title, g.lines))
	}
	return column
}

// KeyList says below a title what keys do: a line for what is done and by which keys.
func KeyList(title string, does [][2]string) fyne.CanvasObject {
	heading := widgets.NewDimText(title)
	heading.Bold = true
	lines := []fyne.CanvasObject{heading}
	for _, line := range does {
		lines = append(lines, keyLine(line[0], line[1]))
	}
	return widgets.NewStack(6, lines...)
}

// keyLine says what keys do.
func keyLine(text, keys string) fyne.CanvasObject {
	name := widgets.NewText(keys)
	name.Bold = true
	return widgets.NewSpread(widgets.NewBody(text), container.NewVBox(name))
}
