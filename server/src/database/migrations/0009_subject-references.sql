-- A subject that is deleted is looked for in every table that refers to it, by its id alone and among what is
-- retracted too. Without these, undoing an import of 60,000 companies read each of the tables 60,000 times.
DROP INDEX observation_known;
DROP INDEX record_row_known;
CREATE INDEX observation_subject ON observation (subject_id, key);
CREATE INDEX record_row_subject ON record_row (subject_id);
CREATE INDEX assessment_subject ON assessment (subject_id);
CREATE INDEX assessment_change_subject ON assessment_change (subject_id);
CREATE INDEX objection_subject ON objection (subject_id);
CREATE INDEX call_note_subject ON call_note (subject_id);
CREATE INDEX follow_subject ON follow (subject_id);
CREATE INDEX notice_subject ON notice (subject_id);
