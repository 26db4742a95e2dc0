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

-- Who signs in. The password is in the header of the file; credential is the public half of the key pair, or the sealed
-- pair while the account is disabled.
CREATE TABLE accounts (
	id          INTEGER PRIMARY KEY AUTOINCREMENT,
	name        TEXT NOT NULL CHECK (name <> ''),
	role        TEXT NOT NULL CHECK (role IN ('staff', 'organizer', 'manager', 'caseworker', 'admin')),
	state       TEXT NOT NULL CHECK (state IN ('active', 'disabled', 'removed')),
	must_change INTEGER NOT NULL DEFAULT 0 CHECK (must_change IN (0, 1)),
	created_at  TEXT NOT NULL,
	password_at TEXT NOT NULL,
	credential  TEXT NOT NULL
) STRICT;

-- All names that accounts have had: none is given to another.
CREATE TABLE account_names (
	name       TEXT NOT NULL,
	account_id INTEGER NOT NULL REFERENCES accounts (id),
	UNIQUE (name, account_id)
) STRICT;

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
