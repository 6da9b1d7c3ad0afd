-- A table that somebody uploaded: its cells stay as they were, so that it can be understood anew until it is
-- confirmed, and its errors be told afterwards.
CREATE TABLE import (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  region_id integer NOT NULL REFERENCES region,
  file_name text NOT NULL,
  status text COLLATE "C" NOT NULL DEFAULT 'preview' CHECK (status IN ('preview', 'committed', 'undone')),
  created_at timestamptz NOT NULL DEFAULT now(),
  content jsonb NOT NULL,
  choices jsonb NOT NULL DEFAULT '{}',
  row_count integer NOT NULL CHECK (row_count >= 0),
  error_count integer NOT NULL CHECK (error_count >= 0),
  result jsonb,
  -- What confirming it wrote: undoing takes back exactly this.
  written jsonb
);
CREATE INDEX import_by_region ON import (region_id, created_at DESC);
