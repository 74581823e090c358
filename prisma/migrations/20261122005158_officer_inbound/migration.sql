-- CreateTable
CREATE TABLE "officer_inbound" (
    "external_key" UUID NOT NULL,
    "officer_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "officer_inbound_pkey" PRIMARY KEY ("external_key")
);

-- CreateIndex
CREATE INDEX "officer_inbound_officer_id_at_idx" ON "officer_inbound"("officer_id", "at");

-- AddForeignKey
ALTER TABLE "officer_inbound" ADD CONSTRAINT "officer_inbound_officer_id_fkey" FOREIGN KEY ("officer_id") REFERENCES "officer"("id") ON DELETE CASCADE ON UPDATE CASCADE;
