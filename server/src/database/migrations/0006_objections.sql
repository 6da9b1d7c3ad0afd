-- “This verdict is wrong”: said of a programme or of one of its conditions, with a reason. Its state follows from
-- its log and is kept for lists.
CREATE TABLE objection (
  region_id integer NOT NULL REFERENCES region (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  subject_id uuid NOT NULL REFERENCES subject (id) ON DELETE CASCADE,
  programme text COLLATE "C" NOT NULL,
  version text COLLATE "C" NOT NULL,
  -- The condition as the page showed it; null where the whole verdict is meant.
  condition jsonb,
  -- What the verdict was when it was objected to.
  shown jsonb NOT NULL,
  reason text NOT NULL,
  by_name text NOT NULL,
  by_role text COLLATE "C" NOT NULL,
  contact text,
  state text COLLATE "C" NOT NULL DEFAULT 'open',
  due_on date NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (region_id, id)
);
CREATE INDEX objection_by_state ON objection (region_id, state, due_on);
CREATE INDEX objection_of ON objection (region_id, subject_id);

CREATE TABLE objection_event (
  region_id integer NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY,
  objection_id uuid NOT NULL,
  action text COLLATE "C" NOT NULL,
  by_name text NOT NULL,
  by_role text COLLATE "C" NOT NULL,
  note text,
  detail jsonb NOT NULL DEFAULT '{}',
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (region_id, id),
  FOREIGN KEY (region_id, objection_id) REFERENCES objection (region_id, id) ON DELETE CASCADE
);
CREATE INDEX objection_event_of ON objection_event (region_id, objection_id, id);

-- What a company asked on the telephone and what it was told.
CREATE TABLE call_note (
  region_id integer NOT NULL REFERENCES region (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  subject_id uuid NOT NULL REFERENCES subject (id) ON DELETE CASCADE,
  programme text COLLATE "C",
  caller text,
  question text NOT NULL,
  answer text NOT NULL,
  -- Whether something is still owed to the caller, and by when.
  follow_up_on date,
  done_at timestamptz,
  by_name text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (region_id, id)
);
CREATE INDEX call_note_recent ON call_note (region_id, created_at DESC);
CREATE INDEX call_note_of ON call_note (region_id, subject_id, created_at DESC);
