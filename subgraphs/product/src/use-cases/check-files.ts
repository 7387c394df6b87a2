import { CatalogUnreadable } from '../domain/catalog-csv/catalog-unreadable.ts';
import { type CatalogOutline, checkCatalogStructure } from '../domain/catalog-csv/check-catalog-structure.ts';

/** A file by the name people know it by; `open` reads it from its beginning, each time it is called. */
export type CatalogFile = { readonly file: string; readonly open: () => AsyncIterable<Uint8Array> };
export type CheckedFile = CatalogFile & { readonly outline: CatalogOutline };
export type UnreadableFile = { readonly file: string; readonly line: number | null; readonly message: string };

/** The first pass over every file, before anything is written: all of them, or why some cannot be read. */
export const checkFiles = async (
  files: readonly CatalogFile[],
): Promise<{ ok: true; files: CheckedFile[] } | { ok: false; unreadable: UnreadableFile[] }> => {
  const checked: CheckedFile[] = [];
  const unreadable: UnreadableFile[] = [];
  for (const file of files) {
    try {
      checked.push({ ...file, outline: await checkCatalogStructure(file.open()) });
    } catch (error) {
      unreadable.push({ file: file.file, ...reasonOf(error) });
    }
  }
  return unreadable.length > 0 ? { ok: false, unreadable } : { ok: true, files: checked };
};

const systemReasons: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file.',
  EACCES: 'The file may not be read: check its permissions.',
  EISDIR: 'This is a folder: name the files in it.',
};

const reasonOf = (error: unknown): { line: number | null; message: string } => {
  if (error instanceof CatalogUnreadable) return { line: error.line, message: error.message };
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const message = systemReasons[code];
  if (!message) throw error;
  return { line: null, message };
};
