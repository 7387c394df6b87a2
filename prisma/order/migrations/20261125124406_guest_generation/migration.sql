-- AlterTable
ALTER TABLE "cart" ADD COLUMN     "guest_generation" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "guest_revoked_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "orders" ADD COLUMN     "guest_generation" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "guest_revoked_at" TIMESTAMPTZ(3);
