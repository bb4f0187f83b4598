/** A file of a template folder. */
export interface TemplateFile {
  /** For messages: `templates/pdf/guide/page.html`, or as the user named the folder. */
  readonly path: string
  readonly text: string
}

/** A layout as it lies in its folder: what it is, the page in Liquid and the style sheet. */
export interface Template {
  /** Name of the folder. */
  readonly name: string
  readonly settings: TemplateSettings
  /** `page.html` */
  readonly page: TemplateFile
  /** `head.html`, the inside of `<head>` for all layouts. */
  readonly head: TemplateFile
  /** Style sheets in order: the shared ones, the layout's, the user's. */
  readonly style: string
  /** What stands around the text of each page, the same for all layouts, and the layout's style sheet for it. */
  readonly furniture: TemplateFile
  readonly furnitureStyle: string
}

/** `template.json` */
export interface TemplateSettings {
  /** One sentence for lists of layouts. */
  readonly about: string
  /** Prints a table of contents, which takes two passes. */
  readonly contents: boolean
  /** Type size in points. */
  readonly sizePt: number
  /** Columns by the width of the paper, narrowest first: the last whose width the paper has. */
  readonly columns: readonly {readonly fromMm: number; readonly count: number}[]
  /** White around the text of an A4 page; it shrinks along with narrower ones. */
  readonly marginMm: {readonly top: number; readonly right: number; readonly bottom: number; readonly left: number}
}

/** Templates of a user: they go before ours, file by file. */
export interface UserTemplates {
  /** As the user named it, for messages; empty where there is only a style sheet. */
  readonly folder: string
  /** Texts by path in the folder, `/` between folders: `guide/page.html`. */
  readonly files: ReadonlyMap<string, string>
  /** Style sheet that comes after all others. */
  readonly css: string
}
