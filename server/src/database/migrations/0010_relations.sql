-- What two resources are to each other, as one source said it. Never changed: what is said otherwise later, or is taken
-- back, is retracted. The two may stand in different tables, so none of them is referred to.
CREATE TABLE relation (
  region_id integer NOT NULL REFERENCES region (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  type text COLLATE "C" NOT NULL,
  from_kind text COLLATE "C" NOT NULL,
  from_id uuid NOT NULL,
  to_kind text COLLATE "C" NOT NULL,
  to_id uuid NOT NULL,
  -- A share of revenue or of stock; what it says depends on the type.
  weight double precision CHECK (weight BETWEEN 0 AND 1),
  source text NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  retracted_at timestamptz,
  -- What was written together is taken back together: an import by its id, with the row (counted from 1) that said so.
  batch uuid NOT NULL,
  import_row integer,
  -- The writing in which the same source said it anew: taking that one back brings this one back.
  replaced_by uuid,
  -- The writing that touched it last: who keeps the graph in memory reads what came since.
  revision bigint NOT NULL,
  PRIMARY KEY (region_id, id),
  CHECK (from_id <> to_id)
);
CREATE INDEX relation_from ON relation (region_id, from_id) WHERE retracted_at IS NULL;
CREATE INDEX relation_to ON relation (region_id, to_id) WHERE retracted_at IS NULL;
CREATE INDEX relation_batch ON relation (region_id, batch);
CREATE INDEX relation_replaced ON relation (region_id, replaced_by) WHERE replaced_by IS NOT NULL;
CREATE INDEX relation_revision_of ON relation (region_id, revision);

-- Counts the writings of relations of a region, one after the other.
CREATE TABLE relation_revision (
  region_id integer PRIMARY KEY REFERENCES region (id),
  revision bigint NOT NULL DEFAULT 0
);
