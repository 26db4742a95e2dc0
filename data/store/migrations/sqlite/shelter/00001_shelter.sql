-- Rooms, stays and services, by code. Empty for now.

-- +goose Up
PRAGMA application_id = 0x53617953; -- "SayS"

CREATE TABLE settings (
	name  TEXT PRIMARY KEY,
	value TEXT NOT NULL
) STRICT;

CREATE TABLE batches (
	id      INTEGER PRIMARY KEY AUTOINCREMENT,
	at      TEXT NOT NULL,
	account TEXT NOT NULL,
	kind    TEXT NOT NULL,
	undone  INTEGER REFERENCES batches (id) -- the batch that took this one back
) STRICT;
CREATE INDEX batches_account ON batches (account, id);

CREATE TABLE records (
	id       INTEGER PRIMARY KEY AUTOINCREMENT,
	batch_id INTEGER NOT NULL REFERENCES batches (id),
	entity   TEXT    NOT NULL,
	row_id   INTEGER NOT NULL,
	act      TEXT    NOT NULL CHECK (act IN ('insert', 'change', 'delete')),
	version  INTEGER NOT NULL, -- of the row after the act, 0 after a delete
	old      TEXT    NOT NULL  -- JSON of the row before, '' before an insert
) STRICT;
CREATE INDEX records_row ON records (entity, row_id, id);
CREATE INDEX records_batch ON records (batch_id);

-- Who did what, without values; it outlives the journal. Each line's hash covers it and the hash before it.
CREATE TABLE audit (
	id      INTEGER PRIMARY KEY AUTOINCREMENT,
	at      TEXT NOT NULL,
	account TEXT NOT NULL,
	kind    TEXT NOT NULL,            -- what was done: 'save_volunteer', 'sign_in'
	entity  TEXT NOT NULL DEFAULT '', -- the kind of record, '' when none is meant
	act     TEXT NOT NULL DEFAULT '' CHECK (act IN ('', 'insert', 'change', 'delete')),
	rows    TEXT NOT NULL DEFAULT '', -- ids, '7' or '3-9,12'
	fields  TEXT NOT NULL DEFAULT '', -- of a change the names of columns, 'email,phones', else what it is about
	hash    BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE INDEX audit_at ON audit (at);
