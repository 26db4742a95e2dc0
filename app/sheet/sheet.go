// Package sheet prints recovery codes: it writes the page that goes from the printer into the safe.
package sheet

import (
	_ "embed"
	"errors"
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"saya/app/page"
	"saya/assets/locale"
	"saya/data"
	"saya/data/place"
)

//go:embed sheet.html
var html string

// Sheet is what is printed: a page of A5, or half of A4.
type Sheet struct {
	Lang                            locale.Lang
	Title, Centre, Date, Keep, Note string
	Codes                           []Code

	name string
}

// Code is the recovery code of one file, in groups of signs.
type Code struct {
	Wall, For string
	Groups    []string
}

// New returns the sheet of some codes, by the files that they open.
func New(env page.Env, centre data.Centre, codes map[data.Wall]string) Sheet {
	t, now := env.Text, env.Now().In(data.Zone())
	s := Sheet{
		Lang: t.Lang(), Title: t.T("start.sheet_title"), Date: t.LongDate(now), Centre: centre.Name.In(env.Lang()),
		Keep: t.T("start.sheet_keep"), Note: t.T("start.sheet_note"), name: name(centre, now),
	}
	if centre.ShortName != "" {
		s.Centre = centre.ShortName
	}
	for _, w := range data.Walls() {
		if code, ok := codes[w]; ok {
			s.Codes = append(s.Codes, Code{t.T("lock.wall." + string(w)), t.T("start.code_for." + string(w)), strings.Split(code, "-")})
		}
	}
	return s
}

// name is that of the file for printing, without its ending. It tells nobody what it is for.
func name(centre data.Centre, now time.Time) string {
	parts := []string{"saya", centre.ShortName, string(data.DateOf(now))}
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), "-")
}

// Save makes the file, for its owner only, beside any of the same name.
func (s Sheet) Save(dir string) (path string, err error) {
	if err := place.CheckBackup(dir); err != nil { // nobody else is to get a copy of it
		return "", err
	}
	for n := 1; ; n++ {
		path = filepath.Join(dir, s.name+suffix(n)+".html")
		file, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return "", err
		}
		if err := errors.Join(s.write(file), file.Sync(), file.Close()); err != nil {
			return "", errors.Join(err, os.Remove(path))
		}
		return path, nil
	}
}

func suffix(n int) string {
	if n == 1 {
		return ""
	}
	return "-" + strconv.Itoa(n)
}

// write writes the sheet as a page of HTML that fetches nothing.
func (s Sheet) write(w io.Writer) error {
	printed, err := template.New("sheet").Parse(html)
	if err == nil {
		err = printed.Execute(w, s)
	}
	if err != nil {
		return fmt.Errorf("writing the sheet of codes: %w", err)
	}
	return nil
}
