-- Each row that is deleted is looked for in every table that could refer to it.
CREATE INDEX demand_subject ON demand (subject_id);
CREATE INDEX demand_view_as ON demand_view (as_subject);
CREATE INDEX introduction_provider ON introduction (provider_id);
CREATE INDEX introduction_capacity_subject ON introduction_capacity (subject_id);
