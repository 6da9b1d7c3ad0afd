-- Somebody wants to hear of a programme for a company: of one, or of all that concern it.
CREATE TABLE follow (
  region_id integer NOT NULL REFERENCES region (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  subject_id uuid NOT NULL REFERENCES subject (id) ON DELETE CASCADE,
  programme text COLLATE "C",
  by_role text COLLATE "C" NOT NULL,
  by_name text,
  email text,
  lang text COLLATE "C" NOT NULL DEFAULT 'zh',
  -- Days before a window closes on which to remind.
  lead_days integer[] NOT NULL DEFAULT '{30,7,1}',
  -- Lets whoever got a mail end it without an account.
  token uuid NOT NULL DEFAULT gen_random_uuid(),
  created_at timestamptz NOT NULL DEFAULT now(),
  ended_at timestamptz,
  PRIMARY KEY (region_id, id)
);
CREATE INDEX follow_of ON follow (region_id, subject_id) WHERE ended_at IS NULL;

-- One thing to tell, once: `key` says what it is about, so that it is never told twice.
CREATE TABLE notice (
  region_id integer NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY,
  follow_id uuid,
  subject_id uuid NOT NULL REFERENCES subject (id) ON DELETE CASCADE,
  programme text COLLATE "C",
  kind text COLLATE "C" NOT NULL
    CHECK (kind IN ('opening', 'closing', 'rule-changed', 'verdict-changed', 'objection-answered')),
  key text COLLATE "C" NOT NULL,
  -- What is told: dates, verdicts before and after, reasons.
  content jsonb NOT NULL,
  email text,
  created_at timestamptz NOT NULL DEFAULT now(),
  read_at timestamptz,
  mailed_at timestamptz,
  PRIMARY KEY (region_id, id),
  UNIQUE (region_id, key)
);
CREATE INDEX notice_of ON notice (region_id, subject_id, id DESC);
CREATE INDEX notice_unmailed ON notice (region_id) WHERE email IS NOT NULL AND mailed_at IS NULL;
