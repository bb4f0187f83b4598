import type {RenderOptions} from '../../renderer.ts'
import type {Layout} from '../layouts.ts'
import type {ViewerPreferences} from './set-metadata.ts'

/** Tells the print dialog how cards want to be turned. */
export function duplexPreferences({cards}: Layout, {flip = 'long'}: RenderOptions): ViewerPreferences {
  return cards ? [`/Duplex /DuplexFlip${flip === 'long' ? 'Long' : 'Short'}Edge`, '/PickTrayByPDFSize true'] : []
}
