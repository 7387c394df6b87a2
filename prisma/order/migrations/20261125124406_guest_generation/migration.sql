-- AlterTable
ALTER TABLE "cart" ADD COLUMN     "guest_generation" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "guest_revoked_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "orders" ADD COLUMN     "guest_generation" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "guest_revoked_at" TIMESTAMPTZ(3);
ALTER TABLE "cart" ADD CONSTRAINT "cart_guest_generation" CHECK (guest_generation >= 1);
ALTER TABLE "orders" ADD CONSTRAINT "orders_guest_generation" CHECK (guest_generation >= 1);

-- What the gateway asks for every few seconds: few rows among all carts and orders.
CREATE INDEX "cart_guest_revoked" ON "cart" (id) WHERE guest_revoked_at IS NOT NULL;
CREATE INDEX "orders_guest_revoked" ON "orders" (id) WHERE guest_revoked_at IS NOT NULL;
