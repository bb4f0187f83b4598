import {join} from 'node:path'
import type {CommandModule} from 'yargs'
import {readStockTemplates} from '../read/read-templates.ts'
import {aligned} from '../report/aligned.ts'
import {CliError} from '../report/cli-error.ts'
import {writeNewFiles} from '../write/write-new-files.ts'
import {createHost, terminal} from './host.ts'

interface TemplatesOptions {
  readonly action: string
  readonly name: string | undefined
  readonly folder: string | undefined
  readonly json: boolean
}

/** A template as lists show it. */
interface Listed {
  readonly kind: 'pdf' | 'anki'
  readonly name: string
  readonly about: string
  /** Texts by path in the folder of templates. */
  readonly files: ReadonlyMap<string, string>
}

/** What layouts share stands in the list under this name. */
const shared = 'shared'

const actions = ['list', 'show', 'copy', 'schema'] as const

/** `cardpress templates`: lists, shows and copies what pages are made with. */
export const templatesCommand: CommandModule<object, TemplatesOptions> = {
  command: 'templates [action] [name] [folder]',
  describe: 'List, show or copy layouts and the look of decks, to make your own',
  builder: (yargs) =>
    yargs
      .positional('action', {
        type: 'string',
        default: 'list',
        describe: 'list, show NAME, copy NAME FOLDER, or schema: what a template gets'
      })
      .positional('name', {type: 'string', describe: 'Name in the list'})
      .positional('folder', {type: 'string', describe: 'Where a copy goes'})
      .option('json', {type: 'boolean', default: false, describe: 'Print the list for programs'})
      .example('$0 templates', 'List the layouts')
      .example('$0 templates copy cheatsheet mine', 'Copy one to edit')
      .example('$0 notes.md --templates mine', 'And print with it'),
  async handler({action, name, folder, json}) {
    if (action === 'list') terminal.print(toList(await listTemplates(), json))
    else if (action === 'show') terminal.print(toText(await templateCalled(name)))
    else if (action === 'copy') await copyTemplate(await templateCalled(name), folder)
    else if (action === 'schema') terminal.print(await toSchema())
    else throw new CliError(`Unexpected \`${action}\` behind \`cardpress templates\`, expected ${actions.join(', ')}`, 2)
  }
}

async function listTemplates(): Promise<readonly Listed[]> {
  const files = await readStockTemplates()
  const folderOf = (path: string) =>
    path.startsWith('anki/') ? 'anki' : (/^([^/]+)\/[^/]*$/.exec(path)?.[1] ?? shared).replace(/^words$/, shared)
  return [...Map.groupBy(files, ([path]) => folderOf(path))]
    .map(([name, members]) => ({
      kind: name === 'anki' ? ('anki' as const) : ('pdf' as const),
      name,
      about: aboutOf(name, files),
      files: new Map(members)
    }))
    .toSorted((a, b) => rank(a) - rank(b))
}

/** Layouts, what they share, decks. */
function rank({kind, name}: Listed): number {
  return kind === 'anki' ? 2 : Number(name === shared)
}

function aboutOf(name: string, files: ReadonlyMap<string, string>): string {
  if (name === 'anki') return 'Cards in Anki: templates and styles of both note types, for decks that begin with them'
  if (name === shared) return 'What all layouts share: type, what stands around the text, fixed words in each language'
  const {about} = JSON.parse(files.get(`${name}/template.json`) ?? '{}') as {readonly about?: string}
  return about ?? ''
}

async function templateCalled(name: string | undefined): Promise<Listed> {
  const all = await listTemplates()
  const found = all.find((template) => template.name === name)
  if (found) return found
  const names = all.map((template) => template.name).join(', ')
  throw new CliError(
    `${name === undefined ? 'Expected the name of a template:' : `Unexpected template \`${name}\`, expected one of`} ${names}`,
    2
  )
}

function toList(all: readonly Listed[], json: boolean): string {
  if (!json) return aligned(all.map(({name, about}) => [name, about])).join('\n')
  return JSON.stringify(
    all.map(({kind, name, about, files}) => ({kind, name, about, files: [...files.keys()]})),
    null,
    1
  )
}

function toText({files}: Listed): string {
  return [...files].map(([path, text]) => `==> ${path} <==\n${text}`).join('\n')
}

/** Copies into a folder of its name, so that a folder of templates holds several; what people have edited is never replaced. */
async function copyTemplate({name, files}: Listed, folder: string | undefined): Promise<void> {
  if (folder === undefined) throw new CliError(`Expected a folder for the copy: cardpress templates copy ${name} mine`, 2)
  const host = createHost({out: folder})
  const taken = await writeNewFiles([...files].map(([path, bytes]) => ({path: host.outputPath(path), bytes}))).catch((error) => {
    throw new CliError(`Nothing was written: ${error.message}`, 3, {cause: error})
  })
  if (taken !== undefined) throw new CliError(`${taken} is there already and holds something else. Nothing was written.`, 2)
  const layout = name === 'anki' ? ' --anki' : name === shared ? '' : ` --layout ${name}`
  terminal.print(
    [
      ...[...files.keys()].map((path) => join(folder, path)),
      '',
      `Edit them and ${name === 'anki' ? 'build' : 'print'}: cardpress notes.md${layout} --templates ${folder}`
    ].join('\n')
  )
}

/** JSON Schema of the data of a page and of what stands around its text. */
async function toSchema(): Promise<string> {
  const {templateSchema} = await import('../render/pdf/page/page-schema.ts')
  return JSON.stringify(templateSchema(), null, 1)
}
