package store

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/jmoiron/sqlx"

	"saya/data"
)

// Audit lists the lines of a filter in the files that the account opens, the newest first. It needs
// [data.ReadAudit].
func (s *Store) Audit(ctx context.Context, f data.AuditFilter) ([]data.AuditLine, error) {
	if err := s.permit(s.actor, data.ReadAudit); err != nil {
		return nil, err
	}
	var out []data.AuditLine
	for _, file := range s.open() {
		lines, err := read(ctx, file, func(q *sqlx.Tx) ([]data.AuditLine, error) { return auditOf(ctx, q, file.wall, f) })
		if err != nil {
			return nil, fmt.Errorf("reading the audit of %s: %w", file.wall, err)
		}
		out = append(out, lines...)
	}
	slices.SortStableFunc(out, func(a, b data.AuditLine) int { return strings.Compare(string(b.At), string(a.At)) })
	if f.Limit > 0 {
		out = out[:min(len(out), f.Limit)]
	}
	return out, nil
}

func auditOf(ctx context.Context, q *sqlx.Tx, wall Wall, f data.AuditFilter) (out []data.AuditLine, err error) {
	b := auditQuery(f)
	rows, err := q.QueryxContext(ctx, "SELECT "+auditColumns+" FROM audit WHERE "+and(b.conds)+" ORDER BY id DESC", b.args...)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() && (f.Limit <= 0 || len(out) < f.Limit) {
		var l auditLine
		if err := rows.StructScan(&l); err != nil {
			return nil, err
		}
		if line := l.line(wall); f.Row == 0 || line.Concerns(f.Row) {
			out = append(out, line)
		}
	}
	return out, rows.Err()
}

func auditQuery(f data.AuditFilter) query {
	b := query{}
	b.and("1 = 1")
	if f.From != "" {
		b.and("at >= ?", beginning(f.From))
	}
	if f.To != "" {
		b.and("at < ?", beginning(f.To.AddDays(1)))
	}
	for column, value := range map[string]string{"account": f.Account, "entity": f.Entity, "kind": f.Kind} {
		if value != "" {
			b.and(column+" = ?", value)
		}
	}
	return b
}

// beginning is the moment at which a day begins in the centre.
func beginning(d data.Date) data.Stamp {
	t := d.Time()
	return data.StampOf(time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, data.Zone()))
}

func (l auditLine) line(wall Wall) data.AuditLine {
	out := data.AuditLine{
		Wall: wall, ID: l.ID, At: l.At, Account: l.Account, Kind: l.Kind, Entity: string(l.Entity), Act: l.Act, Rows: l.Rows,
	}
	switch {
	case l.Act != data.Changed:
		out.About = l.Fields
	case l.Fields != "":
		out.Fields = strings.Split(l.Fields, ",")
	}
	return out
}
