package check_test

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"saya/assets/locale"
	"saya/reports/spec"
	"saya/reports/xlsx"
	"saya/reports/xlsx/check"
)

// report has a table with totals and a drop-down, a chart and joined cells.
func report() spec.Report {
	list := spec.Register[int]{
		Columns: []spec.Column[int]{
			{Title: "№", Kind: spec.Ordinal, Total: spec.Label},
			{Title: "Name", Input: &spec.Input{Choices: []string{"x", "y"}}, Value: func(i int) spec.Value { return spec.Str(strings.Repeat("x", i)) }},
			{Title: "People", Kind: spec.Count, Total: spec.Sum, Value: spec.Int},
		},
		Rows: []int{1, 2, 3},
	}
	matrix := spec.Matrix{
		Title: "Hours", Corner: "Month", Columns: spec.Heads(spec.Hours, spec.Sum, "A", "B"), Across: true,
		Rows:  []spec.Row{{Label: "May", Values: []spec.Value{spec.Minutes(60), spec.Minutes(90)}}},
		Chart: &spec.Chart{},
	}
	notes := spec.Notes{Lines: []spec.Note{{Term: "Hours", Text: "Approved ones."}, {Term: "People", Text: "Who came."}}}
	return spec.Report{Title: "Report", Sheets: []spec.Sheet{
		{Name: "Summary", Blocks: []spec.Block{matrix, notes}},
		{Name: "Events", Blocks: []spec.Block{list}},
		{Name: "Plan", Blocks: []spec.Block{list}},
	}}
}

type entry struct {
	name    string
	content string
}

func unzip(t *testing.T, b []byte) []entry {
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	require.NoError(t, err)
	var entries []entry
	for _, f := range z.File {
		r, err := f.Open()
		require.NoError(t, err)
		content, err := io.ReadAll(r)
		require.NoError(t, err)
		entries = append(entries, entry{f.Name, string(content)})
	}
	return entries
}

func problems(t *testing.T, entries []entry) []check.Problem {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, e := range entries {
		w, err := z.Create(e.name)
		require.NoError(t, err)
		_, err = io.WriteString(w, e.content)
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	return check.Workbook(bytes.NewReader(b.Bytes()), int64(b.Len()))
}

const (
	summary = "xl/worksheets/sheet1.xml"
	events  = "xl/worksheets/sheet2.xml"
	table1  = "xl/tables/table1.xml"
	book    = "xl/workbook.xml"
)

// TestFindsPlantedFaults changes one thing in a sound workbook at a time.
func TestFindsPlantedFaults(t *testing.T) {
	var b bytes.Buffer
	require.NoError(t, xlsx.Write(context.Background(), &b, report(), locale.New("en")))
	sound := unzip(t, b.Bytes())
	require.Empty(t, problems(t, sound))

	for name, f := range map[string]struct{ part, old, new string }{
		"broken XML":              {summary, `</sheetData>`, `</sheetDat>`},
		"shared string beyond":    {events, `t="s"><v>\d+<`, `t="s"><v>999<`},
		"style beyond":            {events, ` s="\d+"`, ` s="999"`},
		"no number":               {events, `"><v>\d+</v></c></row>`, `"><v>one</v></c></row>`},
		"cell twice":              {events, `r="B5"`, `r="A5"`},
		"cell in another row":     {events, `r="B5"`, `r="B6"`},
		"row twice":               {events, `<row r="6"`, `<row r="5"`},
		"dimension":               {events, `<dimension ref="A1:C7"`, `<dimension ref="A1"`},
		"order of elements":       {events, `(<dimension[^>]*></dimension>)(.*?)(<pageMargins)`, `$2$1$3`},
		"unknown cell type":       {events, `t="s"`, `t="x"`},
		"columns overlap":         {events, `max="1" min="1"`, `max="2" min="1"`},
		"formula to no table":     {events, `List_1\[`, `List_9[`},
		"formula to no column":    {events, `List_1\[People\]`, `List_1[Persons]`},
		"formula to no cells":     {summary, `SUM\(B`, `SUM(ZZ`},
		"formula is broken":       {summary, `SUM\(B(\d+):B\d+\)`, `SUM(B$1:`},
		"merged cells overlap":    {summary, `(<mergeCell ref="[^"]+"></mergeCell>)`, `$1$1`},
		"count of merged cells":   {summary, `<mergeCells count="`, `<mergeCells count="1`},
		"drawing without part":    {summary, `<drawing r:id="rId1"`, `<drawing r:id="rId7"`},
		"table without part":      {events, `<tablePart r:id="rId1"`, `<tablePart r:id="rId7"`},
		"header cell":             {table1, `name="Name"`, `name="Names"`},
		"column twice":            {table1, `name="Name"`, `name="people"`},
		"column count":            {table1, `tableColumns count="3"`, `tableColumns count="4"`},
		"table too wide":          {table1, `ref="A3:C7"`, `ref="A3:D7"`},
		"table without rows":      {table1, `ref="A3:C7"`, `ref="A3:C4"`},
		"filter over the totals":  {table1, `autoFilter ref="A3:C6"`, `autoFilter ref="A3:C7"`},
		"label under a column":    {table1, `totalsRowLabel="Total"`, `totalsRowLabel="Sum"`},
		"total without formula":   {table1, `name="Name"`, `name="Name" totalsRowFunction="sum"`},
		"table named like a cell": {table1, `displayName="List_1"`, `displayName="L1"`},
		"two tables of one name":  {table1, `displayName="List_1"`, `displayName="list_2"`},
		"two tables of one id":    {table1, `id="1" name="List_1"`, `id="2" name="List_1"`},
		"drop-down of no sheet":   {events, `'Lists'!`, `Gone!`},
		"drop-down of no cells":   {events, `\$A\$4:\$A\$5`, `$$A$$4:$$A$$50`},
		"drop-down at no cells":   {events, `sqref="B4:B6"`, `sqref="4:B"`},
		"two sheets of one name":  {book, `name="Events"`, `name="SUMMARY"`},
		"sheet named History":     {book, `name="Events"`, `name="History"`},
		"two sheets of one id":    {book, `sheetId="2"`, `sheetId="1"`},
		"repeated rows too low":   {book, `\$3:\$3`, `$$99:$$99`},
		"repeated rows elsewhere": {book, `Events&#39;!\$3`, `Plan&#39;!$$3`},
		"name of no sheet":        {book, `localSheetId="1"`, `localSheetId="9"`},
		"chart of no sheet":       {"xl/charts/chart1.xml", `&#39;Summary&#39;`, `Gone`},
		"chart of no cells":       {"xl/charts/chart1.xml", `\$B\$`, `$$Z$$`},
		"drawing without chart":   {"xl/drawings/drawing1.xml", `r:id="rId1"`, `r:id="rId5"`},
		"count of strings":        {"xl/sharedStrings.xml", ` count="`, ` count="1`},
		"unique strings":          {"xl/sharedStrings.xml", `uniqueCount="`, `uniqueCount="1`},
		"text too long":           {"xl/sharedStrings.xml", `>May<`, `>` + strings.Repeat("я", 32768) + `<`},
		"font beyond":             {"xl/styles.xml", `fontId="2"`, `fontId="99"`},
		"number format beyond":    {"xl/styles.xml", `numFmtId="16\d" (fontId|xfId)`, `numFmtId="199" $1`},
		"count of formats":        {"xl/styles.xml", `<cellXfs count="`, `<cellXfs count="1`},
		"relation to nothing":     {"xl/_rels/workbook.xml.rels", `worksheets/sheet2.xml`, `worksheets/sheet9.xml`},
		"relation twice":          {"xl/_rels/workbook.xml.rels", `Id="rId2"`, `Id="rId1"`},
		"type of nothing":         {"[Content_Types].xml", `/xl/tables/table1.xml`, `/xl/tables/table7.xml`},
	} {
		t.Run(name, func(t *testing.T) {
			faulty := slices.Clone(sound)
			i := slices.IndexFunc(faulty, func(e entry) bool { return e.name == f.part })
			require.GreaterOrEqual(t, i, 0)
			faulty[i].content = replaceFirst(f.old, faulty[i].content, f.new)
			require.False(t, sound[i] == faulty[i], "the fault was not planted")
			require.NotEmpty(t, problems(t, faulty))
		})
	}
}

// replaceFirst replaces the first match of a pattern.
func replaceFirst(pattern, s, by string) string {
	re := regexp.MustCompile("(?s)" + pattern)
	at := re.FindStringSubmatchIndex(s)
	if at == nil {
		return s
	}
	return s[:at[0]] + string(re.ExpandString(nil, by, s, at)) + s[at[1]:]
}

func TestFindsFaultsOfThePackage(t *testing.T) {
	var b bytes.Buffer
	require.NoError(t, xlsx.Write(context.Background(), &b, report(), locale.New("en")))
	sound := unzip(t, b.Bytes())

	t.Run("part twice", func(t *testing.T) {
		require.NotEmpty(t, problems(t, append(slices.Clone(sound), sound[0])))
	})
	t.Run("part of no type", func(t *testing.T) {
		require.NotEmpty(t, problems(t, append(slices.Clone(sound), entry{"xl/other.xyz", "x"})))
	})
	t.Run("part missing", func(t *testing.T) {
		require.NotEmpty(t, problems(t, sound[:len(sound)-1]))
	})
	t.Run("no zip file", func(t *testing.T) {
		require.NotEmpty(t, check.Workbook(strings.NewReader("text"), 4))
	})
	t.Run("half a zip file", func(t *testing.T) {
		half := b.Bytes()[:b.Len()/2]
		require.NotEmpty(t, check.Workbook(bytes.NewReader(half), int64(len(half))))
	})
}
