import { tryLaws } from '../test/laws.js';

tryLaws(300);
