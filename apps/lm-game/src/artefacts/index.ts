export { type GameRecord, readGameRecord } from './game-record.js';
export { exportSavedGame, toGameSave } from './game-save.js';
export { toGeneralLog } from './general-log.js';
export { toManifesto } from './manifesto.js';
export { toOverview } from './overview.js';
export { toResponsesCsv } from './responses-csv.js';
export { type UnreadableGame, type VerifiedGame, verifyGames } from './verify-game.js';
export { type ArtefactName, ARTEFACTS, writeArtefacts } from './write-artefacts.js';
