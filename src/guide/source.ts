import type {VFile} from 'vfile'

/** One input file as it came in, before anything is understood. */
export interface Source {
  /** Content as text; `path` as the user would write it (relative to the working folder), `-` for standard input. */
  readonly file: VFile
  /** Path relative to the folder or glob that was given, `/` between folders; the base name for a file named directly. */
  readonly relative: string
  /** Named directly, so no question in it is an error and not a remark. */
  readonly named: boolean
  /** Stem that names the outputs and, with the title, the guide. Undefined where the file has none: standard input. */
  readonly stem?: string
  /** Folders between the input given and the file, outermost first; a README stands for its folder and leaves that one out. */
  readonly folders: readonly string[]
  /** Folder in which a first lock is made: the folder given, else the file's. Absolute. */
  readonly home: string
  /** Nothing outside this folder is read for the file: the folder given, else the enclosing repository, else the file's folder. Absolute. */
  readonly root: string
  /** The file could not be read as text; its messages say why. */
  readonly unreadable: boolean
}
