-- Two that fit, found when one of them was new or changed. What is here was told and is never told again.
CREATE TABLE standing_match (
  region_id integer NOT NULL,
  demand_id uuid NOT NULL,
  provider_id uuid NOT NULL REFERENCES subject (id) ON DELETE CASCADE,
  score double precision NOT NULL,
  -- What speaks for it, most first: [{"feature", "zh", "en"}].
  reasons jsonb NOT NULL,
  found_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (region_id, demand_id, provider_id),
  FOREIGN KEY (region_id, demand_id) REFERENCES demand (region_id, id) ON DELETE CASCADE
);
CREATE INDEX standing_match_of_provider ON standing_match (provider_id);

-- With which words a need was matched last.
CREATE TABLE standing_need (
  region_id integer NOT NULL,
  demand_id uuid NOT NULL,
  revision integer NOT NULL,
  PRIMARY KEY (region_id, demand_id),
  FOREIGN KEY (region_id, demand_id) REFERENCES demand (region_id, id) ON DELETE CASCADE
);

-- Up to which change of the registry resources were matched with the open needs.
CREATE TABLE standing_cursor (
  region_id integer PRIMARY KEY REFERENCES region (id),
  up_to bigint NOT NULL
);

ALTER TABLE notice DROP CONSTRAINT notice_kind_check;
ALTER TABLE notice ADD CONSTRAINT notice_kind_check CHECK (kind IN
  ('opening', 'closing', 'rule-changed', 'verdict-changed', 'objection-answered', 'introduction', 'match'));
