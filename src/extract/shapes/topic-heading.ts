import {headingZones} from '../heading-zones.ts'
import type {Recogniser} from '../recogniser.ts'
import {toCandidate} from '../to-candidate.ts'
import {isBare} from '../trim-noise.ts'

/**
 * Headings that name a topic, in notes whose front matter or line of tags says that they are flashcards, when nothing else in them is
 * a card. Of several levels the one with most text right below it counts.
 *
 * @example
 * ```markdown
 * ---
 * tags: [flashcards]
 * ---
 *
 * ## Topic
 *
 * A named log.
 *
 * ## Partition
 *
 * A piece of a topic.
 * ```
 */
export const topicHeading: Recogniser = {
  id: 'topic-heading',
  recognise(survey) {
    const zones = survey.isDeck ? headingZones(survey).filter(({own, furniture}) => !furniture && !isBare(own)) : []
    const [most = []] = [...Map.groupBy(zones, ({key}) => key).values()].sort((a, b) => b.length - a.length)
    const candidates = most.map(({stem, body, block}) =>
      toCandidate({recogniser: 'topic-heading', stem, body: body.map(({node}) => node), position: block.node.position}, survey)
    )
    return {candidates, leftOver: [], confidence: candidates.length >= 2 ? 0.6 : 0.3, rank: 'last'}
  }
}
