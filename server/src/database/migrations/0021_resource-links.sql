-- Which resources name whom as a party: a contract its seller, a title its holder. Candidates for what programmes are
-- told of that party; what counts is what the rows that hold say. It follows from imported rows and goes with them.
CREATE TABLE resource_link (
  region_id integer NOT NULL REFERENCES region (id),
  id bigint GENERATED ALWAYS AS IDENTITY,
  import_no bigint NOT NULL,
  kind text COLLATE "C" NOT NULL,
  -- The resource. It refers to it by no constraint, as imported rows do not.
  subject_id uuid NOT NULL,
  -- The name or code of a party, brackets of one width; null where the row only says when it ends.
  target text COLLATE "C",
  ends_on date,
  -- That it ended was taken up.
  is_past boolean NOT NULL DEFAULT false,
  PRIMARY KEY (region_id, id)
);
CREATE INDEX resource_link_target ON resource_link (region_id, target) WHERE target IS NOT NULL;
CREATE INDEX resource_link_subject ON resource_link (subject_id);
CREATE INDEX resource_link_import ON resource_link (region_id, import_no);
CREATE INDEX resource_link_ends ON resource_link (region_id, ends_on) WHERE ends_on IS NOT NULL AND NOT is_past;
