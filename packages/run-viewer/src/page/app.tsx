import { type Route, useRoute } from './data/route';
import { Frame } from './frame/frame';
import { lazyView } from './frame/lazy-view';
import { NoSuchPlace } from './frame/no-such-place';
import { RunPage } from './frame/run-page';
import { RunsView } from './run-list/runs-view';

const CallsView = lazyView(async () => (await import('./calls/calls-view')).CallsView);
const CallView = lazyView(async () => (await import('./calls/call-view')).CallView);
const CompareView = lazyView(async () => (await import('./compare/compare-view')).CompareView);
const StudyView = lazyView(async () => (await import('./study/study-view')).StudyView);
const FileView = lazyView(async () => (await import('./game/file/file-view')).FileView);
const SearchView = lazyView(async () => (await import('./search/search-view')).SearchView);

/** The page: a frame, and the view that the address names. */
export function App() {
  const route = useRoute();
  return <Frame>{viewOf(route)}</Frame>;
}

function viewOf({ path: [first, second, third, fourth], query }: Route) {
  switch (first) {
    case undefined:
      return <RunsView />;
    case 'run':
      if (second === undefined) break;
      if (third === 'calls') return <CallsView key={second} runId={second} />;
      if (third === 'call') return <CallView key={`${second} ${fourth}`} runId={second} entry={Number(fourth)} />;
      return <RunPage key={second} runId={second} />;
    case 'compare':
      if (second === undefined || third === undefined) break;
      return <CompareView key={`${second} ${third}`} first={second} second={third} />;
    case 'study':
      if (second === undefined) break;
      return <StudyView key={second} study={second} />;
    case 'file':
      return <FileView />;
    case 'search':
      return <SearchView words={query.get('q') ?? ''} />;
    default:
  }
  return <NoSuchPlace />;
}
