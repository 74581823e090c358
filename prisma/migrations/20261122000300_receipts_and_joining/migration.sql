-- AlterTable
ALTER TABLE "outbox" ADD COLUMN     "delivered_at" TIMESTAMPTZ(3),
ADD COLUMN     "read_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "join_code" (
    "code_key" UUID NOT NULL,
    "person_id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "join_code_pkey" PRIMARY KEY ("code_key")
);

-- CreateTable
CREATE TABLE "join_guess" (
    "person_id" TEXT NOT NULL,
    "count" SMALLINT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "join_guess_pkey" PRIMARY KEY ("person_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "join_code_person_id_key" ON "join_code"("person_id");

-- AddForeignKey
ALTER TABLE "join_code" ADD CONSTRAINT "join_code_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "join_guess" ADD CONSTRAINT "join_guess_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
