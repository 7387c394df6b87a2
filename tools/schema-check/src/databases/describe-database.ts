import pg from 'pg';

/** `column orders.status` -> what PostgreSQL says of it. */
export type DatabaseDescription = ReadonlyMap<string, string>;

/** The schema `public` without what an extension brought along, and without Prisma's own record of migrations. */
const ours = (oid: string) => `NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = ${oid} AND d.deptype = 'e')`;
const relations = `
  SELECT c.* FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = 'public' AND c.relname <> '_prisma_migrations' AND ${ours('c.oid')}`;
const functions = `
  SELECT p.* FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = 'public' AND ${ours('p.oid')}`;

/** Each row is one thing of the database: its kind, its name, and its definition in PostgreSQL's own words. */
const descriptions = `
WITH relation AS (${relations})
SELECT 'table' AS kind, relname AS name, concat_ws(' ', relpersistence, relrowsecurity, relforcerowsecurity, array_to_string(reloptions, ', ')) AS definition
FROM relation WHERE relkind IN ('r', 'p')
UNION ALL
SELECT 'view', relname, pg_get_viewdef(oid) FROM relation WHERE relkind IN ('v', 'm')
UNION ALL
SELECT 'sequence', relname, format('%s from %s by %s', format_type(s.seqtypid, NULL), s.seqstart, s.seqincrement)
FROM relation JOIN pg_sequence s ON s.seqrelid = relation.oid
UNION ALL
SELECT 'column', relname || '.' || a.attname, concat_ws(' ', format_type(a.atttypid, a.atttypmod),
  CASE WHEN a.attnotnull THEN 'NOT NULL' END,
  CASE WHEN a.attidentity <> '' THEN format('IDENTITY %s', a.attidentity) END,
  CASE WHEN a.attgenerated <> '' THEN format('GENERATED %s', a.attgenerated) END,
  CASE WHEN a.attcollation <> t.typcollation THEN format('COLLATE %s', a.attcollation::regcollation) END,
  'DEFAULT ' || pg_get_expr(d.adbin, d.adrelid))
FROM relation JOIN pg_attribute a ON a.attrelid = relation.oid JOIN pg_type t ON t.oid = a.atttypid
LEFT JOIN pg_attrdef d ON d.adrelid = relation.oid AND d.adnum = a.attnum
WHERE relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
UNION ALL
SELECT 'index', relation.relname || '.' || x.relname, pg_get_indexdef(i.indexrelid) || CASE WHEN i.indisvalid THEN '' ELSE ' (invalid)' END
FROM relation JOIN pg_index i ON i.indrelid = relation.oid JOIN pg_class x ON x.oid = i.indexrelid
WHERE NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
UNION ALL
-- That a column may not be null (contype n) is said of the column.
SELECT 'constraint', relname || '.' || k.conname, pg_get_constraintdef(k.oid) FROM relation
JOIN pg_constraint k ON k.conrelid = relation.oid WHERE k.contype NOT IN ('n', 't')
UNION ALL
SELECT 'trigger', relname || '.' || t.tgname, format('%s (%s)', pg_get_triggerdef(t.oid), t.tgenabled) FROM relation
JOIN pg_trigger t ON t.tgrelid = relation.oid WHERE NOT t.tgisinternal
UNION ALL
SELECT 'policy', relname || '.' || p.polname, concat_ws(' ', p.polcmd, pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
FROM relation JOIN pg_policy p ON p.polrelid = relation.oid
UNION ALL
SELECT 'function', f.proname, string_agg(pg_get_functiondef(f.oid), '' ORDER BY f.oid) FROM (${functions}) f WHERE f.prokind IN ('f', 'p') GROUP BY f.proname
UNION ALL
SELECT 'enum', t.typname, string_agg(e.enumlabel, ', ' ORDER BY e.enumsortorder) FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
JOIN pg_enum e ON e.enumtypid = t.oid WHERE n.nspname = 'public' GROUP BY t.typname
UNION ALL
SELECT 'domain', t.typname, format_type(t.typbasetype, t.typtypmod) FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
WHERE n.nspname = 'public' AND t.typtype = 'd'
UNION ALL
SELECT 'extension', extname, '' FROM pg_extension WHERE extname <> 'plpgsql'`;

/** Everything a database is made of, as its catalogue says: what it was made by is not seen in it. */
export const describeDatabase = async (databaseUrl: string): Promise<DatabaseDescription> => {
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on('error', () => {});
  await client.connect();
  try {
    const { rows } = await client.query<{ kind: string; name: string; definition: string }>(descriptions);
    return new Map(rows.map(({ kind, name, definition }) => [`${kind} ${name}`, definition]));
  } finally {
    await client.end();
  }
};
