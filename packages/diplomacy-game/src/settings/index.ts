export { GAME_SETTINGS, type GameSettings, phaseName } from './game-settings.js';
