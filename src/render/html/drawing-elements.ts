const set = (...names: readonly string[]): ReadonlySet<string> => new Set(names.join(' ').split(/\s+/))

/** Elements that draw, or say how: none that runs, moves, or holds another document. */
export const drawingElements: ReadonlySet<string> = set(
  'svg g defs symbol use switch title desc path rect circle ellipse line polyline polygon text tspan textPath image marker pattern',
  'clipPath mask linearGradient radialGradient stop filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix',
  'feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge',
  'feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence'
)

/** Attributes of these, in lower case and without hyphens, as hast names them. */
export const drawingAttributes: ReadonlySet<string> = set(
  'id name class classname style lang viewbox preserveaspectratio version x y x1 y1 x2 y2 z cx cy r rx ry fx fy fr dx dy width height d points',
  'pathlength transform transformorigin rotate textlength lengthadjust startoffset method spacing side',
  'markerwidth markerheight markerunits refx refy orient markerstart markermid markerend marker',
  'patternunits patterncontentunits patterntransform clippathunits maskunits maskcontentunits masktype',
  'gradientunits gradienttransform spreadmethod offset stopcolor stopopacity filterunits primitiveunits',
  'fill fillopacity fillrule stroke strokewidth strokeopacity strokelinecap strokelinejoin strokemiterlimit strokedasharray strokedashoffset',
  'color opacity display visibility overflow clip cliprule clippath mask filter paintorder vectoreffect shaperendering textrendering',
  'imagerendering colorrendering colorinterpolation colorinterpolationfilters mixblendmode isolation enablebackground pointerevents cursor',
  'fontfamily fontsize fontsizeadjust fontstretch fontstyle fontvariant fontweight font letterspacing wordspacing textanchor textdecoration',
  'dominantbaseline alignmentbaseline baselineshift writingmode direction unicodebidi glyphorientationvertical kerning whitespace lineheight',
  'in in2 result mode type values tablevalues slope intercept amplitude exponent operator k1 k2 k3 k4 order kernelmatrix divisor bias targetx',
  'targety edgemode preservealpha surfacescale diffuseconstant specularconstant specularexponent kernelunitlength scale xchannelselector',
  'ychannelselector stddeviation radius azimuth elevation limitingconeangle pointsatx pointsaty pointsatz basefrequency numoctaves seed',
  'stitchtiles floodcolor floodopacity lightingcolor requiredfeatures systemlanguage requiredextensions focusable tabindex title'
)

/** Whether an element says something about the drawing and shows nothing: nobody misses it. */
export function notDrawn(tagName: string): boolean {
  return tagName === 'metadata' || tagName.includes(':')
}
