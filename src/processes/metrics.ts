import type { IncomingMessage, ServerResponse } from 'node:http';
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** Figures of this process, in the text format of Prometheus. No label comes from outside, and none names a person. */
export type Metrics = {
  observe(request: IncomingMessage, response: ServerResponse): void;
  answer(response: ServerResponse): Promise<void>;
};

/** Opens a registry of its own: requests by area and status class, their durations, and the process itself. */
export function openMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
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

const areas = ['op', 'login', 'eidas', 'assets', 'health', 'help'] as const;

function areaOf(url: string): string {
  const first = /^\/([a-z]*)/.exec(url)?.[1] ?? '';
  return areas.find((area) => area === first) ?? 'other';
}
