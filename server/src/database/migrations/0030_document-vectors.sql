-- What a text that can be matched means, as a model of embeddings has it; derived from it, and made again where it is lost.
CREATE TABLE document_vector (
  region_id integer NOT NULL REFERENCES region (id),
  -- The id of a resource; of a need `need:` and its id.
  document text COLLATE "C" NOT NULL,
  model text NOT NULL,
  -- Of the text that was read: where it is the same, nothing is asked of the model again.
  text_hash bytea NOT NULL,
  tags text[] NOT NULL,
  -- 32-bit floating point numbers, the lowest byte first, of length 1.
  vector bytea NOT NULL,
  PRIMARY KEY (region_id, document)
);
