-- The resource that this one was found to be; it is then shown nowhere by itself.
ALTER TABLE subject ADD COLUMN merged_into uuid;
CREATE INDEX subject_merged ON subject (region_id, merged_into) WHERE merged_into IS NOT NULL;

-- Two resources that may be one, with why, and what somebody decided.
CREATE TABLE duplicate_pair (
  region_id integer NOT NULL REFERENCES region (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  kind text COLLATE "C" NOT NULL,
  -- The lesser id first, so that two are one pair.
  left_id uuid NOT NULL,
  right_id uuid NOT NULL,
  score double precision NOT NULL CHECK (score BETWEEN 0 AND 1),
  reasons jsonb NOT NULL,
  state text COLLATE "C" NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'merged', 'apart')),
  -- Put off by whoever looked at it: it comes after the others.
  later integer NOT NULL DEFAULT 0,
  found_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (region_id, id),
  UNIQUE (region_id, left_id, right_id),
  CHECK (left_id < right_id)
);
CREATE INDEX duplicate_pair_state ON duplicate_pair (region_id, state, later, score DESC);

-- Every step that somebody took: never changed.
CREATE TABLE duplicate_step (
  region_id integer NOT NULL REFERENCES region (id),
  id bigint GENERATED ALWAYS AS IDENTITY,
  pair_id uuid NOT NULL,
  action text COLLATE "C" NOT NULL,
  by_name text NOT NULL,
  by_role text COLLATE "C" NOT NULL,
  note text,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (region_id, id)
);
CREATE INDEX duplicate_step_pair ON duplicate_step (region_id, pair_id, id);

-- What a merge moved from one resource to the other, so that taking it back moves exactly that.
CREATE TABLE resource_merge (
  region_id integer NOT NULL REFERENCES region (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  pair_id uuid NOT NULL,
  kept_id uuid NOT NULL,
  merged_id uuid NOT NULL,
  -- Columns of both before, and the kept one's after.
  before jsonb NOT NULL,
  -- By table the keys of the rows that were moved.
  moved jsonb NOT NULL,
  merged_at timestamptz NOT NULL DEFAULT now(),
  undone_at timestamptz,
  PRIMARY KEY (region_id, id)
);
CREATE INDEX resource_merge_pair ON resource_merge (region_id, pair_id) WHERE undone_at IS NULL;
