-- CreateTable
CREATE TABLE "cart" (
    "id" UUID NOT NULL,
    "buyer_id" UUID,
    "currency" CHAR(3) NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'ACTIVE',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "cart_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cart_line" (
    "id" UUID NOT NULL,
    "cart_id" UUID NOT NULL,
    "variant_id" UUID NOT NULL,
    "quantity" INTEGER NOT NULL,

    CONSTRAINT "cart_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "orders" (
    "id" UUID NOT NULL,
    "cart_id" UUID NOT NULL,
    "buyer_id" UUID,
    "status" TEXT NOT NULL DEFAULT 'PENDING',
    "payment_status" TEXT NOT NULL DEFAULT 'NONE',
    "fulfillment_status" TEXT NOT NULL DEFAULT 'UNFULFILLED',
    "awaiting" TEXT NOT NULL DEFAULT 'STOCK',
    "currency" CHAR(3) NOT NULL,
    "total_minor" BIGINT NOT NULL,
    "payment_method_token" TEXT,
    "payment_version" INTEGER NOT NULL DEFAULT 0,
    "rejection" JSONB,
    "cancellation" JSONB,
    "correlation_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "placed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "pending_until" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "orders_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "order_line" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "product_id" UUID NOT NULL,
    "variant_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "variant_title" TEXT NOT NULL,
    "sku" TEXT,
    "quantity" INTEGER NOT NULL,
    "unit_price_minor" BIGINT NOT NULL,
    "total_minor" BIGINT NOT NULL,

    CONSTRAINT "order_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "order_event" (
    "position" BIGSERIAL NOT NULL,
    "order_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "order_event_pkey" PRIMARY KEY ("position")
);

-- CreateTable
CREATE TABLE "product_projection" (
    "product_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "product_projection_pkey" PRIMARY KEY ("product_id")
);

-- CreateTable
CREATE TABLE "variant_projection" (
    "variant_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "variant_title" TEXT NOT NULL,
    "sku" TEXT,
    "tax_class" TEXT NOT NULL,
    "is_active" BOOLEAN NOT NULL,
    "prices" JSONB NOT NULL,

    CONSTRAINT "variant_projection_pkey" PRIMARY KEY ("variant_id")
);

-- CreateTable
CREATE TABLE "outbox_event" (
    "position" BIGSERIAL NOT NULL,
    "event_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "schema_version" INTEGER NOT NULL,
    "aggregate_id" TEXT NOT NULL,
    "aggregate_version" INTEGER NOT NULL,
    "correlation_id" TEXT NOT NULL,
    "causation_id" TEXT,
    "traceparent" TEXT,
    "actor" JSONB NOT NULL,
    "data" JSONB NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "parked_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_error" TEXT,

    CONSTRAINT "outbox_event_pkey" PRIMARY KEY ("position")
);

-- CreateTable
CREATE TABLE "inbox_event" (
    "event_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "aggregate_id" TEXT NOT NULL,
    "aggregate_version" INTEGER NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "inbox_event_pkey" PRIMARY KEY ("event_id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "scope" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "input_hash" TEXT NOT NULL,
    "result" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("scope","key")
);

-- CreateIndex
CREATE INDEX "cart_buyer_id_idx" ON "cart"("buyer_id");

-- CreateIndex
CREATE UNIQUE INDEX "cart_line_cart_id_variant_id_key" ON "cart_line"("cart_id", "variant_id");

-- CreateIndex
CREATE UNIQUE INDEX "orders_cart_id_key" ON "orders"("cart_id");

-- CreateIndex
CREATE INDEX "orders_buyer_id_placed_at_id_idx" ON "orders"("buyer_id", "placed_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "order_line_order_id_position_key" ON "order_line"("order_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "order_line_order_id_variant_id_key" ON "order_line"("order_id", "variant_id");

-- CreateIndex
CREATE INDEX "order_event_order_id_position_idx" ON "order_event"("order_id", "position");

-- CreateIndex
CREATE INDEX "variant_projection_product_id_idx" ON "variant_projection"("product_id");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_event_event_id_key" ON "outbox_event"("event_id");

-- CreateIndex
CREATE INDEX "outbox_event_aggregate_id_position_idx" ON "outbox_event"("aggregate_id", "position");

-- AddForeignKey
ALTER TABLE "cart_line" ADD CONSTRAINT "cart_line_cart_id_fkey" FOREIGN KEY ("cart_id") REFERENCES "cart"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "orders" ADD CONSTRAINT "orders_cart_id_fkey" FOREIGN KEY ("cart_id") REFERENCES "cart"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_line" ADD CONSTRAINT "order_line_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_event" ADD CONSTRAINT "order_event_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "variant_projection" ADD CONSTRAINT "variant_projection_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product_projection"("product_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema language cannot say.

ALTER TABLE "cart"
  ADD CONSTRAINT "cart_status_known" CHECK ("status" IN ('ACTIVE', 'COMPLETED', 'ABANDONED')),
  ADD CONSTRAINT "cart_currency_known" CHECK ("currency" ~ '^[A-Z]{3}$'),
  ADD CONSTRAINT "cart_version_positive" CHECK ("version" >= 1);

ALTER TABLE "cart_line"
  ADD CONSTRAINT "cart_line_quantity_in_range" CHECK ("quantity" BETWEEN 1 AND 1000);

ALTER TABLE "orders"
  ADD CONSTRAINT "orders_status_known"
    CHECK ("status" IN ('PENDING', 'CONFIRMED', 'FULFILLING', 'COMPLETED', 'REJECTED', 'CANCELLED')),
  ADD CONSTRAINT "orders_payment_status_known"
    CHECK ("payment_status" IN ('NONE', 'AUTHORIZED', 'PARTIALLY_PAID', 'PAID', 'PARTIALLY_REFUNDED', 'REFUNDED', 'DISPUTED')),
  ADD CONSTRAINT "orders_fulfillment_status_known"
    CHECK ("fulfillment_status" IN ('UNFULFILLED', 'PARTIALLY_FULFILLED', 'FULFILLED')),
  ADD CONSTRAINT "orders_awaiting_known"
    CHECK ("awaiting" IN ('STOCK', 'PAYMENT', 'STOCK_COMMIT', 'CAPTURE', 'NOTHING')),
  -- The saga's step and the status never contradict each other.
  ADD CONSTRAINT "orders_awaiting_fits_status" CHECK (
    CASE "status"
      WHEN 'PENDING' THEN "awaiting" IN ('STOCK', 'PAYMENT')
      WHEN 'CONFIRMED' THEN "awaiting" IN ('STOCK_COMMIT', 'CAPTURE', 'NOTHING')
      ELSE "awaiting" = 'NOTHING'
    END),
  ADD CONSTRAINT "orders_rejected_with_reason" CHECK (("status" = 'REJECTED') = ("rejection" IS NOT NULL)),
  ADD CONSTRAINT "orders_cancelled_with_reason" CHECK (("status" = 'CANCELLED') = ("cancellation" IS NOT NULL)),
  ADD CONSTRAINT "orders_ended_with_time" CHECK (("status" IN ('REJECTED', 'CANCELLED')) = ("ended_at" IS NOT NULL)),
  -- The token is kept no longer than until the payment is asked for.
  ADD CONSTRAINT "orders_payment_token_short_lived" CHECK (("awaiting" = 'STOCK') = ("payment_method_token" IS NOT NULL)),
  ADD CONSTRAINT "orders_currency_known" CHECK ("currency" ~ '^[A-Z]{3}$'),
  ADD CONSTRAINT "orders_total_not_negative" CHECK ("total_minor" >= 0),
  ADD CONSTRAINT "orders_version_positive" CHECK ("version" >= 1);

ALTER TABLE "order_line"
  ADD CONSTRAINT "order_line_quantity_in_range" CHECK ("quantity" BETWEEN 1 AND 1000),
  ADD CONSTRAINT "order_line_amounts_not_negative" CHECK ("unit_price_minor" >= 0 AND "total_minor" >= 0),
  ADD CONSTRAINT "order_line_total_adds_up" CHECK ("total_minor" = "unit_price_minor" * "quantity");

ALTER TABLE "order_event"
  ADD CONSTRAINT "order_event_type_known" CHECK ("type" IN (
    'PLACED', 'STOCK_RESERVED', 'PAYMENT_REQUESTED', 'PAYMENT_ACTION_REQUIRED', 'PAYMENT_AUTHORIZED', 'CONFIRMED',
    'STOCK_COMMITTED', 'CAPTURE_REQUESTED', 'PAYMENT_CAPTURED', 'PAYMENT_VOIDED', 'PAYMENT_REFUNDED', 'REJECTED', 'CANCELLED'));

-- These happen once to an order, whatever is delivered twice.
CREATE UNIQUE INDEX "order_event_once" ON "order_event" ("order_id", "type")
  WHERE "type" IN ('PLACED', 'PAYMENT_REQUESTED', 'CONFIRMED', 'CAPTURE_REQUESTED', 'REJECTED', 'CANCELLED');

-- What the sweeper looks for.
CREATE INDEX "orders_pending" ON "orders" ("pending_until") WHERE "status" = 'PENDING';

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END
$$;

CREATE TRIGGER "order_event_append_only" BEFORE UPDATE OR DELETE ON "order_event"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE INDEX outbox_event_unsent ON outbox_event (position) WHERE sent_at IS NULL AND parked_at IS NULL;
