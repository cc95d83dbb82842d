-- The journal: what happened, in order, never changed.

CREATE TABLE act (
  id       INTEGER PRIMARY KEY,      -- 1, 2, 3 ... without a gap
  at       TEXT NOT NULL,            -- RFC 3339, with the offset of the place
  occasion TEXT NOT NULL,            -- JSON: what the person did
  changes  INTEGER NOT NULL CHECK (changes > 0),
  seal     TEXT NOT NULL             -- SHA-256 over the seal before, this act and its changes
) STRICT;

CREATE TABLE change (
  id   INTEGER PRIMARY KEY,          -- 1, 2, 3 ... without a gap, over all acts
  act  INTEGER NOT NULL REFERENCES act (id),
  body TEXT NOT NULL                 -- JSON: one change
) STRICT;

CREATE INDEX change_of_act ON change (act);

CREATE TRIGGER act_is_never_updated BEFORE UPDATE ON act
BEGIN SELECT RAISE (ABORT, 'the journal is append-only'); END;

CREATE TRIGGER act_is_never_deleted BEFORE DELETE ON act
BEGIN SELECT RAISE (ABORT, 'the journal is append-only'); END;

-- INSERT OR REPLACE deletes without asking the triggers above, so only the next number may be inserted.
CREATE TRIGGER act_is_only_appended BEFORE INSERT ON act
WHEN NEW.id <> (SELECT ifnull(max(id), 0) + 1 FROM act)
BEGIN SELECT RAISE (ABORT, 'the journal is append-only'); END;

CREATE TRIGGER change_is_never_updated BEFORE UPDATE ON change
BEGIN SELECT RAISE (ABORT, 'the journal is append-only'); END;

CREATE TRIGGER change_is_never_deleted BEFORE DELETE ON change
BEGIN SELECT RAISE (ABORT, 'the journal is append-only'); END;

CREATE TRIGGER change_is_only_appended BEFORE INSERT ON change
WHEN NEW.id <> (SELECT ifnull(max(id), 0) + 1 FROM change) OR NEW.act <> (SELECT max(id) FROM act)
BEGIN SELECT RAISE (ABORT, 'the journal is append-only'); END;

-- The tables: what the screens read. Replaying the journal gives exactly these rows.

CREATE TABLE founding (
  one          INTEGER PRIMARY KEY CHECK (one = 1),
  slot_minutes INTEGER NOT NULL,
  night        TEXT NOT NULL,        -- JSON: border between day and night
  task_list    TEXT NOT NULL         -- JSON: the task list, whole
) STRICT;

CREATE TABLE office (
  one     INTEGER PRIMARY KEY CHECK (one = 1),
  name    TEXT NOT NULL,
  number  TEXT,
  service TEXT
) STRICT;

-- One row holds a whole sheet. Nobody asks for a single cell: screens and reports read all cells of a wave, the analysis
-- sums them up in its own frame. So the 60 to 110 cells of a sheet stand in one column, in the form that the journal has
-- (json_each reads it); a row per cell would make importing and reading many times slower and the file larger.
CREATE TABLE sheet (
  wave           INTEGER NOT NULL,   -- 0 before, 1 after 1, 2 after 2 ...
  staff          TEXT NOT NULL,
  date           TEXT NOT NULL,      -- YYYY-MM-DD, the date on which the shift starts
  starts_at      INTEGER NOT NULL,   -- minute after 0:00 of the date
  role           TEXT,
  unit           TEXT,
  scheduled_from INTEGER,            -- minutes after 0:00 of the date; past 1440 on the next day
  scheduled_to   INTEGER,
  actual_from    INTEGER,
  actual_to      INTEGER,
  slot_minutes   INTEGER NOT NULL,
  cells          TEXT NOT NULL,      -- JSON: [{"at": minute, "shares": [[task, minutes], ...]}, ...]
  note           TEXT NOT NULL,
  PRIMARY KEY (wave, staff, date, starts_at)
) STRICT;

CREATE TABLE file (
  fingerprint TEXT NOT NULL,         -- SHA-256 of the bytes, in hex
  wave        INTEGER,               -- NULL when the file itself names waves
  name        TEXT NOT NULL,
  kind        TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX file_once ON file (fingerprint, ifnull(wave, -1));
