// Runs in workerd. What it is asked for is in the request.
import { outcomes, visit, visitByGivenFetch, visitInProcess } from './visit.js';

export default {
  async fetch(request) {
    const { key, url, targets } = await request.json();
    try {
      await visitInProcess();
      await visitByGivenFetch(key, url);
      const said = await outcomes(key, url, targets);
      await visit(key, { proxyUrl: url });
      return Response.json({ said });
    } catch (error) {
      return Response.json({ error: String(error?.stack ?? error), cause: String(error?.cause) });
    }
  },
};
