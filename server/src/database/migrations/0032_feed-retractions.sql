-- Another system takes back, by its key, what it told of a resource. Rows of that key from batches before it hold no
-- longer while the batch that says so is committed.
CREATE TABLE feed_retraction (
  region_id integer NOT NULL REFERENCES region (id),
  import_no bigint NOT NULL,
  source_id integer NOT NULL,
  target text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL,
  PRIMARY KEY (region_id, import_no, key)
);
CREATE INDEX feed_retraction_key ON feed_retraction (region_id, source_id, target, key);

-- Resources that went with what was taken back, as they stood: they come back with it.
CREATE TABLE retracted_subject (
  region_id integer NOT NULL REFERENCES region (id),
  subject_id uuid NOT NULL,
  stood jsonb NOT NULL,
  PRIMARY KEY (region_id, subject_id)
);
