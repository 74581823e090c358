-- What schema.prisma cannot say. Written by hand.

-- Dates are text (see schema.prisma). make_date refuses the thirtieth of February with an error that names it.

CREATE FUNCTION is_local_date(value text) RETURNS boolean IMMUTABLE STRICT LANGUAGE sql AS $$
  SELECT CASE WHEN value ~ '^\d{4}-\d\d-\d\d$'
    THEN make_date(left(value, 4)::int, substr(value, 6, 2)::int, substr(value, 9, 2)::int) IS NOT NULL
    ELSE false END
$$;

CREATE FUNCTION is_partial_date(value text) RETURNS boolean IMMUTABLE STRICT LANGUAGE sql AS $$
  SELECT CASE
    WHEN value ~ '^\d{4}-\d\d-\d\d$' THEN is_local_date(value)
    ELSE value ~ '^\d{4}(-(0[1-9]|1[0-2]))?$' END
$$;

-- A text shown to people: an object with at least Indonesian.
CREATE FUNCTION is_localised(value jsonb) RETURNS boolean IMMUTABLE LANGUAGE sql AS $$
  SELECT coalesce(jsonb_typeof(value) = 'object' AND length(value ->> 'id') > 0, false)
$$;

ALTER TABLE source ADD CONSTRAINT source_published_on CHECK (is_partial_date(published_on));
ALTER TABLE agreement
  ADD CONSTRAINT agreement_signed_on CHECK (is_partial_date(signed_on)),
  ADD CONSTRAINT agreement_valid_until CHECK (is_local_date(valid_until)),
  ADD CONSTRAINT agreement_as_of CHECK (is_partial_date(as_of)),
  ADD CONSTRAINT agreement_title CHECK (is_localised(title) OR title IS NULL);
ALTER TABLE official ADD CONSTRAINT official_role CHECK (is_localised(role));
ALTER TABLE scope_point ADD CONSTRAINT scope_point_text CHECK (is_localised(text));
ALTER TABLE milestone
  ADD CONSTRAINT milestone_date CHECK (is_partial_date(date)),
  ADD CONSTRAINT milestone_what CHECK (is_localised(what));
ALTER TABLE progress_report
  ADD CONSTRAINT progress_report_date CHECK (is_partial_date(date)),
  ADD CONSTRAINT progress_report_summary CHECK (is_localised(summary));
ALTER TABLE agreement_figure ADD CONSTRAINT agreement_figure_what CHECK (is_localised(what));
ALTER TABLE agreement_conflict ADD CONSTRAINT agreement_conflict_text CHECK (is_localised(text));
ALTER TABLE stage
  ADD CONSTRAINT stage_name CHECK (is_localised(name)),
  ADD CONSTRAINT stage_summary CHECK (is_localised(summary));
ALTER TABLE destination
  ADD CONSTRAINT destination_code CHECK (code ~ '^[A-Z]{2}$'),
  ADD CONSTRAINT destination_name CHECK (is_localised(name));
ALTER TABLE contact
  ADD CONSTRAINT contact_name CHECK (is_localised(name)),
  ADD CONSTRAINT contact_position CHECK ((lat IS NULL) = (lon IS NULL));
ALTER TABLE mission
  ADD CONSTRAINT mission_country CHECK (country ~ '^[A-Z]{2}$'),
  ADD CONSTRAINT mission_name CHECK (is_localised(name)),
  ADD CONSTRAINT mission_position CHECK ((lat IS NULL) = (lon IS NULL));
ALTER TABLE region
  ADD CONSTRAINT region_code CHECK (code ~ '^\d\d(\.\d\d(\.\d\d)?)?$'),
  ADD CONSTRAINT region_parent CHECK ((kind = 'province') = (parent_code IS NULL)),
  ADD CONSTRAINT region_position CHECK ((lat IS NULL) = (lon IS NULL));
ALTER TABLE unanswered_question ADD CONSTRAINT unanswered_question_day CHECK (is_local_date(day));

-- The line everybody is given is one line.
CREATE UNIQUE INDEX contact_one_national ON contact (national) WHERE national;

-- A citation stands behind exactly one row.
ALTER TABLE citation ADD CONSTRAINT citation_of_one_row CHECK (num_nonnulls(
  agreement_id, scope_point_id, milestone_id, progress_report_id, agreement_figure_id, stage_id, legal_rule_id,
  stage_step_id, destination_note_id, danger_sign_id, figure_id, guidance_id, contact_id, mission_id) = 1);

-- The same rules for every fact table.
DO $$
DECLARE fact text;
BEGIN
  FOREACH fact IN ARRAY ARRAY['stage_step', 'legal_rule', 'destination_note', 'danger_sign', 'figure', 'guidance'] LOOP
    EXECUTE format('ALTER TABLE %I ADD CHECK (is_localised(text)), ADD CHECK (is_partial_date(as_of)),
      ADD CHECK (jsonb_typeof(documents) = ''array''), ADD CHECK (is_localised(detail) OR detail IS NULL),
      ADD CHECK (is_localised(caution) OR caution IS NULL)', fact);
  END LOOP;
END $$;

-- Who edited a record and when belong together. Whatever changes knowledge, by the seeder, the console or by hand,
-- tells every process that listens; PostgreSQL sends the word once per transaction, after the commit.
CREATE FUNCTION tell_knowledge_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('knowledge_changed', '');
  RETURN NULL;
END $$;

DO $$
DECLARE subject text;
BEGIN
  FOREACH subject IN ARRAY ARRAY[
    'region', 'institution', 'source', 'citation', 'agreement', 'agreement_party', 'signatory', 'official',
    'scope_point', 'milestone', 'progress_report', 'agreement_figure', 'agreement_conflict', 'stage', 'stage_step',
    'legal_rule', 'destination', 'destination_note', 'danger_sign', 'figure', 'guidance', 'contact', 'mission'
  ] LOOP
    EXECUTE format('CREATE TRIGGER tell_knowledge_changed AFTER INSERT OR UPDATE OR DELETE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION tell_knowledge_changed()', subject);
    IF subject <> 'citation' THEN
      EXECUTE format('ALTER TABLE %I ADD CHECK ((edited_by IS NULL) = (edited_at IS NULL))', subject);
    END IF;
  END LOOP;
END $$;

-- A list may be empty, but is never missing: readers go through it without asking.
DO $$
DECLARE list record;
BEGIN
  FOR list IN SELECT table_name, column_name FROM information_schema.columns
    WHERE table_schema = current_schema() AND data_type = 'ARRAY'
  LOOP
    EXECUTE format('ALTER TABLE %I ADD CHECK (%I IS NOT NULL)', list.table_name, list.column_name);
  END LOOP;
END $$;
