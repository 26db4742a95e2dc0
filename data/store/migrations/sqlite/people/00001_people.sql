-- Volunteers, events, hours and contributions.
-- Absent text is '', so that no query needs to think of NULL; NULL stands only in foreign keys and in counts
-- that were not recorded. Days are YYYY-MM-DD, moments YYYY-MM-DDTHH:MM on the wall clock of Almaty.
-- version is the number of the batch that wrote the row last. search, digits, sort_kk and sort_ru are computed by the program.

-- +goose Up
PRAGMA application_id = 0x53617950; -- "SayP"

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

-- Files with people's data that were made outside of the vault, until they are deleted.
CREATE TABLE outside_files (
	id      INTEGER PRIMARY KEY AUTOINCREMENT,
	at      TEXT NOT NULL,
	account TEXT NOT NULL,
	kind    TEXT NOT NULL, -- 'front-office', 'rejected', 'recovery_sheet'
	path    TEXT NOT NULL UNIQUE,
	sha256  TEXT NOT NULL  -- as it was made: what was changed since is not ours to delete
) STRICT;

CREATE TABLE groups (
	id        INTEGER PRIMARY KEY AUTOINCREMENT,
	version   INTEGER NOT NULL,
	name      TEXT NOT NULL CHECK (name <> ''),
	formed_on TEXT NOT NULL DEFAULT '' CHECK (length(formed_on) IN (0, 10)),
	ended_on  TEXT NOT NULL DEFAULT '' CHECK (length(ended_on) IN (0, 10)),
	leader_id INTEGER REFERENCES volunteers (id),
	note      TEXT NOT NULL DEFAULT '',
	search    TEXT NOT NULL DEFAULT '',
	sort_kk   BLOB NOT NULL DEFAULT x'',
	sort_ru   BLOB NOT NULL DEFAULT x''
) STRICT;
CREATE INDEX groups_leader ON groups (leader_id) WHERE leader_id IS NOT NULL;

CREATE TABLE volunteers (
	id               INTEGER PRIMARY KEY AUTOINCREMENT,
	version          INTEGER NOT NULL,
	number           INTEGER NOT NULL UNIQUE CHECK (number > 0),
	surname          TEXT NOT NULL DEFAULT '',
	given            TEXT NOT NULL DEFAULT '',
	patronymic       TEXT NOT NULL DEFAULT '',
	preferred        TEXT NOT NULL DEFAULT '',
	birth            TEXT NOT NULL DEFAULT '' CHECK (length(birth) IN (0, 10)),
	sex              TEXT NOT NULL DEFAULT '' CHECK (sex IN ('', 'female', 'male')),
	iin              TEXT NOT NULL DEFAULT '' CHECK (length(iin) IN (0, 12)),
	phones           TEXT NOT NULL DEFAULT '[]',
	email            TEXT NOT NULL DEFAULT '',
	messenger        TEXT NOT NULL DEFAULT '',
	region           TEXT NOT NULL DEFAULT '',
	district         TEXT NOT NULL DEFAULT '',
	workplace        TEXT NOT NULL DEFAULT '',
	faculty          TEXT NOT NULL DEFAULT '',
	study_year       INTEGER NOT NULL DEFAULT 0 CHECK (study_year >= 0),
	specialty        TEXT NOT NULL DEFAULT '' CHECK (specialty IN ('', 'creative', 'technical', 'other')),
	languages        TEXT NOT NULL DEFAULT '[]',
	skills           TEXT NOT NULL DEFAULT '[]',
	directions       TEXT NOT NULL DEFAULT '[]',
	availability     TEXT NOT NULL DEFAULT '{}',
	emergency_name   TEXT NOT NULL DEFAULT '',
	emergency_phone  TEXT NOT NULL DEFAULT '',
	guardian_name    TEXT NOT NULL DEFAULT '',
	guardian_phone   TEXT NOT NULL DEFAULT '',
	guardian_consent TEXT NOT NULL DEFAULT '' CHECK (length(guardian_consent) IN (0, 10)),
	source           TEXT NOT NULL DEFAULT '',
	note             TEXT NOT NULL DEFAULT '',
	status           TEXT NOT NULL CHECK (status IN ('active', 'on_leave', 'left')),
	left_reason      TEXT NOT NULL DEFAULT '',
	accepted         TEXT NOT NULL DEFAULT '' CHECK (length(accepted) IN (0, 10)),
	left_on          TEXT NOT NULL DEFAULT '' CHECK (length(left_on) IN (0, 10)),
	leave_since      TEXT NOT NULL DEFAULT '' CHECK (length(leave_since) IN (0, 10)),
	form             TEXT NOT NULL DEFAULT '',
	group_id         INTEGER REFERENCES groups (id),
	naming           TEXT NOT NULL CHECK (naming IN ('none', 'number', 'name')),
	coordinator      INTEGER NOT NULL DEFAULT 0 CHECK (coordinator IN (0, 1)),
	consent_on       TEXT NOT NULL DEFAULT '' CHECK (length(consent_on) IN (0, 10)),
	consent_until    TEXT NOT NULL DEFAULT '' CHECK (length(consent_until) IN (0, 10)),
	consent_third    INTEGER NOT NULL DEFAULT 0 CHECK (consent_third IN (0, 1)),
	confidential_on  TEXT NOT NULL DEFAULT '' CHECK (length(confidential_on) IN (0, 10)),
	ethics_on        TEXT NOT NULL DEFAULT '' CHECK (length(ethics_on) IN (0, 10)),
	ethics_edition   TEXT NOT NULL DEFAULT '',
	awards           TEXT NOT NULL DEFAULT '',
	search           TEXT NOT NULL DEFAULT '',
	digits           TEXT NOT NULL DEFAULT '',
	sort_kk          BLOB NOT NULL DEFAULT x'',
	sort_ru          BLOB NOT NULL DEFAULT x''
) STRICT;
-- a search for a common name reads one of these in order until a page is full, and never the rows
CREATE INDEX volunteers_kk ON volunteers (sort_kk, id, search, digits, status);
CREATE INDEX volunteers_ru ON volunteers (sort_ru, id, search, digits, status);
CREATE INDEX volunteers_accepted ON volunteers (accepted);
CREATE INDEX volunteers_birth ON volunteers (birth);
CREATE INDEX volunteers_iin ON volunteers (iin) WHERE iin <> '';
CREATE INDEX volunteers_email ON volunteers (email) WHERE email <> '';
CREATE INDEX volunteers_group ON volunteers (group_id) WHERE group_id IS NOT NULL;
CREATE INDEX volunteers_coordinator ON volunteers (id) WHERE coordinator = 1;

-- A search for a rare name has to read them all: 64 people to a row, a line for each, "search|id" and "digits|id".
-- Row by row it took three times as long.
CREATE TABLE search_blocks (
	id     INTEGER PRIMARY KEY, -- of the volunteers, without the last six bits
	search TEXT NOT NULL,
	digits TEXT NOT NULL
) STRICT;

-- +goose StatementBegin
CREATE TRIGGER volunteers_found AFTER INSERT ON volunteers BEGIN
	INSERT INTO search_blocks (id, search, digits)
	VALUES (new.id >> 6, new.search || '|' || new.id || char(10), new.digits || '|' || new.id || char(10))
	ON CONFLICT (id) DO UPDATE SET search = search || excluded.search, digits = digits || excluded.digits;
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER volunteers_renamed AFTER UPDATE OF search, digits ON volunteers BEGIN
	UPDATE search_blocks SET
		search = replace(search, old.search || '|' || old.id || char(10), new.search || '|' || old.id || char(10)),
		digits = replace(digits, old.digits || '|' || old.id || char(10), new.digits || '|' || old.id || char(10))
	WHERE id = old.id >> 6;
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER volunteers_lost AFTER DELETE ON volunteers BEGIN
	UPDATE search_blocks SET
		search = replace(search, old.search || '|' || old.id || char(10), ''),
		digits = replace(digits, old.digits || '|' || old.id || char(10), '')
	WHERE id = old.id >> 6;
END;
-- +goose StatementEnd

CREATE TABLE applications (
	id               INTEGER PRIMARY KEY AUTOINCREMENT,
	version          INTEGER NOT NULL,
	surname          TEXT NOT NULL DEFAULT '',
	given            TEXT NOT NULL DEFAULT '',
	patronymic       TEXT NOT NULL DEFAULT '',
	preferred        TEXT NOT NULL DEFAULT '',
	birth            TEXT NOT NULL DEFAULT '' CHECK (length(birth) IN (0, 10)),
	sex              TEXT NOT NULL DEFAULT '' CHECK (sex IN ('', 'female', 'male')),
	iin              TEXT NOT NULL DEFAULT '' CHECK (length(iin) IN (0, 12)),
	phones           TEXT NOT NULL DEFAULT '[]',
	email            TEXT NOT NULL DEFAULT '',
	messenger        TEXT NOT NULL DEFAULT '',
	region           TEXT NOT NULL DEFAULT '',
	district         TEXT NOT NULL DEFAULT '',
	workplace        TEXT NOT NULL DEFAULT '',
	faculty          TEXT NOT NULL DEFAULT '',
	study_year       INTEGER NOT NULL DEFAULT 0 CHECK (study_year >= 0),
	specialty        TEXT NOT NULL DEFAULT '' CHECK (specialty IN ('', 'creative', 'technical', 'other')),
	languages        TEXT NOT NULL DEFAULT '[]',
	skills           TEXT NOT NULL DEFAULT '[]',
	directions       TEXT NOT NULL DEFAULT '[]',
	availability     TEXT NOT NULL DEFAULT '{}',
	emergency_name   TEXT NOT NULL DEFAULT '',
	emergency_phone  TEXT NOT NULL DEFAULT '',
	guardian_name    TEXT NOT NULL DEFAULT '',
	guardian_phone   TEXT NOT NULL DEFAULT '',
	guardian_consent TEXT NOT NULL DEFAULT '' CHECK (length(guardian_consent) IN (0, 10)),
	source           TEXT NOT NULL DEFAULT '',
	note             TEXT NOT NULL DEFAULT '',
	status           TEXT NOT NULL CHECK (status IN ('new', 'screening', 'accepted', 'declined', 'withdrawn')),
	received_on      TEXT NOT NULL CHECK (length(received_on) = 10),
	decided_on       TEXT NOT NULL DEFAULT '' CHECK (length(decided_on) IN (0, 10)),
	reason           TEXT NOT NULL DEFAULT '',
	volunteer_id     INTEGER REFERENCES volunteers (id),
	search           TEXT NOT NULL DEFAULT '',
	digits           TEXT NOT NULL DEFAULT '',
	sort_kk          BLOB NOT NULL DEFAULT x'',
	sort_ru          BLOB NOT NULL DEFAULT x''
) STRICT;
CREATE INDEX applications_received ON applications (received_on);
CREATE INDEX applications_open ON applications (received_on) WHERE status IN ('new', 'screening');
CREATE INDEX applications_volunteer ON applications (volunteer_id) WHERE volunteer_id IS NOT NULL;

CREATE TABLE clearances (
	id           INTEGER PRIMARY KEY AUTOINCREMENT,
	version      INTEGER NOT NULL,
	volunteer_id INTEGER NOT NULL REFERENCES volunteers (id),
	requirement  TEXT NOT NULL CHECK (requirement <> ''),
	issued_on    TEXT NOT NULL CHECK (length(issued_on) = 10),
	until        TEXT NOT NULL DEFAULT '' CHECK (length(until) IN (0, 10))
) STRICT;
CREATE INDEX clearances_volunteer ON clearances (volunteer_id);

CREATE TABLE venues (
	id         INTEGER PRIMARY KEY AUTOINCREMENT,
	version    INTEGER NOT NULL,
	name       TEXT NOT NULL CHECK (name <> '{}'),
	address    TEXT NOT NULL DEFAULT '',
	region     TEXT NOT NULL DEFAULT '',
	capacity   INTEGER NOT NULL DEFAULT 0 CHECK (capacity >= 0),
	parallel   INTEGER NOT NULL CHECK (parallel > 0),
	closed     INTEGER NOT NULL DEFAULT 0 CHECK (closed IN (0, 1)),
	women_only INTEGER NOT NULL DEFAULT 0 CHECK (women_only IN (0, 1)),
	retired    INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1)),
	note       TEXT NOT NULL DEFAULT '',
	search     TEXT NOT NULL DEFAULT '',
	sort_kk    BLOB NOT NULL DEFAULT x'',
	sort_ru    BLOB NOT NULL DEFAULT x'',
	CHECK (closed = 0 OR address = '') -- the shelter's address is in no file of ours
) STRICT;

CREATE TABLE projects (
	id        INTEGER PRIMARY KEY AUTOINCREMENT,
	version   INTEGER NOT NULL,
	name      TEXT NOT NULL CHECK (name <> '{}'),
	aim       TEXT NOT NULL DEFAULT '',
	from_on   TEXT NOT NULL CHECK (length(from_on) IN (0, 10)),
	to_on     TEXT NOT NULL CHECK (length(to_on) IN (0, 10)),
	planned   INTEGER NOT NULL DEFAULT 0 CHECK (planned >= 0),
	expected  TEXT NOT NULL DEFAULT '',
	actual    TEXT NOT NULL DEFAULT '',
	partners  TEXT NOT NULL DEFAULT '',
	direction TEXT NOT NULL DEFAULT '',
	law_kind  TEXT NOT NULL DEFAULT '',
	search    TEXT NOT NULL DEFAULT '',
	sort_kk   BLOB NOT NULL DEFAULT x'',
	sort_ru   BLOB NOT NULL DEFAULT x''
) STRICT;

CREATE TABLE events (
	id              INTEGER PRIMARY KEY AUTOINCREMENT,
	version         INTEGER NOT NULL,
	title           TEXT NOT NULL CHECK (title <> '{}'),
	type            TEXT NOT NULL,
	status          TEXT NOT NULL CHECK (status IN ('idea', 'planned', 'confirmed', 'held', 'cancelled', 'moved')),
	start_at        TEXT NOT NULL CHECK (length(start_at) IN (0, 16)),
	end_at          TEXT NOT NULL CHECK (length(end_at) IN (0, 16)),
	venue_id        INTEGER REFERENCES venues (id),
	project_id      INTEGER REFERENCES projects (id),
	coordinator_id  INTEGER REFERENCES volunteers (id),
	law_kind        TEXT NOT NULL DEFAULT '',
	direction       TEXT NOT NULL DEFAULT '',
	campaigns       TEXT NOT NULL DEFAULT '[]',
	residents       INTEGER NOT NULL CHECK (residents IN (0, 1)),
	public_count    INTEGER CHECK (public_count >= 0),
	residents_count INTEGER CHECK (residents_count >= 0),
	description     TEXT NOT NULL DEFAULT '',
	requirements    TEXT NOT NULL DEFAULT '',
	result          TEXT NOT NULL DEFAULT '',
	link            TEXT NOT NULL DEFAULT '',
	note            TEXT NOT NULL DEFAULT '',
	override_reason TEXT NOT NULL DEFAULT '',
	search          TEXT NOT NULL DEFAULT '',
	sort_kk         BLOB NOT NULL DEFAULT x'',
	sort_ru         BLOB NOT NULL DEFAULT x''
) STRICT;
CREATE INDEX events_start ON events (start_at, id);
CREATE INDEX events_status ON events (status, start_at);
CREATE INDEX events_venue ON events (venue_id, start_at) WHERE venue_id IS NOT NULL;
CREATE INDEX events_project ON events (project_id) WHERE project_id IS NOT NULL;
CREATE INDEX events_coordinator ON events (coordinator_id) WHERE coordinator_id IS NOT NULL;
CREATE INDEX events_search ON events (search, start_at);
CREATE INDEX events_kk ON events (sort_kk, id);
CREATE INDEX events_ru ON events (sort_ru, id);

CREATE TABLE needs (
	id         INTEGER PRIMARY KEY AUTOINCREMENT,
	version    INTEGER NOT NULL,
	event_id   INTEGER NOT NULL REFERENCES events (id),
	role       TEXT NOT NULL DEFAULT '',
	wanted     INTEGER NOT NULL CHECK (wanted > 0),
	clearances TEXT NOT NULL DEFAULT '[]'
) STRICT;
CREATE INDEX needs_event ON needs (event_id);

CREATE TABLE assignments (
	id           INTEGER PRIMARY KEY AUTOINCREMENT,
	version      INTEGER NOT NULL,
	need_id      INTEGER NOT NULL REFERENCES needs (id),
	volunteer_id INTEGER NOT NULL REFERENCES volunteers (id),
	status       TEXT NOT NULL CHECK (status IN ('requested', 'confirmed', 'waitlisted', 'declined', 'withdrawn')),
	attendance   TEXT NOT NULL DEFAULT '' CHECK (attendance IN ('', 'attended', 'late', 'left_early', 'absent', 'absent_excused')),
	start_at     TEXT NOT NULL DEFAULT '' CHECK (length(start_at) IN (0, 16)),
	end_at       TEXT NOT NULL DEFAULT '' CHECK (length(end_at) IN (0, 16)),
	note         TEXT NOT NULL DEFAULT '',
	override_reason TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX assignments_need ON assignments (need_id);
CREATE INDEX assignments_volunteer ON assignments (volunteer_id, status);

CREATE TABLE hours (
	id           INTEGER PRIMARY KEY AUTOINCREMENT,
	version      INTEGER NOT NULL,
	volunteer_id INTEGER NOT NULL REFERENCES volunteers (id),
	event_id     INTEGER REFERENCES events (id),
	day          TEXT NOT NULL CHECK (length(day) = 10),
	start_at     TEXT NOT NULL DEFAULT '' CHECK (length(start_at) IN (0, 16)),
	end_at       TEXT NOT NULL DEFAULT '' CHECK (length(end_at) IN (0, 16)),
	minutes      INTEGER NOT NULL CHECK (minutes > 0),
	status       TEXT NOT NULL CHECK (status IN ('draft', 'submitted', 'approved', 'returned')),
	approved_by  TEXT NOT NULL DEFAULT '',
	approved_at  TEXT NOT NULL DEFAULT '',
	correction   TEXT NOT NULL DEFAULT '',
	note         TEXT NOT NULL DEFAULT '',
	CHECK ((status = 'approved') = (approved_at <> ''))
) STRICT;
CREATE INDEX hours_day ON hours (day, id);
CREATE INDEX hours_status ON hours (status, day, volunteer_id, event_id, minutes);
CREATE INDEX hours_volunteer ON hours (volunteer_id, status, day, minutes, event_id);
CREATE INDEX hours_event ON hours (event_id, status, minutes) WHERE event_id IS NOT NULL;

CREATE TABLE locked_months (
	id      INTEGER PRIMARY KEY AUTOINCREMENT,
	version INTEGER NOT NULL,
	month   TEXT NOT NULL UNIQUE CHECK (length(month) = 7)
) STRICT;

CREATE TABLE contributions (
	id         INTEGER PRIMARY KEY AUTOINCREMENT,
	version    INTEGER NOT NULL,
	kind       TEXT NOT NULL CHECK (kind IN ('money', 'goods', 'services', 'information')),
	giver_kind TEXT NOT NULL CHECK (giver_kind IN ('person', 'organisation', 'anonymous')),
	giver      TEXT NOT NULL DEFAULT '',
	pledged_on TEXT NOT NULL DEFAULT '' CHECK (length(pledged_on) IN (0, 10)),
	day        TEXT NOT NULL DEFAULT '' CHECK (length(day) IN (0, 10)),
	purpose    TEXT NOT NULL DEFAULT '',
	value      INTEGER NOT NULL DEFAULT 0 CHECK (value >= 0), -- tiyn
	basis      TEXT NOT NULL DEFAULT '',
	what       TEXT NOT NULL DEFAULT '',
	channel    TEXT NOT NULL DEFAULT '',
	link       TEXT NOT NULL DEFAULT '',
	reach      INTEGER CHECK (reach >= 0),
	thanked_on TEXT NOT NULL DEFAULT '' CHECK (length(thanked_on) IN (0, 10)),
	may_name   INTEGER NOT NULL DEFAULT 0 CHECK (may_name IN (0, 1)),
	event_id   INTEGER REFERENCES events (id),
	campaign   TEXT NOT NULL DEFAULT '',
	note       TEXT NOT NULL DEFAULT '',
	search     TEXT NOT NULL DEFAULT '',
	sort_kk    BLOB NOT NULL DEFAULT x'',
	sort_ru    BLOB NOT NULL DEFAULT x'',
	CHECK (giver_kind <> 'anonymous' OR giver = '')
) STRICT;
CREATE INDEX contributions_day ON contributions (day, id);
CREATE INDEX contributions_event ON contributions (event_id) WHERE event_id IS NOT NULL;
