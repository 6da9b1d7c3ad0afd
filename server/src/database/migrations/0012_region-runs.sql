-- All programmes in force on a date, decided for all subjects of a region. What it found is written in one transaction
-- when it is done, so that one that was interrupted leaves nothing but its line here.
CREATE TABLE region_run (
  region_id integer NOT NULL REFERENCES region (id),
  id bigint GENERATED ALWAYS AS IDENTITY,
  on_date date NOT NULL,
  state text COLLATE "C" NOT NULL DEFAULT 'running'
    CHECK (state IN ('running', 'done', 'cancelled', 'interrupted', 'failed')),
  cause text COLLATE "C" NOT NULL CHECK (cause IN ('asked', 'nightly')),
  by_name text,
  -- How far it is: what it is at, and how much of that.
  phase text COLLATE "C" NOT NULL DEFAULT 'facts' CHECK (phase IN ('facts', 'columns', 'programmes', 'done')),
  done bigint NOT NULL DEFAULT 0,
  total bigint NOT NULL DEFAULT 0,
  -- The texts in force, and the program that decided by them.
  library_hash text COLLATE "C" NOT NULL,
  snapshot_id bigint NOT NULL,
  subjects integer NOT NULL DEFAULT 0,
  programmes integer NOT NULL DEFAULT 0,
  changes integer NOT NULL DEFAULT 0,
  faults integer NOT NULL DEFAULT 0,
  -- Columns that it read, so that the next run knows of which it can tell what changed.
  columns integer[] NOT NULL DEFAULT '{}',
  problem text,
  cancel_asked boolean NOT NULL DEFAULT false,
  started_at timestamptz NOT NULL DEFAULT now(),
  ended_at timestamptz,
  PRIMARY KEY (region_id, id)
);

-- The rule version that a run decided a programme by, and what it came to.
CREATE TABLE region_run_programme (
  region_id integer NOT NULL,
  run_id bigint NOT NULL,
  programme text COLLATE "C" NOT NULL,
  version text COLLATE "C" NOT NULL,
  -- Subjects that meet it, and of whom it is open.
  met integer NOT NULL,
  open integer NOT NULL,
  -- Of those that meet it, after settling: ends of the sum.
  least_fen numeric NOT NULL,
  most_fen numeric NOT NULL,
  PRIMARY KEY (region_id, run_id, programme)
);

-- Whom each programme is for, as the latest finished run found it: those that meet it, and those of whom it is open.
-- Read it through server/src/region-run/store-entitlements.ts, which gives the rule version with it and leaves out
-- subjects that are gone.
CREATE TABLE entitlement (
  region_id integer NOT NULL,
  programme text COLLATE "C" NOT NULL,
  subject_id uuid NOT NULL,
  verdict text COLLATE "C" NOT NULL CHECK (verdict IN ('yes', 'unknown')),
  -- Of the programme by itself; null where it pays nothing.
  least_fen bigint,
  most_fen bigint,
  -- After settling: false where another programme is taken in its place, and its amount is then null.
  kept boolean NOT NULL,
  paid_least_fen bigint,
  paid_most_fen bigint,
  -- Facts and records that it waits for, and what experts decide.
  missing text[],
  judged text[],
  -- Of all facts that the programme looks at, as the run read them.
  input_hash bigint NOT NULL,
  -- Since which run it has come to this.
  run_id bigint NOT NULL,
  PRIMARY KEY (region_id, programme, subject_id)
);

-- What came out otherwise than in the run before, and why. Never changed.
CREATE TABLE entitlement_change (
  region_id integer NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY,
  run_id bigint NOT NULL,
  subject_id uuid NOT NULL,
  programme text COLLATE "C" NOT NULL,
  -- {verdict, amountFen, missing}; null where it was not entitled, and is not any more.
  before jsonb,
  after jsonb,
  reasons jsonb NOT NULL,
  kinds text[] NOT NULL,
  PRIMARY KEY (region_id, id)
);
CREATE INDEX entitlement_change_of ON entitlement_change (region_id, run_id, programme);
