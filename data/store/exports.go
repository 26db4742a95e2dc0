package store

import (
	"context"
	"errors"
	"fmt"

	"github.com/jmoiron/sqlx"

	"saya/data"
)

// rejectedReport is the kind of the workbook of rows that an import left out: whoever imports gets it.
const rejectedReport = "rejected"

const exportColumns = "at, account, report, from_on, to_on, lang, recipient, file_name, sha256, with_texts, people"

// AddExport appends a file that leaves to the history, with the current moment and the actor's account, and returns the
// id of the entry. It is no change of the data: the journal and [Store.LastChange] know nothing of it, and nothing undoes
// it.
func (s *Store) AddExport(ctx context.Context, actor data.Actor, e data.Export) (id int64, err error) {
	right := data.ExportReports
	if e.Report == rejectedReport {
		right = data.ImportRecords
	}
	if err := s.permit(actor, right); err != nil {
		return 0, err
	}
	err = s.inTx(ctx, s.centre, actor, "add_export", func(w *tx) error {
		e.At, e.Account = w.at, actor.Account
		res, err := w.NamedExecContext(ctx, "INSERT INTO exports ("+exportColumns+`)
			VALUES (:at, :account, :report, :from_on, :to_on, :lang, :recipient, :file_name, :sha256, :with_texts, :people)`, e)
		if err != nil {
			return fmt.Errorf("keeping the history of exports: %w", err)
		}
		id, err = res.LastInsertId()
		w.touchedExport(id, data.Inserted, e.Report)
		return err
	})
	return id, err
}

func (w *tx) touchedExport(id int64, act data.Act, report string) {
	w.touched[Exports] = true
	w.note(Exports, id, act, report)
}

// DropExport takes the entry of a file out of the history that could not be put in its place after all.
func (s *Store) DropExport(ctx context.Context, id int64) error {
	if err := errors.Join(s.permit(s.actor, data.ExportReports), s.permit(s.actor, data.ImportRecords)); err != nil {
		return err
	}
	return s.inTx(ctx, s.centre, s.actor, "drop_export", func(w *tx) error {
		if _, err := w.ExecContext(ctx, "DELETE FROM exports WHERE id = ?", id); err != nil {
			return fmt.Errorf("correcting the history of exports: %w", err)
		}
		w.touchedExport(id, data.Deleted, "")
		return nil
	})
}

// Exports lists the files that left, the newest first, at most limit of them (0 = all).
func (s *Store) Exports(ctx context.Context, limit int) ([]data.Export, error) {
	if limit <= 0 {
		limit = -1
	}
	return read(ctx, s.centre, func(q *sqlx.Tx) ([]data.Export, error) {
		var out []data.Export
		err := q.SelectContext(ctx, &out, "SELECT id, "+exportColumns+" FROM exports ORDER BY id DESC LIMIT ?", limit)
		return out, err
	})
}
