import type { Clock } from '@entente/llm-clients';
import type { JournalStore } from '@entente/simulation-core/journal';
import type { PlainReport } from '@entente/studies/tables';
import type { CostOf } from './cost-of.js';

export interface ViewerOptions {
  readonly store: JournalStore;
  /** Place of the runs, as the page names it. */
  readonly place: string;
  /** Address to listen on. @default '127.0.0.1' */
  readonly host?: string | undefined;
  /** @default 0: any free port */
  readonly port?: number | undefined;
  /** Secret that opens the page; whoever has the link has it. */
  readonly token: string;
  readonly costOf: CostOf;
  /** Reports on studies, by the kind of program that their runs are of. @default none: the page names the commands that print them */
  readonly reports?: Readonly<Record<string, (study: string) => Promise<PlainReport>>> | undefined;
  /** @default the machine's */
  readonly clock?: Clock | undefined;
}
