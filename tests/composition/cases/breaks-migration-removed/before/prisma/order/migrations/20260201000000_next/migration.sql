COMMENT ON TABLE "orders" IS 'orders';
