-- CreateTable
CREATE TABLE "officer_step" (
    "officer_id" UUID NOT NULL,
    "step" JSONB NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "officer_step_pkey" PRIMARY KEY ("officer_id")
);

-- AddForeignKey
ALTER TABLE "officer_step" ADD CONSTRAINT "officer_step_officer_id_fkey" FOREIGN KEY ("officer_id") REFERENCES "officer"("id") ON DELETE CASCADE ON UPDATE CASCADE;
