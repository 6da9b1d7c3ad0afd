-- Searches that somebody wants to have again, by the name in which they act.
CREATE TABLE saved_search (
  region_id integer NOT NULL REFERENCES region (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  role text COLLATE "C" NOT NULL,
  by_name text NOT NULL,
  title text NOT NULL,
  -- {q, kind, place}
  query jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (region_id, id),
  UNIQUE (region_id, role, by_name, title)
);
