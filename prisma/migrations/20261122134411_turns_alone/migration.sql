-- A message that came in lies in the inbox, and what goes out in the outbox: nothing was ever read from here.
-- DropForeignKey
ALTER TABLE "message" DROP CONSTRAINT "message_conversation_id_fkey";

-- DropForeignKey
ALTER TABLE "turn" DROP CONSTRAINT "turn_message_id_fkey";

-- DropIndex
DROP INDEX "conversation_updated_at_idx";

-- DropIndex
DROP INDEX "turn_message_id_key";

-- AlterTable
ALTER TABLE "turn" DROP COLUMN "message_id";

-- DropTable
DROP TABLE "message";

-- DropEnum
DROP TYPE "direction";

-- The state of a conversation is written anew with every turn: with room on its page, and no index of what changes, that
-- touches no index.
ALTER TABLE "conversation" SET (fillfactor = 70);
