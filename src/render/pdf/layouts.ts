/** A layout by its name on the command line: a folder of that name in templates/pdf, and a line here. */
export interface Layout {
  readonly name: string
}

export const layouts: readonly Layout[] = [{name: 'cheatsheet'}, {name: 'guide'}]
