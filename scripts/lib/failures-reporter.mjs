/** A jest reporter that says nothing but what went wrong. */
export default class FailuresReporter {
  onTestFileResult(_test, result) {
    if (result.failureMessage) process.stdout.write(`${result.failureMessage}\n`);
  }

  getLastError() {
    return undefined;
  }
}
