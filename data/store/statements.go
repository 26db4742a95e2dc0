package store

import (
	"cmp"
	"context"
	"database/sql"

	"github.com/jmoiron/sqlx"
)

// The statements of a write are prepared once per transaction: the rules read the same few rows for each of a hundred
// thousand records. A context that has ended stops a write before its next statement. The driver is not told of it,
// because it would start a goroutine for every row. A statement that failed ends the write: on a full disk SQLite
// takes the transaction back by itself, and what is written next would be kept.

// prepared is a statement that finds all that was written before it.
func (w *tx) prepared(ctx context.Context, query string) (*sqlx.Stmt, error) {
	if w.behind != nil {
		if err := w.behind.wait(); err != nil {
			return nil, err
		}
	}
	return w.statement(ctx, query)
}

func (w *tx) statement(ctx context.Context, query string) (*sqlx.Stmt, error) {
	if err := cmp.Or(w.failed, ctx.Err()); err != nil {
		return nil, err
	}
	stmt, ok := w.stmts[query]
	if !ok {
		var err error
		if stmt, err = w.PreparexContext(ctx, query); err != nil {
			return nil, err
		}
		w.stmts[query] = stmt
	}
	return stmt, nil
}

func (w *tx) exec(ctx context.Context, query string, args ...any) (sql.Result, error) {
	stmt, err := w.prepared(ctx, query)
	if err != nil {
		return nil, err
	}
	res, err := stmt.ExecContext(context.WithoutCancel(ctx), args...)
	w.failed = cmp.Or(w.failed, err)
	return res, err
}

// QueryxContext is the query of [sqlx.QueryerContext] through a prepared statement. One statement answers one question
// at a time: rows are read to their end before the same text is asked again.
func (w *tx) QueryxContext(ctx context.Context, query string, args ...any) (*sqlx.Rows, error) {
	stmt, err := w.prepared(ctx, query)
	if err != nil {
		return nil, err
	}
	return stmt.QueryxContext(context.WithoutCancel(ctx), args...)
}

// QueryRowxContext is the query for one row of [sqlx.QueryerContext], prepared likewise. After a failure it reads all
// the same, since a row cannot tell of it: the end of the write does.
func (w *tx) QueryRowxContext(ctx context.Context, query string, args ...any) *sqlx.Row {
	stmt, err := w.prepared(ctx, query)
	if err != nil {
		return w.Tx.QueryRowxContext(ctx, query, args...)
	}
	return stmt.QueryRowxContext(context.WithoutCancel(ctx), args...)
}

// GetContext reads one row into dest.
func (w *tx) GetContext(ctx context.Context, dest any, query string, args ...any) error {
	return sqlx.GetContext(ctx, w, dest, query, args...)
}

// SelectContext reads all rows into dest.
func (w *tx) SelectContext(ctx context.Context, dest any, query string, args ...any) error {
	return sqlx.SelectContext(ctx, w, dest, query, args...)
}
