package shell

import (
	"cmp"
	"context"
	"path/filepath"
	"time"

	"saya/app/page"
	"saya/app/shell/files"
	"saya/assets/locale"
	"saya/data"
	"saya/widgets"
)

// slowRead is how long a folder may take before the chooser says that it is being read.
const slowRead = 200 * time.Millisecond

// Chooser lets a person choose a file or a folder, in a dialog of the window: its keys are heard there as everywhere.
type Chooser struct {
	Modals *widgets.Modals
	Text   *locale.Printer
	Run    page.Runner
}

// File asks for a file with one of some endings, as ".xlsx", beginning in the folder start if it exists. Nothing
// happens when none is chosen.
func (c Chooser) File(start string, endings []string, chosen func(path string)) {
	c.open(start, endings, chosen)
}

// Folder asks for a folder in the same way.
func (c Chooser) Folder(start string, chosen func(path string)) { c.open(start, nil, chosen) }

func (c Chooser) open(start string, endings []string, chosen func(path string)) {
	alphabet := data.NewAlphabet(string(c.Text.Lang()))
	d := &chooser{
		Chooser: c, chosen: chosen, end: func() {}, order: files.ByName,
		reader: files.Reader{Endings: endings, Alphabet: alphabet},
	}
	d.build()
	d.begin(start)
}

// chooser is one such dialog.
type chooser struct {
	Chooser
	reader     files.Reader
	chosen     func(path string)
	folder     files.Folder // shown; without a path while there is none yet
	order      files.Order
	descending bool
	places     []files.Place
	visits     int    // asked for: only the newest is shown
	reading    bool   // it is under way
	end        func() // ends it
	chooserView
}

// begin shows the places and the first folder.
func (c *chooser) begin(start string) {
	var places []files.Place
	c.visit(func(ctx context.Context) (files.Folder, error) {
		places = files.Places()
		return c.reader.Open(ctx, files.Start(start, places))
	}, func(err error) {
		c.showPlaces(places)
		c.arrived(err)
	})
}

// visitPath opens a folder, or chooses the file at a path if one is asked for.
func (c *chooser) visitPath(path string, then func()) {
	c.visit(func(ctx context.Context) (files.Folder, error) { return c.reader.Open(ctx, path) }, func(err error) {
		c.arrived(err)
		if err == nil && then != nil {
			then()
		}
	})
}

// visit reads a folder in the background and says then whether it is there; a later visit ends it.
func (c *chooser) visit(read func(context.Context) (files.Folder, error), then func(error)) {
	c.end()
	c.visits++
	visit, folder := c.visits, files.Folder{}
	ended, end := context.WithCancel(context.Background())
	c.end, c.reading = end, true
	soon := c.Run.After(slowRead, func() {
		if visit == c.visits && c.reading {
			c.showReading()
		}
	})
	c.Run.Go(func(ctx context.Context) (err error) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		defer context.AfterFunc(ended, cancel)()
		folder, err = read(ctx)
		return err
	}, func(err error) {
		soon()
		if visit != c.visits {
			return
		}
		c.reading = false
		if err == nil {
			c.folder = folder
		}
		then(err)
	})
}

// closed lets go of what is still read.
func (c *chooser) closed() {
	c.visits++
	c.end()
}

// arrived shows the folder that was read. A refusal leaves the one before and says why.
func (c *chooser) arrived(err error) {
	if err != nil {
		c.showRows()
		c.showRefusal(page.Env{Text: c.Text}.Sentence(err))
		return
	}
	if c.folder.File != "" {
		c.finish(c.folder.File)
		return
	}
	c.showFolder()
}

// up opens the folder above, with the one it came from chosen in it.
func (c *chooser) up() {
	from := c.folder.Path
	if above := filepath.Dir(from); from != "" && above != from {
		c.visitPath(above, func() { c.selectName(filepath.Base(from)) })
	}
}

// typed opens the path in the field.
func (c *chooser) typed() { c.visitPath(files.Path(c.path.Text, c.folder.Path), c.focusRows) }

// takesFolders tells whether a folder is asked for.
func (c *chooser) takesFolders() bool { return len(c.reader.Endings) == 0 }

// target is what the main button would choose now: the row that is chosen, else the folder itself; "" for nothing.
func (c *chooser) target() (path string, folder bool) {
	if item, ok := c.selected(); ok {
		return filepath.Join(c.folder.Path, item.Name), item.Folder
	}
	if c.takesFolders() {
		return c.folder.Path, true
	}
	return "", false
}

// accept does what the main button says: a path that was typed is opened first.
func (c *chooser) accept() {
	if c.reading {
		return
	}
	if c.path.Text != c.folder.Path {
		c.visitPath(files.Path(c.path.Text, c.folder.Path), func() {
			if c.takesFolders() {
				c.finish(c.folder.Path)
			}
		})
		return
	}
	switch path, folder := c.target(); {
	case path == "":
	case folder && !c.takesFolders():
		c.visitPath(path, c.focusRows)
	default:
		c.finish(path)
	}
}

// opened is Enter or a double click on a row. Enter before a row was chosen means the main button.
func (c *chooser) opened(int64) {
	item, ok := c.selected()
	switch path := filepath.Join(c.folder.Path, item.Name); {
	case !ok:
		c.accept()
	case item.Folder:
		c.visitPath(path, nil)
	default:
		c.finish(path)
	}
}

func (c *chooser) finish(path string) {
	c.modal.Close()
	c.chosen(path)
}

// newFolder asks for a name and makes a folder here.
func (c *chooser) newFolder() {
	if c.reading || c.folder.Path == "" {
		return
	}
	form, name := page.Env{Text: c.Text}.Form(), widgets.NewEntry()
	form.Add(widgets.Item{Name: "name", Label: c.Text.T("files.new_folder_name"), Required: true, Wide: true, Field: name})
	var ask *widgets.Modal
	ask = c.Modals.Show(widgets.Dialog{
		Title: c.Text.T("files.new_folder"), Content: form, Focus: name,
		Actions: []widgets.Action{
			{Text: c.Text.T("common.cancel"), Cancel: true},
			{Text: c.Text.T("files.make"), Kind: widgets.ButtonPrimary, Default: true, Stay: true, Do: func() {
				if form.Validate() {
					c.makeFolder(name.Value(), form, ask)
				}
				ask.Refresh()
			}},
		},
	})
}

// makeFolder makes a folder of this name and shows it chosen.
func (c *chooser) makeFolder(name string, form *widgets.Form, ask *widgets.Modal) {
	parent := c.folder.Path
	ask.Button(1).SetBusy(true)
	c.Run.Go(func(context.Context) error { return files.Make(parent, name) }, func(err error) {
		ask.Button(1).SetBusy(false)
		if err != nil {
			form.SetErrors(map[string]string{"name": page.Env{Text: c.Text}.Sentence(err)})
			ask.Refresh()
			return
		}
		ask.Close()
		c.visitPath(parent, func() { c.selectName(name) })
	})
}

// sort takes over the order that the person asks for.
func (c *chooser) sort(s widgets.Sort) {
	c.order, c.descending = cmp.Or(files.Order(s.Column), files.ByName), s.Descending
	c.table.Sort = s
	c.showRows()
}
