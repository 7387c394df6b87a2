COMMENT ON TABLE "orders" IS 'What was ordered.';
