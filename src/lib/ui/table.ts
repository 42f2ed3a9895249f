/** A column of a table; `key` tells the cells apart. */
export interface Column {
  readonly key: string;
  readonly label: string;
  /** Figures stand under one another, at the right. */
  readonly number?: boolean;
}
