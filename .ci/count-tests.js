// node .ci/count-tests.js REPORT EXIT_CODE: prints "passed failed" from vitest's JSON report.
// A file that could not be loaded holds no test and counts as one failure; so does a run that failed for no test's fault
// (no report, an unhandled rejection), and a test that was skipped, because under CI each test has to look.
import {readFileSync} from 'node:fs'

const [path, exitCode] = process.argv.slice(2)
let passed = 0
let failed = 0
try {
  const report = JSON.parse(readFileSync(path, 'utf8'))
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed')
  )
  passed = report.numPassedTests
  failed = report.numFailedTests + broken.length
} catch (error) {
  process.stderr.write(`No report of the tests: ${error.message}\n`)
}
if (failed === 0 && (exitCode !== '0' || passed === 0)) failed = 1
process.stdout.write(`${passed} ${failed}\n`)
