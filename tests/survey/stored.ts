import Database from 'better-sqlite3';

/** Everything that a database holds: the rows of each table, as text. Equal if nothing was changed in between. */
export function stored(file: string): Readonly<Record<string, readonly string[]>> {
  const db = new Database(file, { readonly: true });
  const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[];
  const rows = tables.map((table) => [table, rowsOf(db, table)] as const);
  db.close();
  return Object.fromEntries(rows);
}

function rowsOf(db: Database.Database, table: string): string[] {
  return db
    .prepare(`SELECT * FROM "${table}"`)
    .raw()
    .all()
    .map((row) => JSON.stringify(row));
}
