package reports

import (
	"context"

	"saya/data"
	"saya/data/store"
	"saya/reports/spec"
)

type person = store.ReportPerson

type personColumn = spec.Column[person]

// NamedList makes the list of volunteers by name, a file of its own: only adults who chose to be named and whose
// consent is in force on the day of the params and names third parties (law 94-V: a front office is one).
func NamedList(ctx context.Context, src Source, p Params) (spec.Report, error) {
	if !p.Today.Valid() {
		return spec.Report{}, &data.Error{Code: data.Invalid, Field: "date", Key: "errors.required"}
	}
	var r spec.Report
	err := look(ctx, src, p, func(v *store.ReportView, f facts) error {
		o := office{facts: f}
		var people []person
		err := do(
			func() error { return o.readWork(ctx, v) },
			func() (err error) { people, err = v.People(ctx, p.Period); return err },
		)
		if err != nil {
			return err
		}
		r = f.report("report.people_title")
		r.Sheets = []spec.Sheet{o.peopleSheet(people), o.aboutSheet(about{
			title: "report.people_title", definitions: []string{"hours", "own_events", "people"},
			leftOut: []string{"residents_hours", "others", "texts"},
		})}
		return nil
	})
	return r, err
}

func (o office) peopleSheet(people []person) spec.Sheet {
	var rows []person
	for _, p := range people {
		if o.mayBeNamed(p) && (p.Member || o.now.by(p.ID).minutes > 0) {
			rows = append(rows, p)
		}
	}
	return spec.Sheet{
		Name: "report.sheet_people", Title: "report.people_title", Note: "report.note_people",
		Blocks: []spec.Block{spec.Register[person]{Columns: o.nameColumns(), Rows: rows}},
	}
}

// mayBeNamed asks for an adult today and on the last day of the period, whichever is earlier.
func (f facts) mayBeNamed(p person) bool {
	v := data.Volunteer{Naming: p.Naming, ConsentOn: p.ConsentOn, ConsentUntil: p.ConsentUntil, ConsentThird: p.ConsentThird}
	v.Birth = p.Birth
	years, _ := data.Age(p.Birth, min(f.params.Period.To, f.params.Today))
	return data.MayBeNamed(v, f.params.Today) && years >= data.AdultAge
}

func (o office) nameColumns() []personColumn {
	columns := []personColumn{
		{Title: "common.row_number", Kind: spec.Ordinal, Total: spec.Label, Width: 10},
		{Title: "field.full_name", Width: 36, Value: fullName},
		{Title: "report.birth_year", Kind: spec.Code, Width: 12, Value: func(p person) spec.Value { return spec.Str(string(p.Birth[:4])) }},
		{Title: "field.phone", Kind: spec.Code, Width: 20, Value: func(p person) spec.Value { return spec.Str(data.ShowPhone(p.Phones.First())) }},
	}
	if o.params.IIN {
		columns = append(columns, personColumn{Title: "field.iin", Kind: spec.Code, Width: 16, Value: func(p person) spec.Value { return spec.Str(p.IIN) }})
	}
	return append(columns,
		personColumn{Title: "field.direction", Width: 30, Value: func(p person) spec.Value { return o.directions.value(p.Direction) }},
		personColumn{Title: "report.events", Kind: spec.Count, Total: spec.Sum, Width: 17, Value: func(p person) spec.Value { return spec.Int(o.now.by(p.ID).events) }},
		personColumn{Title: "report.hours", Kind: spec.Hours, Total: spec.Sum, Width: 15, Value: func(p person) spec.Value { return spec.Minutes(o.now.by(p.ID).minutes) }},
		personColumn{Title: "field.awards", Width: o.wide(36), Value: func(p person) spec.Value { return o.text(VolunteerTexts, p.ID, p.Awards) }},
	)
}

func fullName(p person) spec.Value {
	return spec.Str(data.Person{Surname: p.Surname, Given: p.Given, Patronymic: p.Patronymic}.FullName())
}
