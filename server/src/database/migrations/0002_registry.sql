-- Whom programmes can be for: companies, their projects and contracts, institutions, persons.
CREATE TABLE subject (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  region_id integer NOT NULL REFERENCES region (id),
  name text NOT NULL,
  audience text COLLATE "C" NOT NULL,
  -- Where it is registered: what its latest observation of that fact says, kept for lists.
  place text COLLATE "C",
  credit_code text COLLATE "C",
  sample boolean NOT NULL DEFAULT false,
  owner_id uuid REFERENCES subject (id) ON DELETE CASCADE,
  created_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (region_id, credit_code)
);
CREATE INDEX subject_name ON subject (region_id, audience, name);
CREATE INDEX subject_owner ON subject (owner_id);

-- One value of one fact as one source gave it. Never changed; what was wrong is retracted.
CREATE TABLE observation (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  subject_id uuid NOT NULL REFERENCES subject (id) ON DELETE CASCADE,
  key text COLLATE "C" NOT NULL,
  value jsonb NOT NULL,
  source text,
  observed_at date NOT NULL DEFAULT current_date,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  retracted_at timestamptz,
  -- What was written together is taken back together.
  batch uuid NOT NULL
);
CREATE INDEX observation_known ON observation (subject_id, key) WHERE retracted_at IS NULL;
CREATE INDEX observation_batch ON observation (batch);

-- One of many of a kind: a contract, a loan, a patent.
CREATE TABLE record_row (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  subject_id uuid NOT NULL REFERENCES subject (id) ON DELETE CASCADE,
  record text COLLATE "C" NOT NULL,
  cells jsonb NOT NULL,
  source text,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  retracted_at timestamptz,
  batch uuid NOT NULL
);
CREATE INDEX record_row_known ON record_row (subject_id) WHERE retracted_at IS NULL;
CREATE INDEX record_row_batch ON record_row (batch);

-- Regions whose programmes are looked at beside those of the subject's own place.
CREATE TABLE subject_pack (
  subject_id uuid NOT NULL REFERENCES subject (id) ON DELETE CASCADE,
  pack text COLLATE "C" NOT NULL,
  PRIMARY KEY (subject_id, pack)
);

CREATE TABLE award (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  subject_id uuid NOT NULL REFERENCES subject (id) ON DELETE CASCADE,
  programme text COLLATE "C" NOT NULL,
  received_on date,
  amount_fen bigint,
  source text
);
CREATE INDEX award_subject ON award (subject_id);
