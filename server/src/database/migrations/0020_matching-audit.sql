-- What the ranking saw in two sides when they were brought together: what came of it teaches the weights.
CREATE TABLE introduction_match (
  region_id integer NOT NULL,
  introduction_id uuid NOT NULL,
  -- 0 to 1 of each feature; null where it was not known.
  values jsonb NOT NULL,
  score double precision NOT NULL,
  -- By which weights: a pack and its date, or a version.
  weights text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (region_id, introduction_id),
  FOREIGN KEY (region_id, introduction_id) REFERENCES introduction (region_id, id) ON DELETE CASCADE
);

-- Weights that a person put in force. Never changed: the latest that was not taken back stands, or else the pack's.
CREATE TABLE ranking_version (
  region_id integer NOT NULL REFERENCES region (id),
  id bigint GENERATED ALWAYS AS IDENTITY,
  weights jsonb NOT NULL,
  -- What it rests on: the table that was learned, and how it did on a test set.
  basis jsonb NOT NULL,
  note text NOT NULL,
  signed_by text NOT NULL,
  signed_role text COLLATE "C" NOT NULL,
  signed_at timestamptz NOT NULL DEFAULT now(),
  taken_back_by text,
  taken_back_at timestamptz,
  taken_back_note text,
  PRIMARY KEY (region_id, id)
);

-- Needs with what was right for them, as it was known on a day. Never changed: the hash is of the cases.
CREATE TABLE match_test_set (
  region_id integer NOT NULL REFERENCES region (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  title text NOT NULL,
  frozen_on date NOT NULL,
  hash text COLLATE "C" NOT NULL,
  cases jsonb NOT NULL,
  frozen_by text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (region_id, id)
);
