-- A requirement says how long a proof of it holds, and one that is asked for no more stays for the proofs there are.

-- +goose Up
ALTER TABLE requirements ADD COLUMN months INTEGER NOT NULL DEFAULT 0 CHECK (months >= 0); -- 0 = without end
ALTER TABLE requirements ADD COLUMN retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1));
