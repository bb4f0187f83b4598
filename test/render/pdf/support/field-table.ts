/** As much of a JSON Schema as zod writes for the data of templates. */
interface Schema {
  readonly type?: string
  readonly description?: string
  readonly enum?: readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
}

/** Rows of a Markdown table, a field each: its path, its kind, what it is. */
export function fieldTable(schema: Schema): string {
  return ['| Field | Kind | Is |', '|:------|:-----|:---|', ...rows(schema, '')].join('\n')
}

function rows({properties = {}}: Schema, prefix: string): readonly string[] {
  return Object.entries(properties).flatMap(([name, field]) => {
    const path = `${prefix}${name}`
    const row = `| \`${path}\` | ${kindOf(field)} | ${(field.description ?? '').replaceAll('|', '\\|')} |`
    return field.type === 'array' ? [row, ...rows(field.items ?? {}, `${path}[].`)] : [row, ...rows(field, `${path}.`)]
  })
}

function kindOf({type, enum: words, items, properties}: Schema): string {
  if (words) return words.map((word) => `\`${word}\``).join(', ')
  if (type === 'array') return `list of ${items?.type === 'object' ? 'these' : `${items?.type}s`}`
  return type === 'object' && !properties ? 'by name' : (type ?? '')
}
