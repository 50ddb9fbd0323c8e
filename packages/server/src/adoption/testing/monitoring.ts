import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { RunningKit } from '../../testing/running-kit.ts';
import { PromQL, type Sample, type Scrape } from './promql.ts';
import { samplesOf } from './samples.ts';

/** An alert rule, as the file has it. */
export interface AlertRule {
  readonly alert: string;
  readonly expr: string;
  readonly for?: string;
  readonly labels: { readonly severity: string };
  readonly annotations: {
    readonly summary: string;
    readonly description: string;
    readonly runbook_url: string;
  };
}

const RULES_FILE = new URL('../../../alerts/mfa-kit.rules.yml', import.meta.url);

export function readRules(): readonly AlertRule[] {
  const { groups } = parse(readFileSync(RULES_FILE, 'utf8')) as {
    groups: readonly { rules: readonly AlertRule[] }[];
  };
  return groups.flatMap(({ rules }) => rules);
}

const MINUTE = 60_000;
const LENGTHS: Readonly<Record<string, number>> = { m: MINUTE, h: 60 * MINUTE, d: 1_440 * MINUTE };

function lengthOf(text = '0m'): number {
  return Number(text.slice(0, -1)) * (LENGTHS[text.slice(-1)] ?? Number.NaN);
}

/** `name{label="value",…} number`, as the text of the metrics has it. */
function sampleOf(name: string, value: number): Sample {
  const [, metric = '', inside = ''] = /^([^{]+)(?:\{(.*)\})?$/.exec(name) ?? [];
  const labels: Record<string, string> = { __name__: metric };
  for (const [, label = '', text = ''] of inside.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)) labels[label] = text;
  return { labels, value };
}

/** A Prometheus that scrapes a kit by the kit's own clock and keeps to the rules of the file. */
export class Monitoring {
  readonly scrapes: Scrape[] = [];
  readonly #kit: RunningKit;
  readonly #rules = readRules();
  /** Since when each rule holds. */
  readonly #since = new Map<string, number>();

  constructor(kit: RunningKit) {
    this.#kit = kit;
  }

  /** Lets the jobs run, scrapes, evaluates every rule, and goes on; as often as it fits into the time. */
  async watch(length: number, every = MINUTE): Promise<void> {
    for (let passed = 0; passed <= length; passed += every) {
      await this.#kit.mfa.jobs.runDue();
      await this.#scrape();
      this.#kit.clock.advance(every);
    }
  }

  async #scrape(): Promise<void> {
    const { all } = samplesOf(await this.#kit.mfa.metrics.text());
    const at = this.#kit.clock.now();
    this.scrapes.push({ at, samples: [...all].map(([name, value]) => sampleOf(name, value)) });
    const promql = new PromQL(this.scrapes);
    for (const { alert, expr } of this.#rules) {
      if (promql.evaluate(expr, at).length === 0) this.#since.delete(alert);
      else if (!this.#since.has(alert)) this.#since.set(alert, at);
    }
  }

  /** Alerts that held for as long as they have to, as of the last scrape. */
  firing(): readonly string[] {
    const now = this.scrapes.at(-1)?.at ?? 0;
    return this.#rules
      .filter((rule) => now - (this.#since.get(rule.alert) ?? Number.POSITIVE_INFINITY) >= lengthOf(rule.for))
      .map(({ alert }) => alert);
  }
}
