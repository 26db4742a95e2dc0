package data_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"saya/data"
)

func fieldsOf(err error) []string {
	var out []string
	for _, r := range data.Refusals(err) {
		out = append(out, r.Field)
	}
	return out
}

func TestCatalogueRules(t *testing.T) {
	name := data.Names{KK: "Атауы"}
	for what, c := range map[string]struct {
		err  error
		want []string
	}{
		"entry":              {data.Choice{Code: "1", Names: name}.Validate(), nil},
		"nameless entry":     {data.Choice{Code: "1"}.Validate(), []string{"names"}},
		"entry without code": {data.Choice{Names: name}.Validate(), []string{"code"}},
		"requirement":        {data.Requirement{Code: "1", Names: name, Months: 12}.Validate(), nil},
		"negative validity":  {data.Requirement{Code: "1", Names: name, Months: -1}.Validate(), []string{"months"}},
		"holiday":            {data.Holiday{Names: name, From: "2027-05-01", To: "2027-05-03"}.Validate(), nil},
		"backwards":          {data.Holiday{Names: name, From: "2027-05-03", To: "2027-05-01"}.Validate(), []string{"to_on"}},
		"over a year's end":  {data.Holiday{Names: name, From: "2027-12-31", To: "2028-01-02"}.Validate(), []string{"to_on"}},
		"no day":             {data.Holiday{Names: name}.Validate(), []string{"from_on"}},
	} {
		require.Equal(t, c.want, fieldsOf(c.err), what)
	}
	r := data.Requirement{Code: "a", Includes: data.List{"a", "b", "b"}}
	r.Normalise()
	require.Equal(t, data.List{"b"}, r.Includes, "none includes itself")
	h := data.Holiday{From: "2027-05-01"}
	h.Normalise()
	require.Equal(t, data.Date("2027-05-01"), h.To)
}
