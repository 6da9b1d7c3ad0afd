-- Resources of every kind are subjects; those that programmes can be for have an audience as before.
ALTER TABLE subject ADD COLUMN kind text COLLATE "C";
UPDATE subject SET kind = audience;
ALTER TABLE subject
  ALTER COLUMN kind SET NOT NULL,
  ALTER COLUMN audience DROP NOT NULL,
  -- The official identifier of kinds other than companies and institutions: a patent number, a division code.
  ADD COLUMN code text COLLATE "C",
  -- The import that entered it; null where a person did.
  ADD COLUMN import_no bigint,
  -- What a person entered it with, where an imported name or code stands in its place now.
  ADD COLUMN entered_name text,
  ADD COLUMN entered_code text;
CREATE UNIQUE INDEX subject_code ON subject (region_id, kind, code) WHERE code IS NOT NULL;
-- An index rather than a constraint: a large import builds it anew.
ALTER TABLE subject DROP CONSTRAINT subject_region_id_credit_code_key;
CREATE UNIQUE INDEX subject_credit_code ON subject (region_id, credit_code) WHERE credit_code IS NOT NULL;
-- Names are looked up whole; parts of names are found by the search. A tree of millions of long names is dear.
DROP INDEX subject_name;
CREATE INDEX subject_name ON subject USING hash (name);
CREATE INDEX subject_kind ON subject USING brin (kind);

-- Whoever tells us facts: a register, a document, a system of another department.
CREATE TABLE resource_source (
  region_id integer NOT NULL REFERENCES region (id),
  id integer GENERATED ALWAYS AS IDENTITY,
  name text NOT NULL,
  standing text COLLATE "C" NOT NULL CHECK (standing IN ('register', 'document', 'system', 'declaration')),
  -- How sure its values are, 0 to 100.
  confidence smallint NOT NULL DEFAULT 80 CHECK (confidence BETWEEN 0 AND 100),
  -- The mapping last confirmed for each kind or relation: the next file of this source is read alike.
  mappings jsonb NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (region_id, id),
  UNIQUE (region_id, name)
);

-- A file, or a batch of a feed: what was read from it counts while it is committed.
CREATE TABLE resource_import (
  region_id integer NOT NULL REFERENCES region (id),
  no bigint GENERATED ALWAYS AS IDENTITY,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  source_id integer NOT NULL,
  -- A kind of resources, or `relation`.
  target text COLLATE "C" NOT NULL,
  form text COLLATE "C" NOT NULL CHECK (form IN ('file', 'feed')),
  file_name text,
  status text COLLATE "C" NOT NULL
    CHECK (status IN ('preview', 'running', 'committed', 'undone', 'failed')),
  -- What each column of its rows is: [{"key", "type", "year"}], in the order of the cells.
  layout jsonb NOT NULL DEFAULT '[]',
  mapping jsonb NOT NULL DEFAULT '{}',
  observed_on date NOT NULL,
  actor text,
  progress jsonb,
  result jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  committed_at timestamptz,
  undone_at timestamptz,
  PRIMARY KEY (region_id, no),
  UNIQUE (region_id, id)
);
CREATE INDEX resource_import_created ON resource_import (region_id, created_at DESC);

-- One row of an import as it was read, typed. Never changed; what was wrong is retracted. It refers to nothing by
-- constraint, so that millions are entered as fast as they are read.
CREATE TABLE imported_row (
  region_id integer NOT NULL,
  import_no bigint NOT NULL,
  row integer NOT NULL,
  subject_id uuid NOT NULL,
  source_id integer NOT NULL,
  -- What its source knows it by; null where the official identifier is that.
  key text COLLATE "C",
  -- The year that its figures are of, where a column says so.
  year smallint,
  -- Values by the layout of the import; null where nothing is said.
  cells json NOT NULL,
  retracted_at timestamptz
);
CREATE INDEX imported_row_subject ON imported_row (subject_id);
CREATE INDEX imported_row_key ON imported_row (region_id, source_id, key) WHERE key IS NOT NULL;
CREATE INDEX imported_row_import ON imported_row USING brin (import_no);

-- What was written of resources, in the order in which others are told. A row is a transaction's; it is given its
-- place when somebody reads, after it was committed, so that nothing ever appears before what was already told.
CREATE TABLE registry_change (
  region_id integer NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY,
  place bigint,
  what text COLLATE "C" NOT NULL,
  import_no bigint,
  subjects uuid[] NOT NULL DEFAULT '{}',
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (region_id, id)
);
CREATE UNIQUE INDEX registry_change_place ON registry_change (region_id, place) WHERE place IS NOT NULL;
CREATE INDEX registry_change_waiting ON registry_change (region_id, id) WHERE place IS NULL;
