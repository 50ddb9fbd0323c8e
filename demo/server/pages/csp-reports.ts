import express, { Router } from 'express';

/** What a browser found a page to do against its Content-Security-Policy. */
export interface CspReport {
  readonly page: string;
  readonly directive: string;
  readonly blocked: string;
}

export interface CspReports {
  /** Takes reports from browsers. */
  readonly router: Router;
  /** Oldest first; only the last ones are kept. */
  list(): readonly CspReport[];
  empty(): void;
}

const KEPT = 200;

/** Collects reports in memory: they are for whoever works on the pages at the moment. */
export function cspReports(): CspReports {
  let reports: CspReport[] = [];
  const router = Router();

  router.post('/', express.json({ type: 'application/csp-report', limit: '16kb' }), (request, response) => {
    const report = reportOf(request.body);
    if (report) reports = [...reports, report].slice(-KEPT);
    response.status(204).end();
  });

  return {
    router,
    list: () => reports,
    empty() {
      reports = [];
    },
  };
}

function reportOf(body: unknown): CspReport | undefined {
  const report = field(body, 'csp-report');
  if (report === undefined) return undefined;
  return {
    page: text(field(report, 'document-uri')),
    directive: text(field(report, 'effective-directive') ?? field(report, 'violated-directive')),
    blocked: text(field(report, 'blocked-uri')),
  };
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

/** Anyone can send a report, so nothing long is kept. */
function text(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 256) : '';
}
