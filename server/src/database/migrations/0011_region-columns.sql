-- The wide snapshot: a row a subject, and a column for each fact that programmes look at (f1, f2 …, with f1_hi where
-- it can be known as an interval), for reading a region at once. It follows from what is stored of the subjects and
-- can be made anew from it at any time. Columns are added as programmes need them.
CREATE TABLE region_row (
  region_id integer NOT NULL REFERENCES region (id),
  subject_id uuid NOT NULL,
  -- The revision of the subject that the row says.
  revision integer NOT NULL,
  -- What it can be evaluated as: a bit for each audience.
  audiences integer NOT NULL,
  -- Code of the place that it is in, or that its owner is in.
  place integer,
  -- Regions looked at beside those of its place, and programmes whose award it received; null where there are none.
  packs text[],
  received text[],
  PRIMARY KEY (region_id, subject_id)
);

-- What a column of it holds: whatever has the same key means the same.
CREATE TABLE region_column (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  key text COLLATE "C" NOT NULL UNIQUE,
  name text NOT NULL,
  -- Whether some row knows it as no more than an interval.
  has_intervals boolean NOT NULL DEFAULT false
);

-- Which columns are filled for all rows of a region. A row that is filled anew for fewer ends those that it leaves out.
CREATE TABLE region_column_held (
  region_id integer NOT NULL REFERENCES region (id),
  column_id integer NOT NULL REFERENCES region_column (id),
  PRIMARY KEY (region_id, column_id)
);

-- Goes up with every row that is filled anew: who read the rows knows whether they are still so.
CREATE TABLE region_filling (
  region_id integer PRIMARY KEY REFERENCES region (id),
  version bigint NOT NULL DEFAULT 0,
  filled_at timestamptz NOT NULL DEFAULT now()
);

-- Stored values that their facts cannot have. They count as not known; all else goes on.
CREATE TABLE region_fault (
  region_id integer NOT NULL REFERENCES region (id),
  subject_id uuid NOT NULL,
  -- The column as a person writes it: 职工总数@2025, 技术合同[2].到账额.
  fact text COLLATE "C" NOT NULL,
  -- As it was found, and what it can be.
  value text NOT NULL,
  least text NOT NULL,
  most text NOT NULL,
  misfit text COLLATE "C" NOT NULL CHECK (misfit IN ('type', 'range')),
  PRIMARY KEY (region_id, subject_id, fact)
);

-- Rows as the latest finished run read them, of subjects that were filled anew since; revision -1 for one that had none.
CREATE TABLE region_row_before (LIKE region_row INCLUDING ALL);
