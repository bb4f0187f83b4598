import type {Properties} from 'hast'

/** Attributes without a place in mdast, where mdast-util-to-hast looks for them. */
export function withHints(properties: Properties): {data?: {hProperties: Properties}} {
  return Object.keys(properties).length > 0 ? {data: {hProperties: properties}} : {}
}
