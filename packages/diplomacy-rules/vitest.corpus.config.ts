import { corpusTests } from '../../vitest.base.js';

export default corpusTests('diplomacy-rules', { globalSetup: 'corpus/require-data.ts' });
