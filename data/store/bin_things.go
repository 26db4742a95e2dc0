package store

import (
	"context"
	"fmt"

	"github.com/jmoiron/sqlx"

	"saya/data"
)

// binThings are the records that a batch deleted, and how many others it added or changed.
func (s *Store) binThings(ctx context.Context, q *sqlx.Tx, c catalogues, batch int64) (things []data.BinThing, changes int, err error) {
	var records []record
	err = q.SelectContext(ctx, &records,
		"SELECT batch_id, entity, row_id, act, version, old FROM records WHERE batch_id = ? AND act = 'delete' ORDER BY id", batch)
	if err != nil {
		return nil, 0, fmt.Errorf("reading what was deleted: %w", err)
	}
	if err := q.GetContext(ctx, &changes, "SELECT count(*) FROM records WHERE batch_id = ? AND act <> 'delete'", batch); err != nil {
		return nil, 0, fmt.Errorf("reading what went with it: %w", err)
	}
	gone := map[rowKey]map[string]any{} // a need may have gone with its event
	for i := range records {
		r := &records[i]
		if r.old, err = decodeRow(r.Old); err != nil {
			return nil, 0, err
		}
		gone[rowKey{r.Entity, r.RowID}] = r.old
	}
	look := binLook{ctx: ctx, q: q, gone: gone, file: s.people, rules: c}
	for _, r := range records {
		thing, err := look.thing(r)
		if err != nil {
			return nil, 0, err
		}
		things = append(things, thing)
	}
	return things, changes, nil
}

// firstThing is the first record that a batch touched, as it is now or, deleted, as it was.
func (s *Store) firstThing(ctx context.Context, q *sqlx.Tx, c catalogues, batch int64) (data.BinThing, error) {
	var r record
	err := q.GetContext(ctx, &r,
		"SELECT batch_id, entity, row_id, act, version, old FROM records WHERE batch_id = ? ORDER BY id LIMIT 1", batch)
	if err != nil {
		return data.BinThing{}, fmt.Errorf("reading the journal: %w", err)
	}
	look := binLook{ctx: ctx, q: q, file: s.people, rules: c}
	if r.Act == data.Deleted {
		r.old, err = decodeRow(r.Old)
	} else {
		r.old, err = look.row(r.Entity, r.RowID)
	}
	if err != nil || r.old == nil {
		return data.BinThing{}, err
	}
	return look.thing(r)
}

// binLook finds what tells deleted records apart, among what is there and what went with them.
type binLook struct {
	ctx   context.Context
	q     *sqlx.Tx
	gone  map[rowKey]map[string]any
	file  *file
	rules catalogues
}

func (l binLook) thing(r record) (data.BinThing, error) {
	t := data.BinThing{Entity: string(r.Entity), Row: r.RowID}
	var err error
	switch r.Entity {
	case Volunteers, Applications:
		t.Person, t.Day = fullName(r.old), dayIn(r.old, "received_on")
	case Contributions:
		t.Person, t.Day = text(r.old["giver"]), dayIn(r.old, "day")
	case Clearances:
		t.Title, t.Day = l.rules.requirement(text(r.old["requirement"])), dayIn(r.old, "issued_on")
		t.Person, err = l.person(r.old)
	case HoursEntries:
		t.Day = dayIn(r.old, "day")
		if minutes, ok := r.old["minutes"].(int64); ok {
			t.Minutes = int(minutes)
		}
		t.Person, err = l.person(r.old)
	case Needs:
		err = l.need(r.old, &t)
	case Assignments:
		if t.Person, err = l.person(r.old); err == nil {
			err = l.place(r.old, &t)
		}
	case LockedMonths:
		t.Day = data.Month(text(r.old["month"])).First()
	default:
		err = title(r.old, &t)
	}
	return t, err
}

// row is a row as it stood, stands, or was deleted; nil when it is known no more.
func (l binLook) row(t Table, id any) (map[string]any, error) {
	n, _ := id.(int64)
	if old, ok := l.gone[rowKey{t, n}]; ok {
		return old, nil
	}
	row, _, err := l.file.entities[t].base().current(l.ctx, l.q, n)
	if row == nil && err == nil {
		return l.deleted(t, n)
	}
	return row, err
}

// deleted is a row as it was when it was deleted last, nil when its values are kept no more.
func (l binLook) deleted(t Table, id int64) (map[string]any, error) {
	var old []string
	err := l.q.SelectContext(l.ctx, &old,
		"SELECT old FROM records WHERE entity = ? AND row_id = ? AND act = 'delete' AND old <> '' ORDER BY id DESC LIMIT 1", t, id)
	if err != nil {
		return nil, fmt.Errorf("reading what was deleted: %w", err)
	}
	if len(old) == 0 {
		return nil, nil
	}
	return decodeRow(old[0])
}

func (l binLook) person(old map[string]any) (string, error) {
	v, err := l.row(Volunteers, old["volunteer_id"])
	return fullName(v), err
}

func (l binLook) need(need map[string]any, t *data.BinThing) error {
	t.Role = text(need["role"])
	e, err := l.row(Events, need["event_id"])
	if err != nil {
		return err
	}
	return title(e, t)
}

func (l binLook) place(old map[string]any, t *data.BinThing) error {
	need, err := l.row(Needs, old["need_id"])
	if err != nil {
		return err
	}
	return l.need(need, t)
}

// title takes the name of an event, a venue or a project, and the day of an event.
func title(row map[string]any, t *data.BinThing) error {
	t.Day = data.Local(text(row["start_at"])).Date()
	for _, column := range []string{"title", "name"} {
		names, ok := row[column].(string)
		if !ok {
			continue
		}
		if t.Entity == string(Groups) {
			t.Title.RU = names
			return nil
		}
		return t.Title.Scan(names)
	}
	return nil
}

func fullName(row map[string]any) string {
	return data.Person{
		Surname: text(row["surname"]), Given: text(row["given"]), Patronymic: text(row["patronymic"]),
	}.FullName()
}

func dayIn(row map[string]any, column string) data.Date { return data.Date(text(row[column])) }

// requirement is the name of a requirement, the code itself when the catalogue does not know it.
func (c catalogues) requirement(code string) data.Names {
	for _, r := range c.requirements {
		if r.Code == code {
			return r.Names
		}
	}
	return data.Names{RU: code}
}
