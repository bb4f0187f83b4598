const questions =
  /(?:^|[^\p{L}])(?:faqs?|frequently asked|q\s*(?:&|and|n)\s*a|q&amp;a|questions?|interviews?|quiz(?:zes)?|flash ?cards?|trivia|preguntas|entrevistas?|perguntas|fragen|vorstellungsgespräch|entretiens?|foire aux|domande|colloqui[oa]|вопрос\p{L}*|собеседован\p{L}*|питання|співбесід\p{L}*|pytania|rozmow\p{L}*|sorular\p{L}*|mülakat|pertanyaan|wawancara|câu hỏi|phỏng vấn|أسئلة|مقابلة|سوالات|مصاحبه|प्रश्न|साक्षात्कार|kérdések|interjú\p{L}*|întrebări|interviu|pitanja|pyetje|frågor|spørgsmål|spørsmål|kysymyks\p{L}*|haastattelu\p{L}*|otázky|pohovor|vragen|sollicitatie\p{L}*|въпроси|интервю|питања|ερωτήσεις|συνέντευξη\p{L}*|שאלות|ראיון)(?![\p{L}])|面试|面試|问答|問答|(?:基础|基礎|笔试|筆試|练习|練習|算法|编程)题|[真试試考]题|題庫|常见问题|常見問題|题库|八股|คำถาม|สัมภาษณ์|質問|よくある|面接|자주 묻는|면접|질문/iu

/** Whether a title says that questions follow. */
export function namesQuestions(title: string): boolean {
  return questions.test(title)
}

const faq =
  /(?:^|[^\p{L}])(?:faqs?|frequently asked|foire aux questions|preguntas frecuentes|perguntas frequentes|häufig\p{L}* (?:gestellte )?fragen|domande frequenti|частые вопросы|часто задаваемые|sık sorulan)(?![\p{L}])|常见问题|常見問題|よくある|자주 묻는/iu

/** Whether a title says that every heading below it asks, statements ("The window stays black") too. */
export function namesFaq(title: string): boolean {
  return faq.test(title)
}

/** Whether a title says that flashcards follow. */
export function namesFlashcards(title: string): boolean {
  return /(?:^|[^\p{L}])(?:flash ?cards?|anki(?: deck| cards?)?|lernkarten|karteikarten|tarjetas|карточки)(?![\p{L}])|闪卡|单词卡|単語帳|暗記カード/iu.test(
    title
  )
}

const policy =
  /^[^\p{L}\p{N}]*(?:(?:how to )?contribut(?:e|ing).*|contribution.*|code of conduct|(?:.* )?(?:security|privacy|support) policy|(?:.* )?(?:survey|poll|feedback form|retrospective|retro|agenda|minutes|meeting notes|stand-?up)|(?:pull request|merge request|issue|bug report) template|security|governance|support|release notes|changelog|(?:.* )?check ?lists?)[^\p{L}\p{N}]*$/iu

/** Whether a title is that of a document that asks its readers ("Did you find a bug?") and not for them. */
export function namesPolicy(title: string): boolean {
  return title.length <= 100 && policy.test(title)
}

const software =
  /^[^\p{L}\p{N}]*(?:install(?:ation|ing)?|usage|use|api|getting started|quick ?start|examples?|options|configuration|requirements|prerequisites|compatibility|types|security|changelog|development|build(?:ing)?|test(?:s|ing)?|features|documentation|docs|methods|plugins|deployment|安装|使用|快速开始|特性|用法|インストール|使い方|설치|사용법|instalación|uso|instalação|installation|utilisation|verwendung|установка|использование|kurulum|kullanım)[^\p{L}\p{N}]*$/iu

/** Whether a heading is one that READMEs and manuals of software have. */
export function namesSoftwarePart(heading: string): boolean {
  return software.test(heading)
}

const furniture =
  /^[^\p{L}\p{N}]*(?:(?:table of )?contents?.*|toc|index|summary|overview|foreword|preface|introduction|about(?: (?:me|us|this.*|the author.*))?|contribut(?:e|ing|ors?|ions?).*|how to contribute|licen[cs]e|copyright.*|disclaimer|acknowledge?ments?|credits?|authors?|maintainers?|sponsors?.*|support(?: (?:us|me|this.*))?|backers|donat(?:e|ions?)|related(?: (?:projects?|links|articles|repos.*))?|(?:useful |further |additional |external |more |other )?(?:references?|resources?|links|reading|sources?)|see also|conclusion|changelog|stargazers.*|star history|community|contact.*|feedback|translations?|languages?|目录|目錄|前言|简介|介绍|参考.*|总结|贡献.*|许可.*|目次|はじめに|参考文献|ライセンス|목차|소개|참고.*|라이선스|índice|contenido|introducción|licencia|referencias|conteúdo|sumário|introdução|licença|referências|inhalt(?:sverzeichnis)?|einleitung|lizenz|quellen|sommaire|table des matières|licence|références|indice|sommario|licenza|содержание|оглавление|введение|лицензия|ссылки|источники|зміст|spis treści|licencja|içindekiler|lisans|kaynaklar|daftar isi|lisensi|referensi|mục lục|المحتويات|فهرس.*|المراجع|فهرست.*|منابع|विषय सूची)[^\p{L}\p{N}]*$/iu

/** Whether a heading is furniture around the matter (contents, licence, references): never a question. */
export function isFurniture(heading: string): boolean {
  return furniture.test(heading)
}

const contents =
  /^[^\p{L}\p{N}]*(?:(?:table of )?contents|toc|目录|目錄|目次|목차|índice|contenido|conteúdo|sumário|inhalt(?:sverzeichnis)?|sommaire|table des matières|indice|sommario|содержание|оглавление|зміст|spis treści|içindekiler|daftar isi|mục lục|المحتويات|الفهرس|فهرست|tartalom(?:jegyzék)?|cuprins|sadržaj|садржај|съдържание|περιεχόμενα|sisällys|innehåll|indhold|innhold|obsah|inhoud|תוכן(?: עניינים)?|สารบัญ)[^\p{L}\p{N}]*$/iu

/** Whether a heading is that of a table of contents, which groups nothing that follows. */
export function isContentsHeading(heading: string): boolean {
  return contents.test(heading)
}
