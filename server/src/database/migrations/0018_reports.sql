-- Reports as they were read: their text, their articles, and each figure with what people decided of it.
CREATE TABLE report (
  region_id integer NOT NULL REFERENCES region (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  file_name text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('docx', 'pdf', 'html', 'text')),
  -- Places of articles and facts are code points of this.
  content text NOT NULL,
  articles jsonb NOT NULL,
  by_name text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (region_id, id)
);
CREATE INDEX report_latest ON report (region_id, created_at DESC);

CREATE TABLE report_fact (
  region_id integer NOT NULL,
  report_id uuid NOT NULL,
  n integer NOT NULL,
  article text,
  -- As it was read; never changed.
  fact jsonb NOT NULL,
  state text NOT NULL DEFAULT 'read' CHECK (state IN ('read', 'accepted', 'corrected', 'rejected')),
  -- {value, unit, subject, period} where a person said otherwise.
  correction jsonb,
  by_name text,
  decided_at timestamptz,
  PRIMARY KEY (region_id, report_id, n),
  FOREIGN KEY (region_id, report_id) REFERENCES report (region_id, id) ON DELETE CASCADE,
  CHECK ((state = 'corrected') = (correction IS NOT NULL))
);

-- What people said that a subject of reports means.
CREATE TABLE indicator_name (
  region_id integer NOT NULL REFERENCES region (id),
  subject text NOT NULL,
  indicator text NOT NULL,
  by_name text NOT NULL,
  changed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (region_id, subject)
);
