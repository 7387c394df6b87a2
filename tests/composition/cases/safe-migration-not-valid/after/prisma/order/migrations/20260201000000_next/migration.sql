ALTER TABLE "orders" ADD CONSTRAINT "orders_total_positive" CHECK (total_minor >= 0) NOT VALID;
