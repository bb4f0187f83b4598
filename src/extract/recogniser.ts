import type {Candidate} from '../guide/candidate.ts'
import type {Survey} from './survey.ts'

/** A part of the file that a recogniser saw and did not take, for `cards --explain` and for deciding between recognisers. */
export interface LeftOver {
  readonly line: number
  readonly endLine: number
  /** Offsets of its first character and behind its last; those of whole lines where a recogniser knows no more. */
  readonly start?: number
  readonly end?: number
  readonly reason: string
  readonly text: string
}

/** What one recogniser would make of a whole file. */
export interface Reading {
  /** In source order, sections still empty: they depend on what all recognisers take together. */
  readonly candidates: readonly Candidate[]
  readonly leftOver: readonly LeftOver[]
  /** From 0 (this is not the file's shape) to 1 (safe evidence). */
  readonly confidence: number
  /** One card is all the shape can have in a file; being alone then says nothing against it. */
  readonly whole?: boolean
  /** 'first' says for the whole file what it is, whatever others see in it; 'last' counts only where no other reading makes cards. */
  readonly rank?: 'first' | 'last'
}

/** One shape of question-and-answer Markdown: one file in src/extract/shapes, one line in recognisers.ts. */
export interface Recogniser {
  readonly id: string
  recognise(survey: Survey): Reading
}
