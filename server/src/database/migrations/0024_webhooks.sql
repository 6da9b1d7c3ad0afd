-- Another system that is told what changed in the registry, in order.
CREATE TABLE webhook (
  region_id integer NOT NULL REFERENCES region (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  url text NOT NULL,
  -- What deliveries are signed with; shown once, to whoever made it.
  secret text NOT NULL,
  -- Kinds of resources; empty: all.
  kinds text[] NOT NULL DEFAULT '{}',
  state text COLLATE "C" NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'paused', 'failed')),
  -- Where in the list of changes it stands: what was taken by the other side.
  after text COLLATE "C" NOT NULL,
  -- Deliveries in a row that were not taken, when the next is tried, and what was wrong.
  attempts integer NOT NULL DEFAULT 0,
  next_at timestamptz NOT NULL DEFAULT now(),
  problem text,
  by_name text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (region_id, id)
);

-- What was sent, and how it was taken. Never changed; old lines are removed.
CREATE TABLE webhook_delivery (
  region_id integer NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY,
  webhook_id uuid NOT NULL,
  changes integer NOT NULL,
  status integer,
  problem text,
  milliseconds integer NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (region_id, id),
  FOREIGN KEY (region_id, webhook_id) REFERENCES webhook (region_id, id) ON DELETE CASCADE
);
CREATE INDEX webhook_delivery_of ON webhook_delivery (region_id, webhook_id, id DESC);
