-- AlterTable
ALTER TABLE "alert" ADD COLUMN     "dispatched_at" TIMESTAMPTZ(3),
ADD COLUMN     "last_turn" TEXT,
ADD COLUMN     "nobody_since" TIMESTAMPTZ(3),
ADD COLUMN     "since" TIMESTAMPTZ(3) NOT NULL,
ADD COLUMN     "told_at" TIMESTAMPTZ(3),
ADD COLUMN     "told_count" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "alert_delivery" ADD COLUMN     "folded" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "alert_case" (
    "alert_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,

    CONSTRAINT "alert_case_pkey" PRIMARY KEY ("alert_id","case_id")
);

-- CreateTable
CREATE TABLE "officer_digest" (
    "officer_id" UUID NOT NULL,
    "day" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "officer_digest_pkey" PRIMARY KEY ("officer_id","day")
);

-- CreateIndex
CREATE INDEX "alert_case_case_id_idx" ON "alert_case"("case_id");

-- CreateIndex
CREATE INDEX "alert_delivery_officer_id_at_idx" ON "alert_delivery"("officer_id", "at");

-- AddForeignKey
ALTER TABLE "alert_case" ADD CONSTRAINT "alert_case_alert_id_fkey" FOREIGN KEY ("alert_id") REFERENCES "alert"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert_case" ADD CONSTRAINT "alert_case_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "officer_digest" ADD CONSTRAINT "officer_digest_officer_id_fkey" FOREIGN KEY ("officer_id") REFERENCES "officer"("id") ON DELETE CASCADE ON UPDATE CASCADE;
