// How long a phone whose processor is four times slower waits for the largest thing on a page, for each address in turns.
//   NODE_PATH=… node tests/largest-paint.cjs /usr/bin/chromium 11 http://127.0.0.1:5080/2026/11/a-post http://127.0.0.1:5081/2026/11/a-post
// Each visit has an empty cache and a process of its own. Needs puppeteer-core, which comes with lighthouse; tests/check-site.sh runs it.
const puppeteer = require('puppeteer-core');

const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--proxy-server=http://127.0.0.1:9'];
const slowness = 4;
const phone = { width: 360, height: 780 };
const paintsSettle = 1000;

const [executablePath, rounds, ...addresses] = process.argv.slice(2);

function listen() {
  window.seen = { paint: 0, shift: 0 };
  new PerformanceObserver(list => { for (const one of list.getEntries()) window.seen.paint = one.startTime; }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver(list => { for (const one of list.getEntries()) window.seen.shift += one.value; }).observe({ type: 'layout-shift', buffered: true });
}

async function visit(browser, address) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  let bytes = 0, requests = 0;
  const protocol = await page.createCDPSession();
  await protocol.send('Network.enable');
  protocol.on('Network.loadingFinished', event => { bytes += event.encodedDataLength; requests++; });
  await page.setViewport(phone);
  await page.evaluateOnNewDocument(listen);
  await page.emulateCPUThrottling(slowness);
  await page.goto(address, { waitUntil: 'load' });
  await page.waitForFunction(() => window.seen.paint > 0);
  await new Promise(done => setTimeout(done, paintsSettle));
  const seen = await page.evaluate(() => window.seen);
  const { LayoutDuration, RecalcStyleDuration } = await page.metrics();
  await context.close();
  return { ...seen, bytes, requests, layout: (LayoutDuration + RecalcStyleDuration) * 1000 };
}

(async () => {
  const browser = await puppeteer.launch({ executablePath, args });
  const visits = new Map(addresses.map(address => [address, []]));
  for (let round = 0; round < +rounds; round++)
    for (const address of addresses) visits.get(address).push(await visit(browser, address));
  await browser.close();

  for (const [address, all] of visits) {
    const sorted = what => all.map(one => one[what]).sort((one, other) => one - other);
    const least = what => Math.round(sorted(what)[0]);
    const median = what => Math.round(sorted(what)[all.length >> 1]);
    const most = what => sorted(what).at(-1);
    console.log(`Largest paint: ${address} ${least('paint')} ms at best, ${median('paint')} in the median of ${all.length}, of which style and layout ${median('layout')}; shift ${most('shift')}, ${most('bytes')} bytes in ${most('requests')} requests`);
  }
})();
