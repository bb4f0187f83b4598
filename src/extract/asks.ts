/** Question marks of the scripts that have their own. */
const questionMark = /[?？؟⁇⁈\u037e\u055e\u1367]/u

/** Greek ends a question with a semicolon. */
const greekQuestion = /\p{Script=Greek}.*;$/su

/** What may stand after the question mark at the end: quotes, brackets, marks of direction, emoji, difficulty stars, a remark in brackets. */
const trailing =
  /(?:[\s"'”’»)\]*_`~.!:：。…\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|\ufe0f|\p{Extended_Pictographic}|\u200d|:[a-z0-9_+-]+:|\([^()]{0,40}\)|（[^（）]{0,40}）)+$/u

const openers: readonly [weight: number, words: string][] = [
  [
    0.8,
    // Verbs that set an exercise or an exam question and hardly ever open a chapter of a manual.
    "explain|describe|define|discuss|differentiate|distinguish|tell (?:me|us)|give (?:an?|some|me|two|three|examples?)|name (?:a|an|the|some|any|two|three|four|five|\\d)|can you|could you|would you|have you|do you|did you|are you|what(?:['’]s| is| are| was| does| do| would| will| happens| kinds?| types?)|which (?:is|are|of)|difference between|differences between|compare|state the|suppose|imagine|" +
      "explica|explique|describe|descreva|define|defina|qué es|qué son|cuál es|cuáles son|o que é|o que são|qual é|quais são|diferencias? entre|diferenças? entre|qu['’]est-ce|quelle est|quelles sont|quel est|quels sont|expliquez|décrivez|définissez|différences? entre|was ist|was sind|was bedeutet|erkläre|erläutern|beschreiben|unterschiede? zwischen|cos['’]è|che cos['’]è|qual è|spiega|descrivi|differenz[ae] tra|" +
      'что такое|какие|каковы|объясните|опишите|расскажите|в ч[её]м|чем отличается|чем отличаются|отличи[ея] |разница между|различия между|що таке|поясніть|co to jest|czym jest|wyjaśnij|nedir|açıklayın|apa itu|apa perbedaan|jelaskan|mi az?|mi a különbség|mit jelent|magyaráz\\p{L}*|ismertes\\p{L}*|ce este|care (?:este|sunt)|explicați|descrieți|vad är|hvad er|hva er|förklara|forklar|mikä on|selitä|šta je|što je|objasni\\p{L}*|какво е|обясни\\p{L}*|co je|vysvětli\\p{L}*|wat is|wat zijn|leg uit|τι είναι|ποι(?:α|ος|οι|ο|ες) (?:είναι|η)|εξηγήστε|περιγράψτε|αναφέρετε|' +
      'ما هو|ما هي|ما الفرق|اشرح|چیست|什么是|什麼是|简述|简单描述|描述|解释|说说|谈谈|讲讲|请说|请解释|请描述|如何理解|为什么|何为|说一下|介绍一下|为何|阐述|概述|论述'
  ],
  [
    0.5,
    'what|why|when|where|which|who|whom|whose|is|are|was|were|does|do|did|can|could|should|would|will|has|have|must|may|how (?:do|does|did|can|could|would|should|is|are|was|many|much|often|long|big|far)|' +
      'por qué|cómo|cuándo|dónde|quién|por que|como|quando|onde|quem|pourquoi|comment|quand|où|qui|que|warum|wieso|weshalb|wann|wo|wer|welche[rs]?|wie (?:kann|können|funktioniert|viele?)|perché|come|quando|dove|chi|' +
      'почему|зачем|когда|где|кто|как|какой|какая|какое|чому|навіщо|коли|як|dlaczego|kiedy|gdzie|jak|neden|niçin|nasıl|kim|bagaimana|mengapa|kapan|apakah|apa|tại sao|thế nào|làm sao|làm thế nào|miért|hogyan|mikor|milyen|mire|melyik|de ce|cum|când|unde|varför|hur|när|hvorfor|hvordan|hvornår|miksi|miten|milloin|zašto|kako|kada|защо|как|кога|proč|kdy|waarom|hoe|wanneer|welke|γιατί|πώς|πως|πότε|πού|τι|ποι(?:α|ος|οι|ο|ες|ά|ός|οί|ό|ές)|μπορείτε|έχετε|لماذا|كيف|متى|أين|هل|چرا|چگونه|آیا|怎么|怎样|如何|为啥|是否|哪些|介绍|对比|比较|なぜ|どう|なに|何'
  ],
  [
    0.3,
    // The first person, as in "My window stays black", complains in an FAQ.
    "i|i['’](?:m|ve|d|ll)|my|we|we['’](?:re|ve)|unable to|can(?:no|['’])t|how|write|implement|create|design|list|name|give|find|show|build|calculate|compute|generate|demonstrate|identify|outline|mention|solve|determine|prove|return|print|reverse|convert|sort|count|check|make|liste|escreva|écrivez|schreibe|напишите|реализуйте|实现|手写|编写|写一个|列出|列举"
  ]
]

// Chinese stands right before Latin letters (`简述TCP`); a word of a script with spaces ends before its letters do.
const matchers = openers.map(([weight, words]) => ({
  weight,
  pattern: new RegExp(
    `^[^\\p{L}\\p{N}]*(?:${words})(?:(?<=[\\p{Script=Han}\\p{Script=Hiragana}])|(?![\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Arabic}]))`,
    'iu'
  )
}))

/** Endings that ask in languages which need no question mark. */
const closers =
  /(?:吗|呢|么|什么|哪些|怎么办|为什么|区别|差别|不同|異同|区別|違い|か|ですか|ますか|とは|차이점?|무엇인가|무엇인가요|인가요|인가|까요?|는가|나요|시오|하라|세요|해라|쓰기|ください|しなさい|述べよ|せよ|mı|mi|mu|mü|nedir|nelerdir|farkı|farkları|farklar|açıklayınız|anlatınız|yazınız|là gì|như thế nào)$/u

/** Words that ask in the middle of a title, in languages that put them there. */
const inside = /如何|怎么|怎样|怎麼|为什么|為什麼|为何|哪些|哪几|什么是|是什么|是否|多少|どう|なぜ|どの|何が|何を|무엇|어떻게|왜|어떤/u

/** A call or signature (`run(options?)`): its question marks ask nothing. */
const call = /([\p{L}\p{N}_$])\([^()\s][^()]*\)/gu

/**
 * How strongly a text asks, from 0 (a plain noun phrase) to 1 (a question mark where a question ends).
 * Words alone never reach 1: manuals are full of "How to install" and "What's new".
 */
export function asks(title: string): number {
  const text = ends(title).replace(remark, '').replace(call, '$1')
  const bare = text.trim().replace(trailing, '').trim()
  const end = text.trim().slice(bare.length)
  if (questionMark.test(end) || /[?？؟]$/u.test(bare) || greekQuestion.test(bare)) return 1
  if (/[?？؟](?:\s|[)"'”’»*\]]|$|\p{Script=Han})/u.test(text)) return 1
  const opener = matchers.find(({pattern}) => pattern.test(bare))?.weight ?? 0
  return Math.max(opener, closers.test(bare) ? 0.7 : 0, inside.test(bare) ? 0.5 : 0)
}

/** `[2023-09]`, `【Easy】` before a question. */
const remark = /^\s*[[【][^\][】]{1,24}[\]】]\s*(?=\p{L})/u

/** Questions are short; of longer text the ends tell, and no pattern has to go far. */
function ends(text: string): string {
  return text.length <= 600 ? text : `${text.slice(0, 400)} ${text.slice(-200)}`
}
