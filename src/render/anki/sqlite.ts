import type {DatabaseSync} from 'node:sqlite'
import type {RowDatabase} from './collection.ts'
import {databaseBytes} from './database-bytes.ts'

type Values = Record<string, string | number | bigint | null>

/** A database in the shape of sql.js, which anki-apkg-export's `Exporter` asks for, plus fast rows. */
export interface Sqlite extends RowDatabase {
  exec(sql: string): {readonly values: readonly unknown[][]}[]
  prepare(sql: string): {getAsObject(values: Values): Record<string, unknown>}
  /** The bytes of the database file. */
  export(): Uint8Array
}

/** A new database in memory on Node's own SQLite. */
export function createSqlite(Database: typeof DatabaseSync): Sqlite {
  const db = new Database(':memory:')
  return {
    run: (sql) => db.exec(sql),
    insert(sql) {
      const statement = db.prepare(sql)
      return statement.run.bind(statement)
    },
    exec(sql) {
      const rows = db.prepare(sql).all()
      return [{values: rows.map((row) => Object.values(row))}]
    },
    prepare(sql) {
      const statement = db.prepare(sql)
      return {getAsObject: (values) => statement.get(values) ?? {}}
    },
    export: () => databaseBytes(db)
  }
}
