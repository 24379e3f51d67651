/** Reads and writes games and their files on a disk. */
export { type UnreadableGame, type VerifiedGame, verifyGames } from './verify-game.js';
export { type ArtefactName, ARTEFACTS, writeArtefacts } from './write-artefacts.js';
