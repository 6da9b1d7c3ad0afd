-- Who answers for a resource that cannot: the institution of an achievement. Null: the side itself, or the team for it.
ALTER TABLE introduction ADD COLUMN holder_id uuid REFERENCES subject (id) ON DELETE SET NULL;
CREATE INDEX introduction_of_holder ON introduction (holder_id);

-- When somebody was reminded last, and of which day due.
ALTER TABLE introduction ADD COLUMN reminded_on date, ADD COLUMN reminded_for date;

-- Who of a side gave the word that the team wrote down, and how.
ALTER TABLE introduction_event ADD COLUMN said_by text;
ALTER TABLE introduction_event ADD COLUMN channel text COLLATE "C"
  CHECK (channel IN ('phone', 'visit', 'message', 'letter'));

-- The technology contract that an introduction led to, as the registry has it.
ALTER TABLE introduction ADD COLUMN contract_id uuid REFERENCES subject (id) ON DELETE SET NULL;
CREATE INDEX introduction_of_contract ON introduction (contract_id);
