/** Words that point to the document around them or at its reader. */
const pointing = new Set(
  (
    'what why how when where who which so and but then or not no the a an is are was were be been does do did can could should would will shall may ' +
    'has have had it its this that these those here there now next happened happens work works worth i we you me us my our your for to from of in on ' +
    'about with get got use uses used need want know make start started begin help go going wrong learn learned else more compare compares mean means matter matters s t re ve ll'
  ).split(' ')
)

/**
 * Whether a question names nothing that it asks about ("Why?", "How does it work?") but the title of its document ("Who uses Foo?"):
 * it asks on behalf of that document only.
 */
export function isPointing(question: string, title: string): boolean {
  const [asked, titled] = [wordsOf(question), wordsOf(title)]
  const named = titled.every((word) => asked.includes(word)) ? titled : []
  return asked.every((word) => pointing.has(word) || named.includes(word))
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}
