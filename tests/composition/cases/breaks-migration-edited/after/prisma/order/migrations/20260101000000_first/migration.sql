-- CreateTable
CREATE TABLE "orders" (
    "id" UUID NOT NULL,
    "total_minor" BIGINT NOT NULL,
    "note" VARCHAR(100),
    "gone" TEXT,
    "status" TEXT NOT NULL,

    CONSTRAINT "orders_pkey" PRIMARY KEY ("id")
);
