import type { IncomingMessage, ServerResponse } from 'node:http';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Figures of this process, in the text format of Prometheus. No label comes from outside, and none names a person. */
export type Metrics = {
  observe(request: IncomingMessage, response: ServerResponse): void;
  answer(response: ServerResponse): Promise<void>;
};

type MailCounts = { readonly waiting: number; readonly stuck: number; readonly bounced: number };

/** Opens a registry of its own: requests by area and status class, their durations, mail that has not arrived, and the process itself. */
export function openMetrics(countMail: () => Promise<MailCounts>): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  addMail(registry, countMail);
  const labelNames = ['area', 'status'] as const;
  const requests = new Counter({
    name: 'sluis_requests_total',
    help: 'Requests answered.',
    labelNames,
    registers: [registry],
  });
  const seconds = new Histogram({
    name: 'sluis_request_seconds',
    help: 'How long requests took.',
    labelNames: ['area'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [registry],
  });
  return {
    observe(request, response) {
      const area = areaOf(request.url ?? '/');
      const began = process.hrtime.bigint();
      response.once('finish', () => {
        requests.inc({ area, status: `${Math.floor(response.statusCode / 100)}xx` });
        seconds.observe({ area }, Number(process.hrtime.bigint() - began) / 1e9);
      });
    },
    async answer(response) {
      const text = await registry.metrics();
      response
        .writeHead(200, { 'content-type': registry.contentType, 'cache-control': 'no-store' })
        .end(text);
    },
  };
}

/** Counted when somebody asks; a database that does not answer leaves the figures out, never the page. */
function addMail(registry: Registry, countMail: () => Promise<MailCounts>): void {
  new Gauge({
    name: 'sluis_mail',
    help: 'Mail that has not arrived: waiting, stuck after several tries, or bounced.',
    labelNames: ['state'] as const,
    registers: [registry],
    async collect() {
      this.reset();
      const counts = await countMail().catch(() => null);
      if (counts === null) return;
      for (const state of ['waiting', 'stuck', 'bounced'] as const) this.set({ state }, counts[state]);
    },
  });
}

const areas = ['op', 'login', 'eidas', 'assets', 'health', 'help'] as const;

function areaOf(url: string): string {
  const first = /^\/([a-z]*)/.exec(url)?.[1] ?? '';
  return areas.find((area) => area === first) ?? 'other';
}
