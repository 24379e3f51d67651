import { packageTests } from '../../vitest.base.js';

export default packageTests('check-packages');
