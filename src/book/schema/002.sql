-- How a sheet was recorded, the task list of which its codes are, and what was copied into it.

ALTER TABLE sheet ADD COLUMN manner TEXT NOT NULL DEFAULT 'self_recorded';
ALTER TABLE sheet ADD COLUMN list INTEGER NOT NULL DEFAULT 0;       -- number in the book's line of task lists; 0 = the founding's
ALTER TABLE sheet ADD COLUMN copied TEXT NOT NULL DEFAULT '[]';     -- JSON: first minutes of cells nobody has touched since

-- Task lists taken since the founding, in order from 1.
CREATE TABLE task_list (
  number  INTEGER PRIMARY KEY,
  list    TEXT NOT NULL,             -- JSON: the task list, whole
  mapping TEXT NOT NULL              -- JSON: from the codes of the list before
) STRICT;

-- What the office keeps beside its sheets, one row a thing: plans, surveys, timings, settings. Each is read and written
-- whole and there are few of each kind, so one table holds them all.
CREATE TABLE record (
  kind TEXT NOT NULL,
  key  TEXT NOT NULL,                -- what tells it from others of its kind; sorts as they are read
  body TEXT NOT NULL,                -- JSON
  PRIMARY KEY (kind, key)
) STRICT;
