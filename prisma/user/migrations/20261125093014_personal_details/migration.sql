-- CreateTable
CREATE TABLE "profile" (
    "user_id" UUID NOT NULL,
    "locale" TEXT,
    "phone" TEXT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "profile_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "address" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "country_code" CHAR(2) NOT NULL,
    "recipient" TEXT NOT NULL,
    "organization" TEXT,
    "lines" TEXT[],
    "dependent_locality" TEXT,
    "locality" TEXT,
    "region" TEXT,
    "postal_code" TEXT,
    "sorting_code" TEXT,
    "is_shipping_default" BOOLEAN NOT NULL DEFAULT false,
    "is_billing_default" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "address_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consent_decision" (
    "position" BIGSERIAL NOT NULL,
    "user_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "is_granted" BOOLEAN NOT NULL,
    "policy_version" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "consent_decision_pkey" PRIMARY KEY ("position")
);

-- CreateTable
CREATE TABLE "notification_preference" (
    "user_id" UUID NOT NULL,
    "topic" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "is_enabled" BOOLEAN NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "notification_preference_pkey" PRIMARY KEY ("user_id","topic","channel")
);

-- CreateIndex
CREATE INDEX "address_user_id_created_at_idx" ON "address"("user_id", "created_at");

-- CreateIndex
CREATE INDEX "consent_decision_user_id_purpose_position_idx" ON "consent_decision"("user_id", "purpose", "position" DESC);

-- What Prisma's schema language cannot say.
CREATE UNIQUE INDEX address_one_shipping_default ON address (user_id) WHERE is_shipping_default;
CREATE UNIQUE INDEX address_one_billing_default ON address (user_id) WHERE is_billing_default;

ALTER TABLE address
  ALTER COLUMN lines SET NOT NULL,
  ADD CONSTRAINT address_country_in_capitals CHECK (country_code ~ '^[A-Z]{2}$'),
  ADD CONSTRAINT address_lines_few CHECK (cardinality(lines) BETWEEN 1 AND 4);

ALTER TABLE consent_decision
  ADD CONSTRAINT consent_decision_purpose_known CHECK (purpose IN ('TERMS', 'MARKETING', 'ANALYTICS', 'PERSONALIZATION'));

ALTER TABLE notification_preference
  ADD CONSTRAINT notification_preference_topic_known CHECK (topic IN ('ACCOUNT', 'ORDERS', 'SUPPORT', 'OFFERS')),
  ADD CONSTRAINT notification_preference_channel_known CHECK (channel IN ('EMAIL', 'SMS'));

-- A decision proves what was agreed to and when: it may be erased with its person, but never rewritten.
CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% rows are never changed', TG_TABLE_NAME;
END $$;
CREATE TRIGGER consent_decision_is_never_changed BEFORE UPDATE ON consent_decision
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
