import { writeFileSync } from 'node:fs'
import { TEST_REPORT } from './root.mjs'

/** Tells scripts/test.mjs what vitest counted. */
export default class TestReport {
  onTestRunEnd(modules, unhandledErrors) {
    const report = { passed: 0, failed: unhandledErrors.length, skipped: [] }
    for (const testModule of modules) {
      // A file that does not load, or whose hooks fail, has no failed test of its own.
      if (testModule.errors().length > 0) report.failed++
      for (const suite of testModule.children.allSuites()) if (suite.errors().length > 0) report.failed++
      for (const test of testModule.children.allTests()) countTest(report, testModule, test)
    }
    writeFileSync(TEST_REPORT, JSON.stringify(report))
  }
}

function countTest(report, testModule, test) {
  const { state, note } = test.result()
  if (state === 'passed') report.passed++
  else if (state === 'skipped')
    report.skipped.push({ name: test.fullName, note, file: testModule.relativeModuleId })
  else report.failed++
}
