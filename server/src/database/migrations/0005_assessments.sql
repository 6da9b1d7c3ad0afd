-- A list of companies that somebody works on: those of an import, those picked one by one, or a saved filter.
CREATE TABLE company_list (
  region_id integer NOT NULL REFERENCES region (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name text NOT NULL,
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('filter', 'import', 'picked')),
  -- The filter, the id of the import, or the ids of the subjects.
  definition jsonb NOT NULL,
  created_by text,
  created_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz,
  PRIMARY KEY (region_id, id)
);

-- Counts what was written of a subject and of its owner: a result computed at another count is stale.
ALTER TABLE subject ADD COLUMN revision integer NOT NULL DEFAULT 0;

-- What each programme came to for a subject when it was last computed: kept so that lists of thousands open at once.
CREATE TABLE assessment (
  region_id integer NOT NULL REFERENCES region (id),
  subject_id uuid NOT NULL REFERENCES subject (id) ON DELETE CASCADE,
  -- The date decided for, the programmes in force and the revision of the subject: stale where one is no longer so.
  on_date date NOT NULL,
  library_hash text COLLATE "C" NOT NULL,
  revision integer NOT NULL,
  computed_at timestamptz NOT NULL DEFAULT now(),
  -- programme → compact result
  cells jsonb NOT NULL,
  -- What was known then, so that a change can be told from what it came from.
  known jsonb NOT NULL,
  -- Programmes by verdict: lists are filtered and counted by them without reading the cells.
  met text[] NOT NULL,
  open text[] NOT NULL,
  unmet text[] NOT NULL,
  certain_fen bigint NOT NULL,
  possible_fen bigint NOT NULL,
  -- How far the nearest programme not yet met is away: by answers, then moves; null where none is within reach.
  nearness integer,
  PRIMARY KEY (region_id, subject_id)
);

-- A result that came out otherwise than before, and why. Never changed.
CREATE TABLE assessment_change (
  region_id integer NOT NULL REFERENCES region (id),
  id bigint GENERATED ALWAYS AS IDENTITY,
  subject_id uuid NOT NULL REFERENCES subject (id) ON DELETE CASCADE,
  programme text COLLATE "C" NOT NULL,
  on_date date NOT NULL,
  before jsonb,
  after jsonb,
  -- Facts that changed, the rule's versions before and after, or the date alone.
  reasons jsonb NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (region_id, id)
);
CREATE INDEX assessment_change_of ON assessment_change (region_id, subject_id, id DESC);
CREATE INDEX assessment_change_at ON assessment_change (region_id, at DESC);
