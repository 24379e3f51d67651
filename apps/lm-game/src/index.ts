export { playPhase } from './play-phase.js';
