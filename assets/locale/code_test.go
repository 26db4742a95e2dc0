package locale_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/assets/locale"
)

// TestKeysInCode reads the whole program and holds it to the texts: every literal that looks like a key is one,
// T gets the arguments that the text needs, and the field of a refusal has a label.
func TestKeysInCode(t *testing.T) {
	check := newKeyCheck(t)
	eachFile(t, func(path string) { check.file(path, nil) })
	require.Empty(t, check.problems)
}

// eachFile walks over the source of the program, without its tests.
func eachFile(t *testing.T, use func(path string)) {
	t.Helper()
	read := 0
	require.NoError(t, filepath.WalkDir(filepath.Join("..", ".."), func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() {
			if name := entry.Name(); name != ".." && strings.HasPrefix(name, ".") || name == "testdata" {
				return filepath.SkipDir
			}
			return nil
		}
		if strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, "_test.go") {
			read++
			use(path)
		}
		return nil
	}))
	require.Greater(t, read, 5, "the walk found the program")
}

func TestWrongKeysAreSeen(t *testing.T) {
	check := newKeyCheck(t)
	check.file("wrong.go", `package wrong

func f() {
	p.T("common.no_such_text")
	p.T("importpage.change", "Before", 5)
	p.T("common.save")
	p.T("importpage.change", "Before", 5, "After", 2)
	p.T("status.event."+code)
	open("common.json")
	errs.Add("no_such_field", "errors.required")
	errs.Add("surname", "errors.required")
	fail(&data.Error{Field: "no_such_field"})
	sql("common.id = ?")
}`)
	require.Len(t, check.problems, 4)
	require.Contains(t, check.problems[0], "common.no_such_text")
	require.Contains(t, check.problems[1], "After")
	require.Contains(t, check.problems[2], "field.no_such_field")
	require.Contains(t, check.problems[3], "field.no_such_field")
}

// TestEveryKeyIsUsed finds the texts that nothing in the program prints.
func TestEveryKeyIsUsed(t *testing.T) {
	words := spoken{}
	eachFile(t, func(path string) { words.file(t, path, nil) })
	require.Empty(t, words.unused(locale.Keys()), "delete these keys from text/")
}

func TestUnusedKeysAreSeen(t *testing.T) {
	words := spoken{}
	words.file(t, "few.go", `package few

const held = "held"

func f() {
	p.T("common.save")
	p.T("calendar.month." + strconv.Itoa(n))
	p.T("imports.kind." + string(kind))
	p.Status("event", held)
	page.Statuses(env, "left_reason", held)
}`)
	require.Equal(t, []string{"common.open", "imports.kind.held_over", "status.role.held"}, words.unused([]string{
		"calendar.month.12", "common.open", "common.save", "fyne.Cancel", "imports.kind.held", "imports.kind.held_over",
		"status.event.held", "status.left_reason.held", "status.role.held",
	}))
}

// spoken are the literals of the program. A key is used when it stands in code whole, or when its beginning does, up to
// a dot, and the rest is a number or a literal too: "status.event." and "held".
type spoken map[string]bool

func (s spoken) file(t *testing.T, path string, source any) {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), path, source, parser.SkipObjectResolution)
	require.NoError(t, err)
	ast.Inspect(file, func(node ast.Node) bool {
		switch n := node.(type) {
		case *ast.BasicLit:
			s[unquote(n)] = true
		case *ast.CallExpr: // p.Status("event", code) and page.Statuses(env, "event", codes...) print "status.event." + code
			switch name := called(n); {
			case name == "Status" && len(n.Args) == 2:
				s["status."+unquote(n.Args[0])+"."] = true
			case name == "Statuses" && len(n.Args) > 1:
				s["status."+unquote(n.Args[1])+"."] = true
			}
		}
		return true
	})
}

// called is the name of a function or method that is called, without what it belongs to.
func called(call *ast.CallExpr) string {
	switch fun := call.Fun.(type) {
	case *ast.SelectorExpr:
		return fun.Sel.Name
	case *ast.Ident:
		return fun.Name
	}
	return ""
}

func (s spoken) unused(keys []string) []string {
	return slices.DeleteFunc(slices.Clone(keys), s.uses)
}

// uses tells whether a key is used. Not from code come the texts of the toolkit, which FyneTexts hands over as a whole
// section, and those of the acts in the journal, which data/store holds complete.
func (s spoken) uses(key string) bool {
	if strings.HasPrefix(key, "fyne.") || strings.HasPrefix(key, "store.did.") {
		return true
	}
	for i := range key {
		if key[i] != '.' {
			continue
		}
		beginning, code := key[:i+1], key[i+1:]
		_, err := strconv.Atoi(code)
		if s[beginning] && (s[code] || err == nil) {
			return true
		}
	}
	return s[key]
}

type keyCheck struct {
	t        *testing.T
	keys     []string
	args     map[string][]string
	like     *regexp.Regexp // what looks like a key
	problems []string
	files    *token.FileSet
}

func newKeyCheck(t *testing.T) *keyCheck {
	t.Helper()
	c := &keyCheck{t: t, keys: locale.Keys(), args: map[string][]string{}, files: token.NewFileSet()}
	sections := map[string]bool{}
	for _, text := range texts(t) {
		c.args[text.key] = args(text.langs[locale.Russian])
		section, _, _ := strings.Cut(text.key, ".")
		sections[section] = true
	}
	delete(sections, "fyne") // the toolkit's keys; fyne.io is an address
	c.like = regexp.MustCompile(`^(` + strings.Join(slices.Sorted(maps.Keys(sections)), "|") + `)\.[a-z0-9_.]+$`)
	return c
}

// file checks one source file; source is nil when it is to be read from path.
func (c *keyCheck) file(path string, source any) {
	file, err := parser.ParseFile(c.files, path, source, parser.SkipObjectResolution)
	require.NoError(c.t, err)
	ast.Inspect(file, func(node ast.Node) bool {
		switch n := node.(type) {
		case *ast.BasicLit:
			c.literal(n)
		case *ast.CallExpr:
			c.call(n)
		case *ast.CompositeLit:
			c.refusal(n)
		}
		return true
	})
}

func (c *keyCheck) literal(lit *ast.BasicLit) {
	key := unquote(lit)
	if !c.like.MatchString(key) || c.known(key) || c.column(lit, key) {
		return
	}
	switch filepath.Ext(key) {
	case ".json", ".go", ".xlsx", ".csv", ".saya", ".db", ".sql", ".png", ".svg":
	default:
		c.problem(lit, "no text has the key "+key)
	}
}

// column tells whether the literal may name a column of a table, as "hours.minutes" does in the store.
func (c *keyCheck) column(lit *ast.BasicLit, key string) bool {
	if !strings.Contains(filepath.ToSlash(c.files.Position(lit.Pos()).Filename), "data/store/") {
		return false
	}
	section, _, _ := strings.Cut(key, ".")
	return !slices.Contains([]string{"errors", "field", "status"}, section)
}

// known accepts a key and the beginning of one, to which a code is added: "status.event." + code.
func (c *keyCheck) known(key string) bool {
	i, found := slices.BinarySearch(c.keys, key)
	return found || strings.HasSuffix(key, ".") && i < len(c.keys) && strings.HasPrefix(c.keys[i], key)
}

func (c *keyCheck) call(call *ast.CallExpr) {
	method, ok := call.Fun.(*ast.SelectorExpr)
	if !ok || len(call.Args) == 0 {
		return
	}
	switch method.Sel.Name {
	case "T":
		c.arguments(call, unquote(call.Args[0]), call.Args[1:])
	case "Add":
		if len(call.Args) < 2 || !strings.HasPrefix(unquote(call.Args[1]), "errors.") {
			return
		}
		c.label(call, unquote(call.Args[0]))
		c.arguments(call, unquote(call.Args[1]), call.Args[2:])
	}
}

// arguments holds a call to the names in the text; names and values given as one slice cannot be read here.
func (c *keyCheck) arguments(call *ast.CallExpr, key string, pairs []ast.Expr) {
	if call.Ellipsis.IsValid() {
		return
	}
	given := []string{}
	for i := 0; i < len(pairs); i += 2 {
		given = append(given, unquote(pairs[i]))
	}
	for _, name := range c.args[key] {
		if !slices.Contains(given, name) {
			c.problem(call, key+" needs the argument "+name)
		}
	}
}

func (c *keyCheck) refusal(lit *ast.CompositeLit) {
	if name := typeName(lit.Type); name != "Error" {
		return
	}
	for _, element := range lit.Elts {
		pair, ok := element.(*ast.KeyValueExpr)
		if !ok {
			continue
		}
		if name, ok := pair.Key.(*ast.Ident); ok && name.Name == "Field" {
			c.label(pair, unquote(pair.Value))
		}
	}
}

func (c *keyCheck) label(at ast.Node, field string) {
	if field != "" && !c.known("field."+field) {
		c.problem(at, "no text has the key field."+field)
	}
}

func (c *keyCheck) problem(at ast.Node, what string) {
	c.problems = append(c.problems, c.files.Position(at.Pos()).String()+": "+what)
}

func typeName(expr ast.Expr) string {
	switch e := expr.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return e.Sel.Name
	default:
		return ""
	}
}

// unquote is the value of a string literal, "" for anything else.
func unquote(expr ast.Expr) string {
	lit, ok := expr.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return ""
	}
	s, err := strconv.Unquote(lit.Value)
	if err != nil {
		return ""
	}
	return s
}
