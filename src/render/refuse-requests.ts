import type {Page} from 'puppeteer'

/** Lets a page have what it brings along as data URIs, and nothing else: no request leaves it. */
export async function refuseRequests(page: Page): Promise<void> {
  await page.setRequestInterception(true)
  page.on('request', (request) => {
    if (request.url().startsWith('data:') || request.url() === 'about:blank') void request.continue()
    // A refused navigation (a meta refresh) shows an error page in the place of ours; one that was called off leaves it standing.
    else void request.abort(request.isNavigationRequest() ? 'aborted' : 'blockedbyclient')
  })
}
