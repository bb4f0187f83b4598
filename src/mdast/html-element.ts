import type {Properties} from 'hast'
import type {Data, Parent, RootContent} from 'mdast'

/** An HTML element among Markdown (`<details>`, `<b>`, `<table>`), its inside parsed as the mdast it is. Parsing leaves no `html` nodes but comments. */
export interface HtmlElement extends Parent {
  type: 'htmlElement'
  /** Lower case. */
  tagName: string
  properties: Properties
  children: RootContent[]
  data?: HtmlElementData
}

export interface HtmlElementData extends Data {
  /** The text of an `<svg>` from tag to tag, as it is written: as Markdown it would not be the drawing that it is. */
  svg?: string
}

/** Highlighted text: `==x==`. */
export interface Mark extends Parent {
  type: 'mark'
  children: RootContent[]
}

declare module 'mdast' {
  interface RootContentMap {
    htmlElement: HtmlElement
    mark: Mark
  }
  interface BlockContentMap {
    htmlElement: HtmlElement
  }
  interface PhrasingContentMap {
    htmlElement: HtmlElement
    mark: Mark
  }
  interface BlockquoteData {
    /** Kind of a GitHub alert or admonition, lower case: `note`, `tip`, `warning`. The marker line is taken off. */
    alert?: string
    /** Title of an admonition, where it has one. */
    title?: string
  }
}
