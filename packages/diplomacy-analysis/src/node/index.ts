export { type GameRecord, readGameRecord } from '../record/game-record.js';
export { exportSavedGame, toGameSave } from '../files/game-save.js';
export { toGeneralLog } from '../files/general-log.js';
export { toManifesto } from '../files/manifesto.js';
export { toOverview } from '../files/overview.js';
export { toResponsesCsv } from '../files/responses-csv.js';
export { type UnreadableGame, type VerifiedGame, verifyGames } from './verify-game.js';
export { type ArtefactName, ARTEFACTS, writeArtefacts } from './write-artefacts.js';
