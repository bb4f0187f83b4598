import type {RootContent} from 'mdast'
import type {Rule} from '../rule.ts'
import {stemOf, stemPlace} from '../stem-of.ts'

const thing =
  '(?:code|snippets?|programs?|examples?|images?|pictures?|diagrams?|figures?|screenshots?|quer(?:y|ies)|tables?|schemas?|outputs?)'

/** "the following code", "the diagram below", and their like in other languages. */
const pointer = new RegExp(
  [
    `\\b(?:following|below|above)\\s+(?:[\\w.+#-]+\\s+)?${thing}\\b`,
    `\\b(?:code|snippet|program|image|picture|diagram|figure|screenshot|table|schema)s?\\s+(?:shown\\s+|given\\s+)?(?:below|above)\\b`,
    `\\bthis\\s+(?:[\\w.+#-]+\\s+)?(?:code|snippet|picture|diagram|screenshot)\\b`,
    '\\b(?:siguiente|seguinte)\\s+(?:código|programa|imagen|imagem)|\\bcódigo\\s+(?:siguiente|a seguir|abaixo)',
    '\\b(?:code|programme|image)\\s+(?:suivante?|ci-dessous)|\\b(?:folgende[nrs]?)\\s+(?:code|programm|bild)',
    'следующ\\p{L}+\\s+код|код\\p{L}*\\s+ниже',
    '(?:以下|下面|下列|下方)的?(?:代码|程序|图)|如[下上]?图|(?:次|以下|下)の(?:コード|プログラム|図)|(?:다음|아래)\\s*(?:코드|그림|프로그램)'
  ].join('|'),
  'iu'
)

/** Nodes that can be what a question points to. */
const exhibits: ReadonlySet<string> = new Set(['code', 'inlineCode', 'image', 'math', 'inlineMath', 'table', 'htmlElement', 'list'])

/**
 * A question that points to code or a picture which its side of the card does not show: "What does the following code print?"
 * makes sense only with the code. Where the code stands below, a label tells where the answer begins.
 *
 * @example
 * ```markdown
 * ## What is a topic?
 *
 * A named log.
 *
 * ## What does the following code print?
 *
 * It prints 3, because `map` sees each record once.
 *
 * ## What is a partition?
 *
 * A piece of a topic.
 * ```
 *
 * @example
 * ````markdown
 * ## What is a topic?
 *
 * **Answer:** A named log.
 *
 * ## What does the following code print?
 *
 * ```java
 * System.out.println(records.map(this::count).sum());
 * ```
 *
 * **Answer:** It prints 3, because `map` sees each record once.
 *
 * ## What is a partition?
 *
 * **Answer:** A piece of a topic.
 * ````
 */
export const missingExhibit: Rule = {
  id: 'missing-exhibit',
  severity: 'info',
  check(documents, report) {
    for (const document of documents)
      for (const candidate of document.candidates) {
        const pointed = pointer.exec(stemOf(candidate))?.[0]
        if (pointed === undefined || candidate.options.length > 0 || candidate.question.some(holdsExhibit)) continue
        const below = candidate.answer.some(holdsExhibit)
        report({
          document,
          place: stemPlace(candidate),
          reason: `Unexpected question about \`${pointed}\` without it, expected ${below ? 'a label that divides it from the answer' : 'it below the question'}`,
          note: 'Put it below the question, and `**Answer:**` where the answer begins.'
        })
      }
  }
}

function holdsExhibit(node: RootContent): boolean {
  return exhibits.has(node.type) || ('children' in node && (node.children as RootContent[]).some(holdsExhibit))
}
