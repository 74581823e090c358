-- AlterTable
ALTER TABLE "inbox" ADD COLUMN     "suspicion" SMALLINT NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "worker_batch" ADD COLUMN     "thinking" BOOLEAN NOT NULL DEFAULT true;
