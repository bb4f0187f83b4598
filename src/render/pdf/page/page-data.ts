import type {Flip} from '../../renderer.ts'
import type {SheetFurniture} from '../editions/to-parts.ts'
import type {View} from './to-view.ts'
import type {Words} from './words.ts'

/** Page numbers by the id of what they lead to. */
export type PageNumbers = Readonly<Record<string, number>>

/** What `page.html` gets; `page-schema.ts` says what each field is. */
export interface PageData extends View {
  readonly words: Words
  readonly countText: string
  readonly fontsCss: string
  readonly styleCss: string
  readonly headHtml: string
  readonly turn: {readonly flip: Flip; readonly rightMm: number; readonly upMm: number}
  readonly recto: boolean
  readonly answersAtEnd: boolean
  readonly marksChanges: boolean
  readonly fill: 'balance' | 'auto'
  readonly pageNumbers: PageNumbers
  readonly citedNumbers: PageNumbers
  readonly steps: PageNumbers
}

/** What `furniture.html` gets. */
export interface FurnitureData extends Omit<PageData, 'pageNumbers' | 'citedNumbers' | 'steps'> {
  readonly sheets: readonly SheetFurniture[]
  readonly furnitureCss: string
  readonly headerText: string
  readonly footerText: string
}
