-- An issue in draft: statements made of the figures of reports, with the sources that they rest on.
CREATE TABLE digest (
  region_id integer NOT NULL REFERENCES region (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  -- What it is now is its last revision.
  revision integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz,
  PRIMARY KEY (region_id, id)
);

-- What it was each time that it was saved. Never changed.
CREATE TABLE digest_revision (
  region_id integer NOT NULL,
  digest_id uuid NOT NULL,
  revision integer NOT NULL,
  title text NOT NULL,
  -- {sections: [{heading, statements: [{text, sources}]}], sources: [{n, report, file, article}]}
  content jsonb NOT NULL,
  by_name text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (region_id, digest_id, revision),
  FOREIGN KEY (region_id, digest_id) REFERENCES digest (region_id, id) ON DELETE CASCADE
);
