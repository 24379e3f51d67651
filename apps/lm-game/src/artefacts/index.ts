export { type GameRecord, readGameRecord } from './game-record.js';
export { exportSavedGame, type GameSaveOptions, toGameSave } from './game-save.js';
export { toGeneralLog } from './general-log.js';
export { OFFLINE_LABEL, toManifesto } from './manifesto.js';
export { toOverview } from './overview.js';
export { RESPONSE_COLUMNS, type ResponsesOptions, toResponsesCsv } from './responses-csv.js';
export { verifyGame, type VerifiedGame } from './verify-game.js';
export { type ArtefactName, type ArtefactOptions, type ArtefactRequest, ARTEFACTS, writeArtefacts } from './write-artefacts.js';
