-- CreateEnum
CREATE TYPE "case_kind" AS ENUM ('emergency', 'illegal_offer', 'lost_contact', 'handover', 'complaint');

-- CreateEnum
CREATE TYPE "case_state" AS ENUM ('draft', 'open', 'in_progress', 'resolved', 'withdrawn');

-- CreateEnum
CREATE TYPE "handover_state" AS ENUM ('none', 'waiting', 'open');

-- CreateEnum
CREATE TYPE "officer_role" AS ENUM ('officer', 'supervisor', 'national', 'admin');

-- CreateEnum
CREATE TYPE "alert_state" AS ENUM ('raised', 'delivered', 'acknowledged', 'resolved');

-- CreateEnum
CREATE TYPE "alert_level" AS ENUM ('region', 'province', 'national');

-- CreateTable
CREATE TABLE "case_file" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "kind" "case_kind" NOT NULL,
    "state" "case_state" NOT NULL,
    "person_id" TEXT,
    "conversation_id" TEXT,
    "channel" TEXT NOT NULL,
    "anonymous" BOOLEAN NOT NULL DEFAULT false,
    "consented_at" TIMESTAMPTZ(3),
    "region_code" TEXT,
    "country" TEXT,
    "topic" TEXT NOT NULL,
    "signs" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_at" TIMESTAMPTZ(3),
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "acknowledged_at" TIMESTAMPTZ(3),
    "resolved_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "officer_id" UUID,
    "handover" "handover_state" NOT NULL DEFAULT 'none',
    "talked_at" TIMESTAMPTZ(3),

    CONSTRAINT "case_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_detail" (
    "id" BIGSERIAL NOT NULL,
    "case_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "value" BYTEA NOT NULL,
    "names" UUID[] DEFAULT ARRAY[]::UUID[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_detail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_entry" (
    "id" BIGSERIAL NOT NULL,
    "case_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "author" TEXT NOT NULL,
    "officer_id" UUID,
    "kind" TEXT NOT NULL,
    "text" BYTEA,
    "status" TEXT,

    CONSTRAINT "case_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_attachment" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "mime" TEXT,
    "bytes" INTEGER,
    "reference" BYTEA,
    "content" BYTEA,
    "refusal" TEXT,
    "attempts" SMALLINT NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "officer" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "role" "officer_role" NOT NULL,
    "regions" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "locale" TEXT NOT NULL DEFAULT 'id',
    "on_duty" BOOLEAN NOT NULL DEFAULT true,
    "channel" TEXT,
    "account" TEXT,
    "address_hash" BYTEA,
    "address_cipher" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "joined_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "officer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "officer_invitation" (
    "code_hash" BYTEA NOT NULL,
    "name" TEXT NOT NULL,
    "role" "officer_role" NOT NULL,
    "regions" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "invited_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "used_by" UUID,

    CONSTRAINT "officer_invitation_pkey" PRIMARY KEY ("code_hash")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "officer_id" UUID,
    "action" TEXT NOT NULL,
    "case_id" UUID,
    "alert_id" UUID,
    "region_code" TEXT,
    "detail" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alert" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "dedup_key" TEXT NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 1,
    "case_id" UUID,
    "agreement_id" TEXT,
    "region_code" TEXT,
    "state" "alert_state" NOT NULL DEFAULT 'raised',
    "level" "alert_level" NOT NULL,
    "params" JSONB NOT NULL DEFAULT '{}',
    "raised_at" TIMESTAMPTZ(3) NOT NULL,
    "hold_until" TIMESTAMPTZ(3),
    "delivered_at" TIMESTAMPTZ(3),
    "acknowledged_at" TIMESTAMPTZ(3),
    "acknowledged_by" UUID,
    "escalate_at" TIMESTAMPTZ(3),
    "resolved_at" TIMESTAMPTZ(3),
    "outcome" TEXT,

    CONSTRAINT "alert_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alert_delivery" (
    "alert_id" UUID NOT NULL,
    "officer_id" UUID NOT NULL,
    "level" "alert_level" NOT NULL,
    "outbox_id" BIGINT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "alert_delivery_pkey" PRIMARY KEY ("alert_id","officer_id","level")
);

-- CreateTable
CREATE TABLE "reminder" (
    "id" UUID NOT NULL,
    "person_id" TEXT NOT NULL,
    "conversation_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "on_day" TEXT,
    "region_code" TEXT,
    "told" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "reminder_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "case_file_number_key" ON "case_file"("number");

-- CreateIndex
CREATE INDEX "case_file_person_id_idx" ON "case_file"("person_id");

-- CreateIndex
CREATE INDEX "case_file_region_code_state_idx" ON "case_file"("region_code", "state");

-- CreateIndex
CREATE INDEX "case_file_changed_at_idx" ON "case_file"("changed_at");

-- CreateIndex
CREATE INDEX "case_detail_case_id_idx" ON "case_detail"("case_id");

-- CreateIndex
CREATE INDEX "case_detail_names_idx" ON "case_detail" USING GIN ("names");

-- CreateIndex
CREATE INDEX "case_entry_case_id_at_idx" ON "case_entry"("case_id", "at");

-- CreateIndex
CREATE INDEX "case_attachment_case_id_idx" ON "case_attachment"("case_id");

-- CreateIndex
CREATE UNIQUE INDEX "officer_channel_address_hash_key" ON "officer"("channel", "address_hash");

-- CreateIndex
CREATE INDEX "audit_entry_at_idx" ON "audit_entry"("at");

-- CreateIndex
CREATE INDEX "audit_entry_officer_id_at_idx" ON "audit_entry"("officer_id", "at");

-- CreateIndex
CREATE INDEX "audit_entry_case_id_idx" ON "audit_entry"("case_id");

-- CreateIndex
CREATE INDEX "alert_state_escalate_at_idx" ON "alert"("state", "escalate_at");

-- CreateIndex
CREATE INDEX "alert_case_id_idx" ON "alert"("case_id");

-- CreateIndex
CREATE INDEX "alert_raised_at_idx" ON "alert"("raised_at");

-- CreateIndex
CREATE INDEX "reminder_person_id_idx" ON "reminder"("person_id");

-- CreateIndex
CREATE INDEX "reminder_ended_at_idx" ON "reminder"("ended_at");

-- AddForeignKey
ALTER TABLE "case_file" ADD CONSTRAINT "case_file_officer_id_fkey" FOREIGN KEY ("officer_id") REFERENCES "officer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_detail" ADD CONSTRAINT "case_detail_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_entry" ADD CONSTRAINT "case_entry_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_attachment" ADD CONSTRAINT "case_attachment_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert" ADD CONSTRAINT "alert_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert_delivery" ADD CONSTRAINT "alert_delivery_alert_id_fkey" FOREIGN KEY ("alert_id") REFERENCES "alert"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert_delivery" ADD CONSTRAINT "alert_delivery_officer_id_fkey" FOREIGN KEY ("officer_id") REFERENCES "officer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What schema.prisma cannot say. Written by hand.

-- One alert per matter that is not resolved; the next report of the same is counted on it.
CREATE UNIQUE INDEX alert_open_matter ON alert (dedup_key) WHERE state <> 'resolved';

-- The audit log is only ever added to; retention removes whole days (DELETE), nothing rewrites them.
CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit entries are never changed';
END
$$;
CREATE TRIGGER audit_entry_is_final BEFORE UPDATE ON audit_entry
  FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();

ALTER TABLE case_file
  ADD CONSTRAINT case_file_number CHECK (number ~ '^JR-[2-9A-HJ-NP-Z]{6}$');
ALTER TABLE officer
  ADD CONSTRAINT officer_region_needed CHECK (role IN ('national', 'admin') OR cardinality(regions) > 0);
