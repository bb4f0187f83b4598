import type {ElementContent} from 'hast'

/** A formula as nodes of the output. `display`: on lines of its own. */
export type MathRenderer = (tex: string, display: boolean) => ElementContent[]

/** Code as nodes with `hljs-` class names; undefined for a language that is not known. */
export type Highlighter = (code: string, language: string) => ElementContent[] | undefined

/** Where outputs differ. */
export interface HtmlOptions {
  readonly math: MathRenderer
  /** Without it code stays plain. */
  readonly highlight?: Highlighter | undefined
  /** What `src` becomes for the url of a picture: a media name, a data URI; undefined shows the alternative text instead. */
  readonly image: (url: string) => string | undefined
  /** The picture of a diagram by the text of its fence, and CSS that it is shown with; undefined shows the code. @default All code */
  readonly diagram?: ((source: string) => {readonly src: string; readonly style?: string} | undefined) | undefined
  /** The picture of an `<svg>` by its text; undefined shows nothing. @default Nothing */
  readonly drawing?: ((text: string) => {readonly src: string; readonly alt: string} | undefined) | undefined
  /** Id on the page of what an address leads to within the document. @default Nothing does */
  readonly anchor?: ((url: string) => string | undefined) | undefined
  /** Title of alerts that bring none, by kind. @default the kind with a capital */
  readonly alertTitle?: ((kind: string) => string | undefined) | undefined
}
