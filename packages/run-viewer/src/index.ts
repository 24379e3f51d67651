export { serveViewer, type Viewer } from './server/serve-viewer.js';
export type { ViewerOptions } from './server/viewer-options.js';
