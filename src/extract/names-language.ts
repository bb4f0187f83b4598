/** Languages as headers of vocabulary name them: in English, in the language itself, in its neighbours. */
const languages =
  /^(?:english|german|french|spanish|italian|portuguese|dutch|russian|ukrainian|polish|czech|turkish|greek|latin|arabic|hebrew|hindi|chinese|mandarin|japanese|korean|vietnamese|thai|indonesian|swedish|norwegian|danish|finnish|deutsch|englisch|französisch|spanisch|italienisch|russisch|latein|français|anglais|allemand|espagnol|español|inglés|alemán|francés|italiano|inglês|inglese|português|русский|английский|немецкий|французский|испанский|українська|англійська|polski|angielski|niemiecki|türkçe|ingilizce|almanca|中文|汉语|漢語|英文|英语|日语|英語|日本語|中国語|韓国語|韩语|德语|法语|한국어|영어|일본어|중국어|tiếng việt|tiếng anh|العربية|الإنجليزية)$/iu

/** Whether a header is the name of a language. */
export function namesLanguage(header: string): boolean {
  return languages.test(header.replace(/\s*\([^()]*\)$/u, '').replace(/^\P{L}+|\P{L}+$/gu, ''))
}
