import type {Notetype} from './notetype.ts'

/** Values by field name in the order of the notetype; what has none stays empty. */
export function fieldsInOrder({fields}: Pick<Notetype, 'fields'>, values: Readonly<Record<string, string>>): string[] {
  return fields.map(({name}) => values[name] ?? '')
}
