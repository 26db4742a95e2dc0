-- Events that were repeated know each other, and an event that was called off says why.

-- +goose Up
ALTER TABLE events ADD COLUMN series INTEGER NOT NULL DEFAULT 0 CHECK (series >= 0); -- id of the event repeated, 0 = none
ALTER TABLE events ADD COLUMN cancel_reason TEXT NOT NULL DEFAULT '';
CREATE INDEX events_series ON events (series, start_at) WHERE series <> 0;
