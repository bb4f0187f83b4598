/** What a folder says of the files in it, for those who read it as a book. */
export interface BookPlan {
  /** Of the whole, where a file of settings names it. */
  readonly title?: string
  /** Paths of chapters in their order, relative to the folder, `/` between folders; with or without ending. A wiki names pages only. */
  readonly listed: readonly string[]
  /** Places of folders among their neighbours, by path: `_category_.json` of Docusaurus. */
  readonly positions: ReadonlyMap<string, number>
}
