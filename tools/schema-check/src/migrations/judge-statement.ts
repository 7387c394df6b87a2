import type { AlterTableCmd, ColumnDef, Node } from 'libpg-query';
import { judgeConstraint } from './judge-constraint.ts';
import {
  addsRequired,
  changesType,
  concurrentlyNotAlone,
  drops,
  dropsWhatIsUsed,
  locksForIndex,
  type Risk,
  renames,
  type Surroundings,
  setsRequired,
  touchesEveryRow,
} from './statement-risk.ts';

/** What one statement risks on a database that is in use, next to the code that is deployed. */
export const judgeStatement = (node: Node, around: Surroundings): Risk[] => {
  if ('AlterTableStmt' in node) return judgeAlter(node.AlterTableStmt, around);
  if ('DropStmt' in node) return judgeDrop(node.DropStmt, around);
  if ('RenameStmt' in node) return judgeRename(node.RenameStmt, around);
  if ('IndexStmt' in node) return judgeIndex(node.IndexStmt, around);
  return judgeRows(node, around);
};

type Of<Key extends string> = Extract<Node, Record<Key, unknown>>[Key & keyof Extract<Node, Record<Key, unknown>>];

const judgeAlter = ({ relation, cmds = [] }: Of<'AlterTableStmt'>, around: Surroundings): Risk[] => {
  const table = relation?.relname ?? '';
  if (around.newTables.has(table)) return [];
  return cmds.flatMap((each) => ('AlterTableCmd' in each ? judgeCommand(table, each.AlterTableCmd, around) : []));
};

const judgeCommand = (table: string, { subtype, name = '', def }: AlterTableCmd, around: Surroundings): Risk[] => {
  const column = `column ${table}.${name}`;
  if (subtype === 'AT_DropColumn') return [around.isUsed(table, name) ? dropsWhatIsUsed(column) : drops(column)];
  if (subtype === 'AT_AlterColumnType') return [changesType(column)];
  if (subtype === 'AT_SetNotNull') return [setsRequired(column)];
  if (def === undefined) return [];
  if (subtype === 'AT_AddColumn' && 'ColumnDef' in def) return judgeColumn(table, def.ColumnDef);
  return subtype === 'AT_AddConstraint' && 'Constraint' in def ? judgeConstraint(table, def.Constraint, around) : [];
};

const filledIn = new Set(['CONSTR_DEFAULT', 'CONSTR_IDENTITY', 'CONSTR_GENERATED']);
const serials = new Set(['serial', 'bigserial', 'smallserial', 'serial4', 'serial8']);

const judgeColumn = (table: string, { colname, constraints = [], typeName }: ColumnDef): Risk[] => {
  const kinds = constraints.flatMap((each) => ('Constraint' in each ? [each.Constraint.contype ?? ''] : []));
  const isRequired = kinds.includes('CONSTR_NOTNULL') || kinds.includes('CONSTR_PRIMARY');
  const isSerial = (typeName?.names ?? []).some((each) => 'String' in each && serials.has(each.String.sval ?? ''));
  if (!isRequired || isSerial || kinds.some((kind) => filledIn.has(kind))) return [];
  return [addsRequired(`column ${table}.${colname}`)];
};

const judgeDrop = ({ objects = [], removeType, concurrent }: Of<'DropStmt'>, around: Surroundings): Risk[] => {
  if (concurrent && around.statements > 1) return [concurrentlyNotAlone('drops an index')];
  if (removeType !== 'OBJECT_TABLE') return [];
  return objects
    .map(lastName)
    .filter((table) => !around.newTables.has(table))
    .map((table) => (around.isUsed(table) ? dropsWhatIsUsed(`table ${table}`) : drops(`table ${table}`)));
};

/** `schema.table` comes as a list of names. */
const lastName = (object: Node): string => {
  const names = 'List' in object ? (object.List.items ?? []) : [];
  const last = names.at(-1);
  return last !== undefined && 'String' in last ? (last.String.sval ?? '') : '';
};

const judgeRename = (
  { renameType, relation, subname, newname }: Of<'RenameStmt'>,
  { newTables }: Surroundings,
): Risk[] => {
  const table = relation?.relname ?? '';
  if (newTables.has(table)) return [];
  if (renameType === 'OBJECT_TABLE') return [renames(`table ${table} to ${newname}`)];
  return renameType === 'OBJECT_COLUMN' ? [renames(`column ${table}.${subname} to ${newname}`)] : [];
};

const judgeIndex = ({ relation, concurrent }: Of<'IndexStmt'>, around: Surroundings): Risk[] => {
  const table = relation?.relname ?? '';
  if (concurrent) return around.statements > 1 ? [concurrentlyNotAlone('builds an index')] : [];
  return around.isLarge(table) && !around.newTables.has(table) ? [locksForIndex(table)] : [];
};

const judgeRows = (node: Node, { isLarge, newTables }: Surroundings): Risk[] => {
  const isFelt = (table: string) => isLarge(table) && !newTables.has(table);
  if ('TruncateStmt' in node) {
    return (node.TruncateStmt.relations ?? []).flatMap((each) =>
      'RangeVar' in each && !newTables.has(each.RangeVar.relname ?? '')
        ? [drops(`every row of ${each.RangeVar.relname}`)]
        : [],
    );
  }
  const change = 'UpdateStmt' in node ? node.UpdateStmt : 'DeleteStmt' in node ? node.DeleteStmt : null;
  const table = change?.relation?.relname ?? '';
  if (change === null || change.whereClause !== undefined || !isFelt(table)) return [];
  return [touchesEveryRow(`changes all of ${table}, which is large`)];
};
