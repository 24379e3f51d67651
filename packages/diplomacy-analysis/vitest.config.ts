import { packageTests } from '../../vitest.base.js';

export default packageTests('diplomacy-analysis');
