package store

import (
	"context"
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"saya/data"
	"saya/data/fold"
)

// keys are the computed columns by which a row is found and ordered: search (folded words), sort_kk and sort_ru
// (collation keys) and, for people, digits (number and phones).
type keys map[string]any

// sortBytes is how much of a collation key is kept: the first 40 letters. Whole keys would be three times as long, and
// a search reads them all.
const sortBytes = 80

// keysVersion changes when the same row would get other keys: then all are computed anew.
// Raise the number with a change of [fold.Key] or of what goes into a key.
func keysVersion() string { return "1 " + data.AlphabetVersion }

// keyMaker computes keys by the alphabets of both languages.
type keyMaker struct{ kk, ru *data.Alphabet }

func newKeyMaker() keyMaker { return keyMaker{kk: data.NewAlphabet("kk"), ru: data.NewAlphabet("ru")} }

// rekeyer computes the keys of rows again.
type rekeyer interface {
	rekey(ctx context.Context, w *tx, id int64) error
	keyed() bool
}

func (t *table[T]) base() *shape { return &t.shape }

func (t *table[T]) keyed() bool { return t.keys != nil }

// rekey computes the keys of one row from what is stored.
func (t *table[T]) rekey(ctx context.Context, w *tx, id int64) error {
	if t.keys == nil {
		return nil
	}
	row, err := t.get(ctx, w, id)
	if err != nil {
		return err
	}
	return w.changeRow(ctx, t.name, id, t.computed(&row))
}

func (t *table[T]) computed(row *T) keys {
	if t.keys == nil {
		return nil
	}
	return t.keys(*row)
}

func (t *table[T]) idOf(row *T) int64 {
	if t.id == nil {
		return 0
	}
	return reflect.ValueOf(row).Elem().FieldByIndex(t.id).Int()
}

func (t *table[T]) seen(row *T) (version any, has bool) {
	if t.version == nil {
		return nil, false
	}
	return reflect.ValueOf(row).Elem().FieldByIndex(t.version).Int(), true
}

func (t *table[T]) setVersion(row *T, version int64) {
	if t.version != nil {
		reflect.ValueOf(row).Elem().FieldByIndex(t.version).SetInt(version)
	}
}

// searchText folds each part apart: what is looked for lies within one word or a run of words of one part.
func searchText(parts ...string) string {
	var out []string
	for _, p := range parts {
		if k := fold.Key(p); k != "" {
			out = append(out, k)
		}
	}
	return strings.Join(out, " ")
}

func (m keyMaker) of(search, kk, ru string) keys {
	return keys{"search": search, "sort_kk": cut(m.kk.Key(kk)), "sort_ru": cut(m.ru.Key(ru))}
}

func cut(key []byte) []byte { return key[:min(len(key), sortBytes)] }

func (m keyMaker) named(n data.Names, more ...string) keys {
	return m.of(searchText(append([]string{n.KK, n.RU, n.EN}, more...)...), n.In("kk"), n.In("ru"))
}

func (m keyMaker) person(p data.Person, number string) keys {
	name := p.FullName()
	k := m.of(searchText(name, p.Preferred), name, name)
	parts := []string{number}
	for _, phone := range p.Phones {
		parts = append(parts, fold.Digits(phone))
	}
	k["digits"] = strings.TrimSpace(strings.Join(parts, " "))
	return k
}

func (m keyMaker) volunteer(v data.Volunteer) keys {
	return m.person(v.Person, strconv.FormatInt(v.Number, 10))
}

func (m keyMaker) application(a data.Application) keys { return m.person(a.Person, "") }

func (m keyMaker) group(g data.Group) keys { return m.of(searchText(g.Name), g.Name, g.Name) }

func (m keyMaker) venue(v data.Venue) keys { return m.named(v.Name) }

func (m keyMaker) project(p data.Project) keys { return m.named(p.Name, p.Partners) }

func (m keyMaker) event(e data.Event) keys { return m.named(e.Title, e.Campaigns...) }

func (m keyMaker) contribution(c data.Contribution) keys {
	return m.of(searchText(c.Giver, c.What, c.Purpose, c.Campaign), c.Giver, c.Giver)
}

// rebuildKeys computes the keys of a whole file again when the tables they come from have changed.
func (s *Store) rebuildKeys(ctx context.Context, f *file) error {
	return s.inTx(ctx, f, data.Actor{}, "rebuild_keys", func(w *tx) error {
		var have string
		err := w.GetContext(ctx, &have, "SELECT coalesce(max(value), '') FROM settings WHERE name = 'keys'")
		if err != nil || have == keysVersion() {
			return err
		}
		for _, e := range f.entities {
			if err := rekeyAll(ctx, w, e); err != nil {
				return err
			}
		}
		_, err = w.ExecContext(ctx, "INSERT OR REPLACE INTO settings (name, value) VALUES ('keys', ?)", keysVersion())
		return err
	})
}

func rekeyAll(ctx context.Context, w *tx, e entity) error {
	if !e.keyed() {
		return nil
	}
	var ids []int64
	if err := w.SelectContext(ctx, &ids, "SELECT id FROM "+string(e.base().name)); err != nil {
		return fmt.Errorf("listing %s: %w", e.base().name, err)
	}
	for _, id := range ids {
		if err := e.rekey(ctx, w, id); err != nil {
			return err
		}
	}
	return nil
}
