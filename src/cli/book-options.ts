import type {Argv} from 'yargs'

/** Many files as one. */
export interface BookOptions {
  readonly 'as-one': boolean
  readonly title: string | undefined
}

export function bookOptions<Before extends object>(yargs: Argv<Before>): Argv<Before & BookOptions> {
  return yargs
    .option('as-one', {
      type: 'boolean',
      default: false,
      describe: 'PDFs of all files together, a chapter each, in the order of SUMMARY.md, _Sidebar.md, mkdocs.yml or their places'
    })
    .option('title', {
      type: 'string',
      requiresArg: true,
      describe: 'Title of the whole, with --as-one',
      defaultDescription: 'by the folder'
    })
    .check((options) => {
      const {'as-one': asOne, title} = options as unknown as BookOptions
      if (title !== undefined && !asOne) throw new Error('Unexpected --title without --as-one, expected `title:` in the front matter')
      return true
    }, false)
}
