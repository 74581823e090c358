-- CreateTable
CREATE TABLE "whatsapp_link" (
    "name" TEXT NOT NULL,
    "fence" BIGINT NOT NULL,
    "credentials" BYTEA,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "whatsapp_link_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "whatsapp_key" (
    "link" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "key" UUID NOT NULL,
    "content" BYTEA NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "whatsapp_key_pkey" PRIMARY KEY ("link","kind","key")
);

-- AddForeignKey
ALTER TABLE "whatsapp_key" ADD CONSTRAINT "whatsapp_key_link_fkey" FOREIGN KEY ("link") REFERENCES "whatsapp_link"("name") ON DELETE CASCADE ON UPDATE CASCADE;
