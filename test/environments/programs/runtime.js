// Runs in Node, Deno and Bun. Prints what the SDK said of each failure.
import { outcomes, visit, visitByGivenFetch, visitInProcess } from './visit.js';

const { KEY, URL_OF_EMULATOR, TARGETS } = process.env;
await visitInProcess();
await visitByGivenFetch(KEY, URL_OF_EMULATOR);
const said = await outcomes(KEY, URL_OF_EMULATOR, JSON.parse(TARGETS));
await visit(KEY, { proxyUrl: URL_OF_EMULATOR });
console.log(`said ${JSON.stringify(said)}`);
process.exit(0);
