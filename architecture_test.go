package main_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const (
	module = "saya/"
	fyne   = "fyne.io/"

	longestFile     = 400
	longestFunction = 60
	usualFunction   = 40
)

// layer is a folder and what it may import.
type layer struct {
	folder string
	may    []string
}

// layers says which packages of this module a folder may import, the most particular folder first. A folder may
// always import what is under its own name here.
var layers = []layer{
	{"assets/locale", nil},
	{"assets", []string{"assets/locale"}},
	{"widgets", []string{"assets"}},
	{"data", nil},
	{"reports", []string{"data", "assets/locale"}},
	{"app", []string{"widgets", "reports", "data", "assets"}},
	{".", []string{"app"}},
}

// keepers says where alone a library may be imported. Tests may look into files by any of them, but Fyne.
var keepers = []struct {
	library string
	folders []string
}{
	{fyne, []string{"app", "widgets", "assets"}},
	// What Fyne gives the keyboard to does not let the window hear F9.
	{fyne + "fyne/v2/widget", []string{"widgets"}},
	{fyne + "fyne/v2/dialog", nil},
	{"github.com/xuri/excelize/", []string{"reports/xlsx", "data/sheetin"}},
	{"github.com/jmoiron/sqlx", []string{"data/store"}},
	{"github.com/mattn/go-sqlite3", []string{"data/store", "data/vault"}},
	{"github.com/pressly/goose/", []string{"data/store"}},
}

// sections are the folders of app that are one section of the window each.
var sections = []string{
	"home", "volunteers", "applications", "events", "hours", "shelter", "contributions", "imports", "reports", "settings",
	"venues", "projects",
}

// shared are the folders of app that a section may import.
var shared = []string{"page", "list", "person", "venue", "work", "record", "sheet", "export"}

func TestImportsPointOneWay(t *testing.T) {
	for _, f := range sources(t) {
		l := layerOf(f.folder)
		for _, imported := range f.imports() {
			to, own := strings.CutPrefix(imported, module)
			if own && !within(to, l.folder) && !withinAny(to, l.may) {
				t.Errorf("%s imports %s; %s may import only itself and %v", f.path, imported, l.folder, l.may)
			}
		}
	}
}

func TestLocaleAndModelsAreFreeOfFyne(t *testing.T) {
	for _, f := range sources(t) {
		if !within(f.folder, "assets/locale") && path.Base(f.path) != "model.go" {
			continue
		}
		for _, imported := range f.imports() {
			if strings.HasPrefix(imported, fyne) {
				t.Errorf("%s imports %s and must not know of Fyne", f.path, imported)
			}
		}
	}
}

func TestLibrariesStayWhereTheyBelong(t *testing.T) {
	for _, f := range sources(t) {
		for _, imported := range f.imports() {
			for _, k := range keepers {
				free := f.isTest() && k.library != fyne
				if strings.HasPrefix(imported, k.library) && !free && !withinAny(f.folder, k.folders) {
					t.Errorf("%s imports %s, which only %v may", f.path, imported, k.folders)
				}
			}
		}
	}
}

func TestSectionsDoNotKnowEachOther(t *testing.T) {
	for _, f := range sources(t) {
		section, ok := sectionOf(f.folder)
		if !ok {
			continue
		}
		for _, imported := range f.imports() {
			to, inApp := strings.CutPrefix(imported, module+"app/")
			if inApp && !within(to, section) && !withinAny(to, shared) {
				t.Errorf("%s imports %s; of app, a section may import only %v", f.path, imported, shared)
			}
		}
	}
}

func TestFilesAndFunctionsAreShort(t *testing.T) {
	functions, long := 0, 0
	for _, f := range sources(t) {
		if f.isTest() {
			continue
		}
		if n := f.lines(f.tree.FileEnd); n > longestFile {
			t.Errorf("%s has %d lines, more than %d", f.path, n, longestFile)
		}
		for _, d := range f.tree.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok {
				continue
			}
			n := f.lines(fn.End()) - f.lines(fn.Pos()) + 1
			if n > longestFunction {
				t.Errorf("%s: %s has %d lines, more than %d", f.path, fn.Name.Name, n, longestFunction)
			}
			functions++
			if n > usualFunction {
				long++
			}
		}
	}
	require.LessOrEqual(t, long, functions/20, "functions over %d lines: %d of %d, more than one in twenty", usualFunction, long, functions)
}

// Texts that people see are translated: they stand in assets/locale/text, not in a string of a screen or a report.
func TestScreensAndReportsHoldNoTexts(t *testing.T) {
	cyrillic := regexp.MustCompile(`\p{Cyrillic}{3}`)
	for _, f := range sources(t) {
		if f.isTest() || !withinAny(f.folder, []string{"app", "widgets", "reports"}) {
			continue
		}
		ast.Inspect(f.tree, func(n ast.Node) bool {
			if s, ok := n.(*ast.BasicLit); ok && s.Kind == token.STRING && cyrillic.MatchString(s.Value) {
				t.Errorf("%s:%d: the text %s belongs into assets/locale/text", f.path, f.lines(s.Pos()), s.Value)
			}
			return true
		})
	}
}

// source is one Go file of the module.
type source struct {
	path, folder string
	tree         *ast.File
	set          *token.FileSet
}

func (s source) isTest() bool { return strings.HasSuffix(s.path, "_test.go") }

// lines is the number of the line on which a position stands.
func (s source) lines(at token.Pos) int { return s.set.Position(at).Line }

func (s source) imports() []string {
	paths := make([]string, 0, len(s.tree.Imports))
	for _, i := range s.tree.Imports {
		p, _ := strconv.Unquote(i.Path.Value) // the parser took it as a string already
		paths = append(paths, p)
	}
	return paths
}

// sources parses every Go file of the module, tests included, whatever system it is for.
func sources(t *testing.T) []source {
	t.Helper()
	var all []source
	err := filepath.WalkDir(".", func(p string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && slices.Contains([]string{".git", "build", "dist"}, p):
			return filepath.SkipDir
		case d.IsDir() || !strings.HasSuffix(p, ".go"):
			return nil
		}
		set := token.NewFileSet()
		tree, err := parser.ParseFile(set, p, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		p = filepath.ToSlash(p)
		all = append(all, source{path: p, folder: path.Dir(p), tree: tree, set: set})
		return nil
	})
	require.NoError(t, err)
	require.NotEmpty(t, all)
	return all
}

func layerOf(folder string) layer {
	return layers[slices.IndexFunc(layers, func(l layer) bool { return l.folder == "." || within(folder, l.folder) })]
}

func sectionOf(folder string) (string, bool) {
	rest, inApp := strings.CutPrefix(folder, "app/")
	name, _, _ := strings.Cut(rest, "/")
	return name, inApp && slices.Contains(sections, name)
}

// within tells whether a folder is the other one or under it.
func within(folder, other string) bool {
	return folder == other || strings.HasPrefix(folder, other+"/")
}

func withinAny(folder string, others []string) bool {
	return slices.ContainsFunc(others, func(o string) bool { return within(folder, o) })
}
