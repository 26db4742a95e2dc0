package store

import (
	"bytes"
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/jmoiron/sqlx"

	"saya/data"
)

// The chain of a file shows a line that was changed, put in or taken out, but not that its end was cut off. Therefore
// the centre's file remembers the end of every other chain, and the others that of the centre's. Whoever has the keys
// of both files can still write both chains anew.

// CheckAudit goes through the audit of every file that the account opens.
func (s *Store) CheckAudit(ctx context.Context) ([]data.ChainState, error) {
	var out []data.ChainState
	for _, f := range s.open() {
		known, err := s.knownEnd(ctx, f.wall)
		if err != nil {
			return nil, err
		}
		state, err := read(ctx, f, func(q *sqlx.Tx) (data.ChainState, error) { return checkChain(ctx, q, f.wall, known) })
		if err != nil {
			return nil, fmt.Errorf("checking the audit of %s: %w", f.wall, err)
		}
		out = append(out, state)
	}
	return out, nil
}

func (s *Store) auditProblems(ctx context.Context) ([]Problem, error) {
	states, err := s.CheckAudit(ctx)
	var out []Problem
	for _, c := range states {
		if c.BrokenAt != 0 {
			out = append(out, Problem{Key: "audit.problem_broken", Wall: c.Wall, Row: c.BrokenAt})
		}
		if c.Missing != 0 {
			out = append(out, Problem{Key: "audit.problem_missing", Wall: c.Wall, Row: c.Missing})
		}
	}
	return out, err
}

// chainEnd is the last line of a chain: its number and hash.
type chainEnd struct {
	id   int64
	hash []byte
}

func checkChain(ctx context.Context, q *sqlx.Tx, wall Wall, known chainEnd) (state data.ChainState, err error) {
	state.Wall = wall
	rows, err := q.QueryxContext(ctx, "SELECT "+auditColumns+" FROM audit ORDER BY id")
	if err != nil {
		return state, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	last := auditLine{Hash: chainStart(wall)}
	for rows.Next() {
		var l auditLine
		if err := rows.StructScan(&l); err != nil {
			return state, err
		}
		follows := l.ID == last.ID+1 && bytes.Equal(l.Hash, l.chained(last.Hash))
		other := l.ID == known.id && !bytes.Equal(l.Hash, known.hash)
		if state.BrokenAt == 0 && (!follows || other) {
			state.BrokenAt = l.ID
		}
		state.Lines++
		last = l
	}
	state.Missing = max(0, known.id-last.ID)
	return state, rows.Err()
}

// sayEnd writes that the work ends, and the ends of the chains. It tries no more than that: files that are damaged or lie
// on a full disk are closed all the same.
func (s *Store) sayEnd(kind string) error {
	if !s.opened || !s.centre.held() { // failed to open, or closed already
		return nil
	}
	ctx := context.Background()
	var err error
	if !s.free(s.actor) {
		err = s.note(ctx, s.actor, kind, "")
	}
	return errors.Join(err, s.rememberEnds(ctx))
}

// rememberEnds lets the centre's file and each of the others know how the other's chain ends.
func (s *Store) rememberEnds(ctx context.Context) error {
	var err error
	for _, f := range s.open() {
		if f != s.centre {
			err = errors.Join(err, rememberEnd(ctx, f, s.centre), rememberEnd(ctx, s.centre, f))
		}
	}
	return err
}

// rememberEnd writes the end of a chain into another file. An end that the chain does not lead to any more stays what it
// was: it is what shows that lines are missing.
func rememberEnd(ctx context.Context, of, in *file) error {
	before, err := endIn(ctx, in, of.wall)
	if err != nil {
		return err
	}
	leads, last := before.id == 0, auditLine{}
	err = of.view(ctx, func(q *sqlx.Tx) (err error) {
		if !leads {
			err = q.GetContext(ctx, &leads, "SELECT EXISTS (SELECT 1 FROM audit WHERE id = ? AND hash = ?)", before.id, before.hash)
		}
		if err == nil {
			last, err = lastLine(ctx, q, of.wall)
		}
		return err
	})
	if err != nil || !leads || last.ID == before.id {
		return err
	}
	let, err := in.hold()
	if err != nil {
		return err
	}
	defer let()
	_, err = in.write.ExecContext(ctx, "INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)", endName(of.wall),
		strconv.FormatInt(last.ID, 10)+" "+hex.EncodeToString(last.Hash))
	return refuse(err)
}

// knownEnd is the furthest end of a file's chain that another open file remembers.
func (s *Store) knownEnd(ctx context.Context, of Wall) (known chainEnd, err error) {
	for _, in := range s.open() {
		if (in == s.centre) == (of == CentreWall) {
			continue
		}
		end, err := endIn(ctx, in, of)
		if err != nil {
			return known, err
		}
		if end.id > known.id {
			known = end
		}
	}
	return known, nil
}

func endIn(ctx context.Context, in *file, of Wall) (chainEnd, error) {
	return read(ctx, in, func(q *sqlx.Tx) (end chainEnd, err error) {
		var text string
		err = q.GetContext(ctx, &text, "SELECT coalesce(max(value), '') FROM settings WHERE name = ?", endName(of))
		if err != nil || text == "" {
			return end, err
		}
		id, hash, _ := strings.Cut(text, " ")
		if end.id, err = strconv.ParseInt(id, 10, 64); err == nil {
			end.hash, err = hex.DecodeString(hash)
		}
		return end, err
	})
}

// endName is under what a file remembers the end of the chain of another.
func endName(of Wall) string { return "audit_" + string(of) }
