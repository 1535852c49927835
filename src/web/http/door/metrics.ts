import type { IncomingMessage, ServerResponse } from 'node:http';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { DutyTroubles } from '../../../base/duty.ts';
import type { CountryHealth } from '../../../domain/eidas-country/index.ts';
import type { MailCounts } from '../../../domain/notification/index.ts';

/** Figures of this process, in the text format of Prometheus. No label comes from outside, and none names a person. */
export type Metrics = {
  observe(request: IncomingMessage, response: ServerResponse): void;
  answer(response: ServerResponse): Promise<void>;
};

/** Where the figures come from that are counted when somebody asks. */
export type Figures = {
  mail(): Promise<Pick<MailCounts, 'waiting' | 'stuck' | 'bounced'>>;
  duties(): Promise<DutyTroubles>;
  /** Of every country that is open. */
  countries(): Promise<readonly Pick<CountryHealth, 'code' | 'kind'>[]>;
};

/** Opens a registry of its own: requests by area and status class, their durations, mail that has not arrived, and the process itself. */
export function openMetrics(figures: Figures): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  addMail(registry, figures.mail);
  addDuties(registry, figures.duties);
  addCountries(registry, figures.countries);
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
function addMail(registry: Registry, countMail: Figures['mail']): void {
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

const healths = ['working', 'metadata-expiring', 'metadata-expired', 'failing'] as const;

/** How the connection to each open country stands, as the worker saw it last. Codes of countries are ours, not those of visitors. */
function addCountries(registry: Registry, healthOfCountries: Figures['countries']): void {
  new Gauge({
    name: 'sluis_country_health',
    help: 'Health of the connection to each open country: 1 for how it stands now, 0 for the others.',
    labelNames: ['country', 'health'] as const,
    registers: [registry],
    async collect() {
      this.reset();
      const countries = await healthOfCountries().catch(() => []);
      for (const { code, kind } of countries)
        for (const health of healths) this.set({ country: code, health }, health === kind ? 1 : 0);
    },
  });
}

/** What a worker could not do: duties that failed, and rows that were set aside so that the others go on. */
function addDuties(registry: Registry, troublesOfDuties: Figures['duties']): void {
  const aside = new Gauge({
    name: 'sluis_set_aside',
    help: 'Cases and jobs that cannot be read or handled, and wait for somebody to look.',
    labelNames: ['kind'] as const,
    registers: [registry],
  });
  new Gauge({
    name: 'sluis_duty_failures',
    help: 'How often a duty of the worker failed since it last ended well.',
    labelNames: ['duty'] as const,
    registers: [registry],
    async collect() {
      this.reset();
      aside.reset();
      const troubles = await troublesOfDuties().catch(() => null);
      if (troubles === null) return;
      for (const { name, failures } of troubles.failing) this.set({ duty: name }, failures);
      aside.set({ kind: 'case' }, troubles.casesAside);
      aside.set({ kind: 'job' }, troubles.jobsAside);
    },
  });
}

const areas = ['op', 'login', 'eidas', 'assets', 'health', 'help'] as const;

function areaOf(url: string): string {
  const first = /^\/([a-z]*)/.exec(url)?.[1] ?? '';
  return areas.find((area) => area === first) ?? 'other';
}
