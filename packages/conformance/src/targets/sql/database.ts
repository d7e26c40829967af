/** A database of its own, in memory. */
export interface Database {
  /** Runs statements. */
  execute(sql: string): Promise<void>;
  /** The rows of one statement. */
  query(sql: string): Promise<{ readonly columns: readonly string[]; readonly rows: readonly (readonly unknown[])[] }>;
  /** The names of the columns of a table or view. */
  columnsOf(table: string): Promise<readonly string[]>;
}

export type Open = () => Promise<Database>;
