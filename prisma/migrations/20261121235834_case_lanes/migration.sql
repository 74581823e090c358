-- CreateIndex
CREATE INDEX "case_file_conversation_id_idx" ON "case_file"("conversation_id");

-- CreateIndex
CREATE INDEX "case_file_officer_id_idx" ON "case_file"("officer_id");

-- CreateIndex
CREATE INDEX "reminder_conversation_id_idx" ON "reminder"("conversation_id");

-- What schema.prisma cannot say. Written by hand.

-- Files that still have to be fetched.
CREATE INDEX case_attachment_waiting ON case_attachment (created_at) WHERE reference IS NOT NULL;
-- What an officer writes goes to one person.
CREATE UNIQUE INDEX case_file_one_talk ON case_file (officer_id) WHERE handover = 'open';
-- Asking again for the same reminder changes its day.
CREATE UNIQUE INDEX reminder_one_of_a_kind ON reminder (conversation_id, kind, coalesce(region_code, ''))
  WHERE ended_at IS NULL;

ALTER TABLE case_file
  ADD CONSTRAINT case_file_over CHECK ((state IN ('resolved', 'withdrawn')) = (resolved_at IS NOT NULL)),
  ADD CONSTRAINT case_file_talk CHECK (handover <> 'open' OR officer_id IS NOT NULL);
ALTER TABLE case_attachment
  ADD CONSTRAINT case_attachment_state CHECK (
    (reference IS NOT NULL)::int + (content IS NOT NULL)::int + (refusal IS NOT NULL)::int = 1);
ALTER TABLE case_entry
  ADD CONSTRAINT case_entry_said CHECK ((kind = 'status') = (status IS NOT NULL)),
  ADD CONSTRAINT case_entry_author CHECK (author IN ('citizen', 'officer', 'system')),
  ADD CONSTRAINT case_entry_kind CHECK (kind IN ('message', 'note', 'status'));
