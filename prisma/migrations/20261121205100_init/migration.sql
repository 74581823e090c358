-- CreateEnum
CREATE TYPE "region_kind" AS ENUM ('province', 'regency', 'city', 'district');

-- CreateEnum
CREATE TYPE "party_kind" AS ENUM ('ministry', 'agency', 'province', 'regency', 'city', 'university', 'association', 'commission', 'police', 'other');

-- CreateEnum
CREATE TYPE "grade" AS ENUM ('law_text', 'official', 'news', 'ngo', 'academic', 'directory', 'secondary');

-- CreateEnum
CREATE TYPE "instrument" AS ENUM ('mou', 'nota_kesepakatan', 'nota_kesepahaman', 'pks', 'other');

-- CreateEnum
CREATE TYPE "agreement_status" AS ENUM ('signed', 'being_implemented', 'in_discussion', 'planned', 'unknown');

-- CreateEnum
CREATE TYPE "scope_stage" AS ENUM ('pre', 'during', 'post', 'empowerment', 'all');

-- CreateEnum
CREATE TYPE "milestone_state" AS ENUM ('planned', 'done', 'cancelled', 'unknown');

-- CreateEnum
CREATE TYPE "milestone_kind" AS ENUM ('submission', 'meeting', 'signing', 'expiry', 'implementation', 'other');

-- CreateEnum
CREATE TYPE "stage_id" AS ENUM ('pre', 'during', 'post', 'empowerment');

-- CreateEnum
CREATE TYPE "standing" AS ENUM ('in_force', 'reported', 'proposed', 'planned', 'superseded');

-- CreateEnum
CREATE TYPE "guidance_kind" AS ENUM ('service', 'gap');

-- CreateEnum
CREATE TYPE "contact_kind" AS ENUM ('hotline', 'bp3mi', 'p4mi', 'ltsa', 'disnaker', 'ngo', 'insurance', 'bank');

-- CreateEnum
CREATE TYPE "confidence" AS ENUM ('official', 'news', 'directory');

-- CreateEnum
CREATE TYPE "direction" AS ENUM ('inbound', 'outbound');

-- CreateTable
CREATE TABLE "region" (
    "code" TEXT NOT NULL,
    "kind" "region_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "parent_code" TEXT,
    "aliases" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "lat" DOUBLE PRECISION,
    "lon" DOUBLE PRECISION,
    "seed_hash" TEXT,
    "edited_by" TEXT,
    "edited_at" TIMESTAMPTZ(3),

    CONSTRAINT "region_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "institution" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "party_kind" NOT NULL,
    "aliases" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "seed_hash" TEXT,
    "edited_by" TEXT,
    "edited_at" TIMESTAMPTZ(3),

    CONSTRAINT "institution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source" (
    "id" TEXT NOT NULL,
    "publisher" TEXT NOT NULL,
    "title" TEXT,
    "url" TEXT,
    "published_on" TEXT,
    "grade" "grade" NOT NULL,
    "seed_hash" TEXT,
    "edited_by" TEXT,
    "edited_at" TIMESTAMPTZ(3),

    CONSTRAINT "source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "citation" (
    "id" SERIAL NOT NULL,
    "source_id" TEXT NOT NULL,
    "says" TEXT,
    "position" INTEGER NOT NULL,
    "agreement_id" TEXT,
    "scope_point_id" TEXT,
    "milestone_id" TEXT,
    "progress_report_id" TEXT,
    "agreement_figure_id" TEXT,
    "stage_id" "stage_id",
    "legal_rule_id" TEXT,
    "stage_step_id" TEXT,
    "destination_note_id" TEXT,
    "danger_sign_id" TEXT,
    "figure_id" TEXT,
    "guidance_id" TEXT,
    "contact_id" TEXT,
    "mission_id" TEXT,

    CONSTRAINT "citation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement" (
    "id" TEXT NOT NULL,
    "instrument" "instrument" NOT NULL,
    "title" JSONB,
    "region_code" TEXT,
    "status" "agreement_status" NOT NULL,
    "signed_on" TEXT,
    "signed_at" TEXT,
    "valid_until" TEXT,
    "as_of" TEXT,
    "destinations" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "seed_hash" TEXT,
    "edited_by" TEXT,
    "edited_at" TIMESTAMPTZ(3),

    CONSTRAINT "agreement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_party" (
    "id" TEXT NOT NULL,
    "agreement_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "party_kind" NOT NULL,
    "region_code" TEXT,
    "institution_id" TEXT,
    "edited_by" TEXT,
    "edited_at" TIMESTAMPTZ(3),

    CONSTRAINT "agreement_party_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "signatory" (
    "id" TEXT NOT NULL,
    "agreement_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "edited_by" TEXT,
    "edited_at" TIMESTAMPTZ(3),

    CONSTRAINT "signatory_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "official" (
    "id" TEXT NOT NULL,
    "agreement_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "role" JSONB NOT NULL,
    "edited_by" TEXT,
    "edited_at" TIMESTAMPTZ(3),

    CONSTRAINT "official_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "scope_point" (
    "id" TEXT NOT NULL,
    "agreement_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "text" JSONB NOT NULL,
    "stage" "scope_stage" NOT NULL,
    "edited_by" TEXT,
    "edited_at" TIMESTAMPTZ(3),

    CONSTRAINT "scope_point_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "milestone" (
    "id" TEXT NOT NULL,
    "agreement_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "what" JSONB NOT NULL,
    "kind" "milestone_kind" NOT NULL,
    "date" TEXT,
    "state" "milestone_state" NOT NULL,
    "edited_by" TEXT,
    "edited_at" TIMESTAMPTZ(3),

    CONSTRAINT "milestone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "progress_report" (
    "id" TEXT NOT NULL,
    "agreement_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "date" TEXT,
    "summary" JSONB NOT NULL,
    "edited_by" TEXT,
    "edited_at" TIMESTAMPTZ(3),

    CONSTRAINT "progress_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_figure" (
    "id" TEXT NOT NULL,
    "agreement_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "what" JSONB NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "unit" TEXT,
    "period" TEXT,
    "edited_by" TEXT,
    "edited_at" TIMESTAMPTZ(3),

    CONSTRAINT "agreement_figure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_conflict" (
    "id" TEXT NOT NULL,
    "agreement_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "text" JSONB NOT NULL,
    "edited_by" TEXT,
    "edited_at" TIMESTAMPTZ(3),

    CONSTRAINT "agreement_conflict_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stage" (
    "id" "stage_id" NOT NULL,
    "name" JSONB NOT NULL,
    "summary" JSONB NOT NULL,
    "seed_hash" TEXT,
    "edited_by" TEXT,
    "edited_at" TIMESTAMPTZ(3),

    CONSTRAINT "stage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stage_step" (
    "id" TEXT NOT NULL,
    "stage_id" "stage_id",
    "order" INTEGER,
    "actor" JSONB,
    "topics" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "leads" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "text" JSONB NOT NULL,
    "detail" JSONB,
    "terms" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "countries" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "documents" JSONB NOT NULL,
    "standing" "standing" NOT NULL,
    "as_of" TEXT,
    "caution" JSONB,
    "figure" JSONB,
    "seed_hash" TEXT,
    "edited_by" TEXT,
    "edited_at" TIMESTAMPTZ(3),

    CONSTRAINT "stage_step_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "legal_rule" (
    "id" TEXT NOT NULL,
    "topics" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "leads" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "text" JSONB NOT NULL,
    "detail" JSONB,
    "terms" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "countries" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "stage" "stage_id",
    "documents" JSONB NOT NULL,
    "standing" "standing" NOT NULL,
    "as_of" TEXT,
    "caution" JSONB,
    "figure" JSONB,
    "seed_hash" TEXT,
    "edited_by" TEXT,
    "edited_at" TIMESTAMPTZ(3),

    CONSTRAINT "legal_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "destination" (
    "code" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "aliases" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "seed_hash" TEXT,
    "edited_by" TEXT,
    "edited_at" TIMESTAMPTZ(3),

    CONSTRAINT "destination_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "destination_note" (
    "id" TEXT NOT NULL,
    "topics" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "leads" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "text" JSONB NOT NULL,
    "detail" JSONB,
    "terms" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "countries" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "stage" "stage_id",
    "documents" JSONB NOT NULL,
    "standing" "standing" NOT NULL,
    "as_of" TEXT,
    "caution" JSONB,
    "figure" JSONB,
    "seed_hash" TEXT,
    "edited_by" TEXT,
    "edited_at" TIMESTAMPTZ(3),

    CONSTRAINT "destination_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "danger_sign" (
    "id" TEXT NOT NULL,
    "sign" TEXT,
    "topics" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "leads" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "text" JSONB NOT NULL,
    "detail" JSONB,
    "terms" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "countries" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "stage" "stage_id",
    "documents" JSONB NOT NULL,
    "standing" "standing" NOT NULL,
    "as_of" TEXT,
    "caution" JSONB,
    "figure" JSONB,
    "seed_hash" TEXT,
    "edited_by" TEXT,
    "edited_at" TIMESTAMPTZ(3),

    CONSTRAINT "danger_sign_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "figure" (
    "id" TEXT NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "unit" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "topics" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "leads" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "text" JSONB NOT NULL,
    "detail" JSONB,
    "terms" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "countries" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "stage" "stage_id",
    "documents" JSONB NOT NULL,
    "standing" "standing" NOT NULL,
    "as_of" TEXT,
    "caution" JSONB,
    "seed_hash" TEXT,
    "edited_by" TEXT,
    "edited_at" TIMESTAMPTZ(3),

    CONSTRAINT "figure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "guidance" (
    "id" TEXT NOT NULL,
    "kind" "guidance_kind" NOT NULL,
    "topics" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "leads" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "text" JSONB NOT NULL,
    "detail" JSONB,
    "terms" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "countries" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "stage" "stage_id",
    "documents" JSONB NOT NULL,
    "standing" "standing" NOT NULL,
    "as_of" TEXT,
    "caution" JSONB,
    "figure" JSONB,
    "seed_hash" TEXT,
    "edited_by" TEXT,
    "edited_at" TIMESTAMPTZ(3),

    CONSTRAINT "guidance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact" (
    "id" TEXT NOT NULL,
    "kind" "contact_kind" NOT NULL,
    "name" JSONB NOT NULL,
    "region_code" TEXT,
    "serves" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "country" TEXT,
    "city" TEXT,
    "address" TEXT,
    "phones" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "whatsapp" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "email" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "web" TEXT,
    "hours" JSONB,
    "lat" DOUBLE PRECISION,
    "lon" DOUBLE PRECISION,
    "confidence" "confidence" NOT NULL,
    "note" JSONB,
    "national" BOOLEAN NOT NULL DEFAULT false,
    "seed_hash" TEXT,
    "edited_by" TEXT,
    "edited_at" TIMESTAMPTZ(3),

    CONSTRAINT "contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mission" (
    "id" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "country" TEXT NOT NULL,
    "city" TEXT,
    "address" TEXT,
    "phones" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "whatsapp" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "email" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "web" TEXT,
    "hours" JSONB,
    "lat" DOUBLE PRECISION,
    "lon" DOUBLE PRECISION,
    "confidence" "confidence" NOT NULL,
    "note" JSONB,
    "seed_hash" TEXT,
    "edited_by" TEXT,
    "edited_at" TIMESTAMPTZ(3),

    CONSTRAINT "mission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dataset_version" (
    "version" TEXT NOT NULL,
    "first_seen" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "as_of" TEXT NOT NULL,
    "counts" JSONB NOT NULL,

    CONSTRAINT "dataset_version_pkey" PRIMARY KEY ("version")
);

-- CreateTable
CREATE TABLE "seed_run" (
    "id" SERIAL NOT NULL,
    "applied_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "files_hash" TEXT NOT NULL,
    "written" INTEGER NOT NULL,
    "deleted" INTEGER NOT NULL,
    "kept" JSONB NOT NULL,

    CONSTRAINT "seed_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" TEXT NOT NULL,
    "chosen_locale" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "consented_at" TIMESTAMPTZ(3),

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "address" (
    "id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "address_hash" BYTEA NOT NULL,
    "address_cipher" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "address_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conversation" (
    "id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "state" JSONB NOT NULL,
    "state_version" INTEGER NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "conversation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message" (
    "id" TEXT NOT NULL,
    "conversation_id" TEXT NOT NULL,
    "direction" "direction" NOT NULL,
    "channel" TEXT NOT NULL,
    "external_id" TEXT,
    "text_cipher" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "turn" (
    "id" TEXT NOT NULL,
    "conversation_id" TEXT NOT NULL,
    "message_id" TEXT NOT NULL,
    "knowledge_version" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "topics" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "danger" TEXT NOT NULL,
    "confidence" DOUBLE PRECISION NOT NULL,
    "action" TEXT NOT NULL,
    "reply" JSONB NOT NULL,
    "latency_ms" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "turn_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unanswered_question" (
    "day" TEXT NOT NULL,
    "topic" TEXT NOT NULL DEFAULT '',
    "region" TEXT NOT NULL DEFAULT '',
    "language" TEXT NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "unanswered_question_pkey" PRIMARY KEY ("day","topic","region","language")
);

-- CreateIndex
CREATE INDEX "region_parent_code_idx" ON "region"("parent_code");

-- CreateIndex
CREATE INDEX "citation_source_id_idx" ON "citation"("source_id");

-- CreateIndex
CREATE INDEX "citation_agreement_id_idx" ON "citation"("agreement_id");

-- CreateIndex
CREATE INDEX "citation_scope_point_id_idx" ON "citation"("scope_point_id");

-- CreateIndex
CREATE INDEX "citation_milestone_id_idx" ON "citation"("milestone_id");

-- CreateIndex
CREATE INDEX "citation_progress_report_id_idx" ON "citation"("progress_report_id");

-- CreateIndex
CREATE INDEX "citation_agreement_figure_id_idx" ON "citation"("agreement_figure_id");

-- CreateIndex
CREATE INDEX "citation_stage_id_idx" ON "citation"("stage_id");

-- CreateIndex
CREATE INDEX "citation_legal_rule_id_idx" ON "citation"("legal_rule_id");

-- CreateIndex
CREATE INDEX "citation_stage_step_id_idx" ON "citation"("stage_step_id");

-- CreateIndex
CREATE INDEX "citation_destination_note_id_idx" ON "citation"("destination_note_id");

-- CreateIndex
CREATE INDEX "citation_danger_sign_id_idx" ON "citation"("danger_sign_id");

-- CreateIndex
CREATE INDEX "citation_figure_id_idx" ON "citation"("figure_id");

-- CreateIndex
CREATE INDEX "citation_guidance_id_idx" ON "citation"("guidance_id");

-- CreateIndex
CREATE INDEX "citation_contact_id_idx" ON "citation"("contact_id");

-- CreateIndex
CREATE INDEX "citation_mission_id_idx" ON "citation"("mission_id");

-- CreateIndex
CREATE INDEX "agreement_region_code_idx" ON "agreement"("region_code");

-- CreateIndex
CREATE INDEX "agreement_party_agreement_id_idx" ON "agreement_party"("agreement_id");

-- CreateIndex
CREATE INDEX "agreement_party_region_code_idx" ON "agreement_party"("region_code");

-- CreateIndex
CREATE INDEX "agreement_party_institution_id_idx" ON "agreement_party"("institution_id");

-- CreateIndex
CREATE INDEX "signatory_agreement_id_idx" ON "signatory"("agreement_id");

-- CreateIndex
CREATE INDEX "official_agreement_id_idx" ON "official"("agreement_id");

-- CreateIndex
CREATE INDEX "scope_point_agreement_id_idx" ON "scope_point"("agreement_id");

-- CreateIndex
CREATE UNIQUE INDEX "milestone_agreement_id_key_key" ON "milestone"("agreement_id", "key");

-- CreateIndex
CREATE INDEX "progress_report_agreement_id_idx" ON "progress_report"("agreement_id");

-- CreateIndex
CREATE INDEX "agreement_figure_agreement_id_idx" ON "agreement_figure"("agreement_id");

-- CreateIndex
CREATE INDEX "agreement_conflict_agreement_id_idx" ON "agreement_conflict"("agreement_id");

-- CreateIndex
CREATE INDEX "stage_step_stage_id_idx" ON "stage_step"("stage_id");

-- CreateIndex
CREATE UNIQUE INDEX "danger_sign_sign_key" ON "danger_sign"("sign");

-- CreateIndex
CREATE INDEX "contact_region_code_idx" ON "contact"("region_code");

-- CreateIndex
CREATE INDEX "mission_country_idx" ON "mission"("country");

-- CreateIndex
CREATE INDEX "person_last_seen_at_idx" ON "person"("last_seen_at");

-- CreateIndex
CREATE INDEX "address_person_id_idx" ON "address"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "address_channel_address_hash_key" ON "address"("channel", "address_hash");

-- CreateIndex
CREATE INDEX "conversation_updated_at_idx" ON "conversation"("updated_at");

-- CreateIndex
CREATE UNIQUE INDEX "conversation_person_id_channel_key" ON "conversation"("person_id", "channel");

-- CreateIndex
CREATE INDEX "message_conversation_id_created_at_idx" ON "message"("conversation_id", "created_at");

-- CreateIndex
CREATE INDEX "message_created_at_idx" ON "message"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "message_channel_direction_external_id_key" ON "message"("channel", "direction", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "turn_message_id_key" ON "turn"("message_id");

-- CreateIndex
CREATE INDEX "turn_conversation_id_created_at_idx" ON "turn"("conversation_id", "created_at");

-- CreateIndex
CREATE INDEX "turn_created_at_idx" ON "turn"("created_at");

-- AddForeignKey
ALTER TABLE "region" ADD CONSTRAINT "region_parent_code_fkey" FOREIGN KEY ("parent_code") REFERENCES "region"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_scope_point_id_fkey" FOREIGN KEY ("scope_point_id") REFERENCES "scope_point"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_milestone_id_fkey" FOREIGN KEY ("milestone_id") REFERENCES "milestone"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_progress_report_id_fkey" FOREIGN KEY ("progress_report_id") REFERENCES "progress_report"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_agreement_figure_id_fkey" FOREIGN KEY ("agreement_figure_id") REFERENCES "agreement_figure"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_stage_id_fkey" FOREIGN KEY ("stage_id") REFERENCES "stage"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_legal_rule_id_fkey" FOREIGN KEY ("legal_rule_id") REFERENCES "legal_rule"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_stage_step_id_fkey" FOREIGN KEY ("stage_step_id") REFERENCES "stage_step"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_destination_note_id_fkey" FOREIGN KEY ("destination_note_id") REFERENCES "destination_note"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_danger_sign_id_fkey" FOREIGN KEY ("danger_sign_id") REFERENCES "danger_sign"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_figure_id_fkey" FOREIGN KEY ("figure_id") REFERENCES "figure"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_guidance_id_fkey" FOREIGN KEY ("guidance_id") REFERENCES "guidance"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_mission_id_fkey" FOREIGN KEY ("mission_id") REFERENCES "mission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_region_code_fkey" FOREIGN KEY ("region_code") REFERENCES "region"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_party" ADD CONSTRAINT "agreement_party_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_party" ADD CONSTRAINT "agreement_party_region_code_fkey" FOREIGN KEY ("region_code") REFERENCES "region"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_party" ADD CONSTRAINT "agreement_party_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signatory" ADD CONSTRAINT "signatory_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "official" ADD CONSTRAINT "official_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scope_point" ADD CONSTRAINT "scope_point_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "progress_report" ADD CONSTRAINT "progress_report_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_figure" ADD CONSTRAINT "agreement_figure_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_conflict" ADD CONSTRAINT "agreement_conflict_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stage_step" ADD CONSTRAINT "stage_step_stage_id_fkey" FOREIGN KEY ("stage_id") REFERENCES "stage"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_region_code_fkey" FOREIGN KEY ("region_code") REFERENCES "region"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "address" ADD CONSTRAINT "address_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "turn" ADD CONSTRAINT "turn_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "turn" ADD CONSTRAINT "turn_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "message"("id") ON DELETE CASCADE ON UPDATE CASCADE;
