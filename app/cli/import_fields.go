package cli

import (
	"errors"
	"slices"
	"strings"

	"saya/assets/locale"
	"saya/data"
	"saya/data/imports"
)

// assigned is an argument LEFT=RIGHT: of --column the title of a column and its field, of --set a field and the text
// that it holds in every row.
type assigned struct{ left, right string }

// assign reads such an argument, whose sign stands at a place, -1 = none.
func assign(to *[]assigned, value string, sign int) error {
	if sign < 0 {
		return errors.New("no sign =")
	}
	*to = append(*to, assigned{strings.TrimSpace(value[:sign]), strings.TrimSpace(value[sign+1:])})
	return nil
}

// checkFields refuses fields that the kind does not have, and empty texts.
func (f *importFlags) checkFields(c *call) error {
	var names []string
	for _, info := range imports.Fields(imports.Kind(f.kind)) {
		names = append(names, string(info.Field))
	}
	for _, column := range f.columns {
		if err := c.oneOf("--column", column.right, names...); err != nil {
			return err
		}
	}
	for _, g := range f.given {
		if err := c.oneOf("--set", g.left, names...); err != nil {
			return err
		}
		if err := c.need("set", g.right); err != nil {
			return err
		}
	}
	return nil
}

// assignedTo takes columns for what --column says and gives all rows what --set says.
func (f *importFlags) assignedTo(src imports.Source, text *locale.Printer) (imports.Source, error) {
	src.Mapping = slices.Clone(src.Mapping)
	for _, column := range f.columns {
		at := slices.IndexFunc(src.Table.Titles, func(title string) bool { return strings.EqualFold(title, data.Line(column.left)) })
		if at < 0 {
			titles := slices.DeleteFunc(slices.Clone(src.Table.Titles), func(title string) bool { return title == "" })
			return src, &data.Error{Code: data.Invalid, Key: "cli.no_title", Args: []any{"Titles", joined(titles)}}
		}
		field := imports.Field(column.right)
		if had := slices.Index(src.Mapping, field); had >= 0 && !field.List() {
			src.Mapping[had] = ""
		}
		src.Mapping[at] = field
	}
	for _, g := range f.given {
		field := imports.Field(g.left)
		src = src.WithAll(field, text.T(field.TextKey()), g.right)
	}
	return src, nil
}

// withOptions says of a field that has no column which arguments give it one.
func withOptions(err error) error {
	for _, e := range data.Refusals(err) {
		if e.Key == "imports.no_column" && e.Field != "" {
			return &data.Error{Code: e.Code, Field: e.Field, Key: "cli.no_column", Args: []any{"Name", e.Field}}
		}
	}
	return err
}
