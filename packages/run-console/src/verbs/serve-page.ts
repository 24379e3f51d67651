import type { JournalStore } from '@entente/simulation-core';
import type { RunHeader } from '@entente/simulation-core/journal';
import type { PlainReport } from '@entente/studies/tables';
import type { CostOf } from '../session/run-prices.js';
import type { ReportRequest } from './report-runs.js';
import type { Report } from './write-report.js';

/** Settings of a page over the journals of a store. */
export interface PageSettings {
  readonly store: JournalStore;
  /** Place of the runs, as the page names it. */
  readonly place: string;
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
  /** Secret that opens the page. */
  readonly token: string;
  /** Cost of the tokens of a run, by prices as of its beginning. */
  readonly costOf: (...tokens: [...Parameters<CostOf>, header: Pick<RunHeader, 'at'>]) => number | null;
  /** Reports on a study, by the program of its runs. */
  readonly reports: Readonly<Record<string, (study: string) => Promise<PlainReport>>>;
}

/** A page that is being served. */
export interface ServedPage {
  /** Link that opens the page, with the token in it. */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the page. @throws errors of the system where the address cannot be listened on */
export type ServePage = (settings: PageSettings) => Promise<ServedPage>;

/** As much of a program as its page needs. */
export interface PageProgram {
  readonly serve: ServePage;
  /** Kind of run that the program has a report for. */
  readonly program: string;
  /** The tables that `report` prints for the runs of a study. */
  readonly report: (request: ReportRequest) => Promise<Report>;
}
