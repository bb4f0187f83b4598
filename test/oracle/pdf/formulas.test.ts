import {join} from 'node:path'
import {expect} from 'vitest'
import {judgedBy} from '../../support/judged-by.ts'
import {runCardpress} from '../../support/run-cardpress.ts'
import {temporaryFolder} from '../../support/temporary-folder.ts'
import {pagesOfText, veraPdf} from './ask-pdf.ts'

const notes = String.raw`# Formulas

## What is stretched?

$$\overbrace{a+b+c+d}^{n} \quad \underbrace{x+y+z}_{m} \quad \widehat{abcdef} \quad \overrightarrow{ABCD} \quad \overline{A \cup B}$$

## What is tall?

$$\left\{ \begin{matrix} 1 \\ 2 \\ 3 \\ 4 \\ 5 \end{matrix} \right\} \left[ \frac{\frac{a}{b}}{\frac{c}{d}} \right] \sqrt{\frac{\frac{a}{b}}{c}} \left\| \frac{x}{y} \right\|$$

## What has an alphabet of its own?

$\mathbb{R}$, $\mathcal{L}$, $\mathfrak{g}$, $\boldsymbol{\alpha}$, $\boxed{E = mc^2}$.
`

judgedBy('verapdf', 'poppler')(
  'stretched signs and other alphabets are PDF/UA-1, and letters of an alphabet are those of it',
  async () => {
    const cwd = await temporaryFolder({'formulas.md': notes})
    expect(await runCardpress(['formulas.md', '--pdf', '--layout', 'guide', '--quiet'], {cwd})).toMatchObject({code: 0, stderr: ''})
    const path = join(cwd, 'out/formulas.guide.pdf')
    expect(veraPdf([path])).toEqual([`PASS ${path} ua1`])
    expect(pagesOfText(path).join(' ')).toMatch(/ℝ, ?ℒ, ?𝔤, ?𝜶/u)
  },
  300_000
)
