/** Words that point to the document around them or at its reader, in the languages with most READMEs; those without spaces by phrases. */
const pointing = new Set(
  [
    'what why how when where who which so and but then or not no the a an is are was were be been does do did can could should would will shall may',
    'has have had it its this that these those here there now next happened happens work works worth i we you me us my our your for to from of in on',
    'about with get got use uses used need want know make start started begin help go going wrong learn learned else more compare compares mean means matter matters s t re ve ll',
    'qué que cómo cuándo dónde quién quiénes cuál por para es son fue está este esta esto eso el la los las lo un una de del en y o no yo tú usted nosotros mi tu su se me te puedo debo hace hacer funciona usar uso empezar necesito',
    'como quando onde quem qual isso isto este essa o os as um uma do da no na e eu você nós meu minha seu sua posso devo funciona usar começar preciso é são',
    'quoi pourquoi comment quand où qui quel quelle est sont ce cet cette ça c il elle le les l un une de du des à et je tu vous nous mon ma mes votre vos on ai peux dois marche fonctionne utiliser commencer besoin pas',
    'was warum wieso wie wann wo wer welche welcher welches ist sind war das dies diese dieser der die den dem ein eine es und oder nicht ich du wir sie mein meine kann soll muss geht funktioniert benutze benutzen brauche fange an hier damit dafür',
    'что почему зачем как когда где кто какой какая это этот эта эти он она оно и или не я ты вы мы мой мне вам нам можно нужно ли работает использовать начать для чего',
    'che cosa perché come quando dove chi quale è sono questo questa quello il lo la i gli le un una di del e io tu noi mio mia tuo si posso devo funziona usarlo usare iniziare',
    'dlaczego po co jak kiedy gdzie kto jaki jaka to jest są ten ta tego i lub nie ja ty my mój mogę działa używać zacząć',
    'що чому навіщо як коли де хто який яка це цей ця ці він вона воно та і або не я ти ви ми мій мені нам можна потрібно чи працює використовувати почати для чого',
    'wat waarom hoe wanneer waar wie welke is zijn dit dat deze die de het een en of niet ik jij je wij mijn kan moet werkt gebruiken beginnen',
    'vad varför hur när var vem vilken är det detta den de en ett och eller inte jag du vi min kan måste fungerar använda börja',
    'cái gì là tại sao vì sao làm thế nào như khi nào ở đâu ai này đó đây tôi bạn chúng ta và hay không hoạt động sử dụng dùng bắt đầu',
    'ما ماذا لماذا كيف متى أين من هو هي هذا هذه ذلك و أو لا أنا أنت نحن يعمل تعمل أستخدم أستخدمه أبدأ لي',
    'چرا چگونه چیست کی کجا چه این آن و یا من شما ما است کار می کند',
    'यह ये वह क्या क्यों कैसे कब कहाँ कौन है हैं और या नहीं मैं आप हम काम करता करती करें उपयोग शुरू',
    'ne neden niçin nasıl nerede kim hangi bu şu o ve veya mi mı ben sen biz çalışır kullanılır',
    'apa mengapa kenapa bagaimana kapan dimana siapa ini itu saya anda kita dan atau cara kerja',
    '这是什么 这是啥 是什么 为什么 怎么用 如何使用 怎么开始 如何开始 怎么工作 这個是什麼 為什麼 如何使用它 它是如何工作的 これは何 これは何ですか なぜ 使い方は どう使う どうやって使いますか 仕組みは 이것은 무엇인가요 이게 뭔가요 왜 왜요 어떻게 사용하나요 어떻게 쓰나요 이것은 무엇인가 무엇인가요'
  ].flatMap((words) => words.split(' '))
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
