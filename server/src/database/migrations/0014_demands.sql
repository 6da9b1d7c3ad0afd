-- A need of a company: its words may be changed while it is open, each change with a number of its own. What it is
-- matched on is kept apart, without whose it is.
CREATE TABLE demand (
  region_id integer NOT NULL REFERENCES region (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  subject_id uuid NOT NULL REFERENCES subject (id) ON DELETE CASCADE,
  state text COLLATE "C" NOT NULL DEFAULT 'draft',
  channel text COLLATE "C" NOT NULL,
  content jsonb NOT NULL,
  redacted jsonb NOT NULL,
  clarity integer NOT NULL,
  needed_by date,
  revision integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  published_at timestamptz,
  PRIMARY KEY (region_id, id)
);
CREATE INDEX demand_of ON demand (region_id, subject_id);
CREATE INDEX demand_by_state ON demand (region_id, state, published_at DESC);

-- What was done with a need. Never changed.
CREATE TABLE demand_event (
  region_id integer NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY,
  demand_id uuid NOT NULL,
  action text COLLATE "C" NOT NULL,
  by_name text,
  by_role text COLLATE "C" NOT NULL,
  note text,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (region_id, id),
  FOREIGN KEY (region_id, demand_id) REFERENCES demand (region_id, id) ON DELETE CASCADE
);
CREATE INDEX demand_event_of ON demand_event (region_id, demand_id, id);

-- Who looked at it, and how much was shown. Never changed.
CREATE TABLE demand_view (
  region_id integer NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY,
  demand_id uuid NOT NULL,
  by_name text,
  by_role text COLLATE "C" NOT NULL,
  as_subject uuid REFERENCES subject (id) ON DELETE SET NULL,
  disclosure text COLLATE "C" NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (region_id, id),
  FOREIGN KEY (region_id, demand_id) REFERENCES demand (region_id, id) ON DELETE CASCADE
);
CREATE INDEX demand_view_of ON demand_view (region_id, demand_id, id DESC);

-- Two sides brought together over a need. How it stands follows from its log and is kept for lists.
CREATE TABLE introduction (
  region_id integer NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  demand_id uuid NOT NULL,
  provider_id uuid NOT NULL REFERENCES subject (id) ON DELETE CASCADE,
  state text COLLATE "C" NOT NULL DEFAULT 'proposed',
  accepted text[] NOT NULL DEFAULT '{}',
  meets_on date,
  outcome text COLLATE "C",
  -- Why these two: what the match said, or what a person wrote.
  reasons jsonb NOT NULL DEFAULT '[]',
  score double precision,
  due_on date,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (region_id, id),
  -- The same two are brought together over one need once; again, if at all, in the same introduction.
  UNIQUE (region_id, demand_id, provider_id),
  FOREIGN KEY (region_id, demand_id) REFERENCES demand (region_id, id) ON DELETE CASCADE
);
CREATE INDEX introduction_by_state ON introduction (region_id, state, due_on);
CREATE INDEX introduction_of_provider ON introduction (region_id, provider_id);

-- What was done with an introduction. Never changed.
CREATE TABLE introduction_event (
  region_id integer NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY,
  introduction_id uuid NOT NULL,
  action text COLLATE "C" NOT NULL,
  party text COLLATE "C" NOT NULL,
  by_name text,
  by_role text COLLATE "C" NOT NULL,
  note text,
  meets_on date,
  outcome text COLLATE "C",
  contract text,
  amount_fen bigint,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (region_id, id),
  FOREIGN KEY (region_id, introduction_id) REFERENCES introduction (region_id, id) ON DELETE CASCADE
);
CREATE INDEX introduction_event_of ON introduction_event (region_id, introduction_id, id);

-- How many introductions somebody wants at a time; who said nothing has the usual number.
CREATE TABLE introduction_capacity (
  region_id integer NOT NULL REFERENCES region (id),
  subject_id uuid NOT NULL REFERENCES subject (id) ON DELETE CASCADE,
  capacity integer NOT NULL,
  PRIMARY KEY (region_id, subject_id)
);

ALTER TABLE notice DROP CONSTRAINT notice_kind_check;
ALTER TABLE notice ADD CONSTRAINT notice_kind_check CHECK (kind IN
  ('opening', 'closing', 'rule-changed', 'verdict-changed', 'objection-answered', 'introduction'));
