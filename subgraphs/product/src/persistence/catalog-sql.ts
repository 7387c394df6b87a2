// Amounts go through JSON as text: a JSON number loses digits above 2^53.
const lockProductWhere = (condition: string) => `
  SELECT jsonb_build_object(
    'id', p.id, 'slug', p.slug, 'title', p.title, 'description', p.description, 'vendor', p.vendor,
    'product_type', p.product_type, 'tags', to_jsonb(p.tags), 'status', p.status, 'seo_title', p.seo_title,
    'seo_description', p.seo_description, 'version', p.version,
    'options', (SELECT jsonb_agg(jsonb_build_object('name', o.name, 'values', to_jsonb(o.values)) ORDER BY o.position)
      FROM product_option AS o WHERE o.product_id = p.id),
    'media', (SELECT jsonb_agg(jsonb_build_object('id', m.id, 'url', m.url, 'alt', m.alt, 'position', m.position)
      ORDER BY m.position) FROM media AS m WHERE m.product_id = p.id),
    'categories', (SELECT jsonb_agg(c.category_id ORDER BY c.category_id)
      FROM product_category AS c WHERE c.product_id = p.id),
    'variants', (SELECT jsonb_agg(to_jsonb(v.*) ORDER BY v.position, v.id) FROM product_variant AS v
      WHERE v.product_id = p.id),
    'prices', (SELECT jsonb_agg(jsonb_build_object('variant_id', price.variant_id, 'currency', price.currency,
      'amount_minor', price.amount_minor::text, 'compare_at_minor', price.compare_at_minor::text)
      ORDER BY price.currency)
      FROM price JOIN product_variant AS v ON v.id = price.variant_id WHERE v.product_id = p.id),
    'stock', (SELECT jsonb_agg(jsonb_build_object('variant_id', s.variant_id, 'imported_quantity', s.imported_quantity))
      FROM stock_level AS s JOIN product_variant AS v ON v.id = s.variant_id
      WHERE v.product_id = p.id AND s.location = $2)
  ) AS product
  FROM product AS p WHERE ${condition} FOR UPDATE OF p`;

export const lockProduct = lockProductWhere('p.slug = $1');
export const lockProductById = lockProductWhere('p.id = $1::uuid');
export const lockProductOfVariant = lockProductWhere(
  'p.id = (SELECT product_id FROM product_variant WHERE id = $1::uuid)',
);

export const takenSkus = `
  SELECT v.sku, p.slug FROM product_variant AS v JOIN product AS p ON p.id = v.product_id
  WHERE v.sku = ANY ($1::text[]) AND p.slug <> $2 ORDER BY v.sku`;

export const anyProduct = 'SELECT id FROM product LIMIT 1';

export const categoriesBySlug = 'SELECT id, slug FROM category WHERE slug = ANY ($1::text[])';

export const addCategory = `
  INSERT INTO category (id, slug, title, parent_id)
  VALUES ($1::uuid, $2, $3, (SELECT id FROM category WHERE slug = $4))
  ON CONFLICT (slug) DO NOTHING`;

// One statement for the whole product: foreign keys are checked at its end, so its parts may come in any order.
export const saveProduct = `
  WITH input AS MATERIALIZED (SELECT $1::jsonb AS product),
  saved_product AS (
    INSERT INTO product (id, slug, title, description, vendor, product_type, tags, status, seo_title, seo_description,
      search_words, version)
    SELECT r.id, r.slug, r.title, r.description, r.vendor, r.product_type, r.tags, r.status, r.seo_title,
      r.seo_description, r.search_words, r.version
    FROM input, jsonb_to_record(product) AS r (id uuid, slug text, title text, description text, vendor text,
      product_type text, tags text[], status product_status, seo_title text, seo_description text,
      search_words text[], version int)
    ON CONFLICT (id) DO UPDATE SET title = excluded.title, description = excluded.description, vendor = excluded.vendor,
      product_type = excluded.product_type, tags = excluded.tags, status = excluded.status,
      seo_title = excluded.seo_title, seo_description = excluded.seo_description,
      search_words = excluded.search_words, version = excluded.version, updated_at = clock_timestamp()
    RETURNING id
  ),
  saved_options AS (
    INSERT INTO product_option (product_id, position, name, values)
    SELECT (product->>'id')::uuid, r.position, r.name, r.values
    FROM input, jsonb_to_recordset(product->'options') AS r (position int, name text, values text[])
    ON CONFLICT (product_id, position) DO UPDATE SET name = excluded.name, values = excluded.values
  ),
  gone_options AS (
    DELETE FROM product_option AS o USING input
    WHERE o.product_id = (product->>'id')::uuid AND o.position > jsonb_array_length(product->'options')
  ),
  saved_media AS (
    INSERT INTO media (id, product_id, url, alt, position)
    SELECT r.id, (product->>'id')::uuid, r.url, r.alt, r.position
    FROM input, jsonb_to_recordset(product->'media') AS r (id uuid, url text, alt text, position int)
    ON CONFLICT (id) DO UPDATE SET alt = excluded.alt, position = excluded.position
  ),
  gone_media AS (
    DELETE FROM media AS m USING input
    WHERE m.product_id = (product->>'id')::uuid
      AND m.id NOT IN (SELECT r.id FROM input, jsonb_to_recordset(product->'media') AS r (id uuid))
  ),
  saved_variants AS (
    INSERT INTO product_variant (id, product_id, sku, title, option_values, position, active, tax_class, barcode,
      weight_grams, requires_shipping, media_id)
    SELECT r.id, (product->>'id')::uuid, r.sku, r.title, r.option_values, r.position, r.active, r.tax_class, r.barcode,
      r.weight_grams, r.requires_shipping, r.media_id
    FROM input, jsonb_to_recordset(product->'variants') AS r (id uuid, sku text, title text, option_values text[],
      position int, active boolean, tax_class text, barcode text, weight_grams int, requires_shipping boolean,
      media_id uuid)
    ON CONFLICT (id) DO UPDATE SET sku = excluded.sku, title = excluded.title, option_values = excluded.option_values,
      position = excluded.position, active = excluded.active, tax_class = excluded.tax_class,
      barcode = excluded.barcode, weight_grams = excluded.weight_grams,
      requires_shipping = excluded.requires_shipping, media_id = excluded.media_id
  ),
  saved_prices AS (
    INSERT INTO price (variant_id, currency, amount_minor, compare_at_minor)
    SELECT r.variant_id, r.currency, r.amount_minor, r.compare_at_minor
    FROM input, jsonb_to_recordset(product->'prices') AS r (variant_id uuid, currency text, amount_minor bigint,
      compare_at_minor bigint)
    ON CONFLICT (variant_id, currency) DO UPDATE SET amount_minor = excluded.amount_minor,
      compare_at_minor = excluded.compare_at_minor
  ),
  saved_categories AS (
    INSERT INTO product_category (product_id, category_id)
    SELECT (product->>'id')::uuid, r.id::uuid FROM input, jsonb_array_elements_text(product->'categories') AS r (id)
    ON CONFLICT DO NOTHING
  )
  DELETE FROM product_category AS c USING input
  WHERE c.product_id = (product->>'id')::uuid
    AND c.category_id NOT IN (SELECT r.id::uuid FROM input, jsonb_array_elements_text(product->'categories') AS r (id))`;

// In the order of variant ids, as everybody locks. A count below what is held would make available negative: not taken.
export const countStock = `
  INSERT INTO stock_level (variant_id, location, on_hand, available, imported_quantity)
  SELECT r.variant_id, $3, coalesce(r.quantity, 0), coalesce(r.quantity, 0), r.quantity
  FROM unnest($1::uuid[], $2::int[]) AS r (variant_id, quantity) ORDER BY r.variant_id
  ON CONFLICT (variant_id, location) DO UPDATE SET on_hand = excluded.on_hand,
    available = excluded.on_hand - stock_level.reserved, imported_quantity = excluded.imported_quantity,
    version = stock_level.version + 1
  WHERE excluded.on_hand >= stock_level.reserved
  RETURNING (SELECT product_id FROM product_variant WHERE id = stock_level.variant_id),
    variant_id, on_hand, reserved, available, version`;
