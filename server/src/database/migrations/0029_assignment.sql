-- Two sides to be brought together, such as commissioners and villages: one round, from its draft to a list that stands.
CREATE TABLE assignment_round (
  region_id integer NOT NULL REFERENCES region (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  title text NOT NULL,
  kind text COLLATE "C" NOT NULL,
  way text COLLATE "C" NOT NULL CHECK (way IN ('stable', 'coverage')),
  source text COLLATE "C" NOT NULL CHECK (source IN ('file', 'registry')),
  -- {sameCounty, sharedField, keep}, and where its sides come from the registry {leftKind, right, nearest, leftRoom, rightRoom}
  options jsonb NOT NULL,
  file_name text,
  state text COLLATE "C" NOT NULL DEFAULT 'draft'
    CHECK (state IN ('draft', 'computed', 'adjusted', 'confirmed', 'superseded', 'discarded')),
  -- Its latest answer; 0 where there is none.
  run integer NOT NULL DEFAULT 0,
  -- The round whose place it is to take.
  replaces uuid,
  sample boolean NOT NULL DEFAULT false,
  by_name text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (region_id, id)
);

CREATE TABLE assignment_member (
  region_id integer NOT NULL,
  round_id uuid NOT NULL,
  side text COLLATE "C" NOT NULL CHECK (side IN ('left', 'right')),
  number integer NOT NULL,
  code text COLLATE "C" NOT NULL,
  name text NOT NULL,
  county text,
  capacity integer NOT NULL CHECK (capacity >= 0),
  fields text[] NOT NULL,
  counties text[] NOT NULL,
  -- Where more is known of it: resource:… or need:…
  link text COLLATE "C",
  -- How many pairs with it somebody spoke of, eligible or not.
  named integer NOT NULL,
  PRIMARY KEY (region_id, round_id, side, number),
  UNIQUE (region_id, round_id, side, code),
  FOREIGN KEY (region_id, round_id) REFERENCES assignment_round (region_id, id) ON DELETE CASCADE
);

-- The pairs that are eligible, as columns of little-endian numbers: there may be millions.
CREATE TABLE assignment_candidates (
  region_id integer NOT NULL,
  round_id uuid NOT NULL,
  part integer NOT NULL,
  -- int32
  lefts bytea NOT NULL,
  rights bytea NOT NULL,
  -- float64
  left_likes bytea NOT NULL,
  right_likes bytea NOT NULL,
  PRIMARY KEY (region_id, round_id, part),
  FOREIGN KEY (region_id, round_id) REFERENCES assignment_round (region_id, id) ON DELETE CASCADE
);

CREATE TABLE assignment_run (
  region_id integer NOT NULL,
  round_id uuid NOT NULL,
  number integer NOT NULL,
  state text COLLATE "C" NOT NULL DEFAULT 'running'
    CHECK (state IN ('running', 'done', 'cancelled', 'interrupted', 'failed')),
  phase text COLLATE "C" NOT NULL DEFAULT 'waiting',
  done integer NOT NULL DEFAULT 0,
  total integer NOT NULL DEFAULT 0,
  cancel_asked boolean NOT NULL DEFAULT false,
  problem text,
  -- By which it was computed: {way, keep, since}
  settings jsonb NOT NULL,
  -- What it came to.
  figures jsonb,
  by_name text NOT NULL,
  started_at timestamptz NOT NULL DEFAULT now(),
  ended_at timestamptz,
  PRIMARY KEY (region_id, round_id, number),
  FOREIGN KEY (region_id, round_id) REFERENCES assignment_round (region_id, id) ON DELETE CASCADE
);

CREATE TABLE assignment_pair (
  region_id integer NOT NULL,
  round_id uuid NOT NULL,
  run integer NOT NULL,
  position integer NOT NULL,
  left_no integer NOT NULL,
  right_no integer NOT NULL,
  left_rank integer,
  right_rank integer,
  score double precision,
  pinned boolean NOT NULL,
  -- Whether they were not together in the list that it is compared with.
  is_new boolean NOT NULL,
  PRIMARY KEY (region_id, round_id, run, position),
  FOREIGN KEY (region_id, round_id, run) REFERENCES assignment_run (region_id, round_id, number) ON DELETE CASCADE
);

-- Two who would both rather have each other, and whom each would give up; null where it still has room.
CREATE TABLE assignment_blocking (
  region_id integer NOT NULL,
  round_id uuid NOT NULL,
  run integer NOT NULL,
  position integer NOT NULL,
  left_no integer NOT NULL,
  right_no integer NOT NULL,
  left_rank integer NOT NULL,
  right_rank integer NOT NULL,
  score double precision NOT NULL,
  left_over integer,
  right_over integer,
  PRIMARY KEY (region_id, round_id, run, position),
  FOREIGN KEY (region_id, round_id, run) REFERENCES assignment_run (region_id, round_id, number) ON DELETE CASCADE
);

CREATE TABLE assignment_alone (
  region_id integer NOT NULL,
  round_id uuid NOT NULL,
  run integer NOT NULL,
  side text COLLATE "C" NOT NULL,
  member_no integer NOT NULL,
  reason text COLLATE "C" NOT NULL,
  candidates integer NOT NULL,
  PRIMARY KEY (region_id, round_id, run, side, member_no),
  FOREIGN KEY (region_id, round_id, run) REFERENCES assignment_run (region_id, round_id, number) ON DELETE CASCADE
);

-- Who is together otherwise than in the list before, and why.
CREATE TABLE assignment_change (
  region_id integer NOT NULL,
  round_id uuid NOT NULL,
  run integer NOT NULL,
  position integer NOT NULL,
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('ended', 'added')),
  left_name text NOT NULL,
  right_name text NOT NULL,
  reason text COLLATE "C" NOT NULL,
  other text,
  PRIMARY KEY (region_id, round_id, run, position),
  FOREIGN KEY (region_id, round_id, run) REFERENCES assignment_run (region_id, round_id, number) ON DELETE CASCADE
);

-- What a person put together or kept apart, and took back. Nothing is deleted.
CREATE TABLE assignment_adjustment (
  region_id integer NOT NULL,
  round_id uuid NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY,
  what text COLLATE "C" NOT NULL CHECK (what IN ('pin', 'forbid')),
  left_code text COLLATE "C" NOT NULL,
  right_code text COLLATE "C" NOT NULL,
  reason text NOT NULL,
  by_name text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  undone_by text,
  undone_at timestamptz,
  PRIMARY KEY (region_id, round_id, id),
  FOREIGN KEY (region_id, round_id) REFERENCES assignment_round (region_id, id) ON DELETE CASCADE
);

CREATE TABLE assignment_event (
  region_id integer NOT NULL,
  round_id uuid NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY,
  action text COLLATE "C" NOT NULL,
  note text,
  by_name text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (region_id, round_id, id),
  FOREIGN KEY (region_id, round_id) REFERENCES assignment_round (region_id, id) ON DELETE CASCADE
);
