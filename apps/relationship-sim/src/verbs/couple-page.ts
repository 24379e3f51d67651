import type { PageProgram } from '@entente/run-console';
import { reportOnRuns } from '@entente/run-console/session';
import { serveViewer } from '@entente/run-viewer';
import { relationshipKind } from '../relationship-kind.js';

/** The page, with the report on couples. */
export const couplePage: PageProgram = {
  serve: serveViewer,
  program: relationshipKind.kind,
  report: async (request) => reportOnRuns(relationshipKind, request),
};
