-- A table of needs that was read in; it can be taken back.
CREATE TABLE demand_import (
  region_id integer NOT NULL REFERENCES region (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  file_name text NOT NULL,
  -- Rows of it that were left out.
  refused integer NOT NULL,
  by_name text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  undone_by text,
  undone_at timestamptz,
  PRIMARY KEY (region_id, id)
);

-- The table that a need came with, or the visit on which somebody told it.
ALTER TABLE demand ADD COLUMN import_id uuid;
ALTER TABLE demand ADD COLUMN visited_on date;
ALTER TABLE demand ADD COLUMN told_by text;
CREATE INDEX demand_of_import ON demand (region_id, import_id) WHERE import_id IS NOT NULL;
