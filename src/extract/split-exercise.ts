import type {Code, RootContent} from 'mdast'
import {trimNoise} from './trim-noise.ts'

interface Split {
  readonly question: readonly RootContent[]
  readonly answer: readonly RootContent[]
}

/**
 * Exercises solved in code: where nearly all bodies of a document end with a program, what stands above the first program (examples,
 * inputs, pictures) states the exercise. A program is a fenced block with a language; one without is an example.
 */
export function splitExercise(bodies: readonly (readonly RootContent[])[]): ReadonlyMap<readonly RootContent[], Split> {
  const solved = bodies.filter((body) => endsWithProgram(body))
  if (bodies.length < 4 || solved.length < bodies.length * 0.75) return new Map()
  return new Map(
    solved.flatMap((body) => {
      const at = body.findIndex(isProgram)
      return at > 0 ? [[body, {question: body.slice(0, at), answer: body.slice(at)}] as const] : []
    })
  )
}

function endsWithProgram(body: readonly RootContent[]): boolean {
  const last = trimNoise(body).at(-1)
  return last !== undefined && isProgram(last)
}

function isProgram(node: RootContent): node is Code {
  return node.type === 'code' && Boolean(node.lang) && !/^(?:te?xt|plain|plaintext|output|console|none)$/i.test(node.lang ?? '')
}
