import type {Nodes, Paragraph, PhrasingContent, RootContent} from 'mdast'
import {headingOf} from '../mdast/heading-of.ts'
import {inlineText} from '../mdast/inline-text.ts'
import type {Block} from './flow.ts'

const upArrow = /[↑⬆⇧↥⇑▲△🔝🔼⤴☝⏫]/u
const upWords =
  /(?<!\p{L})(?:back|top|toc|home|up|contents?|index|return|menu|volver|arriba|inicio|índice|voltar|topo|início|zurück|oben|haut|sommaire|retour|torna|su|наверх|вверх|назад|к содержанию|оглавлени\p{L}|powrót|yukarı|başa dön|kembali|về đầu)(?!\p{L})|返回|顶部|目录|回到|頂部|トップ|戻る|目次|맨 위|위로|목차|العودة|بالا/iu

/** Whether a link leads back to the top or to the contents: within the page, and its text says so. */
export function isTopLink(node: Nodes): boolean {
  const url =
    node.type === 'link' ? node.url : node.type === 'htmlElement' && node.tagName === 'a' ? String(node.properties.href ?? '') : undefined
  if (!url?.startsWith('#')) return false
  const text = inlineText(node).trim()
  return upArrow.test(text) || (text.length < 40 && upWords.test(text)) || (text === '' && url === '#')
}

/** A rule, a line break, a comment, an empty wrapper, a badge row, a link to the top: no part of question or answer. */
export function isNoise(node: RootContent): boolean {
  if (node.type === 'thematicBreak' || node.type === 'html' || node.type === 'break') return true
  if (node.type === 'htmlElement') return isNoiseElement(node)
  if (node.type === 'text') return node.value.trim() === ''
  return node.type === 'paragraph' && isNoiseLine(node)
}

function isNoiseElement(element: Extract<Nodes, {type: 'htmlElement'}>): boolean {
  if (element.tagName === 'br' || element.tagName === 'hr') return true
  if (element.tagName === 'a' && element.properties.href === undefined && inlineText(element).trim() === '') return true
  if (isTopLink(element)) return true
  if (!['div', 'p', 'b', 'strong', 'center', 'sub', 'sup', 'small', 'span', 'font', 'i', 'em'].includes(element.tagName)) return false
  return isNoiseContent(element.children)
}

function isNoiseLine(paragraph: Paragraph): boolean {
  return paragraph.children.length > 0 && isNoiseContent(paragraph.children)
}

/** Nothing but links to the top, breaks and the characters people put between them. */
function isNoiseContent(nodes: readonly Nodes[]): boolean {
  return nodes.every((node) => {
    if (node.type === 'text') return /^[\s\u00a0|/\\•·\-–—―⸺⸻─━═*[\]()_.]*$/u.test(node.value) && !/[.]{2}/.test(node.value)
    if (node.type === 'break' || node.type === 'html' || isTopLink(node) || isBadge(node)) return true
    if (node.type === 'paragraph' || node.type === 'strong' || node.type === 'emphasis') return isNoiseContent(node.children)
    return node.type === 'htmlElement' && isNoiseElement(node)
  })
}

/** An image from a badge service. */
function isBadge(node: Nodes): boolean {
  const image = node.type === 'link' && node.children.length === 1 ? node.children[0] : node
  const url =
    image?.type === 'image' ? image.url : image?.type === 'htmlElement' && image.tagName === 'img' ? String(image.properties.src ?? '') : ''
  return /(?:img\.shields\.io|badge|badgen\.net|travis-ci|codecov\.io|visitor)/i.test(url)
}

/** Whether blocks hold nothing that a reader would read. */
export function isBare(blocks: readonly Block[]): boolean {
  return blocks.every(({node}) => isNoise(node))
}

/** Blocks without noise at both ends, and without a link to the top at the end of the last line. */
export function trimNoise(nodes: readonly RootContent[]): RootContent[] {
  let [start, end] = [0, nodes.length]
  while (start < end && isNoise(nodes[start] as RootContent)) start++
  while (end > start && (isNoise(nodes[end - 1] as RootContent) || isEmptyHeading(nodes, start, end))) end--
  const kept = nodes.slice(start, end)
  const last = kept.at(-1)
  if (last?.type !== 'paragraph') return kept
  const children = withoutTrailingTopLink(last.children)
  return children.length === last.children.length ? kept : [...kept.slice(0, -1), {...last, children}]
}

/** The last heading of an answer with nothing below it announces nothing. */
function isEmptyHeading(nodes: readonly RootContent[], start: number, end: number): boolean {
  const last = nodes[end - 1]
  return end - start > 1 && last !== undefined && headingOf(last) !== undefined
}

function withoutTrailingTopLink(children: readonly PhrasingContent[]): PhrasingContent[] {
  const at = children.findLastIndex((child) => !isNoiseContent([child]))
  const tail = children.slice(at + 1)
  return tail.some((child) => isTopLink(child) || ('children' in child && (child.children as Nodes[]).some(isTopLink)))
    ? children.slice(0, at + 1)
    : [...children]
}

/** A table of contents, however shaped: nearly all of its text stands in links within the page. */
export function isContents(nodes: readonly RootContent[]): boolean {
  const text: LinkedText = {linked: 0, all: 0, links: 0}
  for (const node of nodes) addText(node, text)
  return text.links >= 2 && text.linked >= text.all * 0.6
}

interface LinkedText {
  linked: number
  all: number
  links: number
}

function addText(node: Nodes, text: LinkedText): void {
  if (node.type === 'link' || (node.type === 'htmlElement' && node.tagName === 'a')) {
    const url = node.type === 'link' ? node.url : String(node.properties.href ?? '')
    const size = inlineText(node).trim().length
    text.all += size
    if (url.startsWith('#')) {
      text.linked += size
      text.links++
    }
  } else if ('children' in node) for (const child of node.children) addText(child, text)
  else text.all += inlineText(node).trim().length
}
