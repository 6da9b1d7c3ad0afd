-- Indexes of millions of subjects that are cheap to make anew, which a large import does.
-- The code first: comparing the region of each before it makes sorting twice as long.
DROP INDEX subject_credit_code;
CREATE UNIQUE INDEX subject_credit_code ON subject (credit_code, region_id) WHERE credit_code IS NOT NULL;
-- Names are looked up whole, by a number made from them: numbers are sorted in a fifth of the time of a hash index.
DROP INDEX subject_name;
CREATE INDEX subject_name ON subject (hashtext(name));
-- Few subjects have an owner.
DROP INDEX subject_owner;
CREATE INDEX subject_owner ON subject (owner_id) WHERE owner_id IS NOT NULL;
