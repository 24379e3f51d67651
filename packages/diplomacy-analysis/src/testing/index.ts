/** Games played by scripts, for tests of code that reads games. */
export { playFileGame } from './file-game.js';
export { playPressGame, pressProgram } from './press-game.js';
export { type GameScript, playScript } from './scripted-game.js';
export { viewerMoments } from './viewer-moments.js';
