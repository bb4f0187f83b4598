import {readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {contents, filesIn} from '../support/folder-contents.ts'
import {mainPath, type Run, runCardpress, runProcess} from '../support/run-cardpress.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

const java =
  '# Java\n\n## What is a class?\n\nA plan for objects.\n\n## What is an object?\n\nAn instance of a class.\n\n## What is a field?\n\nA variable of an object.\n'
const sql =
  '# SQL\n\n## What is a join?\n\nRows of two tables side by side.\n\n## What is a view?\n\nA query with a name.\n\n## What is an index?\n\nA sorted copy.\n'
const prose = '# Minutes\n\nWe met and drank tea.\n'

/** A run as a person sees it: both streams, the exit code; without the time it took and the temporary folder's name. */
function transcript({code, stdout, stderr}: Run): string {
  const told = `${stdout}${stderr && `[stderr]\n${stderr}`}[exit ${code}]`
  return told.replace(/\b\d+\.\d s\./, 'N s.').replaceAll(/[^ '`]*\/cardpress-test-\w+/g, '')
}

test('a folder: outputs by relative path, a README by its folder, hidden files left out, files without a question counted', async () => {
  const cwd = await temporaryFolder({
    'docs/java.md': java,
    'docs/db/README.md': sql,
    'docs/minutes.markdown': prose,
    'docs/.hidden/x.md': java
  })
  expect(transcript(await runCardpress(['docs', '--csv', '--anki'], {cwd}))).toMatchInlineSnapshot(`
    "docs/db/README.md   3 cards   heading-question
    docs/java.md        3 cards   heading-question
    1 file without a question left out

    out/db.apkg     3   notes   3 new
    out/java.apkg   3   notes   3 new
    out/db.csv      3   rows
    out/java.csv    3   rows

    N s. Import a deck by opening it: Anki adds what is new and keeps your progress.
    [exit 0]"
  `)
  expect(await filesIn(join(cwd, 'out'))).toEqual(['db.apkg', 'db.csv', 'java.apkg', 'java.csv'])
})

test('a glob that the shell left alone is expanded', async () => {
  const cwd = await temporaryFolder({'a/java.md': java, 'b/sql.md': sql, 'b/minutes.md': prose})
  expect(transcript(await runCardpress(['check', '*/[js]*.md'], {cwd}))).toMatchInlineSnapshot(`
    "a/java.md   3 cards   heading-question
    b/sql.md    3 cards   heading-question
    [exit 0]"
  `)
})

test('cards are the same from a .md file, a .txt file and standard input', async () => {
  const cwd = await temporaryFolder({'java.md': java, 'java.txt': java})
  const [markdown, text, piped] = await Promise.all([
    runCardpress(['cards', 'java.md', '--json'], {cwd}),
    runCardpress(['cards', 'java.txt', '--json'], {cwd}),
    runCardpress(['cards', '-', '--json'], {cwd, input: java})
  ])
  expect(JSON.parse(markdown.stdout).cards).toMatchObject([
    {question: 'What is a class?', answer: 'A plan for objects.', line: 3, section: null, kind: 'basic'},
    {question: 'What is an object?', answer: 'An instance of a class.', line: 7, section: null, kind: 'basic'},
    {question: 'What is a field?', answer: 'A variable of an object.', line: 11, section: null, kind: 'basic'}
  ])
  expect(text.stdout).toBe(markdown.stdout)
  expect(piped.stdout).toBe(markdown.stdout)
})

test('cards --out writes one document a file, the relative path kept', async () => {
  const cwd = await temporaryFolder({'docs/java.md': java, 'docs/db/README.md': sql, 'docs/minutes.md': prose})
  expect(transcript(await runCardpress(['cards', 'docs', '--json', '--out', 'read'], {cwd}))).toMatchInlineSnapshot(`"[exit 0]"`)
  expect(await filesIn(join(cwd, 'read'))).toEqual(['db/README.cards.json', 'java.cards.json', 'minutes.cards.json'])
  expect(JSON.parse(await readFile(join(cwd, 'read/minutes.cards.json'), 'utf8'))).toEqual({cards: []})
})

test('check and cards write nothing, not even the lock', async () => {
  const cwd = await temporaryFolder({'java.md': java})
  await runCardpress(['check', 'java.md'], {cwd})
  await runCardpress(['cards', 'java.md'], {cwd})
  expect(await filesIn(cwd)).toEqual(['java.md'])
})

test('two files that would write the same output are an error before anything is written', async () => {
  const cwd = await temporaryFolder({'a/java.md': java, 'b/java.md': sql})
  expect(transcript(await runCardpress(['a/java.md', 'b/java.md', '--csv'], {cwd}))).toMatchInlineSnapshot(`
    "a/java.md   3 cards   heading-question
    b/java.md   3 cards   heading-question

    Nothing was built.
    [stderr]
    b/java.md
     error Unexpected output name \`java\` that \`a/java.md\` would write too, expected a name of its own output-name-clash cardpress
      [note]:
        Build the two into folders of their own (\`--out\`), build their common folder, or rename one.

    ✖ 1 error
    [exit 1]"
  `)
  expect(await filesIn(cwd)).toEqual(['a/java.md', 'b/java.md'])
})

test('a path that leads nowhere is an error of its own, the other files are built', async () => {
  const cwd = await temporaryFolder({'java.md': java})
  expect(transcript(await runCardpress(['gone.md', 'java.md', '--csv'], {cwd}))).toMatchInlineSnapshot(`
    "java.md   3 cards   heading-question

    out/java.csv   3   rows

    N s.
    [stderr]
    gone.md
     error Unexpected path, expected a file, a folder or a glob that exists missing-path cardpress

    ✖ 1 error
    [exit 1]"
  `)
  expect(await filesIn(join(cwd, 'out'))).toEqual(['java.csv'])
})

test('a file named directly that asks nothing is an error, and what an earlier build made of it stays', async () => {
  const cwd = await temporaryFolder({'java.md': java})
  await runCardpress(['java.md', '--csv', '--anki'], {cwd})
  const before = await contents(join(cwd, 'out'))
  await writeFile(join(cwd, 'java.md'), prose)
  expect(transcript(await runCardpress(['java.md', '--csv', '--anki'], {cwd}))).toMatchInlineSnapshot(`
    "java.md   0 cards

    Nothing was built.
    [stderr]
    java.md
     error Unexpected file without a question, expected headings, bold lines, lists or labels that ask no-question cardpress
      [note]:
        Write each question as a heading with its answer below: \`## What is a topic?\`

    ✖ 1 error
    [exit 1]"
  `)
  expect(await contents(join(cwd, 'out'))).toEqual(before)
})

test('wrong usage exits with 2 and one sentence', async () => {
  const cwd = await temporaryFolder({'java.md': java})
  const wrong = [['--colour'], ['--layuot', 'guide'], ['--shape', 'heading-labl'], ['--csv-format', 'tsv'], ['--out']]
  const runs = await Promise.all(wrong.map((args) => runCardpress(['java.md', ...args], {cwd})))
  expect(runs.map(transcript).join('\n')).toMatchInlineSnapshot(`
    "[stderr]
    error: Unexpected option \`--colour\`, expected one that there is. \`cardpress --help\` shows what can be said.
    [exit 2]
    [stderr]
    error: Unexpected option \`--layuot\`, expected \`--layout\`. \`cardpress --help\` shows what can be said.
    [exit 2]
    [stderr]
    error: Unexpected shape \`heading-labl\` in --shape, expected \`heading-label\`. \`cardpress --help\` shows what can be said.
    [exit 2]
    [stderr]
    error: Invalid values: Argument: csv-format, Given: "tsv", Choices: "sheet", "anki", "both". \`cardpress --help\` shows what can be said.
    [exit 2]
    [stderr]
    error: Not enough arguments following: out. \`cardpress --help\` shows what can be said.
    [exit 2]"
  `)
  expect(await filesIn(cwd)).toEqual(['java.md'])
})

test('an unknown layout is wrong usage, and the message begins with those that most want', async () => {
  const run = await runCardpress(['java.md', '--layout', 'poster'], {cwd: await temporaryFolder({'java.md': java})})
  expect(transcript(run).split(', ').slice(0, 2)).toEqual(['[stderr]\nerror: Unexpected `poster` in --layout', 'expected cheatsheet'])
  expect(run.code).toBe(2)
})

test('the help sorts every option of a build, and the README knows each', async () => {
  const {stdout} = await runCardpress(['--help'], {cwd: await temporaryFolder()})
  const optionsIn = (text = '') => [...text.matchAll(/^ +--([a-z-]+)/gm)].map(([, name]) => name)
  expect(optionsIn(stdout.split(/^Options:$/m)[1])).toEqual(['version', 'help', 'quiet', 'json', 'strict', 'all'])
  const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8')
  expect(optionsIn(stdout).filter((name) => !readme.includes(`\`--${name}`))).toEqual([])
})

test('a reader that leaves early keeps nobody from building', async () => {
  const cwd = await temporaryFolder({'java.md': java})
  const command = '"$0" "$1" java.md --csv --json 2>told | true' // The write meets a pipe that nobody holds any more.
  expect(await runProcess('sh', ['-c', command, process.execPath, mainPath], {cwd})).toMatchObject({code: 0})
  expect(await readFile(join(cwd, 'told'), 'utf8')).toBe('')
  expect(await filesIn(cwd)).toContain('out/java.csv')
})

test('no paths is wrong usage', async () => {
  expect(transcript(await runCardpress([], {cwd: await temporaryFolder()}))).toMatchInlineSnapshot(`
    "[stderr]
    error: Expected a file, a folder or a glob, or - for standard input. \`cardpress --help\` shows what can be said.
    [exit 2]"
  `)
})

test('an output folder that cannot be is trouble of the environment, and nothing is left behind', async () => {
  const cwd = await temporaryFolder({'java.md': java, taken: 'a file'})
  expect(transcript(await runCardpress(['java.md', '--csv', '--out', 'taken/out'], {cwd}))).toMatchInlineSnapshot(`
    "[stderr]
    error: Nothing was written: ENOTDIR: not a directory, mkdir '/notes/taken/out'. What was in the output folder is still there.
    [exit 3]"
  `)
  expect(await filesIn(cwd)).toEqual(['java.md', 'taken'])
})

test('without a browser the deck and the CSV are written, and the exit code says that something is missing', async () => {
  const cwd = await temporaryFolder({'java.md': java})
  const run = await runCardpress(['java.md'], {cwd, env: {CHROME_PATH: '/nowhere/chrome'}})
  expect(transcript(run)).toMatchInlineSnapshot(`
    "java.md   3 cards   heading-question

    out/java.apkg   3   notes   3 new
    out/java.csv    3   rows

    N s. Import a deck by opening it: Anki adds what is new and keeps your progress.
    [stderr]
    error: Expected CHROME_PATH to name a browser but found no file /nowhere/chrome; unset it or correct it
    [exit 3]"
  `)
  expect(await filesIn(join(cwd, 'out'))).toEqual(['java.apkg', 'java.csv'])
})

test('--json prints one document for programs, problems in it', async () => {
  const cwd = await temporaryFolder({'java.md': java})
  const run = await runCardpress(['java.md', 'gone.md', '--csv', '--json'], {cwd})
  expect({...run, stdout: JSON.parse(run.stdout)}).toMatchInlineSnapshot(`
    {
      "code": 1,
      "stderr": "",
      "stdout": {
        "files": [
          {
            "bytes": 256,
            "count": "3 rows",
            "format": "csv",
            "guide": "java",
            "path": "out/java.csv",
          },
        ],
        "guides": [
          {
            "cards": 3,
            "changed": 0,
            "deck": "Java",
            "diff": {
              "changed": 0,
              "moved": 0,
              "new": 3,
              "removed": 0,
              "reworded": 0,
              "unchanged": 0,
            },
            "id": "java",
            "new": 3,
            "removed": [],
            "restamped": 0,
            "same": 0,
            "title": "Java",
          },
        ],
        "problems": [
          {
            "path": "gone.md",
            "reason": "Unexpected path, expected a file, a folder or a glob that exists",
            "ruleId": "missing-path",
            "severity": "error",
          },
        ],
        "sources": [
          {
            "cards": 3,
            "path": "java.md",
          },
        ],
      },
    }
  `)
})

test('--quiet prints nothing when all is well', async () => {
  const cwd = await temporaryFolder({'java.md': java})
  expect(transcript(await runCardpress(['java.md', '--csv', '--quiet'], {cwd}))).toMatchInlineSnapshot(`"[exit 0]"`)
})

test('colour is for a terminal, and not with NO_COLOR', async () => {
  const cwd = await temporaryFolder({'java.md': java})
  // script(1) runs a command on a terminal of its own.
  const onTerminal = (env: Readonly<Record<string, string>>): Promise<Run> =>
    runProcess('script', ['-qec', `${process.execPath} ${mainPath} check gone.md`, '/dev/null'], {cwd, env: {TERM: 'xterm', ...env}})
  const [coloured, plain, piped] = await Promise.all([
    onTerminal({}),
    onTerminal({NO_COLOR: '1'}),
    runCardpress(['check', 'gone.md'], {cwd})
  ])
  expect(coloured.stdout).toContain('\u001b[')
  expect(plain.stdout).not.toContain('\u001b[')
  expect(piped.stderr).not.toContain('\u001b[')
  expect(plain.stdout.replaceAll('\r', '')).toBe(piped.stdout + piped.stderr)
})

test('--version names the version of the package', async () => {
  const {version} = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'))
  expect(await runCardpress(['--version'], {cwd: await temporaryFolder()})).toEqual({code: 0, stdout: `${version}\n`, stderr: ''})
})
