import { tryLaws } from './laws.js';

tryLaws(60);
