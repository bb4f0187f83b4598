import type {VFile} from 'vfile'

/** 0 fine or warnings only, 1 errors; with `strict` warnings count as errors. */
export function exitCode(files: readonly VFile[], {strict = false}: {strict?: boolean | undefined} = {}): 0 | 1 {
  const messages = files.flatMap((file) => file.messages)
  return messages.some((message) => message.fatal === true || (strict && message.fatal === false)) ? 1 : 0
}
