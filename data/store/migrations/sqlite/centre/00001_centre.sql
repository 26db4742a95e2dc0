-- The centre's profile, its catalogues and the history of files that left: what every account may open.

-- +goose Up
PRAGMA application_id = 0x53617943; -- "SayC"

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

CREATE TABLE centre (
	id             INTEGER PRIMARY KEY CHECK (id = 1),
	version        INTEGER NOT NULL,
	sample         INTEGER NOT NULL CHECK (sample IN (0, 1)),
	name           TEXT NOT NULL DEFAULT '{}',
	short_name     TEXT NOT NULL DEFAULT '',
	bin            TEXT NOT NULL DEFAULT '' CHECK (length(bin) IN (0, 12)),
	region         TEXT NOT NULL DEFAULT '',
	address        TEXT NOT NULL DEFAULT '',
	phone          TEXT NOT NULL DEFAULT '',
	email          TEXT NOT NULL DEFAULT '',
	head           TEXT NOT NULL DEFAULT '',
	head_post      TEXT NOT NULL DEFAULT '{}',
	executor       TEXT NOT NULL DEFAULT '',
	executor_phone TEXT NOT NULL DEFAULT '',
	responsible    TEXT NOT NULL DEFAULT '',
	wait_days      INTEGER NOT NULL DEFAULT 0 CHECK (wait_days >= 0),
	front_office   TEXT NOT NULL DEFAULT '{}'
) STRICT;

CREATE TABLE directions (
	id          INTEGER PRIMARY KEY AUTOINCREMENT,
	version     INTEGER NOT NULL,
	code        TEXT NOT NULL UNIQUE CHECK (code <> ''),
	names       TEXT NOT NULL,
	short       TEXT NOT NULL DEFAULT '{}',
	adults_only INTEGER NOT NULL DEFAULT 0 CHECK (adults_only IN (0, 1)),
	retired     INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1)),
	position    INTEGER NOT NULL
) STRICT;

CREATE TABLE kinds (
	id          INTEGER PRIMARY KEY AUTOINCREMENT,
	version     INTEGER NOT NULL,
	code        TEXT NOT NULL UNIQUE CHECK (code <> ''),
	names       TEXT NOT NULL,
	short       TEXT NOT NULL DEFAULT '{}',
	adults_only INTEGER NOT NULL DEFAULT 0 CHECK (adults_only IN (0, 1)),
	retired     INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1)),
	position    INTEGER NOT NULL
) STRICT;

CREATE TABLE requirements (
	id       INTEGER PRIMARY KEY AUTOINCREMENT,
	version  INTEGER NOT NULL,
	code     TEXT NOT NULL UNIQUE CHECK (code <> ''),
	names    TEXT NOT NULL,
	blocks   INTEGER NOT NULL DEFAULT 0 CHECK (blocks IN (0, 1)),
	includes TEXT NOT NULL DEFAULT '[]'
) STRICT;

CREATE TABLE holidays (
	id      INTEGER PRIMARY KEY AUTOINCREMENT,
	version INTEGER NOT NULL,
	code    TEXT NOT NULL,
	names   TEXT NOT NULL,
	from_on TEXT NOT NULL CHECK (length(from_on) = 10),
	to_on   TEXT NOT NULL CHECK (length(to_on) = 10),
	CHECK (from_on <= to_on)
) STRICT;
CREATE INDEX holidays_day ON holidays (from_on);

CREATE TABLE exports (
	id         INTEGER PRIMARY KEY AUTOINCREMENT,
	at         TEXT NOT NULL,
	account    TEXT NOT NULL,
	report     TEXT NOT NULL,
	from_on    TEXT NOT NULL DEFAULT '',
	to_on      TEXT NOT NULL DEFAULT '',
	lang       TEXT NOT NULL DEFAULT '',
	recipient  TEXT NOT NULL DEFAULT '',
	file_name  TEXT NOT NULL DEFAULT '',
	sha256     TEXT NOT NULL DEFAULT '',
	with_texts INTEGER NOT NULL DEFAULT 0,
	people     INTEGER NOT NULL DEFAULT 0
) STRICT;
