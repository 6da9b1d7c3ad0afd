-- Texts of programme files by the hash of their text: written once, shared by all that hold them.
CREATE TABLE source_text (
  hash text COLLATE "C" PRIMARY KEY,
  text text NOT NULL
);

-- All files that were in force together from a moment on: the truth at run time. Never changed; the latest counts.
CREATE TABLE library_snapshot (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  hash text COLLATE "C" NOT NULL,
  -- path → hash of its text
  files jsonb NOT NULL,
  cause text COLLATE "C" NOT NULL CHECK (cause IN ('start', 'publish', 'withdraw')),
  created_at timestamptz NOT NULL DEFAULT now()
);

-- A version of a programme came into force, or left it (version null), with a snapshot. Never changed.
CREATE TABLE programme_publication (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  programme text COLLATE "C" NOT NULL,
  path text COLLATE "C" NOT NULL,
  version text COLLATE "C",
  -- Its text; null where it left.
  source_hash text COLLATE "C" REFERENCES source_text (hash),
  snapshot_id bigint NOT NULL REFERENCES library_snapshot (id),
  -- 'file': came with the packs at start; 'web': signed and published on the pages.
  origin text COLLATE "C" NOT NULL CHECK (origin IN ('file', 'web')),
  by_name text,
  note text,
  published_at timestamptz NOT NULL DEFAULT now(),
  CHECK ((version IS NULL) = (source_hash IS NULL))
);
CREATE INDEX programme_publication_of ON programme_publication (programme, id DESC);

-- A programme in the making. Its state follows from its log and is kept for lists. The text of one that is published
-- stands in place of the file of the packs with the same path.
CREATE TABLE programme_draft (
  region_id integer NOT NULL REFERENCES region (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  programme text COLLATE "C" NOT NULL,
  pack text COLLATE "C" NOT NULL,
  path text NOT NULL,
  -- {zh, en}, as its latest text that could be read has it.
  title jsonb NOT NULL,
  -- The text in force that it set out from, by version and hash; null for a new programme.
  base_version text COLLATE "C",
  base_hash text COLLATE "C" REFERENCES source_text (hash),
  state text COLLATE "C" NOT NULL DEFAULT 'draft' CHECK (state IN
    ('draft', 'review', 'signed', 'published', 'replaced', 'withdrawn', 'discarded')),
  -- Goes up with everything that is done: who did not see the latest is told.
  revision integer NOT NULL DEFAULT 1,
  source_hash text COLLATE "C" NOT NULL REFERENCES source_text (hash),
  created_by text NOT NULL,
  -- Of one that was published: by whom, and what the packs held under its path then (null where they held nothing).
  published_by text,
  file_hash text COLLATE "C",
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (region_id, id)
);

CREATE UNIQUE INDEX programme_draft_published ON programme_draft (region_id, path) WHERE state = 'published';

-- What was done with a draft, by whom. Never changed.
CREATE TABLE draft_event (
  region_id integer NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY,
  draft_id uuid NOT NULL,
  action text COLLATE "C" NOT NULL,
  source_hash text COLLATE "C" NOT NULL REFERENCES source_text (hash),
  by_name text NOT NULL,
  by_role text COLLATE "C" NOT NULL,
  note text,
  detail jsonb NOT NULL DEFAULT '{}',
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (region_id, id),
  FOREIGN KEY (region_id, draft_id) REFERENCES programme_draft (region_id, id)
);
CREATE INDEX draft_event_of ON draft_event (region_id, draft_id, id);

-- What was in force and who published it stays as it was written. (Whoever checks a foreign key needs UPDATE on the
-- table that it refers to, so that these two keep it.)
REVOKE DELETE, TRUNCATE ON source_text, library_snapshot FROM CURRENT_USER;
REVOKE UPDATE, DELETE, TRUNCATE ON programme_publication, draft_event FROM CURRENT_USER;
