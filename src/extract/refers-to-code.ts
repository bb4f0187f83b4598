const shown =
  '(?:code|snippet|program|function|script|quer(?:y|ies)|statements?|expressions?|class|method|commands?|examples?|outputs?|lines?|component|schema|block|fragment|playbook|task|play|manifest|dockerfile|config(?:uration)?|file|content|html|css|markup|loop|regex)'

/** Words that point from a question at the code below it, in the languages with most READMEs. */
const pointing = new RegExp(
  [
    `\\b(?:following|below|these|this|given|above)\\b[^.?!]{0,40}\\b${shown}\\b`,
    `\\b${shown}\\b[^.?!]{0,20}\\b(?:below|following)\\b`,
    "\\b(?:what(?:['’]s| is| are| will be| would be| does| do| will)?|predict|guess|tell|find|write|give|and|as) (?:the )?(?:\\w+ )?output\\b",
    '\\b(?:what|which)\\b[^.?!]{0,30}\\b(?:this|it|these)\\b[^.?!]{0,20}\\b(?:print|log|return|output|display|do)s?\\b',
    'siguiente (?:código|programa|función|consulta)|este código|qué (?:imprime|muestra|devuelve)|(?:código|programa|função|consulta)s? (?:abaixo|a seguir|acima|seguinte)|seguinte (?:código|programa)|o que (?:imprime|será impresso)',
    "(?:code|programme|script) (?:suivant|ci-dessous)|qu['’]affiche|ce code|folgende[rnms]? (?:code|programm|abfrage)|dieser? code|wird ausgegeben|seguente (?:codice|programma)|cosa stampa",
    'что (?:будет )?вывед\\p{L}+|следующ\\p{L}+ (?:код\\p{L}*|программ\\p{L}+|запрос\\p{L}*|пример\\p{L}*)|эт\\p{L}+ код\\p{L}*|данн\\p{L}+ код\\p{L}*|що виведе',
    '(?:以下|下面|下列|上述|这段|這段)[^。？]{0,12}(?:代码|代碼|程序|程式|输出|輸出|语句|函数|结果)|(?:输出|輸出|打印)(?:什么|结果|是什么|内容)|(?:次|以下|下記|この)の?(?:コード|プログラム|関数|出力)|다음 (?:코드|프로그램|함수|출력)|(?:이|아래) 코드',
    'aşağıdaki (?:kod|program|sorgu)|kode berikut|đoạn (?:mã|code) sau|الكود التالي'
  ].join('|'),
  'iu'
)

/** A task to write code; code below it answers. */
const task =
  /^[^\p{L}]*(?:please )?(?:write|implement|create|build|design|develop|show|give|complete|escrib[ea]|escreva|implement[ea]|écrivez|schreibe|напишите|реализуйте|написать|реализовать|实现|编写|手写|写出?一个)(?!\p{L})/iu

/** Whether a question speaks of code that it shows: "What does this print?" */
export function refersToCode(question: string): boolean {
  return question.length <= 400 && !task.test(question) && pointing.test(question)
}
