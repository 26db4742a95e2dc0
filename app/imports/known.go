package imports

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"saya/app/page"
	"saya/data/imports"
	"saya/widgets"
)

// understood adds what a row that is new will be written as, for what was read wrongly to be seen before. While the
// worker has the plan it cannot be asked.
func (s *steps) understood(body *fyne.Container, id int64, row imports.Row) {
	fresh := row.Outcome == imports.New || row.Outcome == imports.Doubtful && len(row.Candidates) == 0
	if !fresh || s.planned.busy() || s.writing {
		return
	}
	var facts []page.Fact
	for _, c := range s.planned.plan.Understood(int(id - 1)) {
		if c.After != "" {
			facts = append(facts, page.Fact{Label: s.env.T(c.Field.TextKey()), Value: s.planned.value(c.Field, c.After)})
		}
	}
	body.Add(widgets.NewCard(s.env.T("importpage.understood"), page.Facts(facts...)))
}

// known adds which record a row that is known is, and the way to it.
func (s *steps) known(body *fyne.Container, row imports.Row) {
	if row.Outcome != imports.Same && row.Outcome != imports.Changed {
		return
	}
	name := container.NewStack(widgets.NewBody(s.env.T("importpage.is_above")))
	if row.ID != 0 {
		name.Objects[0] = widgets.NewBody(s.env.T("importpage.is_there"))
		s.name(row.ID, name)
	}
	body.Add(widgets.NewCard(s.env.T("importpage.is"), name))
}

// name reads what a record is called and shows it.
func (s *steps) name(id int64, on *fyne.Container) {
	var label string
	s.env.Run.Go(func(ctx context.Context) (err error) {
		label, err = s.planned.labelOf(ctx, id)
		return err
	}, func(err error) {
		if err == nil && label != "" {
			on.Objects = []fyne.CanvasObject{widgets.NewBody(label)}
			on.Refresh()
		}
	})
}

// labelOf names a record of the centre as candidates are named; "" of a place at an event, which its row says whole.
func (r *reading) labelOf(ctx context.Context, id int64) (string, error) {
	st, t := r.env.Store, r.env.Text
	switch r.kind {
	case imports.Volunteers:
		v, err := st.Volunteer(ctx, id)
		return r.env.T("common.number_sign") + " " + strconv.FormatInt(v.Number, 10) + " " + v.FullName(), err
	case imports.Applications:
		a, err := st.Application(ctx, id)
		return a.FullName() + ", " + t.Date(a.ReceivedOn.Time()), err
	case imports.Events:
		e, err := st.Event(ctx, id)
		return dotted(t, string(e.Start)) + " " + e.Title.In(r.env.Lang()), err
	case imports.Hours:
		rows, err := st.HoursRows(ctx, []int64{id})
		if err != nil || len(rows) == 0 {
			return "", err
		}
		return rows[0].FullName() + ", " + t.Date(rows[0].Day.Time()), nil
	case imports.Contributions:
		c, err := st.Contribution(ctx, id)
		return t.Date(c.Day.Time()) + " " + c.Giver, err
	}
	return "", nil
}
