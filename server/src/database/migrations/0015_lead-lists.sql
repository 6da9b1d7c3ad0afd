-- Who is to be paid without asking, or is to be told of a programme: found on a date by a version of the rule, and
-- frozen. Nothing here is ever changed; what happens to a list later are events. Names and figures are copies: they
-- stay when a subject is corrected or leaves.
CREATE TABLE lead_list (
  region_id integer NOT NULL REFERENCES region (id),
  id uuid NOT NULL,
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('lead', 'cultivation')),
  programme text COLLATE "C" NOT NULL,
  version text COLLATE "C" NOT NULL,
  -- The program that decided, and the snapshot of all texts in force then.
  engine text COLLATE "C" NOT NULL,
  snapshot_id bigint NOT NULL,
  -- {zh, en}, {document, number}: as the programme had them.
  title jsonb NOT NULL,
  source jsonb NOT NULL,
  mode text COLLATE "C" NOT NULL,
  benefit text COLLATE "C" NOT NULL,
  on_date date NOT NULL,
  examined integer NOT NULL CHECK (examined >= 0),
  leads integer NOT NULL CHECK (leads >= 0),
  excluded integer NOT NULL CHECK (excluded >= 0),
  open integer NOT NULL CHECK (open >= 0),
  unmet integer NOT NULL CHECK (unmet >= 0),
  least_fen numeric NOT NULL,
  most_fen numeric NOT NULL,
  -- SHA-256 of all entries in their order: says whether the list is still what was frozen.
  digest text COLLATE "C" NOT NULL,
  -- The list of the same programme that stood before it.
  replaces uuid,
  note text,
  frozen_by text NOT NULL,
  frozen_role text COLLATE "C" NOT NULL,
  frozen_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (region_id, id)
);
CREATE INDEX lead_list_of ON lead_list (region_id, programme, frozen_at DESC);

CREATE TABLE lead_entry (
  region_id integer NOT NULL,
  list_id uuid NOT NULL,
  position integer NOT NULL CHECK (position > 0),
  subject_id uuid NOT NULL,
  name text NOT NULL,
  credit_code text COLLATE "C",
  place text COLLATE "C",
  owner_name text,
  -- Null for a lead.
  reasons jsonb,
  least_fen bigint,
  most_fen bigint,
  -- What it rests on: [{key, value, source, observedAt}].
  facts jsonb NOT NULL,
  input_hash text COLLATE "C" NOT NULL,
  PRIMARY KEY (region_id, list_id, position)
);
CREATE INDEX lead_entry_of ON lead_entry (region_id, subject_id);

CREATE TABLE lead_list_event (
  region_id integer NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY,
  list_id uuid NOT NULL,
  action text COLLATE "C" NOT NULL CHECK (action IN ('withdraw', 'restore', 'replace')),
  by_name text NOT NULL,
  by_role text COLLATE "C" NOT NULL,
  note text,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (region_id, id)
);
CREATE INDEX lead_list_event_of ON lead_list_event (region_id, list_id, id);

REVOKE UPDATE, DELETE, TRUNCATE ON lead_list, lead_entry, lead_list_event FROM CURRENT_USER;
