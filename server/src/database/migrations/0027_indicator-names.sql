-- What people said of indicators, one thing at a time; `indicator_name` is what holds by now.
CREATE TABLE indicator_naming (
  region_id integer NOT NULL REFERENCES region (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  subjects text[] NOT NULL,
  -- Null where what was said of the subjects was forgotten.
  indicator text,
  -- [{subject, before, after}]
  entries jsonb NOT NULL,
  by_name text NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  undone_by text,
  undone_at timestamptz,
  PRIMARY KEY (region_id, id),
  CHECK ((undone_by IS NULL) = (undone_at IS NULL))
);
CREATE INDEX indicator_naming_latest ON indicator_naming (region_id, at DESC);
