import {headingZones} from '../heading-zones.ts'
import type {Recogniser} from '../recogniser.ts'
import {toCandidate} from '../to-candidate.ts'

/**
 * A heading with a UUID; a rule below it divides front and back. A rule alone never does.
 *
 * @example
 * ```markdown
 * ## Topics (123e4567-e89b-12d3-a456-426614174000)
 *
 * What is a topic?
 *
 * ---
 *
 * A named log.
 * ```
 */
export const headingIdRule: Recogniser = {
  id: 'heading-id-rule',
  recognise(survey) {
    const zones = headingZones(survey).filter(({text}) => uuid.test(text))
    const candidates = zones.map(({stem, body, block}) => {
      const nodes = body.map(({node}) => node)
      const rule = nodes.findIndex(({type}) => type === 'thematicBreak')
      const [front, ...rest] = rule === -1 ? [] : nodes.slice(0, rule)
      const asked = front?.type === 'paragraph' ? front.children : stem
      const id = uuid.exec(survey.lines[(block.node.position?.start.line ?? 1) - 1] ?? '')?.[1]
      return toCandidate(
        {
          recogniser: 'heading-id-rule',
          stem: asked,
          body: front?.type === 'paragraph' ? rest : front ? [front, ...rest] : [],
          answer: nodes.slice(rule + 1),
          ...(id === undefined ? {} : {id}),
          position: block.node.position
        },
        survey
      )
    })
    return {candidates, leftOver: [], confidence: candidates.length === 0 ? 0 : 0.98}
  }
}

const uuid = /[([]([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})[)\]]/i
