#!/usr/bin/env node
// CommonJS and the syntax of 2015 only: a Node that is too old for cardpress must still be able to read this file and say so.
'use strict'

const wanted = [22, 18]
const found = process.versions.node.split('.').map(Number)

if (found[0] < wanted[0] || (found[0] === wanted[0] && found[1] < wanted[1])) {
  process.stderr.write(
    `cardpress needs Node ${wanted.join('.')} or later and this is ${process.version}; get one from https://nodejs.org\n`
  )
  process.exitCode = 3
} else {
  keepCompiledCode()
  hideSqliteWarning()
  start()
}

// Compiled code of one run serves the next. The default folder lies in the shared temporary folder, where another user could plant code.
function keepCompiledCode() {
  const path = require('node:path')
  const caches = process.env.XDG_CACHE_HOME || process.env.LOCALAPPDATA || (process.env.HOME && path.join(process.env.HOME, '.cache'))
  if (caches) require('node:module').enableCompileCache(process.env.NODE_COMPILE_CACHE || path.join(caches, 'cardpress', 'compiled'))
}

// Node 22 calls node:sqlite experimental when it is loaded; who makes a deck can do nothing about it. Other warnings pass.
function hideSqliteWarning() {
  const emitWarning = process.emitWarning
  process.emitWarning = (warning, ...details) => {
    if (!String(warning).startsWith('SQLite is an experimental feature')) emitWarning.call(process, warning, ...details)
  }
}

// A checkout that was not compiled runs from its source. `require` of a module is synchronous: nothing may await at its top level.
function start() {
  const compiled = require('node:path').join(__dirname, '../dist/bundle/main.js')
  require(require('node:fs').existsSync(compiled) ? compiled : '../src/cli/main.ts').main(process.argv.slice(2))
}
