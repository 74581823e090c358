-- CreateEnum
CREATE TYPE "inbox_state" AS ENUM ('waiting', 'done', 'parked', 'dropped');

-- CreateEnum
CREATE TYPE "outbox_state" AS ENUM ('queued', 'sending', 'sent', 'refused', 'expired');

-- DropIndex
DROP INDEX "conversation_person_id_channel_key";

-- AlterTable
ALTER TABLE "conversation" ADD COLUMN     "account" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "place_cipher" BYTEA,
ADD COLUMN     "window_count" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "window_start" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- CreateTable
CREATE TABLE "inbox" (
    "id" BIGSERIAL NOT NULL,
    "channel" TEXT NOT NULL,
    "external_key" UUID NOT NULL,
    "lane" UUID NOT NULL,
    "vendor_order" BIGINT,
    "state" "inbox_state" NOT NULL DEFAULT 'waiting',
    "attempts" SMALLINT NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "done_at" TIMESTAMPTZ(3),
    "content" BYTEA,

    CONSTRAINT "inbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "parked_message" (
    "inbox_id" BIGINT NOT NULL,
    "channel" TEXT NOT NULL,
    "conversation_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "parked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolved_at" TIMESTAMPTZ(3),

    CONSTRAINT "parked_message_pkey" PRIMARY KEY ("inbox_id")
);

-- CreateTable
CREATE TABLE "worker_batch" (
    "worker" UUID NOT NULL,
    "inbox_ids" BIGINT[],
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "worker_batch_pkey" PRIMARY KEY ("worker")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" BIGSERIAL NOT NULL,
    "channel" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "chat" UUID NOT NULL,
    "person_id" TEXT,
    "inbox_id" BIGINT,
    "priority" SMALLINT NOT NULL,
    "state" "outbox_state" NOT NULL DEFAULT 'queued',
    "attempts" SMALLINT NOT NULL DEFAULT 0,
    "done_calls" SMALLINT NOT NULL DEFAULT 0,
    "next_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lease_until" TIMESTAMPTZ(3),
    "content" BYTEA,
    "external_key" UUID,
    "refusal" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "data_key" (
    "id" SMALLINT NOT NULL,
    "proof" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "data_key_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "inbox_channel_external_key_key" ON "inbox"("channel", "external_key");

-- CreateIndex
CREATE INDEX "parked_message_parked_at_idx" ON "parked_message"("parked_at");

-- CreateIndex
CREATE INDEX "conversation_person_id_idx" ON "conversation"("person_id");

-- AddForeignKey
ALTER TABLE "parked_message" ADD CONSTRAINT "parked_message_inbox_id_fkey" FOREIGN KEY ("inbox_id") REFERENCES "inbox"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What schema.prisma cannot say. Written by hand.

-- The queues are the rows that wait: partial indexes stay as small as the work, whatever lies in the tables.
CREATE INDEX inbox_waiting ON inbox (id) WHERE state = 'waiting';
CREATE INDEX inbox_lane ON inbox (lane, id) WHERE state IN ('waiting', 'parked');
CREATE INDEX outbox_queued ON outbox (channel, account, priority, id) WHERE state IN ('queued', 'sending');
-- A person who is forgotten has nothing left to be sent.
CREATE INDEX outbox_person ON outbox (person_id) WHERE person_id IS NOT NULL;
-- A delivery receipt names the vendor's id.
CREATE INDEX outbox_external_key ON outbox (external_key) WHERE external_key IS NOT NULL;

ALTER TABLE worker_batch ALTER COLUMN inbox_ids SET NOT NULL;
-- Lost when PostgreSQL itself crashes, which is right: then nobody's try says anything about a message.
ALTER TABLE worker_batch SET UNLOGGED;

ALTER TABLE inbox
  ADD CONSTRAINT inbox_over CHECK ((state = 'waiting') = (done_at IS NULL)),
  ADD CONSTRAINT inbox_content CHECK (content IS NOT NULL OR state IN ('done', 'dropped'));
ALTER TABLE outbox
  ADD CONSTRAINT outbox_priority CHECK (priority BETWEEN 0 AND 2),
  ADD CONSTRAINT outbox_over CHECK ((state IN ('queued', 'sending')) = (finished_at IS NULL)),
  ADD CONSTRAINT outbox_content CHECK ((content IS NULL) = (finished_at IS NOT NULL)),
  ADD CONSTRAINT outbox_lease CHECK ((state = 'sending') = (lease_until IS NOT NULL)),
  ADD CONSTRAINT outbox_refusal CHECK ((state = 'refused') = (refusal IS NOT NULL));

-- Every row is written two or three times in its first second.
ALTER TABLE inbox SET (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02);
ALTER TABLE outbox SET (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02);
