package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/jmoiron/sqlx"

	"saya/data"
)

// auditLine is a line as its file keeps it.
type auditLine struct {
	ID      int64      `db:"id"`
	At      data.Stamp `db:"at"`
	Account string     `db:"account"`
	Kind    string     `db:"kind"`
	Entity  Table      `db:"entity"`
	Act     data.Act   `db:"act"`
	Rows    string     `db:"rows"`
	Fields  string     `db:"fields"` // names of columns of a change, else what the act is about
	Hash    []byte     `db:"hash"`
}

const auditColumns = "id, at, account, kind, entity, act, rows, fields, hash"

// chainStart stands for the hash before the first line of a file.
func chainStart(w Wall) []byte {
	sum := sha256.Sum256([]byte("saya audit " + w))
	return sum[:]
}

// chained is the hash of a line after that of the one before it. Every part goes in with its length, so that no two
// lines read alike.
func (l auditLine) chained(before []byte) []byte {
	text := slices.Clone(before)
	for _, part := range []string{
		strconv.FormatInt(l.ID, 10), string(l.At), l.Account, l.Kind, string(l.Entity), string(l.Act), l.Rows, l.Fields,
	} {
		text = append(binary.AppendUvarint(text, uint64(len(part))), part...)
	}
	sum := sha256.Sum256(text)
	return sum[:]
}

// note adds a line to the audit of the write about what the journal does not keep; id 0 means no record.
func (w *tx) note(entity Table, id int64, act data.Act, about string) {
	l := auditLine{Entity: entity, Act: act, Fields: about}
	if id != 0 {
		l.Rows = strconv.FormatInt(id, 10)
	}
	w.lines = append(w.lines, l)
}

// note writes a line about no record, such as that of signing in.
func (s *Store) note(ctx context.Context, actor data.Actor, kind, about string) error {
	return s.inTx(ctx, s.centre, actor, kind, func(w *tx) error {
		w.note("", 0, "", about)
		return nil
	})
}

// noteSignIn says that somebody has signed in, and how many tries failed before.
func (s *Store) noteSignIn(ctx context.Context, failed int) error {
	about := ""
	if failed > 0 {
		about = strconv.Itoa(failed)
	}
	return s.note(ctx, s.actor, "sign_in", about)
}

// audit writes the lines of the write: one for each kind of record, act and set of fields.
func (w *tx) audit(ctx context.Context) error {
	lines := append(w.recorded(), w.lines...)
	if len(lines) == 0 && w.batch != 0 { // of what is loaded the journal keeps no records
		lines = []auditLine{{}}
	}
	if len(lines) == 0 {
		return nil
	}
	last, err := lastLine(ctx, w, w.file.wall)
	if err != nil {
		return err
	}
	for _, l := range lines {
		l.ID, l.At, l.Account, l.Kind = last.ID+1, w.at, w.actor.Account, w.kind
		l.Hash = l.chained(last.Hash)
		_, err := w.exec(ctx, "INSERT INTO audit ("+auditColumns+") VALUES ("+marks(9)+")",
			l.ID, l.At, l.Account, l.Kind, string(l.Entity), string(l.Act), l.Rows, l.Fields, l.Hash)
		if err != nil {
			return fmt.Errorf("writing the audit: %w", err)
		}
		last = l
	}
	return nil
}

// lastLine is the newest line of a file; before the first one, what it is chained to.
func lastLine(ctx context.Context, q sqlx.QueryerContext, wall Wall) (l auditLine, err error) {
	err = sqlx.GetContext(ctx, q, &l, "SELECT "+auditColumns+" FROM audit ORDER BY id DESC LIMIT 1")
	if errors.Is(err, sql.ErrNoRows) {
		return auditLine{Hash: chainStart(wall)}, nil
	}
	if err != nil {
		return l, fmt.Errorf("reading the audit: %w", err)
	}
	return l, nil
}

// recorded sums up the records of the batch.
func (w *tx) recorded() []auditLine {
	var lines []auditLine
	rows := map[auditKey][]int64{}
	for _, r := range w.records {
		if r.gone {
			continue
		}
		key := auditKey{r.Entity, r.Act, r.changed()}
		if _, ok := rows[key]; !ok {
			lines = append(lines, auditLine{Entity: key.entity, Act: key.act, Fields: key.fields})
		}
		rows[key] = append(rows[key], r.RowID)
	}
	for i, l := range lines {
		lines[i].Rows = spans(rows[auditKey{l.Entity, l.Act, l.Fields}])
	}
	return lines
}

type auditKey struct {
	entity Table
	act    data.Act
	fields string
}

// changed are the names of the columns that a record changed.
func (r *record) changed() string {
	if r.Act != data.Changed {
		return ""
	}
	names := slices.Sorted(maps.Keys(r.old))
	return strings.Join(slices.DeleteFunc(names, func(n string) bool { return n == "version" }), ",")
}

// spans writes ids in their order, runs of them by their ends: "3-9,12".
func spans(ids []int64) string {
	slices.Sort(ids)
	var b strings.Builder
	for i := 0; i < len(ids); i++ {
		first := ids[i]
		for i+1 < len(ids) && ids[i+1] <= ids[i]+1 {
			i++
		}
		if b.Len() > 0 {
			b.WriteByte(',')
		}
		b.WriteString(strconv.FormatInt(first, 10))
		if ids[i] != first {
			b.WriteByte('-')
			b.WriteString(strconv.FormatInt(ids[i], 10))
		}
	}
	return b.String()
}
